"""What stands before an opening line: masthead, sponsors, provenance, number and title."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from travaux.model.document import Metadatum, MetadatumKind
from travaux.parsing.pieces import Piece
from travaux.parsing.roles import QUOTES, Roles

SYMBOLS = {
    "GA": "A/RES/{}",
    "SC": "S/RES/{}",
    "ECOSOC": "E/RES/{}",
    "HRC": "A/HRC/RES/{}",
}
"""Symbol of a resolution from its number, by the code of its organ (domain: document symbols)."""

_SYMBOL = re.compile(
    r"(?:A|S|E|T|ST|[A-Z]{2,6})(?:/(?:[A-Z][A-Za-z]*\.?\d*|(?:ES|S)-\d+|\d+))+(?:\s?\(\d{4}\))?"
    r"(?:\s?[A-Z](?:-[A-Z])?)?(?:/(?:Rev|Add|Corr|Amend)\.\d+)*\*{0,3}"
)
_NUMBER = re.compile(r"(?:(?:19|20)\d{2}|(?:ES|S)-\d{1,2}|\d{1,2})/\d{1,3}(?:\s[A-Z])?\.?")
_NUMBER_TITLE = re.compile(rf"[{QUOTES}]?(?P<number>{_NUMBER.pattern})\s+(?P<title>\S.*)")
_OLD_NUMBER = re.compile(r"(?:Resolution\s+|RESOLUTION\s+)?(?P<number>\d{1,4}\s*\(\d{4}\))")
_ROMAN_NUMBER = re.compile(r"(?P<number>\d{1,4}(?:\s[A-Z])?\s\((?:(?:ES|S)-)?[IVXLC]+\))\.?\s*(?P<title>.*)")

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
    """Whether a line is a document symbol alone."""
    return _SYMBOL.fullmatch(text) is not None


def read_header(pieces: Sequence[Piece], roles: Roles) -> Header:
    """Return what the pieces before an opening line tell; the title is the last that nothing else explains."""
    symbol = number = part = None
    title: Piece | None = None
    draft = decision = after_number = False
    told: list[tuple[MetadatumKind, Piece]] = []
    for piece in pieces:
        kind = _kind(piece.text, roles)
        text = piece.text
        if kind == "symbol":
            symbol = symbol or text.rstrip("*")
        elif kind == "number":
            number, rest = _number(piece)
            if title is not None:
                told.append(("heading", title))
                title = None
            after_number = True
            if rest is not None:
                told.append(("number", piece.cut(0, len(piece.text) - len(rest.text))))
                title = rest
                continue
        elif kind == "sponsors":
            if title is not None and _LIST_GOES_ON.search(title.text):
                piece, title = title.join(piece, " "), None  # noqa: PLW2901
            draft = True
            decision = "decision" in text.casefold()
        elif kind == "other" and roles.letter(text) and len(text) <= 2 and after_number:
            part = text.rstrip(".")
            kind = "number"
        elif kind == "other":
            if title is not None and after_number and not text[:1].isupper():
                title = title.join(piece, " ")
                continue
            if title is not None:
                told.append(("heading", title))
            title = piece
            continue
        told.append((kind, piece))
    draft = draft or bool(symbol and "/L." in symbol)
    metadata = tuple(Metadatum(kind=k, text=p.printed(), place=p.place) for k, p in told)
    return Header(symbol, number, title, metadata, draft, decision, part)


def full_symbol(header: Header, code: str | None) -> str | None:
    """Return the symbol printed, or the one that the organ's number makes; with the letter of the part."""
    if header.symbol and ("/RES/" in header.symbol or not header.number):
        return header.symbol
    if header.number is None:
        return header.symbol
    number = header.number + (f" {header.part}" if header.part else "")
    if header.symbol and "/L." in header.symbol:
        return header.symbol
    return SYMBOLS[code].format(number) if code in SYMBOLS else number


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
        if roles.is_(pattern, text):
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
