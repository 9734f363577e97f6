"""The heaviest chain: of beads on two texts, those that stand in the same order on both."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple
from zlib import crc32


class Bead(NamedTuple):
    """A run of old and a run of new paragraphs that belong together, each from `start` to before `end`."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    weight: float


def heaviest(beads: Sequence[Bead]) -> list[int]:
    """Return the indices of beads that form the heaviest chain, in order.

    In a chain each bead begins, on both sides, at or after the end of the one before. Weights are positive.
    Whatever the size of the texts, the time is that of sorting the beads.

    >>> heaviest([Bead(0, 1, 2, 3, 1.0), Bead(1, 2, 0, 1, 1.0), Bead(2, 3, 1, 2, 1.0)])
    [1, 2]
    """
    order = sorted(range(len(beads)), key=beads.__getitem__)
    if _increasing(beads, order):
        return order
    stairs = _Stairs()
    total = [0.0] * len(beads)
    before = [-1] * len(beads)
    waiting = sorted(order, key=lambda k: beads[k].old_end)
    entered = 0
    for k in order:
        bead = beads[k]
        while beads[waiting[entered]].old_end <= bead.old_start:
            done = waiting[entered]
            stairs.enter(beads[done].new_end, total[done], done)
            entered += 1
        found, before[k] = stairs.best(bead.new_start)
        total[k] = found + bead.weight
    last = max(order, key=total.__getitem__)
    chain = []
    while last >= 0:
        chain.append(last)
        last = before[last]
    return chain[::-1]


def jitter(*texts: str) -> float:
    """Return less than 1/1000 for up to four texts, from the words alone.

    It settles ties in the same way whichever side is old.
    """
    return sum([crc32(text.encode()) for text in texts]) * 2.0**-44


def toss(one: int, other: int) -> float:
    """Return less than 1/10**9 for two positions; another number for the same two exchanged.

    It settles ties that words and distances leave (`Pair.toss`: in the same way whichever side is old).
    """
    found = ((one + 1) * 0x9E3779B1 ^ (other + 1) * 0x85EBCA6B) & 0xFFFFFFFF
    # mixed, or the sums of two pairs and of the same two crossed would often be equal, bit by bit
    return ((found ^ found >> 15) * 0x2C1B3C6D & 0xFFFFFFFF) * 2.0**-62


def _increasing(beads: Sequence[Bead], order: Sequence[int]) -> bool:
    old = new = 0
    for k in order:
        bead = beads[k]
        if bead.old_start < old or bead.new_start < new:
            return False
        old, new = bead.old_end, bead.new_end
    return True


class _Stairs:
    """The best chain by where it ends: the further the end, the heavier, or the step is left out."""

    def __init__(self) -> None:
        self.ends: list[int] = []
        self.totals: list[float] = []
        self.lasts: list[int] = []

    def best(self, start: int) -> tuple[float, int]:
        """Return weight and last bead of the heaviest chain that ends at or before `start`."""
        step = bisect_right(self.ends, start)
        return (self.totals[step - 1], self.lasts[step - 1]) if step else (0.0, -1)

    def enter(self, end: int, total: float, last: int) -> None:
        """Make a chain known."""
        step = bisect_left(self.ends, end)
        if step and self.totals[step - 1] >= total:
            return
        after = step
        while after < len(self.ends) and self.totals[after] <= total:
            after += 1
        if after == step and step < len(self.ends) and self.ends[step] == end:
            return
        self.ends[step:after] = [end]
        self.totals[step:after] = [total]
        self.lasts[step:after] = [last]
