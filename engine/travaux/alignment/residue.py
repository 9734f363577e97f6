"""Splits and merges that a link hides: a paragraph left over that stands in what the link gained or lost."""

import math
from collections import defaultdict
from collections.abc import Iterable
from operator import mul
from typing import NamedTuple

from travaux.alignment.items import astray
from travaux.alignment.sides import BODY, Pair, Side
from travaux.alignment.tie import Tie

PART = 0.5
"""Probability from which a part is joined. Range .4 to .6: real splits and merges F1 .92 to .94 in the
first half, .90 to .92 in the second, redrafts the same; under .5 more near misses are called one."""
TELLING = 160
"""Weight under which a word proposes no link (64 is one natural unit of surprise: 160 is a word in every twelfth
paragraph).

Range 100 to 160: the same F1 of real splits and merges; at 220 .919 and .898 (for .933 and .918), at 280 .78. Lower
only costs time.
"""
LEAST = 6 * 64
"""Weight that a part must share with what the link gained: about two telling words.

Range 200 to 640: nothing changes on the real splits and merges; 4 links of 596 real pairs at 640.
"""
HELD = 32
"""A word that so many links gained proposes none of them; it keeps the time linear. Range 8 to 100: nothing changes."""
LOOKED_AT = 3
"""Links looked at closely for each paragraph left over. Range 2 to 6: nothing changes; at 1 one real merge is lost."""

HOPELESS = 0.03
"""Product of the share that arrived and the share explained under which no part was ever found; it saves time. Range
0 to .03: nothing changes; at .06 one real merge is lost."""

BIAS, WEIGHTS = -0.2, (1.75, 1.45, 1.7, -0.45, 0.55)
"""Of the probability that a paragraph left over is a part, in the order of `Search.features`.

Fitted by `benchmarks/fit_parts.py` on the first half of the real cases; F1 .933 there, .918 on the second half.
"""
ASTRAY = 2.5
"""Taken off the log-odds of a part that is a brief item of a list, and is joined without the line above the list.

Range 2 to 4: nothing changes on the real splits and merges or the redrafts; it takes away false merges of agenda items.
"""


class Part(NamedTuple):
    """A paragraph left over, and the link in which it may have ended."""

    probability: float
    number: int
    """Place of the tie among those searched."""
    extra: int
    """Position of the paragraph left over."""
    on_old: bool
    tie: Tie


def residue(pair: Pair, ties: list[Tie], free_old: Iterable[int], free_new: Iterable[int]) -> list[Part]:
    """Join to links the paragraphs left over that belong to them, and return what was weighed.

    A free old paragraph is a part where its words stand in what the new side of a link gained over the old
    one; a free new paragraph mirrors that. The likeliest are joined first, one to a link at a time: what one
    explains, no other has to.
    """
    free_old = [i for i in free_old if pair.old.words[i] and pair.old.kinds[i] == BODY]
    free_new = [j for j in free_new if pair.new.words[j] and pair.new.kinds[j] == BODY]
    search = Search(pair, ties, free_old, free_new)
    waiting = [*((i, True) for i in free_old), *((j, False) for j in free_new)]
    weighed: list[Part] = []
    while waiting:
        parts = [part for extra, on_old in waiting if (part := search.best(extra, on_old=on_old))]
        weighed += parts
        changed: dict[int, Part] = {}
        for part in sorted(parts, key=lambda p: (-p.probability, search.words_of(p))):
            if part.probability >= PART and part.number not in changed:
                changed[part.number] = part
                search.join(part)
        waiting = [(p.extra, p.on_old) for p in parts if p.number in changed and changed[p.number] is not p]
    return weighed


