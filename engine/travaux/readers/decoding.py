"""From bytes to text: byte order marks, UTF-8, and a library's guess for the rest."""

import codecs

from travaux.errors import SourceError
from travaux.model.document import Notice

MAX_BYTES = 48 * 2**20
"""Largest source, in bytes; the longest resolution known has about one million. Range: any; above, memory grows."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FOREIGN = (
    (b"PK\x03\x04", "a Word or other zipped file"),
    (b"PK\x05\x06", "an empty zip file"),
    (b"%PDF", "a PDF file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file (.doc)"),
    (b"\xffWPC", "a WordPerfect file"),
    (b"{\\rtf", "a Rich Text file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
_HTML = (b"<!doctype html", b"<html", b"<?xml", b"<head", b"<body")


def decode(content: bytes, name: str) -> tuple[str, tuple[Notice, ...]]:
    """Return the text of `content`, and a notice where the encoding had to be guessed.

    Raises:
        SourceError: empty, too large, binary, or of a format that is not text.
    """
    _refuse_what_is_not_text(content, name)
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return _not_blank(content.decode(encoding), name), ()
            except UnicodeDecodeError:
                break
    if b"\x00" in content:
        raise SourceError(f"{name} is not text: it holds zero bytes", "give a text file of the draft")
    try:
        return _not_blank(content.decode("utf-8"), name), ()
    except UnicodeDecodeError as fault:
        return _guess(content, name, fault.start)


def _refuse_what_is_not_text(content: bytes, name: str) -> None:
    if not content:
        raise SourceError(f"{name} is empty")
    if len(content) > MAX_BYTES:
        size = f"{len(content) / 2**20:.0f} MiB"
        raise SourceError(f"{name} is {size} long; travaux reads up to {MAX_BYTES // 2**20} MiB", "split it")
    start = content[:512].lstrip()
    for magic, what in _FOREIGN:
        if start.startswith(magic):
            raise SourceError(
                f"{name} is {what}; this version reads plain text and Markdown", "save the draft as plain text"
            )
    if start[:16].lower().startswith(_HTML):
        raise SourceError(
            f"{name} is a web page or XML; this version reads plain text and Markdown", "save the draft as plain text"
        )


def _not_blank(text: str, name: str) -> str:
    if not text.strip():
        raise SourceError(f"{name} holds nothing but blanks")
    return text


def _guess(content: bytes, name: str, offset: int) -> tuple[str, tuple[Notice, ...]]:
    from charset_normalizer import from_bytes  # loaded only for the rare file that is not UTF-8  # noqa: PLC0415

    best = from_bytes(content[: 2**20]).best()
    encoding = best.encoding if best is not None else "cp1252"
    try:
        text = content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        encoding = "utf-8"
        text = content.decode("utf-8", errors="replace")
    if sum(not (c.isprintable() or c.isspace()) for c in text[:20_000]) * 10 > len(text[:20_000]):
        raise SourceError(f"{name} is not text", "give a text file of the draft")
    said = f"{name} is not valid UTF-8 (first fault at byte {offset}); it was read as {encoding}."
    return _not_blank(text, name), (Notice(code="encoding", message=said),)
