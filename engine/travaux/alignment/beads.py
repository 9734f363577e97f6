"""In the gaps between anchors: which paragraphs follow each other on both sides, one to one or with a neighbour."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from travaux.alignment.candidates import Likenesses
from travaux.alignment.chain import Bead, heaviest, jitter
from travaux.alignment.gaps import BREAK_EVEN, stands
from travaux.alignment.items import astray
from travaux.alignment.rivals import Rivals
from travaux.alignment.sides import Pair

SHARE = 0.70
"""Part of its weight that each of several neighbours must have in the paragraph they were joined into.

Range .60 to .80: hard links of the redrafts .9987 to .9994; at .50 .997.
"""
OWN = 0.45
"""Part of what only one of several neighbours says that must stand in the paragraph they were joined into.

A neighbour that says again what another one says, or something else beside the common formula, was inserted or dropped:
it is no part. Range .41 to .53: near misses of the real splits and merges called one 4 %, without it 7 %.
"""
LEAST = 0.12
"""Part of the weight of a neighbour that these words must be: "also" alone is nothing. Range .11 to .17."""
JOINING = 0.08
"""What a bead of several paragraphs costs for each of them. Range .03 to .10: nothing changes."""
REGRET = 0.5
"""How much of the distance to a better counterpart elsewhere is taken off a bead.

Range .5 to 1: redrafts .9985 on hard links; .9978 without.
"""
PARTS = 0.05
"""Taken off the likeness of two paragraphs of different parts (preambular and operative)."""
NEAR = 1e-3
"""Between paragraphs of the same words, what the nearer one has over the farthest.

Range 0 to .01: no link of 596 real pairs changes; it decides where a formula returns more often than before.
"""

Positions = tuple[int, ...]


class _Offer(NamedTuple):
    old: Positions
    new: Positions
    worth: float


class _Line:
    """The unsettled positions of one side: in which gap each stands, at which rank, and its likest counterpart."""

    def __init__(self, positions: Sequence[int], bounds: Sequence[int]) -> None:
        self.gap: dict[int, int] = {}
        self.rank: dict[int, int] = {}
        self.at: dict[int, int] = {}
        self.best: defaultdict[int, float] = defaultdict(float)
        passed = 0
        for n, position in enumerate(positions):
            while passed < len(bounds) and bounds[passed] < position:
                passed += 1
            self.gap[position] = passed
            self.rank[position] = n + passed  # neighbours in a gap have neighbouring ranks, across an anchor not
            self.at[n + passed] = position


def beads(
    pair: Pair, likenesses: Likenesses, spine: Sequence[tuple[int, int]], old: Sequence[int], new: Sequence[int]
) -> list[tuple[Positions, Positions]]:
    """Return the positions linked in the gaps that `spine` leaves; `old` and `new` are the unsettled ones.

    Of all offers (1:1, 1:2, 2:1, 1:3, 3:1) the heaviest chain is taken: the best that order allows.
    """
    olds = _Line(old, [i for i, _ in spine])
    news = _Line(new, [j for _, j in spine])
    for (i, j), likeness in likenesses.items():
        olds.best[i] = max(olds.best[i], likeness)
        news.best[j] = max(news.best[j], likeness)
    near = {(i, j): likeness for (i, j), likeness in likenesses.items() if olds.gap[i] == news.gap[j]}
    offers = [*_single(pair, near, olds.best, news.best), *_several(pair, near, olds, news, Rivals(likenesses))]
    chosen = heaviest([_bead(pair, offer, olds.rank[offer.old[0]], news.rank[offer.new[0]]) for offer in offers])
    return [(offers[k].old, offers[k].new) for k in chosen]


def _bead(pair: Pair, offer: _Offer, i: int, j: int) -> Bead:
    # ties go to what stands nearer to the same place, then to the words, whichever side is old
    away = abs(offer.old[0] / len(pair.old) - offer.new[0] / len(pair.new))
    tie = jitter(*(pair.old.key(p) for p in offer.old), *(pair.new.key(p) for p in offer.new))
    tie += pair.toss(offer.old[0], offer.new[0])
    return Bead(i, i + len(offer.old), j, j + len(offer.new), offer.worth + tie + NEAR * (1 - away))


def _single(
    pair: Pair, near: Likenesses, best_old: Mapping[int, float], best_new: Mapping[int, float]
) -> Iterator[_Offer]:
    for (i, j), likeness in near.items():
        regret = best_old[i] + best_new[j] - 2 * likeness
        transfer = PARTS if pair.old.parts[i] != pair.new.parts[j] else 0.0
        worth = 2 * (likeness - transfer - BREAK_EVEN) - REGRET * regret
        if worth > 0 and stands(pair, i, j, likeness):
            yield _Offer((i,), (j,), worth)


def _several(pair: Pair, near: Likenesses, olds: _Line, news: _Line, rivals: Rivals) -> Iterator[_Offer]:
    in_old: list[tuple[int, int]] = []
    in_new: list[tuple[int, int]] = []
    for (i, j), likeness in near.items():
        shared = likeness * pair.weight_around(i, j) / 2
        if shared >= SHARE * pair.new.weights[j] and not rivals.claims(j, likeness, on_old=False):
            in_old.append((i, j))
        if shared >= SHARE * pair.old.weights[i] and not rivals.claims(i, likeness, on_old=True):
            in_new.append((j, i))
    for i, run in _runs(in_old, news):
        yield from _joined(pair, (i,), run)
    for j, run in _runs(in_new, olds):
        yield from _joined(pair, run, (j,))


def _runs(inside: Iterable[tuple[int, int]], many: _Line) -> Iterator[tuple[int, Positions]]:
    """Of each paragraph: runs of two or three neighbours among those that stand in it for the most part."""
    parts: defaultdict[int, set[int]] = defaultdict(set)
    for one, other in inside:
        parts[one].add(other)
    for one, others in parts.items():
        for first in others if len(others) > 1 else ():
            run = [first]
            while len(run) < 3 and (following := many.at.get(many.rank[run[-1]] + 1)) in others:
                run.append(following)
                yield one, tuple(run)


def _joined(pair: Pair, old: Positions, new: Positions) -> Iterator[_Offer]:
    worth = (len(old) + len(new)) * (pair.joined_likeness(old, new) - BREAK_EVEN - JOINING)
    if worth > 0 and _each_speaks(pair, old, new):
        yield _Offer(old, new, worth)


def _each_speaks(pair: Pair, old: Positions, new: Positions) -> bool:
    """Whether each of several neighbours brings words of its own into the one paragraph on the other side."""
    many, one = (pair.old, pair.new.words[new[0]]) if len(old) > 1 else (pair.new, pair.old.words[old[0]])
    parts = old if len(old) > 1 else new
    if any(astray(many, part, parts) for part in parts):
        return False
    for part in parts:
        own = many.words[part].difference(*(many.words[p] for p in parts if p != part))
        arrived = pair.weight_of(own & one)
        if arrived < OWN * pair.weight_of(own) or arrived < LEAST * many.weights[part]:
            return False
    return True
