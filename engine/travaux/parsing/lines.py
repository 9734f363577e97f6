"""From blocks to logical paragraphs: hard-wrapped lines joined, lines that are paragraphs of their own kept apart."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from travaux.model.document import Block
from travaux.parsing.pieces import Piece
from travaux.parsing.roles import Roles

LONG_LINE = 130
"""A longer line is a paragraph, not a wrapped line; UN texts wrap at 45 to 100. Range 110-200; flat on the corpus."""

LONG_SHARE = 0.3
"""From this share of all characters in long lines, line ends are paragraph ends. Range .1-.6; flat on the corpus."""

_HYPHEN_END = re.compile(r"(\w+)[-\u00ad\u2010]$")
_WORD = re.compile(r"[^\W\d_]+")
_TERMINAL = re.compile(r"[.;:,!?)\]”\"’]\W*(?:\[\^\w+\]|[⁰¹²³⁴-⁹]+|\d{1,2}/?)?\s*$")


def logical(blocks: Sequence[Block], roles: Roles) -> list[Piece]:
    """Return the paragraphs of a text, each on one line."""
    flowing = _line_ends_are_paragraph_ends(blocks)
    words = Counter(w for b in blocks for w in _WORD.findall(b.text)) if not flowing else Counter()
    out: list[Piece] = []
    for number, block in enumerate(blocks):
        for piece in _pieces(block, number):
            if flowing or not out or out[-1].block != number:
                out.append(piece)
            elif _begins_paragraph(out[-1].text, piece, roles):
                out.append(piece)
            else:
                out[-1] = _continued(out[-1], piece, words, roles)
    return [p for piece in out for p in _without_inline_opening(piece.squeezed(), roles) if p.text]


def _without_inline_opening(piece: Piece, roles: Roles) -> list[Piece]:
    """An opening line that runs on into the first paragraph stands apart."""
    match = roles.begins("inline_opening", piece.text)
    if match is None:
        return [piece]
    return [piece.cut(0, match.end()).squeezed(), piece.cut(match.end())]


def _line_ends_are_paragraph_ends(blocks: Sequence[Block]) -> bool:
    lines = [line for b in blocks for line in b.text.split("\n")]
    total = sum(map(len, lines)) or 1
    return sum(len(line) for line in lines if len(line) > LONG_LINE) / total >= LONG_SHARE


def _pieces(block: Block, number: int) -> list[Piece]:
    whole = Piece(
        text=block.text,
        marks=block.marks,
        place=block.place,
        style=block.style,
        label=block.label,
        block=number,
    )
    if "\n" not in block.text:
        return [whole]
    out: list[Piece] = []
    at = 0
    for offset, line in enumerate(block.text.split("\n")):
        piece = whole.cut(at, at + len(line))
        first = block.place.line
        place = block.place if first is None else block.place.model_copy(update={"line": first + offset})
        out.append(replace(piece, place=place, label=block.label if not offset else None))
        at += len(line) + 1
    return out


def _begins_paragraph(before: str, piece: Piece, roles: Roles) -> bool:
    """Whether a line begins a paragraph, given what stands before it in its block."""
    text = piece.text.strip()
    if roles.begins("adopted_start", before) and not _TERMINAL.search(before):
        return False
    if not text or roles.frame(text) or roles.frame(before.strip()):
        return True
    if not _TERMINAL.search(before):
        return False
    return roles.marked(text) or roles.lead(text) or roles.act(text)


def _continued(before: Piece, line: Piece, words: Counter[str], roles: Roles) -> Piece:
    line = line.squeezed()
    match = _HYPHEN_END.search(before.text)
    follows = _WORD.match(line.text)
    if not match or not follows:
        return before.join(line, " ")
    if roles.hyphen_stays(match[1], follows[0], words):
        return before.join(line, "")
    return before.cut(0, match.end(1)).join(line, "")


