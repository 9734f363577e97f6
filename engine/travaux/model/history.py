"""The values of a history: which paragraphs descend from which, through any number of drafts."""

from typing import Literal

from travaux.model.comparison import Layer, Options, Relation
from travaux.model.document import Notice, Origin, Part
from travaux.model.value import Value, field


class Heir(Value):
    """A paragraph, and one of those that descend from it."""

    old: str
    """Id of the old paragraph."""
    new: str
    """Id of the new paragraph."""


class Descent(Value):
    """Which paragraphs of one draft descend from which of an earlier one.

    Law 6: composing along a chain of drafts is associative, the identity changes nothing, and added and removed
    paragraphs never join: what was removed has no heir, whatever is added later.
    """

    old: tuple[str, ...]
    """Ids of all paragraphs of the earlier draft, in order."""
    new: tuple[str, ...]
    """Ids of all paragraphs of the later draft, in order."""
    heirs: tuple[Heir, ...]
    """Each pair once, in the order of the earlier draft, then of the later one."""

    def __post_init__(self) -> None:
        olds, news = set(self.old), set(self.new)
        if any(heir.old not in olds or heir.new not in news for heir in self.heirs):
            raise ValueError("an heir that stands in neither draft")


class Stage(Value):
    """One of the drafts of a concordance, without its text."""

    name: str
    """Symbol where that tells it from the others, else the name of its file, else its position."""
    symbol: str | None = None
    """Document symbol or number; null where none is known."""
    title: str | None = None
    """Title without number; null where there is none."""
    origin: Origin | None = None
    """Where the text came from."""


class Standing(Value):
    """Where a line of descent stands in one draft, and what became of it since the draft before."""

    id: str
    """Id of the paragraph in that draft."""
    address: str
    """For a reader: `OP5(a)`."""
    part: Part
    """What the paragraph is in that draft."""
    relation: Relation | None = None
    """Of the change that led here: kept, split, merged, regrouped, added; null in the first draft."""
    moved: bool = False
    """Off the heaviest chain of links since the draft before."""
    renumbered: bool = False
    """The address is another one than in the draft before."""
    transferred: bool = False
    """In another part than in the draft before."""
    altered: bool = False
    """Words or punctuation differ from the draft before; for a split or merge, of all its paragraphs together."""
    layer: Layer = "none"
    """How much the change that led here weighs."""


class Lineage(Value):
    """A line of descent: one paragraph through the drafts.

    In each draft it is at most one paragraph, and each paragraph of a draft stands in exactly one line. A split
    goes on in the line of its first paragraph and begins a line for each other one; a merge goes on in the line of
    the first and ends those of the others. A line has no gap: once ended, it does not begin again.
    """

    id: str
    """`l1`, `l2` ... in the order of the concordance."""
    words: str
    """The text in the last draft in which it stands."""
    standings: tuple[Standing | None, ...] = field(min_length=1)
    """One for each draft; null where the line is not there."""
    split_from: str | None = None
    """Id of the line from which it was split; null where it was not."""
    merged_into: str | None = None
    """Id of the line into which it was merged; null where it was not."""


class Concordance(Value):
    """The lines of descent through drafts of one text: which number stands for what in each draft."""

    schema_: Literal["travaux.table/1"] = field(default="travaux.table/1", key="schema")
    """Name and version of this form of JSON."""
    travaux: str
    """Version of travaux that made it."""
    options: Options = Options()
    """What it was told to do; a pin begins with the number of the later draft: `3:OP5=OP7`."""
    drafts: tuple[Stage, ...]
    """The drafts, oldest first."""
    lines: tuple[Lineage, ...]
    """In the order of the last draft; a line that ended before after its nearest earlier neighbour that went on,
    a merged one after the line that it went into."""
    descent: Descent
    """From the first draft to the last, composed of the steps between them."""
    notices: tuple[Notice, ...] = ()
    """What should be known about how the drafts were linked."""
