"""The values of reading and parsing: from the bytes of a file to the resolutions found in it."""

import re
from collections.abc import Iterator
from typing import Literal

from travaux.errors import ChoiceError
from travaux.model.choosing import Entry, best_keys, fitting
from travaux.model.value import Value, field
from travaux.numerals import roman

Part = Literal["title", "opening", "heading", "preambular", "operative", "annex", "closing", "other"]
"""What a paragraph is in its resolution. `closing` is unnumbered body text after the last operative paragraph,
`other` a paragraph of a text in which no resolution was recognised."""

Kind = Literal["resolution", "decision", "draft resolution", "draft decision", "text"]
"""What a resolution is; `text` where none was recognised and the paragraphs are plain ones."""

MetadatumKind = Literal[
    "symbol", "masthead", "distribution", "date", "session", "agenda_item", "heading", "sponsors", "action",
    "provenance", "number", "adopted", "meeting", "adopted_on", "vote", "running_head", "divider", "other",
]  # fmt: skip
"""What a line of metadata tells; `docs/reference/json.md` explains each."""


class Place(Value):
    """Where in the source something stands."""

    line: int | None = field(default=None, ge=1)
    """Line of the decoded text, from 1; null where the format has no lines."""
    page: int | None = field(default=None, ge=1)
    """Page, from 1; null where the format has no pages or does not tell them."""
    element: str | None = None
    """In Word: the path of the paragraph element; null elsewhere."""


class Notice(Value):
    """Something a reader should know about how a text was understood; never an error."""

    code: str
    """A short name of the rule that speaks, such as `number-gap`; stable between versions."""
    message: str
    """One sentence for a reader."""
    place: Place = Place()
    """Where in the source, as far as it is one place."""
    text: str = ""
    """The words of the source that stand in no paragraph, note or metadatum because of this; else empty."""


class Mark(Value):
    """Emphasis or a note reference over a range of a text."""

    kind: Literal["italic", "bold", "note"]
    """Emphasis, or a reference to a note."""
    start: int = field(ge=0)
    """First code point of the range."""
    end: int = field(ge=0)
    """One past the last code point; equal to `start` for a note reference, which has no width."""
    note: str | None = None
    """Id of the note that a note reference points to; null for emphasis and for a reference without a body."""
    number: str | None = None
    """The number or sign of a note reference as printed; null for emphasis."""


class Block(Value):
    """What a format can tell of one block of a source; it may hold several lines, parted by line feeds."""

    text: str
    marks: tuple[Mark, ...] = ()
    label: str | None = None
    """A number that the format itself gives (an automatic list number of Word); typed numbers stay in the text."""
    style: str | None = None
    """Name of the paragraph style or heading level, as evidence; null where the format has none."""
    place: Place = Place()


class SourceNote(Value):
    """A note that the format itself keeps apart from the text (a Word footnote, `[^3]: ...` in Markdown)."""

    number: str
    text: str
    place: Place = Place()


class Origin(Value):
    """Where a text came from, without the bytes themselves."""

    name: str
    """Name of the file as the reader was given it; `-` for standard input."""
    sha256: str
    """Hash of the bytes as received, 64 hexadecimal digits."""
    format: str
    """Name of the reader: `text`, `word`, `html`, `pdf`."""
    options: dict[str, str] = field(default_factory=dict)
    """Reading options that were not the default, such as `{"revisions": "accepted"}`."""


class Source(Value):
    """One file as a reader understood it: the bytes, and the blocks that the format tells."""

    origin: Origin
    content: bytes
    """The bytes as received (base64 in JSON)."""
    blocks: tuple[Block, ...]
    notes: tuple[SourceNote, ...] = ()
    metadata: tuple["Metadatum", ...] = ()
    """What the format keeps apart: running heads, a symbol in a page header."""
    notices: tuple[Notice, ...] = ()


class Metadatum(Value):
    """One thing told about a resolution: what it is, and its words in the source."""

    kind: MetadatumKind
    """What it tells."""
    text: str
    """As printed, spaces folded."""
    place: Place = Place()
    """Where it stands in the source."""


