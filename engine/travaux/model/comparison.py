"""The values of comparing: links between paragraphs, changes of words, and what they mean."""

from typing import Literal

from travaux.model.document import Notice, Resolution
from travaux.model.value import Value, field

Relation = Literal["kept", "split", "merged", "regrouped", "added", "removed"]
Layer = Literal["none", "mechanical", "editorial", "substantive"]
Certainty = Literal["sure", "likely", "doubtful"]
Step = Literal["anchor", "gap", "role", "move", "remnant", "part", "place", "pin"]
"""The step of alignment that made a link: the same words; in order between two anchors; a title or opening line by what
it is; elsewhere in the text; what was left at the end; several paragraphs, one of them found in a pair; of notes, the
place on which they hang; the reader."""

SURE, LIKELY = 0.95, 0.75
"""Where `certainty` changes its word: of redrafts kept apart 99 % of the sure links are right, 80 % of the likely."""


def certainty(confidence: float) -> Certainty:
    """Return the word for a confidence: `sure` from .95, `likely` from .75, else `doubtful`.

    >>> certainty(0.8)
    'likely'
    """
    if confidence >= SURE:
        return "sure"
    return "likely" if confidence >= LIKELY else "doubtful"


class Link(Value):
    """Which old paragraphs became which new ones.

    1:1 kept, 1:n split, n:1 merged, m:n regrouped, 0:1 added, 1:0 removed; never 0:n or n:0.
    """

    old: tuple[str, ...]
    """Ids of old paragraphs, in order."""
    new: tuple[str, ...]
    """Ids of new paragraphs, in order."""
    score: float | None = field(default=None, ge=0, le=1)
    """Likeness of the words, 1 for the same words; null for added and removed."""
    confidence: float | None = field(default=None, ge=0, le=1)
    """Probability that a careful reader would link the same paragraphs; null for added and removed."""
    moved: bool = False
    """True where the link stands off the heaviest chain of links in order."""
    step: Step | None = None
    """The step that made the link; null for added and removed, unless pinned."""
    reason: str
    """Why the two sides belong together, for a reader."""

    def __post_init__(self) -> None:
        if not self.old and not self.new:
            raise ValueError("a link has paragraphs on at least one side")
        if (not self.old and len(self.new) > 1) or (not self.new and len(self.old) > 1):
            raise ValueError("an added or removed link holds one paragraph")

    @property
    def relation(self) -> Relation:
        """The relation that the number of paragraphs on each side tells."""
        old, new = len(self.old), len(self.new)
        if not old:
            return "added"
        if not new:
            return "removed"
        if old == 1:
            return "kept" if new == 1 else "split"
        return "merged" if new == 1 else "regrouped"


class Alignment(Value):
    """Links that cover two lists of paragraphs.

    Law 1: every old and every new paragraph stands in exactly one link.
    """

    links: tuple[Link, ...]
    """In the order of the new text; a removed one directly after the link that holds the nearest earlier old
    paragraph that was neither moved nor removed."""
    notices: tuple[Notice, ...] = ()


class Segment(Value):
    """A run of words that was kept, dropped or added."""

    op: Literal["keep", "drop", "add"]
    """Whether the words were kept, dropped or added."""
    text: str
    """The words, verbatim."""


class Change(Value):
    """What became of the paragraphs of one link.

    Law 2: keep and drop segments joined give the old text; keep and add give the new text. Where a side has
    several paragraphs, one line feed stands between them.
    """

    id: str
    """`c1`, `c2` ... in the order of the comparison; for notes `n1`, `n2` ..."""
    old: tuple[str, ...]
    """Ids of old paragraphs (of notes in `note_changes`), in order; empty for added."""
    new: tuple[str, ...]
    """Ids of new paragraphs, in order; empty for removed."""
    relation: Relation
    """What the numbers of paragraphs on both sides say: kept, split, merged, regrouped, added, removed."""
    moved: bool = False
    """Off the heaviest chain of links; a paragraph shifted by an insertion is not moved."""
    renumbered: bool = False
    """The printed or, for preambular paragraphs, counted number differs."""
    transferred: bool = False
    """From one part to another: preamble, operative part, annex."""
    altered: bool = False
    """Words or punctuation differ after folding of spaces, glyph variants and Unicode form."""
    emphasis: bool = False
    """Only emphasis differs."""
    layer: Layer = "none"
    """How much the change weighs: none, mechanical, editorial or substantive."""
    score: float | None = field(default=None, ge=0, le=1)
    """Likeness of the words, from 0 to 1; null for added and removed."""
    confidence: float | None = field(default=None, ge=0, le=1)
    """Probability that a careful reader would link the same paragraphs; null for added and removed."""
    step: Step | None = None
    """The step of alignment that made the link: `anchor`, `gap`, `role`, `move`, `remnant`, `part`, `place` (of
    notes) or `pin`; null for added and removed, unless pinned."""
    reason: str = ""
    """Why the two sides belong together, for a reader."""
    redline: tuple[Segment, ...] = ()
    """The words kept, dropped and added, in the order of the texts."""


class FindingPlace(Value):
    """Where a finding shows."""

    change: str
    """Id of a change."""
    segments: tuple[int, ...] = ()
    """Positions in the redline of that change, from 0; empty for the whole change."""


