"""Names of the elements of WordprocessingML that a redline on a copy meets."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
SPACES = {"w": NAMESPACE}


def w(name: str) -> str:
    """Return the name of an element or attribute of WordprocessingML as lxml spells it."""
    return f"{{{NAMESPACE}}}{name}"


P, R, T, P_PR, R_PR, TBL, TR, TC = (w(n) for n in ("p", "r", "t", "pPr", "rPr", "tbl", "tr", "tc"))
INS, DEL, MOVE_FROM, MOVE_TO = (w(n) for n in ("ins", "del", "moveFrom", "moveTo"))
ID = w("id")
DELETED = {T: w("delText"), w("instrText"): w("delInstrText")}
"""What words and instructions are called within deleted runs."""

CONTENT_OF_P = frozenset((w("hyperlink"), w("sdt"), w("sdtContent"), w("smartTag"), w("customXml"), w("fldSimple"),
                          w("dir"), w("bdo"), INS, DEL, MOVE_FROM, MOVE_TO))  # fmt: skip
"""Elements of a paragraph that hold runs, at any depth."""


def own_paragraphs(parent: Element) -> Iterator[Element]:
    """Yield the paragraphs of a cell or a body that are not in a table of their own, content controls opened."""
    for child in parent:
        if child.tag == P:
            yield child
        elif child.tag in (w("sdt"), w("sdtContent"), w("customXml")):
            yield from own_paragraphs(child)
