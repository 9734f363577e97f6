"""Texts as lines that can be compared: those of a resolution, and those of a Word file in which it must stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from travaux.model.document import Document, Mark, Resolution, Source
from travaux.readers.word.glyphs import shown
from travaux.renderers.word.characters import printable

_NUMBER = re.compile(r"\A\s*\(?(?:\d+|[a-z]{1,3}|[IVX]+|[A-Z])[.)]\s")
"""A number before the words of a cell."""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph.

    Attributes:
        label: its number, empty where it has none.
        words: its words, spaces folded, each note in braces where it is referred to.
        automatic: whether Word makes the number, so that it is no matter of the redline.
        cells: the words of each cell, where it is a row of a table.
    """

    label: str
    words: str
    automatic: bool = False
    cells: tuple[str, ...] = ()

    @property
    def whole(self) -> str:
        """The words with the number before them."""
        return f"{self.label} {self.words}".strip()


def told(text: Resolution, *, noted: bool) -> list[Line]:
    """Return the paragraphs of a text that are not blank; with its notes, if they were compared."""
    notes = {note.id: note.text for note in text.notes} if noted else {}
    lines = []
    for paragraph in text.paragraphs:
        marks = [(m, notes[m.note]) for m in paragraph.marks if m.kind == "note" and m.note in notes]
        words = _with_notes(paragraph.text, marks)
        cells = tuple(words.split("\t")) if "\t" in words else ()
        lines.append(Line(_folded(paragraph.label or ""), _folded(words), cells=cells))
    return [line for line in lines if line.whole]


def read_back(source: Source, *, noted: bool) -> list[Line]:
    """Return the paragraphs of a Word file that are not blank; a line that was ended by hand may be one of them."""
    notes = {note.number: note.text for note in source.notes} if noted else {}
    lines = []
    for block in source.blocks:
        marks = [(m, notes[m.number]) for m in block.marks if m.kind == "note" and m.number in notes]
        label = _folded(block.label or "")
        first, *others = map(_folded, _with_notes(block.text, marks).split("\n"))
        lines += [Line(label, first, automatic=bool(label)), *(Line("", words) for words in others)]
    return [line for line in lines if line.whole]


def holds(document: Document, wanted: Sequence[Line], source: Source, *, noted: bool) -> bool:
    """Whether a document that was parsed holds a text: numbers that Word makes do not count."""
    automatic = {block.place.element for block in source.blocks if block.label}
    outside = Resolution(paragraphs=document.outside)
    for text in (outside, *_all(document.resolutions)):
        made = [p.place.element in automatic for p in text.paragraphs if p.label or p.text.strip()]
        found = told(text, noted=noted)
        if len(found) == len(made) == len(wanted) and all(
            one.words == other.words and (one.label == other.label or ours)
            for one, other, ours in zip(found, wanted, made, strict=True)
        ):
            return True
    return False


@dataclass(frozen=True, slots=True)
class Standing:
    """How a text stands in the lines of a file.

    Attributes:
        missing: the first of its lines that is not there, or not in its order; None where all are there.
        inside: how many of its lines begin inside a line of the file, not with one.
    """

    missing: str | None
    inside: int


def standing(found: Sequence[Line], wanted: Sequence[Line]) -> Standing:
    """Return how the wanted lines stand in the lines of a file.

    A line that is wanted may be spread over several of the file, or stand in one with others. Before the words of a
    cell a number is passed over: Word may have made it.
    """
    solid = [_solid(line.words) for line in found]
    stream = "".join(solid)
    begins = {0, *accumulate(map(len, solid))}
    at = inside = 0
    for line in wanted:
        label = _solid(line.label)
        for number, words in enumerate(map(_solid, _unnumbered(line.cells) or (line.words,))):
            lead = next((lead for lead in (label, "") if stream.startswith(lead + words, at)), None)
            place = stream.find(words, at) if lead is None else at + len(lead)
            if place < 0:
                return Standing(line.whole, inside)
            start = place - len(label) if label and stream.startswith(label, place - len(label)) else place
            inside += number == 0 and start not in begins
            at = place + len(words)
    return Standing(None, inside)


def _unnumbered(cells: Sequence[str]) -> list[str]:
    return [_NUMBER.sub("", cell) for cell in cells]


def _all(texts: Sequence[Resolution]) -> Iterator[Resolution]:
    for text in texts:
        yield text
        yield from _all(text.transmits)


def _with_notes(text: str, marks: Sequence[tuple[Mark, str]]) -> str:
    parts, at = [], 0
    for mark, note in marks:
        parts += [text[at : mark.start], f"{{{_folded(note)}}}"]
        at = mark.start
    return "".join((*parts, text[at:]))


def _folded(text: str) -> str:
    """The text as a Word file can hold it, spaces single."""
    return " ".join(shown(printable(text), None).split())


def _solid(text: str) -> str:
    """The text without its spaces."""
    return "".join(text.split())
