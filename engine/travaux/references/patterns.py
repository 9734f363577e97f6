"""The patterns by which mentions are found, made from the words of a language."""

import re
from functools import cache
from typing import Final

from travaux.contracts import ReferenceWords
from travaux.numerals import REPETITIONS
from travaux.text import SPACES

BLANK: Final = f"[{SPACES}]{{1,3}}"
_PLAIN: Final = rf"(?:\d{{1,4}}(?:(?:\s|-)?(?:{'|'.join(REPETITIONS)})\b)?)"
_CAPITAL: Final = r"(?:[IVXLC]{1,7}|[A-Z]|\d{1,3})(?![\w’'/-]|[.,]\d)"


class Patterns:
    """The patterns of one language, each compiled when it is asked for: most texts need few of them.

    Attributes:
        unit: a noun with the blank behind it, before a number; one group for each noun, `several` where it is plural.
        preamble: the word before a noun by which it means a paragraph of the preamble.
        number: a number with its letters, or letters alone; groups `plain` and `letters`.
        capital: the number of a section, a part or an annex.
        letter: one letter.
        glue: between two items of a list.
        through: between the ends of a range; other glue does not match it.
        joined: between two units of the same owner.
        within: between a unit and the one in which it stands.
        above, below: behind a unit.
        present: the same: "of the present resolution".
        here: the same: "of this article".
        presently: before a unit: "the present resolution, ".
        whole, preceding: words that are mentions by themselves.
        behind: behind a unit that belongs to another text.
        provision: before a unit that stands in an article or the like, to the end of a window.
        documents: a word that names another text.
    """

    unit: re.Pattern[str]
    preamble: re.Pattern[str]
    number: re.Pattern[str]
    capital: re.Pattern[str]
    letter: re.Pattern[str]
    glue: re.Pattern[str]
    through: re.Pattern[str]
    joined: re.Pattern[str]
    within: re.Pattern[str]
    above: re.Pattern[str]
    below: re.Pattern[str]
    present: re.Pattern[str]
    here: re.Pattern[str]
    presently: re.Pattern[str]
    whole: re.Pattern[str]
    preceding: re.Pattern[str]
    behind: re.Pattern[str]
    provision: re.Pattern[str]
    documents: re.Pattern[str]

    def __init__(self, **told: str) -> None:
        self._told = told

    def __getattr__(self, name: str) -> re.Pattern[str]:
        if name not in self._told:
            raise AttributeError(name)
        made = re.compile(self._told[name])
        setattr(self, name, made)
        return made


@cache
def compiled(words: ReferenceWords) -> Patterns:
    """Return the patterns of a language."""
    nouns = {name: getattr(words, name) for name in ("paragraph", "subparagraph", "section", "part", "annex")}
    named = "|".join(rf"(?P<{name}>(?P<{name}_several>{several})|(?:{one}))" for name, (one, several) in nouns.items())
    joint = words.joints.replace(" ", r"\s")
    letters = rf"(?:\s?{words.letter}){{1,3}}"
    qualified = rf"(?:,?\s(?:{words.within})\s|,?\s)(?:{words.present})\b|\shere(?:of|to)\b"
    return Patterns(
        unit=rf"(?<![\w-])(?:(?P<adjective>{words.adjectives})\s)?(?:{named}){BLANK}(?=[\dIVXLCA-Z(a-z])",
        preamble=words.preamble,
        number=rf"(?P<plain>{_PLAIN})(?![\w/]|\s?\(\d|[.,]\d|\s?%)(?P<letters>{letters})?|(?P<bare>{letters})",
        capital=_CAPITAL,
        letter=words.letter,
        glue=rf",\s(?:(?:{joint})\s)?|\s(?:{joint})\s",
        through=rf"\s(?:{words.through})\s|\s?[-‐-—]\s?(?=\d|\()",
        joined=rf",?\s(?:{joint}|{words.through})\s(?:(?:in|of|on|by|with|au|aux|à|le|les|l['’])\s)?|,\s",
        within=rf"\s(?:{words.within})\s?",
        above=rf",?\s(?:{words.above})\b",
        below=rf",?\s(?:{words.below})\b",
        present=qualified,
        here=rf",?\s(?:(?:{words.within})\s)?(?:{words.here})\b",
        presently=rf"(?:{words.present}),\s(?:(?:in\sparticular|notably)\s)?\Z",
        whole=rf"(?<!\w)(?:{words.whole})\b",
        preceding=rf"(?<!\w)(?:{words.preceding})",
        behind=words.behind,
        provision=rf"(?<![\w-])(?:{words.before})\Z",
        documents=rf"(?<![\w-])(?:{words.documents})(?![\w-])",
    )