class Search:
    """Finds for a paragraph left over the link whose gain or loss holds it."""

    def __init__(self, pair: Pair, ties: list[Tie], free_old: Iterable[int], free_new: Iterable[int]) -> None:
        self.pair = pair
        self.ties = ties
        self.open = [
            number
            for number, tie in enumerate(ties)
            if tie.step in ("gap", "move", "remnant") and pair.old.kinds[tie.old[0]] == BODY
        ]
        self._gains: dict[tuple[bool, int], frozenset[int]] = {}
        self.holders = {True: self._holders(free_old, on_old=True), False: self._holders(free_new, on_old=False)}

    def _holders(self, extras: Iterable[int], *, on_old: bool) -> dict[int, list[int]]:
        """For each telling word of the paragraphs left over: the links that gained it."""
        side, other = self._sides(on_old=on_old)
        held = frozenset().union(*(side.words[extra] for extra in extras))
        telling = frozenset(word for word in held if self.pair.weight[word] >= TELLING)
        holders: defaultdict[int, list[int]] = defaultdict(list)
        for number in self.open if telling else ():
            mine, theirs = self._positions(number, on_old=on_old)
            told = frozenset().union(*[other.words[position] & telling for position in theirs])
            for word in told.difference(*[side.words[position] for position in mine]):
                holders[word].append(number)
        return {word: numbers for word, numbers in holders.items() if len(numbers) <= HELD}

    def best(self, extra: int, *, on_old: bool) -> Part | None:
        """Return the likeliest part that a paragraph left over may be."""
        side, _ = self._sides(on_old=on_old)
        holders = self.holders[on_old]
        if not holders:
            return None
        shared: defaultdict[int, int] = defaultdict(int)
        for word in filter(holders.__contains__, side.words[extra]):
            weight = self.pair.weight[word]
            for number in holders[word]:
                shared[number] += weight
        likely = sorted(shared, key=shared.__getitem__, reverse=True)[:LOOKED_AT]
        parts = [Part(self.probability(extra, n, on_old=on_old), n, extra, on_old, self.ties[n]) for n in likely]
        return max(parts, default=None, key=lambda part: (part.probability, -part.number))

    def probability(self, extra: int, number: int, *, on_old: bool) -> float:
        """Return the probability that a paragraph left over is a part of a link, 0 to 1."""
        found = self.features(extra, number, on_old=on_old)
        if found is None:
            return 0.0
        side, _ = self._sides(on_old=on_old)
        mine, _ = self._positions(number, on_old=on_old)
        logit = BIAS + sum(map(mul, WEIGHTS, found)) - ASTRAY * astray(side, extra, mine)
        return 1 / (1 + math.exp(-logit))

    def features(self, extra: int, number: int, *, on_old: bool) -> tuple[float, float, float, float, float] | None:
        """Return what the probability is told from; None where nearly nothing is shared.

        How much of the part arrived in what the link gained; how much of the gain the part explains; how many
        pairs of neighbouring words came along, those of names and numbers apart (a name alone is shared by many
        paragraphs); how far away the part stood; all these in logarithms. And whether its first word stands on the
        other side: a part mostly keeps its verb, and what takes note of a request was never in it.
        """
        side, other = self._sides(on_old=on_old)
        mine, theirs = self._positions(number, on_old=on_old)
        grown = self._gained(number, on_old=on_old)
        shared = self.pair.weight_of(side.words[extra] & grown)
        if shared < LEAST:
            return None
        arrived, explained = shared / side.weights[extra], shared / self.pair.weight_of(grown)
        if arrived * explained < HOPELESS:
            return None
        come = side.runs(extra).intersection(other.runs_of(theirs))
        runs = 0
        if come and (come := come.difference(side.runs_of(mine))):
            spoken = self.pair.spoken(side, extra)
            runs = sum(1 for first, second in come if first in spoken or second in spoken)
        away = min(abs(extra - position) for position in mine)
        verb = any(side.sequences[extra][0] in other.words[position] for position in theirs)
        return math.log(arrived), math.log(explained), math.log1p(runs), math.log(away), float(verb)

    def join(self, part: Part) -> None:
        """Make a paragraph left over a part of its link."""
        tie = part.tie
        self._gains.pop((True, part.number), None)
        self._gains.pop((False, part.number), None)
        tie.step = "part"
        tie.trust = min(tie.trust, part.probability)
        if part.on_old:
            tie.old = tuple(sorted((*tie.old, part.extra)))
        else:
            tie.new = tuple(sorted((*tie.new, part.extra)))

    def words_of(self, part: Part) -> str:
        """Return the folded text of a part; it settles ties whichever side is old."""
        return self._sides(on_old=part.on_old)[0].key(part.extra)

    def _sides(self, *, on_old: bool) -> tuple[Side, Side]:
        return (self.pair.old, self.pair.new) if on_old else (self.pair.new, self.pair.old)

    def _positions(self, number: int, *, on_old: bool) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The positions of a link on the side on which the part is left over, and on the other."""
        tie = self.ties[number]
        return (tie.old, tie.new) if on_old else (tie.new, tie.old)

    def _gained(self, number: int, *, on_old: bool) -> frozenset[int]:
        """Words that the other side of a link has over the side on which the part is left over."""
        found = self._gains.get((on_old, number))
        if found is None:
            side, other = self._sides(on_old=on_old)
            mine, theirs = self._positions(number, on_old=on_old)
            if len(theirs) == len(mine) == 1:  # nearly always
                found = other.words[theirs[0]] - side.words[mine[0]]
            else:
                found = frozenset().union(*map(other.words.__getitem__, theirs))
                found = found.difference(*map(side.words.__getitem__, mine))
            self._gains[on_old, number] = found
        return found
