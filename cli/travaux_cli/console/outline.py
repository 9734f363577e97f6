"""A document as it was understood: its resolutions, their paragraphs, notes and metadata."""

from collections import Counter
from collections.abc import Iterator, Sequence

from travaux.model.document import Document, Metadatum, MetadatumKind, Notice, Paragraph, Part, Resolution
from travaux.renderers.text.layout import Row, table
from travaux.renderers.text.view import View
from travaux.renderers.text.wrapping import wrap_text
from travaux.renderers.wording.harmless import harmless, one_line
from travaux.renderers.wording.numerals import counted, listed

_COUNTED: tuple[Part, ...] = ("preambular", "operative", "annex", "other")
_ADOPTION: tuple[MetadatumKind, ...] = ("adopted", "meeting", "adopted_on")


def outline(document: Document, view: View) -> Iterator[str]:
    """Yield the lines that tell a document: first one for each resolution, then each in full."""
    resolutions = document.resolutions
    yield f"{counted(len(resolutions), 'resolution')}{_outside(document)}."
    if len(resolutions) > 1:
        yield from table([(_name(r), standing(r)) for r in resolutions], view.width)
    for resolution in resolutions:
        yield ""
        yield from resolution_outline(resolution, view)
    if document.outside:
        yield from _section("Outside any resolution", [_paragraph(p) for p in document.outside], view)
    yield from _metadata("Metadata of the file", document.metadata, view)
    yield from _notices("Notices on the file", document.notices, view)


def resolution_outline(
    resolution: Resolution, view: View, name: str = "", wrapper: Resolution | None = None
) -> Iterator[str]:
    """Yield the lines that tell one resolution, and the drafts that it transmits."""
    name = name or _name(resolution)
    yield from (view.ink.paint("strong", line) for line in wrap_text(name, view.width))
    if resolution.title and not (wrapper and wrapper.title == resolution.title):
        yield from wrap_text(one_line(resolution.title), view.width)
    told = standing(resolution)
    yield from wrap_text(f"{told[:1].upper()}{told[1:]}.", view.width)
    yield from _section("Paragraphs", [_paragraph(p) for p in resolution.paragraphs], view)
    yield from _section("Notes", _note_rows(resolution), view)
    yield from _metadata("Metadata", resolution.metadata, view)
    yield from _notices("Notices", resolution.notices, view)
    number = len(resolution.transmits)
    for position, draft in enumerate(resolution.transmits, 1):
        yield ""
        which = "Draft" if number == 1 else f"Draft {position} of {number}"
        yield from resolution_outline(draft, view, f"{which} within {name}", resolution)


def standing(resolution: Resolution) -> str:
    """Return what a text is, of which organ, what it holds and transmits, and when it was adopted."""
    organ = f" of the {one_line(resolution.organ)}" if resolution.organ else ""
    what = f"whole {resolution.kind}" if resolution.whole else f"fragment of a {resolution.kind}"
    said = [f"{what}{organ}: {_contents(resolution)}"]
    said.extend(_transmitted(resolution.transmits))
    adopted = [one_line(told) for kind in _ADOPTION if (told := resolution.told(kind))]
    if adopted:
        said.append(f"adopted: {', '.join(adopted)}")
    return "; ".join(said)


def _transmitted(drafts: Sequence[Resolution]) -> Iterator[str]:
    """A draft with what it holds; several of one kind and organ with their number, for each is told below."""
    kinds = [f"{draft.kind}{f' of the {one_line(draft.organ)}' if draft.organ else ''}" for draft in drafts]
    for kind, number in Counter(kinds).items():
        if number == 1:
            yield f"transmits a {kind} ({_contents(drafts[kinds.index(kind)])})"
        else:
            noun, of, organ = kind.partition(" of the ")
            yield f"transmits {counted(number, noun)}{of}{organ}"


def _contents(resolution: Resolution) -> str:
    """How many paragraphs and notes there are."""
    numbers = [(resolution.count(part), part) for part in _COUNTED]
    told = [f"{number:,} {part}" for number, part in numbers if number]
    total = sum(number for number, _ in numbers)
    below = sum(p.level > 0 for p in resolution.paragraphs if p.part in _COUNTED)
    references = sum(len(note.references) for note in resolution.notes)
    parts = [f"{listed(told)} {'paragraph' if total == 1 else 'paragraphs'}" if told else "no paragraphs"]
    bare = sum(p.part == "operative" and not p.level and p.label is None for p in resolution.paragraphs)
    if bare:
        parts.append(f"{bare:,} of them without a printed number" if total > 1 else "without a printed number")
    if below:
        parts.append(counted(below, "subparagraph"))
    if resolution.notes:
        parts.append(f"{counted(len(resolution.notes), 'note')} with {counted(references, 'reference')}")
    return ", ".join(parts)


def _name(resolution: Resolution) -> str:
    return one_line(resolution.symbol or f"{resolution.kind} without a number")


def _outside(document: Document) -> str:
    return f", {counted(len(document.outside), 'paragraph')} outside" if document.outside else ""


def _section(title: str, rows: Sequence[Row], view: View) -> Iterator[str]:
    if rows:
        yield ""
        yield view.ink.paint("faint", title)
        yield from table(rows, view.width, clip=not view.everything)


def _paragraph(paragraph: Paragraph) -> Row:
    label = f"{one_line(paragraph.label)} " if paragraph.label else ""
    return one_line(paragraph.address), label + harmless(paragraph.text)


def _note_rows(resolution: Resolution) -> list[Row]:
    addresses = {p.id: one_line(p.address) for p in resolution.paragraphs}
    rows = []
    for note in resolution.notes:
        places = [addresses.get(r.paragraph, r.paragraph) for r in note.references]
        where = f"in {listed(places)}" if places else "nothing refers to it"
        rows.append((f"note {one_line(note.number)}", f"({where}) {harmless(note.text)}"))
    return rows


def _metadata(title: str, metadata: Sequence[Metadatum], view: View) -> Iterator[str]:
    yield from _section(title, [(m.kind.replace("_", " "), harmless(m.text)) for m in metadata], view)


def _notices(title: str, notices: Sequence[Notice], view: View) -> Iterator[str]:
    rows = [(f"line {n.place.line}" if n.place.line else "", one_line(n.message)) for n in notices]
    if rows:
        yield ""
        yield view.ink.paint("faint", title)
        yield from table(rows, view.width)
