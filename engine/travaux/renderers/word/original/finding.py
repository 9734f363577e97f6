"""Where each paragraph and each note of the old text stands in the old file."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element as Element

from travaux.model.document import Mark, Note, Paragraph
from travaux.renderers.word.original.atoms import Atom, atoms, is_own_mark, printed
from travaux.renderers.word.original.matching import Match, match
from travaux.renderers.word.tags import SPACES, TC, TR, P, own_paragraphs, w

_MOST_JOINED = 8
"""Most elements that one paragraph of a text is looked for in; a page break parts it into two."""

_CONTROLS = (w("sdt"), w("sdtContent"), w("customXml"))


@dataclass(slots=True)
class Words:
    """Some words of a paragraph or note, and the one element that they stand in.

    Attributes:
        paragraph: the element, a `w:p`.
        atoms: all of its atoms.
        match: where among them the words stand.
        start: offset of the words in the text of which they are part.
        length: how many code points they have.
    """

    paragraph: Element
    atoms: list[Atom]
    match: Match
    start: int
    length: int


@dataclass(slots=True)
class Spot:
    """Where a paragraph of the old text stands.

    Attributes:
        element: a `w:p`, or a `w:tr` where the paragraph is a row of a table.
        words: its words: one entry, for a row one for each cell with words; empty where they were not found one by
            one, so that the paragraph can only be deleted as a whole.
        elements: all paragraph elements that its words stand in.
        alone: whether no other paragraph of the text stands in the same element.
    """

    element: Element
    words: list[Words] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    alone: bool = True

    @property
    def is_row(self) -> bool:
        """Whether the paragraph is a row of a table."""
        return self.element.tag == TR

    @property
    def movable(self) -> bool:
        """Whether the paragraph is all of its one element, so that this can be marked as moved away."""
        return (
            not self.is_row and self.alone and len(self.elements) == 1 and all(not own.match.rest for own in self.words)
        )

    @property
    def typed(self) -> tuple[int, int] | None:
        """The atoms of the number that is typed before the words."""
        return self.words[0].match.label if len(self.words) == 1 else None


def resolved(root: Element, paths: Iterable[str | None]) -> dict[str, Element]:
    """Return the elements of paths as the reader writes them; a path that leads nowhere is left out."""
    out: dict[str, Element] = {}
    for path in paths:
        if path is None or path in out:
            continue
        try:
            found = root.xpath(path, namespaces=SPACES)
        except etree.XPathError:
            continue
        if isinstance(found, list) and found and isinstance(found[0], etree._Element):
            out[path] = found[0]
    return out


def spots(
    paragraphs: Iterable[Paragraph], elements: Mapping[str, Element], became: Mapping[Element, Element]
) -> dict[str, Spot]:
    """Return where paragraphs stand, by their ids; those whose place is not known are left out.

    Args:
        paragraphs: of the old text, in order.
        elements: the elements of their places, before tracked changes were settled.
        became: elements whose content went into another one when they were.
    """
    out: dict[str, Spot] = {}
    ends: dict[Element, tuple[int, Spot]] = {}
    for paragraph in paragraphs:
        element = elements.get(paragraph.place.element or "")
        while element is not None and element in became:
            element = became[element]
        if element is None or element.getparent() is None:
            continue
        if element.tag == TR:
            out[paragraph.id] = _row(element, paragraph)
            continue
        if element.tag != P:
            continue
        start, before = ends.get(element, (0, None))
        spot = _paragraph(element, paragraph, start)
        if before is not None:
            before.alone = spot.alone = False
        if spot.words:
            ends[element] = spot.words[0].match.end, spot
        else:
            ends[element] = start, spot
        out[paragraph.id] = spot
    return out


def note_words(body: Element, note: Note) -> Words | None:
    """Return where the words of a note stand: in the one paragraph of its body, or in a paragraph of the text."""
    paragraphs = [body] if body.tag == P else list(own_paragraphs(body))
    filled = [p for p in paragraphs if printed(atoms(p)).strip()]
    if len(filled) != 1:
        return None
    found = atoms(filled[0])
    start = next((at + 1 for at, atom in enumerate(found) if is_own_mark(atom)), 0)
    text = " ".join(note.text.split())
    for label in (note.number, f"{note.number}/", f"{note.number}."):
        if (made := match(text, label, (), found, start)) is not None:
            return Words(filled[0], found, made, 0, len(text))
    return None


def typed_mark(words: Words, offset: int) -> tuple[int, int] | None:
    """Return the atoms of a note mark that is typed before a code point of a text, or None where none is."""
    places = words.match.places
    start = places[offset - 1] + 1 if offset else places[0]
    end = places[offset] if offset < words.length else words.match.end
    while start < end and not words.atoms[start].char.strip():
        start += 1
    while start < end and not words.atoms[end - 1].char.strip():
        end -= 1
    return (start, end) if start < end else None


def _paragraph(element: Element, paragraph: Paragraph, start: int) -> Spot:
    found = atoms(element)
    made = match(paragraph.text, paragraph.label, paragraph.marks, found, start)
    if made is not None:
        return Spot(element, [Words(element, found, made, 0, len(paragraph.text))], [element])
    return Spot(element, [], _joined(element, found, paragraph))


def _joined(element: Element, found: list[Atom], paragraph: Paragraph) -> list[Element]:
    """The elements that a paragraph stands in which was broken between them; the first alone where that is not so."""
    elements = [element]
    for following in element.itersiblings(P):
        if len(elements) == _MOST_JOINED:
            break
        elements.append(following)
        found = [*found, Atom("\n", element, element), *atoms(following)]
        made = match(paragraph.text, paragraph.label, paragraph.marks, found)
        if made is not None and not made.rest:
            return elements
    return [element]


def _row(row: Element, paragraph: Paragraph) -> Spot:
    spot = Spot(row, [], list(row.iter(P)))
    filled: list[tuple[Element, list[Atom]]] = []
    for cell in _cells(row):
        own = [(p, found) for p in own_paragraphs(cell) if printed(found := atoms(p)).strip()]
        if len(own) > 1 or cell.find(f".//{w('tbl')}") is not None:
            return spot
        filled += own
    parts = paragraph.text.split("\t")
    if len(parts) != len(filled):
        return spot
    start = 0
    words: list[Words] = []
    for part, (element, found) in zip(parts, filled, strict=True):
        end = start + len(part)
        marks = [_shifted(m, start) for m in paragraph.marks if m.kind == "note" and start <= m.start <= end]
        made = match(part, paragraph.label if not words else None, marks, found)
        if made is None or made.rest:
            return spot
        words.append(Words(element, found, made, start, len(part)))
        start = end + 1
    spot.words = words
    return spot


def _shifted(mark: Mark, start: int) -> Mark:
    return mark.model_copy(update={"start": mark.start - start, "end": mark.end - start})


def _cells(row: Element) -> Iterator[Element]:
    for child in row:
        if child.tag == TC:
            yield child
        elif child.tag in _CONTROLS:
            yield from _cells(child)