class Paragraph(Value):
    """One paragraph of a resolution, without its number and without its note marks."""

    id: str
    """Unique in its resolution, built from the path: `pp3`, `op5.a.ii`, `s2.op3`, `annex1.p4.a`; a second
    paragraph of the same path gets `~2`."""
    part: Part
    """What the paragraph is in its resolution."""
    address: str
    """For a reader: `PP3`, `OP5(a)(ii)`, `II.OP3`, `Annex I.4(a)`, `title`."""
    label: str | None = None
    """The number as printed (`3.`, `(a)`); null where none is printed."""
    text: str = field(pattern=r"^[^\n]*$")
    """The words. Never with a line feed; the cells of a table row are parted by tabs."""
    marks: tuple[Mark, ...] = ()
    """Emphasis and note references, sorted by place."""
    level: int = field(default=0, ge=0)
    """Depth below a preambular or operative paragraph: 0 for it, 1 for `(a)`, 2 for `(i)`; for a heading, its depth."""
    place: Place = Place()
    """Where it begins in the source."""

    def __post_init__(self) -> None:
        if "\n" in self.text:
            raise ValueError(f"the text of {self.address} has a line feed")


class NoteReference(Value):
    """One place that refers to a note."""

    paragraph: str
    """Id of the paragraph."""
    offset: int = field(ge=0)
    """Code point of the paragraph's text before which the mark stood."""


class Note(Value):
    """A footnote. Matched between drafts by its text, then by the place on which it hangs, never by its number."""

    id: str
    """`n84` for the note printed as 84; a second note of the same number gets `~2`."""
    number: str
    """As printed, without a closing slash or bracket."""
    text: str
    """The words of the note, without its number."""
    references: tuple[NoteReference, ...] = ()
    """The places that refer to it, in order."""
    place: Place = Place()
    """Where its body stands in the source."""


class Resolution(Value):
    """One text that one organ speaks: a resolution, a decision, or a draft of either."""

    symbol: str | None = None
    """Document symbol or number, as printed or inferred (`A/RES/59/153`, `2004/19`); null where none is known."""
    title: str | None = None
    """Title without number; null where there is none, as in the Security Council."""
    organ: str | None = None
    """Name of the organ that speaks, in the language of the text; null where the text does not say."""
    kind: Kind = "resolution"
    """`text` where no resolution was recognised and the paragraphs are plain ones."""
    language: str = "en"
    """ISO 639-1 code."""
    whole: bool = True
    """False for a fragment: its beginning or its end is not in the file."""
    paragraphs: tuple[Paragraph, ...] = ()
    """In document order; the tree is in the addresses."""
    notes: tuple[Note, ...] = ()
    """The footnotes, in the order of their bodies."""
    metadata: tuple[Metadatum, ...] = ()
    """Masthead, sponsors, provenance, vote, meeting and date of adoption: each with its words."""
    transmits: tuple["Resolution", ...] = ()
    """The drafts that this text recommends to another organ. A single one inherits the wrapper's title and symbol."""
    origin: Origin | None = None
    """Where the text came from."""
    notices: tuple[Notice, ...] = ()
    """What should be known about how this text was understood."""

    def paragraph(self, key: str) -> Paragraph:
        """Return the paragraph with this id.

        Raises:
            KeyError: no paragraph has it.
        """
        for paragraph in self.paragraphs:
            if paragraph.id == key:
                return paragraph
        raise KeyError(key)

    def told(self, kind: MetadatumKind) -> str | None:
        """Return the words of the first metadatum of a kind, or None."""
        return next((item.text for item in self.metadata if item.kind == kind), None)

    def count(self, part: Part) -> int:
        """Return how many paragraphs of a part there are, subparagraphs not counted."""
        return sum(1 for p in self.paragraphs if p.part == part and p.level == 0)


