"""How much a word tells: the weight by which equal words between two edits are kept in sight or given up."""

from collections.abc import Iterable
from functools import cache

from travaux.words import firm

PUNCTUATION = 0.05
FUNCTION = 0.1
PLAIN = 0.6
NAME = 0.8
FIRM = 1.0
"""Only the gap between small words and others counts: with PLAIN anywhere
from 0.5 to 1 and NAME from there to 1 at most 7 of 425 real redlines are other ones. Raised to 0.15,
FUNCTION changes 13."""

MOST = 20_000
"""Words whose weight is remembered. Range 1,000 to 100,000: the drafts of a session have some 10,000."""

SHORT = 3
"""Letters of a word that counts as small where the small words of a language are not known. Range 2 to 4."""


def word_weight(key: str, small: frozenset[str] = frozenset()) -> float:
    """Return the weight of a word by its form, given the small words of its language.

    >>> [word_weight(key, frozenset({"the"})) for key in (",", "the", "assistance", "Committee", "58/136")]
    [0.05, 0.1, 0.6, 0.8, 1.0]
    """
    if key in small:
        return FUNCTION
    if key.isalpha():
        if key.islower():
            return PLAIN if small or len(key) > SHORT else FUNCTION
        return FUNCTION if key.lower() in small else NAME
    if firm(key):
        return FIRM
    if any(map(str.isalpha, key)):
        return NAME if key[0].isupper() else PLAIN
    return PUNCTUATION


class Weights(dict[str, float]):
    """The weights of the words of one language, each found once and forgotten when there are `MOST`."""

    def __init__(self, small: frozenset[str] = frozenset()) -> None:
        super().__init__()
        self._small = small

    def __missing__(self, key: str) -> float:
        if len(self) >= MOST:
            self.clear()
        weight = self[key] = word_weight(key, self._small)
        return weight

    def of(self, keys: Iterable[str]) -> float:
        """Return the weight of several words together."""
        return sum(map(self.__getitem__, keys))


@cache
def weights_of(small: frozenset[str]) -> Weights:
    """Return the weights of a language, the same for every redline: they depend on the words alone."""
    return Weights(small)
