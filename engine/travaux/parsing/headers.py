"""What stands before an opening line: masthead, sponsors, provenance, number and title."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from travaux.model.document import Metadatum, MetadatumKind
from travaux.parsing.markers import QUOTES
from travaux.parsing.pieces import Piece
from travaux.parsing.roles import Roles
from travaux.symbols import Symbol

SYMBOLS = {
    "GA": "A/RES/{}",
    "SC": "S/RES/{}",
    "ECOSOC": "E/RES/{}",
    "HRC": "A/HRC/RES/{}",
}
"""Symbol of a resolution from its number, by the code of its organ (domain: document symbols)."""

_NUMBER = re.compile(r"(?:(?:19|20)\d{2}|(?:ES|S)-\d{1,2}|\d{1,2})/\d{1,3}(?:\s[A-Z])?\.?")
_NUMBER_TITLE = re.compile(rf"[{QUOTES}]?(?P<number>{_NUMBER.pattern})\s+(?P<title>\S.*)")
_OLD_NUMBER = re.compile(r"(?:[^\W\d_]{4,}\s+)?(?P<number>\d{1,4}\s*\(\d{4}\))")
_ROMAN_NUMBER = re.compile(r"(?P<number>\d{1,4}(?:\s[A-Z])?\s\((?:(?:ES|S)-)?[IVXLC]+\))\.?\s*(?P<title>.*)")
_JOB_NUMBER = re.compile(
    r"(?:GE\.|V\.)?\d{2}-\d{5}(?:\s*\([A-Z]\))?(?:\s+\d{1,3}(?:/\d{1,3})?|\s+\d{6})?"
    r"|\*?\d{7}\*?|\d{1,3}/\d{1,3}\s+\d{2}-\d{5}"
)
_JOB_STARTS = frozenset("0123456789*GV")
_COLUMNS = re.compile(r"\s{3,}")

_LIST_GOES_ON = re.compile(r"(?:,|\b(?:of|and|the|de|du|et|des))$")


@dataclass(frozen=True, slots=True)
class Header:
    """What a header tells.

    Attributes:
        symbol: as printed; None where none is.
        number: `59/153`, `1373 (2001)`, `2004/19`.
        title: the piece that holds the title without a number, if there is one.
        metadata: every piece of the header, the title too where it carries a number.
        draft: whether it says so.
        decision: whether it says so.
        part: letter of a part, `A`.
    """

    symbol: str | None
    number: str | None
    title: Piece | None
    metadata: tuple[Metadatum, ...]
    draft: bool
    decision: bool
    part: str | None


def is_number(text: str) -> bool:
    """Whether a line is a resolution's number alone: `2004/19`."""
    return _NUMBER.fullmatch(text) is not None


def is_titled_number(text: str) -> bool:
    """Whether a line is a number with its title: `59/153. Title`."""
    return _NUMBER_TITLE.fullmatch(text) is not None


def is_symbol(text: str) -> bool:
    """Whether a line is a document symbol alone, without a mark behind it."""
    if "/" not in text or not text[0].isupper() or text[-1] in ".,;:":
        return False
    try:
        Symbol.parse(text)
    except ValueError:
        return False
    return True


def is_job_number(text: str) -> bool:
    """Whether a line is the number that a document has at the printer's, with or without that of the page."""
    return text[:1] in _JOB_STARTS and _JOB_NUMBER.fullmatch(text) is not None


def heads_page(text: str) -> bool:
    """Whether a line stands at the edge of a page: a printer's number, or a symbol set apart beside a title."""
    if is_job_number(text):
        return True
    cells = _COLUMNS.split(text) if "   " in text and "/" in text else ()
    return len(cells) == 2 and (is_symbol(cells[0]) or is_symbol(cells[1]))


def read_header(pieces: Sequence[Piece], roles: Roles, *, after_part: bool = False) -> Header:
    """Return what the pieces before an opening line tell; the title is the last that nothing else explains.

    Args:
        pieces: the header, in order.
        roles: the language's patterns.
        after_part: whether the text before is a part, so that a letter alone is the next.
    """
    reading = _Reading(roles, after_part=after_part)
    for piece in pieces:
        reading.take(piece)
    return reading.header()


