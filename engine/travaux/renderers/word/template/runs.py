"""Words as runs: with their emphasis, and tabs as tabs."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lxml import etree
from lxml.etree import _Element as Element

from travaux.model.document import Mark
from travaux.renderers.word.characters import printable
from travaux.renderers.word.tags import NAMESPACE, R_PR, SPACE, R, T, w

_EMPHASIS = {"bold": ("b", "bCs"), "italic": ("i", "iCs")}
"""Properties of a run in the order in which they must stand."""


def runs(text: str, marks: Sequence[Mark] = (), start: int = 0, *, deleted: bool = False) -> Iterator[Element]:
    """Yield the runs that hold words.

    Args:
        text: the words.
        marks: of the text that they are part of; those of notes do not count.
        start: where in that text they begin.
        deleted: whether they stand in a `w:del`, where words have another name.
    """
    emphasis = [m for m in marks if m.kind != "note" and m.start < start + len(text) and start < m.end]
    edges = {0, len(text), *(e - start for m in emphasis for e in (m.start, m.end) if start < e < start + len(text))}
    for first, last in pairwise(sorted(edges)):
        run = etree.Element(R, nsmap={"w": NAMESPACE})
        kinds = {m.kind for m in emphasis if m.start <= start + first and start + last <= m.end}
        if kinds:
            looks = etree.SubElement(run, R_PR)
            for kind, names in _EMPHASIS.items():
                for name in names if kind in kinds else ():
                    etree.SubElement(looks, w(name))
        _fill(run, printable(text[first:last]), w("delText") if deleted else T)
        yield run


def _fill(run: Element, text: str, tag: str) -> None:
    for number, words in enumerate(text.split("\t")):
        if number:
            etree.SubElement(run, w("tab"))
        if words:
            element = etree.SubElement(run, tag)
            element.text = words
            if words != words.strip() or "  " in words:
                element.set(SPACE, "preserve")
