"""Which level a lettered, roman or bulleted item stands on, from the run of its neighbours.

`(i)` is the ninth letter or roman one; the item after it decides, and whether a run of letters is open at `(h)`
(Editorial Manual, degrees of subparagraphs: (a), (i), a., i.).
"""

from dataclasses import dataclass

from travaux.labels import LONGEST_LETTERS
from travaux.numerals import from_list_letters, from_roman
from travaux.parsing.markers import Marker

DEEPEST = 8
"""Most levels below a paragraph. Range 4 and more: the Editorial Manual has four."""

LONGEST = 39
"""Highest roman number that an item of a list is read as; `(l)` is a letter. Range 30-49: no list has passed XXX."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a marker: a style of numbering, and the position in it from 1."""

    style: str
    value: int


def readings(marker: Marker) -> tuple[Reading, ...]:
    """Return every reading of a marker, the letter before the roman number."""
    if marker.kind == "bullet":
        return (Reading("bullet", 0),)
    if marker.kind in ("dotted", "number"):
        return (Reading(marker.kind, 0),)
    point = "." if marker.label.endswith(".") else ")"
    inside = marker.inside
    if inside.isdecimal():
        return (Reading("1" + point, int(inside)),)
    letter = from_list_letters(inside) if len(inside) <= LONGEST_LETTERS else None
    number = from_roman(inside) or 0
    out = [Reading("a" + point, letter)] if letter else []
    if 0 < number <= LONGEST:
        out.append(Reading("i" + point, number))
    return tuple(out) or (Reading("a" + point, 0),)


def follows(before: str, after: str) -> bool:
    """Whether a number or letter is the next one after another: 3 and 4, b and c, ii and iii."""
    if before.isdecimal() or after.isdecimal():
        return before.isdecimal() and after.isdecimal() and int(after) == int(before) + 1
    label = Marker("sub", "()", before, 0), Marker("sub", "()", after, 0)
    return any(r.style == s.style and s.value == r.value + 1 for r in readings(label[0]) for s in readings(label[1]))


class Levels:
    """The open levels below one paragraph; `place` says on which level the next item stands."""

    def __init__(self) -> None:
        self._open: list[Reading] = []
        self._path: list[str] = []

    def place(self, marker: Marker, following: Marker | None, *, introduced: bool) -> tuple[str, ...]:
        """Return the path of an item below its paragraph, such as `("a", "ii")`.

        Args:
            marker: the item's own.
            following: the next item's, for `(i)`.
            introduced: whether the item before it ends with a colon.
        """
        depth, reading = self._choose(readings(marker), following, introduced=introduced)
        if reading.style == "bullet":
            before = self._open[depth].value if depth < len(self._open) else 0
            reading = Reading("bullet", before + 1)
        del self._open[depth:], self._path[depth:]
        self._open.append(reading)
        self._path.append(str(reading.value) if reading.style == "bullet" else marker.inside)
        return tuple(self._path)

    def _choose(
        self, options: tuple[Reading, ...], following: Marker | None, *, introduced: bool
    ) -> tuple[int, Reading]:
        continued = [
            (depth, r)
            for depth in range(len(self._open) - 1, -1, -1)
            for r in options
            if r.style == self._open[depth].style and (r.value == self._open[depth].value + 1 or r.style == "bullet")
        ]
        fresh = next((r for r in options if r.value == 1 and all(r.style != o.style for o in self._open)), None)
        if continued and fresh and following is not None and Reading(fresh.style, 2) in readings(following):
            return len(self._open), fresh
        if continued and not (introduced and options[0].value == 1):
            return continued[0]
        if introduced and self._open:
            first = next((r for r in options if r.value == 1), None)
            if first is not None and len(self._open) < DEEPEST:
                return len(self._open), first
        for depth in range(len(self._open) - 1, -1, -1):
            for r in options:
                if r.style == self._open[depth].style:
                    return depth, r
        return len(self._open), fresh or self._likely(options, following)

    @staticmethod
    def _likely(options: tuple[Reading, ...], following: Marker | None) -> Reading:
        if following is not None:
            for option in options:
                if Reading(option.style, option.value + 1) in readings(following):
                    return option
        return options[0]
