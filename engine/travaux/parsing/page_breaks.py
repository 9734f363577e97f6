"""Healing what a page break parted: running heads out, halves of a paragraph joined."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from travaux.parsing.headers import is_job_number, is_symbol
from travaux.parsing.markers import QUOTES, opens_quoted
from travaux.parsing.pieces import Piece
from travaux.parsing.roles import TAIL, Roles

MIN_HALF = 40
"""Shortest half, in characters, that may begin with a capital. Range 25-80; flat on the corpus."""

FIRST = 4
"""Among how many lines the document's own symbol stands first. Range 2-8."""

TITLED = 30
"""Among how many lines at most the title stands, which running heads repeat. Range 10-60; flat on the corpus."""

MAX_HEAD, MIN_TITLE = 300, 10
"""Longest running head, and shortest line of a title in it, in characters. Range 150-400, 5-20; flat on the corpus."""

_ENDS = re.compile(r"[.;:,!?\]]\W*$|[”\"]\W*$")
_OPEN_END = re.compile(r"[^\W_][)\]”\"’»]{0,2}$|,[”\"’»]?$")
_PAGE_NUMBER = re.compile(r"(?:Page |p\. )?\d{1,3}(?: ?/ ?\d{1,3})?|[-–—] ?\d{1,3} ?[-–—]")
MAX_HEALED = 30_000
"""Longest paragraph that still goes on behind a page break, in characters; the longest known has some ten thousand."""


class Healed(NamedTuple):
    """What healing gave.

    Attributes:
        pieces: the paragraphs, broken ones joined.
        heads: the running heads and page numbers that were taken out.
        joined: the second halves of the paragraphs that were broken, each as it stood.
    """

    pieces: list[Piece]
    heads: list[Piece]
    joined: list[Piece]


def heal(pieces: Sequence[Piece], roles: Roles) -> Healed:
    """Return the pieces with broken paragraphs joined."""
    header = next((at for at, p in enumerate(pieces) if roles.opening(p.text)), len(pieces))
    running = _RunningHead(pieces, min(header, TITLED))
    out: list[Piece] = []
    heads: list[Piece] = []
    joined: list[Piece] = []
    gap: list[Piece] = []
    rules: list[Piece] = []
    """Dividers above the notes of a page; the notes themselves are lifted out."""
    for at, piece in enumerate(pieces):
        if is_job_number(piece.text) or running.is_(piece.text, broken=bool(gap) and at > header):
            gap.append(piece)
            continue
        following = pieces[at + 1] if at + 1 < len(pieces) else None
        if _PAGE_NUMBER.fullmatch(piece.text) and (
            gap or (out and (_unfinished(out[-1].text) or (at > header and _parts_body(out[-1], following, roles))))
        ):
            gap.append(piece)
            continue
        if at > header and piece.text[-1:] not in (";", ",", ".") and roles.is_("running_head", piece.text):
            gap.append(piece)
            continue
        if out and "_" in piece.text and roles.rule(piece.text):
            rules.append(piece)
            continue
        if out and _continues(out[-1], piece, roles, broken=bool(gap or rules)):
            out[-1] = out[-1].join(piece, " ")
            joined.append(piece)
            gap += rules
        else:
            out += (*rules, piece)
        heads += gap
        gap, rules = [], []
    return Healed(out + rules, heads + gap, joined)


class _RunningHead:
    """What stands at the top of each page: the document's symbol, alone or beside its title."""

    def __init__(self, pieces: Sequence[Piece], header: int) -> None:
        words = (word for p in pieces[:FIRST] for word in p.text[:MAX_HEAD].split())
        self.symbol = next((word for word in words if is_symbol(word)), None)
        self.header = " ".join(p.text[:MAX_HEAD] for p in pieces[:header]) if self.symbol else ""
        self.seen = False

    def is_(self, text: str, *, broken: bool) -> bool:
        """Whether a line is a running head; the first line that holds the symbol is the masthead.

        Args:
            text: the line.
            broken: whether a page number or a running head stands before it, behind an opening line.
        """
        symbol = self.symbol
        if symbol is None or len(text) > MAX_HEAD:
            return False
        if symbol not in text:
            return broken and len(text) >= MIN_TITLE and text in self.header
        first, self.seen = not self.seen, True
        beside = text.removeprefix(symbol) if text.startswith(symbol) else text.removesuffix(symbol)
        return not first and (text == symbol or (beside != text and beside.strip() in self.header))


def _parts_body(before: Piece, following: Piece | None, roles: Roles) -> bool:
    """Whether a number alone, between two paragraphs of a body, can only be a page's."""
    if following is None or not roles.ends(before.text):
        return False
    if roles.is_("running_head", following.text):
        return True
    marker = roles.marker(following.text)
    if marker is not None and marker.kind == "sub":
        return roles.ends(following.text)
    words = following.text[marker.end :] if marker is not None and marker.kind == "number" else following.text
    return (roles.act(words) or roles.lead(words)) and roles.ends(following.text)


def _unfinished(text: str) -> bool:
    return not _ENDS.search(text[-TAIL:])


def _continues(before: Piece, piece: Piece, roles: Roles, *, broken: bool) -> bool:
    start = piece.text[:1]
    if len(before.text) > MAX_HEALED:
        return False
    if opens_quoted(piece.text) or roles.frame(piece.text) or roles.frame(before.text) or piece.style or piece.label:
        return False
    if start.islower() and not roles.marked(piece.text):
        if roles.marker(before.text.lstrip(QUOTES + " ")) and roles.begins("flush", piece.text) and not broken:
            return False
        return bool(_OPEN_END.search(before.text[-TAIL:])) and (len(before.text) > MIN_HALF or _unfinished(before.text))
    if not _unfinished(before.text) or len(before.text) < MIN_HALF or len(piece.text) < MIN_HALF:
        return False
    if roles.marker(piece.text) or roles.lead(piece.text) or roles.act(piece.text) or not roles.ends(piece.text):
        return False
    body = before.text.lstrip(QUOTES + " ")
    return broken or roles.lead(body) or bool((m := roles.marker(body)) and roles.act(body[m.end :]))
