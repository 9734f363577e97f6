"""From units to resolutions: headers, bodies, wrappers, notes and what is inferred, put together."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from travaux.model.document import (
    Kind,
    Metadatum,
    Origin,
    Paragraph,
    Resolution,
)
from travaux.parsing.body import items
from travaux.parsing.footnotes import pieces_of, share, with_notes
from travaux.parsing.headers import Header, full_symbol, read_header
from travaux.parsing.items import Item
from travaux.parsing.markers import QUOTES, opens_quoted
from travaux.parsing.notes import Body
from travaux.parsing.oddities import number_notices, quote_notices, with_inferred_numbers
from travaux.parsing.paths import paragraphs
from travaux.parsing.pieces import Piece
from travaux.parsing.roles import Roles
from travaux.parsing.units import Unit
from travaux.text import fold


def assemble(units: Sequence[Unit], bodies: Sequence[Body], roles: Roles, origin: Origin) -> list[Resolution]:
    """Return the resolutions of the units, notes given to the text that refers to them."""
    last = Header(None, None, None, (), draft=False, decision=False, part=None)
    out: list[Resolution] = []
    setting = _Setting(roles, origin)
    shares = share(bodies, [list(pieces_of(unit, inner=True)) for unit in units])
    for unit, own in zip(units, shares, strict=True):
        header = read_header(unit.header, roles, after_part=last.part is not None)
        if header.part and not header.number and not header.symbol:
            header = replace(header, number=last.number, symbol=last.symbol)
        text = _resolution(unit, header, own, setting)
        if text.organ is None and text.kind == "decision" and out:
            text = text.model_copy(update={"organ": out[-1].organ})
        out.append(text)
        last = header
    return with_inferred_numbers(out)


@dataclass(frozen=True, slots=True)
class _Setting:
    """What all units of a source share."""

    roles: Roles
    origin: Origin


def _resolution(
    unit: Unit, header: Header, bodies: Sequence[Body], setting: _Setting, outer: Resolution | None = None
) -> Resolution:
    roles = setting.roles
    organ = roles.opening(unit.opening.text) if unit.opening else _organ_of_decision(unit, roles)
    decision = unit.opening is None and unit.begins
    body, stripped = _unquoted(unit)
    title = header.title.squeezed() if header.title is not None else None
    parts = items(body, roles, title=title.text if title else "", decision=decision, fragment=not unit.begins)
    listed = paragraphs(parts)
    code = roles.language.organs.get(organ or "")
    front = [] if title is None else [_paragraph("title", title, quoted=False)]
    if unit.opening is not None:
        front.append(_paragraph("opening", unit.opening, quoted=unit.quoted))
    own = Resolution(
        symbol=full_symbol(header, code, decision=decision) or (outer.symbol if outer else None),
        title=front[0].text if title is not None else (outer.title if outer else None),
        organ=roles.named(organ) if organ else None,
        kind=_kind(
            header, decision=decision or header.decision, draft=outer is not None or unit.announced or unit.quoted
        ),
        language=roles.language.code,
        metadata=(*header.metadata, *_told(parts)),
        paragraphs=(*front, *listed),
        origin=setting.origin,
        notices=(*number_notices(parts), *quote_notices(stripped)),
    )
    outers, *inners = share(bodies, [list(pieces_of(u, inner=u is not unit)) for u in (unit, *unit.inner)])
    single = len(unit.inner) == 1
    inner = tuple(_inner(u, own, notes, setting, single=single) for u, notes in zip(unit.inner, inners, strict=True))
    whole = unit.begins and (bool(inner) or any(p.part == "operative" for p in listed))
    whole = whole and all(d.whole for d in inner) and not _waits_for_a_draft(listed, inner, roles)
    own = own.model_copy(update={"transmits": inner, "whole": whole})
    if unit.quoted and not unit.begins:
        return _fragment_of_wrapper(own, outers)
    return with_notes(own, outers)


def _inner(unit: Unit, outer: Resolution, bodies: Sequence[Body], setting: _Setting, *, single: bool) -> Resolution:
    header = read_header(unit.header, setting.roles)
    heir = outer if single else outer.model_copy(update={"title": None, "symbol": None})
    draft = _resolution(unit, header, bodies, setting, heir)
    if draft.title and not any(p.part == "title" for p in draft.paragraphs):
        title = next((p for p in outer.paragraphs if p.part == "title"), None)
        if title is not None:
            draft = draft.model_copy(update={"paragraphs": (title, *draft.paragraphs)})
    return draft


def _fragment_of_wrapper(draft: Resolution, bodies: Sequence[Body]) -> Resolution:
    """A fragment in quotation marks is the end of a draft; the lines behind it are its wrapper's."""
    closing = tuple(m for m in draft.metadata if m.kind in ("meeting", "adopted_on", "vote"))
    rest = tuple(m for m in draft.metadata if m not in closing)
    inner = with_notes(draft.model_copy(update={"metadata": rest, "whole": False, "kind": "draft resolution"}), bodies)
    return Resolution(language=draft.language, whole=False, metadata=closing, transmits=(inner,), origin=draft.origin)


def _waits_for_a_draft(listed: Sequence[Paragraph], inner: Sequence[Resolution], roles: Roles) -> bool:
    if inner or not listed:
        return False
    last = listed[-1].text
    return last.endswith(":") and roles.begins_anywhere("wrapper", last)


def _paragraph(part: Literal["title", "opening"], piece: Piece, *, quoted: bool) -> Paragraph:
    text = piece.cut(len(piece.text) - len(piece.text.lstrip(QUOTES + " "))) if quoted else piece
    return Paragraph(id=part, part=part, address=part, text=text.text, marks=text.marks, place=piece.place)


def _kind(header: Header, *, decision: bool, draft: bool) -> Kind:
    if decision:
        return "draft decision" if draft or header.draft else "decision"
    return "draft resolution" if draft or header.draft else "resolution"


def _organ_of_decision(unit: Unit, roles: Roles) -> str | None:
    """The organ that the first paragraph names first."""
    text = fold(unit.body[0].text[:300]) if unit.body else ""
    places = {organ: at for organ in roles.language.organs if (at := _place_of(fold(organ), text)) >= 0}
    return min(places, key=places.__getitem__, default=None)


def _place_of(organ: str, text: str) -> int:
    """Where a text names an organ, at the beginning or within a sentence; -1 where it does not."""
    found = text.find(organ)
    return found if found >= 0 else text.find(organ[0].lower() + organ[1:])


def _told(parts: Sequence[Item]) -> tuple[Metadatum, ...]:
    return tuple(
        Metadatum(kind=i.tells, text=i.piece.printed(), place=i.piece.place) for i in parts if i.kind == "told"
    )


# Quotation marks of a wrapper


def _unquoted(unit: Unit) -> tuple[list[Piece], int]:
    """The body without the mark that opens each paragraph and the one that closes the last; how many went."""
    if not unit.quoted:
        return unit.body, 0
    out: list[Piece] = []
    gone = 0
    for piece in unit.body:
        if opens_quoted(piece.text):
            piece = piece.cut(1).squeezed()  # noqa: PLW2901
            gone += 1
        out.append(piece)
    last = max((i for i, p in enumerate(unit.body) if opens_quoted(p.text)), default=-1)
    if last >= 0 and re.search(r"[.;,:]\s*[”\"»]$", out[last].text):
        out[last] = out[last].narrowed(0, len(out[last].text) - 1).squeezed()
        gone += 1
    return out, gone
