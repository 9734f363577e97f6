"""From units to resolutions: headers, bodies, wrappers, notes and what is inferred, put together."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from travaux.model.document import (
    Mark,
    Metadatum,
    Note,
    NoteReference,
    Notice,
    Origin,
    Paragraph,
    Resolution,
)
from travaux.parsing.body import Item, items
from travaux.parsing.headers import Header, full_symbol, read_header
from travaux.parsing.notes import Body
from travaux.parsing.paths import notes_of, paragraphs
from travaux.parsing.pieces import Piece
from travaux.parsing.roles import QUOTES, Roles
from travaux.parsing.units import Unit


def assemble(units: Sequence[Unit], bodies: Sequence[Body], roles: Roles, origin: Origin) -> list[Resolution]:
    """Return the resolutions of the units, notes given to the text that refers to them."""
    last = Header(None, None, None, (), False, False, None)
    out: list[Resolution] = []
    left = list(bodies)
    setting = _Setting(roles, origin)
    for position, unit in enumerate(units):
        header = read_header(unit.header, roles)
        if header.part and not header.number and last.number:
            header = replace(header, number=last.number)
        own = _bodies_until(left, units[position + 1] if position + 1 < len(units) else None)
        left = left[len(own) :]
        out.append(_resolution(unit, header, own, setting))
        last = header
    return _with_inferred_numbers(out)


def _bodies_until(bodies: Sequence[Body], following: Unit | None) -> list[Body]:
    """The note bodies that stand before the next unit begins; all that are left for the last."""
    if following is None:
        return list(bodies)
    first = next((p for p in [*following.header, following.opening, *following.body] if p is not None), None)
    if first is None or first.place.line is None:
        return list(bodies)
    line = first.place.line
    return [b for b in bodies if b.place.line is not None and b.place.line < line]


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
    parts = items(body, roles, decision=decision)
    listed = paragraphs(parts, roles)
    code = roles.language.organs.get(organ or "")
    title = header.title
    front = [] if title is None else [_paragraph("title", title.squeezed(), quoted=False)]
    if unit.opening is not None:
        front.append(_paragraph("opening", unit.opening, quoted=unit.quoted))
    own = Resolution(
        symbol=full_symbol(header, code) or (outer.symbol if outer else None),
        title=front[0].text if title is not None else (outer.title if outer else None),
        organ=organ.removeprefix("The ") if organ else None,
        kind=_kind(header, decision=decision or header.decision, draft=outer is not None),
        language=roles.language.code,
        metadata=(*header.metadata, *_told(parts)),
        paragraphs=(*front, *listed),
        origin=setting.origin,
        notices=(*_number_notices(parts), *_quote_notice(stripped)),
    )
    inner = tuple(_inner(draft, own, bodies, setting, single=len(unit.inner) == 1) for draft in unit.inner)
    whole = unit.begins and (bool(inner) or any(p.part == "operative" for p in listed))
    whole = whole and all(d.whole for d in inner) and not _waits_for_a_draft(listed, inner, roles)
    own = own.model_copy(update={"transmits": inner, "whole": whole})
    if unit.quoted and not unit.begins:
        return _fragment_of_wrapper(own, bodies)
    return _with_notes(own, _not_claimed(bodies, inner))


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
    inner = _with_notes(draft.model_copy(update={"metadata": rest, "whole": False, "kind": "draft resolution"}), bodies)
    return Resolution(language=draft.language, whole=False, metadata=closing, transmits=(inner,), origin=draft.origin)


def _waits_for_a_draft(listed: Sequence[Paragraph], inner: Sequence[Resolution], roles: Roles) -> bool:
    if inner or not listed:
        return False
    last = listed[-1].text
    return last.endswith(":") and roles.begins_anywhere("wrapper", last)


def _paragraph(part: Literal["title", "opening"], piece: Piece, *, quoted: bool) -> Paragraph:
    text = piece.cut(len(piece.text) - len(piece.text.lstrip(QUOTES))) if quoted else piece
    return Paragraph(id=part, part=part, address=part, text=text.text, marks=text.marks, place=piece.place)


def _kind(header: Header, *, decision: bool, draft: bool) -> str:
    noun = "decision" if decision else "resolution"
    return f"draft {noun}" if draft or header.draft else noun


def _organ_of_decision(unit: Unit, roles: Roles) -> str | None:
    for piece in unit.body[:1]:
        for organ in roles.language.organs:
            if organ in piece.text[:300] or organ.replace("The ", "the ") in piece.text[:300]:
                return organ
    return None


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
        if piece.text[:1] in QUOTES:
            piece = piece.cut(1).squeezed()  # noqa: PLW2901
            gone += 1
        out.append(piece)
    last = max((i for i, p in enumerate(unit.body) if p.text[:1] in QUOTES), default=-1)
    if last >= 0 and re.search(r"[.;,:]\s*[”\"»]$", out[last].text):
        out[last] = out[last].cut(0, len(out[last].text) - 1).squeezed()
        gone += 1
    return out, gone


def _quote_notice(stripped: int) -> tuple[Notice, ...]:
    if not stripped:
        return ()
    said = f"{stripped} quotation marks around the paragraphs of a transmitted draft are not part of its words."
    return (Notice(code="wrapper-quotes", message=said),)


# Notes


def _with_notes(text: Resolution, bodies: Sequence[Body]) -> Resolution:
    seen: Counter[str] = Counter()
    notes: list[Note] = []
    ids: dict[str, str] = {}
    references = notes_of(text.paragraphs)
    for body in bodies:
        seen[body.number] += 1
        key = f"n{body.number}" + (f"~{seen[body.number]}" if seen[body.number] > 1 else "")
        ids.setdefault(body.number, key)
        places = tuple(
            NoteReference(paragraph=p.id, offset=m.start)
            for p, m in references
            if m.number == body.number and seen[body.number] == 1
        )
        notes.append(Note(id=key, number=body.number, text=body.text, references=places, place=body.place))
    linked = tuple(
        p.model_copy(update={"marks": tuple(_linked(m, ids) for m in p.marks)}) if p.marks else p
        for p in text.paragraphs
    )
    return text.model_copy(update={"notes": tuple(notes), "paragraphs": linked})


def _linked(mark: Mark, ids: dict[str, str]) -> Mark:
    return mark.model_copy(update={"note": ids.get(mark.number or "")}) if mark.kind == "note" else mark


def _not_claimed(bodies: Sequence[Body], inner: Sequence[Resolution]) -> list[Body]:
    claimed = {(n.number, n.text) for draft in inner for n in draft.notes}
    return [b for b in bodies if (b.number, b.text) not in claimed]


# What is inferred, and what looks odd


def _number_notices(parts: Sequence[Item]) -> tuple[Notice, ...]:
    out: list[Notice] = []
    number = 0
    for item in parts:
        if item.kind in ("heading", "annex"):
            number = 0 if item.kind == "annex" else number
        if item.kind != "operative" or item.marker is None or item.marker.kind != "number":
            continue
        value = int(item.marker.inside.split()[0])
        if number and value > number + 1:
            out.append(
                Notice(
                    code="number-gap",
                    message=f"The operative paragraphs go from {number} to {value}.",
                    place=item.piece.place,
                )
            )
        if value == number and " " not in item.marker.inside:
            out.append(
                Notice(
                    code="number-twice",
                    message=f"Two operative paragraphs are numbered {value}.",
                    place=item.piece.place,
                )
            )
        number = value
    return tuple(out)


_COUNTED = re.compile(r"(.*?/?)(\d+)$")


def _with_inferred_numbers(found: Sequence[Resolution]) -> list[Resolution]:
    """A fragment without a number stands next to one that has it: 2004/18 before 2004/19."""
    out = list(found)
    for at, text in enumerate(out[:-1]):
        following = out[at + 1].symbol
        match = _COUNTED.match(following or "")
        if text.symbol is None and not text.whole and match and int(match[2]) > 1:
            symbol = f"{match[1]}{int(match[2]) - 1}"
            said = f"The number {symbol} is not printed; it is inferred from {following}, which follows."
            out[at] = text.model_copy(
                update={"symbol": symbol, "notices": (*text.notices, Notice(code="number-inferred", message=said))}
            )
    return out
