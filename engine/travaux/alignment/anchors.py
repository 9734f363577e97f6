"""Paragraphs that did not change: texts that stand once on each side, and their heaviest chain."""

from collections.abc import Callable, Iterable, Sequence

from travaux.alignment.chain import Bead, heaviest, jitter
from travaux.alignment.sides import Pair, Side

LIGHT = 30
"""Characters under which a text that stands once is no anchor: `Disarmament` may return anywhere."""


def anchors(pair: Pair, old: Sequence[int], new: Sequence[int]) -> list[tuple[int, int]]:
    """Return pairs of positions with the same text, in order on both sides.

    First texts that stand once on each side, of these the heaviest chain; then, outwards from each of
    these and from both ends of the text, neighbours with the same text, however often it stands.
    """
    raw = _unique(pair, old, new, lambda side, p: side.texts[p])
    taken_old, taken_new = {i for i, _ in raw}, {j for _, j in raw}
    rest_old = [i for i in old if i not in taken_old]
    rest_new = [j for j in new if j not in taken_new]
    folded = _unique(pair, rest_old, rest_new, lambda side, p: side.key(p))
    return _grow(pair, old, new, _spine(pair, raw + folded))


def _unique(
    pair: Pair, old: Iterable[int], new: Iterable[int], text: Callable[[Side, int], str]
) -> list[tuple[int, int]]:
    found_old = _once(pair.old, old, text)
    found_new = _once(pair.new, new, text)
    return [(i, found_new[k]) for k, i in found_old.items() if i >= 0 and found_new.get(k, -1) >= 0]


def _once(side: Side, positions: Iterable[int], text: Callable[[Side, int], str]) -> dict[tuple[int, str], int]:
    found: dict[tuple[int, str], int] = {}
    for position in positions:
        k = (side.kinds[position], text(side, position))
        found[k] = -1 if k in found else position
    return found


def _spine(pair: Pair, pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    beads = [
        Bead(i, i + 1, j, j + 1, len(pair.old.texts[i]) + jitter(pair.old.key(i)))
        for i, j in pairs
        if len(pair.old.texts[i]) >= LIGHT
    ]
    return [(beads[k].old_start, beads[k].new_start) for k in heaviest(beads)]


def _grow(
    pair: Pair, old: Sequence[int], new: Sequence[int], spine: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    rank_old = {p: r for r, p in enumerate(old)}
    rank_new = {p: r for r, p in enumerate(new)}
    grown: list[tuple[int, int]] = []
    i = j = 0
    for a, b in [*((rank_old[p], rank_new[q]) for p, q in spine), (len(old), len(new))]:
        while i < a and j < b and _same(pair, old[i], new[j]):
            grown.append((old[i], new[j]))
            i, j = i + 1, j + 1
        x, y = a, b
        while x > i and y > j and _same(pair, old[x - 1], new[y - 1]):
            x, y = x - 1, y - 1
        grown += [(old[x + n], new[y + n]) for n in range(a - x)]
        if a < len(old):
            grown.append((old[a], new[b]))
        i, j = a + 1, b + 1
    return grown


def _same(pair: Pair, i: int, j: int) -> bool:
    if pair.old.kinds[i] != pair.new.kinds[j]:
        return False
    return pair.old.texts[i] == pair.new.texts[j] or pair.old.key(i) == pair.new.key(j)
