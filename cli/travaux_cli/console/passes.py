"""What each pass of reading and parsing made of a source."""

from collections.abc import Iterator, Sequence
from typing import Literal

from travaux.model.document import Place, Source
from travaux.parsing import Stages
from travaux.parsing.pieces import Piece
from travaux.parsing.units import Unit
from travaux.renderers.text.layout import Row, table
from travaux.renderers.text.view import View
from travaux.renderers.wording.harmless import harmless, one_line
from travaux.renderers.wording.numerals import counted, listed

_MOST = 6
"""Lines at which paragraphs were joined that are named. Range: 3 to 20."""

Pass = Literal["blocks", "lines", "notes", "healed", "units"]


def passes(source: Source, stages: Stages, view: View) -> Iterator[str]:
    """Yield a line for each pass: how much it found."""
    heads, outside = len(stages.running_heads), len(stages.outside)
    left = f"{counted(len(stages.healed), 'paragraph')} left, {counted(heads, 'running head')} taken out"
    origin = source.origin
    name = "standard input" if origin.name == "-" else one_line(origin.name)
    yield view.ink.paint("strong", name)
    rows = [
        ("reader", f"{origin.format}; {counted(len(source.content), 'byte')}, SHA-256 {origin.sha256}"),
        ("blocks", f"{counted(len(source.blocks), 'block')} of the source"),
        ("lines", f"{counted(len(stages.lines), 'paragraph')}, hard-wrapped lines joined"),
        ("notes", f"{counted(len(stages.notes), 'note')} lifted out"),
        ("healed", left + _joined(stages.joined)),
        ("units", f"{counted(len(stages.units), 'text')}, {counted(outside, 'paragraph')} outside"),
    ]
    yield from table([(name, one_line(told)) for name, told in rows], view.width)


def _joined(pieces: Sequence[Piece]) -> str:
    """How many broken paragraphs were joined, and at which lines."""
    if not pieces:
        return ""
    places = [f"{piece.place.line:,}" for piece in pieces if piece.place.line]
    shown = places if len(places) <= _MOST else [*places[:_MOST], f"{len(places) - _MOST:,} more"]
    where = f" at {'line' if len(places) == 1 else 'lines'} {listed(shown)}" if places else ""
    return f", {counted(len(pieces), 'broken paragraph')} joined{where}"


def one_pass(name: Pass, source: Source, stages: Stages, view: View) -> Iterator[str]:
    """Yield what one pass gave, piece by piece, each with its line in the source."""
    match name:
        case "blocks":
            rows = [_row(block.place, block.text) for block in source.blocks]
        case "lines":
            rows = [_row(piece.place, piece.text) for piece in stages.lines]
        case "notes":
            rows = [_row(note.place, f"{note.number} {note.text}") for note in stages.notes]
        case "healed":
            rows = [_row(piece.place, piece.text) for piece in stages.healed]
        case "units":
            outside = [_row(piece.place, f"outside: {piece.text}") for piece in stages.outside]
            rows = [*outside, *_units(stages.units)]
    yield from table(rows, view.width, clip=not view.everything)


def _units(units: Sequence[Unit], depth: int = 0) -> Iterator[Row]:
    """The pieces of each text: header, opening line, body, and the drafts within."""
    for number, unit in enumerate(units, 1):
        name = f"{'within, ' * depth}text {number}"
        opening = [unit.opening] if unit.opening else []
        for part, pieces in (("header", unit.header), ("opening", opening), ("body", unit.body)):
            for piece in pieces:
                yield _row(piece.place, f"{name}, {part}: {piece.text}")
        yield from _units(unit.inner, depth + 1)


def _row(place: Place, text: str) -> Row:
    return (f"line {place.line}" if place.line else "", harmless(text.replace("\n", " ⏎ ")))
