"""A copy of a Word file: parts that are changed are written anew where they changed, all else byte for byte."""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from xml.parsers import expat

from lxml import etree
from lxml.etree import _Element as Element  # noqa: TC002 - as in every module beside it

from travaux.renderers.word.tags import w

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ENCODING = re.compile(rb"\s*<\?xml[^>]*?encoding=[\"']([^\"']+)")
_CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MAIN = "word/document.xml"
_TYPES = "[Content_Types].xml"
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", w("")[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", _OFFICE.encode()),
)
"""Namespaces of the strict form of the standard, and those of the form that Word writes by default."""


class Part:
    """One XML part, and what of it has changed since it was opened.

    Attributes:
        root: its root; whoever changes the tree changes the part.
    """

    def __init__(self, raw: bytes) -> None:
        self._strict = b"purl.oclc.org" in raw
        for strict, usual in _STRICT if self._strict else ():
            raw = raw.replace(strict, usual)
        self.raw = raw
        """Its bytes when it was opened, in the namespaces that Word writes by default."""
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        self.root: Element = etree.fromstring(raw, parser)
        body = self.root.find(w("body"))
        self._container: Element = self.root if body is None else body
        self._before = {child: etree.tostring(child, encoding="UTF-8", with_tail=False) for child in self._container}
        self._order = list(self._before)

    def written(self) -> bytes:
        """Return the bytes of the part; those of elements that did not change are as they were."""
        now = [(child, etree.tostring(child, encoding="UTF-8", with_tail=False)) for child in self._container]
        if [c for c, _ in now] == self._order and all(self._before[c] == inside for c, inside in now):
            return self._out(self.raw)
        edges = _edges(self.raw, 1 if self._container is self.root else 2)
        if edges is None or len(edges) != len(self._order) + 1:
            return self._out(etree.tostring(self.root, xml_declaration=True, encoding="UTF-8", standalone=True))
        chunks = {child: self.raw[start:end] for child, start, end in zip(self._order, edges, edges[1:], strict=False)}
        told = [f' xmlns{":" + prefix if prefix else ""}="{uri}"'.encode() for prefix, uri in self.root.nsmap.items()]
        parts = [self.raw[: edges[0]]]
        for child, inside in now:
            same = self._before.get(child) == inside
            parts.append(chunks[child] if same else _without_names(inside, told))
        parts.append(self.raw[edges[-1] :])
        return self._out(b"".join(parts))

    def _out(self, content: bytes) -> bytes:
        for strict, usual in _STRICT if self._strict else ():
            content = content.replace(usual, strict)
        return content


class Package:
    """The parts of a Word file."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            self._infos = archive.infolist()
            self._raw = {info.filename: archive.read(info) for info in self._infos if not info.is_dir()}
        self._parts: dict[str, Part] = {}
        self._new: dict[str, bytes] = {}
        self.main = next((path for path in self.related("", "officeDocument") if path in self._raw), _MAIN)

    def part(self, path: str) -> Part:
        """Return an XML part, parsed.

        Raises:
            KeyError: there is no such part.
        """
        if path not in self._parts:
            self._parts[path] = Part(self._raw[path])
        return self._parts[path]

    def raw(self, path: str) -> bytes:
        """Return the bytes of a part as received."""
        return self._raw[path]

    def related(self, path: str, kind: str) -> Iterator[str]:
        """Yield the paths of the parts that are there and that a part names as of a kind: `footnotes` ..."""
        folder, relations = _relations(path)
        if relations not in self._raw:
            return
        for relation in etree.fromstring(self._raw[relations]).iterfind(_RELATION):
            if relation.get("Type", "").rpartition("/")[2] == kind and relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
                if target in self._raw:
                    yield target

    def only(self, kind: str) -> Part | None:
        """Return the one part of a kind that the main part names, or None."""
        path = next(self.related(self.main, kind), None)
        return None if path is None else self.part(path)

    def add(self, kind: str, raw: bytes) -> Part:
        """Add a part of WordprocessingML and let the main part name it."""
        folder, relations = _relations(self.main)
        path = posixpath.join(folder, f"{kind}.xml")
        while path in self._raw:
            path = path.replace(".xml", "1.xml")
        self._raw[path] = raw
        types = self.part(_TYPES).root
        etree.SubElement(types, _OVERRIDE, PartName=f"/{path}", ContentType=f"{_CONTENT}.{kind}+xml")
        if relations not in self._raw:
            self._raw[relations] = b'<Relationships xmlns="' + _RELATION[1:].partition("}")[0].encode() + b'"/>'
            self._new[relations] = b""
        named = self.part(relations).root
        taken = {r.get("Id") for r in named.iterfind(_RELATION)}
        key = next(k for n in range(1, len(taken) + 2) if (k := f"rId{n}") not in taken)
        etree.SubElement(named, _RELATION, Id=key, Type=f"{_OFFICE}/{kind}", Target=posixpath.basename(path))
        self._new[path] = b""
        return self.part(path)

    def written(self) -> bytes:
        """Return the bytes of the file: same order of parts, same dates in the archive."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for info in self._infos:
                copy = zipfile.ZipInfo(info.filename, info.date_time)
                copy.external_attr = info.external_attr
                copy.compress_type = (
                    info.compress_type if info.compress_type == zipfile.ZIP_STORED else zipfile.ZIP_DEFLATED
                )
                archive.writestr(copy, b"" if info.is_dir() else self._content(info.filename))
            for path in self._new:
                copy = zipfile.ZipInfo(path, self._infos[0].date_time)
                copy.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(copy, self._content(path))
        return out.getvalue()

    def _content(self, path: str) -> bytes:
        return self._parts[path].written() if path in self._parts else self._raw[path]


def _relations(path: str) -> tuple[str, str]:
    """The folder of a part, and the path of the part that holds its relations."""
    folder, file = posixpath.split(path)
    return folder, posixpath.join(folder, "_rels", f"{file}.rels")


def _edges(raw: bytes, depth: int) -> list[int] | None:
    """Where each element of a depth begins in a part, and where the last of them ends; None where bytes do not tell."""
    told = _ENCODING.match(raw)
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or (told and told[1].lower() not in (b"utf-8", b"us-ascii")):
        return None
    found: list[int] = []
    reader = expat.ParserCreate()
    level = 0
    closed = False

    def start(_name: str, _attributes: object) -> None:
        nonlocal level
        if level == depth and not closed:
            found.append(reader.CurrentByteIndex)
        level += 1

    def end(_name: str) -> None:
        nonlocal level, closed
        level -= 1
        if level == depth - 1 and not closed and found:
            found.append(reader.CurrentByteIndex)
            closed = True

    reader.StartElementHandler = start
    reader.EndElementHandler = end
    try:
        reader.Parse(raw, True)
    except expat.ExpatError:
        return None
    return found or None


def _without_names(inside: bytes, told: list[bytes]) -> bytes:
    """An element without the namespaces in its first tag that the root has."""
    end = inside.index(b">")
    head, rest = inside[:end], inside[end:]
    for one in told:
        head = head.replace(one, b"", 1)
    return head + rest
