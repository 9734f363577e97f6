"""The characters of a paragraph of the old file, each with the run that holds it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.etree import _Element as Element

from travaux.renderers.word.tags import CONTENT_OF_P, ID, R_PR, SPACE, R, T, w

ANY = "\ufffc"
"""What stands for a character whose glyph is a matter of its font: it may be any one character of the text."""

_FIELD, _FIELD_TYPE = w("fldChar"), w("fldCharType")
_FIXED = {
    w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011",
    w("softHyphen"): "\u00ad", w("sym"): ANY,
}  # fmt: skip
_REFERENCES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_OWN = frozenset((w("footnoteRef"), w("endnoteRef")))
_PRIVATE = range(0xF000, 0xF100)
_HIDDEN, _BOX = w("vanish"), w("txbxContent")


@dataclass(slots=True, eq=False)
class Atom:
    """One character, or something without width that stands between characters.

    Attributes:
        char: the character; empty for what has no width.
        run: the run that holds it.
        child: the element in the run that holds it.
        at: where in the words of `child`; 0 where it is not words.
        depth: in how many elements and fields it stands within the paragraph.
        field: number of the outermost field of which it is a part, from 1; 0 outside of fields.
        note: kind and id of the note that it refers to, else None.
    """

    char: str
    run: Element
    child: Element
    at: int = 0
    depth: int = 0
    field: int = 0
    note: tuple[str, str] | None = None


def atoms(paragraph: Element) -> list[Atom]:
    """Return the atoms of a paragraph in order; what stands in a drawing is one atom without width."""
    return _Walk().run(paragraph)


class _Walk:
    """One walk through a paragraph; the fields that it is in."""

    def __init__(self) -> None:
        self.out: list[Atom] = []
        self.fields: list[bool] = []
        """Of each open field, whether its result has begun."""
        self.count = 0

    def run(self, paragraph: Element) -> list[Atom]:
        self._children(paragraph, 0)
        return self.out

    def _children(self, parent: Element, depth: int) -> None:
        for child in parent:
            if child.tag == R:
                self._run(child, depth)
            elif child.tag in CONTENT_OF_P:
                self._children(child, depth + 1)

    def _run(self, run: Element, depth: int) -> None:
        properties = run.find(R_PR)
        hidden = properties is not None and _on(properties.find(_HIDDEN))
        for child in run:
            if child.tag == R_PR:
                continue
            if child.tag == _FIELD:
                self._field(child, run, depth)
                continue
            for char, at in _characters(child):
                shown = "" if hidden or not all(self.fields) else char
                self._add(Atom(shown, run, child, at, depth, note=_note(child)))

    def _field(self, mark: Element, run: Element, depth: int) -> None:
        match mark.get(_FIELD_TYPE):
            case "begin":
                if not self.fields:
                    self.count += 1
                self.fields.append(False)
                self._add(Atom("", run, mark, 0, depth))
            case "separate" if self.fields:
                self._add(Atom("", run, mark, 0, depth))
                self.fields[-1] = True
            case "end" if self.fields:
                self._add(Atom("", run, mark, 0, depth))
                self.fields.pop()
            case _:
                self._add(Atom("", run, mark, 0, depth))

    def _add(self, atom: Atom) -> None:
        atom.depth += len(self.fields)
        atom.field = self.count if self.fields else 0
        self.out.append(atom)


def _characters(child: Element) -> Iterator[tuple[str, int]]:
    """Yield each character of an element of a run with its place; one without width for what has no characters."""
    if child.tag != T:
        yield _FIXED.get(str(child.tag), ""), 0
        return
    text = child.text or ""
    start, end = 0, len(text)
    if child.get(SPACE) != "preserve":
        end = len(text.rstrip(" \t\r\n"))
        start = end - len(text[:end].lstrip(" \t\r\n"))
    for at in range(start, end):
        yield ANY if ord(text[at]) in _PRIVATE else text[at], at


def _note(child: Element) -> tuple[str, str] | None:
    kind = _REFERENCES.get(str(child.tag))
    return None if kind is None else (kind, child.get(ID, ""))


def holds_box(atom: Atom) -> bool:
    """Whether an atom is a drawing with a text box, whose paragraphs are paragraphs of their own."""
    return not atom.char and atom.child.find(f".//{_BOX}") is not None


def is_own_mark(atom: Atom) -> bool:
    """Whether an atom is the number that opens the body of a note."""
    return atom.child.tag in _OWN


def _on(element: Element | None) -> bool:
    return element is not None and element.get(w("val"), "true") not in ("0", "false", "off", "none")


def printed(found: Sequence[Atom]) -> str:
    """Return the characters of atoms."""
    return "".join(atom.char for atom in found)
