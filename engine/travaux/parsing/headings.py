"""Which lines of a body are headings: by their own look, and by what stands around them."""

from collections.abc import Sequence
from itertools import accumulate

from travaux.parsing.items import Item
from travaux.parsing.markers import Marker
from travaux.parsing.pieces import Piece
from travaux.parsing.roles import MAX_HEADING, Roles

MAX_LEADING_HEADING = 120
"""Longest heading that begins as a paragraph does ("Taking stock: reviewing ..."), in characters; without its mark at
the end, a paragraph so short was not met. Range 80-160."""

MAX_HEADING_WITH_COLON = 60
"""Longest heading that ends with a colon ("Reporting:"), in characters. Range 30-90; flat on the corpus."""

MIN_ANNEX = 3
"""Fewest paragraphs behind the title of an annex that is not called one. Range 2-10."""


class Headings:
    """The pieces of a body with their markers, asked about one at a time."""

    def __init__(self, pieces: Sequence[Piece], markers: Sequence[Marker | None], roles: Roles, title: str) -> None:
        self.pieces = pieces
        self.title = title
        self.markers = markers
        self.roles = roles
        leads = [roles.ends(p.text) for p in pieces if roles.lead(p.text)]
        self.punctuated = sum(leads) * 2 >= len(leads)
        """Whether most preambular paragraphs end with a mark, so that a line without one is a heading."""
        self._ended = [0, *accumulate(roles.ends(p.text) for p in pieces)]

    def heads(self, at: int, before: Item | None) -> bool:
        """Whether a piece is a heading, given the item before it."""
        text = self.pieces[at].text
        if at + 1 >= len(self.pieces) or "\t" in text:
            return False
        if text == self.title or self.roles.section(text) or (self.roles.letter(text) and len(text) < 3):
            return True
        in_list = before is not None and before.kind in ("below", "operative") and _goes_on(before)
        if self._ends_with_colon(at) and not in_list:
            return True
        if not self.roles.heading(text):
            return False
        if self.roles.lead(text) or self.roles.act(text):
            leads = _is_number(self.markers[at + 1]) or self.roles.lead(self.pieces[at + 1].text)
            return leads and self.punctuated and len(text) <= MAX_LEADING_HEADING
        return not in_list or self._introduces(at + 1)

    def heads_chapter(self, at: int, number: int) -> bool:
        """Whether a number heads a chapter: out of turn, like a heading, and the next one goes on with the count.

        Args:
            at: which piece.
            number: that of the last operative paragraph.
        """
        marker = self.markers[at]
        if marker is None or marker.kind not in ("number", "dotted"):
            return False
        words = self.pieces[at].text[marker.end :]
        if not self.roles.heading(words) or self.roles.act(words) or marker.value == number + 1:
            return False
        following = next((m for m in self.markers[at + 1 : at + 4] if m is not None and _is_number(m)), None)
        return following is not None and following.value == number + 1

    def heads_annex(self, at: int) -> bool:
        """Whether a line behind those of adoption is the title of an annexed text, without the word annex."""
        return self.roles.heading(self.pieces[at].text) and self._ended[-1] - self._ended[at + 1] >= MIN_ANNEX

    def _ends_with_colon(self, at: int) -> bool:
        """Whether a short line with a colon heads the numbered paragraph after it: "Reporting:"."""
        text = self.pieces[at].text
        return (
            text.endswith(":")
            and len(text) <= MAX_HEADING_WITH_COLON
            and "," not in text
            and self.roles.heading(text[:-1])
            and not (self.markers[at] or self.roles.act(text) or self.roles.lead(text))
            and _is_number(self.markers[at + 1])
        )

    def _introduces(self, at: int, depth: int = 2) -> bool:
        """Whether the piece behind a line is one that headings stand above."""
        if at >= len(self.pieces):
            return False
        if any(m is not None and _is_number(m) and m.value == 1 for m in self.markers[at : at + 3]):
            return True
        text = self.pieces[at].text
        return (
            self.markers[at] is not None
            or (depth > 0 and self.roles.heading(text) and self._introduces(at + 1, depth - 1))
            or self.roles.section(text)
            or self.roles.lead(text)
            or self.roles.act(text)
            or len(text) > MAX_HEADING
        )


def _is_number(marker: Marker | None) -> bool:
    return marker is not None and marker.kind == "number" and marker.certain


def _goes_on(item: Item) -> bool:
    return item.piece.text.endswith((":", ","))
