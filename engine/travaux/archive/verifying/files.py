"""Whether the files of a draft are all there and fit each other."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from travaux.archive.messages import message, superseded
from travaux.archive.trees import DELTA, NOTES, RECORD, ROWS, TEXT, Draft, digest, draft, source_path
from travaux.errors import ArchiveError
from travaux.model.evidence import Fault, FaultKind
from travaux.model.record import Record
from travaux.store import Commit, Entry, Store
from travaux.version import __version__


@dataclass(slots=True)
class Kept:
    """One draft as the archive keeps it, as far as it can be read.

    Attributes:
        dossier: name of the dossier.
        ordinal: the ordinal that it should have.
        id: id of its commit.
        old: how often the draft had been recorded before; 0 for the line that stands.
        commit: None where it cannot be read.
        draft: None where its files do not make one.
        delta: what it changes in its base; None where it was recorded without it.
        source: the bytes as received; None where they are not there or not those of the record.
        faults: what is wrong with its files.
    """

    dossier: str
    ordinal: int
    id: str
    old: int
    commit: Commit | None = None
    draft: Draft | None = None
    delta: bytes | None = None
    source: bytes | None = None
    faults: list[Fault] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What a reader calls it."""
        return f"{self.dossier}@{self.ordinal}" + (f" (as it was before, {self.old})" if self.old else "")

    def fault(self, kind: FaultKind, message: str, *, remark: bool = False) -> Fault:
        """Return a fault of this draft; the message begins with its name."""
        return Fault(
            kind=kind,
            severity="remark" if remark else "fault",
            dossier=self.dossier,
            revision=self.ordinal,
            message=f"{self.name} {message}.",
        )


def examined(store: Store, dossier: str, ordinal: int, commit: str, *, old: int) -> Kept:
    """Read a draft and note what is wrong with its files."""
    kept = Kept(dossier, ordinal, commit, old)
    try:
        kept.commit = store.commit(commit)
        entries = store.tree(commit)
        contents = {path: store.read(entry.id) for path, entry in entries.items() if entry.regular}
    except ArchiveError as fault:
        kept.faults.append(kept.fault("object", f"cannot be read: {fault.message}"))
        return kept
    try:
        kept.draft = draft(contents)
    except ArchiveError as fault:
        kept.faults.append(kept.fault("text", f"is not a draft: {fault.message}"))
        return kept
    kept.delta = contents.get(DELTA)
    kept.faults += _layout(kept, kept.draft.record, entries)
    kept.faults += _record(kept, kept.draft.record, kept.commit)
    kept.faults += _words(kept, kept.draft)
    kept.faults += _source(kept, kept.draft.record, contents)
    return kept


def _layout(kept: Kept, record: Record, entries: Mapping[str, Entry]) -> Iterator[Fault]:
    wanted = {TEXT, NOTES, ROWS, RECORD, source_path(record)}
    for path in sorted(wanted - entries.keys()):
        yield kept.fault("layout", f"has no {path}")
    for path, entry in entries.items():
        if path not in wanted | {DELTA}:
            yield kept.fault("layout", f"has a file {path[:100]!r}, which belongs to no draft")
        elif not entry.regular:
            yield kept.fault("layout", f"has {path} as something else than a file")


def _record(kept: Kept, record: Record, commit: Commit) -> Iterator[Fault]:
    if (record.dossier, record.ordinal) != (kept.dossier, kept.ordinal):
        yield kept.fault("record", f"holds the record of {record.dossier}@{record.ordinal}")
    wanted = message(record, "", superseded(commit.message))
    if _first_and_trailers(commit.message) != _first_and_trailers(wanted):
        other = record.travaux != __version__
        yield kept.fault("record", "has a message that says something else than its record", remark=other)


def _first_and_trailers(said: str) -> tuple[str, str]:
    """First line and trailers of a message; what stands between is for readers only."""
    lines = said.rstrip("\n")
    return lines.partition("\n")[0], lines.rpartition("\n\n")[2]


def _words(kept: Kept, draft: Draft) -> Iterator[Fault]:
    for row, text in zip(draft.rows, draft.texts, strict=True):
        if digest(text) != row.hash:
            yield kept.fault("text", f"has other words in {row.address} than were recorded: {TEXT} does not fit {ROWS}")
    for what, count in (("id", Counter(r.id for r in draft.rows)), ("line", Counter(r.line for r in draft.rows))):
        for key, times in count.items():
            if times > 1:
                yield kept.fault("descent", f"has {times} paragraphs of the {what} {key}")


def _source(kept: Kept, record: Record, contents: Mapping[str, bytes]) -> Iterator[Fault]:
    content = contents.get(source_path(record))
    if content is None:
        return
    if hashlib.sha256(content).hexdigest() == record.origin.sha256:
        kept.source = content
    else:
        yield kept.fault("source", "has another source file than was received: its hash is not that of the record")
