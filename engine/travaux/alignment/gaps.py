"""Between two anchors: which paragraphs follow each other on both sides, one to one or with a neighbour."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from travaux.alignment.candidates import Likenesses
from travaux.alignment.chain import Bead, heaviest, jitter
from travaux.alignment.evidence import evidence
from travaux.alignment.sides import BODY, Pair, Side

BREAK_EVEN = 0.25
"""Likeness at which linking and not linking are worth the same. Range .20 to .30: no link of the real pairs or
the redrafts changes."""
ALIKE = 0.50
"""Likeness from which the place is evidence enough."""
FLOOR = 0.2
"""Evidence that paragraphs less alike must give, though they stand opposite each other: the change floor, under
which one was removed and one added. Range -.5 to .4: hard links of the real pairs .980 to .983, .978 without."""
FEW = 8
"""Up to so many different words there are too few to ask for evidence beyond likeness."""
SHARE = 0.70
"""Part of its weight that each of several neighbours must have in the paragraph they were joined into.

Range .60 to .80: redrafts .9985, .9994, .999 on hard links; at .50 .997.
"""
JOINING = 0.08
"""What a bead of several paragraphs costs for each of them. Range .03 to .10: nothing changes."""
REGRET = 0.5
"""How much of the distance to a better counterpart elsewhere is taken off a bead.

Range .5 to 1: redrafts .9985 on hard links; .9978 without.
"""
PARTS = 0.05
"""Taken off the likeness of two paragraphs of different parts (preambular and operative)."""

Positions = tuple[int, ...]


class _Offer(NamedTuple):
    old: Positions
    new: Positions
    worth: float


class _Line:
    """The unsettled positions of one side: in which gap each stands, and at which rank."""

    def __init__(self, side: Side, positions: Sequence[int], bounds: Sequence[int]) -> None:
        self.side = side
        self.gap: dict[int, int] = {}
        self.rank: dict[int, int] = {}
        self.at: dict[int, int] = {}
        passed = 0
        for n, position in enumerate(positions):
            while passed < len(bounds) and bounds[passed] < position:
                passed += 1
            self.gap[position] = passed
            self.rank[position] = n + passed  # neighbours in a gap have neighbouring ranks, across an anchor not
            self.at[n + passed] = position


def gaps(spine: Sequence[tuple[int, int]], old: Sequence[int], new: Sequence[int]) -> list[tuple[list[int], list[int]]]:
    """Return the unsettled positions between each two anchors, where both sides have some."""
    found = []
    i = j = 0
    for end_old, end_new in [*spine, (old[-1] + 1, new[-1] + 1)]:
        olds, news = [], []
        while i < len(old) and old[i] < end_old:
            olds.append(old[i])
            i += 1
        while j < len(new) and new[j] < end_new:
            news.append(new[j])
            j += 1
        if olds and news:
            found.append((olds, news))
    return found


def beads(
    pair: Pair,
    likenesses: Likenesses,
    spine: Sequence[tuple[int, int]],
    old: Sequence[int],
    new: Sequence[int],
) -> list[tuple[Positions, Positions]]:
    """Return the positions linked in the gaps that `spine` leaves; `old` and `new` are the unsettled ones.

    Of all offers (1:1, 1:2, 2:1, 1:3, 3:1) the heaviest chain is taken: the best that order allows.
    """
    olds = _Line(pair.old, old, [i for i, _ in spine])
    news = _Line(pair.new, new, [j for _, j in spine])
    near = {(i, j): likeness for (i, j), likeness in likenesses.items() if olds.gap[i] == news.gap[j]}
    offers = [*_single(pair, likenesses, near)]
    shared = [(i, j, likeness * (pair.old.weights[i] + pair.new.weights[j]) / 2) for (i, j), likeness in near.items()]
    for i, run in _joined(((i, j) for i, j, weight in shared if weight >= SHARE * pair.new.weights[j]), news):
        offers.append(_Offer((i,), run, _worth_joined(pair, (i,), run)))
    for j, run in _joined(((j, i) for i, j, weight in shared if weight >= SHARE * pair.old.weights[i]), olds):
        offers.append(_Offer(run, (j,), _worth_joined(pair, run, (j,))))
    offers = [offer for offer in offers if offer.worth > 0]
    chosen = heaviest([_bead(pair, offer, olds.rank[offer.old[0]], news.rank[offer.new[0]]) for offer in offers])
    return [(offers[k].old, offers[k].new) for k in chosen]


def _bead(pair: Pair, offer: _Offer, i: int, j: int) -> Bead:
    tie = jitter(*(pair.old.key(p) for p in offer.old), *(pair.new.key(p) for p in offer.new))
    return Bead(i, i + len(offer.old), j, j + len(offer.new), offer.worth + tie)


def _single(pair: Pair, likenesses: Likenesses, near: Likenesses) -> Iterator[_Offer]:
    best_old: defaultdict[int, float] = defaultdict(float)
    best_new: defaultdict[int, float] = defaultdict(float)
    for (i, j), likeness in likenesses.items():
        best_old[i] = max(best_old[i], likeness)
        best_new[j] = max(best_new[j], likeness)
    for (i, j), likeness in near.items():
        if not stands(pair, i, j, likeness):
            continue
        regret = best_old[i] + best_new[j] - 2 * likeness
        transfer = PARTS if pair.old.parts[i] != pair.new.parts[j] else 0.0
        yield _Offer((i,), (j,), 2 * (likeness - transfer - BREAK_EVEN) - REGRET * regret)


def stands(pair: Pair, i: int, j: int, likeness: float) -> bool:
    """Whether two paragraphs that stand opposite each other are alike enough to be one."""
    if likeness >= ALIKE:
        return True
    few = min(len(pair.old.words[i]), len(pair.new.words[j])) <= FEW
    return few or pair.old.kinds[i] != BODY or evidence(pair, i, j, likeness) >= FLOOR


def _joined(inside: Iterable[tuple[int, int]], many: _Line) -> Iterator[tuple[int, Positions]]:
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


def _worth_joined(pair: Pair, old: Positions, new: Positions) -> float:
    return (len(old) + len(new)) * (pair.joined_likeness(old, new) - BREAK_EVEN - JOINING)
