"""Which note belongs to which text, and where in it the references stand."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from travaux.model.document import Mark, Note, NoteReference, Resolution
from travaux.parsing.notes import Body
from travaux.parsing.pieces import Piece
from travaux.parsing.units import Unit


def share(bodies: Sequence[Body], units: Sequence[Sequence[Piece]]) -> list[list[Body]]:
    """Return the bodies of each text: where it stands in the source, unless another text refers to it and this one not.

    Args:
        bodies: the notes of the source, in order.
        units: the pieces of each text, in order.
    """
    shares: list[list[Body]] = [[] for _ in units]
    if not units:
        return shares
    starts = [next((p.place.line for p in pieces if p.place.line is not None), None) for pieces in units]
    numbers = [{m.number for p in pieces for m in p.marks if m.kind == "note"} for pieces in units]
    referring: defaultdict[str | None, list[int]] = defaultdict(list)
    for at, found in enumerate(numbers):
        for number in found:
            referring[number].append(at)
    place = 0
    for body in bodies:
        line = body.place.line
        if line is None:
            place = len(units) - 1
        else:
            while place + 1 < len(units) and (start := starts[place + 1]) is not None and start <= line:
                place += 1
        others = referring[body.number]
        home = place if not others or body.number in numbers[place] else _nearest(others, place)
        shares[home].append(body)
    return shares


def pieces_of(unit: Unit, *, inner: bool) -> Iterator[Piece]:
    """Yield the pieces of a unit, with or without those of the drafts in it."""
    yield from unit.header
    if unit.opening is not None:
        yield unit.opening
    yield from unit.body
    if inner:
        for draft in unit.inner:
            yield from pieces_of(draft, inner=True)


def with_notes(text: Resolution, bodies: Sequence[Body]) -> Resolution:
    """Return a resolution with its notes, and its note marks pointing to them."""
    references: defaultdict[str | None, list[NoteReference]] = defaultdict(list)
    for paragraph in text.paragraphs:
        for mark in paragraph.marks:
            if mark.kind == "note":
                references[mark.number].append(NoteReference(paragraph=paragraph.id, offset=mark.start))
    seen: Counter[str] = Counter()
    notes: list[Note] = []
    used: set[str] = set()
    for body in bodies:
        seen[body.number] += 1
        again = seen[body.number] > 1
        key = f"n{body.number}" + (f"~{seen[body.number]}" if again else "")
        while key in used:
            key += "~"
        used.add(key)
        places = () if again else tuple(references[body.number])
        notes.append(Note(id=key, number=body.number, text=body.text, references=places, place=body.place))
    linked = tuple(
        p.model_copy(update={"marks": tuple(_linked(m, seen) for m in p.marks)}) if p.marks else p
        for p in text.paragraphs
    )
    return text.model_copy(update={"notes": tuple(notes), "paragraphs": linked})


def _nearest(positions: Sequence[int], place: int) -> int:
    """The last of the positions up to a place, else the first."""
    return max((at for at in positions if at <= place), default=positions[0])


def _linked(mark: Mark, known: Counter[str]) -> Mark:
    if mark.kind != "note" or mark.number not in known:
        return mark
    return mark.model_copy(update={"note": f"n{mark.number}"})
