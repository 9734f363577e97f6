"""Which text of each side is compared: the resolution itself, or the draft that it transmits."""

from collections.abc import Sequence

from travaux.errors import ChoiceError
from travaux.model.document import Mark, Note, NoteReference, Paragraph, Resolution
from travaux.text import fold


def counterparts(old: Resolution, new: Resolution) -> tuple[Resolution, Resolution]:
    """Return the two texts to compare.

    A resolution that transmits a draft is compared by that draft when the other side speaks with that organ's
    voice; when both transmit, wrappers and drafts are compared together.

    Raises:
        ChoiceError: several transmitted drafts fit, and no title tells which.
    """
    one, other = in_one_voice((old, new))
    return one, other


def in_one_voice(drafts: Sequence[Resolution]) -> tuple[Resolution, ...]:
    """Return the texts to compare of several drafts of one text, in the same way as for two.

    Where some transmit a draft and others do not, each is taken as the nearest one that does not would be compared
    with it, the earlier of two that are equally near.

    Raises:
        ChoiceError: several transmitted drafts fit, and no title tells which.
    """
    plain = [number for number, draft in enumerate(drafts) if not draft.transmits]
    if not plain:
        return tuple(_together(draft) for draft in drafts)
    nearest = (drafts[min(plain, key=lambda n: (abs(n - number), n))] for number in range(len(drafts)))
    return tuple(
        _speaking_as(other, draft) if draft.transmits else draft for draft, other in zip(drafts, nearest, strict=True)
    )


def _speaking_as(other: Resolution, wrapper: Resolution) -> Resolution:
    drafts = [d for d in wrapper.transmits if d.organ == other.organ or d.organ is None]
    if not drafts or (other.organ is not None and wrapper.organ == other.organ):
        return wrapper
    if len(drafts) == 1:
        return drafts[0]
    titled = [d for d in drafts if d.title and other.title and fold(d.title) == fold(other.title)]
    if len(titled) == 1:
        return titled[0]
    listed = "; ".join(d.title or "(without title)" for d in drafts)
    raise ChoiceError(
        f"{wrapper.symbol or wrapper.title or 'the resolution'} transmits {len(drafts)} drafts", f"name one: {listed}"
    )


def _together(wrapper: Resolution) -> Resolution:
    """Wrapper and drafts as one text; the wrapper's paragraphs, and those of several drafts, say whose they are."""
    several = len(wrapper.transmits) > 1
    paragraphs = [_renamed(p, "wrapper.", "wrapper ") for p in wrapper.paragraphs if p.part != "title"]
    title = [p for p in wrapper.paragraphs if p.part == "title"]
    notes = [_note(n, "wrapper.") for n in wrapper.notes]
    for number, draft in enumerate(wrapper.transmits, 1):
        key, address = (f"draft{number}.", f"draft {number}, ") if several else ("", "")
        inherited = {p.id for p in title if p in draft.paragraphs}
        paragraphs += [_renamed(p, key, address) for p in draft.paragraphs if p.id not in inherited]
        notes += [_note(n, key) for n in draft.notes]
    metadata = (*wrapper.metadata, *(m for draft in wrapper.transmits for m in draft.metadata))
    together = {"paragraphs": (*title, *paragraphs), "notes": tuple(notes), "metadata": metadata, "transmits": ()}
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
