"""Tracked changes that a file already holds: all accepted, or all rejected, before a redline is made on it."""

from collections.abc import Mapping

from lxml.etree import _Element as Element

from travaux.renderers.word.tags import (
    DEL,
    DELETED,
    INS,
    MOVE_FROM,
    MOVE_TO,
    P_PR,
    R_PR,
    TBL,
    TC,
    TR,
    P,
    own_paragraphs,
    w,
)  # fmt: skip

_HOLDS_CHANGES = (b":ins ", b":del ", b":moveFrom", b":moveTo", b"Change ", b":cellIns", b":cellDel", b":cellMerge")
_RUN_LEVEL = (INS, DEL, MOVE_FROM, MOVE_TO)
_PROPERTIES = tuple(w(f"{kind}Change") for kind in ("rPr", "pPr", "tblPr", "trPr", "tcPr", "sectPr", "tblPrEx"))
_RANGES = tuple(
    w(f"{kind}{edge}")
    for kind in ("moveFromRange", "moveToRange", "customXmlInsRange", "customXmlDelRange", "customXmlMoveFromRange",
                 "customXmlMoveToRange")
    for edge in ("Start", "End")
)  # fmt: skip
_ANCHORS = tuple(w(f"{kind}{edge}") for kind in ("bookmark", "commentRange", "perm") for edge in ("Start", "End"))
"""What may stand within deleted words and belongs to a range that goes on behind them."""

_UNDELETED = {deleted: plain for plain, deleted in DELETED.items()}
_KEPT_IN_P_PR = (R_PR, w("sectPr"))


def holds_changes(raw: bytes) -> bool:
    """Whether a part may hold tracked changes."""
    return any(sign in raw for sign in _HOLDS_CHANGES)


def settle(root: Element, *, original: bool) -> Mapping[Element, Element]:
    """Accept all tracked changes of a part, or with `original` reject them.

    Returns:
        What became of paragraphs that went into another one, since their ends do not stand.
    """
    gone, stands = ((INS, MOVE_TO), (DEL, MOVE_FROM)) if original else ((DEL, MOVE_FROM), (INS, MOVE_TO))
    _rows(root, gone)
    _cells(root, w("cellIns") if original else w("cellDel"))
    open_ends = [p for p in root.iter(P) if any(p.find(f"{P_PR}/{R_PR}/{tag}") is not None for tag in gone)]
    for element in [e for e in root.iter(*gone) if not _is_sign(e)]:
        _lift(element, list(element.iter(*_ANCHORS)))
    for element in [e for e in root.iter(*stands) if not _is_sign(e)]:
        _lift(element, list(element))
    _signs(root, gone=gone, original=original)
    for change in list(root.iter(*_PROPERTIES)):
        _settle_properties(change, original=original)
    if original:
        for deleted, plain in _UNDELETED.items():
            for element in root.iter(deleted):
                element.tag = plain
    for element in list(
        root.iter(*_RANGES, w("numberingChange"), w("tblGridChange"), w("cellMerge"), w("cellIns"), w("cellDel"))
    ):
        _remove(element)
    return _joined(open_ends)


def _is_sign(element: Element) -> bool:
    """Whether a change marks the end of a paragraph, a row or a number instead of holding runs."""
    parent = element.getparent()
    return parent is not None and parent.tag in (R_PR, w("trPr"), w("numPr"))


def _rows(root: Element, gone: tuple[str, ...]) -> None:
    for row in list(root.iter(TR)):
        if any(row.find(f"{w('trPr')}/{tag}") is not None for tag in gone):
            table = row.getparent()
            _remove(row)
            if table is not None and table.tag == TBL and table.find(f".//{TR}") is None:
                _remove(table)


def _cells(root: Element, gone: str) -> None:
    for sign in list(root.iter(gone)):
        cell = next((a for a in sign.iterancestors() if a.tag == TC), None)
        if cell is not None:
            _remove(cell)


def _signs(root: Element, *, gone: tuple[str, ...], original: bool) -> None:
    for sign in [e for e in root.iter(*_RUN_LEVEL) if _is_sign(e)]:
        parent = sign.getparent()
        if parent is None:
            continue
        if parent.tag == w("numPr") and original and sign.tag in gone:
            _remove(parent)
            continue
        _remove(sign)
        if not len(parent):
            _remove(parent)


def _settle_properties(change: Element, *, original: bool) -> None:
    properties = change.getparent()
    if properties is None:
        return
    _remove(change)
    before = change[0] if len(change) else None
    if not original or before is None:
        return
    kept = [child for child in properties if properties.tag == P_PR and child.tag in _KEPT_IN_P_PR]
    properties[:] = [*(child for child in before if child.tag not in _KEPT_IN_P_PR or not kept), *kept]


def _joined(open_ends: list[Element]) -> dict[Element, Element]:
    """Put the content of each paragraph without an end before that of the next one."""
    became: dict[Element, Element] = {}
    for paragraph in open_ends:
        parent = paragraph.getparent()
        if parent is None:
            continue
        following = paragraph.getnext()
        if following is None or following.tag != P:
            holder = parent if parent.tag == TC else None
            bare = all(child.tag == P_PR or child.tag in _ANCHORS for child in paragraph)
            if bare and holder is None and paragraph.find(f"{P_PR}/{w('sectPr')}") is None:
                _lift(paragraph, [child for child in paragraph if child.tag in _ANCHORS])
            elif bare and holder is not None and len(list(own_paragraphs(holder))) > 1 and holder[-1] is not paragraph:
                _remove(paragraph)
            continue
        start = 1 if following.find(P_PR) is not None else 0
        following[start:start] = [child for child in paragraph if child.tag != P_PR]
        _remove(paragraph)
        became[paragraph] = following
    return became


def _lift(element: Element, inside: list[Element]) -> None:
    """Put what is inside of an element in its place."""
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    parent[at : at + 1] = inside


def _remove(element: Element) -> None:
    """Take an element out, and the content control that held nothing else."""
    parent = element.getparent()
    if parent is None:
        return
    parent.remove(element)
    if parent.tag == w("sdtContent") and not len(parent) and (control := parent.getparent()) is not None:
        _remove(control)
