"""Alignment of two lists of paragraphs, and what was weighed on the way."""

from collections.abc import Sequence
from dataclasses import dataclass

from travaux.alignment.links import links
from travaux.alignment.pins import Pin, resolved
from travaux.alignment.sides import Pair
from travaux.alignment.steps import Found, find
from travaux.alignment.tie import Tie
from travaux.model.comparison import Alignment
from travaux.model.document import Paragraph


@dataclass(frozen=True)
class NearMiss:
    """Paragraphs that were weighed and not linked."""

    old: str
    """Id of an old paragraph."""
    new: str
    """Id of a new paragraph."""
    likeness: float
    """Share of weighted words in common, 0 to 1."""


def align(old: Sequence[Paragraph], new: Sequence[Paragraph], pins: Sequence[Pin] = ()) -> Alignment:
    """Return which old paragraphs became which new ones.

    Only the words count and the part in which they stand, never a label or an address. Law 1: each
    paragraph stands in one link. Law 3: exchanging the sides mirrors the links. Pinned paragraphs are linked
    as the pins say, the rest as if they were not there.

    Raises:
        ChoiceError: a pin is impossible.
    """
    return _align(old, new, pins)[0]


def explain(
    old: Sequence[Paragraph], new: Sequence[Paragraph], pins: Sequence[Pin] = ()
) -> tuple[Alignment, tuple[NearMiss, ...]]:
    """Return what `align` returns, and the pairs of paragraphs that it weighed and did not link, likest first."""
    alignment, found = _align(old, new, pins)
    linked = {(i, j) for tie in found.ties for i in tie.old for j in tie.new}
    misses = [
        NearMiss(old[i].id, new[j].id, round(likeness, 4))
        for (i, j), likeness in sorted(found.likenesses.items(), key=lambda item: (-item[1], item[0]))
        if (i, j) not in linked
    ]
    return alignment, tuple(misses)


def _align(old: Sequence[Paragraph], new: Sequence[Paragraph], pins: Sequence[Pin]) -> tuple[Alignment, Found]:
    pair = Pair(old, new)
    forced = resolved(pins, {p.id: i for i, p in enumerate(old)}, {p.id: j for j, p in enumerate(new)})
    found = find(pair, [Tie(olds, news, "pinned") for olds, news in forced])
    return Alignment(links=links(found)), found
