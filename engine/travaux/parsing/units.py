"""Where one resolution ends and the next begins, and which stands inside another."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from travaux.parsing.headers import is_number, is_symbol, is_titled_number
from travaux.parsing.markers import QUOTES, opens_quoted
from travaux.parsing.pieces import Piece
from travaux.parsing.roles import Roles

MAX_LINE_OF_HEADER = 420
"""Longest line before an opening line, in characters (titles and agenda items). Range 300-600; flat on the corpus."""

MAX_HEADER = 400
"""Most lines before an opening line. Range 100 and more: a masthead has some twenty, sponsors and agenda some more."""

MAX_ABOVE_DECISION = 4
"""Most lines from the number of a decision to its sentence: a title, which may take several. Range 2-6."""

_CLOSED = re.compile(r"[.;,:]\s*[”\"»]$")


@dataclass(slots=True)
class Unit:
    """The pieces of one text: before its opening line, the line itself, after it, and the drafts within."""

    header: list[Piece]
    opening: Piece | None
    body: list[Piece]
    quoted: bool = False
    begins: bool = True
    """False where the beginning is not in the file."""
    announced: bool = False
    """Whether what stands before its header announces a draft."""
    inner: list["Unit"] = field(default_factory=list)


def split(pieces: Sequence[Piece], roles: Roles) -> tuple[list[Piece], list[Unit]]:
    """Return the pieces outside every resolution, and the units in order, drafts inside their wrappers."""
    openings = [i for i, p in enumerate(pieces) if roles.opening(p.text) and _is_opening(pieces, i, roles)]
    decisions = {i for i, p in enumerate(pieces) if _is_decision(pieces, i, roles)}
    if not openings and len(decisions) < 2:
        return _without_opening(list(pieces), roles)
    spans = _spans(pieces, sorted({*openings, *decisions}), roles)
    outside: list[Piece] = []
    units: list[Unit] = []
    before = list(pieces[: spans[0][0]])
    if before:
        units.append(Unit([], None, before, quoted=_mostly_quoted(before), begins=False))
    for (start, opening), end in zip(spans, [s for s, _ in spans[1:]] + [len(pieces)], strict=True):
        sentence = opening in decisions
        unit = Unit(
            header=list(pieces[start:opening]),
            opening=None if sentence else pieces[opening],
            body=list(pieces[opening + (not sentence) : end]),
            quoted=opens_quoted(pieces[opening].text),
            announced=start > 0 and roles.announces_draft(pieces[start - 1].text),
        )
        inside = bool(units) and _is_inside(units[-1], unit, roles)
        after = _after_quotation(unit, roles)
        if inside:
            units[-1].inner.append(unit)
            units[-1].body += after
        else:
            units.append(unit)
            outside += after
    for unit in units:
        _return_closing_lines(unit, roles)
        _take_out_decisions(unit, roles)
    return outside, units


def _after_quotation(unit: Unit, roles: Roles) -> list[Piece]:
    """Take what stands behind the closing mark of a quoted draft out of it; lines of adoption and annexes stay."""
    if not unit.quoted:
        return []
    last = max((i for i, p in enumerate(unit.body) if opens_quoted(p.text)), default=-1)
    end = next((i for i in range(max(last, 0), len(unit.body)) if _CLOSED.search(unit.body[i].text)), None)
    if end is None:
        return []
    end += 1
    while end < len(unit.body) and _stays(unit.body[end], roles):
        end += 1
    if end < len(unit.body) and roles.is_("annex", unit.body[end].text):
        return []
    after = unit.body[end:]
    del unit.body[end:]
    return after


def _stays(piece: Piece, roles: Roles) -> bool:
    return roles.closes(piece.text) or roles.is_("date_line", piece.text) or roles.rule(piece.text)


def _take_out_decisions(outer: Unit, roles: Roles) -> None:
    """Draft decisions that a text recommends have no opening line: they stand behind the words that announce them."""
    if outer.inner:
        return
    at = next((i for i, p in enumerate(outer.body) if roles.announces_draft(p.text)), len(outer.body)) + 1
    end = next((i for i in range(at, len(outer.body)) if roles.closes(outer.body[i].text)), len(outer.body))
    starts = [i for i in range(at, end) if roles.is_("decision", outer.body[i].text.strip(QUOTES + " "))]
    edges = [at, *(_header_start(outer.body, before + 1, i, roles) for before, i in pairwise(starts)), end]
    for start, (first, stop) in zip(starts, pairwise(edges), strict=bool(starts)):
        quoted = opens_quoted(outer.body[start].text)
        outer.inner.append(Unit(outer.body[first:start], None, outer.body[start:stop], quoted=quoted))
    if starts:
        del outer.body[at:end]


def is_body(text: str, roles: Roles) -> bool:
    """Whether the line is surely a paragraph of a body: an act with its number, or a lead with its comma."""
    plain = text.lstrip(QUOTES + " ")
    marker = roles.marker(plain)
    if marker is not None:
        return (marker.kind == "number" and roles.act(plain[marker.end :])) or (
            marker.kind == "sub" and roles.ends(text) and len(text) > 20
        )
    if roles.act(plain) and text.rstrip(QUOTES + " ")[-1:] in (";", "."):
        return True
    return roles.ends(text) and (roles.lead(plain) or roles.act(plain)) and len(text) > 30


def _is_opening(pieces: Sequence[Piece], at: int, roles: Roles) -> bool:
    """A masthead's bare organ name is no opening line: its neighbour is not a body."""
    text = pieces[at].text.rstrip()
    if text.endswith((",", ":", ".")):
        return True
    following = pieces[at + 1].text if at + 1 < len(pieces) else ""
    marker = roles.marker(following)
    return (
        roles.lead(following)
        or roles.act(following)
        or roles.section(following)
        or (marker is not None and roles.act(following[marker.end :]))
    )


