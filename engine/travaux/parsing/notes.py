"""Lifting footnotes: their bodies out of the run of paragraphs, their marks out of the words.

What stands as a note mark may is told by `marks`, and which of these are by `certainty`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from travaux.model.document import Mark, Place, SourceNote
from travaux.parsing.certainty import Certainty
from travaux.parsing.marks import PLAIN, SUPERSCRIPTS, Found, Marks
from travaux.parsing.note_runs import Counted, note_run
from travaux.parsing.pieces import Piece
from travaux.parsing.roles import Roles

_BODY_SUPER = re.compile(rf"[\"“”«]?([{SUPERSCRIPTS}]{{1,3}}|\[\^([^\]\s]{{1,20}})\]:?)\s+(?=\S)")
_BODY_SLASH = re.compile(r"([0-9]{1,3}|[a-z]|\*{1,3})/\s+(?=\S)")
_BODY_PLAIN = re.compile(r"([0-9]{1,3}|\*{1,3})(?:\s+|(?P<point>\.)\s+(?=[A-Z]))(?=[^\s\d]|\d)")
_NUMBER_ALONE = re.compile(r"[1-9][0-9]{0,2}")

Form = Literal["raised", "slash", "point", "plain"]
"""How the number of a note's body is printed: `⁸⁴` or `[^84]`, `84/`, `84.`, `84`."""


@dataclass(frozen=True, slots=True)
class Body:
    """The body of one note: number, words, where it stands."""

    number: str
    text: str
    place: Place


def lift(pieces: Sequence[Piece], given: Sequence[SourceNote], roles: Roles) -> tuple[list[Piece], list[Body]]:
    """Return the pieces without note bodies and note marks, and the bodies."""
    marks = Marks(roles.language)
    found = [marks.find(piece.text) for piece in pieces]
    referred = {mark.number for line in found for mark in line if mark.way in ("slash", "glued", "spaced")}
    bodies = _Bodies(roles, referred)
    rest = [(piece, line) for piece, line in zip(pieces, found, strict=True) if not bodies.take(piece)]
    notes = [*bodies.taken(), *(Body(n.number, n.text, n.place) for n in given)]
    certainty = Certainty([body.number for body in notes], [mark for _, line in rest for mark in line])
    return list(_without_marks(rest, certainty)), notes


def _without_marks(rest: Sequence[tuple[Piece, list[Found]]], certainty: Certainty) -> Iterator[Piece]:
    for piece, found in rest:
        spans = [
            (mark.start, mark.end, Mark(kind="note", start=0, end=0, number=mark.number))
            for mark in found
            if certainty.takes(mark)
        ]
        yield piece.without(spans).squeezed() if spans else piece


class _Bodies:
    """One walk through the pieces that takes the bodies of notes out."""

    def __init__(self, roles: Roles, referred: set[str]) -> None:
        self.roles = roles
        self.referred = referred
        """Numbers that stand in the text as note marks may."""
        self.found: list[tuple[str, list[str], Place]] = []
        self.block: int | None = None
        """Where a rule of underscores opened the notes of a page: the block of it, or of the last note."""
        self.form: Form | None = None
        """How the numbers of the notes below that rule are printed; one that is printed otherwise is no note's."""

    def taken(self) -> list[Body]:
        """Return the bodies, in order."""
        return [Body(number, " ".join(parts), place) for number, parts, place in self.found]

    def take(self, piece: Piece) -> bool:
        """Whether a piece is a body, or goes on with one; it is then kept here."""
        text = piece.text
        if "_" in text and self.roles.rule(text):
            self.block, self.form = piece.block, None
            return False
        if self._opens(text):
            self.found.append((text, [], piece.place))
            self.block, self.form = piece.block, "plain"
            return True
        if text[:1].isdigit() and (run := note_run(text, self.roles)) and self._takes_run(piece, run):
            return True
        if match := _BODY_SUPER.match(text):
            return self._keep(piece, match[2] or match[1].translate(PLAIN), match)
        match = _BODY_SLASH.match(text) or _BODY_PLAIN.match(text)
        if match and (self._goes_below_rule(text, match) or self._reads_as_note(text, match)):
            return self._keep(piece, match[1], match)
        if self.found and (self.block == piece.block or self._waits()) and not self._begins_text(text):
            self.found[-1][1].append(text)
            self.block = piece.block
            return True
        self.block = None
        return False

    def _keep(self, piece: Piece, number: str, match: re.Match[str]) -> bool:
        self.found.append((number, [piece.text[match.end() :].strip()], piece.place))
        if self.block is not None:
            self.block, self.form = piece.block, _form(match)
        return True

    def _takes_run(self, piece: Piece, run: Sequence[Counted]) -> bool:
        """Whether one of several notes in a piece is surely one; they are then kept here."""
        words = [piece.text[note.start : note.end].strip() for note in run]
        sure = any(self.roles.begins("certain_note", text) for text in words)
        if not (sure or any(note.number in self.referred for note in run)):
            return False
        self.found += [(note.number, [text], piece.place) for note, text in zip(run, words, strict=True)]
        if self.block is not None:
            self.block, self.form = piece.block, "plain"
        return True

    def _opens(self, text: str) -> bool:
        """Whether a line is the number of a note alone: the first below a rule, or the next one."""
        if self.block is None or not _NUMBER_ALONE.fullmatch(text):
            return False
        return self.form is None or (self.found[-1][0].isdecimal() and int(text) == int(self.found[-1][0]) + 1)

    def _waits(self) -> bool:
        """Whether the last note has its number and no words so far."""
        return self.block is not None and not self.found[-1][1]

    def _goes_below_rule(self, text: str, match: re.Match[str]) -> bool:
        fits = self.block is not None and self.form in (None, _form(match))
        return fits and not self.roles.act(text[match.end() :])

    def _begins_text(self, text: str) -> bool:
        """Whether a line below the notes of a page is of the text of the next page, where no blank line tells."""
        roles = self.roles
        return roles.marked(text) or roles.lead(text) or roles.act(text) or roles.frame(text) or roles.section(text)

    def _reads_as_note(self, text: str, match: re.Match[str]) -> bool:
        """Whether the words behind a number are a note's; behind a number with a point, only sure ones count."""
        if match[1] not in self.referred:
            bare = text[match.end(1)] == " "
            return bare and self.roles.begins("certain_note", text[match.end() :]) is not None
        words = text[match.end() :]
        pointed = match.re is _BODY_PLAIN and match["point"] is not None
        sure = self.roles.begins("note_body", words) is not None
        loose = not pointed and self.roles.begins("loose_note_body", words) is not None
        return (sure or loose) and not self.roles.act(words) and not self.roles.lead(words)


def _form(match: re.Match[str]) -> Form:
    if match.re is _BODY_SLASH:
        return "slash"
    if match.re is _BODY_SUPER:
        return "raised"
    return "point" if match["point"] else "plain"
