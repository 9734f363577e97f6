"""What the gaps left over: paragraphs that stand elsewhere in the other text."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from travaux.alignment.assignment import assign
from travaux.alignment.candidates import Likenesses
from travaux.alignment.chain import jitter
from travaux.alignment.evidence import evidence
from travaux.alignment.rivals import Rivals
from travaux.alignment.sides import Pair

LIKE = 0.50
"""Likeness that a moved paragraph must keep. Range .40 to .60: on the redrafts no link changes."""
SHORT = 900
"""Weight under which a paragraph is short: about four telling words (64 is one natural unit of surprise).

Range 500 to 1300: 4 links of 596 real pairs change, none of the redrafts.
"""
SHORT_LIKE = 0.85
"""Likeness that a short one must keep. Range .75 to .95: no link of the redrafts or the real pairs changes."""
FAR, ALONE = 2.1, 3.0
"""Evidence from which paragraphs less alike are linked, once splits and merges have taken theirs; and what is added to
it, times the distance, for being likelier than the next rival: of a formula there are many, of a reworded paragraph
there is one.

FAR 1.9 to 2.3: hard links of the real pairs .988; .985 with FAR 1.7 and ALONE 0; redrafts unchanged.
"""
FAR_LIKE = 0.20
"""Likeness that they must have at least. Range .1 to .4: no link changes on the redrafts, nor on the real pairs up to
.3; it bounds what is weighed."""
NEAR = 0.02
"""What the distance between places takes off, at most. Range 0 to .1: no link of 596 real pairs or the redrafts
changes; it settles ties."""
LARGEST = 30
"""Largest group of rivals that is assigned exactly; a larger one is taken greedily, best first.

Range 1 to 100: no link of 596 real pairs or the redrafts changes. It bounds the work, which grows with its third power.
"""

Pairs = list[tuple[int, int]]


def moves(pair: Pair, likenesses: Likenesses, old: Iterable[int], new: Iterable[int]) -> Pairs:
    """Return pairs of left-over positions that are alike out of order."""

    def worth(i: int, j: int, likeness: float) -> float:
        short = min(pair.old.weights[i], pair.new.weights[j]) < SHORT
        return likeness if likeness >= (SHORT_LIKE if short else LIKE) else 0.0

    return _assigned(pair, likenesses, (old, new), worth)


def remnants(pair: Pair, likenesses: Likenesses, old: Iterable[int], new: Iterable[int]) -> Pairs:
    """Return pairs of left-over positions of which one is what remained of the other, though less alike."""
    rivals = Rivals(likenesses)

    def worth(i: int, j: int, likeness: float) -> float:
        if likeness < FAR_LIKE:
            return 0.0
        found = evidence(pair, i, j, likeness) + ALONE * rivals.margin(i, j, likeness)
        return found if found >= FAR else 0.0

    return _assigned(pair, likenesses, (old, new), worth)


def _assigned(
    pair: Pair,
    likenesses: Likenesses,
    free: tuple[Iterable[int], Iterable[int]],
    worth: Callable[[int, int, float], float],
) -> Pairs:
    free_old, free_new = set(free[0]), set(free[1])
    found: dict[tuple[int, int], float] = {}
    for (i, j), likeness in likenesses.items():
        if i in free_old and j in free_new and (value := worth(i, j, likeness)) > 0:
            away = abs(i / len(pair.old) - j / len(pair.new))
            found[i, j] = value - NEAR * away + jitter(pair.old.key(i), pair.new.key(j)) + pair.toss(i, j)
    return [p for group in _groups(found) for p in _settled(found, group)]


def _groups(worth: dict[tuple[int, int], float]) -> list[Pairs]:
    """Pairs that share a paragraph, directly or through others, together."""
    up: dict[tuple[int, int], tuple[int, int]] = {}

    def root(x: tuple[int, int]) -> tuple[int, int]:
        while up.setdefault(x, x) != x:
            up[x] = up[up[x]]
            x = up[x]
        return x

    for i, j in worth:
        up[root((0, i))] = root((1, j))
    groups: defaultdict[tuple[int, int], Pairs] = defaultdict(list)
    for i, j in sorted(worth):
        groups[root((0, i))].append((i, j))
    return list(groups.values())


def _settled(worth: dict[tuple[int, int], float], group: Pairs) -> Pairs:
    if len(group) == 1:
        return group
    rows, columns = sorted({i for i, _ in group}), sorted({j for _, j in group})
    if max(len(rows), len(columns)) > LARGEST:
        return _greedy(worth, group)
    if len(rows) > len(columns):
        mirrored = {(j, i): worth[i, j] for i, j in group}
        return [(i, j) for j, i in _settled(mirrored, list(mirrored))]
    grid = [[worth.get((i, j), 0.0) for j in columns] for i in rows]
    chosen = [(rows[r], columns[c]) for r, c in enumerate(assign(grid))]
    return [p for p in chosen if p in worth]


def _greedy(worth: dict[tuple[int, int], float], group: Pairs) -> Pairs:
    out: Pairs = []
    used_old: set[int] = set()
    used_new: set[int] = set()
    for i, j in sorted(group, key=lambda p: -worth[p]):
        if i not in used_old and j not in used_new:
            out.append((i, j))
            used_old.add(i)
            used_new.add(j)
    return out
