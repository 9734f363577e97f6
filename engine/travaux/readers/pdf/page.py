"""What stands on a page: runs of like characters, and the lines that they form."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from travaux.model.document import Mark
from travaux.readers.pdf.extracting import BARCODE, BOLD, ITALIC, SIDEWAYS, UNSEEN

__all__ = ["BARCODE", "BOLD", "ITALIC", "SIDEWAYS", "UNSEEN", "Line", "Page", "Run", "Words"]

Sign = tuple[int, str]
"""A raised number or sign: before which character of the words, and what it says."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that follow each other and look alike. Lengths are in points, heights from the foot of the page."""

    text: str
    left: float
    right: float
    base: float
    size: float
    style: int


@dataclass(frozen=True, slots=True)
class Page:
    """One page as the file describes it.

    Attributes:
        number: from 1.
        runs: in the order of the file.
        rules: thin lines drawn across, as (left, right, height).
        unknown: characters of which the file does not say what they are.
        objects: pictures, drawings and pieces of text.
    """

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    rules: tuple[tuple[float, float, float], ...] = ()
    unknown: int = 0
    objects: int = 0


@dataclass(frozen=True, slots=True)
class Words:
    """Words with their emphasis and their raised signs.

    Attributes:
        text: the words.
        styles: one number for each character: `ITALIC`, `BOLD`, added up.
        signs: raised signs, in order.
    """

    text: str
    styles: bytes
    signs: tuple[Sign, ...] = ()

    def __add__(self, other: "Words") -> "Words":
        at = len(self.text)
        moved = tuple((at + place, sign) for place, sign in other.signs)
        return Words(self.text + other.text, self.styles + other.styles, self.signs + moved)

    def cut(self, start: int, end: int) -> "Words":
        """Return a part; a sign before its first character is of it, one behind its last only at the end of all."""
        last = end + (end == len(self.text))
        signs = tuple((place - start, sign) for place, sign in self.signs if start <= place < last)
        return Words(self.text[start:end], self.styles[start:end], signs)

    def split(self, at: int) -> "tuple[Words, Words]":
        """Return what stands before a place and what behind; a sign at the place is of the second part."""
        head = tuple(sign for sign in self.signs if sign[0] < at)
        tail = tuple((place - at, sign) for place, sign in self.signs if place >= at)
        return Words(self.text[:at], self.styles[:at], head), Words(self.text[at:], self.styles[at:], tail)

    def stripped(self) -> "Words":
        """Return the words without spaces at the ends; signs beyond them go to the ends."""
        start = len(self.text) - len(self.text.lstrip())
        end = max(start, len(self.text.rstrip()))
        signs = tuple((min(max(place, start), end) - start, sign) for place, sign in self.signs)
        return Words(self.text[start:end], self.styles[start:end], signs)

    def marks(self) -> tuple[Mark, ...]:
        """Return emphasis and raised signs as marks, sorted by place."""
        found = [Mark(kind="note", start=at, end=at, number=sign) for at, sign in self.signs]
        for kind, bit in (("italic", ITALIC), ("bold", BOLD)):
            found += (Mark(kind=kind, start=start, end=end) for start, end in self._ranges(bit))  # type: ignore[arg-type]
        return tuple(sorted(found, key=lambda mark: (mark.start, mark.end)))

    def _ranges(self, bit: int) -> Iterator[tuple[int, int]]:
        """Where a style holds; spaces between two such places are of it, spaces at its ends are not."""
        start = end = -1
        for at, style in enumerate(self.styles):
            if self.text[at].isspace():
                continue
            if style & bit:
                if start < 0:
                    start = at
                end = at + 1
            elif start >= 0:
                yield start, end
                start = -1
        if start >= 0:
            yield start, end


def plain(text: str) -> Words:
    """Return words without emphasis."""
    return Words(text, bytes(len(text)))


Column = Literal["page", "left", "right"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page, or of a column of it, or one row of a table.

    Attributes:
        words: the words; cells of a table row are parted by tabs.
        left, right: where it begins and ends.
        base: height of its base line.
        size: font size of most of it.
        style: `BOLD`, `ITALIC` where all of its words are so.
        page: from 1.
        column: where it stands.
        cells: where its cells begin, if it is a row of a table.
        after_label: where the words behind a number at its beginning begin, if there is a gap between.
    """

    words: Words
    left: float
    right: float
    base: float
    size: float
    style: int
    page: int
    column: Column = "page"
    cells: tuple[float, ...] = ()
    after_label: float | None = None

    @property
    def text(self) -> str:
        """Its words without emphasis."""
        return self.words.text


@dataclass(slots=True)
class Row:
    """Runs that stand on one base line, from left to right, and the raised signs beside them."""

    base: float
    runs: list[Run] = field(default_factory=list)
    raised: list[Run] = field(default_factory=list)


MAIN = 0.35
"""Share of the characters of a document that its text has at the least, where notes have more. Range .3-.45."""


def body_size(runs: Sequence[Run]) -> float:
    """Return the font size of the text: the largest that many characters have; 10 where there are none."""
    count: dict[float, int] = {}
    for run in runs:
        count[run.size] = count.get(run.size, 0) + len(run.text)
    total = sum(count.values())
    many = [size for size, number in count.items() if number >= MAIN * total]
    return max(many) if many else max(count, key=lambda size: (count[size], size), default=10.0)
