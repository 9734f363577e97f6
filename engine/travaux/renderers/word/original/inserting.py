"""New paragraphs in the old file: set and numbered like the nearest old one of the same kind."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy

from lxml import etree
from lxml.etree import _Element as Element

from travaux.model.comparison import Comparison
from travaux.model.document import Mark, Paragraph
from travaux.renderers.word.marking import Marker
from travaux.renderers.word.original.finding import Spot
from travaux.renderers.word.original.notes import NoteBook
from travaux.renderers.word.original.writing import looks_of, plainest, runs
from travaux.renderers.word.rows import Row
from travaux.renderers.word.tags import INS, MOVE_TO, NAMESPACE, P_PR, R_PR, TBL, TC, TR, P, R, w

_NOT_COPIED = frozenset((w("sectPr"), w("pPrChange"), w("pageBreakBefore"), w("framePr")))
_SIGNS = frozenset(w(name) for name in ("ins", "del", "moveFrom", "moveTo"))
_BEFORE_NUMBER = frozenset(
    w(name) for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)
_BODY = w("body")


class Inserter:
    """Puts new paragraphs into the old file."""

    def __init__(
        self, body: Element, comparison: Comparison, spots: Mapping[str, Spot], marker: Marker, book: NoteBook
    ) -> None:
        self.body = body
        self.old = {p.id: p for p in comparison.old.paragraphs}
        self.order = {p.id: at for at, p in enumerate(comparison.old.paragraphs)}
        self.models = [
            (at, p, spots[p.id])
            for at, p in enumerate(comparison.old.paragraphs)
            if len(spots[p.id].words) == 1 and not _is_apart(spots[p.id].element)
        ]
        self.notes = {note.id: note for note in comparison.new.notes}
        self.emphasis = any(m.kind != "note" for p in comparison.new.paragraphs for m in p.marks)
        self.marker = marker
        self.book = book
        self.at = 0
        """Number of the old paragraph that was passed last."""

    def passed(self, paragraph: Paragraph) -> None:
        """Pass an old paragraph."""
        self.at = self.order[paragraph.id]

    def put(self, row: Row, new: Paragraph, anchor: Element | None, following: Element | None) -> Element:
        """Put a new paragraph behind an element, or before the following one; return the new element."""
        if anchor is not None and anchor.tag == TR and ("\t" in new.text or _same_table(anchor, following)):
            return self._row(row, new, anchor)
        paragraph = self._paragraph(row, new)
        anchor, following = _outside(anchor), _outside(following)
        if following is not None and (anchor is None or _depth(following) < _depth(anchor)):
            following.addprevious(paragraph)
        elif anchor is not None:
            anchor.addnext(paragraph)
        else:
            last = self.body.find(w("sectPr"))
            self.body.insert(len(self.body) if last is None else self.body.index(last), paragraph)
        return paragraph

    def _paragraph(self, row: Row, new: Paragraph) -> Element:
        paragraph = etree.Element(P, nsmap={"w": NAMESPACE})
        found = self._model(new)
        looks, before = None, f"{new.label} " if new.label else ""
        if found is not None:
            model, spot = found
            words = spot.words[0]
            looks = plainest(words.atoms[words.match.places[0] : words.match.places[-1]] or words.atoms)
            properties = _properties(words.paragraph)
            automatic = model.label is not None and spot.typed is None
            if not automatic:
                before = lead(spot, new.label)
            elif (model.part, model.level) == (new.part, new.level) and new.label:
                before = lead(spot, None)
            else:
                _unnumber(properties)
            if len(properties):
                paragraph.append(properties)
        tag = MOVE_TO if row.end == "to" else INS
        self.marker.end(paragraph, tag)
        inside = [*runs(before, looks, [] if self.emphasis else None), *self._pieces(row, new, looks)]
        self._marked(paragraph, inside, row, tag)
        return paragraph

    def _marked(self, paragraph: Element, inside: Sequence[Element], row: Row, tag: str) -> None:
        """Put runs into a paragraph as new ones, or as moved to here."""
        if not inside:
            return
        mark = self.marker.make(tag)
        mark.extend(inside)
        if tag == MOVE_TO:
            begin, end = self.marker.range(tag, row.change.id)
            paragraph.extend((begin, mark, end))
        else:
            paragraph.append(mark)

    def _pieces(self, row: Row, new: Paragraph, looks: Element | None) -> Iterator[Element]:
        marks = self._emphasis(row, new)
        for piece in row.pieces:
            if piece.note is not None:
                yield self.book.reference(self.notes[piece.note.note or ""].text)
            else:
                yield from runs(piece.text, looks, marks, piece.start)

    def _emphasis(self, row: Row, new: Paragraph) -> Sequence[Mark] | None:
        """Emphasis of new words; where the new text tells none, words that only moved keep theirs."""
        if self.emphasis:
            return new.marks
        olds = [self.old[key] for key in row.change.old]
        return olds[0].marks if len(olds) == 1 and olds[0].text == new.text else None

    def _model(self, new: Paragraph) -> tuple[Paragraph, Spot] | None:
        """The old paragraph that a new one is set like: of its part and level, with or without number, near."""
        best = min(
            self.models,
            key=lambda m: (
                m[1].part != new.part,
                m[1].level != new.level,
                (m[1].label is None) != (new.label is None),
                abs(m[0] - self.at),
            ),
            default=None,
        )
        return None if best is None else best[1:]

    def _row(self, row: Row, new: Paragraph, anchor: Element) -> Element:
        made = etree.Element(TR, nsmap={"w": NAMESPACE})
        told = anchor.find(w("trPr"))
        if told is not None:
            made.append(_without_signs(deepcopy(told)))
        cells = list(anchor.iterfind(TC))
        parts = new.text.split("\t")
        start = 0
        for at in range(max(len(cells), len(parts))):
            model = cells[at] if at < len(cells) else None
            cell = etree.SubElement(made, TC)
            if (told := None if model is None else model.find(w("tcPr"))) is not None:
                cell.append(deepcopy(told))
                for merged in cell[0].findall(w("vMerge")):
                    cell[0].remove(merged)
            paragraph = etree.SubElement(cell, P)
            like = None if model is None else model.find(P)
            if like is not None and len(own := _properties(like)):
                if own.find(w("numPr")) is not None:
                    _unnumber(own)  # the words of a cell hold its number
                paragraph.append(own)
            if at >= len(parts):
                continue
            looks = next((r.find(R_PR) for r in like.iter(R)), None) if like is not None else None
            before = f"{new.label} " if new.label and at == 0 else ""
            inside = [*runs(before, looks), *self._cell(row, new, (start, parts[at]), looks)]
            self._marked(paragraph, inside, row, MOVE_TO if row.end == "to" else INS)
            start += len(parts[at]) + 1
        self.marker.row(made, INS)
        anchor.addnext(made)
        return made

    def _cell(self, row: Row, new: Paragraph, part: tuple[int, str], looks: Element | None) -> Iterator[Element]:
        """The words of one cell, with the notes on them."""
        marks = self._emphasis(row, new)
        start, text = part
        at = 0
        for piece in row.pieces:
            if piece.note is not None and start <= piece.start <= start + len(text):
                place = piece.start - start
                yield from runs(text[at:place], looks, marks, start + at)
                yield self.book.reference(self.notes[piece.note.note or ""].text)
                at = place
        yield from runs(text[at:], looks, marks, start + at)


def lead(spot: Spot, label: str | None) -> str:
    """Return what stands before the words of a paragraph that is set like an old one.

    Args:
        spot: where the old one stands.
        label: the number that is typed; None for none.
    """
    if not spot.words:
        return f"{label} " if label else ""
    words = spot.words[0]
    before = "".join(a.char or "\0" for a in words.atoms[words.match.start : words.match.places[0]])
    if words.match.label is None:
        blanks = before.replace("\0", "")
        blanks = blanks if blanks.isspace() and "\n" not in blanks else ""
        return blanks + (f"{label} " if label else "")
    start, end = (place - words.match.start for place in words.match.label)
    head, tail = before[:start].replace("\0", ""), before[end:].replace("\0", "")
    return head + label + (tail or " ") if label else head


def _properties(paragraph: Element) -> Element:
    """A copy of the properties of a paragraph, without what belongs to that one alone."""
    found = paragraph.find(P_PR)
    copy = etree.Element(P_PR, nsmap={"w": NAMESPACE}) if found is None else deepcopy(found)
    for child in [c for c in copy if c.tag in _NOT_COPIED]:
        copy.remove(child)
    looks = copy.find(R_PR)
    if looks is not None:
        _without_signs(looks)
        plain = looks_of(looks)
        copy.remove(looks)
        if len(plain):
            copy.append(plain)
    return copy


def _without_signs(element: Element) -> Element:
    for child in [c for c in element if c.tag in _SIGNS]:
        element.remove(child)
    return element


def _unnumber(properties: Element) -> None:
    """Take a paragraph out of the list that its style or its own properties put it in."""
    for own in properties.findall(w("numPr")):
        properties.remove(own)
    none = etree.Element(w("numPr"))
    etree.SubElement(none, w("ilvl")).set(w("val"), "0")
    etree.SubElement(none, w("numId")).set(w("val"), "0")
    properties.insert(sum(child.tag in _BEFORE_NUMBER for child in properties), none)


def _is_apart(element: Element) -> bool:
    """Whether a paragraph stands in a table, a text box or a frame, and is set for that."""
    framed = element.find(f"{P_PR}/{w('framePr')}") is not None
    return framed or any(a.tag in (TBL, w("txbxContent")) for a in element.iterancestors())


def _same_table(row: Element, other: Element | None) -> bool:
    return other is not None and other.tag == TR and row.getparent() is other.getparent()


def _outside(element: Element | None) -> Element | None:
    """The table of a row; any other element itself."""
    while element is not None and element.tag == TR:
        table = next((a for a in element.iterancestors(TBL)), None)
        element = table
    return element


def _depth(element: Element) -> int:
    return sum(1 for _ in element.iterancestors())
