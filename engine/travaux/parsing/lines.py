"""From blocks to logical paragraphs: hard-wrapped lines joined, lines that are paragraphs of their own kept apart."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from travaux.model.document import Block
from travaux.parsing.layout import layout
from travaux.parsing.pieces import Piece, joined
from travaux.parsing.roles import Roles
from travaux.parsing.wrapping import NUMBER_ALONE, SYMBOL_GOES_ON, Wrapping

HEAD, TAIL = 500, 300
"""How much of a growing paragraph is looked at, in characters, from its beginning and from its end. Lower bounds:
what the patterns of frame lines and headings can match."""

WORD = 60
"""Longest first half of a broken word, in characters."""

_HYPHEN_END = re.compile(r"(\w+)[-\u00ad\u2010]$")
_WORD = re.compile(r"[^\W\d_]+")


def logical(blocks: Sequence[Block], roles: Roles) -> list[Piece]:
    """Return the paragraphs of a text, each on one line."""
    how = layout(blocks, roles)
    words = Counter(w for b in blocks for w in _WORD.findall(b.text)) if not how.flowing else Counter[str]()
    wrapping = Wrapping(how, roles)
    found: list[Piece] = []
    for number, block in enumerate(blocks):
        whole = Piece(block.text, block.marks, block.place, style=block.style, label=block.label, block=number)
        growing = _Growing(roles, words)
        lines = list(whole.lines())
        for line, behind in zip(lines, [*lines[1:], None], strict=True):
            text = line.text.strip()
            following = behind.text.strip() if behind is not None else ""
            if not growing.lines or how.flowing or wrapping.begins(growing.before, text, growing.length, following):
                found += growing.grown()
                growing = _Growing(roles, words)
                wrapping.note(text)
            growing.add(line)
        found += growing.grown()
    return [p for piece in _with_numbers(found, roles) for p in _without_inline_opening(piece, roles) if p.text]


def _with_numbers(pieces: Sequence[Piece], roles: Roles) -> Iterator[Piece]:
    """A number or letter alone on a line, as extractors leave it, goes before the words that follow it."""
    alone: Piece | None = None
    for piece in pieces:
        if alone is not None and (NUMBER_ALONE.fullmatch(piece.text) or roles.marked(piece.text)):
            yield alone
        elif alone is not None:
            piece = alone.join(piece, " ")  # noqa: PLW2901
        alone = piece if NUMBER_ALONE.fullmatch(piece.text) else None
        if alone is None:
            yield piece
    if alone is not None:
        yield alone


class _Growing:
    """A paragraph as its lines come in."""

    def __init__(self, roles: Roles, words: Counter[str]) -> None:
        self.roles = roles
        self.words = words
        self.lines: list[Piece] = []
        self.between: list[str] = []
        self.before = ""
        """What there is so far; of a long paragraph, its beginning and its end."""
        self.length = 0
        """Length of the last line."""

    def add(self, line: Piece) -> None:
        self.length = len(line.text.rstrip())
        if self.lines:
            line = line.squeezed()
            self.between.append(self._between(line.text))
        self.lines.append(line)
        self.before += (self.between[-1] if self.between else "") + line.text
        if len(self.before) > HEAD + TAIL:
            self.before = self.before[:HEAD] + self.before[-TAIL:]

    def _between(self, text: str) -> str:
        """What parts the line from the one before; the hyphen of a broken word goes."""
        tail = self.before[-WORD:]
        if SYMBOL_GOES_ON.search(tail) and text[:1].isalnum() and not text[0].islower():
            return ""
        match, following = _HYPHEN_END.search(tail), _WORD.match(text)
        if not match or not following:
            return " "
        if not self.roles.hyphen_stays(match[1], following[0], self.words):
            last = self.lines[-1]
            self.lines[-1] = last.cut(0, len(last.text.rstrip()) - 1)
            self.before = self.before[:-1]
        return ""

    def grown(self) -> Iterator[Piece]:
        """Yield the paragraph on one line, if there is one."""
        if self.lines:
            yield joined(self.lines, self.between).squeezed()


def _without_inline_opening(piece: Piece, roles: Roles) -> list[Piece]:
    """An opening line that runs on into the first paragraph stands apart."""
    match = roles.begins("inline_opening", piece.text)
    if match is None:
        return [piece]
    return [piece.cut(0, match.end()).squeezed(), piece.cut(match.end())]
