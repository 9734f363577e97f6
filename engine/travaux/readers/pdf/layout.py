"""The order in which a page is read: rows from top to bottom, one column after the other, cells of a table in a row."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from statistics import median

from travaux.readers.pdf.lines import line
from travaux.readers.pdf.page import SIDEWAYS, Line, Page, Row, Run, Words
from travaux.readers.pdf.rows import rows, segments

PIECE_GAP = 0.7
"""Narrowest gap between pieces of a row that a gutter may run through, in the font size. Range .5-1."""

FEWEST = 8
"""Fewest rows of text on each side of a gutter. Range 5-12."""

CROSSING = 0.15
"""Largest share of rows that cross a gutter: headings over both columns. Range .1-.25."""

FILLED = 0.6
"""How much of a column its lines fill at the least, in the middle; the cells of tables are less full. Range .5-.75."""

LETTERS = 0.8
"""Share of characters of such a line that are not figures. Range .7-.9; rows of figures have less."""

MOSTLY = 0.6
"""Share of the lines of a column that are such lines; the rest is short. Range .5-.8."""

PROSE = 18
"""Fewest characters of a piece that may be a line of a column. Range 15-25."""

WIDEST = 14_400.0
"""Width of the widest page, in points, that the format allows."""

_MIDDLE = (0.3, 0.7)
_SAME_CELL = 8.0
_HEADLINE = 1.3


@dataclass(frozen=True, slots=True)
class Laid:
    """A page in the order of reading.

    Attributes:
        rows: lines; several stand side by side only where they may be cells.
        gutter: where, from the left, two columns are parted that were read one after the other; None for one column.
        unclear: whether it seems to be, and no gutter parts them.
        sideways: words that stand upright on the page.
    """

    rows: list[list[Line]]
    gutter: float | None
    unclear: bool
    sideways: str


@dataclass(frozen=True, slots=True)
class _Piece:
    left: float
    right: float
    length: int
    letters: int


def lay_all(pages: Sequence[Page]) -> list[Laid]:
    """Return the pages in the order of reading; a page whose last column is not full has the gutter of the others."""
    laid = [lay(page) for page in pages]
    found = [one.gutter for one in laid if one.gutter is not None]
    if not found:
        return laid
    usual = median(found)
    return [one if one.gutter is not None else lay(page, usual) for page, one in zip(pages, laid, strict=True)]


def lay(page: Page, usual: float | None = None) -> Laid:
    """Return the rows of a page in the order of reading.

    Args:
        page: the page.
        usual: the gutter of other pages, which this one has too if nearly nothing stands across it.
    """
    sideways = "".join(run.text for run in page.runs if run.style & SIDEWAYS)
    found = [row for row in rows(run for run in page.runs if not run.style & SIDEWAYS) if _seen(row.runs)]
    pieces = [_pieces(row) for row in found]
    gutter = _gutter(pieces) if usual is None else _usual_gutter(pieces, usual)
    cut = [[line(part, row.raised, page.number) for part in segments(row, gutter) if _seen(part)] for row in found]
    if gutter is None:
        return Laid(cut, gutter=None, unclear=_is_unclear(pieces), sideways=sideways.strip())
    return Laid([[ln] for ln in _by_column(cut, gutter)], gutter=gutter, unclear=False, sideways=sideways.strip())


def _seen(part: Sequence[Run]) -> bool:
    return any(run.text.strip() for run in part)


def _pieces(row: Row) -> list[_Piece]:
    """The parts of a row between gaps that a gutter may run through."""
    found: list[_Piece] = []
    for run in row.runs:
        if not run.text.strip():
            continue
        if found and run.left - found[-1].right < PIECE_GAP * run.size:
            last = found[-1]
            found[-1] = _Piece(
                last.left, max(last.right, run.right), last.length + len(run.text), last.letters + _letters(run)
            )
        else:
            found.append(_Piece(run.left, run.right, len(run.text), _letters(run)))
    return found


def _letters(run: Run) -> int:
    """How many characters of a run are not figures."""
    return sum(not character.isdecimal() for character in run.text)


def _gutter(rows_: Sequence[Sequence[_Piece]]) -> float | None:
    """Where, from the left, the gutter between two columns of text is; None where there is none."""
    pieces = [piece for row in rows_ for piece in row]
    if len(rows_) < FEWEST or not pieces:
        return None
    left, right = max(0.0, min(p.left for p in pieces)), min(WIDEST, max(p.right for p in pieces))
    best: list[float] = []
    run: list[float] = []
    crossing = _crossing(pieces, int(right) + 2)
    for x in range(int(left + (right - left) * _MIDDLE[0]), int(left + (right - left) * _MIDDLE[1])):
        if crossing[x] <= CROSSING * len(rows_):
            run.append(x)
        else:
            best, run = max(best, run, key=len), []
    best = max(best, run, key=len)
    if not best:
        return None
    gutter = (best[0] + best[-1]) / 2
    widths = best[0] - left, right - best[-1]
    sides = zip(*(_sides(row, gutter) for row in rows_), strict=True)
    return gutter if all(_is_column(side, width) for side, width in zip(sides, widths, strict=True)) else None


def _usual_gutter(rows_: Sequence[Sequence[_Piece]], usual: float) -> float | None:
    """The gutter of other pages, if the lines of this one keep to it."""
    over = sum(any(p.left < usual < p.right for p in row) for row in rows_)
    long = [p for row in rows_ for p in _sides(row, usual) if p is not None and p.length >= PROSE]
    return usual if over <= CROSSING * len(rows_) and len(long) >= 2 else None


def _sides(row: Sequence[_Piece], gutter: float) -> tuple[_Piece | None, _Piece | None]:
    """What of a row stands on the left of a gutter, and what on the right, each as one piece."""
    return (_whole([p for p in row if p.right <= gutter]), _whole([p for p in row if p.left >= gutter]))


def _whole(pieces: Sequence[_Piece]) -> _Piece | None:
    if not pieces:
        return None
    letters = sum(p.letters for p in pieces)
    return _Piece(pieces[0].left, max(p.right for p in pieces), sum(p.length for p in pieces), letters)


def _is_column(side: Sequence[_Piece | None], width: float) -> bool:
    """Whether what stands on one side of a gutter is lines of prose that fill their column."""
    lines = [piece for piece in side if piece is not None]
    prose = [piece for piece in lines if piece.length >= PROSE and piece.letters >= LETTERS * piece.length]
    if len(prose) < max(FEWEST, MOSTLY * len(lines)):
        return False
    return median(piece.right - piece.left for piece in prose) >= FILLED * width


def _crossing(pieces: Sequence[_Piece], width: int) -> list[int]:
    """How many pieces stand over each point of the width of a page."""
    change = [0] * (width + 2)
    for piece in pieces:
        first, last = (min(max(int(x), 0), width) for x in (piece.left + 1, piece.right))
        if first < last:
            change[first] += 1
            change[last] -= 1
    return list(accumulate(change))


def _is_unclear(rows_: Sequence[Sequence[_Piece]]) -> bool:
    """Whether many rows are two lines of prose side by side."""
    beside = sum(len([p for p in row if p.length >= PROSE]) == 2 and len(row) == 2 for row in rows_)
    return beside >= FEWEST and beside >= 0.3 * len(rows_)


def _by_column(cut: Sequence[Sequence[Line]], gutter: float) -> Iterator[Line]:
    """Read the left column, then the right one, between the lines that stand over both."""
    left: list[Line] = []
    right: list[Line] = []
    for row in cut:
        for one in row:
            if one.right <= gutter:
                left.append(replace(one, column="left"))
            elif one.left >= gutter:
                right.append(replace(one, column="right"))
            else:
                yield from (*left, *right)
                left, right = [], []
                yield one
    yield from (*left, *right)


def in_order(rows_: Sequence[Sequence[Line]], size: float) -> Iterator[Line]:
    """Yield lines; cells side by side are one line with tabs, and what hangs below them is added to its cell.

    The parts of a masthead, which stand beside a headline, are lines of their own.

    Args:
        rows_: the rows of a page without its edges.
        size: font size of the text.
    """
    table: Line | None = None
    beside: float | None = None
    """Where the part of a masthead begins that stands beside its headlines."""
    for row in rows_:
        if not row:
            continue
        if any(one.size >= _HEADLINE * size for one in row) and len(row) > 1:
            beside = row[-1].left
        elif beside is not None and abs(row[0].left - beside) > _SAME_CELL:
            beside = None
        if beside is not None:
            yield from (replace(one, cells=(one.left,)) for one in row)
            continue
        if table is not None and _hangs(row, table):
            table = _with_cells(table, row)
            continue
        if table is not None:
            yield table
            table = None
        if len(row) == 1:
            yield row[0]
        else:
            table = _table_row(row)
    if table is not None:
        yield table


def _table_row(row: Sequence[Line]) -> Line:
    words = row[0].words
    for one in row[1:]:
        words = words + Words("\t", b"\0") + one.words
    style = row[0].style
    for one in row[1:]:
        style &= one.style
    cells = tuple(one.left for one in row)
    return replace(row[0], words=words, right=row[-1].right, cells=cells, style=style, after_label=None)


def _hangs(row: Sequence[Line], table: Line) -> bool:
    """Whether a row goes on with cells of the row above: it stands close below it, and not in its first cell."""
    if any(one.left < table.cells[0] + _SAME_CELL for one in row) or any(one.column != table.column for one in row):
        return False
    close = 0 < table.base - row[0].base <= 1.4 * table.size
    return close and all(any(abs(one.left - cell) <= _SAME_CELL for cell in table.cells) for one in row)


def _with_cells(table: Line, row: Sequence[Line]) -> Line:
    at = [0]
    for place, character in enumerate(table.text):
        if character == "\t":
            at.append(place + 1)
    ends = [*(start - 1 for start in at[1:]), len(table.text)]
    cells = [table.words.cut(start, end) for start, end in zip(at, ends, strict=True)]
    for one in row:
        place = min(range(len(table.cells)), key=lambda n: abs(table.cells[n] - one.left))
        cells[place] = cells[place] + Words(" ", b"\0") + one.words
    words = cells[0]
    for cell in cells[1:]:
        words = words + Words("\t", b"\0") + cell
    return replace(table, words=words, base=row[0].base, right=max(table.right, *(one.right for one in row)))
