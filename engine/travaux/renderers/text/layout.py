"""Two columns: names in the gutter, and what is told hung beside them."""

from collections.abc import Iterable, Iterator, Sequence

from travaux.renderers.text.ink import Ink, Style, columns
from travaux.renderers.text.wrapping import wrap_text
from travaux.renderers.wording.shortening import GONE

HANG = 14
"""Columns of the gutter: `OP10 → OP11` and two spaces. Range: 10 to 20."""
MARGIN = 2
"""Columns left free at the right. Range: 0 to 4."""
GAP = 2
"""Columns between a name and what stands beside it."""
INDENT = 2
"""Columns before the names of a table."""
WIDEST_NAME = 24
"""Columns of a name for which a table makes room; a longer one has a line of its own. Range: 16 to 30."""

Row = tuple[str, str]
"""A name, and what stands beside it; each line of it begins a line."""


def hang(lines: Iterable[str], width: int) -> int:
    """Return the columns of a gutter for these lines: at least `HANG`, at most a third of the width."""
    widest = max(map(columns, lines), default=0) + GAP
    return min(max(widest, HANG), max(width // 3, HANG))


def hung(names: Sequence[str], body: Sequence[str], gutter: int, style: Style, ink: Ink) -> Iterator[str]:
    """Yield names in the gutter and lines beside them; a name too long for it has a line of its own."""
    rest = list(body)
    for name in names:
        padding = " " * (gutter - columns(name))
        beside = rest.pop(0) if rest and len(padding) >= GAP else ""
        yield ink.paint(style, name) + (padding + beside if beside else "")
    yield from (" " * gutter + line for line in rest)


def headed(words: str, layer: str, room: int, style: Style, ink: Ink) -> list[str]:
    """Return a relation in words with its layer at the right margin, or beneath where there is no room."""
    lines = [ink.paint(style, line) for line in wrap_text(words, room)]
    if not layer:
        return lines
    said = ink.paint("strong" if layer == "substantive" else "faint", layer)
    gap = room - columns(words) - columns(layer)
    return [lines[0] + " " * gap + said] if gap >= GAP else [*lines, said]


def bulleted(text: str, room: int) -> list[str]:
    """Return a line of what is told beneath a change, with its dot."""
    first, *rest = wrap_text(text, room - 2)
    return [f"· {first}", *(f"  {line}" for line in rest)]


def table(rows: Sequence[Row], width: int, *, clip: bool = False) -> Iterator[str]:
    """Yield rows in two columns, indented; each line of what stands beside a name is wrapped, or clipped."""
    start = width - beside([name for name, _ in rows], width)
    for name, text in rows:
        room = width - start
        lines = [
            line for told in text.split("\n") for line in ([clipped(told, room)] if clip else wrap_text(told, room))
        ]
        first = " " * INDENT + name
        fits = columns(first) + GAP <= start
        yield (first + " " * (start - columns(first)) + lines.pop(0) if fits else first).rstrip()
        yield from (" " * start + line for line in lines)


def beside(names: Iterable[str], width: int) -> int:
    """Return the columns that a table of these names leaves for what stands beside them."""
    return width - INDENT - GAP - max((columns(name) for name in names if columns(name) <= WIDEST_NAME), default=0)


def clipped(text: str, width: int, lines: int = 1) -> str:
    """Return the first words of a text that fit in so many lines of a width, with an ellipsis where there are more."""
    wrapped = wrap_text(text, width)
    if len(wrapped) <= lines and all(columns(line) <= width for line in wrapped):
        return " ".join(wrapped)
    last = wrap_text(" ".join(wrapped[lines - 1 :]), width - 2)[0]
    return " ".join([*wrapped[: lines - 1], f"{last} {GONE}"])
