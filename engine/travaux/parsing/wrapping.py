"""Whether a line begins a paragraph, or goes on with the one that stands before it in its block."""

import re
from collections import deque

from travaux.parsing.headers import heads_page, is_number, is_symbol
from travaux.parsing.layout import LONG_LINE, Layout
from travaux.parsing.levels import follows
from travaux.parsing.markers import QUOTES, Marker
from travaux.parsing.roles import Roles

COUNT_BACK = 8
"""How many paragraphs back the number before is looked for. Range 3-20; flat on the corpus."""

SYMBOL_GOES_ON = re.compile(r"(?:^|[\s(])[A-Z]{1,6}/(?:[\w.-]+/)*$")
"""The end of a line within a document symbol: `A/C.3/99/`."""

NUMBER_ALONE = re.compile(r"[1-9]\d{0,2}\.|\([a-z]{1,4}\)")
"""The number or letter of a paragraph that an extractor has put on a line of its own."""

_TERMINAL = re.compile(r"[.;:,!?)\]”\"’]\W*(?:\[\^\w+\]|[⁰¹²³⁴-⁹]+|\d{1,2}/?)?\s*$")
_DECIMAL = re.compile(r"(?<!\d)\d{1,2}\.\d{1,2}\s*$")
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

    def begins(self, before: str, text: str, length: int, following: str) -> bool:
        """Whether a line begins a paragraph.

        Args:
            before: what there is of the paragraph before it in its block.
            text: the line.
            length: length of the line before.
            following: the line after it in its block, if there is one.
        """
        roles, how = self.roles, self.how
        end = before[-_END:]
        ended = _is_terminated(end) or (not how.parted and roles.begins_anywhere("joint", end))
        if roles.begins("adopted_start", before) and not ended and not before.rstrip()[-4:].isdecimal():
            return roles.opening(text) is not None
        if not text or roles.frame(before.strip()) or roles.rule(text) or _parts_pages(before, text):
            return True
        if SYMBOL_GOES_ON.search(end):
            return False
        if ended and NUMBER_ALONE.fullmatch(text):
            return True
        short = how.short(length, text)
        can_end = ended or self._can_end_here(before)
        if self._stands_alone(before, text, short=short, can_end=can_end):
            return True
        marker = roles.marker(text)
        figure = text[0].isdigit() and " " in text and marker is None and not self.in_header
        if short and not (text[0].islower() or figure) and self._ends_here(before, text, can_end=can_end):
            return True
        if marker is not None and marker.kind == "bullet" and (ended or short):
            return how.wrapped or marker.label not in "–—-"
        if ended and (note := _NOTE.match(text)) and roles.begins("note_body", text[note.end() :]):
            return True
        if how.wrapped and how.parted:
            return short and marker is not None and marker.certain
        if marker is not None and self._counts_on(marker) and (ended or not text[marker.end :][:1].islower()):
            return True
        if ended and (self._heads_following(text, following) or (short and how.wrapped and end.rstrip().endswith(";"))):
            return True
        if not ended:
            first = marker is not None and marker.kind == "number" and roles.act(text[marker.end :])
            return first or (text[0].isupper() and self._can_end_here(before) and (roles.lead(text) or roles.act(text)))
        return roles.marked(text) or (not _in_quotation(before) and self._leads(text))

    def _ends_here(self, before: str, text: str, *, can_end: bool) -> bool:
        """Whether a short line ends its paragraph; where blank lines do that, the next has to look like a beginning."""
        if not self.how.wrapped:
            return can_end
        if not self.how.parted:
            return True
        return can_end and (self.in_header or self._can_end_here(before) or self._leads(text))

    def _heads_following(self, text: str, following: str) -> bool:
        """Whether a line is a heading: it had room for more, has no mark at its end, and a paragraph comes after it."""
        if not following or not text[0].isupper() or not self.how.short(len(text), following):
            return False
        return self._can_end_here(text) and (self.roles.marked(following) or self._leads(following))

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
        if marker.kind not in ("number", "sub") or not (marker.certain or marker.long):
            return False
        return any(m and m.kind == marker.kind and follows(m.inside, marker.inside) for m in self.markers)

    def _leads(self, text: str) -> bool:
        roles = self.roles
        return roles.lead(text) or roles.act(text) or roles.section(text) or roles.letter(text)

    def _can_end_here(self, before: str) -> bool:
        """Whether a paragraph may end without a mark: it is a heading so far."""
        roles = self.roles
        return roles.heading(before) and not (roles.marker(before) or roles.lead(before) or roles.act(before))


def _parts_pages(before: str, text: str) -> bool:
    """Whether one of two lines stands at the edge of a page."""
    return heads_page(text) or (len(before) <= 2 * LONG_LINE and heads_page(before.strip()))


def _is_terminated(end: str) -> bool:
    """Whether a mark stands at the end, with or without the mark of a note; a figure such as 3.19 has none."""
    return _TERMINAL.search(end) is not None and _DECIMAL.search(end) is None


def _in_quotation(text: str) -> bool:
    """Whether a quotation is open, such as a title; the mark that opens a wrapper's paragraph is none."""
    inside = text.lstrip(QUOTES)
    return inside.count("“") > inside.count("”")