def _is_decision(pieces: Sequence[Piece], at: int, roles: Roles) -> bool:
    """A decision, one sentence that tells its meeting, begins a text behind its number or behind an adoption."""
    if not roles.is_("dated_decision", pieces[at].text):
        return False
    start = _header_start(pieces, 0, at, roles)
    if any(is_number(p.text) or is_titled_number(p.text) for p in pieces[max(start, at - MAX_ABOVE_DECISION) : at]):
        return True
    return 0 < start < at and (roles.closes(pieces[start - 1].text) or roles.is_("date_line", pieces[start - 1].text))


def _spans(pieces: Sequence[Piece], openings: list[int], roles: Roles) -> list[tuple[int, int]]:
    """(start of header, opening) of each unit; an opening line inside an annex without number is text."""
    spans: list[tuple[int, int]] = []
    floor = 0
    annexed = False
    for opening in openings:
        start = _header_start(pieces, floor, opening, roles)
        annexed = annexed or any(roles.is_("annex", p.text) for p in pieces[floor:opening])
        floor = opening + 1
        if spans and annexed and not any(_numbers(p.text, roles) for p in pieces[start:opening]):
            continue
        if not spans and not any(is_body(p.text, roles) for p in pieces[:start]):
            start = 0
        spans.append((start, opening))
        annexed = False
    return spans


def _header_start(pieces: Sequence[Piece], floor: int, opening: int, roles: Roles) -> int:
    at = opening
    floor = max(floor, opening - MAX_HEADER)
    while at > floor and _belongs_to_header(pieces, at - 1, roles):
        at -= 1
        if is_symbol(pieces[at].text) and at > floor and not _belongs_to_header(pieces, at - 1, roles):
            break
    return at


def _belongs_to_header(pieces: Sequence[Piece], at: int, roles: Roles) -> bool:
    text = pieces[at].text
    if roles.closes(text) or text.endswith((";", ":")) or is_body(text, roles):
        return roles.is_("adopted", text) or (text.endswith(":") and len(text) < 60 and not is_body(text, roles))
    if roles.is_("date_line", text) and at and roles.closes(pieces[at - 1].text):
        return False
    if text[:1].islower() and text.endswith("."):  # flush text of the paragraph before
        return False
    return len(text) <= MAX_LINE_OF_HEADER and (not text.endswith(".") or len(text) < 150)


def _numbers(text: str, roles: Roles) -> bool:
    return (
        is_number(text) or is_titled_number(text) or is_symbol(text)
        or roles.is_("draft_heading", text) or roles.is_("number_date", text)
    )  # fmt: skip


def _is_inside(outer: Unit, unit: Unit, roles: Roles) -> bool:
    """Whether a unit is a draft that the one before transmits."""
    if not outer.begins:
        return False
    if not outer.inner:
        last = next((p.text for p in reversed(outer.body) if not roles.rule(p.text)), "")
        return roles.announces_draft(last) or (unit.quoted and not outer.quoted and not roles.closes(last))
    return any(roles.is_("draft_heading", p.text) for p in unit.header) or unit.quoted


def _mostly_quoted(pieces: Sequence[Piece]) -> bool:
    return sum(opens_quoted(p.text) for p in pieces) * 2 > len(pieces)


def _return_closing_lines(outer: Unit, roles: Roles) -> None:
    """Meeting and vote lines behind a transmitted draft are the wrapper's."""
    for unit in outer.inner:
        at = next((i for i, p in enumerate(unit.body) if roles.closes(p.text)), None)
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
    if len(body) < 3 or len(body) * 2 < len(pieces) - body[0] - sum(roles.closes(p.text) for p in pieces):
        return pieces, []
    at = body[0]
    while at and not _belongs_to_header(pieces, at - 1, roles):
        at -= 1
    quoted = _mostly_quoted(pieces[at:])
    return [], [Unit(pieces[:at], None, pieces[at:], quoted=quoted, begins=False)]