class _Reading:
    """One walk through a header."""

    def __init__(self, roles: Roles, *, after_part: bool) -> None:
        self.roles = roles
        self.symbol: str | None = None
        self.number: str | None = None
        self.part: str | None = None
        self.title: Piece | None = None
        self.draft = self.decision = False
        self.after_number = after_part
        self.told: list[tuple[MetadatumKind, Piece]] = []

    def header(self) -> Header:
        draft = self.draft or bool(self.symbol and "/L." in self.symbol)
        metadata = tuple(Metadatum(kind=k, text=p.printed(), place=p.place) for k, p in self.told)
        return Header(self.symbol, self.number, self.title, metadata, draft, self.decision, self.part)

    def take(self, piece: Piece) -> None:
        kind = _kind(piece.text, self.roles)
        if kind == "number":
            self._take_number(piece)
        elif kind == "sponsors":
            self._take_sponsors(piece)
        elif kind == "other":
            self._take_other(piece)
        elif kind == "action":
            self._take_action(piece)
        elif kind == "date" and self._awaits_date():
            self.told.append(("adopted_on", piece))
        else:
            if kind == "symbol":
                self.symbol = self.symbol or piece.text.rstrip("*")
                self.after_number = self.after_number or "/RES/" in piece.text
            self.told.append((kind, piece))

    def _take_action(self, piece: Piece) -> None:
        """The line of adoption; the date of a meeting in it ("at its 9420th meeting, on ...") is told by itself."""
        match = self.roles.begins("adopted", piece.text)
        date = match.start("date") if match else -1
        if date < 0:
            self.told.append(("action", piece))
            return
        self.told.append(("action", piece.cut(0, len(piece.text[:date].rstrip(" ,")))))
        self.told.append(("adopted_on", piece.cut(date)))

    def _awaits_date(self) -> bool:
        """Whether the line before is one of adoption at a meeting that breaks off before its date."""
        if not self.told or self.told[-1][0] != "action":
            return False
        return self.roles.is_("adopted", self.told[-1][1].text) and not self.told[-1][1].text.endswith(".")

    def _take_number(self, piece: Piece) -> None:
        self._drop_title()
        self.after_number = True
        if self.roles.begins("draft_heading", piece.text):
            self.draft = True
            self.decision = self.decision or self.roles.begins_anywhere("names_decision", piece.text)
            self.told.append(("number", piece))
            return
        self.number, rest = _number(piece)
        before = piece if rest is None else piece.cut(0, len(piece.text) - len(rest.text)).squeezed()
        self.told.append(("number", before))
        self.title = rest

    def _take_sponsors(self, piece: Piece) -> None:
        if self.title is not None and _LIST_GOES_ON.search(self.title.text):
            piece, self.title = self.title.join(piece, " "), None
        self.draft = True
        self.decision = self.roles.begins_anywhere("names_decision", piece.text)
        self.told.append(("sponsors", piece))

    def _take_other(self, piece: Piece) -> None:
        text = piece.text
        if self.roles.letter(text) and len(text) <= 2 and self.after_number:
            self._drop_title()
            self.part = text.rstrip(".")
            self.told.append(("number", piece))
        elif text.endswith((":", ";", ",")) or self.roles.marker(text):
            self._drop_title()
            self.draft = self.draft or self.roles.announces_draft(text)
            self.told.append(("heading", piece))
        elif self.title is not None and self.after_number and not text[:1].isupper():
            self.title = self.title.join(piece, " ")
        else:
            self._drop_title()
            self.title = piece

    def _drop_title(self) -> None:
        """What was taken for the title stands above the true one."""
        if self.title is not None:
            self.told.append(("heading", self.title))
            self.title = None


def full_symbol(header: Header, code: str | None, *, decision: bool) -> str | None:
    """Return the symbol printed, or the one that the organ's number makes, with the letter of the part.

    A decision has a number and no symbol of its own.
    """
    part = f" {header.part}" if header.part else ""
    if header.symbol and "/RES/" in header.symbol:
        return header.symbol + part
    if header.number is None or (header.symbol and "/L." in header.symbol):
        return header.symbol
    number = header.number + part
    return SYMBOLS[code].format(number) if code in SYMBOLS and not decision else number


def _number(piece: Piece) -> tuple[str, Piece | None]:
    """Return the number that a line holds, and the title that follows it."""
    for pattern in (_NUMBER_TITLE, _ROMAN_NUMBER):
        if (match := pattern.fullmatch(piece.text)) and match["title"]:
            return match["number"].rstrip("."), piece.cut(match.start("title"))
    if match := _OLD_NUMBER.match(piece.text):
        return match["number"], None
    return piece.text.strip(QUOTES).rstrip("."), None


def _kind(text: str, roles: Roles) -> MetadatumKind:
    if is_symbol(text):
        return "symbol"
    if is_number(text) or is_titled_number(text) or roles.is_("number_date", text) or _ROMAN_NUMBER.fullmatch(text):
        return "number"
    if roles.is_("draft_heading", text):
        return "number"
    for pattern, kind in _FRAME:
        if roles.is_(pattern, text) and (kind != "sponsors" or not roles.marker(text)):
            return kind
    return "divider" if roles.rule(text) else "other"


_FRAME: tuple[tuple[str, MetadatumKind], ...] = (
    ("provenance", "provenance"),
    ("adopted", "action"),
    ("action", "action"),
    ("masthead", "masthead"),
    ("date_line", "date"),
    ("of_date", "date"),
    ("adopted_on", "date"),
    ("distribution", "distribution"),
    ("session", "session"),
    ("agenda_item", "agenda_item"),
    ("sponsors", "sponsors"),
)
