"""Cutting the runs of a paragraph and marking them: what keeps its words keeps its runs."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import deepcopy
from itertools import groupby

from lxml import etree
from lxml.etree import _Element as Element

from travaux.renderers.word.original.atoms import Atom, atoms, printed
from travaux.renderers.word.tags import DEL, DELETED, MOVE_FROM, R_PR, SPACE, T

_BLANKS = " \t\r\n"
"""What does not count at the ends of words that do not say that it does."""

Make = Callable[[], Element]
"""Makes a mark with an id of its own: an empty `w:del` or `w:moveFrom`."""


class Editor:
    """Marks on the runs of one paragraph; they are made by `apply`, all at once.

    Places are those of atoms; the place one past the last atom is the end.
    """

    def __init__(self, paragraph: Element, found: list[Atom]) -> None:
        self.paragraph = paragraph
        self.atoms = found
        self._drops: list[tuple[int, int, Make]] = []
        self._adds: dict[int, list[Element]] = {}

    @classmethod
    def of(cls, paragraph: Element) -> "Editor":
        """Return an editor of a paragraph that was not looked at before."""
        return cls(paragraph, atoms(paragraph))

    @property
    def has_words(self) -> bool:
        """Whether there is anything to read in the paragraph."""
        return bool(printed(self.atoms).strip()) or any(atom.note for atom in self.atoms)

    def drop(self, start: int, end: int, make: Make) -> None:
        """Mark the atoms from a place to another as deleted, or moved away."""
        if start < end:
            self._drops.append((start, end, make))

    def add(self, at: int, inserted: Element) -> None:
        """Put an element behind what stands before a place, deleted words included."""
        self._adds.setdefault(at, []).append(inserted)

    def apply(self) -> None:
        """Make all marks."""
        for at in sorted({*self._adds, *(place for d in self._drops for place in d[:2])}, reverse=True):
            self._cut(at)
        behind: dict[int, Element] = {}
        for start, end, make in self._drops:
            last = self._wrap(start, end, make)
            if last is not None:
                behind[end] = last
        for at, inserted in sorted(self._adds.items()):
            self._insert(at, inserted, behind.get(at))

    def _cut(self, at: int) -> None:
        """Let a run begin at a place."""
        if not 0 < at < len(self.atoms) or self.atoms[at - 1].run is not self.atoms[at].run:
            return
        run, child, offset = self.atoms[at].run, self.atoms[at].child, self.atoms[at].at
        half = etree.Element(run.tag, run.attrib, run.nsmap)
        properties = run.find(R_PR)
        if properties is not None:
            half.append(deepcopy(properties))
        moved = list(child.itersiblings())
        split = self.atoms[at - 1].child is child
        if split:
            text = child.text or ""
            other = etree.SubElement(half, T)
            child.text, other.text = text[:offset], text[offset:]
            if child.get(SPACE) != "preserve":
                child.text, other.text = child.text.lstrip(_BLANKS), other.text.rstrip(_BLANKS)
            for words in (child, other):
                words.set(SPACE, "preserve")
        else:
            other = child
            half.append(child)
        half.extend(moved)
        run.addnext(half)
        for atom in self.atoms[at:]:
            if atom.run is not run:
                break
            atom.run = half
            if split and atom.child is child:
                atom.child = other
                atom.at -= offset

    def _wrap(self, start: int, end: int, make: Make) -> Element | None:
        """Wrap the runs of atoms; runs that follow each other share one mark. Return the last mark."""
        last: Element | None = None
        for run in _runs(self.atoms[start:end]):
            if last is not None and last.getnext() is run:
                last.append(run)
            else:
                last = make()
                run.addprevious(last)
                last.append(run)
            if last.tag == DEL:
                for element in run:
                    if element.tag in DELETED:
                        element.tag = DELETED[str(element.tag)]
        return last

    def _insert(self, at: int, inserted: Sequence[Element], behind: Element | None) -> None:
        if behind is not None:
            anchor = behind
        elif not self.atoms:
            self.paragraph.extend(inserted)
            return
        elif at == len(self.atoms):
            anchor = self._outermost(self.atoms[-1].run)
        elif at == 0 or self.atoms[at].depth < self.atoms[at - 1].depth:
            before = _unit(self.atoms[at].run) if at else self._outermost(self.atoms[0].run)
            for element in inserted:
                before.addprevious(element)
            return
        else:
            anchor = _unit(self.atoms[at - 1].run)
        for element in reversed(inserted):
            anchor.addnext(element)

    def _outermost(self, element: Element) -> Element:
        """The child of the paragraph in which an element stands."""
        while (parent := element.getparent()) is not None and parent is not self.paragraph:
            element = parent
        return element


def _unit(run: Element) -> Element:
    """A run, or the mark that it stands in."""
    parent = run.getparent()
    return parent if parent is not None and parent.tag in (DEL, MOVE_FROM) else run


def _runs(found: Iterable[Atom]) -> list[Element]:
    out: list[Element] = []
    for atom in found:
        if not out or out[-1] is not atom.run:
            out.append(atom.run)
    return out


def droppable(found: Sequence[Atom], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of atoms that go with words: characters, and fields all of whose result goes."""
    whole = {f for f in {a.field for a in found[start:end]} if f and _all_inside(found, f, start, end)}
    if whole:
        first = min(n for n, a in enumerate(found) if a.field in whole)
        last = max(n for n, a in enumerate(found) if a.field in whole)
        start, end = min(start, first), max(end, last + 1)
    goes = [bool(atom.char) or atom.field in whole for atom in found[start:end]]
    yield from _stretches(goes, start)


def all_but(found: Sequence[Atom], stays: Callable[[Atom], bool]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of all atoms but those that stay."""
    yield from _stretches([not stays(atom) for atom in found], 0)


def _stretches(goes: Sequence[bool], at: int) -> Iterator[tuple[int, int]]:
    """Yield the places between which all go; the first is at `at`."""
    for key, run in groupby(goes):
        length = sum(1 for _ in run)
        if key:
            yield at, at + length
        at += length


def _all_inside(found: Sequence[Atom], number: int, start: int, end: int) -> bool:
    return all(start <= at < end for at, atom in enumerate(found) if atom.field == number and atom.char)
