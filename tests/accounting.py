"""Law 8: every letter and digit of a source's blocks is in a paragraph, a label, a note, metadata or a notice."""

import unicodedata
from collections import Counter
from collections.abc import Iterator

from travaux.model.document import Document, Resolution, Source

_SUPER = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def letters(text: str) -> Counter[str]:
    """Letters and digits of a text, Unicode form and superscripts folded."""
    return Counter(c for c in unicodedata.normalize("NFC", text.translate(_SUPER)) if c.isalnum())


def of_source(source: Source) -> Counter[str]:
    """What came in."""
    total: Counter[str] = Counter()
    for block in source.blocks:
        total += letters(block.text) + letters(block.label or "")
        for mark in block.marks:
            total += letters(mark.number or "")
    for note in source.notes:
        total += letters(note.number) + letters(note.text)
    for told in (*(item.text for item in source.metadata), *(notice.text for notice in source.notices)):
        total += letters(told)
    return total


def of_document(document: Document) -> Counter[str]:
    """What was made of it; a title that a draft inherits from its wrapper counts once."""
    total: Counter[str] = Counter()
    for text in _texts(document):
        total += letters(text)
    return total


def _texts(document: Document) -> Iterator[str]:
    for resolution in document.resolutions:
        yield from _of(resolution, inherited=frozenset())
    for paragraph in document.outside:
        yield from (paragraph.label or "", paragraph.text)
        yield from (m.number or "" for m in paragraph.marks)
    yield from (item.text for item in document.metadata)
    yield from (notice.text for notice in document.notices)


def _of(resolution: Resolution, inherited: frozenset[tuple[str, int | None]]) -> Iterator[str]:
    for p in resolution.paragraphs:
        if p.part == "title" and (p.text, p.place.line) in inherited:
            continue
        yield from (p.label or "", p.text)
        yield from (m.number or "" for m in p.marks)
    for note in resolution.notes:
        yield from (note.number, note.text)
    yield from (item.text for item in resolution.metadata)
    yield from (notice.text for notice in resolution.notices)
    titles = frozenset((p.text, p.place.line) for p in resolution.paragraphs if p.part == "title")
    for draft in resolution.transmits:
        yield from _of(draft, titles)
