"""Rules of WordprocessingML (ISO 29500-1) that a file with tracked changes must keep, or Word refuses or mends it.

`faults(content)` names every rule that a file breaks; none for a sound file.
"""

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from wordfiles import W

Element = etree._Element

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def _names(words: str) -> list[str]:
    return words.split()


P_PR = _names(
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
R_PR = _names(
    "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
    "vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange"
)
NUM_PR = _names("ilvl numId numberingChange ins")
R, P = ("rPr",), ("pPr",)
"""What comes first in a run and in a paragraph."""

RUN_LEVEL = ("ins", "del", "moveFrom", "moveTo")
CHANGES = (
    *RUN_LEVEL,
    *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange", "tblGridChange"),
    *("numberingChange", "cellIns", "cellDel", "cellMerge", "moveFromRangeStart", "moveToRangeStart"),
)
_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ?")
_STORIES = re.compile(r"word/(?:document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml")


def faults(content: bytes) -> list[str]:
    """Return a line for each rule that a Word file breaks."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        parts = {name: archive.read(name) for name in names}
    found = [f"{name} stands twice in the archive" for name, count in Counter(names).items() if count > 1]
    roots: dict[str, Element] = {}
    for name, inside in parts.items():
        if name.endswith((".xml", ".rels")):
            try:
                roots[name] = etree.fromstring(inside)
            except etree.XMLSyntaxError as fault:
                found.append(f"{name} is no sound XML: {fault}")
    stories = {name: root for name, root in roots.items() if _STORIES.fullmatch(name)}
    found += [*_package(parts, roots), *_ids(stories), *_notes(roots)]
    for name, root in stories.items():
        rules = (_nesting, _texts, _order, _pairs, _cells)
        found += [f"{name}: {fault}" for rule in rules for fault in rule(root)]
        found += [f"{name}: {fault}" for fault in _links(name, root, roots)]
    return found


def _package(parts: Mapping[str, bytes], roots: Mapping[str, Element]) -> Iterator[str]:
    types = roots.get("[Content_Types].xml")
    if types is None:
        yield "there is no [Content_Types].xml"
        return
    endings = {e.get("Extension", "").lower() for e in types.iterfind(f"{_TYPES}Default")}
    listed = [e.get("PartName", "").lstrip("/") for e in types.iterfind(f"{_TYPES}Override")]
    yield from (f"{name} has two content types" for name, count in Counter(listed).items() if count > 1)
    yield from (f"content type of {name}, which is not there" for name in listed if name not in parts)
    for name in parts:
        if name not in listed and name.rpartition(".")[2].lower() not in endings and name != "[Content_Types].xml":
            yield f"{name} has no content type"
    for name, root in roots.items():
        if not name.endswith(".rels"):
            continue
        home = posixpath.dirname(posixpath.dirname(name))
        relations = list(root.iterfind(_RELATION))
        counted = Counter(r.get("Id") for r in relations)
        yield from (f"{name}: the relation {key} stands twice" for key, count in counted.items() if count > 1)
        for relation in relations:
            target = relation.get("Target", "")
            path = posixpath.normpath(posixpath.join("/", home, target)).lstrip("/")
            if relation.get("TargetMode") != "External" and not target.startswith("#") and path not in parts:
                yield f"{name}: {target} is not there"


def _links(name: str, root: Element, roots: Mapping[str, Element]) -> Iterator[str]:
    folder, file = posixpath.split(name)
    relations = roots.get(f"{folder}/_rels/{file}.rels")
    known = set() if relations is None else {r.get("Id") for r in relations.iterfind(_RELATION)}
    for element in root.iter(etree.Element):
        for key, value in element.attrib.items():
            if str(key).startswith(_OFFICE) and value and value not in known:
                yield f"{_name(element)} names the relation {value!r}, which is not there"


def _ids(stories: Mapping[str, Element]) -> Iterator[str]:
    counted: Counter[str] = Counter()
    for name, root in stories.items():
        for element in root.iter(*map(_w, CHANGES)):
            key = element.get(_w("id"), "")
            counted[key] += 1
            if not key.lstrip("-").isdecimal():
                yield f"{name}: {_name(element)} has the id {key!r}"
            if not element.get(_w("author")):
                yield f"{name}: {_name(element)} {key} has no author"
            date = element.get(_w("date"))
            if date is not None and not _DATE.fullmatch(date):
                yield f"{name}: {_name(element)} {key} has the date {date!r}"
    yield from (f"the id {key} stands on {count} tracked changes" for key, count in counted.items() if count > 1)


def _nesting(root: Element) -> Iterator[str]:
    for element in root.iter(*map(_w, RUN_LEVEL)):
        around = [_name(a) for a in element.iterancestors() if _name(a) in RUN_LEVEL]
        if around and not _marks(element):
            yield f"{_name(element)} {element.get(_w('id'))} stands in {around[0]}"
        if any(_name(child) in ("p", "tbl", "pPr") for child in element):
            yield f"{_name(element)} {element.get(_w('id'))} holds a {_name(element[0])}"
        if _marks(element) and len(element):
            yield f"{_name(element)} {element.get(_w('id'))} marks a paragraph or row and is not empty"
        if not _marks(element) and not len(element):
            yield f"{_name(element)} {element.get(_w('id'))} is empty"


def _marks(element: Element) -> bool:
    """Whether a change marks the end of a paragraph, a row or a number, not runs."""
    parent = element.getparent()
    return parent is not None and _name(parent) in ("rPr", "trPr", "numPr")


def _texts(root: Element) -> Iterator[str]:
    for element in root.iter(_w("t"), _w("delText"), _w("instrText"), _w("delInstrText")):
        deleted = any(_name(a) == "del" for a in element.iterancestors())
        if deleted != _name(element).startswith("del"):
            yield f"{_name(element)} {element.text!r} stands {'in' if deleted else 'outside'} del"
        text = element.text or ""
        kept = element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
        if text != text.strip(" \t\r\n") and not kept and "nstr" not in _name(element):
            yield f"{text!r} does not keep its spaces"


def _order(root: Element) -> Iterator[str]:
    for kind, order in (("pPr", P_PR), ("rPr", R_PR), ("numPr", NUM_PR), ("r", R), ("p", P)):
        for element in root.iter(_w(kind)):
            names = [_name(child) for child in element if str(child.tag).startswith(f"{{{W}}}")]
            places = [order.index(n) if n in order else len(order) for n in names]
            known = [(n, at) for n, at in zip(names, places, strict=True) if at < len(order)]
            if places != sorted(places) or len({n for n, _ in known}) < len(known):
                yield f"{kind} holds {' '.join(names)}"


def _pairs(root: Element) -> Iterator[str]:
    for kind in ("bookmark", "commentRange", "moveFromRange", "moveToRange", "permStart"):
        starts = [e.get(_w("id"), "") for e in root.iter(_w(f"{kind}Start"))]
        ends = [e.get(_w("id"), "") for e in root.iter(_w(f"{kind}End"))]
        if sorted(starts) != sorted(ends):
            yield f"{kind}s begin as {starts} and end as {ends}"
    names = [Counter(e.get(_w("name")) for e in root.iter(_w(f"move{side}RangeStart"))) for side in ("From", "To")]
    if names[0] != names[1] or any(count > 1 for count in names[0].values()):
        yield f"moves from {dict(names[0])} and to {dict(names[1])}"
    yield from _ranges(root)


def _ranges(root: Element) -> Iterator[str]:
    """Whether runs that moved stand in a range of their side."""
    for side in ("From", "To"):
        inside = 0
        for element in root.iter(*map(_w, (f"move{side}RangeStart", f"move{side}RangeEnd", f"move{side}"))):
            name = _name(element)
            inside += name.endswith("RangeStart")
            inside -= name.endswith("RangeEnd")
            if name == f"move{side}" and not _marks(element) and inside != 1:
                yield f"move{side} {element.get(_w('id'))} stands in {inside} ranges"


def _cells(root: Element) -> Iterator[str]:
    for cell in root.iter(_w("tc")):
        if not len(cell) or _name(cell[-1]) not in ("p", "sdt"):
            yield f"a cell ends in {_name(cell[-1]) if len(cell) else 'nothing'}"


def _notes(roots: Mapping[str, Element]) -> Iterator[str]:
    document = roots.get("word/document.xml")
    for kind in ("footnote", "endnote"):
        root = roots.get(f"word/{kind}s.xml")
        ids = [] if root is None else [e.get(_w("id"), "") for e in root.iterfind(_w(kind))]
        special = [] if root is None else [e.get(_w("id"), "") for e in root.iterfind(_w(kind)) if e.get(_w("type"))]
        yield from (f"{kind} {key} stands twice" for key, count in Counter(ids).items() if count > 1)
        references = [] if document is None else [e.get(_w("id"), "") for e in document.iter(_w(f"{kind}Reference"))]
        for key, count in Counter(references).items():
            if key not in ids or key in special:
                yield f"{kind} {key} is referred to and is not there"
            if count > 1:
                yield f"{kind} {key} is referred to {count} times"


def new_faults(old: bytes, new: bytes) -> Sequence[str]:
    """Return the faults of a file that the file it was made from does not have."""
    return list((Counter(faults(new)) - Counter(faults(old))).elements())


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _w(name: str) -> str:
    return f"{{{W}}}{name}"
