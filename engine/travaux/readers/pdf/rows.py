"""From runs to rows: what stands on one base line, raised signs beside the words that they belong to."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from travaux.readers.pdf.lines import LABEL
from travaux.readers.pdf.page import Row, Run

SAME_BASE = 0.25
"""How far base lines of one row may differ, in the smaller font size. Range .1-.3: a raised sign is off by .3."""

RAISED = 0.82
"""Largest font size of a raised sign, in that of the words beside it. Range .7-.9; word processors take .58 to .67."""

LIFT = (0.12, 0.75)
"""How far above the base line a raised sign stands, in the font size of the words."""

WIDE = 2.5
"""Narrowest gap that parts cells, in the font size. Range 2-3.5; words of a filled line have up to 1.6."""

NARROW = 1.1
"""The same in a row that has cells. Range .9-1.5; words of cells have up to .6."""

LONGEST_SIGN = 12
"""Most characters of raised signs, such as `12, 13`."""

FARTHEST = 40.0
"""How far below a raised sign, in points, the base line of its words may be; headlines have up to 15."""


def rows(runs: Iterable[Run]) -> list[Row]:
    """Return the rows of a page from top to bottom."""
    found: list[Row] = []
    for run in sorted(runs, key=lambda r: (-r.base, r.left)):
        if found and found[-1].base - run.base <= SAME_BASE * min(run.size, found[-1].runs[0].size):
            found[-1].runs.append(run)
        else:
            found.append(Row(run.base, [run]))
    return _with_signs(found)


def _with_signs(found: list[Row]) -> list[Row]:
    """Give raised signs to the rows of their words."""
    heights = [-row.base for row in found]
    sizes = [max(run.size for run in row.runs) for row in found]
    for row in found:
        row.runs.sort(key=lambda r: r.left)
    lefts = [[run.left for run in row.runs] for row in found]
    homes: list[list[Run]] = [[] for _ in found]
    kept: list[list[Run]] = []
    for at, row in enumerate(found):
        stay: list[Run] = []
        for run in row.runs:
            home = None
            if run.text.strip() and len(run.text) <= LONGEST_SIGN:
                below = range(at, bisect_left(heights, -run.base + FARTHEST))
                home = next(
                    (n for n in below if run.size <= RAISED * sizes[n] and _is_raised(run, found[n], lefts[n])), None
                )
            (stay if home is None else homes[home]).append(run)
        kept.append(stay)
    for row, stay, raised in zip(found, kept, homes, strict=True):
        row.runs, row.raised = stay, sorted(raised, key=lambda r: r.left)
    return [row for row in found if row.runs]


def _is_raised(run: Run, row: Row, lefts: Sequence[float]) -> bool:
    """Whether a run stands raised beside words of a row."""
    at = bisect_left(lefts, run.left)
    for word in row.runs[max(0, at - 2) : at + 2]:
        lift = run.base - word.base
        raised = run.size <= RAISED * word.size and LIFT[0] * word.size <= lift <= LIFT[1] * word.size
        if raised and word.left - 1.5 * word.size <= run.right and run.left <= word.right + word.size:
            return True
    return False


def segments(row: Row, gutter: float | None = None) -> list[list[Run]]:
    """Cut the runs of a row where a wide gap parts cells, or at a gutter; beside one, narrower gaps part cells too."""
    parts = _segments(row, gutter, WIDE)
    return parts if len(parts) == 1 or gutter is not None else _segments(row, None, NARROW)


def _segments(row: Row, gutter: float | None, wide: float) -> list[list[Run]]:
    parts: list[list[Run]] = []
    for run in row.runs:
        if not run.text.strip() and parts and run is not row.runs[-1]:
            parts[-1].append(run)
            continue
        before = parts[-1][-1] if parts else None
        if before is None or _parts(parts[-1], run, gutter, wide):
            parts.append([run])
        else:
            parts[-1].append(run)
    return parts


def _parts(before: Sequence[Run], run: Run, gutter: float | None, wide: float) -> bool:
    end = max((r.right for r in before if r.text.strip()), default=before[-1].right)
    if gutter is not None:
        return end <= gutter + 1 and run.left >= gutter - 1
    if run.left - end <= wide * max(run.size, before[-1].size):
        return False
    return LABEL.fullmatch("".join(r.text for r in before)) is None
