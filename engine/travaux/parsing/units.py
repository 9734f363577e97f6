"""Where one resolution ends and the next begins, and which stands inside another."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from travaux.parsing.headers import is_number, is_symbol, is_titled_number
from travaux.parsing.pieces import Piece
from travaux.parsing.roles import QUOTES, Roles

MAX_LINE_OF_HEADER = 420
"""Longest line before an opening line, in characters (titles and agenda items). Range 300-600; flat on the corpus."""


@dataclass(slots=True)
class Unit:
    """The pieces of one text: before its opening line, the line itself, after it, and the drafts within."""

    header: list[Piece]
    opening: Piece | None
    body: list[Piece]
    quoted: bool = False
    begins: bool = True
    """False where the beginning is not in the file."""
    inner: list["Unit"] = field(default_factory=list)


def split(pieces: Sequence[Piece], roles: Roles) -> tuple[list[Piece], list[Unit]]:
    """Return the pieces outside every resolution, and the units in order, drafts inside their wrappers."""
    openings = [i for i, p in enumerate(pieces) if roles.opening(p.text) and _is_opening(pieces, i, roles)]
    if not openings:
        return _without_opening(list(pieces), roles)
    spans = _spans(pieces, openings, roles)
    units: list[Unit] = []
    before = list(pieces[: spans[0][0]])
    if before:
        units.append(Unit([], None, before, quoted=_mostly_quoted(before), begins=False))
    for (start, opening), end in zip(spans, [s for s, _ in spans[1:]] + [len(pieces)], strict=True):
        unit = Unit(
            header=list(pieces[start:opening]),
            opening=pieces[opening],
            body=list(pieces[opening + 1 : end]),
            quoted=pieces[opening].text[:1] in QUOTES,
        )
        if units and _is_inside(units[-1], unit, roles):
            units[-1].inner.append(unit)
        else:
            units.append(unit)
    for unit in units:
        _return_closing_lines(unit, roles)
    return [], units


def is_wrapper(text: str, roles: Roles) -> bool:
    """Whether a paragraph ends by announcing a draft: "... adoption of the following draft resolution:"."""
    return roles.begins_anywhere("wrapper", text) and text.rstrip(QUOTES + " ").endswith(
        (":", "resolution", "resolutions")
    )


def is_closing_line(text: str, roles: Roles) -> bool:
    """Whether the line tells meeting, date or vote of adoption."""
    return len(text) < 300 and (roles.is_("meeting", text) or roles.begins("adopted_start", text) is not None)


def is_body(text: str, roles: Roles) -> bool:
    """Whether the line is surely a paragraph of a body: an act with its number, or a lead with its comma."""
    plain = text.lstrip(QUOTES)
    marker = roles.marker(plain)
    if marker is not None:
        return (marker.kind == "number" and roles.act(plain[marker.end :])) or (
            marker.kind == "sub" and roles.ends(text) and len(text) > 20
        )
    return roles.ends(text) and (roles.lead(plain) or roles.act(plain)) and len(text) > 30


def _is_opening(pieces: Sequence[Piece], at: int, roles: Roles) -> bool:
    """A masthead's bare organ name is no opening line: its neighbour is not a body."""
    text = pieces[at].text.rstrip()
    if text.endswith((",", ":", ".")):
        return True
    if not text.lstrip(QUOTES).startswith(("The", "THE")):
        return False
    following = pieces[at + 1].text if at + 1 < len(pieces) else ""
    marker = roles.marker(following)
    return (
        roles.lead(following)
        or roles.act(following)
        or roles.section(following)
        or (marker is not None and roles.act(following[marker.end :]))
    )


def _spans(pieces: Sequence[Piece], openings: list[int], roles: Roles) -> list[tuple[int, int]]:
    """(start of header, opening) of each unit; an opening line inside an annex without number is text."""
    spans: list[tuple[int, int]] = []
    for opening in openings:
        floor = spans[-1][1] + 1 if spans else 0
        start = _header_start(pieces, floor, opening, roles)
        header = pieces[start:opening]
        if spans and _in_annex(pieces[floor:opening], roles) and not any(_numbers(p.text, roles) for p in header):
            continue
        if not spans and not any(is_body(p.text, roles) for p in pieces[:start]):
            start = 0
        spans.append((start, opening))
    return spans


def _header_start(pieces: Sequence[Piece], floor: int, opening: int, roles: Roles) -> int:
    at = opening
    while at > floor and _belongs_to_header(pieces, at - 1, roles):
        at -= 1
        if is_symbol(pieces[at].text) and at > floor and not _belongs_to_header(pieces, at - 1, roles):
            break
    return at


def _belongs_to_header(pieces: Sequence[Piece], at: int, roles: Roles) -> bool:
    text = pieces[at].text
    if is_closing_line(text, roles) or text.endswith((";", ":")) or is_body(text, roles):
        return roles.is_("adopted", text) or (text.endswith(":") and len(text) < 60 and not is_body(text, roles))
    if roles.is_("date_line", text) and at and is_closing_line(pieces[at - 1].text, roles):
        return False
    return len(text) <= MAX_LINE_OF_HEADER and (not text.endswith(".") or len(text) < 150)


def _in_annex(between: Sequence[Piece], roles: Roles) -> bool:
    return any(roles.is_("annex", p.text) for p in between)


def _numbers(text: str, roles: Roles) -> bool:
    return (
        is_number(text) or is_titled_number(text) or is_symbol(text)
        or roles.is_("draft_heading", text) or roles.is_("number_date", text)
    )  # fmt: skip


def _is_inside(outer: Unit, unit: Unit, roles: Roles) -> bool:
    """Whether a unit is a draft that the one before transmits."""
    if outer.opening is None:
        return False
    if not outer.inner:
        last = next((p.text for p in reversed(outer.body) if not roles.rule(p.text)), "")
        return is_wrapper(last, roles) or (unit.quoted and not outer.quoted and not is_closing_line(last, roles))
    return any(roles.is_("draft_heading", p.text) for p in unit.header) or unit.quoted


def _mostly_quoted(pieces: Sequence[Piece]) -> bool:
    return sum(p.text[:1] in QUOTES for p in pieces) * 2 > len(pieces)


def _return_closing_lines(outer: Unit, roles: Roles) -> None:
    """Meeting and vote lines behind a transmitted draft are the wrapper's."""
    for unit in outer.inner:
        at = next((i for i, p in enumerate(unit.body) if is_closing_line(p.text, roles)), None)
        if at is not None:
            annex = next(
                (i for i in range(at, len(unit.body)) if roles.is_("annex", unit.body[i].text)), len(unit.body)
            )
            outer.body += unit.body[at:annex]
            del unit.body[at:annex]


def _without_opening(pieces: list[Piece], roles: Roles) -> tuple[list[Piece], list[Unit]]:
    """A decision in one sentence, or a fragment that lacks its opening line."""
    for at, piece in enumerate(pieces):
        if roles.is_("decision", piece.text) and all(_belongs_to_header(pieces, k, roles) for k in range(at)):
            return [], [Unit(pieces[:at], None, pieces[at:])]
    body = [i for i, p in enumerate(pieces) if is_body(p.text, roles)]
    if len(body) < 3 or len(body) * 2 < len(pieces) - body[0] - sum(is_closing_line(p.text, roles) for p in pieces):
        return pieces, []
    at = body[0]
    quoted = _mostly_quoted(pieces[at:])
    return [], [Unit(pieces[:at], None, pieces[at:], quoted=quoted, begins=False)]
