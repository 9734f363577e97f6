"""References to notes, and the notes behind them: each reference has a note of its own."""

from collections.abc import Mapping

from lxml import etree
from lxml.etree import _Element as Element

from travaux.model.comparison import Comparison, Segment
from travaux.model.document import Mark
from travaux.renderers.word.marking import Marker
from travaux.renderers.word.rows import Op
from travaux.renderers.word.tags import DEL, ID, INS, NAMESPACE, P_PR, R_PR, P, R, w
from travaux.renderers.word.template.runs import runs

_SEPARATORS = (("separator", "-1"), ("continuationSeparator", "0"))


class Footnotes:
    """The notes of the file, numbered from 1 in the order of their references.

    A note that the text refers to twice stands there twice, since Word gives a note one reference.
    """

    def __init__(self, comparison: Comparison, marker: Marker) -> None:
        self._marker = marker
        self._kept = {c.old[0]: c.redline for c in comparison.note_changes if c.relation == "kept"}
        self._old: Mapping[str, str] = {n.id: n.text for n in comparison.old.notes}
        self._new: Mapping[str, str] = {n.id: n.text for n in comparison.new.notes}
        self._root = etree.Element(w("footnotes"), nsmap={"w": NAMESPACE})
        for kind, key in _SEPARATORS:
            note = self._note(key)
            note.set(w("type"), kind)
            etree.SubElement(etree.SubElement(etree.SubElement(note, P), R), w(kind))
        self._count = 0

    def reference(self, op: Op, mark: Mark) -> Element:
        """Add the note of a reference, and return the run that refers to it.

        Args:
            op: whether the reference is kept, goes or comes; so does its note.
            mark: the reference: of the old text, unless it comes.
        """
        self._count += 1
        key = str(self._count)
        run = etree.Element(R, nsmap={"w": NAMESPACE})
        _styled(run)
        etree.SubElement(run, w("footnoteReference")).set(ID, key)
        self._body(self._note(key), self._redline(op, mark.note or ""))
        return run

    def written(self) -> bytes:
        """Return the part that holds the notes."""
        return etree.tostring(self._root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def _note(self, key: str) -> Element:
        note = etree.SubElement(self._root, w("footnote"))
        note.set(ID, key)
        return note

    def _redline(self, op: Op, note: str) -> tuple[Segment, ...]:
        if op == "keep":
            return self._kept[note]
        return (Segment(op=op, text=(self._new if op == "add" else self._old)[note]),)

    def _body(self, note: Element, redline: tuple[Segment, ...]) -> None:
        paragraph = etree.SubElement(note, P)
        etree.SubElement(etree.SubElement(paragraph, P_PR), w("pStyle")).set(w("val"), "FootnoteText")
        own = etree.SubElement(paragraph, R)
        _styled(own)
        etree.SubElement(own, w("footnoteRef"))
        paragraph.extend(runs(" "))
        for segment in redline:
            if not segment.text:
                continue
            if segment.op == "keep":
                paragraph.extend(runs(segment.text))
                continue
            change = self._marker.make(DEL if segment.op == "drop" else INS)
            change.extend(runs(segment.text, deleted=segment.op == "drop"))
            paragraph.append(change)


def _styled(run: Element) -> None:
    etree.SubElement(etree.SubElement(run, R_PR), w("rStyle")).set(w("val"), "FootnoteReference")
