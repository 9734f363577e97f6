"""Which text of each side is compared: the resolution itself, or the draft that it transmits."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from travaux.errors import ChoiceError
from travaux.model.document import Mark, Note, NoteReference, Paragraph, Resolution, draft_keys
from travaux.text import fold


class Counterpart(NamedTuple):
    """What is compared of a resolution that was given.

    Attributes:
        text: its paragraphs and notes are compared.
        way: from the resolution that was given, through its drafts, to the one whose text it is.
        woven: whether the drafts that this one transmits are in the text too.
    """

    text: Resolution
    way: tuple[Resolution, ...]
    woven: bool = False


def counterparts(old: Resolution, new: Resolution) -> tuple[Resolution, Resolution]:
    """Return the two texts to compare.

    A resolution that transmits a draft is compared by that draft, however deep it lies, when the other side speaks
    with that organ's voice, or when it does not say who speaks and the resolution does nothing but transmit; when
    both transmit, wrappers and drafts are compared together.

    Raises:
        ChoiceError: several transmitted drafts fit, and no title tells which.
    """
    one, other = in_one_voice((old, new))
    return one.text, other.text


def in_one_voice(drafts: Sequence[Resolution]) -> tuple[Counterpart, ...]:
    """Return what to compare of several drafts of one text, in the same way as for two.

    Where some transmit a draft and others do not, each is taken as the nearest one that does not would be compared
    with it, the earlier of two that are equally near.

    Raises:
        ChoiceError: several transmitted drafts fit, and no title tells which.
    """
    plain = [number for number, draft in enumerate(drafts) if not draft.transmits]
    if not plain:
        return tuple(_woven(way) for way in _wrappers_of_one_organ(drafts))
    nearest = (drafts[min(plain, key=lambda n: (abs(n - number), n))] for number in range(len(drafts)))
    ways = (
        _speaking_as(other, draft) if draft.transmits else (draft,)
        for draft, other in zip(drafts, nearest, strict=True)
    )
    return tuple(Counterpart(way[-1], way) for way in ways)


_Way = tuple[Resolution, ...]
"""A resolution, a draft that it transmits, and so on."""


def _ways(resolution: Resolution) -> Iterator[_Way]:
    """The ways to a resolution and to each draft within it, from the outside in."""
    yield (resolution,)
    for draft in resolution.transmits:
        yield from ((resolution, *way) for way in _ways(draft))


def _speaking_as(other: Resolution, wrapper: Resolution) -> _Way:
    if other.organ is not None and wrapper.organ == other.organ:
        return (wrapper,)
    ways = [way for way in _ways(wrapper) if len(way) > 1 and way[-1].organ in (other.organ, None)]
    if not ways and other.organ is None and _only_transmits(wrapper):
        ways = [way for way in _ways(wrapper) if not way[-1].transmits]
    if len(ways) < 2:
        return ways[0] if ways else (wrapper,)
    titled = [way for way in ways if other.title and fold(way[-1].title or "") == fold(other.title)]
    if len(titled) == 1:
        return titled[0]
    _, *drafts = (way[-1] for way in _ways(wrapper))
    fitting = [way[-1] for way in ways]
    keys = zip(drafts, draft_keys(wrapper), strict=True)
    listed = [_typed(draft, key) for draft, key in keys if any(draft is one for one in fitting)]
    raise ChoiceError(
        f"{wrapper.symbol or wrapper.title or 'the resolution'} transmits {len(ways)} drafts",
        f"name one behind the file: {', '.join(listed[:-1])} or {listed[-1]}",
    )


def _typed(draft: Resolution, key: str) -> str:
    return f"#{key} ({draft.title})" if draft.title and draft.title != key else f"#{key}"


def _only_transmits(wrapper: Resolution) -> bool:
    return sum(p.part in ("preambular", "operative") for p in wrapper.paragraphs) <= 1


def _wrappers_of_one_organ(drafts: Sequence[Resolution]) -> list[_Way]:
    """The outermost texts that transmit a draft and speak with one voice; the drafts themselves where none do."""
    wrappers = [{way[-1].organ: way for way in reversed(list(_ways(draft))) if way[-1].transmits} for draft in drafts]
    for organ in reversed(wrappers[0]):
        if all(organ in ways for ways in wrappers):
            return [ways[organ] for ways in wrappers]
    return [(draft,) for draft in drafts]


def _woven(way: _Way) -> Counterpart:
    return Counterpart(_together(way[-1]), way, woven=True)


def _together(wrapper: Resolution) -> Resolution:
    """Wrapper and drafts as one text; the wrapper's paragraphs, and those of several drafts, say whose they are."""
    several = len(wrapper.transmits) > 1
    paragraphs = [_renamed(p, "wrapper.", "wrapper ") for p in wrapper.paragraphs if p.part != "title"]
    title = [p for p in wrapper.paragraphs if p.part == "title"]
    notes = [_note(n, "wrapper.") for n in wrapper.notes]
    metadata = list(wrapper.metadata)
    for number, transmitted in enumerate(wrapper.transmits, 1):
        draft = _together(transmitted) if transmitted.transmits else transmitted
        key, address = (f"draft{number}.", f"draft {number}, ") if several else ("", "")
        if transmitted.transmits and not several:
            key, address = "draft.", "draft, "
        inherited = {p.id for p in title if p in draft.paragraphs}
        paragraphs += [_renamed(p, key, address) for p in draft.paragraphs if p.id not in inherited]
        notes += [_note(n, key) for n in draft.notes]
        metadata += draft.metadata
    together = {
        "paragraphs": (*title, *paragraphs), "notes": tuple(notes), "metadata": tuple(metadata), "transmits": (),
    }  # fmt: skip
    return wrapper.model_copy(update=together)


def _renamed(paragraph: Paragraph, key: str, address: str) -> Paragraph:
    marks: Sequence[Mark] = paragraph.marks
    return paragraph.model_copy(
        update={
            "id": key + paragraph.id,
            "address": address + paragraph.address,
            "marks": tuple(m.model_copy(update={"note": key + m.note}) if m.note else m for m in marks),
        }
    )


def _note(note: Note, key: str) -> Note:
    references = tuple(NoteReference(paragraph=key + r.paragraph, offset=r.offset) for r in note.references)
    return note.model_copy(update={"id": key + note.id, "references": references})
