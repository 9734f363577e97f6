"""What format bytes are in: told by the bytes themselves, never by the name of the file."""

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

TEXT = "text"
"""The format of whatever no other format recognises."""

_HEAD = 4096
"""Bytes at the beginning of a page that are looked at for its first tag. Range: any above the longest preface."""

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_PREFACE = re.compile(r"(?:\s|<!--.*?-->|<\?.*?\?>)*", re.DOTALL)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|title|meta|script|style|div|table)\b", re.IGNORECASE)
_WORD_XML = re.compile(r'progid="Word\.Document"|<w:wordDocument|<pkg:package')
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_PACKED = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07")
_OLE = b"\xd0\xcf\x11\xe0"
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"


@dataclass(frozen=True)
class Format:
    """A format that files come in, readable or not.

    Attributes:
        name: `word`, `pdf` ...: the reader's name, where there is one.
        what: with its article, for a sentence.
        suffixes: usual endings, with the dot.
        recognises: whether bytes are of this format.
        advice: what to do with such a file while it cannot be read, one sentence.
        veiled: whether it may be the promised format all the same, locked or cut off.
        office: whether LibreOffice makes a Word file of it.
    """

    name: str
    what: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    advice: str = "save the draft as plain text"
    office: bool = False
    veiled: bool = False


def format_of(content: bytes) -> Format:
    """Return the format of bytes: the first of `FORMATS` that recognises them, plain text if none does."""
    return next(found for found in FORMATS if found.recognises(content))


def format_named(name: str) -> Format | None:
    """Return the format that the ending of a file's name promises, or None where it promises none."""
    suffix = PurePath(name).suffix.lower()
    return next((found for found in FORMATS if suffix in found.suffixes), None)


def is_word(content: bytes) -> bool:
    """Whether bytes are a Word file (.docx), sound or cut off: one of its parts is the text of a document."""
    return _has_member(content, rb"word/document[0-9]*\.xml")


def is_page(content: bytes) -> bool:
    """Whether bytes are a web page."""
    head = _head(content)
    return _PAGE.match(head, _after_preface(head)) is not None


def _head(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[:_HEAD].decode(encoding, "ignore")
    return content[:_HEAD].decode("latin-1")


def _after_preface(head: str) -> int:
    match = _PREFACE.match(head)
    return match.end() if match else 0


def _is_xml(content: bytes) -> bool:
    return _head(content).lstrip().startswith("<?xml")


def _is_word_xml(content: bytes) -> bool:
    return _is_xml(content) and _WORD_XML.search(_head(content)) is not None


def _is_flat_open_document(content: bytes) -> bool:
    return _is_xml(content) and "<office:document" in _head(content)


def _starts(*magics: bytes) -> Callable[[bytes], bool]:
    return lambda content: content.startswith(magics)


def _zipped(pattern: bytes) -> Callable[[bytes], bool]:
    return lambda content: _has_member(content, pattern)


def _has_member(content: bytes, pattern: bytes) -> bool:
    """Whether a part of a ZIP archive is called so.

    Names are looked for in its directory; where the archive is cut off before its end, at the head of each part too.
    """
    if not content.startswith(b"PK\x03\x04"):
        return False
    heads = rb"PK\x01\x02.{42}" if b"PK\x05\x06" in content else rb"PK(?:\x01\x02.{42}|\x03\x04.{26})"
    return re.search(heads + pattern, content, re.DOTALL) is not None


def _is_cut_off(content: bytes) -> bool:
    return content.startswith(b"PK\x03\x04") and b"PK\x05\x06" not in content


def _is_open_document(content: bytes) -> bool:
    return content.startswith(b"PK\x03\x04") and _ODT in content[:200]


def _ole(*streams: str) -> Callable[[bytes], bool]:
    names = [stream.encode("utf-16-le") for stream in streams]
    return lambda content: content.startswith(_OLE) and any(name in content for name in names)


FORMATS: tuple[Format, ...] = (
    Format("word", "a Word file", (".docx", ".docm", ".dotx", ".dotm"), is_word),
    Format("odt", "an OpenDocument text", (".odt", ".ott"), _is_open_document, office=True),
    Format("spreadsheet", "a spreadsheet", (".xlsx", ".ods"), _zipped(rb"xl/workbook|content\.xml")),
    Format("presentation", "a presentation", (".pptx",), _zipped(rb"ppt/presentation")),
    Format("empty zip", "an empty zip file", (), _starts(b"PK\x05\x06"), "is it the right file?"),
    Format("cut zip", "a piece of a zipped file", (), _is_cut_off, "the rest is missing: get it again", veiled=True),
    Format("zip", "a zipped file", (".zip",), _starts(b"PK\x03\x04"), "unpack it and name a file in it"),
    Format(
        "locked",
        "a Word or other Office file locked with a password",
        (),
        _ole("EncryptedPackage"),
        "save a copy without the password and give that",
        veiled=True,
    ),
    Format("doc", "an old Word file (.doc)", (".doc", ".dot"), _ole("WordDocument"), office=True),
    Format("office", "an old Office file", (".xls", ".ppt", ".msg"), _starts(_OLE)),
    Format("pdf", "a PDF file", (".pdf",), lambda content: b"%PDF-" in content[:1024]),
    Format("rtf", "a Rich Text file", (".rtf",), _starts(b"{\\rtf"), office=True),
    Format("wordperfect", "a WordPerfect file", (".wpd", ".wp", ".wp5", ".wp6"), _starts(b"\xffWPC"), office=True),
    Format("picture", "a picture", (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff"), _starts(*_PICTURES)),
    Format("packed", "a compressed file", (".gz", ".bz2", ".xz", ".7z", ".rar"), _starts(*_PACKED), "unpack it"),
    Format("word xml", "a Word file saved as XML", (), _is_word_xml, office=True),
    Format("flat odt", "an OpenDocument text", (".fodt",), _is_flat_open_document, office=True),
    Format("html", "a web page", (".html", ".htm", ".xhtml"), is_page),
    Format(
        "web archive",
        "a web archive",
        (".mht", ".mhtml"),
        lambda content: content[:13].lower() == b"mime-version:" and b"multipart/related" in content[:_HEAD].lower(),
        "open it in a browser and save it as a web page (.html)",
    ),
    Format("xml", "an XML file", (".xml",), _is_xml),
    Format(TEXT, "plain text", (".txt", ".md", ".markdown", ".text"), lambda _content: True),
)
"""Every format that is told apart, in the order in which it is asked."""
