"""A text as the rules see it, and the sources of the rules."""

from dataclasses import dataclass
from typing import Final, Literal

from travaux.contracts import Language
from travaux.model.checks import Remark
from travaux.model.comparison import Comparison
from travaux.model.document import Paragraph, Resolution

Rule = Literal[
    "sequence",
    "numbering",
    "single-paragraph",
    "punctuation",
    "brackets",
    "rollover",
    "first-mention",
    "reference",
    "citation",
]

SOURCES: Final[dict[Rule, str]] = {
    "sequence": "drafting convention of the Assembly and the Councils: same verb again, “also”, then “further”",
    "numbering": "Editorial Manual, Resolutions, D (numbering of paragraphs)",
    "single-paragraph": "Editorial Manual, Resolutions, D: a single operative paragraph is not numbered",
    "punctuation": "Editorial Manual, Resolutions, H (punctuation)",
    "brackets": "Editorial Manual, Paragraphs and subparagraphs: square brackets vanish on agreement",
    "rollover": "a session or year that the text advances elsewhere",
    "first-mention": "Editorial Manual, Resolutions, J: number and date at first mention, later the number alone",
    "reference": "Editorial Manual, Resolutions, E (references to paragraphs)",
    "citation": "sessions and years of the organs; numbers of the Security Council's resolutions",
}
"""Where each rule comes from. Chapters are named after the contents of the Manual."""

FORMAL: Final = frozenset({"GA", "ECOSOC", "HRC"})
"""Codes of the organs whose texts keep the conventions of sequence and first mention; the Security Council's do not."""


@dataclass(frozen=True)
class Text:
    """What the rules look at.

    Attributes:
        resolution: the text.
        language: its language.
        speaker: code of the organ that speaks; None where it is not known.
        comparison: with an older text, of which this is the new one; None where there is none.
        number: place among several drafts, from 1; None for a text by itself.
    """

    resolution: Resolution
    language: Language
    speaker: str | None
    comparison: Comparison | None = None
    number: int | None = None

    def remark(
        self, rule: Rule, note: str, paragraph: Paragraph | None = None, span: tuple[int, int] | None = None
    ) -> Remark:
        """Return a remark of a rule, on a paragraph or words of it."""
        return Remark(
            draft=self.number,
            paragraph=paragraph.id if paragraph else None,
            address=paragraph.address if paragraph else None,
            rule=rule,
            note=note,
            source=SOURCES[rule],
            start=span[0] if span else None,
            end=span[1] if span else None,
        )
