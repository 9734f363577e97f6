"""Files as git hands them to a diff driver: two versions of one path, or one to be written plainly."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from travaux import pipeline
from travaux.errors import ChoiceError, SourceError
from travaux.model.document import Document, Note, Paragraph, Resolution
from travaux.pipeline.files import content_of
from travaux.renderers.wording.harmless import harmless, one_line, tabbed

NOWHERE = os.devnull
"""Stands for a version that is not there: the file is new, or was deleted."""
LINEWISE = ("text", "markdown")
"""Formats that are lines of text themselves."""
LEAST, MOST = 7, 9
"""Arguments that git gives: path, and file, hash and mode of both versions; for a renamed file the new path and what
git says of it too. For an unmerged path it gives the path alone."""


@dataclass(frozen=True)
class Pair:
    """Two versions of a path.

    Attributes:
        old: name of the old version, for a reader.
        new: name of the new one.
        old_file: where its bytes are.
        new_file: likewise.
        old_mode: its mode, as git writes it (`100644`); `.` where there is no such version.
        new_mode: likewise.
        said: what git says of a renamed path, lines of its own header; empty for none.
    """

    old: str
    new: str
    old_file: str
    new_file: str
    old_mode: str = "100644"
    new_mode: str = "100644"
    said: str = ""


def pair(arguments: Sequence[str]) -> Pair | None:
    """Return what git hands over; None for a path that is not merged yet.

    Raises:
        ChoiceError: these are not the arguments of a diff driver.
    """
    if len(arguments) == 1:
        return None
    if not LEAST <= len(arguments) <= MOST:
        raise ChoiceError(
            f"git gives a diff driver {LEAST} words, not {len(arguments)}", "travaux diff OLD NEW compares two files"
        )
    path, old_file, _, old_mode, new_file, _, new_mode, *renamed = arguments
    new, said = (*renamed, "", "")[:2]
    return Pair(path, new or path, old_file, new_file, old_mode, new_mode, said)


@dataclass(frozen=True)
class Version:
    """What one version says.

    Attributes:
        text: as one text: its resolution, or all that it holds; an empty text where there is no such version.
        lines: whether it is a plain text without a resolution: lines that git shows better than we do.
        empty: whether nothing stands in it, or there is no such version.
    """

    text: Resolution
    lines: bool = False
    empty: bool = False


def version(name: str, file: str) -> Version:
    """Return what a version says.

    Raises:
        SourceError: it is nothing that travaux reads.
    """
    content = b"" if file == NOWHERE else content_of(file)
    if not content.strip():
        return Version(Resolution(kind="text"), empty=True)
    document = pipeline.parse(pipeline.read(name, content))
    try:
        return Version(document.choose(), lines=_is_lines(document))
    except ChoiceError:
        return Version(whole(document))


def _is_lines(document: Document) -> bool:
    """Whether a document is a plain text in which no resolution stands."""
    return not document.resolutions and document.origin is not None and document.origin.format in LINEWISE


def whole(document: Document) -> Resolution:
    """Return all paragraphs and notes of a document as one text, each under the number of its resolution."""
    paragraphs: list[Paragraph] = list(document.outside)
    notes: list[Note] = []
    for place, (resolution, name) in enumerate(zip(document.resolutions, document.names(), strict=True), 1):
        for number, part in enumerate((resolution, *resolution.transmits)):
            key = f"r{place}.d{number}" if number else f"r{place}"
            paragraphs += [_paragraph(p, key, name) for p in part.paragraphs]
            notes += [_note(note, key, name) for note in part.notes]
    return Resolution(
        kind="text",
        paragraphs=tuple(paragraphs),
        notes=tuple(notes),
        metadata=document.metadata,
        origin=document.origin,
    )


def _paragraph(paragraph: Paragraph, key: str, name: str) -> Paragraph:
    return paragraph.model_copy(update={"id": f"{key}.{paragraph.id}", "address": f"{name} {paragraph.address}"})


def _note(note: Note, key: str, name: str) -> Note:
    return note.model_copy(update={"id": f"{key}.{note.id}", "number": f"{name} {note.number}", "references": ()})


def plain(file: str) -> str:
    """Return a file, harmless, as git compares it line by line: a paragraph a line, without numbers, then the notes.

    A text without a resolution is returned as it is, for anything else a sentence. Printed numbers stand in one line at
    the end, so that a renumbering shows there and nowhere else.
    """
    try:
        content = content_of(file)
    except SourceError:
        return ""
    try:
        document = pipeline.parse(pipeline.read(file, content))
    except SourceError as error:
        return f"Not read by travaux: {one_line(str(error))}\n" if b"\0" in content else _as_it_is(content)
    if _is_lines(document):
        return _as_it_is(content)
    return "".join(f"{harmless(line)}\n" for line in _lines(document))


def _as_it_is(content: bytes) -> str:
    return tabbed(content.decode("utf-8", "replace"))


def _lines(document: Document) -> Iterator[str]:
    yield from (item.text for item in document.metadata)
    for resolution in document.resolutions:
        for part in (resolution, *resolution.transmits):
            yield from (item.text for item in part.metadata)
            yield from (p.text for p in part.paragraphs)
            yield from (f"[note] {note.text}" for note in part.notes)
            labels = [p.label for p in part.paragraphs if p.label]
            numbers = [note.number for note in part.notes]
            if labels or numbers:
                yield "[numbers] " + " ".join([*labels, *(f"[^{number}]" for number in numbers)])
    yield from (p.text for p in document.outside)
