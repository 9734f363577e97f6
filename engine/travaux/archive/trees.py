"""The files of one draft in the archive, and the draft that such files hold."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import ne
from typing import Final, NamedTuple

from travaux.errors import ArchiveError
from travaux.model.document import Note, Paragraph, Part, Resolution
from travaux.model.record import Record, Row

TEXT: Final = "text.md"
NOTES: Final = "notes.md"
ROWS: Final = "paragraphs.jsonl"
RECORD: Final = "record.json"
DELTA: Final = "delta.json"
"""What a draft of one base changes in its lines (`deltas.py`); a draft may lack it."""
SOURCE: Final = "source"
"""Folder of the bytes as received."""

SUFFIXES: Final = {"text": "txt", "markdown": "md", "word": "docx", "html": "html", "pdf": "pdf"}
"""Format of a source -> ending of the file that holds it; any other format has `bin`."""

_PREFIXES: Final[Mapping[Part, str]] = {"title": "# ", "heading": "## "}
_BETWEEN: Final = "\n\n"


@dataclass(frozen=True, slots=True)
class Draft:
    """One draft as the archive holds it; `rows` and `texts` are of one length, in document order.

    Attributes:
        record: what is known of it.
        rows: its paragraphs without their words.
        texts: the words of each paragraph, verbatim.
        note_texts: the words of each note, in the order of `record.notes`.
    """

    record: Record
    rows: tuple[Row, ...]
    texts: tuple[str, ...]
    note_texts: tuple[str, ...] = ()


class Raw(NamedTuple):
    """The lines of a draft's files before they are understood; both lists are of one length."""

    texts: list[bytes]
    """The lines of `text.md` that hold a paragraph, with the `# ` of a title and the `## ` of a heading."""
    rows: list[bytes]
    """The lines of `paragraphs.jsonl`."""


def files(draft: Draft, source: bytes) -> dict[str, bytes]:
    """Return the files of a draft, by path. The same draft gives the same bytes.

    `draft(files(d, source)) == d` for texts without line feeds; line feeds in a note become spaces.
    """
    lines = (line(row.part, text) for row, text in zip(draft.rows, draft.texts, strict=True))
    rows = "".join(row.model_dump_json(exclude_defaults=True, by_alias=True) + "\n" for row in draft.rows)
    return {
        TEXT: _joined(lines),
        NOTES: _joined(" ".join(text.split("\n")) for text in draft.note_texts),
        ROWS: rows.encode(),
        RECORD: draft.record.model_dump_json(indent=2, by_alias=True).encode() + b"\n",
        source_path(draft.record): source,
    }


def draft(found: Mapping[str, bytes]) -> Draft:
    """Return the draft that files hold; the source is not looked at.

    Raises:
        ArchiveError: a file is missing, is not what it should be, or the files do not fit each other.
    """
    parted = raw(_file(found, TEXT), _file(found, ROWS))
    rows = tuple(row(line) for line in parted.rows)
    record_ = record(_file(found, RECORD))
    notes = tuple(_decoded(line, NOTES) for line in _parted(_file(found, NOTES), NOTES))
    if len(notes) != len(record_.notes):
        raise ArchiveError(f"{NOTES} has {len(notes)} notes, {RECORD} {len(record_.notes)}")
    return Draft(record_, rows, tuple(words(r.part, line) for r, line in zip(rows, parted.texts, strict=True)), notes)


def raw(text: bytes, rows: bytes) -> Raw:
    """Return the lines of `text.md` and `paragraphs.jsonl`.

    Raises:
        ArchiveError: they are not of one number, or a paragraph of `text.md` has more than one line.
    """
    texts, listed = _parted(text, TEXT), rows.split(b"\n")[:-1]
    if len(texts) != len(listed) or (rows and not rows.endswith(b"\n")):
        raise ArchiveError(f"{TEXT} has {len(texts)} paragraphs, {ROWS} {len(listed)} lines")
    return Raw(texts, listed)


class Sharing:
    """Makes the lines of one draft after another; a line that the draft before has too is the same object.

    So a long history takes little room, and comparing lines costs next to nothing.
    """

    def __init__(self) -> None:
        self._last = Raw([], [])

    def raw(self, text: bytes, rows: bytes) -> Raw:
        """Return the lines of the next draft.

        Raises:
            ArchiveError: as `raw`.
        """
        last, found = self._last, raw(text, rows)
        head, tail = ends(last.rows, found.rows)
        old, new = len(last.rows) - tail, len(found.rows) - tail
        # A row holds the hash of its words, so the same row has the same words.
        self._last = Raw(
            last.texts[:head] + found.texts[head:new] + last.texts[old:],
            last.rows[:head] + found.rows[head:new] + last.rows[old:],
        )
        return self._last


