"""The values that the archive writes: what is known of one draft, and the descent of each of its paragraphs.

`docs/reference/archive-layout.md` shows the files that hold them.
"""

from typing import Literal

from travaux.model.document import Mark, Metadatum, NoteReference, Notice, Origin, Part
from travaux.model.value import Value, field

TRUE_DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"
"""A day, a month or a year in ISO 8601, of any time: resolutions begin in 1946, where git has no dates."""

DOSSIER = r"^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$"
"""The name of a dossier: lower-case letters, digits and hyphens, which every git host and file system can hold."""


class Base(Value):
    """A draft that another was made from, and how the two were linked."""

    ordinal: int = field(ge=1)
    """Ordinal of the earlier draft in the dossier."""
    pins: tuple[str, ...] = ()
    """Links that a person fixed (`OP5=OP7`); the others were found."""


class RecordedNote(Value):
    """One note without its words, which stand in `notes.md` in the same order."""

    id: str
    """As in `Note`."""
    number: str
    """As printed."""
    references: tuple[NoteReference, ...] = ()
    """The places that refer to it, in order."""


class Record(Value):
    """All that is known of one draft but its words: the file `record.json`.

    It holds nothing that depends on when, where or by whom it was recorded, so the same inputs give the same tree.
    """

    schema_: Literal["travaux.record/1"] = field(default="travaux.record/1", key="schema")
    """Name and version of this form of JSON."""
    dossier: str = field(pattern=DOSSIER, max_length=100)
    """Name of the dossier."""
    ordinal: int = field(ge=1)
    """Number of the draft in its dossier, in the order of recording; it never changes hands."""
    symbol: str | None = None
    """Document symbol as printed or as given; null where none is known."""
    title: str | None = None
    """Title without number."""
    stage: str | None = None
    """Where in the negotiation: `draft`, `revised draft`, `recommended`, `adopted`, or any other word given."""
    body: str | None = None
    """The body before which the draft stood, such as a committee; null where not known."""
    organ: str | None = None
    """The organ that speaks in the text."""
    date: str | None = field(default=None, pattern=TRUE_DATE)
    """The true date of issue or adoption; null where not known."""
    language: str
    """ISO 639-1 code."""
    sponsors: tuple[str, ...] = ()
    """In the order printed or given."""
    bases: tuple[Base, ...] = ()
    """The drafts it was made from, in the order of the parents of its commit; empty for a first draft."""
    origin: Origin
    """Name as received, hash, format and reading options of the source."""
    choice: str | None = None
    """Which resolution of the file it is (`2004/19`); null where the file holds one."""
    kind: Literal["resolution", "decision", "draft resolution", "draft decision", "text"] = "resolution"
    """As in `Resolution`."""
    whole: bool = True
    """As in `Resolution`."""
    notes: tuple[RecordedNote, ...] = ()
    """The notes, in the order of `notes.md`."""
    metadata: tuple[Metadatum, ...] = ()
    """As in `Resolution`."""
    notices: tuple[Notice, ...] = ()
    """As in `Resolution`."""
    travaux: str
    """Version of travaux that read and linked the draft."""


class Row(Value):
    """One paragraph without its words, which stand in `text.md` in the same order: a line of `paragraphs.jsonl`.

    A row says nothing of revisions but through `line` and `ancestors`, so that the row of a paragraph that stays
    as it is stays as it is, byte for byte.
    """

    id: str
    """As in `Paragraph`."""
    line: str
    """Line of descent: ordinal of the draft and id of the paragraph in which it began, `2:op5`. Unique in the
    dossier, and in each draft held by one paragraph."""
    ancestors: tuple[tuple[str, ...], ...] = field(default=(), key="from")
    """For each base, in the order of the record, the ids of its paragraphs that this one comes from; an empty list
    where it is new with regard to that base."""
    part: Part
    """As in `Paragraph`."""
    address: str
    """As in `Paragraph`."""
    label: str | None = None
    """As in `Paragraph`."""
    level: int = 0
    """As in `Paragraph`."""
    marks: tuple[Mark, ...] = ()
    """As in `Paragraph`."""
    hash: str = field(pattern=r"^[0-9a-f]{64}$")
    """SHA-256 of the words in UTF-8."""
