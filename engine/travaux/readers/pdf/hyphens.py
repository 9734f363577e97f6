"""Hyphens at the ends of lines: of the word, or of the line."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W\d_]+)[-‐]$")
_GOES_ON = re.compile(r"[^\W\d_]+")
_PREFIXES_NAMES = (
    "all anti bi co counter cross cyber de decision demi ex extra fact far follow full half high inter intra long "
    "low macro mega meta micro mid mini multi neo non off on one over post pre pro pseudo quasi re self semi short "
    "so socio sub super trans tri ultra un under up vice well wide world avant après arrière contre entre sous"
)
_PREFIXES = frozenset(_PREFIXES_NAMES.split())
"""First parts of words that keep their hyphen where nothing else tells."""


class Hyphens:
    """Decides by the other words of the document; where they are silent, the hyphen stays.

    Word processors that end lines at hyphens of the text only are the rule for documents of the United Nations.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        lines = list(lines)
        self.words: Counter[str] = Counter()
        for text in lines:
            found = [word.lower().replace("‑", "-").replace("‐", "-") for word in _WORD.findall(text)]
            if _BROKEN.search(text) and found:
                found.pop()
            self.words.update(found)
        self.breaks_words = self._breaks_words(lines)

    def _breaks_words(self, lines: list[str]) -> bool:
        """Whether the document breaks words: joined they stand elsewhere in it, and with a hyphen they do not."""
        broken = whole = 0
        for text, following in pairwise(lines):
            first, second = _BROKEN.search(text), _GOES_ON.match(following)
            if first and second:
                joined, hyphened = self._counts(first[1], second[0])
                broken += joined > 0 and not hyphened
                whole += hyphened > 0
        return broken > whole

    def _counts(self, first: str, second: str) -> tuple[int, int]:
        first, second = first.lower(), second.lower()
        return self.words[first + second], self.words[f"{first}-{second}"]

    def stays(self, before: str, after: str) -> bool:
        """Whether the hyphen at the end of a line stays when the next line is joined to it."""
        first, second = _BROKEN.search(before), _GOES_ON.match(after)
        if first is None or second is None or not second[0][0].islower():
            return True
        joined, hyphened = self._counts(first[1], second[0])
        if joined != hyphened:
            return hyphened > joined
        return not self.breaks_words or first[1].lower() in _PREFIXES