class Finding(Value):
    """What one or several changes mean, and the rule that says so."""

    id: str
    """`f1`, `f2` ... in the order of the comparison."""
    kind: str
    """Last part of its code in the taxonomy, in lower case: `qualifier`, `renum`."""
    layer: Literal["mechanical", "editorial", "substantive"]
    """How much the finding weighs."""
    rule: str
    """Name of the rule that found it."""
    note: str
    """One line for a reader."""
    places: tuple[FindingPlace, ...]
    """Where it shows; one finding may show in many places."""
    causes: tuple[str, ...] = ()
    """Ids of the changes that explain this one."""


class Reference(Value):
    """A number by which one paragraph refers to another ("paragraph 4 above") and what became of it.

    A list has one for each number that is printed, a range one for each end.
    """

    change: str
    """Id of the change in which it stands."""
    text: str
    """The words that refer, in the new text; where it was dropped, in the old one."""
    outcome: Literal["unchanged", "consequential", "stale", "retargeted", "dangling", "dropped"]
    """What became of it: `consequential` where the number follows its target, `stale` where the number stayed
    and the target moved or went, `retargeted` where it points to other content, `dangling` where it points to
    nothing."""
    old_target: str | None = None
    """Id of the old paragraph referred to; null where there is none."""
    new_target: str | None = None
    """Id of the new paragraph referred to; null where there is none."""
    old_number: str | None = None
    """The number as printed in the old text (`5 (a)`); null where the new text alone has the reference."""
    new_number: str | None = None
    """The number as printed in the new text; null where it was dropped."""
    old_span: tuple[int, int] | None = None
    """Where that number stands in the old text of the change, from the first code point to one past the last."""
    new_span: tuple[int, int] | None = None
    """The same in the new text of the change."""
    causes: tuple[str, ...] = ()
    """Id of the change by which its target came to stand where it does, or went; none where it is unchanged."""


class NotCompared(Value):
    """Something of one side that was not compared, and why."""

    side: Literal["old", "new", "both"]
    """Which text it is in."""
    what: str
    """A noun with its number: `3 footnotes`, `adoption line`."""
    text: str = ""
    """Its words, where that helps."""
    reason: str = ""
    """Why it was not compared; `metadata` for lines of the frame."""


class Summary(Value):
    """Counts of changes of preambular and operative paragraphs, subparagraphs too.

    In a text without resolution, its plain paragraphs are counted. Each old paragraph stands under exactly one
    of `unchanged`, `reworded`, `moved`, `transferred`, `split`, `merged`, `regrouped` and `removed`.
    """

    old_paragraphs: int = 0
    """Old paragraphs counted."""
    new_paragraphs: int = 0
    """New paragraphs counted."""
    unchanged: int = 0
    """Kept in place with the same words; the number may have changed."""
    reworded: int = 0
    """Kept in place and altered."""
    moved: int = 0
    """Kept but moved, altered or not."""
    transferred: int = 0
    """Kept but transferred to another part, altered or not."""
    split: int = 0
    """Old paragraphs that were split."""
    merged: int = 0
    """Old paragraphs that were merged into others."""
    regrouped: int = 0
    """Old paragraphs of links with several paragraphs on both sides."""
    removed: int = 0
    """Old paragraphs that were removed."""
    added: int = 0
    """New paragraphs that were added."""
    renumbered: int = 0
    """Changes with another number; these stand under one of the words above too."""
    mechanical: int = 0
    """Changes of this layer only."""
    editorial: int = 0
    """Changes of this layer."""
    substantive: int = 0
    """Changes of this layer."""
    elsewhere: int = 0
    """Editorial and substantive changes outside the preamble and the operative part: title, headings, annexes."""


class Options(Value):
    """What a comparison was told to do."""

    pins: tuple[str, ...] = ()
    """Links that the reader forced, as written."""


class Comparison(Value):
    """Two resolutions, and what became of each paragraph and note of the old one in the new one.

    Law 3: `compare(x, x)` alters nothing; `compare(new, old)` mirrors `compare(old, new)`.
    """

    schema_: Literal["travaux.comparison/1"] = field(default="travaux.comparison/1", key="schema")
    """Name and version of this form of JSON."""
    travaux: str
    """Version of travaux that made it."""
    options: Options = Options()
    """What the comparison was told to do."""
    old: Resolution
    """The old text that was compared; of a wrapper, the draft that it transmits."""
    new: Resolution
    """The new text that was compared."""
    changes: tuple[Change, ...]
    """In the order of the new text; a removed paragraph directly after the change that holds the nearest earlier
    old paragraph that was neither moved nor removed."""
    note_changes: tuple[Change, ...] = ()
    """The same for notes, matched by their words."""
    findings: tuple[Finding, ...] = ()
    """What the changes mean; empty until kinds of change exist."""
    references: tuple[Reference, ...] = ()
    """What became of cross-references; empty until they are classed."""
    not_compared: tuple[NotCompared, ...] = ()
    """What of either side is not in `changes` or `note_changes`, and why."""
    notices: tuple[Notice, ...] = ()
    """What should be known about the comparison itself; those about reading stand with each text."""
    summary: Summary = Summary()
    """Counts of the changes."""

    def _repr_html_(self) -> str:
        """The page in a frame: what a notebook shows of a comparison."""
        from travaux.renderers.html.framing import framed  # noqa: PLC0415 - the one import upwards, at call time

        return framed(self)
