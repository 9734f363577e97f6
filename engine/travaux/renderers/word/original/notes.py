"""Footnotes of the old file: references found again, new bodies in the manner of those that are there."""

from copy import deepcopy

from lxml import etree
from lxml.etree import _Element as Element

from travaux.model.comparison import Change
from travaux.model.document import Note
from travaux.renderers.word.characters import printable
from travaux.renderers.word.marking import Marker
from travaux.renderers.word.original.atoms import is_own_mark
from travaux.renderers.word.original.editing import Editor, droppable
from travaux.renderers.word.original.finding import note_words
from travaux.renderers.word.original.package import Package, Part
from travaux.renderers.word.original.writing import beside, plainest, runs
from travaux.renderers.word.tags import DEL, ID, INS, NAMESPACE, P_PR, R_PR, SPACE, P, R, T, own_paragraphs, w

_KINDS = {"footnote": w("footnoteReference"), "endnote": w("endnoteReference")}
_EMPTY = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:footnotes xmlns:w="{NAMESPACE}">'
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    "</w:footnotes>"
).encode()


class NoteBook:
    """The notes of the file."""

    def __init__(self, package: Package, marker: Marker) -> None:
        self._package = package
        self._marker = marker
        self._part: Part | None = package.only("footnotes")
        endnotes = package.only("endnotes")
        roots = {"footnote": self._part, "endnote": endnotes}
        self._bodies = {
            (kind, body.get(ID, "")): body
            for kind, part in roots.items()
            if part is not None
            for body in part.root.iterfind(w(kind))
        }
        document = package.part(package.main).root
        self._reference = next(
            (r for kind in _KINDS.values() for e in document.iter(kind) if (r := e.getparent()) is not None), None
        )
        """A run that refers to a note, of which new ones take their looks."""
        self._taken = [int(key) for kind, key in self._bodies if kind == "footnote" and key.lstrip("-").isdecimal()]

    def key(self, body: Element) -> tuple[str, str] | None:
        """Return kind and id of a note by its body, or None where the body is not a note of the file's own."""
        return next((key for key, own in self._bodies.items() if own is body), None)

    def reference(self, text: str) -> Element:
        """Add a note, and return the run that refers to it; both are marked as inserted where the run is."""
        run = etree.Element(R, nsmap={"w": NAMESPACE})
        looks = self._reference.find(R_PR) if self._reference is not None else None
        if looks is not None:
            run.append(deepcopy(looks))
        else:
            raised = etree.SubElement(etree.SubElement(run, R_PR), w("vertAlign"))
            raised.set(w("val"), "superscript")
        etree.SubElement(run, w("footnoteReference")).set(ID, self._added(text))
        return run

    def _added(self, text: str) -> str:
        if self._part is None:
            self._part = self._package.add("footnotes", _EMPTY)
            self._taken = [-1, 0]
        key = str(max(0, *self._taken) + 1)
        self._taken.append(int(key))
        body = etree.SubElement(self._part.root, w("footnote"))
        body.set(ID, key)
        paragraph = etree.SubElement(body, P)
        properties, mark, looks = self._manner()
        if properties is not None:
            paragraph.append(properties)
        inserted = self._marker.make(INS)
        paragraph.append(inserted)
        inserted.append(mark)
        run = etree.SubElement(inserted, R)
        if looks is not None:
            run.append(looks)
        words = etree.SubElement(run, T)
        words.text = f" {printable(text)}"
        words.set(SPACE, "preserve")
        return key

    def _manner(self) -> tuple[Element | None, Element, Element | None]:
        """How a body is set: properties of its paragraph, the run with its number, properties of its words."""
        own = w("footnoteRef")
        for body in self._bodies.values():
            for paragraph in own_paragraphs(body):
                mark = next((run for run in paragraph.iter(R) if run.find(own) is not None), None)
                if mark is None:
                    continue
                properties = paragraph.find(P_PR)
                words = next((run for run in paragraph.iter(R) if run is not mark and run.find(T) is not None), None)
                looks = words.find(R_PR) if words is not None else None
                plain = etree.Element(R, nsmap={"w": NAMESPACE})
                if (raised := mark.find(R_PR)) is not None:
                    plain.append(deepcopy(raised))
                etree.SubElement(plain, own)
                return _copy(properties), plain, _copy(looks)
        plain = etree.Element(R, nsmap={"w": NAMESPACE})
        etree.SubElement(etree.SubElement(plain, R_PR), w("vertAlign")).set(w("val"), "superscript")
        etree.SubElement(plain, own)
        return None, plain, None


def rewritten(body: Element, note: Note, change: Change, marker: Marker) -> None:
    """Redline the body of a note; where its words are not found one by one, they are deleted and inserted."""
    words = note_words(body, note)
    if words is None:
        _replaced(body, "".join(s.text for s in change.redline if s.op != "drop"), marker)
        return
    editor = Editor(words.paragraph, words.atoms)
    places = words.match.places
    offset, at = 0, places[0]
    for segment in change.redline:
        if segment.op == "add":
            inserted = marker.make(INS)
            inserted.extend(runs(segment.text, beside(words.atoms, at)))
            editor.add(at, inserted)
            continue
        end = offset + len(segment.text)
        first, at, offset = places[offset], places[end - 1] + 1, end
        if segment.op == "drop":
            for start, stop in droppable(words.atoms, first, at):
                editor.drop(start, stop, lambda: marker.make(DEL))
    editor.apply()


def _replaced(body: Element, text: str, marker: Marker) -> None:
    paragraphs = [body] if body.tag == P else list(own_paragraphs(body))
    for number, paragraph in enumerate(paragraphs):
        editor = Editor.of(paragraph)
        start = next((at + 1 for at, atom in enumerate(editor.atoms) if is_own_mark(atom)), 0)
        editor.drop(start, len(editor.atoms), lambda: marker.make(DEL))
        if number == 0:
            inserted = marker.make(INS)
            inserted.extend(runs(f" {text}", plainest(editor.atoms[start:])))
            editor.add(len(editor.atoms), inserted)
        editor.apply()


def _copy(element: Element | None) -> Element | None:
    if element is None:
        return None
    copy = deepcopy(element)
    for mark in copy.findall(f"{R_PR}/{INS}"):
        mark.getparent().remove(mark)  # type: ignore[union-attr]
    return copy
