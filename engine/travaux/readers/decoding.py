"""From bytes to text: byte order marks, UTF-8, and a library's guess for the rest."""

import codecs

from travaux.errors import SourceError
from travaux.model.document import Notice

MAX_BYTES = 48 * 2**20
"""Largest source, in bytes; the longest resolution known has about one million. Range: any; above, memory grows."""

DAMAGED = 4
"""Characters beyond ASCII for each fault, in a text that is UTF-8 with a few broken bytes. Range: 2 to 20; in 589 texts
in Windows-1252 or Mac Roman there are at most 6 valid ones for a hundred faults."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(content: bytes, name: str) -> tuple[str, tuple[Notice, ...]]:
    """Return the text of `content`, and a notice where the encoding had to be guessed.

    Raises:
        SourceError: empty, too large or binary.
    """
    _refuse_sizes(content, name)
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            try:
                return _not_blank(content.decode(encoding), name), ()
            except UnicodeDecodeError:
                break
    if b"\x00" in content:
        return _wide(content, name)
    try:
        return _not_blank(content.decode("utf-8"), name), ()
    except UnicodeDecodeError as fault:
        said = f"{name} is not valid UTF-8 (first fault at byte {fault.start})"
    text, guess = content.decode("utf-8", errors="replace"), "utf-8"
    if not _is_damaged_utf_8(text):
        guess = _guessed(content)
        text = content.decode(guess, errors="replace") if guess else ""
    if not text or _is_noise(text):
        raise SourceError(f"{name} is not text", "give a text file of the draft")
    return _not_blank(text, name), (Notice(code="encoding", message=f"{said}; it was read as {guess}."),)


def _refuse_sizes(content: bytes, name: str) -> None:
    if not content:
        raise SourceError(f"{name} is empty")
    if len(content) > MAX_BYTES:
        size = f"{len(content) / 2**20:.0f} MiB"
        raise SourceError(f"{name} is {size} long; travaux reads texts of up to {MAX_BYTES // 2**20} MiB", "split it")


def _not_blank(text: str, name: str) -> str:
    if not text.strip():
        raise SourceError(f"{name} holds nothing but blanks")
    return text


def _wide(content: bytes, name: str) -> tuple[str, tuple[Notice, ...]]:
    """A text with zero bytes: UTF-16 or UTF-32 without a byte order mark, or none."""
    encoding = _guessed(content)
    text = content.decode(encoding, errors="replace") if encoding.startswith(("utf-16", "utf-32")) else ""
    if not text or "\0" in text or _is_noise(text):
        raise SourceError(f"{name} is not text: it holds zero bytes", "give a text file of the draft")
    said = f"{name} has no byte order mark; it was read as {encoding}."
    return _not_blank(text, name), (Notice(code="encoding", message=said),)


def _guessed(content: bytes) -> str:
    """The encoding that the library finds likeliest; empty for what is no text.

    A subset is told by its superset, which decodes what comes later too: Windows-1252 for ISO 8859-1.
    """
    import chardet  # loaded only for the rare file that is not UTF-8  # noqa: PLC0415

    return chardet.detect(content, prefer_superset=True, compat_names=False)["encoding"] or ""


def _is_damaged_utf_8(text: str) -> bool:
    """Whether most of what is beyond ASCII was valid UTF-8: in another encoding that is a rare chance."""
    beyond = sum(character > "\x7f" for character in text)
    return beyond > DAMAGED * text.count("\ufffd")


def _is_noise(text: str) -> bool:
    head = text[:20_000]
    return sum(not (c.isprintable() or c.isspace()) for c in head) * 10 > len(head)
