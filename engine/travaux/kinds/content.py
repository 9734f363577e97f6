"""Content: what the tables of words, citations and brackets say of the words that came and went."""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from travaux.kinds.brackets import bracketing
from travaux.kinds.lexicon import Lexicon
from travaux.kinds.lookups import Hit, Stretch, hits
from travaux.kinds.sides import Side
from travaux.kinds.sources import Sources, sources
from travaux.kinds.wording import note

if TYPE_CHECKING:
    from travaux.citations import CitationWords

_MOST: Final = 3
"""Sources named in one line. Range 2 to 6."""


class Found(NamedTuple):
    """What was found in one or several edits of a change.

    Attributes:
        kind: of the finding.
        rule: that found it.
        note: for a reader.
        at: the edits, by their places in the list of edits.
        spans: the words that it is about; none where it is about all that came and went in those edits.
    """

    kind: str
    rule: str
    note: str
    at: tuple[int, ...]
    spans: tuple[Stretch, ...] = ()


class Known(NamedTuple):
    """What is known of the language and of both texts."""

    lexicon: Lexicon
    citing: "Callable[[], CitationWords]"
    speakers: tuple[str | None, str | None]


def content(  # noqa: PLR0913 - both texts, and what is known of them
    old: str, new: str, stretches: Sequence[Stretch], known: Known, *, preambular: bool, note_body: bool = False
) -> list[Found]:
    """Return what a change means, edit by edit.

    Args:
        old: the old text of the change.
        new: its new text.
        stretches: the edits of its redline.
        known: of the language.
        preambular: whether it stands in the preamble, where nothing is requested.
        note_body: whether it is a note, which begins with no act.
    """
    if not stretches:
        return []
    found: list[Found] = []
    taken: set[int] = set()
    if brackets := bracketing(old, new, stretches):
        found.append(Found("bracket", f"bracket-{brackets.outcome}", brackets.note, brackets.at))
        taken |= set(brackets.at) if brackets.whole else set()
    if cited := sources(old, new, stretches, known.citing, known.speakers):
        found.append(Found("citation", "citation-set", _cited(cited), cited.at, cited.spans))
        taken |= set(cited.whole)
    one, other = Side(old, known.lexicon, leads=not note_body), Side(new, known.lexicon, leads=not note_body)
    left = [hit for hit in hits(one, other, stretches) if hit.at not in taken]
    for (at, kind), group in groupby(sorted(left, key=_place), key=_place):
        these = list(group)
        sentence = note(these, old, new, stretches[at], _subject(one, preambular=preambular))
        found.append(Found(kind, _rule(these[0]), sentence, (at,), tuple(_span(hit, stretches[at]) for hit in these)))
    return _joined(found)


def _joined(found: Sequence[Found]) -> list[Found]:
    """With one negation for all of its parts: "ne ... pas"."""
    parts = [f for f in found if f.kind == "negation"]
    if len({f.rule for f in parts}) != 1 or len(parts) == 1:
        return list(found)
    quoted = ", ".join([*(f.note.partition("” ")[0] + "”" for f in parts[:-1]), parts[-1].note])
    at, spans = sorted({k for f in parts for k in f.at}), [span for f in parts for span in f.spans]
    whole = parts[0]._replace(note=quoted, at=tuple(at), spans=tuple(spans))
    return [whole if f is parts[0] else f for f in found if f not in parts[1:]]


def _place(hit: Hit) -> tuple[int, str]:
    return hit.at, hit.kind


def _rule(hit: Hit) -> str:
    return f"{hit.kind}-{'exchanged' if hit.old and hit.new else 'added' if hit.new else 'dropped'}"


def _span(hit: Hit, stretch: Stretch) -> Stretch:
    """The words of a hit, as ranges of both texts."""
    old = (hit.old.start, hit.old.end) if hit.old else (stretch.old_start, stretch.old_start)
    new = (hit.new.start, hit.new.end) if hit.new else (stretch.new_start, stretch.new_start)
    return Stretch(*old, *new)


def _subject(side: Side, *, preambular: bool) -> str:
    """What a paragraph is: of what a qualifier can be."""
    act = side.lead.act if side.lead else None
    if preambular or (act and act.family in ("approving", "disapproving", "cognitive")):
        return "statement"
    return "decision" if act and act.family == "dispositive" else "request"


def _cited(cited: Sources) -> str:
    if len(cited.dropped) == 1 == len(cited.added):
        return f"{cited.dropped[0]} → {cited.added[0]}: another resolution or decision is cited"
    sides = ((cited.dropped, "no longer cited"), (cited.added, "added"))
    return "; ".join(_listed(numbers, verb) for numbers, verb in sides if numbers)


def _listed(numbers: Sequence[str], verb: str) -> str:
    more = len(numbers) - _MOST
    return f"{', '.join(numbers[:_MOST])}{f' and {more} more' if more > 0 else ''} {verb}"
