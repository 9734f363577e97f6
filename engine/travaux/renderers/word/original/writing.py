"""New words as runs: in the manner of the words beside them."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import pairwise

from lxml import etree
from lxml.etree import _Element as Element

from travaux.model.document import Mark
from travaux.renderers.word.characters import printable
from travaux.renderers.word.original.atoms import Atom
from travaux.renderers.word.tags import NAMESPACE, R_PR, SPACE, R, T, w

_EMPHASIS = {"italic": ("i", "iCs"), "bold": ("b", "bCs")}
_NOT_COPIED = frozenset((w("rPrChange"), w("vanish"), w("webHidden"), w("vertAlign"), w("position")))
_LINKED = frozenset(("Hyperlink", "FollowedHyperlink", "FootnoteReference", "EndnoteReference"))
_BEFORE = {name: at for at, name in enumerate(("rStyle", "rFonts", "b", "bCs", "i", "iCs"))}


def runs(text: str, looks: Element | None, marks: Sequence[Mark] | None = None, start: int = 0) -> Iterator[Element]:
    """Yield runs that hold words; tabs become tabs and line feeds breaks.

    Args:
        text: the words.
        looks: properties of the run beside them.
        marks: emphasis of the text that the words are part of; None to take over that of the run beside them.
        start: where in that text they begin.
    """
    edges = {0, len(text)}
    for mark in marks or ():
        if mark.kind != "note":
            edges.update(at for edge in (mark.start, mark.end) if 0 < (at := edge - start) < len(text))
    for a, b in pairwise(sorted(edges)):
        run = etree.Element(R, nsmap={"w": NAMESPACE})
        properties = looks_of(looks)
        if marks is not None:
            kinds: set[str] = {m.kind for m in marks if m.start - start <= a and b <= m.end - start and m.start < m.end}
            _emphasise(properties, kinds)
        if len(properties):
            run.append(properties)
        _fill(run, printable(text[a:b]))
        yield run


def looks_of(looks: Element | None) -> Element:
    """Return a copy of the properties of a run without what belongs to that run alone."""
    copy = etree.Element(R_PR, nsmap={"w": NAMESPACE})
    for child in () if looks is None else looks:
        linked = child.tag == w("rStyle") and child.get(w("val")) in _LINKED
        if child.tag not in _NOT_COPIED and not linked:
            copy.append(deepcopy(child))
    return copy


def plainest(found: Sequence[Atom]) -> Element | None:
    """Return the properties of the run that holds most of the words, emphasised ones last."""
    count: dict[Element, int] = {}
    for atom in found:
        if atom.char.strip():
            count[atom.run] = count.get(atom.run, 0) + 1
    if not count:
        return found[0].run.find(R_PR) if found else None
    best = max(count, key=lambda run: (not _is_emphasised(run.find(R_PR)), count[run]))
    return best.find(R_PR)


def beside(found: Sequence[Atom], at: int) -> Element | None:
    """Return the properties that words take which are put in at a place: those of a neighbour, a plain one if any."""
    near = [found[n].run.find(R_PR) for n in (at - 1, at) if 0 <= n < len(found) and found[n].note is None]
    plain = [looks for looks in near if not _is_emphasised(looks)]
    return (plain or near or [None])[0]


def _is_emphasised(looks: Element | None) -> bool:
    return looks is not None and any(looks.find(w(name)) is not None for name in ("i", "b"))


def _emphasise(properties: Element, kinds: set[str]) -> None:
    """Set emphasis as wanted, where the run says otherwise."""
    for kind, names in _EMPHASIS.items():
        for name in names:
            found = properties.find(w(name))
            if kind not in kinds and found is not None:
                properties.remove(found)
            elif kind in kinds and found is None:
                element = etree.Element(w(name))
                behind = next((c for c in properties if _rank(c) > _BEFORE[name]), None)
                if behind is None:
                    properties.append(element)
                else:
                    behind.addprevious(element)
            elif kind in kinds and found is not None:
                found.attrib.pop(w("val"), None)


def _rank(element: Element) -> int:
    return _BEFORE.get(str(element.tag).rpartition("}")[2], len(_BEFORE))


def _fill(run: Element, text: str) -> None:
    words = ""
    for char in [*text, ""]:
        if char and char not in "\t\n":
            words += char
            continue
        if words:
            element = etree.SubElement(run, T)
            element.text = words
            if words != words.strip() or "  " in words:
                element.set(SPACE, "preserve")
            words = ""
        if char:
            etree.SubElement(run, w("tab" if char == "\t" else "br"))
