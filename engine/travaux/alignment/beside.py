"""Paragraphs that moved together: the neighbours of what moved, linked as if they stood in a gap of their own."""

from collections.abc import Iterable, Sequence

from travaux.alignment.candidates import Likenesses
from travaux.alignment.gaps import BREAK_EVEN, stands
from travaux.alignment.sides import Pair
from travaux.alignment.tie import Tie


def beside(
    pair: Pair, likenesses: Likenesses, ties: Sequence[Tie], old: Iterable[int], new: Iterable[int]
) -> list[tuple[int, int]]:
    """Return pairs of left-over positions that stand directly before or after both sides of a link."""
    free_old, free_new = set(old), set(new)
    waiting = [(tie.old[k], tie.new[k], step) for tie in ties if tie.old and tie.new for k, step in ((0, -1), (-1, 1))]
    out = []
    while waiting:
        i, j, step = waiting.pop()
        i, j = i + step, j + step
        if i not in free_old or j not in free_new:
            continue
        likeness = likenesses.get((i, j), 0.0)
        if likeness > BREAK_EVEN and stands(pair, i, j, likeness):
            out.append((i, j))
            free_old.remove(i)
            free_new.remove(j)
            waiting.append((i, j, step))
    return out