class Document(Value):
    """What one file holds: resolutions in order, and the paragraphs outside them."""

    schema_: Literal["travaux.document/1"] = field(default="travaux.document/1", key="schema")
    """Name and version of this form of JSON."""
    resolutions: tuple[Resolution, ...] = ()
    """The resolutions of the file, in order."""
    outside: tuple[Paragraph, ...] = ()
    """Paragraphs that belong to no resolution (part `other`)."""
    language: str = "en"
    """ISO 639-1 code of the language that the file was read in."""
    metadata: tuple[Metadatum, ...] = ()
    """What is told about the file, not about one resolution."""
    notices: tuple[Notice, ...] = ()
    """What should be known about how the file was read."""
    origin: Origin | None = None
    """Where the text came from."""

    def choose(self, key: str | None = None) -> Resolution:
        """Return one resolution of the document.

        Args:
            key: number (`2004/19`), symbol (`E/RES/2004/19`) or title, compared without regard to case and
                spaces; or the position as `1`, `2`. A transmitted draft is named by its title, by its number as
                printed (`Draft resolution II`, `II`), or behind the key of its wrapper (`2004/19/II`,
                `2004/19/2`); what names a resolution of the file wins. With None, the only resolution, else the
                only whole one, else, where there is none, the paragraphs outside as one text.

        Raises:
            ChoiceError: nothing or more than one fits; the hint lists what there is.
        """
        if key is None:
            return self._choose_only()
        found: list[Resolution] = []
        level = _entries(self.resolutions)
        while level and not found:
            found = fitting(key, level)
            level = [draft for entry in level for draft in _drafts(entry)]
        if len(found) == 1:
            return found[0]
        what = f"more than one resolution called {key}" if found else f"no resolution {key}"
        raise ChoiceError(f"{self._name} has {what}", self._hint)

    def _choose_only(self) -> Resolution:
        whole = [r for r in self.resolutions if r.whole]
        for candidates in (self.resolutions, whole):
            if len(candidates) == 1:
                return candidates[0]
        if self.resolutions:
            raise ChoiceError(f"{self._name} has {len(self.resolutions)} resolutions", self._hint)
        return Resolution(
            kind="text",
            language=self.language,
            paragraphs=self.outside,
            metadata=self.metadata,
            origin=self.origin,
            notices=(
                Notice(
                    code="no-resolution",
                    message=f"{self._name} holds no resolution that was recognised; its paragraphs stand as they are.",
                ),
            ),
        )

    @property
    def _name(self) -> str:
        return self.origin.name if self.origin else "the document"

    @property
    def _hint(self) -> str:
        if not self.resolutions:
            return "there is none in it"
        first, *others = self._keys()
        if not others:
            return f"there is {self._name}#{first}"
        *middle, last = others
        return f"say which: {self._name}#{first}" + "".join(f", #{name}" for name in middle) + f" or #{last}"

    def _keys(self) -> Iterator[str]:
        """The keys of the resolutions, each followed by those of its drafts where it transmits several."""
        for key, entry in zip(self.names(), _entries(self.resolutions), strict=True):
            yield key
            if len(entry.text.transmits) > 1:
                yield from (key for _, key in _named_drafts(entry))

    def names(self) -> Iterator[str]:
        """Yield for each resolution the shortest key that `choose` takes for it."""
        return best_keys(_entries(self.resolutions))

    def name(self, resolution: Resolution) -> str | None:
        """Return the shortest key that `choose` takes for a resolution of the document or a draft that one transmits.

        None where it is neither.
        """
        for key, entry in zip(self.names(), _entries(self.resolutions), strict=True):
            for text, own in ((entry.text, key), *_named_drafts(entry)):
                if text is resolution:
                    return own
        return None


def draft_keys(wrapper: Resolution) -> Iterator[str]:
    """Yield for each draft that a resolution transmits, at any depth, the best key that `Document.choose` takes.

    They fit in a document that holds no other wrapper of that name.
    """
    return (key for _, key in _named_drafts(Entry(wrapper, _called(wrapper), ("1",))))


def _named_drafts(wrapper: Entry[Resolution]) -> Iterator[tuple[Resolution, str]]:
    drafts = _drafts(wrapper)
    for draft, key in zip(drafts, best_keys(drafts), strict=True):
        yield draft.text, key
        yield from _named_drafts(draft)


def _entries(resolutions: tuple[Resolution, ...]) -> list[Entry[Resolution]]:
    """The resolutions of a document with their keys."""
    return [Entry(text, _called(text), (str(number),)) for number, text in enumerate(resolutions, 1)]


def _drafts(wrapper: Entry[Resolution]) -> list[Entry[Resolution]]:
    """The drafts that a resolution transmits with their keys: `2004/19/II`, `Draft resolution II`, title, `II`."""
    entries = []
    for number, draft in enumerate(wrapper.text.transmits, 1):
        printed = _ORDINAL.search(draft.told("number") or "")
        ordinal = printed[1] if printed else roman(number)
        own = [key for key in _called(draft) if key not in (wrapper.text.symbol, wrapper.text.title)]
        numbered = [key for key in wrapper.keys if key != wrapper.text.title]
        behind = [f"{key}/{ordinal}" for key in numbered]
        places = [f"{key}/{which}" for key in (*numbered, *wrapper.positions) for which in (roman(number), number)]
        entries.append(Entry(draft, (*behind, *own, ordinal), tuple(places)))
    return entries


def _called(resolution: Resolution) -> tuple[str, ...]:
    """What a resolution is called: its number, its symbol, its number as printed, its title."""
    names = (_number(resolution.symbol), resolution.symbol, resolution.told("number"), resolution.title)
    return tuple(dict.fromkeys(name for name in names if name))


def _number(symbol: str | None) -> str | None:
    """The number in the symbol of a resolution: 2004/19 of E/RES/2004/19."""
    return symbol.partition("/RES/")[2] or None if symbol else None


_ORDINAL = re.compile(r"\s([IVXLC]+|\d+|[A-Z])\.?\Z")
"""The number at the end of `Draft resolution II`."""
