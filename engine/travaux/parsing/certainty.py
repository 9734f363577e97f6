"""Which of the numbers that may be note marks are: a figure must never be taken out of a text.

Printed marks are. A plain number is one only where the place where it stands and the run of the notes agree; one that
is not certain stays in the text, where a reader sees it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from travaux.parsing.marks import Found

COUNT_STEP = 5
"""How far a mark may run ahead of the last one, in notes. Range 2-9; flat there."""


class Certainty:
    """One walk through the marks of a source, in order."""

    def __init__(self, numbers: Sequence[str], found: Iterable[Found]) -> None:
        """Begin.

        Args:
            numbers: those of the notes' bodies, in order; none in a text that has lost them.
            found: all that may be marks, outside of the bodies.
        """
        self.numbers = numbers
        self.known = frozenset(numbers)
        candidates = list(found)
        self.printed = frozenset(mark.number for mark in candidates if mark.way == "printed")
        self.times = Counter(mark.number for mark in candidates)
        self.next = 0
        """How many bodies are behind the last mark's."""
        self.greatest = 0

    def takes(self, mark: Found) -> bool:
        """Whether a number is a mark; the walk then goes on behind it."""
        taken = mark.way == "printed" or self._is_plain_mark(mark)
        if taken and mark.number.isdecimal():
            self.greatest = max(self.greatest, int(mark.number))
            ahead = self._ahead(mark.number)
            self.next = self.next if ahead is None else self.next + ahead + 1
        return taken

    def _is_plain_mark(self, mark: Found) -> bool:
        if mark.way == "slash":
            return mark.number in self.known
        if self.printed and (mark.way == "spaced" or mark.number in self.printed):
            return False
        ahead = self._ahead(mark.number)
        if mark.way == "spaced" and not mark.closes:
            return ahead == 0 and self.times[mark.number] == 1
        if mark.number in self.known:
            return int(mark.number) <= self.greatest or (ahead is not None and ahead < COUNT_STEP)
        if mark.way == "spaced":
            return False
        if self.printed:
            return False
        return mark.closes or (not self.known and 0 < int(mark.number) <= self.greatest + COUNT_STEP)

    def _ahead(self, number: str) -> int | None:
        """How many bodies stand between the last mark's and the next one of a number; None where there is none."""
        try:
            return self.numbers.index(number, self.next) - self.next
        except ValueError:
            return None
