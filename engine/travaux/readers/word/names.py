"""Names of the elements of WordprocessingML, as lxml spells them."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

ALTERNATIVES = f"{_COMPATIBILITY}AlternateContent"
CHOICE = f"{_COMPATIBILITY}Choice"
FALLBACK = f"{_COMPATIBILITY}Fallback"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", NAMESPACE.encode()),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
"""Namespaces of the strict form of the standard, and those of the form that Word writes by default."""


def w(name: str) -> str:
    """Return the name of an element or attribute of WordprocessingML."""
    return f"{{{NAMESPACE}}}{name}"


VAL, P, R, T, TBL, TR, TC, P_PR, R_PR = (w(n) for n in ("val", "p", "r", "t", "tbl", "tr", "tc", "pPr", "rPr"))
INS, DEL, MOVE_FROM, MOVE_TO = (w(n) for n in ("ins", "del", "moveFrom", "moveTo"))
BOX = w("txbxContent")


def transitional(content: bytes) -> bytes:
    """Return a part with the namespaces that Word writes by default."""
    if b"purl.oclc.org" in content:
        for strict, usual in _STRICT:
            content = content.replace(strict, usual)
    return content


def value(parent: Element | None, *path: str) -> str | None:
    """Return `w:val` of the element at a path below another, or None where there is none."""
    for name in path:
        if parent is None:
            return None
        parent = parent.find(w(name))
    return None if parent is None else parent.get(VAL)


def switched(element: Element | None) -> bool | None:
    """Return whether a property such as `w:i` is on; None where it is not there."""
    if element is None:
        return None
    return element.get(VAL, "true") not in ("0", "false", "off", "none")


def number(text: str | None, default: int) -> int:
    """Return a number written in an attribute, or the default where there is none."""
    try:
        return int(text) if text is not None and len(text) < 10 else default
    except ValueError:
        return default


def steps(parent: Element, path: str) -> Iterator[tuple[Element, str]]:
    """Yield the children of an element, each with its path (XPath, prefix `w`)."""
    counts: dict[str, int] = {}
    for at, child in enumerate(parent, 1):
        tag = str(child.tag)
        if tag.startswith(f"{{{NAMESPACE}}}"):
            counts[tag] = counts.get(tag, 0) + 1
            yield child, f"{path}/w:{tag[len(NAMESPACE) + 2 :]}[{counts[tag]}]"
        else:
            yield child, f"{path}/*[{at}]"


def chosen(alternatives: Element) -> Element | None:
    """Return the one branch of an `mc:AlternateContent` that counts: the first choice, else the fallback."""
    choice = alternatives.find(CHOICE)
    return choice if choice is not None else alternatives.find(FALLBACK)
