"""Healing what a page break parted: running heads out, halves of a paragraph joined."""

import re
from collections.abc import Sequence

from travaux.parsing.markers import QUOTES, opens_quoted
from travaux.parsing.pieces import Piece
from travaux.parsing.roles import TAIL, Roles

MIN_HALF = 40
"""Shortest half, in characters, that may begin with a capital. Range 25-80; flat on the corpus."""

FIRST = 4
"""Among how many lines the document's own symbol stands first. Range 2-8."""

_SYMBOL = re.compile(r"[A-Z]+(?:/[\w.()-]+)+(?: \(\d{4}\))?\*{0,3}")
_ENDS = re.compile(r"[.;:,!?\]]\W*$|[”\"]\W*$")
_OPEN_END = re.compile(r"[^\W_][)\]”\"’»]{0,2}$|,[”\"’»]?$")
_PAGE_NUMBER = re.compile(r"(?:Page |p\. )?\d{1,3}(?: ?/ ?\d{1,3})?|[-–—] ?\d{1,3} ?[-–—]")
_JOB_NUMBER = re.compile(
    r"(?:GE\.|V\.)?\d{2}-\d{5}(?: ?\([A-Z]\))?(?: \d{1,3}(?:/\d{1,3})?)?|\*\d{7}\*|\d{1,3}/\d{1,3} \d{2}-\d{5}"
)


MAX_HEALED = 30_000
"""Longest paragraph that still goes on behind a page break, in characters; the longest known has some ten thousand."""


def heal(pieces: Sequence[Piece], roles: Roles) -> tuple[list[Piece], list[Piece]]:
    """Return the pieces with broken paragraphs joined, and the running heads that were taken out."""
    symbol = _symbol(pieces)
    seen = False
    out: list[Piece] = []
    heads: list[Piece] = []
    gap: list[Piece] = []
    for piece in pieces:
        if _JOB_NUMBER.fullmatch(piece.text) or (piece.text == symbol and seen):
            gap.append(piece)
            continue
        seen = seen or piece.text == symbol
        if _PAGE_NUMBER.fullmatch(piece.text) and (gap or (out and _unfinished(out[-1].text))):
            gap.append(piece)
            continue
        if out and _continues(out[-1], piece, roles, broken=bool(gap)):
            out[-1] = out[-1].join(piece, " ")
        else:
            out.append(piece)
        heads += gap
        gap = []
    return out, heads + gap


def _symbol(pieces: Sequence[Piece]) -> str | None:
    """The document's own symbol, which stands again as a running head."""
    return next((p.text for p in pieces[:FIRST] if _SYMBOL.fullmatch(p.text)), None)


def _unfinished(text: str) -> bool:
    return not _ENDS.search(text[-TAIL:])


def _continues(before: Piece, piece: Piece, roles: Roles, *, broken: bool) -> bool:
    start = piece.text[:1]
    if len(before.text) > MAX_HEALED:
        return False
    if opens_quoted(piece.text) or roles.frame(piece.text) or roles.frame(before.text) or piece.style or piece.label:
        return False
    if start.islower() and not roles.marked(piece.text):
        if roles.marker(before.text.lstrip(QUOTES)) and roles.begins("flush", piece.text) and not broken:
            return False
        return bool(_OPEN_END.search(before.text[-TAIL:])) and (len(before.text) > MIN_HALF or _unfinished(before.text))
    if not _unfinished(before.text) or len(before.text) < MIN_HALF or len(piece.text) < MIN_HALF:
        return False
    if roles.marker(piece.text) or roles.lead(piece.text) or roles.act(piece.text) or not roles.ends(piece.text):
        return False
    body = before.text.lstrip(QUOTES)
    return broken or roles.lead(body) or bool((m := roles.marker(body)) and roles.act(body[m.end :]))
