"""Rows for a spreadsheet: comma-separated values in which nothing is computed."""

import csv
import io
from collections.abc import Iterable

_FORMULA = ("=", "+", "-", "@")
"""How a cell begins that a spreadsheet would compute; an apostrophe before it keeps it a text."""


def separated(rows: Iterable[Iterable[str]]) -> str:
    r"""Return rows of cells as comma-separated values; lines end in a line feed.

    >>> separated([["OP1", "=1+1, indeed"]])
    'OP1,"\'=1+1, indeed"\n'
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for row in rows:
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row])
    return out.getvalue()
