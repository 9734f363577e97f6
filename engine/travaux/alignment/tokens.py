"""The words of a paragraph as alignment sees them: folded, lower case, numbers and symbols whole."""

import re
from collections import Counter

from travaux.text import fold

STEM = 7
"""Letters of a word that count: `recalling` and `recalls`, `adoption` and `adopted` are alike.

Range 5 to 30: hard links of the real pairs .983 to .988, real splits and merges F1 .90 to .91, redrafts the same.
"""
SPOKEN = 4
"""Letters from which a word is more than a particle."""

_PARTS = str.maketrans(dict.fromkeys("()[]{}<>\"';-_*+=|", " "))
_ENDS = ".,:;/!?"
_UNSPACED = "[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
_MARKS = "[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f]"
_FOREIGN_WORD = rf"\d+(?:[/.,:-]\d+)*|{_UNSPACED}|(?:(?!{_UNSPACED})[^\W\d_]|{_MARKS})+"
"""Compiled when a text needs it: that takes milliseconds, as do all classes with many ranges above U+00FF."""
_USUAL = (("’", "'"), ("“", '"'), ("”", '"'), ("–", "-"), ("—", "-"), ("\u00a0", " "), ("‘", "'"))


def key(text: str) -> str:
    """Return the text by which two paragraphs are the same: glyphs, case and final punctuation folded.

    >>> key("Takes note of the report;  and") == key("takes note of the report.")
    True
    """
    folded = _folded(text).casefold().rstrip(" ;,.:")
    for conjunction in (" and", " or"):
        if folded.endswith(conjunction):
            return folded[: -len(conjunction)].rstrip(" ;,.:")
    return folded


def words(folded: str) -> list[str]:
    """Return the words of a folded text, in order, as they stand; `stem` makes those alike that are.

    >>> words("recalling resolutions 70/1, and a/res/78/241")
    ['recalling', 'resolutions', '70/1,', 'and', 'a/res/78/241']
    """
    if not folded.isascii() and re.search(_UNSPACED, folded):
        return re.findall(_FOREIGN_WORD, folded)
    return folded.translate(_PARTS).split()


def stem(word: str) -> str:
    """Return what counts of a word: without punctuation, cut to its first letters; numbers and symbols whole.

    >>> [stem(word) for word in ("recalling", "70/1,", "a/res/78/241")]
    ['recalli', '70/1', 'a/res/78/241']
    """
    bare = word.strip(_ENDS)
    return bare[:STEM] if bare.isalpha() else bare


def differing(old: str, new: str) -> int:
    """Return how many words differ: of those that only one text has, the greater number, each as often as it stands.

    Case, glyphs and punctuation are no difference; another form of a word is one.

    >>> differing("Takes note of the report;", "Takes note also of the report of the Board;")
    4
    """
    olds, news = (words(_folded(text).casefold()) for text in (old, new))
    start, end = _shared(olds, news)
    before = Counter(word.strip(_ENDS) for word in olds[start : len(olds) - end])
    after = Counter(word.strip(_ENDS) for word in news[start : len(news) - end])
    return max((before - after).total(), (after - before).total())


def _shared(old: list[str], new: list[str]) -> tuple[int, int]:
    """How many words two texts share at the beginning, and of the rest at the end."""
    start = end = 0
    shortest = min(len(old), len(new))
    while start < shortest and old[start] == new[start]:
        start += 1
    while end < shortest - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return start, end


def spoken(text: str) -> list[str]:
    """Return the words of a text, in lower case, that are neither names nor numbers nor small.

    What begins with a capital inside a sentence is a name. Scripts without capitals have no names that could
    be told: all their words are taken.

    >>> spoken("Invites the Danube Commission to share its charts")
    ['invites', 'share', 'charts']
    """
    found = words(_folded(text))
    if not found or found[0].lower() == found[0].upper():
        return found
    return [found[0].casefold(), *[word for word in found[1:] if len(word) >= SPOKEN and word.islower()]]


def _folded(text: str) -> str:
    """Fold the glyphs; what `travaux.text.fold` does, sooner done for the usual ones."""
    if not text.isascii():
        for glyph, plain in _USUAL:
            text = text.replace(glyph, plain)
    if not text.isascii() or "`" in text or "''" in text:
        return fold(text)
    return text.strip() if "  " not in text and text.isprintable() else " ".join(text.split())
