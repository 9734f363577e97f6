"""Corners that join a row of a concordance to the row above it: a split forks, a merge meets."""

from collections.abc import Sequence
from typing import Literal

from travaux.model.history import Lineage
from travaux.renderers.wording.descents import first, last

Way = Literal["split", "merged"]
_LAST: dict[Way, str] = {"split": "└", "merged": "┘"}
_MIDDLE: dict[Way, str] = {"split": "├", "merged": "┤"}


class Corners:
    """The corners of rows in the order in which they are shown."""

    def __init__(self, rows: Sequence[Lineage]) -> None:
        self._rows = rows

    def corner(self, row: int, draft: int, way: Way) -> str:
        """Return the corner of a row in a draft, in which it begins or in which it is no more for the first time.

        Empty where it was neither split off nor merged there, and where the other row does not stand above it.
        """
        relative = self._relative(row, draft, way)
        if relative is None:
            return ""
        above = row - 1
        while above >= 0 and self._relative(above, draft, way) == relative:
            above -= 1
        if above < 0 or self._rows[above].id != relative:
            return ""
        goes_on = row + 1 < len(self._rows) and self._relative(row + 1, draft, way) == relative
        return (_MIDDLE if goes_on else _LAST)[way]

    def ways(self) -> set[Way]:
        """Return which ways have a corner in any row."""
        found: set[Way] = set()
        for row, line in enumerate(self._rows):
            if self.corner(row, first(line), "split"):
                found.add("split")
            if self.corner(row, last(line) + 1, "merged"):
                found.add("merged")
        return found

    def _relative(self, row: int, draft: int, way: Way) -> str | None:
        """The line from which a row was split in a draft, or into which it was merged."""
        line = self._rows[row]
        if way == "merged":
            return line.merged_into if last(line) == draft - 1 else None
        return line.split_from if first(line) == draft else None
