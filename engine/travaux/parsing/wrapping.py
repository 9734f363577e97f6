"""Whether a line begins a paragraph, or goes on with the one that stands before it in its block."""

import re
from collections import deque

from travaux.parsing.headers import is_number, is_symbol
from travaux.parsing.layout import Layout
from travaux.parsing.levels import follows
from travaux.parsing.markers import QUOTES, Marker
from travaux.parsing.roles import Roles

COUNT_BACK = 8
"""How many paragraphs back the number before is looked for. Range 3-20; flat on the corpus."""

SYMBOL_GOES_ON = re.compile(r"(?:^|[\s(])[A-Z]{1,6}/(?:[\w.-]+/)*$")
"""The end of a line within a document symbol: `A/C.3/99/`."""

_TERMINAL = re.compile(r"[.;:,!?)\]”\"’]\W*(?:\[\^\w+\]|[⁰¹²³⁴-⁹]+|\d{1,2}/?)?\s*$")
_NOTE = re.compile(r"\d{1,3}\s+(?=\D)")
_END = 80
"""How much of a paragraph's end tells whether it is finished, in characters."""


class Wrapping:
    """One walk through the lines of a text; it knows the last numbers, and whether it is in a header."""

    def __init__(self, how: Layout, roles: Roles) -> None:
        self.how = how
        self.roles = roles
        self.markers: deque[Marker | None] = deque(maxlen=COUNT_BACK)
        self.in_header = True

    def note(self, text: str) -> None:
        """Remember the first line of a paragraph."""
        marker = self.roles.marker(text)
        self.markers.append(marker)
        if self.roles.opening(text) or marker is not None or self.roles.lead(text) or self.roles.act(text):
            self.in_header = False
        elif is_number(text) or is_symbol(text) or self.roles.is_("meeting", text):
            self.in_header = True

    def begins(self, before: str, text: str, length: int) -> bool:
        """Whether a line begins a paragraph.

        Args:
            before: what there is of the paragraph before it in its block.
            text: the line.
            length: length of the line before.
        """
        roles, how = self.roles, self.how
        end = before[-_END:]
        ended = _TERMINAL.search(end) is not None or (not how.parted and roles.begins_anywhere("joint", end))
        if roles.begins("adopted_start", before) and not ended and not before.rstrip()[-4:].isdecimal():
            return roles.opening(text) is not None
        if not text or roles.frame(before.strip()):
            return True
        if SYMBOL_GOES_ON.search(end):
            return False
        short = how.short(length, text)
        can_end = ended or self._can_end_here(before)
        if self._stands_alone(before, text, short=short, can_end=can_end):
            return True
        if short and not text[0].islower() and self._ends_here(before, text, can_end=can_end):
            return True
        marker = roles.marker(text)
        if marker is not None and marker.kind == "bullet" and (ended or short):
            return how.wrapped or marker.label not in "–—-"
        if ended and (note := _NOTE.match(text)) and roles.begins("note_body", text[note.end() :]):
            return True
        if how.wrapped and how.parted:
            return short and marker is not None and marker.certain
        if marker is not None and self._counts_on(marker) and (ended or not text[marker.end :][:1].islower()):
            return True
        if not ended:
            return marker is not None and marker.kind == "number" and roles.act(text[marker.end :])
        return roles.marked(text) or (not _in_quotation(before) and self._leads(text))

    def _ends_here(self, before: str, text: str, *, can_end: bool) -> bool:
        """Whether a short line ends its paragraph; where blank lines do that, the next has to look like a beginning."""
        if not self.how.wrapped:
            return can_end
        if not self.how.parted:
            return True
        return can_end and (self.in_header or self._can_end_here(before) or self._leads(text))

    def _stands_alone(self, before: str, text: str, *, short: bool, can_end: bool) -> bool:
        """Whether the line, or the one before it, is of the frame; a date or an organ may also end a wrapped line."""
        roles, wrapped = self.roles, self.how.wrapped
        if roles.frame(text):
            return can_end or (short if wrapped else not (roles.opening(text) or roles.is_("date_line", text)))
        return self.in_header and (short or not wrapped) and (self._heads(text) or self._heads(before))

    def _heads(self, text: str) -> bool:
        """Whether the line is of a masthead: a symbol, a number, a session, an agenda item."""
        return (
            (
                text[:1].isupper()
                and any(self.roles.is_(name, text) for name in ("session", "agenda_item", "distribution"))
            )
            or is_symbol(text)
            or is_number(text)
        )

    def _counts_on(self, marker: Marker) -> bool:
        """Whether a number or letter comes after that of a paragraph shortly before."""
        if marker.kind not in ("number", "sub") or not marker.certain:
            return False
        return any(m and m.kind == marker.kind and follows(m.inside, marker.inside) for m in self.markers)

    def _leads(self, text: str) -> bool:
        roles = self.roles
        return roles.lead(text) or roles.act(text) or roles.section(text) or roles.letter(text)

    def _can_end_here(self, before: str) -> bool:
        """Whether a paragraph may end without a mark: it is a heading so far."""
        roles = self.roles
        return roles.heading(before) and not (roles.marker(before) or roles.lead(before) or roles.act(before))


def _in_quotation(text: str) -> bool:
    """Whether a quotation is open, such as a title; the mark that opens a wrapper's paragraph is none."""
    inside = text.lstrip(QUOTES)
    return inside.count("“") > inside.count("”")
