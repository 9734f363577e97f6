"""What each paragraph of a body is: preambular, operative, below one, heading, annex, closing line."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from travaux.parsing.closing import closing_lines, dates_apart
from travaux.parsing.headings import Headings
from travaux.parsing.items import HOSTS, Item
from travaux.parsing.markers import QUOTES, Marker
from travaux.parsing.pieces import Piece
from travaux.parsing.roles import Roles


def items(
    pieces: Sequence[Piece], roles: Roles, *, title: str = "", decision: bool = False, fragment: bool = False
) -> list[Item]:
    """Return what each piece of a body is, in order.

    Args:
        pieces: the body.
        roles: the language's patterns.
        title: that of the text; where it stands again, it is a heading.
        decision: whether it is a decision, which has neither opening line nor preamble.
        fragment: whether its beginning is not in the file.
    """
    return _Body(list(dates_apart(pieces, roles)), roles, title, decision=decision, fragment=fragment).run()


class _Body:
    """One walk through a body; the state is where in a resolution the walk stands."""

    def __init__(self, pieces: Sequence[Piece], roles: Roles, title: str, *, decision: bool, fragment: bool) -> None:
        self.pieces = pieces
        self.roles = roles
        self.decision = decision
        self.markers = [self._marker(p) for p in pieces]
        self.headings = Headings(pieces, self.markers, roles, title)
        numbers = [at for at, m in enumerate(self.markers) if m is not None and m.kind == "number" and m.certain]
        self.last_number = numbers[-1] if numbers else -1
        first = self.markers[numbers[0]] if numbers else None
        self.goes_on = fragment and first is not None and first.value > 1
        """Whether the text begins in the middle of what has numbers already."""
        self.where: Literal["preamble", "operative", "annex"] = "operative" if decision else "preamble"
        self.number = 0
        self.adopted = False
        self.host: Item | None = None
        """The last paragraph that a lettered item can stand below."""
        self.out: list[Item] = []

    def run(self) -> list[Item]:
        at = 0
        while at < len(self.pieces):
            taken = self._told(at) or [self._item(at)]
            for item in taken:
                self.host = item if item.kind in HOSTS else self.host
            self.out += taken
            at += len(taken)
        return self.out

    def _marker(self, piece: Piece) -> Marker | None:
        if piece.label is not None:
            found = self.roles.marker(f"{piece.label} x")
            return replace(found, end=0) if found else Marker("bullet", piece.label, piece.label, 0)
        return self.roles.marker(piece.text)

    def _told(self, at: int) -> list[Item]:
        if self.roles.rule(self.pieces[at].text):
            return [Item("told", self.pieces[at], tells="divider")]
        if self.where == "preamble" and not self.out:
            return []
        lines = closing_lines(self.pieces, at, self.roles, adopted=self.adopted, annexed=self.where == "annex")
        self.adopted = self.adopted or bool(lines)
        return lines

    def _item(self, at: int) -> Item:
        piece, marker = self.pieces[at], self.markers[at]
        if self.roles.is_("annex", piece.text.strip(QUOTES)) and (self.where != "preamble" or self.out):
            self.where, self.number = "annex", 0
            return Item("annex", piece, section=True)
        if marker is not None and (marked := self._marked(at, piece, marker)):
            return marked
        if self.where == "annex":
            heads = self.roles.heading(piece.text) and "\t" not in piece.text
            return self._heading(piece) if heads else Item("annexed", piece)
        if self.adopted and self.headings.heads_annex(at):
            self.where, self.number = "annex", 0
            return Item("annex", piece)
        if self.headings.heads(at, self.out[-1] if self.out else None):
            return self._heading(piece)
        return self._unnumbered(at)

    def _heading(self, piece: Piece) -> Item:
        return Item("heading", piece, section=self.roles.section(piece.text) or self.roles.letter(piece.text))

    def _marked(self, at: int, piece: Piece, marker: Marker) -> Item | None:
        """What a number, letter or bullet makes of a piece; None where it is none here."""
        if self.where == "operative" and self.headings.heads_chapter(at, self.number):
            return Item("heading", _without_marker(piece, marker), marker)
        if marker.kind == "number":
            return self._numbered(piece, marker)
        if marker.kind == "sub" and self._acts_by_letters(at, marker):
            self.where = "operative"
            return Item("operative", _without_marker(piece, marker), marker)
        if marker.label == "*" and not self._lists_with_stars():
            return None
        if self.host is not None or self.decision:
            return Item("below", _without_marker(piece, marker), marker)
        return None

    def _lists_with_stars(self) -> bool:
        """Whether a star is a bullet here, and no sign of a note: in a list that a colon opened."""
        last = self.out[-1] if self.out else None
        if last is None or last.piece.text.endswith(":"):
            return last is not None
        return last.kind == "below" and last.marker is not None and last.marker.label == "*"

    def _acts_by_letters(self, at: int, marker: Marker) -> bool:
        """In a decision the acts may be lettered under the last preambular paragraph: "...: (a) Endorses ..."."""
        if self.last_number >= 0 or not self.roles.act(self.pieces[at].text[marker.end :]):
            return False
        if self.host is None or self.host.kind == "annexed" or self.out[-1].kind == "below":
            return False
        if self.host.kind == "operative":
            return self.host.marker is not None and self.host.marker.kind == "sub"
        return self.host.piece.text.endswith(":")

    def _numbered(self, piece: Piece, marker: Marker) -> Item | None:
        if not marker.certain and marker.value != self.number + 1:
            return None
        if self.where == "annex":
            self.number = marker.value
            return Item("annexed", _without_marker(piece, marker), marker)
        if marker.label[:2].upper() == "PP":
            return Item("preambular", _without_marker(piece, marker), marker)
        self.where = "operative"
        self.number = marker.value
        return Item("operative", _without_marker(piece, marker), marker)

    def _unnumbered(self, at: int) -> Item:
        piece = self.pieces[at]
        text = piece.text
        end = text.rstrip(QUOTES + " ")[-1:]
        if self.where == "preamble":
            if self.goes_on and not self.host and not self.roles.lead(text):
                return Item("continued", piece)
            # a finite verb with a comma, before the numbers, is an oddity of the Security Council's preambles
            among_numbers = end == "," and self.last_number > at
            if not self.roles.act(text) or self.roles.lead(text) or among_numbers:
                return Item("preambular", piece)
            self.where = "operative"
            return Item("operative", piece)
        if self.decision:
            return Item("operative", piece)
        if self.roles.lead(text) and end in (",", ":") and not self.roles.act(text):
            return Item("preambular", piece)
        if self.roles.act(text) and text[:1].isupper():
            return Item("operative", piece)
        if self.adopted:
            return Item("told", piece)
        ended = self.out and self.out[-1].piece.text.rstrip(QUOTES + " ").endswith(".")
        return Item("closing" if at > self.last_number and ended else "continued", piece)


def _without_marker(piece: Piece, marker: Marker) -> Piece:
    """The words behind the number; a bracket or quotation mark that stood before it stays."""
    if not marker.end:
        return piece
    before = piece.text[: len(piece.text) - len(piece.text.lstrip(QUOTES + "[ "))]
    rest = piece.cut(marker.end)
    return piece.cut(0, len(before)).join(rest, "") if before else rest
