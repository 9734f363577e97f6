"""The lines of adoption in a body: meeting, date, vote."""

from collections.abc import Iterator, Sequence

from travaux.parsing.items import Item
from travaux.parsing.pieces import Piece
from travaux.parsing.roles import Roles

MAX_VOTE = 60
"""Longest list of States in a vote, in pieces. Range 10-200; each State on its own line makes 200."""

MAX_MEETING_IN_ANNEX = 60
"""Longest line of a meeting in an annex, in characters; a longer one is text. Range 40-80."""


def dates_apart(pieces: Sequence[Piece], roles: Roles) -> Iterator[Piece]:
    """Yield the pieces, the date of a meeting apart from it where they stand on one line; a comma between them goes."""
    for piece in pieces:
        match = roles.begins("meeting", piece.text) if piece.text[:1].isdigit() else None
        if match and match["date"] and roles.is_("meeting", piece.text):
            yield piece.cut(0, match.end("meeting"))
            yield piece.cut(match.start("date"))
        else:
            yield piece


def closing_lines(pieces: Sequence[Piece], at: int, roles: Roles, *, adopted: bool, annexed: bool) -> list[Item]:
    """Return the lines of adoption that begin at a piece; none where it is something else.

    Args:
        pieces: the body.
        at: which piece.
        roles: the language's patterns.
        adopted: whether there was such a line before, so that a date alone belongs to it.
        annexed: whether the piece stands in an annex.
    """
    piece = pieces[at]
    if roles.is_("meeting", piece.text) and (not annexed or len(piece.text) < MAX_MEETING_IN_ANNEX):
        dated = at + 1 < len(pieces) and roles.is_("date_line", pieces[at + 1].text)
        lines = [Item("told", piece, tells="meeting")]
        return [*lines, Item("told", pieces[at + 1], tells="adopted_on")] if dated else lines
    if roles.adoption(piece.text) and not roles.marker(piece.text):
        end = _end_of_bracket(pieces, at) if piece.text.startswith("[") else _end_of_lists(pieces, at, roles)
        return [Item("told", p, tells="vote") for p in pieces[at:end]]
    if adopted and roles.is_("date_line", piece.text):
        return [Item("told", piece, tells="adopted_on")]
    return []


def _end_of_bracket(pieces: Sequence[Piece], at: int) -> int:
    """A vote in brackets runs to the closing one; where there is none, it is one line."""
    ends = (end for end in range(at, min(at + MAX_VOTE, len(pieces))) if pieces[end].text.endswith("]"))
    return next(ends, at) + 1


def _end_of_lists(pieces: Sequence[Piece], at: int, roles: Roles) -> int:
    end = at + 1
    while end < len(pieces) and roles.begins("states", pieces[end].text):
        end += 1
    return end
