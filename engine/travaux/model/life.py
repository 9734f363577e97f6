"""The value of a whole history: all drafts of a text, what happened between them, and who brought its words."""

from typing import Literal

from travaux.model.comparison import Change
from travaux.model.document import Part
from travaux.model.evidence import Blame, Revision
from travaux.model.value import Value, field


class Numbered(Value):
    """A paragraph of a draft, without its words."""

    id: str
    """As in `Paragraph`."""
    address: str
    """As in `Paragraph`."""
    part: Part
    """As in `Paragraph`."""
    line: str
    """Its line of descent, as in `Row`."""


class Drafted(Value):
    """One draft, with the numbers of its paragraphs."""

    revision: Revision
    """What is known of it."""
    paragraphs: tuple[Numbered, ...]
    """In document order."""


class Passage(Value):
    """The way from one draft to one that was made from it."""

    old: int = field(ge=1)
    """Ordinal of the base."""
    new: int = field(ge=1)
    """Ordinal of the draft that was made from it."""
    changes: tuple[Change, ...]
    """What became of each paragraph, as recorded: in the order of the new draft, the removed ones last. Where the words
    stayed the same, letter for letter, the redline is left out."""


class Life(Value):
    """The life of a text through its drafts.

    Every paragraph of `old` and of `new` stands in exactly one change of each passage (law 1).
    """

    schema_: Literal["travaux.life/1"] = field(default="travaux.life/1", key="schema")
    """Name and version of this form of JSON."""
    travaux: str
    """Version of travaux that made it."""
    dossier: str
    """Name of the dossier."""
    title: str | None = None
    """Title of the draft whose words are explained; null where it has none."""
    language: str
    """ISO 639-1 code of that draft."""
    drafts: tuple[Drafted, ...]
    """Bases before what was made from them, else by ordinal."""
    passages: tuple[Passage, ...]
    """By the new draft in the order of `drafts`, then by its bases in the order of its record."""
    blame: Blame
    """The words of one draft, the latest unless another was asked for, each with the draft that brought it."""
