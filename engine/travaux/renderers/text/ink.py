"""How marked words look: what is written before and after them, and how many columns a text takes."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from rich.cells import cell_len

Style = Literal["keep", "drop", "add", "moved", "faint", "strong"]
"""`keep`, `drop` and `add` as in a redline; `moved` for words that stand elsewhere; the rest for frames."""
Places = tuple[tuple[int, int], ...]
"""Ranges of letters, half open."""


@dataclass(frozen=True)
class Ink:
    """What is written before and after words of a style.

    Attributes:
        marks: before and after; a style that is not there has none.
        seen: whether the marks take columns (`[-` does, a colour does not).
        letters: before and after the letters that differ in a word put for another; none where marks are seen.
        differing: which letters differ, of a word and of the one put for it; None where `letters` has no marks.
    """

    marks: Mapping[Style, tuple[str, str]]
    seen: bool
    letters: tuple[str, str] = ("", "")
    differing: Callable[[str, str], tuple[Places, Places]] | None = None

    def paint(self, style: Style, text: str) -> str:
        """Return the words with their marks; no words, no marks."""
        before, after = self.marks.get(style, ("", ""))
        return f"{before}{text}{after}" if text else ""

    def stress(self, text: str, places: Iterable[tuple[int, int]]) -> str:
        """Return a text with the marks of letters that differ around each of the places."""
        before, after = self.letters
        parts: list[str] = []
        end = 0
        for start, stop in places:
            parts += text[end:start], before, text[start:stop], after
            end = stop
        return "".join([*parts, text[end:]])

    def room(self, style: Style) -> int:
        """Return how many columns the marks of a style take."""
        return sum(map(len, self.marks.get(style, ()))) if self.seen else 0


PLAIN = Ink({"drop": ("[-", "-]"), "add": ("{+", "+}")}, seen=True)
"""Without colour, in a pipe: the marks of `git diff --word-diff`."""


def columns(text: str) -> int:
    """Return how many columns a harmless text takes: two for a wide letter, none for a combining mark."""
    return len(text) if text.isascii() else cell_len(text)
