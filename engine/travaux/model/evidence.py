"""The values that the archive answers with: drafts as recorded, who brought which words, lives, places, faults."""

from typing import Literal

from travaux.model.comparison import Relation, Segment
from travaux.model.document import Part, Resolution
from travaux.model.record import Record
from travaux.model.value import Value, field


class Revision(Value):
    """One draft as archived."""

    commit: str
    """Id of its commit, 40 or 64 hexadecimal digits."""
    parents: tuple[str, ...] = ()
    """Ids of the commits of its bases."""
    recorded: int
    """When it was recorded, in seconds since 1970, by the clock of the one who recorded it: never evidence of the
    true date, which stands in the record."""
    recorder: str
    """`Name <address>` of the one who recorded it."""
    record: Record

    @property
    def ordinal(self) -> int:
        """Number of the draft in its dossier."""
        return self.record.ordinal

    @property
    def name(self) -> str:
        """What a reader calls the draft: its symbol, else its ordinal (`@3`)."""
        return self.record.symbol or f"@{self.record.ordinal}"


class Dossier(Value):
    """One negotiated text through its drafts."""

    id: str
    """Its name."""
    latest: int | None = field(default=None, ge=1)
    """Ordinal of the draft at the end of its branch; null only for a damaged archive."""
    revisions: tuple[Revision, ...]
    """All drafts that hold an ordinal, rivals too, by ordinal."""


class Catalogue(Value):
    """Dossiers with their drafts."""

    schema_: Literal["travaux.catalogue/1"] = field(default="travaux.catalogue/1", key="schema")
    """Name and version of this form of JSON."""
    dossiers: tuple[Dossier, ...]
    """By name."""


class Holding(Value):
    """A draft as the archive holds it, with its words."""

    schema_: Literal["travaux.holding/1"] = field(default="travaux.holding/1", key="schema")
    """Name and version of this form of JSON."""
    revision: Revision
    """What is known of the draft."""
    resolution: Resolution
    """Its text as it was recorded; places in the source are not kept."""


class Span(Value):
    """A time in which words stood in a text."""

    since: int
    """Ordinal of the first draft that had them."""
    until: int
    """Ordinal of the last draft that had them."""


class Run(Value):
    """Words of one origin."""

    text: str
    """Verbatim."""
    since: int = field(ge=1)
    """Ordinal of the draft that brought the words: from there on they stood in this line of descent without a gap."""
    before: Span | None = None
    """An earlier time in which the same words stood, and after which they were taken out: in this line of descent,
    else, for a whole paragraph or four words in a row, in a paragraph that was taken out. Of several the last; null
    where there is none."""


class BlamedParagraph(Value):
    """One paragraph with the origin of its words."""

    id: str
    """As in `Paragraph`."""
    address: str
    """As in `Paragraph`."""
    part: Part
    """As in `Paragraph`."""
    line: str
    """Its line of descent."""
    since: int = field(ge=1)
    """Ordinal of the draft in which its line of descent begins."""
    changed: int = field(ge=1)
    """Ordinal of the draft that last changed its words."""
    runs: tuple[Run, ...]
    """Joined they are its text; neighbours differ in origin."""


class Blame(Value):
    """Which draft brought which words of a revision."""

    schema_: Literal["travaux.blame/1"] = field(default="travaux.blame/1", key="schema")
    """Name and version of this form of JSON."""
    dossier: str
    """Name of the dossier."""
    revision: int = field(ge=1)
    """Ordinal of the draft whose words are explained."""
    paragraphs: tuple[BlamedParagraph, ...]
    """In document order."""


