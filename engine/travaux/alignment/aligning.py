"""Alignment of two lists of paragraphs, and what was weighed on the way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from travaux.alignment.links import links
from travaux.alignment.pins import Pin, resolved
from travaux.alignment.reasons import maybe_part, shares
from travaux.alignment.sides import Pair
from travaux.alignment.steps import Found, find
from travaux.alignment.tie import Tie
from travaux.model.comparison import Alignment
from travaux.model.document import Notice, Paragraph

DIM = 0.1
"""Probability under which a part that was weighed is not told."""


@dataclass(frozen=True)
class NearMiss:
    """Paragraphs that were weighed and not linked."""

    old: tuple[str, ...]
    """Ids of old paragraphs."""
    new: tuple[str, ...]
    """Ids of new paragraphs."""
    worth: float
    """Share of weighted words in common, or probability of being a part; 0 to 1."""
    reason: str
    """What spoke for a link, for a reader."""


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
    """Return what `align` returns, and what it weighed and did not link, likest first."""
    alignment, found = _align(old, new, pins)
    misses = sorted([*_pairs(found), *_parts(found)], key=lambda miss: (-miss.worth, miss.old, miss.new))
    return alignment, tuple(misses)


def _pairs(found: Found) -> Iterator[NearMiss]:
    linked = {(i, j) for tie in found.ties for i in tie.old for j in tie.new}
    for (i, j), likeness in found.likenesses.items():
        if (i, j) not in linked:
            yield _miss(found.pair, (i,), (j,), likeness, shares(likeness))


def _parts(found: Found) -> Iterator[NearMiss]:
    for part in found.parts:
        tie = part.tie
        if part.probability >= DIM and part.extra not in (tie.old if part.on_old else tie.new):
            side = found.pair.old if part.on_old else found.pair.new
            old, new = ((*tie.old, part.extra), tie.new) if part.on_old else (tie.old, (*tie.new, part.extra))
            yield _miss(
                found.pair, old, new, part.probability, maybe_part(side.paragraphs[part.extra], part.probability)
            )


def _miss(pair: Pair, old: tuple[int, ...], new: tuple[int, ...], worth: float, why: str) -> NearMiss:
    return NearMiss(
        tuple(pair.old.paragraphs[i].id for i in sorted(old)),
        tuple(pair.new.paragraphs[j].id for j in sorted(new)),
        round(worth, 4),
        why,
    )


def _align(old: Sequence[Paragraph], new: Sequence[Paragraph], pins: Sequence[Pin]) -> tuple[Alignment, Found]:
    pair = Pair(old, new)
    forced = resolved(pins, {p.id: i for i, p in enumerate(old)}, {p.id: j for j, p in enumerate(new)})
    found = find(pair, [Tie(olds, news, "pinned") for olds, news in forced])
    return Alignment(links=links(found), notices=_notices(found)), found


def _notices(found: Found) -> tuple[Notice, ...]:
    count = sum(len(old) + len(new) for old, new in found.common)
    if not count:
        return ()
    message = (
        f"{count} paragraphs hold little but words that stand everywhere; they were linked only with the same text."
    )
    return (Notice(code="alignment-bounded", message=message),)
