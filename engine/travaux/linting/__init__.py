"""What an editor would ask about a text: one function a rule. Nothing here blocks, and nothing is corrected."""

from collections.abc import Callable, Iterator

from travaux.linting.brackets import brackets
from travaux.linting.mentions import citation, first_mention
from travaux.linting.numbering import numbering, single
from travaux.linting.pointers import pointers
from travaux.linting.punctuation import punctuation
from travaux.linting.rollover import rollover
from travaux.linting.sequence import sequence
from travaux.linting.text import FORMAL, SOURCES, Rule, Text
from travaux.model.checks import Remark

RULES: dict[Rule, Callable[[Text], Iterator[Remark]]] = {
    "sequence": sequence,
    "numbering": numbering,
    "single-paragraph": single,
    "punctuation": punctuation,
    "brackets": brackets,
    "rollover": rollover,
    "first-mention": first_mention,
    "reference": pointers,
    "citation": citation,
}
"""The rules by name."""

__all__ = ["FORMAL", "RULES", "SOURCES", "Rule", "Text"]
