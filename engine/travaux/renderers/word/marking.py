"""The marks of tracked changes: who, when, and an id that no other mark of the file has."""

from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from travaux.renderers.word.tags import DEL, ID, INS, MOVE_FROM, MOVE_TO, NAMESPACE, P_PR, R_PR, w

_BEFORE_MARK_PROPERTIES = (w("sectPr"), w("pPrChange"))
_SIGNS = (INS, DEL, MOVE_FROM, MOVE_TO)


@dataclass
class Marker:
    """Makes marks.

    Attributes:
        author: who made the change.
        date: when, as `2044-03-05T00:00:00Z`; None where it is not known.
        last: the highest id so far.
    """

    author: str
    date: str | None
    last: int

    def next(self) -> str:
        """Return an id that no mark has."""
        self.last += 1
        return str(self.last)

    def make(self, tag: str) -> Element:
        """Return an empty mark."""
        mark = etree.Element(tag, nsmap={"w": NAMESPACE})
        mark.set(ID, self.next())
        mark.set(w("author"), self.author)
        if self.date is not None:
            mark.set(w("date"), self.date)
        return mark

    def range(self, tag: str, change: str) -> tuple[Element, Element]:
        """Return the beginning and the end of what moves; both sides of a move have its name."""
        side = tag.rpartition("}")[2]
        begin = self.make(w(f"{side}RangeStart"))
        begin.set(w("name"), f"move_{change}")
        end = etree.Element(w(f"{side}RangeEnd"), nsmap={"w": NAMESPACE})
        end.set(ID, begin.get(ID, ""))
        return begin, end

    def end(self, paragraph: Element, tag: str) -> None:
        """Mark the end of a paragraph."""
        properties = paragraph.find(P_PR)
        if properties is None:
            properties = etree.Element(P_PR)
            paragraph.insert(0, properties)
        looks = properties.find(R_PR)
        if looks is None:
            looks = etree.Element(R_PR)
            behind = next((child for child in properties if child.tag in _BEFORE_MARK_PROPERTIES), None)
            if behind is None:
                properties.append(looks)
            else:
                behind.addprevious(looks)
        signs = [child for child in looks if child.tag in _SIGNS]
        looks.insert(len(signs), self.make(tag))

    def properties(self, new: Element, old: Element) -> None:
        """Remember in a paragraph that it was set like another one, if it is not."""
        before = etree.Element(P_PR, nsmap={"w": NAMESPACE})
        for child in old.iterfind(f"{P_PR}/*"):
            if child.tag not in (R_PR, *_BEFORE_MARK_PROPERTIES):
                before.append(deepcopy(child))
        own = new.find(P_PR)
        now = [etree.tostring(c) for c in own if c.tag != R_PR] if own is not None else []
        if now == [etree.tostring(c) for c in before]:
            return
        if own is None:
            own = etree.Element(P_PR)
            new.insert(0, own)
        change = self.make(w("pPrChange"))
        change.append(before)
        own.append(change)

    def row(self, row: Element, tag: str) -> None:
        """Mark a row of a table as inserted or deleted."""
        told = row.find(w("trPr"))
        if told is None:
            told = etree.Element(w("trPr"))
            exceptions = row.find(w("tblPrEx"))
            row.insert(0 if exceptions is None else row.index(exceptions) + 1, told)
        told.append(self.make(tag))


def unmarked(paragraph: Element, tag: str) -> None:
    """Take the mark off the end of a paragraph."""
    properties = paragraph.find(P_PR)
    looks = properties.find(R_PR) if properties is not None else None
    if properties is None or looks is None:
        return
    for mark in looks.findall(tag):
        looks.remove(mark)
    if not len(looks):
        properties.remove(looks)
    if not len(properties):
        paragraph.remove(properties)


def highest_id(roots: Iterable[Element]) -> int:
    """Return the highest id that a mark, a bookmark or the like has in parts; ids of notes do not count."""
    highest = 0
    for root in roots:
        for element in root.iter(etree.Element):
            key = element.get(ID, "")
            if key.isdecimal() and len(key) < 10:
                highest = max(highest, int(key))
    return highest
