"""The values of checking one text: how its references stand, and what an editor would ask about."""

from typing import Literal

from travaux.model.document import Notice
from travaux.model.history import Stage
from travaux.model.value import Value, field

Outcome = Literal[
    "found", "dangling", "misplaced", "unordered", "unchanged", "consequential", "stale", "retargeted", "dropped"
]
"""How a reference stands. Within the text: `found`, `dangling` (it leads nowhere), `misplaced` ("above" of what stands
below, or the reverse), `unordered` (behind a higher number in its list). Against an older text also as
`Reference.outcome` says."""


class CheckedReference(Value):
    """One number by which a text refers to a paragraph, section or annex of its own."""

    draft: int | None = field(default=None, ge=1)
    """Of a text that transmits several drafts the one in which it stands, from 1; else null."""
    paragraph: str
    """Id of the paragraph in which it stands; of one that was dropped, in the old text."""
    address: str
    """The same for a reader."""
    text: str
    """The words that refer."""
    number: str
    """The number as printed; empty for words without one ("the preceding paragraph")."""
    start: int = field(ge=0)
    """First code point of the number in the text of the paragraph; of words without a number, of these."""
    end: int = field(ge=0)
    """One past the last."""
    target: str | None = None
    """Id of the paragraph that it names; null where there is none. Of one that was dropped, in the old text."""
    target_address: str | None = None
    """The same for a reader."""
    old_address: str | None = None
    """Where the paragraph that it named in the older text stood there, for a reader; null without such a text, and of a
    reference that is new."""
    outcome: Outcome
    """How it stands."""
    note: str = ""
    """One sentence for a reader; empty where there is nothing to say."""


class DoubtfulCitation(Value):
    """A resolution or decision of an organ, cited with a number or a date that cannot be."""

    draft: int | None = field(default=None, ge=1)
    """As in `CheckedReference`."""
    paragraph: str
    """Id of the paragraph in which it stands."""
    address: str
    """The same for a reader."""
    text: str
    """The number and its date as printed."""
    start: int = field(ge=0)
    """First code point of the number in the text of the paragraph."""
    end: int = field(ge=0)
    """One past the last code point of the number."""
    rule: Literal["number", "date", "two-dates"]
    """`number`: the Security Council had no resolution of this number in that year. `date`: the organ cannot have
    adopted it on that day. `two-dates`: the text gives it another date elsewhere."""
    note: str
    """One sentence for a reader."""


class References(Value):
    """The references of a text to its own paragraphs, and its citations that cannot be right."""

    schema_: Literal["travaux.references/1"] = field(default="travaux.references/1", key="schema")
    """Name and version of this form of JSON."""
    travaux: str
    """Version of travaux that made it."""
    old: Stage | None = None
    """The older text against which it was checked; null where there was none."""
    text: Stage
    """The text that was checked."""
    references: tuple[CheckedReference, ...]
    """In the order of the text; one that was dropped behind those of the paragraph from which it went."""
    citations: tuple[DoubtfulCitation, ...] = ()
    """In the order of the text."""
    foreign: int = field(default=0, ge=0)
    """How many numbers of paragraphs, sections and annexes belong to other texts; these are not checked."""
    notices: tuple[Notice, ...] = ()
    """What should be known about the check."""


class Remark(Value):
    """Something in a text that an editor would ask about."""

    draft: int | None = field(default=None, ge=1)
    """As in `CheckedReference`."""
    paragraph: str | None = None
    """Id of the paragraph; null for the text as a whole."""
    address: str | None = None
    """The same for a reader."""
    rule: str
    """Name of the rule: `sequence`, `numbering`, `punctuation` ...; `docs/how-to/lint-a-draft.md` explains each."""
    note: str
    """One sentence for a reader."""
    source: str
    """Where the rule comes from."""
    start: int | None = field(default=None, ge=0)
    """First code point of the words in question, in the text of the paragraph; null where it is the whole."""
    end: int | None = field(default=None, ge=0)
    """One past the last."""


class Lint(Value):
    """What an editor would ask about a text. Never a verdict: a remark may be answered with "it is meant so"."""

    schema_: Literal["travaux.lint/1"] = field(default="travaux.lint/1", key="schema")
    """Name and version of this form of JSON."""
    travaux: str
    """Version of travaux that made it."""
    old: Stage | None = None
    """The older text against which it was checked; null where there was none."""
    text: Stage
    """The text that was checked."""
    remarks: tuple[Remark, ...]
    """In the order of the text."""
    unchecked: tuple[str, ...] = ()
    """Names of rules that were not applied, each with the reason: `rollover: there is no older text`."""
    notices: tuple[Notice, ...] = ()
    """What should be known about the check."""
