"""Paragraphs that moved together: the neighbours of what moved, linked as if they stood in a gap of their own."""

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush

from travaux.alignment.candidates import Likenesses
from travaux.alignment.gaps import BREAK_EVEN, stands
from travaux.alignment.sides import Pair
from travaux.alignment.tie import Tie


def beside(
    pair: Pair, likenesses: Likenesses, ties: Sequence[Tie], old: Iterable[int], new: Iterable[int]
) -> list[tuple[int, int]]:
    """Return pairs of left-over positions that stand directly before or after both sides of a link, likest first."""
    free_old, free_new = set(old), set(new)

    def neighbours(i: int, j: int, step: int) -> list[tuple[float, int, int, int]]:
        i, j = i + step, j + step
        likeness = likenesses.get((i, j), 0.0) if i in free_old and j in free_new else 0.0
        return [(-likeness - pair.toss(i, j), i, j, step)] if likeness > BREAK_EVEN else []

    ends = ((tie.old[k], tie.new[k], step) for tie in ties if tie.old and tie.new for k, step in ((0, -1), (-1, 1)))
    waiting = [found for end in ends for found in neighbours(*end)]
    heapify(waiting)
    out = []
    while waiting:
        _, i, j, step = heappop(waiting)
        if i in free_old and j in free_new and stands(pair, i, j, likenesses[i, j]):
            out.append((i, j))
            free_old.remove(i)
            free_new.remove(j)
            for found in neighbours(i, j, step):
                heappush(waiting, found)
    return out
