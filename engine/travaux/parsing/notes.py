"""Lifting footnotes: their bodies out of the run of paragraphs, their marks out of the words.

A digit glued to a word is taken for a note mark only where that is certain: a body of that number exists, or, in
texts that lost their bodies, the place (after a word, a mark or a full date) and the running count agree.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from travaux.model.document import Mark, Place, SourceNote
from travaux.parsing.marks import PLAIN, SUPERSCRIPTS, Found, Marks
from travaux.parsing.pieces import Piece
from travaux.parsing.roles import Roles

COUNT_STEP = 5
"""How far a glued number may run ahead of the greatest so far, in texts without bodies. Range 2-9; flat there."""

_BODY_SUPER = re.compile(rf"[\"“”«]?([{SUPERSCRIPTS}]{{1,3}}|\[\^([^\]\s]{{1,20}})\]:?)\s+(?=\S)")
_BODY_SLASH = re.compile(r"([0-9]{1,3}|[a-z]|\*{1,3})/\s+(?=\S)")
_BODY_PLAIN = re.compile(r"([0-9]{1,3}|\*{1,3})(?:\s+|(?P<point>\.)\s+(?=[A-Z]))(?=[^\s\d]|\d)")


@dataclass(frozen=True, slots=True)
class Body:
    """The body of one note: number, words, where it stands."""

    number: str
    text: str
    place: Place


def lift(pieces: Sequence[Piece], given: Sequence[SourceNote], roles: Roles) -> tuple[list[Piece], list[Body]]:
    """Return the pieces without note bodies and note marks, and the bodies."""
    marks = Marks(roles.language.months)
    found = [marks.find(piece.text) for piece in pieces]
    referred = {mark.number for line in found for mark in line if mark.way in ("slash", "glued", "spaced")}
    bodies = _Bodies(roles, referred)
    rest = [(piece, line) for piece, line in zip(pieces, found, strict=True) if not bodies.take(piece)]
    notes = [*bodies.taken(), *(Body(n.number, n.text, n.place) for n in given)]
    known = {body.number for body in notes}
    return list(_without_marks(rest, known)), notes


def _without_marks(rest: Sequence[tuple[Piece, list[Found]]], known: set[str]) -> Iterator[Piece]:
    greatest = 0
    for piece, found in rest:
        spans = []
        for mark in found:
            if not _is_mark(mark, known, greatest):
                continue
            if mark.number.isdecimal():
                greatest = max(greatest, int(mark.number))
            spans.append((mark.start, mark.end, Mark(kind="note", start=0, end=0, number=mark.number)))
        yield piece.without(spans).squeezed() if spans else piece


def _is_mark(mark: Found, known: set[str], greatest: int) -> bool:
    if mark.way == "printed" or mark.number in known:
        return True
    if mark.way in ("slash", "spaced"):
        return False
    return mark.closes or (not known and 0 < int(mark.number) <= greatest + COUNT_STEP)


class _Bodies:
    """One walk through the pieces that takes the bodies of notes out."""

    def __init__(self, roles: Roles, referred: set[str]) -> None:
        self.roles = roles
        self.referred = referred
        """Numbers that stand in the text as note marks may."""
        self.found: list[tuple[str, list[str], Place]] = []
        self.block: int | None = None
        """Where a rule of underscores opened the notes of a page: the block of it, or of the last note."""

    def taken(self) -> list[Body]:
        """Return the bodies, in order."""
        return [Body(number, " ".join(parts), place) for number, parts, place in self.found]

    def take(self, piece: Piece) -> bool:
        """Whether a piece is a body, or goes on with one; it is then kept here."""
        text = piece.text
        if "_" in text and self.roles.rule(text):
            self.block = piece.block
            return False
        if match := _BODY_SUPER.match(text):
            return self._keep(piece, match[2] or match[1].translate(PLAIN), match)
        match = _BODY_SLASH.match(text) or _BODY_PLAIN.match(text)
        if match and (self.block is not None or self._reads_as_note(text, match)):
            return self._keep(piece, match[1], match)
        if self.block is not None and self.found and self.block == piece.block:
            self.found[-1][1].append(text)
            return True
        self.block = None
        return False

    def _keep(self, piece: Piece, number: str, match: re.Match[str]) -> bool:
        self.found.append((number, [piece.text[match.end() :].strip()], piece.place))
        if self.block is not None:
            self.block = piece.block
        return True

    def _reads_as_note(self, text: str, match: re.Match[str]) -> bool:
        """Whether the words behind a number are a note's; behind a number with a point, only sure ones count."""
        if match[1] not in self.referred:
            return False
        words = text[match.end() :]
        pointed = match.re is _BODY_PLAIN and match["point"] is not None
        sure = self.roles.begins("note_body", words) is not None
        loose = not pointed and self.roles.begins("loose_note_body", words) is not None
        return (sure or loose) and not self.roles.act(words) and not self.roles.lead(words)
