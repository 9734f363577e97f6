"""Whether reading a source again gives the paragraphs that were recorded."""

from collections.abc import Iterator, Mapping

from travaux.archive.entries import Entry, negotiated, prepare
from travaux.archive.trees import Draft, digest, resolution
from travaux.archive.verifying.files import Kept
from travaux.errors import TravauxError
from travaux.model.document import Resolution
from travaux.model.evidence import Fault
from travaux.readers import READERS
from travaux.readers.formats import format_of
from travaux.version import __version__


def reading(one: Kept, kept: Mapping[str, Kept]) -> Iterator[Fault]:
    """Yield what reading the source again gives otherwise than before.

    It is a fault only where the draft was recorded by this version of travaux; another one may read otherwise.
    """
    if one.draft is None or one.source is None or one.commit is None:
        return
    record = one.draft.record
    if (form := format_of(one.source)).name not in READERS:
        yield one.fault(
            "reading", f"is {form.what}, which another program converted; it was not read again", remark=True
        )
        return
    other = record.travaux != __version__
    version = f" (it was read by travaux {record.travaux}, this is {__version__})" if other else ""
    try:
        whole = prepare(
            Entry(record.origin.name, one.source, choice=record.choice, options=record.origin.options)
        ).whole
    except TravauxError as fault:
        yield one.fault("reading", f"cannot be read from its source again: {fault.message}{version}", remark=other)
        return
    base = kept.get(one.commit.parents[0]) if one.commit.parents else None
    if not any(_same(one.draft, text) for text in _texts(whole, base.draft if base else None)):
        yield one.fault("reading", f"reads otherwise from its source than was recorded{version}", remark=other)


def _texts(whole: Resolution, base: Draft | None) -> Iterator[Resolution]:
    """The texts of a source that may have been archived: a base that came in later does not change the choice."""
    yield whole
    yield from whole.transmits
    if base is not None and whole.transmits:
        try:
            yield negotiated(whole, resolution(base))
        except TravauxError:
            return


def _same(draft: Draft, text: Resolution) -> bool:
    if len(draft.rows) != len(text.paragraphs) or len(draft.note_texts) != len(text.notes):
        return False
    rows = zip(draft.rows, text.paragraphs, strict=True)
    notes = zip(draft.record.notes, draft.note_texts, text.notes, strict=True)
    return all(
        (row.id, row.part, row.address, row.label, row.level, row.marks, row.hash)
        == (p.id, p.part, p.address, p.label, p.level, p.marks, digest(p.text))
        for row, p in rows
    ) and all(
        (known.id, known.number, known.references, words)
        == (n.id, n.number, n.references, " ".join(n.text.split("\n")))
        for known, words, n in notes
    )
