"""Which paragraphs could belong together, and how alike they are."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, product
from typing import Any

from travaux.alignment.sides import BODY, Pair, Side

DENSE = 2500
"""In a gap of up to so many pairs all are weighed; in a larger one those that share telling words.

Range 400 to 10,000: no link of 596 real pairs changes. It bounds the work: the time of a gap grows with it.
"""
COMMON = 100
"""A word that stands in so many pairs of paragraphs (old times new) tells nothing.

Range 100 to 1000: no link of the real pairs or redrafts changes.
"""
KEPT = 8
"""Likeliest counterparts kept for each paragraph. Range 4 to 16: no link of 596 real pairs changes."""
MOST = 0.8
"""Share of its words that stand everywhere from which a paragraph is too common. Range .6 to .9."""
LEAST = 0.12
"""Likeness under which a pair is forgotten. Range .08 to .16: 3 links of 596 real pairs change; at .2 one is lost on
the redrafts."""
LONG = 250_000
"""Pairs from which not words tell but two words that follow each other.

Range 20,000 to 250,000: no link of 596 real pairs changes. It bounds the work: in a long text each word stands in many
paragraphs.
"""
TOLD = 0.1
"""Likeness that telling words alone must give, where only they are counted. Range .05 to .1: no link of 596 real pairs
changes; at .2 6."""
CLEAR = 0.75
"""Likeness of a neighbour from which no counterpart is looked for elsewhere. Range .75 to .95: 2 links of 596 real
pairs change; at .6 6."""

Likenesses = dict[tuple[int, int], float]
Gap = tuple[Sequence[int], Sequence[int]]
Units = Callable[[int], Iterable[Any]]
"""What tells of the paragraph at a position: words by their numbers, or two that follow each other."""


def candidates(pair: Pair, gaps: Iterable[Gap], old: Sequence[int], new: Sequence[int]) -> tuple[Likenesses, list[Gap]]:
    """Return the likeness of each pair of positions that may belong together, and the positions that are too common.

    First those that stand in the same gap between anchors; then, of paragraphs without a clear counterpart
    there, those that share telling words, wherever they stand. Too common are, in a gap too large to weigh all
    pairs, positions whose words stand everywhere: they were weighed with their like, and with what has nearly the same
    rank among the others that are too common.
    """
    found: Likenesses = {}
    common: list[Gap] = []
    for olds, news in gaps:
        if len(olds) * len(news) <= DENSE:
            _weigh(pair, product(olds, news), found)
        else:
            told = _telling(pair, olds, news)
            _weigh(pair, told, found)
            alike = _too_common(pair, olds, news, told)
            _weigh(pair, _in_order(*alike), found)
            common.append(alike)
    clear_old = {i for (i, _), likeness in found.items() if likeness >= CLEAR}
    clear_new = {j for (_, j), likeness in found.items() if likeness >= CLEAR}
    rest_old = [i for i in old if i not in clear_old]
    rest_new = [j for j in new if j not in clear_new]
    _weigh(pair, _telling(pair, rest_old, rest_new), found)
    heads_old = [i for i in rest_old if pair.old.kinds[i] != BODY]
    heads_new = [j for j in rest_new if pair.new.kinds[j] != BODY]
    if len(heads_old) * len(heads_new) <= DENSE:
        _weigh(pair, product(heads_old, heads_new), found)
    return _likeliest(found), [gap for gap in common if all(gap)]


def _weigh(pair: Pair, pairs: Iterable[tuple[int, int]], found: Likenesses) -> None:
    kinds_old, kinds_new, alike = pair.old.kinds, pair.new.kinds, pair.likeness
    for at in pairs:
        i, j = at
        if at not in found and kinds_old[i] == kinds_new[j] and (likeness := alike(i, j)) >= LEAST:
            found[at] = likeness


def _too_common(pair: Pair, old: Sequence[int], new: Sequence[int], told: Iterable[tuple[int, int]]) -> Gap:
    """Positions that no word proposed, though they share half of their weight with many others."""
    in_old = Counter(chain.from_iterable(map(pair.old.words.__getitem__, old)))
    in_new = Counter(chain.from_iterable(map(pair.new.words.__getitem__, new)))
    crowd = frozenset(
        word
        for word in in_old.keys() | in_new.keys()
        if (in_old[word] or in_new[word]) * (in_new[word] or in_old[word]) > COMMON  # of one side only: as if of both
    )
    told_old, told_new = {i for i, _ in told}, {j for _, j in told}
    return (
        [i for i in old if i not in told_old and _within(pair, pair.old, i, crowd)],
        [j for j in new if j not in told_new and _within(pair, pair.new, j, crowd)],
    )


def _within(pair: Pair, side: Side, position: int, crowd: frozenset[int]) -> bool:
    """Whether words of the crowd are half of the weight of a paragraph, or nearly all of its words."""
    found = side.words[position] & crowd
    return 2 * pair.weight_of(found) > side.weights[position] or len(found) >= MOST * len(side.words[position])


def _in_order(old: Sequence[int], new: Sequence[int]) -> Iterator[tuple[int, int]]:
    for rank, i in enumerate(old):
        yield from ((i, j) for j in new[max(0, rank - KEPT) : rank + KEPT + 1])


def _telling(pair: Pair, old: Sequence[int], new: Sequence[int]) -> list[tuple[int, int]]:
    """Pairs that share words rare enough to tell, and pairs with the same text.

    In a long text every word stands everywhere; there, two words that follow each other tell.
    """
    long = len(old) * len(new) > LONG
    units_old, units_new = (_runs(pair.old), _runs(pair.new)) if long else (_words(pair.old), _words(pair.new))
    weight: Callable[[Any], int] = pair.run_weight if long else pair.weight.__getitem__
    both = set[Any]().union(*map(units_old, old)).intersection(chain.from_iterable(map(units_new, new)))
    holders_new = _holders(new, units_new, both)
    shared: defaultdict[tuple[int, int], int] = defaultdict(int)
    for unit, olds in _holders(old, units_old, both).items():
        news = holders_new[unit]
        if len(olds) * len(news) <= COMMON:
            value = weight(unit)
            for at in product(olds, news):
                shared[at] += value
    around_old, around_new = pair.old.weights, pair.new.weights
    told = [(i, j) for (i, j), value in shared.items() if 2 * value >= TOLD * (around_old[i] + around_new[j])]
    return told + list(_repeated(pair, old, new))


def _words(side: Side) -> Units:
    return side.words.__getitem__


def _runs(side: Side) -> Units:
    return lambda position: side.runs_of((position,))


def _holders(positions: Iterable[int], units: Units, wanted: set[Any]) -> dict[Any, list[int]]:
    holders: defaultdict[Any, list[int]] = defaultdict(list)
    for position in positions:
        for unit in wanted.intersection(units(position)):
            holders[unit].append(position)
    return holders


def _repeated(pair: Pair, old: Sequence[int], new: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs with the same text, each with those of nearly the same rank among its like."""
    like: defaultdict[str, list[int]] = defaultdict(list)
    for j in new:
        like[pair.new.key(j)].append(j)
    seen: defaultdict[str, int] = defaultdict(int)
    for i in old:
        key = pair.old.key(i)
        if key in like:
            rank = seen[key]
            seen[key] += 1
            yield from ((i, j) for j in like[key][max(0, rank - KEPT) : rank + KEPT + 1])


def _likeliest(scored: Likenesses) -> Likenesses:
    by_old: defaultdict[int, list[float]] = defaultdict(list)
    by_new: defaultdict[int, list[float]] = defaultdict(list)
    for (i, j), likeness in scored.items():
        by_old[i].append(likeness)
        by_new[j].append(likeness)
    bar_old = {i: sorted(values)[-KEPT:][0] for i, values in by_old.items()}
    bar_new = {j: sorted(values)[-KEPT:][0] for j, values in by_new.items()}
    return {(i, j): likeness for (i, j), likeness in scored.items() if likeness >= bar_old[i] or likeness >= bar_new[j]}
