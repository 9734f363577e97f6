"""The longest common subsequence of two sequences, exact up to a stated size and by anchors above it."""

from bisect import bisect_left
from collections.abc import Hashable, Sequence

CELLS = 400_000_000
"""Largest product of two lengths that is solved exactly; a cell is a bit or two, so at most 100 MB are held.
Range 10^6 to 10^9. Two sequences of 20,000 items take half a second."""

WIDTH = 50_000
"""Longest sequence that is solved exactly, whatever the other: the time to set up the bits grows with its
square. Range 10^4 to 10^5."""

ROUNDS = 24
"""How often a stretch that is too large is parted at anchors before it is given up. Range 4 to 64: each round
leaves less, and what is too large after 24 has next to nothing in it that occurs once."""

Run = tuple[int, int, int]
"""Position in old, position in new, length of a run of equal items."""

Span = tuple[int, int, int, int]
"""Start and end in old, start and end in new."""

_FOUND = -1  # in place of rounds: a run found on the way, put back to come out in its order


def common(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Run]:
    """Return the runs of a longest common subsequence, in order.

    Exact while the lengths, common ends taken off, stay within `WIDTH` and their product within `CELLS`.
    Above, the stretch is parted at items that occur once on each side (the longest chain of them in order)
    and each part is solved for itself; a part that has no such item is given up: nothing in it is common
    but its ends.

    >>> common("abcde", "abxde")
    [(0, 0, 2), (3, 3, 2)]
    """
    runs: list[Run] = []
    stretches: list[tuple[Span, int]] = [((0, len(old), 0, len(new)), ROUNDS)]
    while stretches:
        (old_start, old_end, new_start, new_end), rounds = stretches.pop()
        if rounds == _FOUND:
            runs.append((old_start, new_start, old_end - old_start))
            continue
        place = old_start
        while place < old_end and new_start < new_end and old[place] == new[new_start]:
            place, new_start = place + 1, new_start + 1
        if place > old_start:
            length = place - old_start
            runs.append((old_start, new_start - length, length))
            old_start = place
        place = old_end
        while old_start < place and new_start < new_end and old[place - 1] == new[new_end - 1]:
            place, new_end = place - 1, new_end - 1
        if place < old_end:
            stretches.append(((place, old_end, new_end, new_end + old_end - place), _FOUND))
            old_end = place
        rest = (old_start, old_end, new_start, new_end)
        old_size, new_size = old_end - old_start, new_end - new_start
        if not old_size or not new_size:
            continue
        if old_size <= WIDTH and new_size <= WIDTH and old_size * new_size <= CELLS:
            runs += _exact(old, new, rest)
        elif rounds:
            stretches += ((part, rounds - 1) for part in reversed(_parts(old, new, rest)))
    return runs


def _exact(old: Sequence[Hashable], new: Sequence[Hashable], span: Span) -> list[Run]:
    """Bit-parallel: a row of the table is one integer, its zero bits the steps of the length (Hyyrö 2004).

    Sums carry into bits beyond the old stretch, which nothing reads: at most one for each step of the length.
    """
    old_start, old_end, new_start, new_end = span
    places: dict[Hashable, int] = {}
    place = places.get
    bit = 1
    for item in old[old_start:old_end]:
        places[item] = place(item, 0) | bit
        bit <<= 1
    row = bit - 1
    rows = []
    for item in new[new_start:new_end]:
        matches = row & place(item, 0)
        if matches:
            row = (row + matches) | (row - matches)
        rows.append(row)
    return _traced(old, new, span, rows)


def _traced(old: Sequence[Hashable], new: Sequence[Hashable], span: Span, rows: list[int]) -> list[Run]:
    """The pairs that the rows hold, from the end to the beginning, in runs."""
    old_start, old_end, new_start, new_end = span
    old_place, new_place = old_end - 1, new_end - 1
    runs: list[Run] = []
    while old_place >= old_start and new_place >= new_start:
        if old[old_place] == new[new_place]:
            last = old_place
            while old_place >= old_start and new_place >= new_start and old[old_place] == new[new_place]:
                old_place -= 1
                new_place -= 1
            runs.append((old_place + 1, new_place + 1, last - old_place))
        elif rows[new_place - new_start] >> (old_place - old_start) & 1:
            old_place -= 1
        else:
            new_place -= 1
    runs.reverse()
    return runs


def _parts(old: Sequence[Hashable], new: Sequence[Hashable], span: Span) -> list[Span]:
    """A stretch parted before each of its anchors; nothing where there is none."""
    old_start, old_end, new_start, new_end = span
    anchors = _anchors(old, new, span)
    starts = [(old_start, new_start), *anchors]
    ends = [*anchors, (old_end, new_end)]
    return [(s[0], e[0], s[1], e[1]) for s, e in zip(starts, ends, strict=True)] if anchors else []


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable], span: Span) -> list[tuple[int, int]]:
    """The longest chain of items that occur once on each side, as positions in both, in order."""
    old_start, old_end, new_start, new_end = span
    old_places = _single(old, old_start, old_end)
    pairs = [
        (old_places[item], place) for item, place in _single(new, new_start, new_end).items() if item in old_places
    ]
    tops: list[int] = []
    ends: list[int] = []
    before = [-1] * len(pairs)
    for index, (place, _) in enumerate(pairs):
        rank = bisect_left(tops, place)
        tops[rank : rank + 1] = [place]
        ends[rank : rank + 1] = [index]
        if rank:
            before[index] = ends[rank - 1]
    chain = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    chain.reverse()
    return chain


def _single(items: Sequence[Hashable], start: int, end: int) -> dict[Hashable, int]:
    """Items that occur once in a stretch, with their positions, in order."""
    places: dict[Hashable, int] = {}
    for place in range(start, end):
        item = items[place]
        places[item] = -1 if item in places else place
    return {item: place for item, place in places.items() if place >= 0}
