"""A paragraph as it is gathered from its runs: words, emphasis, note references."""

from dataclasses import dataclass, field
from typing import Literal

from travaux.model.document import Block, Mark, Place

_NEAR = 80
"""How much of a text is looked at on both sides of a line break, in characters. Range: any above a few blanks."""

_ENDS = '.;:,!?)]”’"»'


@dataclass(slots=True)
class Passage:
    """One paragraph or one row of a table.

    Attributes:
        text: its words; a line feed where a line was broken by hand.
        emphasis: `italic` or `bold` from one code point to another, in order of their ends.
        notes: code point and number of each note reference, in order.
        label: automatic number.
        style: name of the paragraph style.
        element: path of the paragraph element that the first of its words stands in.
    """

    text: str = ""
    emphasis: list[tuple[Literal["italic", "bold"], int, int]] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)
    label: str | None = None
    style: str | None = None
    element: str | None = None

    @property
    def blank(self) -> bool:
        """Whether there is nothing to read."""
        return not (self.notes or self.text.strip())

    @property
    def labelled(self) -> str:
        """The words with the automatic number before them."""
        return f"{self.label} {self.text}" if self.label else self.text

    def block(self) -> Block:
        """Return the passage as a value."""
        marks = [Mark(kind=kind, start=start, end=end) for kind, start, end in self._tidy()]
        marks += [Mark(kind="note", start=at, end=at, number=number) for at, number in self.notes]
        return Block(
            text=self.text,
            marks=tuple(sorted(marks, key=lambda m: (m.start, m.end))),
            label=self.label,
            style=self.style,
            place=Place(element=self.element),
        )

    def _tidy(self) -> list[tuple[Literal["italic", "bold"], int, int]]:
        """Emphasis without the blanks at its edges; what only blanks part is one."""
        found: list[tuple[Literal["italic", "bold"], int, int]] = []
        for kind in ("italic", "bold"):
            own: list[tuple[int, int]] = []
            for _, first, last in (e for e in self.emphasis if e[0] == kind):
                words = self.text[first:last]
                start, end = last - len(words.lstrip()), first + len(words.rstrip())
                if start >= end:
                    continue
                if own and not self.text[own[-1][1] : start].strip():
                    own[-1] = (own[-1][0], end)
                else:
                    own.append((start, end))
            found += [(kind, start, end) for start, end in own]
        return found


class Gathering:
    """A passage as its words come in."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._passage = Passage()
        self._breaks: list[int] = []
        self._length = 0
        self.empty = True
        """Whether nothing came in yet."""

    def add(self, text: str, *, italic: bool = False, bold: bool = False) -> None:
        """Take words in."""
        if not text:
            return
        self.empty = False
        start, end = self._length, self._length + len(text)
        for kind, on in (("italic", italic), ("bold", bold)):
            if not on:
                continue
            last = self._passage.emphasis[-1] if self._passage.emphasis else None
            if last is not None and last[0] == kind and last[2] == start:
                self._passage.emphasis[-1] = (last[0], last[1], end)
            else:
                self._passage.emphasis.append(("italic" if kind == "italic" else "bold", start, end))
        self._parts.append(text)
        self._length = end

    def broken(self) -> None:
        """Take in a line break."""
        self._breaks.append(self._length)
        self.add("\n")

    def note(self, number: str) -> None:
        """Take a note reference in."""
        self.empty = False
        self._passage.notes.append((self._length, number))

    def passage(self) -> Passage:
        """Return what came in."""
        text = "".join(self._parts)
        if self._breaks:
            letters = list(text)
            for at in self._breaks:
                if not _parts_paragraphs(text, at):
                    letters[at] = " "
            text = "".join(letters)
        self._passage.text = text
        return self._passage


def _parts_paragraphs(text: str, at: int) -> bool:
    """Whether a line break ends what could be a paragraph; most only shape a title."""
    before = text[max(0, at - _NEAR) : at].rpartition("\n")[2].rstrip()
    after = text[at + 1 : at + _NEAR].lstrip()[:1]
    if not before or not after:
        return True
    return not after.islower() and (before[-1] in _ENDS or before[-1].isdigit() or after in '(“"«' or after.isdigit())


def row(cells: list[list[Passage]]) -> Passage:
    """Return a row of a table as one passage, its cells parted by tabs."""
    whole = Passage()
    parts: list[str] = []
    length = 0
    for number, cell in enumerate(cells):
        for at, passage in enumerate(cell):
            before = (" " if at else "") + (f"{passage.label} " if passage.label else "")
            shift = length + len(before)
            parts += (before, passage.text.replace("\t", " ").replace("\n", " "))
            length = shift + len(passage.text)
            whole.emphasis += [(kind, start + shift, end + shift) for kind, start, end in passage.emphasis]
            whole.notes += [(offset + shift, number_) for offset, number_ in passage.notes]
            whole.style = whole.style or passage.style
        if number < len(cells) - 1:
            parts.append("\t")
            length += 1
    whole.text = "".join(parts)
    return whole
