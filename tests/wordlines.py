"""Word files with tracked changes as lines that a person can read; the other way round than `wordfiles`.

    2.→Urges [-all -]States;[^1] ¶+      deleted and inserted words, a note by its id, the inserted end of a paragraph

Moved away `[< <]`, moved to here `{> >}`; a row of a table between bars, an inserted one `+|`, a deleted one `-|`.
"""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from wordfiles import W

_WRAP = {"ins": ("{+", "+}"), "del": ("[-", "-]"), "moveTo": ("{>", ">}"), "moveFrom": ("[<", "<]")}
_END = {"ins": "¶+", "del": "¶-", "moveTo": "¶>", "moveFrom": "¶<"}
_FIXED = {"tab": "→", "br": "⏎", "noBreakHyphen": "\u2011", "sym": "□", "drawing": "▣", "pict": "▣"}


def lines(content: bytes, path: str = "word/document.xml") -> list[str]:
    """A line for each paragraph of a part of a Word file and for each row of a table."""
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read(path))
    body = root.find(_w("body"))
    return list(_lines(root if body is None else body))


def _lines(parent: etree._Element) -> Iterator[str]:
    for child in parent:
        name = _name(child)
        if name == "p":
            yield _paragraph(child)
        elif name == "tr":
            sign = next(
                (s for s, tag in (("+", "ins"), ("-", "del")) if child.find(f"{_w('trPr')}/{_w(tag)}") is not None), ""
            )
            cells = [" && ".join(_lines(cell)) for cell in child.iterfind(_w("tc"))]
            yield f"{sign}| {' | '.join(cells)} |"
        elif name != "sectPr":
            yield from _lines(child)


def _paragraph(paragraph: etree._Element) -> str:
    marks = paragraph.find(f"{_w('pPr')}/{_w('rPr')}")
    end = "" if marks is None else "".join(_END[_name(m)] for m in marks if _name(m) in _END)
    words = "".join(_words(paragraph))
    for one, other in _WRAP.values():
        words = words.replace(f"{other}{one}", "")
    return f"{words} {end}".strip(" ") if end else words


def _words(parent: etree._Element) -> Iterator[str]:
    for child in parent:
        name = _name(child)
        if name in ("t", "delText"):
            yield child.text or ""
        elif name in _FIXED:
            yield _FIXED[name]
        elif name in ("footnoteReference", "endnoteReference"):
            yield f"[^{child.get(_w('id'))}]"
        elif name in _WRAP:
            yield _WRAP[name][0]
            yield from _words(child)
            yield _WRAP[name][1]
        elif name not in ("pPr", "rPr", "instrText", "delInstrText"):
            yield from _words(child)


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _w(name: str) -> str:
    return f"{{{W}}}{name}"
