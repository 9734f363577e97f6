"""Opening a Word file: a ZIP archive of XML parts, taken as hostile until shown otherwise."""

import io
import lzma
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element

from travaux.errors import SourceError
from travaux.readers.word.names import transitional

MAX_BYTES = 256 * 2**20
"""Largest Word file, in bytes; nearly all of a large one is pictures, which are never unpacked. Range: any."""

MAX_PARTS = 20_000
"""Most parts in an archive; the largest issued document known has some two hundred. Range: any."""

MAX_XML = 48 * 2**20
"""Most bytes of XML that are unpacked of one file, all parts together; a budget of 400 pages has 12 million.
Range: any; above, memory grows by about eight times as much."""

MAX_TAGS = 10**6
"""Most tags in a part; a page has some six hundred. Range: any; above, seconds pass."""

_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_MAIN = "word/document.xml"
_ADVICE = "open it in Word, save it again and give that file"
_FAULTS = {"depth": "is nested too deeply", "HUGE": "holds a word of millions of letters"}
"""What the words of the XML parser's complaint mean; anything else is a fault of the XML."""

_ENTRY = b"PK\x01\x02"
_BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, NotImplementedError,
    RuntimeError, ValueError, KeyError, IndexError,
)  # fmt: skip
"""What the archive modules raise on bytes that are no sound archive."""


class Package:
    """The parts of a Word file, unpacked and parsed as they are asked for."""

    def __init__(self, content: bytes, name: str) -> None:
        """Open an archive.

        Raises:
            SourceError: too large, cut off, locked, or no archive.
        """
        self.name = name
        self.left = MAX_XML
        """Bytes of XML that may still be unpacked."""
        if len(content) > MAX_BYTES:
            size = f"{len(content) / 2**20:.0f} MiB"
            raise SourceError(f"{name} is {size} long; travaux reads Word files up to {MAX_BYTES // 2**20} MiB")
        if content.count(_ENTRY) > MAX_PARTS:
            raise SourceError(f"{name} has more than {MAX_PARTS:,} parts, which no Word file has")
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(content))
            self.members = {info.filename: info for info in self.archive.infolist()}
        except _BROKEN:
            raise SourceError(f"{name} is a damaged Word file: it is cut off or overwritten", _ADVICE) from None
        self.main = next((p for p in self.related("", "officeDocument") if p in self.members), _MAIN)

    def part(self, path: str) -> Element | None:
        """Return the root of an XML part, or None where there is no such part.

        Raises:
            SourceError: damaged, locked, too large, too deeply nested, or with entities of its own.
        """
        info = self.members.get(path)
        if info is None:
            return None
        content = transitional(self._unpacked(info))
        if content.count(b"<") > MAX_TAGS:
            raise SourceError(
                f"{path} in {self.name} has more than {MAX_TAGS:,} tags; travaux reads up to so many", "split it"
            )
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
            raise _entities(path, self.name)
        return self._parsed(content, path)

    def related(self, path: str, kind: str) -> Iterator[str]:
        """Yield the paths of the parts that a part (`""` for the archive itself) names as of a kind: `footnotes` ..."""
        folder, file = posixpath.split(path)
        root = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
        for relation in () if root is None else root.iterfind(_RELATIONS):
            if relation.get("Type", "").rpartition("/")[2] == kind and relation.get("TargetMode") != "External":
                yield posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")

    def only(self, kind: str) -> tuple[str, Element] | None:
        """Return the path and the root of the one part of a kind that the main part names, or None."""
        for path in self.related(self.main, kind):
            root = self.part(path)
            if root is not None:
                return path, root
        return None

    def _unpacked(self, info: zipfile.ZipInfo) -> bytes:
        if info.flag_bits & 0x1:
            raise SourceError(f"{self.name} is locked with a password", "save a copy without it and give that")
        try:
            with self.archive.open(info) as file:
                content = file.read(self.left + 1)
        except _BROKEN:
            raise SourceError(
                f"{self.name} is a damaged Word file: {info.filename} cannot be unpacked", _ADVICE
            ) from None
        if len(content) > self.left:
            raise SourceError(
                f"{self.name} unpacks to more than {MAX_XML // 2**20} MiB of text; travaux reads up to so much",
                "is it a draft?",
            )
        self.left -= len(content)
        return content

    def _parsed(self, content: bytes, path: str) -> Element:
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
            remove_comments=True, remove_pis=True,
        )  # fmt: skip
        try:
            root = etree.fromstring(content, parser)
        except (etree.XMLSyntaxError, ValueError, LookupError) as fault:
            what = next((told for word, told in _FAULTS.items() if word in str(fault)), "is no sound XML")
            raise SourceError(f"{self.name} is a damaged Word file: {path} {what}", _ADVICE) from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise _entities(path, self.name)
        return root


def _entities(path: str, name: str) -> SourceError:
    return SourceError(f"{path} in {name} declares entities of its own, which no Word file does", "do not trust it")
