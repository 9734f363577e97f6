"""Which paragraphs could belong together, and how alike they are."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from travaux.alignment.sides import BODY, Pair, Side

DENSE = 2500
"""In a gap of up to so many pairs all are weighed; in a larger one those that share telling words."""
COMMON = 100
"""A word that stands in so many pairs of paragraphs (old times new) tells nothing.

Range 100 to 1000: no link of the real pairs or redrafts changes.
"""
KEPT = 8
"""Likeliest counterparts kept for each paragraph."""
LEAST = 0.12
"""Likeness under which a pair is forgotten."""
CLEAR = 0.75
"""Likeness of a neighbour from which no counterpart is looked for elsewhere."""

Likenesses = dict[tuple[int, int], float]
Gap = tuple[Sequence[int], Sequence[int]]


def candidates(pair: Pair, gaps: Iterable[Gap], old: Sequence[int], new: Sequence[int]) -> Likenesses:
    """Return the likeness of each pair of positions that may belong together.

    First those that stand in the same gap between anchors; then, of paragraphs without a clear counterpart
    there, those that share telling words, wherever they stand.
    """
    found: Likenesses = {}
    for olds, news in gaps:
        _weigh(pair, _in_gap(pair, olds, news), found)
    clear_old = {i for (i, _), likeness in found.items() if likeness >= CLEAR}
    clear_new = {j for (_, j), likeness in found.items() if likeness >= CLEAR}
    rest_old = [i for i in old if i not in clear_old]
    rest_new = [j for j in new if j not in clear_new]
    _weigh(pair, _telling(pair, rest_old, rest_new), found)
    headings = [
        [p for p in rest if side.kinds[p] != BODY] for side, rest in ((pair.old, rest_old), (pair.new, rest_new))
    ]
    if len(headings[0]) * len(headings[1]) <= DENSE:
        _weigh(pair, ((i, j) for i in headings[0] for j in headings[1]), found)
    return _likeliest(found)


def _weigh(pair: Pair, pairs: Iterable[tuple[int, int]], found: Likenesses) -> None:
    for i, j in pairs:
        if (i, j) not in found and pair.old.kinds[i] == pair.new.kinds[j]:
            likeness = pair.likeness(i, j)
            if likeness >= LEAST:
                found[i, j] = likeness


def _in_gap(pair: Pair, old: Sequence[int], new: Sequence[int]) -> Iterator[tuple[int, int]]:
    if len(old) * len(new) <= DENSE:
        return ((i, j) for i in old for j in new)
    return _telling(pair, old, new)


def _telling(pair: Pair, old: Sequence[int], new: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs that share words rare enough to tell, and pairs with the same text."""
    holders_old, holders_new = _holders(pair.old, old), _holders(pair.new, new)
    shared: defaultdict[tuple[int, int], int] = defaultdict(int)
    for word, olds in holders_old.items():
        news = holders_new.get(word, ())
        if len(olds) * len(news) <= COMMON:
            for i in olds:
                for j in news:
                    shared[i, j] += pair.weight[word]
    for (i, j), weight in shared.items():
        # the words not counted are common ones: at most they double what was counted
        if 4 * weight >= LEAST * (pair.old.weights[i] + pair.new.weights[j]):
            yield i, j
    yield from _repeated(pair, old, new)


def _holders(side: Side, positions: Iterable[int]) -> dict[int, list[int]]:
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for position in positions:
        for word in side.words[position]:
            holders[word].append(position)
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
