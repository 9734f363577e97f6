"""What two sequences have in common: the longest subsequence, exact up to a stated size and by anchors above it."""

from bisect import bisect_left
from collections.abc import Hashable, Sequence
from itertools import repeat

CELLS = 400_000_000
"""Largest product of two lengths that is solved exactly; a cell is a bit or two, so at most 100 MB are held.
Range 10^6 to 10^9. Two sequences of 20,000 items take half a second."""

WIDTH = 50_000
"""Longest sequence that is solved exactly, whatever the other: the time to set up the bits grows with its
square. Range 10^4 to 10^5."""

GRAMS = (1, 3, 9, 27)
"""Lengths of the runs by whose single occurrences a stretch that is too large is parted, tried in turn. Where each
of 200 words is frequent, three in a row are still rare; 27 part what a text repeats by the page."""

ROUNDS = 8
"""How often a stretch is parted by runs of one length. Range 4 to 64: each round leaves less, and what is too large
after 8 has next to nothing in it that occurs once."""

HALVED = 100
"""By how much less than `CELLS` a part must have that was parted in the middle, where parts of any size are a
guess. Range 1 to 1000: of 100,000 items in a circle of seven, 99.95 % of what is common is found at 1, 99.91 % at
100 and 99.80 % at 1000, in the same time."""

Run = tuple[int, int, int]
"""Position in old, position in new, length of a run of equal items."""

Span = tuple[int, int, int, int]
"""Start and end in old, start and end in new."""

_FOUND = -1  # in place of what was tried: a run found on the way, put back to come out in its order


def common(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Run]:
    """Return the runs of a longest common subsequence, in order.

    Exact while the lengths, common ends taken off, stay within `WIDTH` and their product within `CELLS`.
    Above, the stretch is parted at items that occur once on each side (the longest chain of them in order), or
    where there are none at runs of `GRAMS` items that do, and else in the middle of both sides; each part is
    solved for itself. So what is found is common and in order, but a longer one may exist.

    >>> common("abcde", "abxde")
    [(0, 0, 2), (3, 3, 2)]
    """
    runs: list[Run] = []
    stretches: list[tuple[Span, int]] = [((0, len(old), 0, len(new)), 0)]
    while stretches:
        (old_start, old_end, new_start, new_end), tried = stretches.pop()
        if tried == _FOUND:
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
        if not old_size or not new_size or old_size == 1 == new_size:  # one on each side are not equal
            continue
        if (
            old_size <= WIDTH
            and new_size <= WIDTH
            and old_size * new_size <= (CELLS if tried < len(GRAMS) * ROUNDS else CELLS // HALVED)
        ):
            runs += _exact(old, new, rest)
            continue
        parts, tried = _parts(old, new, rest, tried)
        stretches += ((part, tried) for part in reversed(parts))
    return runs


def common_start(old: str, new: str) -> int:
    """Return the length of the common beginning, by halving: comparing slices is what Python does fastest.

    >>> common_start("States and others", "States or others")
    7
    """
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def common_end(old: str, new: str, most: int) -> int:
    """Return the length of the common end, or `most` if it is longer.

    >>> common_end("States and others", "States or others", 16)
    7
    """
    old, new = old[len(old) - most :], new[len(new) - most :]
    low, high = 0, most
    while low < high:
        middle = (low + high) // 2
        if old[middle:high] == new[middle:high]:
            high = middle
        else:
            low = middle + 1
    return most - high


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
    for found in map(place, new[new_start:new_end], repeat(0)):
        matches = row & found
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


def _parts(old: Sequence[Hashable], new: Sequence[Hashable], span: Span, tried: int) -> tuple[list[Span], int]:
    """A stretch parted before each of its anchors; and what is to be tried on the parts, as a count of rounds."""
    old_start, old_end, new_start, new_end = span
    for number in range(tried // ROUNDS, len(GRAMS)):
        size = GRAMS[number]
        anchors = _anchors(_grams(old, old_start, old_end, size), _grams(new, new_start, new_end, size))
        if anchors:
            places = [(old_start + old_place, new_start + new_place) for old_place, new_place in anchors]
            starts, ends = [(old_start, new_start), *places], [*places, (old_end, new_end)]
            parts = [(s[0], e[0], s[1], e[1]) for s, e in zip(starts, ends, strict=True)]
            return parts, max(tried, number * ROUNDS) + 1
    middle = (old_start + old_end) // 2, (new_start + new_end) // 2
    halves = [(old_start, middle[0], new_start, middle[1]), (middle[0], old_end, middle[1], new_end)]
    return halves, len(GRAMS) * ROUNDS


def _grams(items: Sequence[Hashable], start: int, end: int, size: int) -> Sequence[Hashable]:
    """For each place of a stretch the run of items that begins there."""
    stretch = items[start:end]
    return stretch if size == 1 else list(zip(*(stretch[offset:] for offset in range(size)), strict=False))


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """The longest chain of items that occur once on each side, as positions in both, in order."""
    old_places = _single(old)
    pairs = [(old_places[item], place) for item, place in _single(new).items() if item in old_places]
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


def _single(items: Sequence[Hashable]) -> dict[Hashable, int]:
    """Items that occur once in a stretch, with their positions, in order."""
    places: dict[Hashable, int] = {}
    for place, item in enumerate(items):
        places[item] = -1 if item in places else place
    return {item: place for item, place in places.items() if place >= 0}
