"""What was weighed and not linked."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from travaux.alignment.candidates import LEAST, LONG, Likenesses
from travaux.alignment.reasons import maybe_part, shares
from travaux.alignment.sides import Pair
from travaux.alignment.steps import Found

DIM = 0.1
"""Probability under which a part that was weighed is not told. Range .05 to .3: it changes what `explain` lists, and no
link."""


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


def misses(found: Found) -> tuple[NearMiss, ...]:
    """Return what was weighed and not linked, likest first.

    For a link that was so clear that nothing else was weighed, the likest other counterpart is looked for now.
    """
    told = [*_pairs(found.pair, found, found.likenesses), *_parts(found)]
    told += _pairs(found.pair, found, _unweighed(found))
    return tuple(sorted(told, key=lambda miss: (-miss.worth, miss.old, miss.new)))


def _pairs(pair: Pair, found: Found, likenesses: Likenesses) -> Iterator[NearMiss]:
    linked = {(i, j) for tie in found.ties for i in tie.old for j in tie.new}
    for (i, j), likeness in likenesses.items():
        if (i, j) not in linked:
            yield _miss(pair, (i,), (j,), likeness, shares(likeness))


def _parts(found: Found) -> Iterator[NearMiss]:
    for part in found.parts:
        tie = part.tie
        if part.probability >= DIM and part.extra not in (tie.old if part.on_old else tie.new):
            side = found.pair.old if part.on_old else found.pair.new
            old, new = ((*tie.old, part.extra), tie.new) if part.on_old else (tie.old, (*tie.new, part.extra))
            yield _miss(
                found.pair, old, new, part.probability, maybe_part(side.paragraphs[part.extra], part.probability)
            )


def _unweighed(found: Found) -> Likenesses:
    """The likest other counterpart of what was weighed with its own only, among the paragraphs of changed links."""
    pair = found.pair
    own = {(i, j) for tie in found.ties for i in tie.old for j in tie.new}
    weighed = [at for at in found.likenesses if at not in own]
    seen_old, seen_new = {i for i, _ in weighed}, {j for _, j in weighed}
    clear = [tie for tie in found.ties if tie.step == "gap"]
    read_old = [i for tie in found.ties for i in tie.old if pair.old.words[i]]
    read_new = [j for tie in found.ties for j in tie.new if pair.new.words[j]]
    if len(clear) * (len(read_old) + len(read_new)) > LONG:
        return {}
    likest: Likenesses = {}
    for tie in clear:
        if seen_old.isdisjoint(tie.old) and seen_new.isdisjoint(tie.new):
            others = (at for at in (*product(tie.old, read_new), *product(read_old, tie.new)) if at not in own)
            alike = ((pair.likeness(*at), at) for at in others if pair.old.kinds[at[0]] == pair.new.kinds[at[1]])
            likeness, at = max(alike, default=(0.0, (0, 0)))
            if likeness >= LEAST:
                likest[at] = likeness
    return likest


def _miss(pair: Pair, old: tuple[int, ...], new: tuple[int, ...], worth: float, why: str) -> NearMiss:
    return NearMiss(
        tuple(pair.old.paragraphs[i].id for i in sorted(old)),
        tuple(pair.new.paragraphs[j].id for j in sorted(new)),
        round(worth, 4),
        why,
    )
