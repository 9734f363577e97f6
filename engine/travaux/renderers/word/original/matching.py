"""Where in the atoms of a paragraph its text stands.

The text was read from these very atoms, with blanks made single, the number taken off and the marks of notes lifted
out. So a match is found by going along both; what does not fit is never guessed at.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from travaux.model.document import Mark
from travaux.renderers.word.original.atoms import ANY, Atom

_OPENS = '“”„‟"«»[ '
"""What may stand before a number and stay with the words."""

_MARK = re.compile(r"\s?(?:\[\^[^\]\s]{1,20}\]|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}|\d{1,3}/?|\*{1,3}/?)(?:, ?)?")
"""A mark of a note that is typed into the words."""

_REST = re.compile(r"[\s“”„‟\"«»]*")
"""What may stand behind the words of a paragraph without being one of them."""


@dataclass(frozen=True, slots=True)
class Match:
    """Where a text stands.

    Attributes:
        places: for each code point of the text, the place of its atom; then one past the last atom of the text.
        start: place of the first atom of the paragraph, number and blanks included.
        end: one past its last one.
        label: the places of the number that is typed before the words; None where none is typed.
        rest: whether words follow in the same element.
    """

    places: tuple[int, ...]
    start: int
    end: int
    label: tuple[int, int] | None
    rest: bool


def match(text: str, label: str | None, marks: Sequence[Mark], found: Sequence[Atom], start: int = 0) -> Match | None:
    """Return where a text stands among atoms, or None where it does not stand there in full.

    Args:
        text: of the paragraph.
        label: its number, which may be typed before the words.
        marks: its marks, of which those of notes may be typed.
        found: the atoms.
        start: place of the first atom that may belong to it.
    """
    for number in ([label] if label else []) + [None]:
        made = _Going(text, number, marks, found, start).run()
        if made is not None:
            return made
    return None


class _Going:
    """One go along a text and its atoms."""

    def __init__(self, text: str, label: str | None, marks: Sequence[Mark], found: Sequence[Atom], start: int) -> None:
        self.text = text
        self.label = "" if label is None else "".join(label.split())
        self.notes = {m.start for m in marks if m.kind == "note"}
        self.atoms = found
        self.start = start
        self.at = start
        self.labelled: tuple[int, int] | None = None

    def run(self) -> Match | None:
        places: list[int] = []
        self._blanks()
        opens = len(self.text) - len(self.text.lstrip(_OPENS)) if self.label else -1
        for offset, char in enumerate(self.text):
            if offset <= opens and self.labelled is None and self._takes_label() and not char.isspace():
                self._blanks()
            if not self._take(char, offset, places):
                return None
        if self.label and self.labelled is None:
            return None
        end = self.at
        while self._here() == "" and self.at < len(self.atoms):
            self.at += 1
        if len(self.text) in self.notes:
            self._typed_mark()
        tail = "".join(a.char for a in self.atoms[self.at :])
        rest = not _REST.fullmatch(tail)
        return Match((*places, end), self.start, self._line_end(end) if rest else len(self.atoms), self.labelled, rest)

    def _line_end(self, end: int) -> int:
        """One past the atoms that still belong to a paragraph behind which others stand in the element."""
        at = max(end, self.at)
        while at < len(self.atoms) and (self.atoms[at].char == "" or self.atoms[at].char.isspace()):
            at += 1
            if self.atoms[at - 1].char == "\n":
                break
        return at

    def _here(self) -> str | None:
        return self.atoms[self.at].char if self.at < len(self.atoms) else None

    def _skip_empty(self) -> None:
        while self._here() == "":
            self.at += 1

    def _blanks(self) -> None:
        while (here := self._here()) is not None and (here == "" or here.isspace()):
            self.at += 1

    def _takes_label(self) -> bool:
        """Pass the number, if it stands here."""
        begin = self.at
        left = self.label
        while left:
            self._skip_empty()
            here = self._here()
            if here is not None and here.isspace():
                self.at += 1
            elif here is not None and here in (left[0], ANY):
                left = left[1:]
                self.at += 1
            else:
                self.at = begin
                return False
        self.labelled = (begin, self.at)
        return True

    def _take(self, char: str, offset: int, places: list[int]) -> bool:
        self._skip_empty()
        if offset in self.notes and not self._fits(char):
            self._typed_mark()
            self._skip_empty()
        if char.isspace():
            if (here := self._here()) is None or not here.isspace():
                return False
            places.append(self.at)
            while (here := self._here()) is not None and (here == "" or here.isspace()):
                if here == "" and self.atoms[self.at].note is not None:
                    break
                self.at += 1
            return True
        if not self._fits(char):
            return False
        places.append(self.at)
        self.at += 1
        return True

    def _fits(self, char: str) -> bool:
        here = self._here()
        if here is None:
            return False
        return here in (char, ANY) or (here.isspace() and char.isspace())

    def _typed_mark(self) -> None:
        """Pass the mark of a note that is typed here."""
        tail = "".join(a.char for a in self.atoms[self.at : self.at + 40])
        found = _MARK.match(tail)
        if found is None:
            return
        left = found.end()
        while left > 0:
            left -= len(self.atoms[self.at].char)
            self.at += 1
