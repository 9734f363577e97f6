"""From the bytes of a web page to its elements: the encoding told by the page, limits on its size and depth."""

import codecs
import re

from lxml import etree
from lxml.etree import _Element as Element

from travaux.errors import SourceError
from travaux.model.document import Notice
from travaux.readers.decoding import decode

MAX_TAGS = 250_000
"""Most tags; the longest resolution known has some 950 paragraphs, which word processors write with ten tags each.
Range: any; time and memory grow."""

MAX_DEPTH = 250
"""Most elements within each other; the parser goes no deeper than 255. Range 100-250; pages have 10 to 40."""

_HEAD = 4096
_META = re.compile(rb"""<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_XML = re.compile(rb"""\A\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]+)""")
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_KNOWN = re.compile(r"cp\d|iso8859|koi8|mac|gb|big5|euc|shift_jis|iso2022|tis")
"""Encodings that pages may name, as Python names them; what names Unicode is tried as any text is."""

_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_AS_BROWSERS_DO = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
}
"""What browsers read where a page names the other: Windows-1252 has the curly quotes that pages then have."""


def root_of(content: bytes, name: str) -> tuple[Element, tuple[Notice, ...]]:
    """Return the root of a page, and a notice where its encoding had to be guessed.

    Raises:
        SourceError: too large, too deep, binary, without elements.
    """
    text, notices = _decoded(content, name)
    if text.count("<") > MAX_TAGS:
        raise SourceError(f"{name} has more than {MAX_TAGS:,} tags", "split it, or save it as plain text")
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    clean = _NOT_TEXT.sub("", text.replace("\f", "\n"))
    try:
        root = etree.fromstring(clean.encode("utf-8"), parser)
    except etree.LxmlError:
        root = None
    if root is None:
        raise SourceError(f"{name} is a damaged web page", "open it in a browser and save it again")
    _refuse_depth(root, name)
    return root, notices


def _refuse_depth(root: Element, name: str) -> None:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MAX_DEPTH:
            raise SourceError(f"{name} is nested too deeply", "open it in a browser and save it as plain text")


def _decoded(content: bytes, name: str) -> tuple[str, tuple[Notice, ...]]:
    """The text of a page in the encoding that it names, if it names one that fits; else as any text is decoded."""
    head = content[:_HEAD]
    named = _XML.search(head) or _META.search(head)
    if named is not None and not content.startswith(_MARKS) and b"\0" not in head:
        wanted = named[1].decode("ascii", "ignore").lower()
        wanted = _AS_BROWSERS_DO.get(wanted, wanted)
        try:
            if _KNOWN.match(codecs.lookup(wanted).name):
                plain = decode(content.decode(wanted).encode("utf-8"), name)
                return plain[0], ()
        except (LookupError, UnicodeDecodeError, ValueError):
            pass
    return decode(content, name)
