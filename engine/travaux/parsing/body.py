"""What each paragraph of a body is: preambular, operative, below one, heading, annex, closing line."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from travaux.model.document import MetadatumKind
from travaux.parsing.pieces import Piece
from travaux.parsing.roles import MAX_HEADING, QUOTES, Marker, Roles
from travaux.parsing.units import is_closing_line

MAX_LEADING_HEADING = 120
"""Longest heading that begins as a paragraph does ("Taking stock: reviewing ..."), in characters; without its mark at
the end, a paragraph so short was not met. Range 80-160."""

MAX_HEADING_WITH_COLON = 60
"""Longest heading that ends with a colon ("Reporting:"), in characters. Range 30-90; flat on the corpus."""

Kind = Literal["preambular", "operative", "below", "continued", "heading", "annex", "annexed", "closing", "told"]


@dataclass(frozen=True, slots=True)
class Item:
    """One paragraph of a body and what it is.

    Attributes:
        kind: `below` a lettered or bulleted item; `continued` flush text of the paragraph before; `annex` the
            heading of one, `annexed` a paragraph in it; `told` metadata.
        piece: its text, without the number.
        marker: its number, letter or bullet.
        tells: for `told`, what.
        section: for `heading`, whether it may begin a section with numbers of its own.
    """

    kind: Kind
    piece: Piece
    marker: Marker | None = None
    tells: MetadatumKind = "other"
    section: bool = False


def items(pieces: Sequence[Piece], roles: Roles, *, decision: bool = False) -> list[Item]:
    """Return what each piece of a body is, in order."""
    return _Body(pieces, roles, decision=decision).run()


class _Body:
    """One walk through a body; the state is where in a resolution the walk stands."""

    def __init__(self, pieces: Sequence[Piece], roles: Roles, *, decision: bool) -> None:
        self.pieces = pieces
        self.roles = roles
        self.where: Literal["preamble", "operative", "annex"] = "operative" if decision else "preamble"
        self.decision = decision
        self.number = 0
        self.out: list[Item] = []
        self.markers = [self._marker(p) for p in pieces]
        self.last_number = max((i for i, m in enumerate(self.markers) if self._is_number(m)), default=-1)
        self.adopted = False

    def run(self) -> list[Item]:
        at = 0
        while at < len(self.pieces):
            told = self._told(at)
            if told:
                self.out += told
                at += len(told)
                continue
            self.out.append(self._item(at))
            at += 1
        return self.out

    def _marker(self, piece: Piece) -> Marker | None:
        if piece.label is not None:
            found = self.roles.marker(f"{piece.label} x")
            return replace(found, end=0) if found else Marker("bullet", piece.label, piece.label, 0)
        return self.roles.marker(piece.text)

    @staticmethod
    def _is_number(marker: Marker | None) -> bool:
        return marker is not None and marker.kind == "number" and marker.certain

    # Lines of the frame

    def _told(self, at: int) -> list[Item]:
        text = self.pieces[at].text
        if self.roles.rule(text):
            return [Item("told", self.pieces[at], tells="divider")]
        if self.where == "preamble" and not self.out:
            return []
        if self.roles.is_("meeting", text) and (self.where != "annex" or len(text) < 60):
            self.adopted = True
            out = [Item("told", self.pieces[at], tells="meeting")]
            if at + 1 < len(self.pieces) and self.roles.is_("date_line", self.pieces[at + 1].text):
                out.append(Item("told", self.pieces[at + 1], tells="adopted_on"))
            return out
        if is_closing_line(text, self.roles) and not self.markers[at]:
            return self._vote(at)
        if self.adopted and self.roles.is_("date_line", text):
            return [Item("told", self.pieces[at], tells="adopted_on")]
        return []

    def _vote(self, at: int) -> list[Item]:
        """A vote runs to its closing bracket, or through the lists of States."""
        self.adopted = True
        end = at
        if self.pieces[at].text.startswith("["):
            while end + 1 < len(self.pieces) and not self.pieces[end].text.endswith("]") and end < at + 60:
                end += 1
            if not self.pieces[end].text.endswith("]"):
                end = at
        else:
            while end + 1 < len(self.pieces) and self.roles.begins("states", self.pieces[end + 1].text):
                end += 1
        return [Item("told", p, tells="vote") for p in self.pieces[at : end + 1]]

    # Paragraphs

    def _item(self, at: int) -> Item:
        piece, marker = self.pieces[at], self.markers[at]
        text = piece.text
        if self.roles.is_("annex", text.strip(QUOTES)) and (self.where != "preamble" or self.out):
            self.where = "annex"
            return Item("annex", piece)
        if self._is_numbered_heading(at):
            return Item("heading", _without_marker(piece, marker), marker)  # type: ignore[arg-type]
        if marker is not None and marker.kind == "number":
            if self._accepts(marker):
                return self._numbered(piece, marker)
            marker = None
        if marker is not None and marker.kind == "sub" and self._acts_by_letters(at):
            self.where = "operative"
            return Item("operative", _without_marker(piece, marker), marker)
        if marker is not None and self._hosts():
            return Item("below", _without_marker(piece, marker), marker)
        if self.where == "annex":
            kind: Kind = "heading" if self.roles.heading(text) else "annexed"
            return Item(kind, piece, section=False)
        if self._is_heading(at):
            return Item("heading", piece, section=self.roles.section(text) or self.roles.letter(text))
        return self._unnumbered(at)

    def _acts_by_letters(self, at: int) -> bool:
        """In a decision the acts may be lettered under the last preambular paragraph: "...: (a) Endorses ..."."""
        marker = self.markers[at]
        if marker is None or self.last_number >= 0 or not self.roles.act(self.pieces[at].text[marker.end :]):
            return False
        last = next((i for i in reversed(self.out) if i.kind in ("preambular", "operative")), None)
        if last is None or self.out[-1].kind == "below":
            return False
        if last.kind == "operative":
            return last.marker is not None and last.marker.kind == "sub"
        return last.piece.text.endswith(":")

    def _accepts(self, marker: Marker) -> bool:
        if self.where == "annex":
            return marker.certain
        return marker.certain or _value(marker) == self.number + 1

    def _numbered(self, piece: Piece, marker: Marker) -> Item:
        if self.where == "annex":
            return Item("annexed", _without_marker(piece, marker), marker)
        if marker.label[:2].upper() == "PP":
            return Item("preambular", _without_marker(piece, marker), marker)
        self.where = "operative"
        self.number = _value(marker)
        return Item("operative", _without_marker(piece, marker), marker)

    def _hosts(self) -> bool:
        """Whether there is a paragraph that a lettered item can stand below."""
        return any(i.kind in ("preambular", "operative", "annexed") for i in reversed(self.out)) or self.decision

    def _is_heading(self, at: int) -> bool:
        text = self.pieces[at].text
        if at + 1 >= len(self.pieces):
            return False
        if self.roles.section(text) or (self.roles.letter(text) and len(text) < 3):
            return True
        if self._is_heading_with_colon(at):
            return True
        if not self.roles.heading(text):
            return False
        if self.roles.lead(text) or self.roles.act(text):
            return self._is_number(self.markers[at + 1]) and len(text) <= MAX_LEADING_HEADING
        return not self._in_the_middle_of_a_list() or self._introduces(at + 1)

    def _is_heading_with_colon(self, at: int) -> bool:
        """Whether a short line with a colon heads the numbered paragraph after it: "Reporting:"."""
        text = self.pieces[at].text
        return (
            text.endswith(":")
            and len(text) <= MAX_HEADING_WITH_COLON
            and self.roles.heading(text[:-1])
            and not (self.markers[at] or self.roles.act(text) or self.roles.lead(text))
            and self._is_number(self.markers[at + 1])
            and not self._in_the_middle_of_a_list()
        )

    def _is_numbered_heading(self, at: int) -> bool:
        """Whether a number heads a chapter: out of turn, like a heading, and the next number goes on with the count."""
        marker = self.markers[at]
        if marker is None or marker.kind not in ("number", "dotted") or self.where != "operative":
            return False
        words = self.pieces[at].text[marker.end :]
        if not self.roles.heading(words) or self.roles.act(words) or _value(marker) == self.number + 1:
            return False
        following = next((m for m in self.markers[at + 1 : at + 4] if self._is_number(m)), None)
        return following is not None and _value(following) == self.number + 1

    def _in_the_middle_of_a_list(self) -> bool:
        last = self.out[-1] if self.out else None
        return last is not None and last.kind in ("below", "operative") and last.piece.text.endswith((":", ","))

    def _introduces(self, at: int, depth: int = 2) -> bool:
        """Whether the piece behind a line is one that headings stand above."""
        if at >= len(self.pieces):
            return False
        text = self.pieces[at].text
        return (
            self.markers[at] is not None
            or (depth > 0 and self.roles.heading(text) and self._introduces(at + 1, depth - 1))
            or self.roles.section(text)
            or self.roles.lead(text)
            or self.roles.act(text)
            or len(text) > MAX_HEADING
        )

    def _unnumbered(self, at: int) -> Item:
        piece = self.pieces[at]
        text = piece.text
        if self.where == "preamble":
            if self.roles.act(text) and not self.roles.lead(text):
                self.where = "operative"
                return Item("operative", piece)
            return Item("preambular", piece)
        if self.decision:
            return Item("operative", piece)
        if self.roles.lead(text) and text.rstrip(QUOTES + " ").endswith((",", ":")) and not self.roles.act(text):
            return Item("preambular", piece)
        if self.roles.act(text) and text[:1].isupper():
            return Item("operative", piece)
        if self.adopted:
            return Item("told", piece)
        after_last = at > self.last_number
        if after_last and self.out and self.out[-1].piece.text.rstrip(QUOTES + " ").endswith("."):
            return Item("closing", piece)
        return Item("continued", piece)


def _value(marker: Marker) -> int:
    """The number of a numbered paragraph; of a dotted one, 0."""
    return int(marker.inside.split()[0]) if marker.kind == "number" else 0


def _without_marker(piece: Piece, marker: Marker) -> Piece:
    """The words behind the number; a bracket or quotation mark that stood before it stays."""
    if not marker.end:
        return piece
    before = piece.text[: len(piece.text) - len(piece.text.lstrip(QUOTES + "["))]
    rest = piece.cut(marker.end)
    return piece.cut(0, len(before)).join(rest, "") if before else rest
