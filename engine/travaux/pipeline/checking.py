"""Checking one text, alone or against an older one: its references and its citations."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from travaux.contracts import Language
from travaux.errors import LanguageError
from travaux.languages import LANGUAGES, language
from travaux.model.checks import CheckedReference, DoubtfulCitation, Outcome, References
from travaux.model.comparison import Comparison, Options, Reference
from travaux.model.document import Paragraph, Resolution
from travaux.model.history import Stage
from travaux.pipeline.comparing import compare
from travaux.references import Checked, find_mentions, inside
from travaux.references.cited import doubts
from travaux.version import __version__

_ALONE = {
    "dangling": "there is no such paragraph, section or annex",
    "misplaced": "it stands on the other side of these words",
    "unordered": "a higher number stands before it",
}


class Draft(NamedTuple):
    """A text that is checked: a resolution, or one of several drafts that it transmits.

    Attributes:
        number: place among several drafts, from 1; None for a text by itself.
        text: the resolution.
    """

    number: int | None
    text: Resolution


def drafts_of(resolution: Resolution) -> Iterator[Draft]:
    """Yield a resolution, and the drafts that it transmits, at any depth."""
    yield Draft(None, resolution)
    inner = list(_transmitted(resolution))
    for number, draft in enumerate(inner, 1):
        yield Draft(number if len(inner) > 1 else None, draft)


def _transmitted(resolution: Resolution) -> Iterator[Resolution]:
    for draft in resolution.transmits:
        yield draft
        yield from _transmitted(draft)


def stage(text: Resolution) -> Stage:
    """Return what a text is called: by its symbol, else by its file."""
    name = text.symbol or (text.origin.name if text.origin else "") or "text"
    return Stage(name=name, symbol=text.symbol, title=text.title, origin=text.origin)


def known(resolution: Resolution) -> Language:
    """Return the language of a text.

    Raises:
        LanguageError: travaux does not read it.
    """
    if resolution.language not in LANGUAGES:
        said = f"the text is in a language that travaux does not read ({resolution.language})"
        raise LanguageError(said, f"it reads {', '.join(LANGUAGES)}")
    return language(resolution.language)


def references(text: Resolution, old: Resolution | None = None, options: Options | None = None) -> References:
    """Return how the references of a text to its own paragraphs stand, and which citations cannot be right.

    With an older text also what became of each reference since then; of a wrapper the draft that it transmits is
    compared, as `compare` does.

    Raises:
        LanguageError: travaux does not read the language, or the texts are in two.
        ChoiceError: as `compare`.
    """
    tongue = known(text)
    comparison = compare(old, text, options) if old is not None else None
    drafts = [Draft(None, comparison.new)] if comparison else list(drafts_of(text))
    rows: list[CheckedReference] = []
    doubtful: list[DoubtfulCitation] = []
    foreign = 0
    for draft in drafts:
        checked = list(inside(draft.text, tongue.references, tongue.citations))
        rows += _rows(draft, checked, comparison)
        doubtful += _citations(draft, tongue)
        foreign += _foreign(draft.text, tongue)
    return References(
        travaux=__version__,
        old=stage(comparison.old) if comparison else None,
        text=stage(comparison.new if comparison else text),
        references=tuple(rows),
        citations=tuple(doubtful),
        foreign=foreign,
        notices=comparison.notices if comparison else (),
    )


def _rows(draft: Draft, checked: Sequence[Checked], comparison: Comparison | None) -> Iterator[CheckedReference]:
    addresses = {p.id: p.address for p in draft.text.paragraphs}
    told = _Told(comparison) if comparison else None
    for each in checked:
        one = each.named
        standing = told.at(one.paragraph, one.item.start) if told else None
        outcome: Outcome = each.state
        note = _ALONE.get(each.state, "")
        was = told.was(standing) if told and standing else None
        if told and standing and (standing.outcome not in ("unchanged", "consequential") or not note):
            outcome, note = standing.outcome, told.note(standing)
        yield CheckedReference(
            draft=draft.number,
            paragraph=one.paragraph.id,
            address=one.paragraph.address,
            text=one.words,
            number=one.number,
            start=one.item.start,
            end=one.item.end,
            target=one.target,
            target_address=addresses[one.target] if one.target else None,
            old_address=was,
            outcome=outcome,
            note=note,
        )
    if told:
        yield from told.dropped()


class _Told:
    """What a comparison tells of references, by where they stand."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._changes = {c.id: c for c in comparison.changes}
        self._old = {p.id: p for p in comparison.old.paragraphs}
        self._new = {p.id: p for p in comparison.new.paragraphs}
        self._at = {
            place: reference
            for reference in comparison.references
            if reference.new_span
            for place in [_place(self._changes[reference.change].new, self._new, reference.new_span[0])]
        }

    def at(self, paragraph: Paragraph, start: int) -> Reference | None:
        """What became of the reference that stands there; None of a new one."""
        return self._at.get((paragraph.id, start))

    def was(self, reference: Reference) -> str | None:
        """Where the paragraph that it named in the old text stood."""
        return self._old[reference.old_target].address if reference.old_target else None

    def note(self, reference: Reference) -> str:
        """One sentence on what became of a reference; empty where it is unchanged."""
        was = self.was(reference)
        cause = self._changes[reference.causes[0]] if reference.causes else None
        if reference.outcome == "unchanged" or was is None:
            return _ALONE.get(reference.outcome, "")
        heirs = " + ".join(self._new[key].address for key in cause.new) if cause else ""
        now = f"is {heirs} now" if heirs else "is no longer there"
        if reference.outcome == "consequential":
            return f"{was} {now}"
        return f"the paragraph that it named, {was}, {now}"

    def dropped(self) -> Iterator[CheckedReference]:
        """The references of kept paragraphs that are no longer there."""
        for reference in self._comparison.references:
            if reference.outcome != "dropped" or not reference.old_span:
                continue
            key, start = _place(self._changes[reference.change].old, self._old, reference.old_span[0])
            target = reference.old_target
            yield CheckedReference(
                paragraph=key,
                address=self._old[key].address,
                text=reference.text,
                number=reference.old_number or "",
                start=start,
                end=start + reference.old_span[1] - reference.old_span[0],
                target=target,
                target_address=self._old[target].address if target else None,
                old_address=self._old[target].address if target else None,
                outcome="dropped",
                note="the new text has no such reference there",
            )


