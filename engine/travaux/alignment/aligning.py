"""Alignment of two lists of paragraphs, and what was weighed on the way."""

from collections.abc import Sequence

from travaux.alignment.links import links
from travaux.alignment.misses import NearMiss, misses
from travaux.alignment.pins import Pin, resolved
from travaux.alignment.sides import Pair
from travaux.alignment.steps import Found, find
from travaux.alignment.tie import Tie
from travaux.collector import resting
from travaux.model.comparison import Alignment
from travaux.model.document import Notice, Paragraph


@resting()
def align(old: Sequence[Paragraph], new: Sequence[Paragraph], pins: Sequence[Pin] = ()) -> Alignment:
    """Return which old paragraphs became which new ones.

    Only the words count and the part in which they stand, never a label or an address. Law 1: each
    paragraph stands in one link. Law 3: exchanging the sides mirrors the links. Pinned paragraphs are linked
    as the pins say, the rest as if they were not there.

    Raises:
        ChoiceError: a pin is impossible.
    """
    return _align(old, new, pins)[0]


@resting()
def explain(
    old: Sequence[Paragraph], new: Sequence[Paragraph], pins: Sequence[Pin] = ()
) -> tuple[Alignment, tuple[NearMiss, ...]]:
    """Return what `align` returns, and what it weighed and did not link, likest first."""
    alignment, found = _align(old, new, pins)
    return alignment, misses(found)


def _align(old: Sequence[Paragraph], new: Sequence[Paragraph], pins: Sequence[Pin]) -> tuple[Alignment, Found]:
    pair = Pair(old, new)
    forced = resolved(pins, {p.id: i for i, p in enumerate(old)}, {p.id: j for j, p in enumerate(new)})
    found = find(pair, [Tie(olds, news, "pin") for olds, news in forced])
    return Alignment(links=links(found), notices=_notices(found)), found


def _notices(found: Found) -> tuple[Notice, ...]:
    count = sum(len(old) + len(new) for old, new in found.common)
    if not count:
        return ()
    message = (
        f"{count} paragraphs hold little but words that stand everywhere; they were weighed only with the same text "
        "and with what stands in nearly the same place."
    )
    return (Notice(code="alignment-bounded", message=message),)