def ends(old: Sequence[bytes], new: Sequence[bytes]) -> tuple[int, int]:
    """Return how many items two lists have in common at their beginning and, apart from these, at their end."""
    differs = list(map(ne, old, new))
    if True not in differs:
        return len(differs), 0
    head = differs.index(True)
    if len(old) == len(new):
        differs.reverse()
        return head, differs.index(True)
    backwards = list(map(ne, reversed(old), reversed(new)))[: len(differs) - head]
    return head, backwards.index(True) if True in backwards else len(backwards)


def row(line: bytes) -> Row:
    """Return the paragraph of a line of `paragraphs.jsonl`.

    Raises:
        ArchiveError: it is none.
    """
    try:
        return Row.model_validate_json(line)
    except ValueError as fault:
        raise ArchiveError(f"a line of {ROWS} is no paragraph: {_first(fault)}") from None


def record(content: bytes) -> Record:
    """Return the record that `record.json` holds.

    Raises:
        ArchiveError: it is none, or of a later form.
    """
    try:
        return Record.model_validate_json(content)
    except ValueError as fault:
        raise ArchiveError(f"{RECORD} is no record: {_first(fault)}") from None


def line(part: Part, text: str) -> str:
    """Return the line of `text.md` for the words of a paragraph."""
    return _PREFIXES.get(part, "") + text


def words(part: Part, line: bytes) -> str:
    """Return the words of a paragraph from its line of `text.md`.

    Raises:
        ArchiveError: the line is not UTF-8, or lacks the mark of its part.
    """
    text, prefix = _decoded(line, TEXT), _PREFIXES.get(part, "")
    if not text.startswith(prefix):
        raise ArchiveError(f"the {part} {text[:40]!r} of {TEXT} does not begin with {prefix!r}")
    return text[len(prefix) :]


def digest(text: str) -> str:
    """Return the hash of the words of a paragraph, as `Row.hash` has it."""
    return hashlib.sha256(text.encode()).hexdigest()


def source_path(record: Record) -> str:
    """Return the path of the source: never made from the name as received, which may be anything."""
    name = record.origin.name.lower()
    kind = (
        "markdown" if record.origin.format == "text" and name.endswith((".md", ".markdown")) else record.origin.format
    )
    return f"{SOURCE}/original.{SUFFIXES.get(kind, 'bin')}"


def resolution(draft: Draft) -> Resolution:
    """Return the resolution that a draft holds, with all its words; only places in the source are not kept."""
    known = draft.record
    return Resolution(
        symbol=known.symbol,
        title=known.title,
        organ=known.organ,
        kind=known.kind,
        language=known.language,
        whole=known.whole,
        paragraphs=paragraphs(draft.rows, draft.texts),
        notes=tuple(
            Note(id=note.id, number=note.number, text=text, references=note.references)
            for note, text in zip(known.notes, draft.note_texts, strict=True)
        ),
        metadata=known.metadata,
        origin=known.origin,
        notices=known.notices,
    )


def paragraphs(rows: Sequence[Row], texts: Sequence[str]) -> tuple[Paragraph, ...]:
    """Return the paragraphs of rows and their words."""
    return tuple(
        Paragraph(id=r.id, part=r.part, address=r.address, label=r.label, text=text, marks=r.marks, level=r.level)
        for r, text in zip(rows, texts, strict=True)
    )


def _joined(lines: Iterable[str]) -> bytes:
    listed = list(lines)
    return (_BETWEEN.join(listed) + "\n").encode() if listed else b""


def _parted(content: bytes, name: str) -> list[bytes]:
    """The paragraphs of a Markdown file: every other line, the lines between them empty."""
    if not content:
        return []
    lines = content.split(b"\n")
    if lines.pop() or len(lines) % 2 == 0 or any(lines[1::2]):
        raise ArchiveError(f"{name} is not one paragraph a line with an empty line between")
    return lines[::2]


def _decoded(line: bytes, name: str) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        raise ArchiveError(f"{name} is not UTF-8") from None


def _file(found: Mapping[str, bytes], name: str) -> bytes:
    if name not in found:
        raise ArchiveError(f"the draft has no {name}")
    return found[name]


def _first(fault: ValueError) -> str:
    """Where and what is wrong, of what pydantic tells in several lines."""
    lines = str(fault).splitlines()
    return ": ".join(line.strip().partition(" [type=")[0] for line in lines[1:3]) or "it is no JSON"
