"""How much a word tells: the weight by which equal words between two edits are kept in sight or given up."""

from collections.abc import Callable, Iterable

from travaux.words import firm

Weigh = Callable[[str], float]
"""From the key of a word to its weight, 0 to 1."""

PUNCTUATION = 0.05
FUNCTION = 0.1
PLAIN = 0.6
NAME = 0.8
FIRM = 1.0
"""Where no frequencies are known only the gap between small words and others counts: with PLAIN anywhere
from 0.5 to 1 and NAME from there to 1 at most 7 of 425 real redlines are other ones. Raised to 0.15,
FUNCTION changes 13."""

LEAST = 0.01
"""Weight below which no word counts, so that the work on a long text of words that tell nothing is bounded."""

_FUNCTION_WORDS = frozenset({
    "a", "an", "the", "this", "that", "these", "those", "its", "their", "his", "her", "it", "they", "them",
    "he", "she", "we", "us", "our", "itself", "themselves", "such", "same", "other", "of", "to", "in", "on",
    "at", "by", "for", "from", "with", "within", "without", "into", "onto", "upon", "as", "under", "over",
    "through", "throughout", "during", "between", "among", "against", "about", "above", "below", "after",
    "before", "since", "until", "towards", "toward", "across", "per", "via", "regarding", "concerning",
    "and", "or", "nor", "but", "both", "either", "also", "further", "than", "then", "thus", "therein",
    "thereof", "thereto", "where", "when", "while", "whether", "which", "who", "whom", "whose", "what",
    "so", "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "having",
})  # fmt: skip
# Modal verbs and negations are left out: `shall` for `should` and `not` are never a small matter.

_SMALL = dict.fromkeys(_FUNCTION_WORDS, FUNCTION) | dict.fromkeys(",;:.()", PUNCTUATION)


def word_weight(key: str) -> float:
    """Return the weight of a word by its form alone.

    >>> [word_weight(key) for key in (",", "the", "assistance", "Committee", "58/136")]
    [0.05, 0.1, 0.6, 0.8, 1.0]
    """
    if key in _FUNCTION_WORDS:
        return FUNCTION
    if key.isalpha():
        if key.islower():
            return PLAIN
        return FUNCTION if key.lower() in _FUNCTION_WORDS else NAME
    if firm(key):
        return FIRM
    if any(map(str.isalpha, key)):
        return NAME if key[0].isupper() else PLAIN
    return PUNCTUATION


class Weights(dict[str, float]):
    """The weights of the words of one redline, each asked for once; by their form where nobody is to be asked."""

    def __init__(self, weigh: Weigh | None = None) -> None:
        super().__init__(() if weigh else _SMALL)
        self._weigh = (lambda key: min(max(weigh(key), LEAST), 1.0)) if weigh else word_weight

    def __missing__(self, key: str) -> float:
        weight = self[key] = self._weigh(key)
        return weight

    def of(self, keys: Iterable[str]) -> float:
        """Return the weight of several words together."""
        return sum(map(self.__getitem__, keys))
