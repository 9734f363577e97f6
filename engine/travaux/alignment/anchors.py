"""Paragraphs that did not change: texts that stand once on each side, and their heaviest chain."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from travaux.alignment.chain import Bead, heaviest, jitter
from travaux.alignment.sides import Pair, Side

LIGHT = 30
"""Characters under which a text that stands once is no anchor: `Disarmament` may return anywhere.

Range 15 to 60: 2 links of 596 real pairs change; at 0 12.
"""

ELSEWHERE = 60
"""Characters from which a text that stands once on each side is the same paragraph wherever it stands.

Range 30 to 200: no link of 596 real pairs changes. A shorter one is linked by its likeness, if nothing is liker.
"""

Pairs = list[tuple[int, int]]


def anchors(pair: Pair, old: Sequence[int], new: Sequence[int]) -> tuple[Pairs, Pairs]:
    """Return pairs of positions with the same text: those in order on both sides, and those that stand elsewhere.

    First texts that stand once on each side, of these the heaviest chain; then, outwards from each of
    these and from both ends of the text, neighbours with the same text, however often it stands.
    """
    raw = _unique((pair.old, old, pair.old.texts), (pair.new, new, pair.new.texts))
    taken_old, taken_new = {i for i, _ in raw}, {j for _, j in raw}
    rest_old = [i for i in old if i not in taken_old]
    rest_new = [j for j in new if j not in taken_new]
    pair.old.fold(rest_old)
    pair.new.fold(rest_new)
    keys_old, keys_new = ({p: side.key(p) for p in rest} for side, rest in ((pair.old, rest_old), (pair.new, rest_new)))
    folded = _unique((pair.old, rest_old, keys_old), (pair.new, rest_new, keys_new))
    spine = _spine(pair, raw + folded)
    settled = set(spine)
    elsewhere = [p for p in raw + folded if p not in settled and _length(pair, *p) >= ELSEWHERE]
    out_old, out_new = {i for i, _ in elsewhere}, {j for _, j in elsewhere}
    in_old, in_new = [i for i in old if i not in out_old], [j for j in new if j not in out_new]
    return _grow(pair, in_old, in_new, spine), elsewhere


Texts = Sequence[str] | Mapping[int, str]


def _unique(old: tuple[Side, Sequence[int], Texts], new: tuple[Side, Sequence[int], Texts]) -> list[tuple[int, int]]:
    found_old, found_new = _once(*old[1:]), _once(*new[1:])
    return [
        (i, j)
        for text, i in found_old.items()
        if i >= 0 and (j := found_new.get(text, -1)) >= 0 and old[0].kinds[i] == new[0].kinds[j]
    ]


def _once(positions: Sequence[int], texts: Texts) -> dict[str, int]:
    """Where each text stands; -1 for one that stands twice."""
    found: dict[str, int] = {}
    for position in positions:
        text = texts[position]
        found[text] = -1 if text in found else position
    return found


def _spine(pair: Pair, pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    heavy = sorted(p for p in pairs if _length(pair, *p) >= LIGHT)
    if all(before[1] < after[1] for before, after in pairwise(heavy)):
        return heavy
    beads = [Bead(i, i + 1, j, j + 1, _weight(pair.old.texts[i], pair.new.texts[j])) for i, j in heavy]
    return [(beads[k].old_start, beads[k].new_start) for k in heaviest(beads)]


def _weight(old: str, new: str) -> float:
    """Characters, and what settles ties."""
    return min(len(old), len(new)) + (2 * jitter(old) if old == new else jitter(old, new))


def _grow(
    pair: Pair, old: Sequence[int], new: Sequence[int], spine: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    rank_old = dict(zip(old, range(len(old)), strict=True))
    rank_new = dict(zip(new, range(len(new)), strict=True))
    grown: list[tuple[int, int]] = []
    i = j = 0
    for a, b in [*[(rank_old[p], rank_new[q]) for p, q in spine], (len(old), len(new))]:
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


def _length(pair: Pair, i: int, j: int) -> int:
    """Characters of a text; of two that differ in spaces or glyphs the fewer, whichever side is old."""
    return min(len(pair.old.texts[i]), len(pair.new.texts[j]))
