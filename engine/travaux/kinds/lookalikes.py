"""Words that look like one word in two forms and are two words: what no rule of form or style may explain."""

import re
import unicodedata
from typing import Final

from travaux.kinds.lexicon import Lexicon
from travaux.text import fold

_AGAIN: Final = re.compile(
    r"\bre-(?:act|bound|call|claim|collect|count|cover|creat|dress|form|fund|lay|lease|mark|move|port|pose|present|press"
    r"|prove|search|sent|serve|sign|solve|sort|store|strain|treat|turn|view)"
)
"""Words that mean another thing without the hyphen: to sign again is not to resign."""
_ALONE: Final = frozenset(
    "a an in im may no not non un over under out up on to any some every".split()  # noqa: SIM905 - a table of words
)
"""Words that make another word with the one behind them: `may be`, `maybe`; `a part`, `apart`; `in direct`."""
_ENDING: Final = 2
"""Letters at the end of a word in which an accent is a matter of grammar: `invites`, `invités`. Range 1 to 3."""


def two_words(old: str, new: str, known: Lexicon) -> bool:
    """Return whether two spellings are two words, or may be; the default is up."""
    one, other = fold(old), fold(new)
    lower = one.lower(), other.lower()
    if lower[0] == lower[1]:
        return one != other and _is_modal(lower[0], known)
    if _without(lower[0], "'") == _without(lower[1], "'"):
        return lower[0].endswith("'s") != lower[1].endswith("'s")
    if _without(lower[0], "- ") == _without(lower[1], "- "):
        return _joined_otherwise(*lower, known)
    return _plain(lower[0]) == _plain(lower[1]) and _differs_in_grammar(one, other)


def _joined_otherwise(one: str, other: str, known: Lexicon) -> bool:
    number = known.patterns.get("number")
    if number and "-" in one and "-" in other and number.search(one):
        return True  # twenty four-hour watches, twenty-four hour watches
    if any(_AGAIN.search(word) for word in (one, other)):
        return True
    apart, joined = (one, other) if one.count(" ") > other.count(" ") else (other, one)
    return " " not in joined and "-" not in joined and not _ALONE.isdisjoint(apart.split()[:-1])


def _differs_in_grammar(one: str, other: str) -> bool:
    return one.islower() and other.islower() and one[:-_ENDING] == other[:-_ENDING]


def _is_modal(word: str, known: Lexicon) -> bool:
    return any(entry.kind == "modal" for entry in known.beginning([word], 0))


def _without(text: str, signs: str) -> str:
    return "".join(c for c in text if c not in signs)


def _plain(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
