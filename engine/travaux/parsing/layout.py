"""How a text is set: whether its lines are wrapped, how wide, and whether blank lines part its paragraphs."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from travaux.model.document import Block
from travaux.parsing.roles import Roles

LONG_LINE = 130
"""A longer line is a paragraph, not a wrapped line; UN texts wrap at 45 to 100. Range 110-200; flat on the corpus."""

LONG_SHARE = 0.3
"""From this share of all characters in long lines, line ends are paragraph ends. Range .1-.6; flat on the corpus."""

MIN_EVIDENCE = 5
"""From this many lines that surely go on in the next, their lengths tell the width. Range 3-20; flat on the corpus."""

EVEN = 0.05
"""Share of those lines that may be shorter than the width told: prints are ragged where words were mended. Range
0-.15; above, headings are joined to what follows."""

SHORT_LINE = 0.75
"""Without that evidence: a line that is shorter than this part of the usual width, with the next line's first word
on it, was not wrapped. Range .6-.9; .9 breaks the ragged lines of old prints."""

INSIDE = 0.2
"""Up to this share of paragraphs that seem to begin inside a block, blank lines part the paragraphs and the rest is
chance. Range .1-.4; hard-wrapped texts with blank lines have .00-.12, those without .5-1."""

_END = re.compile(r"[.;:,!?]\W*$")


@dataclass(frozen=True, slots=True)
class Layout:
    """How the lines of a text are to be taken.

    Attributes:
        flowing: every line is a paragraph.
        wrapped: lines break where they are full.
        parted: blank lines stand between paragraphs, so that most line ends in a block are none.
        room: length from which a line is full.
    """

    flowing: bool
    wrapped: bool
    parted: bool
    room: float

    def short(self, length: int, text: str) -> bool:
        """Whether a line of this length had room for the first word of the line that follows it."""
        return length + 1 + _first_word(text) <= self.room


def layout(blocks: Sequence[Block], roles: Roles) -> Layout:
    """Return how a text is set, told by its own lines."""
    lines = [b.text.split("\n") for b in blocks]
    if _is_flowing(lines):
        return Layout(flowing=True, wrapped=False, parted=True, room=0)
    full = sorted(_lengths_of_full_lines(lines))
    wrapped = len(full) >= MIN_EVIDENCE
    widest = _usual_width(lines)
    room = min(full[int(len(full) * EVEN)], widest) if wrapped else SHORT_LINE * widest
    return Layout(flowing=False, wrapped=wrapped, parted=_is_parted(lines, roles), room=room)


def _is_flowing(lines: Sequence[list[str]]) -> bool:
    lengths = [len(line) for block in lines for line in block]
    return sum(n for n in lengths if n > LONG_LINE) / (sum(lengths) or 1) >= LONG_SHARE


def _lengths_of_full_lines(lines: Sequence[list[str]]) -> Iterator[int]:
    """Yield how long lines had become with the next word, where the paragraph surely goes on in the next line."""
    for block in lines:
        for line, following in itertools.pairwise(block):
            text = following.strip()
            if text[:1].islower() and not _END.search(line) and len(line) > 1:
                yield len(line) + _first_word(text)


def _usual_width(lines: Sequence[list[str]]) -> int:
    """Width that nine lines of ten keep to, of lines that have a line behind them."""
    widths = sorted(len(line) for block in lines for line in block[:-1])
    return widths[len(widths) * 9 // 10] if widths else 0


def _is_parted(lines: Sequence[list[str]], roles: Roles) -> bool:
    inside = sum(_begins(line, roles) for block in lines for line in block[1:])
    first = sum(_begins(block[0], roles) for block in lines)
    return inside <= INSIDE * (inside + first)


def _begins(line: str, roles: Roles) -> bool:
    text = line.strip()
    return roles.marked(text) or roles.lead(text) or roles.act(text)


def _first_word(text: str) -> int:
    """Length of the first word; what a no-break space ties to it belongs to it."""
    return len(text.strip().split(" ", 1)[0])
