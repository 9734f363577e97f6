"""One old paragraph that becomes two: the first half is a new element before it, whose end is inserted."""

from copy import deepcopy

from lxml import etree
from lxml.etree import _Element as Element

from travaux.renderers.word.marking import Marker
from travaux.renderers.word.tags import INS, NAMESPACE, P_PR, P, w

SPLIT = w("split")
"""A sign of our own that stands where a paragraph is to be split; none is left when all is done."""

_OF_THE_LAST = (w("sectPr"), w("pPrChange"))


def split_sign() -> Element:
    """Return a sign that says: split here."""
    return etree.Element(SPLIT, nsmap={"w": NAMESPACE})


def split_at_signs(paragraph: Element, marker: Marker) -> None:
    """Split a paragraph where the signs stand; the element itself is the last half."""
    for sign in list(paragraph.iterchildren(SPLIT)):
        half = etree.Element(P, nsmap={"w": NAMESPACE})
        properties = paragraph.find(P_PR)
        if properties is not None:
            copy = deepcopy(properties)
            for child in [c for c in copy if c.tag in _OF_THE_LAST]:
                copy.remove(child)
            half.append(copy)
        for child in list(sign.itersiblings(preceding=True))[::-1]:
            if child.tag != P_PR:
                half.append(child)
        paragraph.remove(sign)
        marker.end(half, INS)
        paragraph.addprevious(half)
