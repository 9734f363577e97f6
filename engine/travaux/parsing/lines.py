"""From blocks to logical paragraphs: hard-wrapped lines joined, lines that are paragraphs of their own kept apart."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from travaux.model.document import Block
from travaux.parsing.levels import follows
from travaux.parsing.pieces import Piece
from travaux.parsing.roles import Roles

LONG_LINE = 130
"""A longer line is a paragraph, not a wrapped line; UN texts wrap at 45 to 100. Range 110-200; flat on the corpus."""

LONG_SHARE = 0.3
"""From this share of all characters in long lines, line ends are paragraph ends. Range .1-.6; flat on the corpus."""

SHORT_LINE = 0.75
"""A wrapped line that is shorter than this part of the usual width, with the next line's first word on it, ends its
paragraph. Range .6-.9; .9 breaks the ragged lines of old prints."""

COUNT_BACK = 8
"""How many paragraphs back the number before is looked for. Range 3-20; flat on the corpus."""

_HYPHEN_END = re.compile(r"(\w+)[-\u00ad\u2010]$")
_WORD = re.compile(r"[^\W\d_]+")
_TERMINAL = re.compile(r"[.;:,!?)\]”\"’]\W*(?:\[\^\w+\]|[⁰¹²³⁴-⁹]+|\d{1,2}/?)?\s*$")


def logical(blocks: Sequence[Block], roles: Roles) -> list[Piece]:
    """Return the paragraphs of a text, each on one line."""
    flowing = _line_ends_are_paragraph_ends(blocks)
    room = SHORT_LINE * _usual_width(blocks)
    words = Counter(w for b in blocks for w in _WORD.findall(b.text)) if not flowing else Counter()
    out: list[Piece] = []
    for number, block in enumerate(blocks):
        length = 0
        for piece in _pieces(block, number):
            short = length + _first_word(piece.text) < room
            if (
                flowing
                or not out
                or out[-1].block != number
                or _counts_on(out, piece.text, roles)
                or _begins_paragraph(out[-1].text, piece, roles, short=short)
            ):
                out.append(piece)
            else:
                out[-1] = _continued(out[-1], piece, words, roles)
            length = len(piece.text)
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


def _counts_on(out: Sequence[Piece], text: str, roles: Roles) -> bool:
    """Whether a line opens with the number or letter after that of a paragraph shortly before it."""
    marker = roles.marker(text.strip())
    if marker is None or marker.kind not in ("number", "sub") or not marker.certain:
        return False
    before = (roles.marker(p.text) for p in reversed(out[-COUNT_BACK:]))
    return any(m is not None and m.kind == marker.kind and follows(m.inside, marker.inside) for m in before)


def _usual_width(blocks: Sequence[Block]) -> int:
    """Width that nine lines of ten keep to, of lines that have a line behind them."""
    widths = sorted(len(line) for b in blocks for line in b.text.split("\n")[:-1])
    return widths[len(widths) * 9 // 10] if widths else 0


def _first_word(text: str) -> int:
    return len(text.split(maxsplit=1)[0]) + 1 if text.strip() else 0


def _begins_paragraph(before: str, piece: Piece, roles: Roles, *, short: bool) -> bool:
    """Whether a line begins a paragraph, given what stands before it in its block.

    Args:
        before: the paragraph so far.
        piece: the line.
        roles: the language's patterns.
        short: whether the line before had room for this line's first word.
    """
    text = piece.text.strip()
    if roles.begins("adopted_start", before) and not _TERMINAL.search(before):
        return False
    if not text or roles.frame(text) or roles.frame(before.strip()):
        return True
    if short and text[0].isupper() and (_TERMINAL.search(before) or _can_end_here(before, roles)):
        return True
    if not _TERMINAL.search(before):
        marker = roles.marker(text)
        return marker is not None and marker.kind == "number" and roles.act(text[marker.end :])
    return roles.marked(text) or roles.lead(text) or roles.act(text)


def _can_end_here(before: str, roles: Roles) -> bool:
    """Whether a paragraph may end without a mark: it is a heading so far."""
    return roles.heading(before) and not (roles.marker(before) or roles.lead(before) or roles.act(before))


def _continued(before: Piece, line: Piece, words: Counter[str], roles: Roles) -> Piece:
    line = line.squeezed()
    match = _HYPHEN_END.search(before.text)
    follows = _WORD.match(line.text)
    if not match or not follows:
        return before.join(line, " ")
    if roles.hyphen_stays(match[1], follows[0], words):
        return before.join(line, "")
    return before.cut(0, match.end(1)).join(line, "")