def _place(keys: Sequence[str], paragraphs: dict[str, Paragraph], start: int) -> tuple[str, int]:
    """The paragraph of a change in which a position of its joined text stands, and where in it."""
    for key in keys:
        length = len(paragraphs[key].text)
        if start <= length:
            return key, start
        start -= length + 1
    raise ValueError("a position behind the text of a change")


def _citations(draft: Draft, tongue: Language) -> Iterator[DoubtfulCitation]:
    for doubt in doubts(draft.text.paragraphs, speaker(draft.text, tongue), tongue.references, tongue.citations):
        yield DoubtfulCitation(
            draft=draft.number,
            paragraph=doubt.paragraph.id,
            address=doubt.paragraph.address,
            text=doubt.paragraph.text[doubt.citation.start : doubt.end],
            start=doubt.citation.start,
            end=doubt.citation.end,
            rule=doubt.rule,
            note=doubt.note,
        )


def speaker(text: Resolution, tongue: Language) -> str | None:
    """Return the code of the organ whose text it is; None where it is not known."""
    if text.organ is None:
        return None
    return next((code for name, code in tongue.organs.items() if name.endswith(text.organ)), None)


def _foreign(text: Resolution, tongue: Language) -> int:
    mentions = (m for p in text.paragraphs for m in find_mentions(p.text, tongue.references, tongue.citations))
    return sum(len(mention.items) for mention in mentions if mention.owner == "foreign")
