"""From the rows of a redline to paragraphs with marks of tracked changes."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from travaux.model.comparison import Comparison
from travaux.model.document import Mark, Paragraph
from travaux.renderers.word.marking import Marker
from travaux.renderers.word.rows import Op, Row
from travaux.renderers.word.tags import DEL, INS, MOVE_FROM, MOVE_TO, NAMESPACE, P_PR, P, w
from travaux.renderers.word.template.footnotes import Footnotes
from travaux.renderers.word.template.runs import runs

_STYLES = {
    "title": "Title",
    "opening": "Opening",
    "preambular": "Preambular",
    "operative": "Operative",
    "annex": "Annex",
    "closing": "Closing",
    "other": "Text",
}
"""The style of each part; headings and what is below a paragraph have the level in theirs."""

_LEVELS = 3
"""How many levels below a paragraph, and how many of headings, have styles of their own."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words, a number or a reference to a note, and what becomes of it."""

    op: Op
    text: str = ""
    marks: tuple[Mark, ...] = ()
    start: int = 0
    note: Mark | None = None


class Paragraphs:
    """Writes the paragraphs of a redline."""

    def __init__(self, comparison: Comparison, marker: Marker, notes: Footnotes) -> None:
        self._marker = marker
        self._notes = notes
        self._compared = frozenset(key for change in comparison.note_changes for key in change.old)
        self._tells_emphasis = any(m.kind != "note" for p in comparison.new.paragraphs for m in p.marks)
        """Whether the new text tells emphasis at all; if not, kept words keep that of the old one."""
        self._passed: dict[str, int] = {}
        """How much of a new paragraph was written already: it may stand in several rows."""

    def written(self, row: Row, owner: Row | None = None) -> Iterator[Element]:
        """Yield the paragraph of a row, and what ends a move behind it.

        Args:
            row: what stands in the paragraph.
            owner: the row whose end stands here, where that is another one; rejected, the paragraph is set like it.
        """
        paragraph = etree.Element(P, nsmap={"w": NAMESPACE})
        properties = _styled(etree.SubElement(paragraph, P_PR), _style(row))
        if row.end != "keep":
            self._marker.end(paragraph, {"drop": DEL, "add": INS, "from": MOVE_FROM, "to": MOVE_TO}[row.end])
        if owner is not None and _style(owner) != _style(row):
            change = self._marker.make(w("pPrChange"))
            _styled(etree.SubElement(change, P_PR), _style(owner))
            properties.append(change)
        moved = MOVE_FROM if row.end == "from" else MOVE_TO if row.end == "to" else None
        begin, end = self._marker.range(moved, row.change.id) if moved else (None, None)
        if begin is not None:
            paragraph.append(begin)
        self._fill(paragraph, [*_numbers(row), *self._stretches(row)], moved)
        yield paragraph
        if end is not None:
            yield end

    def _fill(self, paragraph: Element, stretches: list[_Stretch], moved: str | None) -> None:
        """Put stretches in; those beside each other that go or come together have one mark."""
        tags = {"drop": moved or DEL, "add": moved or INS}
        last: Op = "keep"
        holder = paragraph
        for stretch in stretches:
            if stretch.op == "keep":
                holder = paragraph
            elif stretch.op != last:
                holder = self._marker.make(tags[stretch.op])
                paragraph.append(holder)
            last = stretch.op
            if stretch.note is not None:
                holder.append(self._notes.reference(stretch.op, stretch.note))
            else:
                deleted = holder.tag == DEL
                holder.extend(runs(stretch.text, stretch.marks, stretch.start, deleted=deleted))

    def _stretches(self, row: Row) -> Iterator[_Stretch]:
        if row.new is None and row.old is not None:
            yield from self._removed(row.old)
            return
        old = row.old.marks if row.old is not None else ()
        new = row.new.marks if row.new is not None else ()
        key = row.new.id if row.new is not None else ""
        for piece in row.pieces:
            if piece.note is not None:
                yield _Stretch(piece.op, note=piece.note)
                continue
            at = self._passed.get(key, 0)
            if piece.op == "drop" or (piece.op == "keep" and not self._tells_emphasis):
                yield _Stretch(piece.op, piece.text, old, piece.start)
            else:
                yield _Stretch(piece.op, piece.text, new, at)
            if piece.op != "drop":
                self._passed[key] = at + len(piece.text)

    def _removed(self, paragraph: Paragraph) -> Iterator[_Stretch]:
        """All words and note references of a paragraph that goes."""
        at = 0
        for mark in paragraph.marks:
            if mark.kind == "note" and mark.note in self._compared:
                if mark.start > at:
                    yield _Stretch("drop", paragraph.text[at : mark.start], paragraph.marks, at)
                yield _Stretch("drop", note=mark)
                at = mark.start
        if at < len(paragraph.text):
            yield _Stretch("drop", paragraph.text[at:], paragraph.marks, at)


def _numbers(row: Row) -> Iterator[_Stretch]:
    """The number that is typed before the words, and the tab behind it."""
    old = row.old.label if row.old is not None and row.old_begins else None
    new = row.new.label if row.new is not None and row.new_begins else None
    if old == new:
        if old:
            yield _Stretch("keep", f"{old}\t")
        return
    tab = "" if old and new else "\t"
    if old:
        yield _Stretch("drop", old + tab)
    if new:
        yield _Stretch("add", new + tab)
    if not tab:
        yield _Stretch("keep", "\t")


def _styled(properties: Element, style: str) -> Element:
    etree.SubElement(properties, w("pStyle")).set(w("val"), style)
    return properties


def _style(row: Row) -> str:
    """The style of a paragraph: that of the new text, if it stands there.

    An end that was put in or taken out belongs to one text only; the paragraph is set as it is in that text.
    """
    paragraph = row.old if row.new is None or row.end == "drop" else row.new
    if paragraph is None:
        return _STYLES["other"]
    level = min(paragraph.level, _LEVELS)
    if paragraph.part == "heading":
        return f"Heading{max(1, level)}"
    name = _STYLES[paragraph.part]
    return f"{name}{level}" if level and paragraph.part in ("preambular", "operative", "annex") else name