class Step(Value):
    """What became of a paragraph in one draft."""

    revision: int = field(ge=1)
    """Ordinal of the draft."""
    base: int | None = None
    """Ordinal of the draft it is compared with; null where the paragraph first appears in a first draft."""
    old: tuple[str, ...] = ()
    """Addresses of the paragraphs of the base that it comes from, in order."""
    new: tuple[str, ...] = ()
    """Addresses of the paragraphs that it became, in order; empty where it was removed."""
    relation: Relation | None = None
    """As in `Change`; null in a first draft."""
    moved: bool = False
    """As in `Change`."""
    renumbered: bool = False
    """As in `Change`."""
    transferred: bool = False
    """As in `Change`."""
    altered: bool = False
    """As in `Change`."""
    redline: tuple[Segment, ...] = ()
    """The words kept, dropped and added since the base; in a first draft, or where added, all added."""
    before: Span | None = None
    """Of an added paragraph: an earlier time in which one of the same words stood, and after which it was taken out;
    its steps stand in the trace too. Null where there is none."""


class Trace(Value):
    """The life of a paragraph through all drafts, forward and back."""

    schema_: Literal["travaux.trace/1"] = field(default="travaux.trace/1", key="schema")
    """Name and version of this form of JSON."""
    dossier: str
    """Name of the dossier."""
    asked: str
    """Address of the paragraph asked for."""
    revision: int = field(ge=1)
    """Ordinal of the draft in which it was asked for."""
    steps: tuple[Step, ...]
    """In the order of the history, bases before what was made from them."""


class Hit(Value):
    """One place where a phrase stands in a draft."""

    id: str
    """Id of the paragraph or note."""
    address: str
    """For a reader: `OP5`, `note 3`."""
    line: str | None = None
    """Line of descent of the paragraph; null for a note."""
    start: int = field(ge=0)
    """First code point of the phrase in the text."""
    end: int = field(ge=0)
    """One past the last code point."""
    text: str
    """The whole paragraph or note."""


class Presence(Value):
    """A time in which a phrase stood somewhere in a dossier, along one way through its drafts.

    It is followed from paragraph to paragraph by their descent; the notes of a draft count as one place.
    """

    dossier: str
    """Name of the dossier."""
    since: int = field(ge=1)
    """Ordinal of the draft in which the phrase appears there."""
    until: int | None = None
    """Ordinal of the draft in which it is gone from there; null where it stands to the end of that way."""
    hits: tuple[Hit, ...]
    """Where it appears: the places in the draft `since` that share this time."""


class Search(Value):
    """In which drafts a phrase appears and disappears."""

    schema_: Literal["travaux.search/1"] = field(default="travaux.search/1", key="schema")
    """Name and version of this form of JSON."""
    phrase: str
    """As asked for."""
    presences: tuple[Presence, ...]
    """By dossier, then in the order of the history."""


FaultKind = Literal[
    "object", "layout", "source", "text", "descent", "record", "reading", "superseded", "reference", "signature"
]
"""What is at fault: a git object, the layout, the bytes of a source, the words against their rows, the descent, the
record, the reading of a source (not the same as before), a line that should have been kept, a branch or tag, a
signature."""


class Fault(Value):
    """Something that `verify` found wrong."""

    kind: FaultKind
    """What is at fault."""
    severity: Literal["fault", "remark"] = "fault"
    """A remark does not put evidence in doubt: another version of travaux reads a source in another way."""
    dossier: str | None = None
    """Name of the dossier; null where it is the archive as a whole."""
    revision: int | None = None
    """Ordinal of the draft; null where it is none."""
    message: str
    """One sentence: what, where."""


class Verification(Value):
    """What `verify` examined and found."""

    schema_: Literal["travaux.verification/1"] = field(default="travaux.verification/1", key="schema")
    """Name and version of this form of JSON."""
    dossiers: int
    """How many were examined."""
    revisions: int
    """How many were examined, superseded ones too."""
    faults: tuple[Fault, ...]
    """In the order of dossiers and revisions; the archive as a whole first."""

    @property
    def clean(self) -> bool:
        """True where there is no fault; remarks do not count."""
        return all(fault.severity != "fault" for fault in self.faults)
