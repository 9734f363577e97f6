"""Splits and merges that a link hides: a paragraph left over that stands in what the link gained or lost."""

import math
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from travaux.alignment.sides import BODY, Pair, Side
from travaux.alignment.tie import Tie

PART = 0.5
"""Probability from which a part is joined. Range .4 to .6: real splits and merges F1 .90 to .91, redrafts .997."""
TELLING = 160
"""Weight under which a word proposes no link (64 is one natural unit of surprise: 160 is a word in every twelfth
paragraph)."""
LEAST = 6 * 64
"""Weight that a part must share with what the link gained: about two telling words."""
LOOKED_AT = 5
"""Links looked at closely for each paragraph left over."""

MOST_RUNS = 40
"""Pairs of neighbouring words beyond which no paragraph left over is expected to go; it only saves time."""

BIAS, ARRIVED, EXPLAINED, RUNS, AWAY = 1.0, 2.0, 1.5, 1.5, -0.55
"""Of the probability that a paragraph left over is a part; see `_Search.probability` for what they weigh.

Fitted by `benchmarks/fit_parts.py` on one half of the real cases, logistic, candidates in no case counting .15;
on the other half they give the same F1 within .01.
"""


class Part(NamedTuple):
    """A paragraph left over, and the link in which it may have ended."""

    probability: float
    tie: int
    extra: int
    on_old: bool


def residue(pair: Pair, ties: list[Tie], free_old: Iterable[int], free_new: Iterable[int]) -> list[Part]:
    """Join to links the paragraphs left over that belong to them, and return what was weighed.

    A free old paragraph is a part where its words stand in what the new side of a link gained over the old
    one; a free new paragraph mirrors that. The likeliest are joined first, one to a link at a time: what one
    explains, no other has to.
    """
    search = _Search(pair, ties)
    waiting = [(i, True) for i in free_old if pair.old.words[i] and pair.old.kinds[i] == BODY]
    waiting += [(j, False) for j in free_new if pair.new.words[j] and pair.new.kinds[j] == BODY]
    weighed: list[Part] = []
    while waiting:
        parts = [part for extra, on_old in waiting if (part := search.best(extra, on_old=on_old))]
        weighed += parts
        changed: dict[int, Part] = {}
        for part in sorted(parts, key=lambda p: (-p.probability, search.words_of(p))):
            if part.probability >= PART and part.tie not in changed:
                changed[part.tie] = part
                search.join(part)
        joined = set(changed.values())
        waiting = [(p.extra, p.on_old) for p in parts if p.tie in changed and p not in joined]
    return weighed


class _Search:
    """Finds for a paragraph left over the link whose gain or loss holds it."""

    def __init__(self, pair: Pair, ties: list[Tie]) -> None:
        self.pair = pair
        self.ties = ties
        self.holders: dict[bool, defaultdict[int, list[int]]] = {}
        for on_old in (False, True):
            holders = self.holders[on_old] = defaultdict(list)
            for number, tie in enumerate(ties):
                if tie.way in ("same", "role", "pinned") or pair.old.kinds[tie.old[0]] != BODY:
                    continue
                for word in self._grown(tie, on_old=on_old):
                    if pair.weight[word] >= TELLING:
                        holders[word].append(number)

    def best(self, extra: int, *, on_old: bool) -> Part | None:
        """Return the likeliest part that a paragraph left over may be."""
        side, _ = self._sides(on_old=on_old)
        shared: defaultdict[int, int] = defaultdict(int)
        holders = self.holders[on_old]
        for word in side.words[extra]:
            for number in holders.get(word, ()):
                shared[number] += self.pair.weight[word]
        likely = sorted(((weight, number) for number, weight in shared.items()), reverse=True)[:LOOKED_AT]
        parts = [Part(self.probability(extra, self.ties[n], on_old=on_old), n, extra, on_old) for _, n in likely]
        return max(parts, default=None)

    def probability(self, extra: int, tie: Tie, *, on_old: bool) -> float:
        """Return the probability that a paragraph left over is a part of a link, 0 to 1.

        What counts: how much of the part arrived in what the link gained; how much of the gain the part
        explains; how many pairs of neighbouring words came along, those of names and numbers apart (a name alone is
        shared by many paragraphs); how far away the part stood.
        """
        side, other = self._sides(on_old=on_old)
        mine, theirs = (tie.old, tie.new) if on_old else (tie.new, tie.old)
        grown = self._grown(tie, on_old=on_old)
        shared = self.pair.weight_of(side.words[extra] & grown)
        if shared < LEAST:
            return 0.0
        weighed = (
            BIAS
            + ARRIVED * math.log(shared / side.weights[extra])
            + EXPLAINED * math.log(shared / self.pair.weight_of(grown))
            + AWAY * math.log(min(abs(extra - position) for position in mine))
        )
        if weighed + RUNS * math.log1p(MOST_RUNS) < 0:
            return 0.0
        gained = frozenset().union(*map(other.runs, theirs)).difference(*map(side.runs, mine))
        spoken = self.pair.spoken(side, extra)
        runs = sum(1 for one, two in side.runs(extra) & gained if one in spoken or two in spoken)
        logit = weighed + RUNS * math.log1p(runs)
        return 1 / (1 + math.exp(-logit))

    def join(self, part: Part) -> None:
        """Make a paragraph left over a part of its link."""
        tie = self.ties[part.tie]
        if part.on_old:
            tie.old = tuple(sorted((*tie.old, part.extra)))
        else:
            tie.new = tuple(sorted((*tie.new, part.extra)))

    def words_of(self, part: Part) -> str:
        """Return the folded text of a part; it settles ties whichever side is old."""
        return self._sides(on_old=part.on_old)[0].key(part.extra)

    def _sides(self, *, on_old: bool) -> tuple[Side, Side]:
        return (self.pair.old, self.pair.new) if on_old else (self.pair.new, self.pair.old)

    def _grown(self, tie: Tie, *, on_old: bool) -> frozenset[int]:
        """Words that the other side of a link has over the side on which the part is left over."""
        side, other = self._sides(on_old=on_old)
        mine, theirs = (tie.old, tie.new) if on_old else (tie.new, tie.old)
        return frozenset().union(*(other.words[p] for p in theirs)).difference(*(side.words[p] for p in mine))
