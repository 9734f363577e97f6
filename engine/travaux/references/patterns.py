"""The patterns by which mentions are found, made from the words of a language."""

import re
from functools import cache
from typing import Final, NamedTuple

from travaux.contracts import ReferenceWords
from travaux.numerals import REPETITIONS
from travaux.text import SPACES

BLANK: Final = f"[{SPACES}]{{1,3}}"
_PLAIN: Final = rf"(?:\d{{1,4}}(?:(?:\s|-)?(?:{'|'.join(REPETITIONS)})\b)?)"
_CAPITAL: Final = r"(?:[IVXLC]{1,7}|[A-Z]|\d{1,3})(?![\w’'/-]|[.,]\d)"


class Patterns(NamedTuple):
    """The patterns of one language.

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


@cache
def compiled(words: ReferenceWords) -> Patterns:
    """Return the patterns of a language."""
    nouns = {name: getattr(words, name) for name in ("paragraph", "subparagraph", "section", "part", "annex")}
    named = "|".join(rf"(?P<{name}>(?P<{name}_several>{several})|(?:{one}))" for name, (one, several) in nouns.items())
    joint = words.joints.replace(" ", r"\s")
    letters = rf"(?:\s?{words.letter}){{1,3}}"
    qualified = rf"(?:,?\s(?:{words.within})\s|,?\s)(?:{words.present})\b|\shere(?:of|to)\b"
    return Patterns(
        unit=re.compile(rf"(?<![\w-])(?:(?P<adjective>{words.adjectives})\s)?(?:{named}){BLANK}(?=[\dIVXLCA-Z(a-z])"),
        preamble=re.compile(words.preamble),
        number=re.compile(
            rf"(?P<plain>{_PLAIN})(?![\w/]|\s?\(\d|[.,]\d|\s?%)(?P<letters>{letters})?|(?P<bare>{letters})"
        ),
        capital=re.compile(_CAPITAL),
        letter=re.compile(words.letter),
        glue=re.compile(rf",\s(?:(?:{joint})\s)?|\s(?:{joint})\s"),
        through=re.compile(rf"\s(?:{words.through})\s|\s?[-‐-—]\s?(?=\d|\()"),
        joined=re.compile(rf",?\s(?:{joint}|{words.through})\s(?:(?:in|of|on|by|with|au|aux|à|le|les|l['’])\s)?|,\s"),
        within=re.compile(rf"\s(?:{words.within})\s?"),
        above=re.compile(rf",?\s(?:{words.above})\b"),
        below=re.compile(rf",?\s(?:{words.below})\b"),
        present=re.compile(qualified),
        here=re.compile(rf",?\s(?:(?:{words.within})\s)?(?:{words.here})\b"),
        presently=re.compile(rf"(?:{words.present}),\s(?:(?:in\sparticular|notably)\s)?\Z"),
        whole=re.compile(rf"(?<!\w)(?:{words.whole})\b"),
        preceding=re.compile(rf"(?<!\w)(?:{words.preceding})"),
        behind=re.compile(words.behind),
        provision=re.compile(rf"(?<![\w-])(?:{words.before})\Z"),
        documents=re.compile(rf"(?<![\w-])(?:{words.documents})(?![\w-])"),
    )
