"""The words of a paragraph as alignment sees them: folded, lower case, numbers and symbols whole."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from travaux.sequences import common_end, common_start
from travaux.text import fold

STEM = 7
"""Letters of a word that count: `recalling` and `recalls`, `adoption` and `adopted` are alike.

Range 5 to 30: hard links of the real pairs .983 to .988, real splits and merges F1 .90 to .91, redrafts the same.
"""
SPOKEN = 4
"""Letters from which a word is more than a particle."""

BLOCK = 64
"""Texts that are folded and cut as one: one that is not plain ASCII sends all in its block the long way."""

_PARTS = str.maketrans(dict.fromkeys("()[]{}<>\"';-_*+=|", " "))
_CONJUNCTIONS = (" and", " or", " et", " ou")
"""What may stand behind an item of a list but the last, in any language."""
_STOPS = " ;,.:"
_UNTIDY = ("`", *"\t\r\v\f\x1c\x1d\x1e\x1f")
"""What is to be folded in plain ASCII, letter by letter."""
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
    return _without_end(_folded(text).casefold())


def keys(texts: Sequence[str]) -> Iterator[str]:
    """Return the key of each text; many plain ones are folded as one text, for half of the time is that of calling."""
    for start in range(0, len(texts), BLOCK):
        block = texts[start : start + BLOCK]
        joined = _plain("\n".join(block))
        if _is_tidy(joined) and joined.count("\n") < len(block):
            yield from map(_without_end, joined.casefold().split("\n"))
        else:
            yield from map(key, block)


def words(folded: str) -> list[str]:
    """Return the words of a folded text, in order, as they stand; `stem` makes those alike that are.

    >>> words("recalling resolutions 70/1, and a/res/78/241")
    ['recalling', 'resolutions', '70/1,', 'and', 'a/res/78/241']
    """
    if not folded.isascii() and re.search(_UNSPACED, folded):
        return re.findall(_FOREIGN_WORD, folded)
    return folded.translate(_PARTS).split()


def words_of_each(folded: Sequence[str]) -> Iterator[list[str]]:
    """Return the words of each of many folded texts, as `words` does; plain ones are cut as one text."""
    for start in range(0, len(folded), BLOCK):
        block = folded[start : start + BLOCK]
        joined = "\n".join(block)
        if joined.isascii():
            yield from map(str.split, joined.translate(_PARTS).split("\n"))
        else:
            yield from map(words, block)


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
    old, new = _plain(old), _plain(new)
    if old.isascii() and new.isascii():  # else one letter may tell how all the others are cut
        old, new = _between(old, new)
    before, after = (Counter([word.strip(_ENDS) for word in words(_folded(text).casefold())]) for text in (old, new))
    return max((before - after).total(), (after - before).total())


def same_order(old: str, new: str) -> bool:
    """Whether two texts have the same words, each at the same place.

    >>> same_order("the report of the Board;", "The report, of the Board")
    True
    """
    before, after = ([word.strip(_ENDS) for word in words(_folded(text).casefold())] for text in (old, new))
    return before == after


def _between(old: str, new: str) -> tuple[str, str]:
    """Cut the words at the beginning and at the end that two texts share."""
    start = old.rfind(" ", 0, common_start(old, new)) + 1
    space = old.find(" ", len(old) - common_end(old, new, min(len(old), len(new)) - start))
    end = len(old) - space if space >= 0 else 0
    return old[start : len(old) - end], new[start : len(new) - end]


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
    text = _plain(text)
    if _is_tidy(text):
        return text.strip() if "\n" not in text else " ".join(text.split())
    return fold(text) if not text.isascii() or "`" in text or "''" in text else " ".join(text.split())


def _plain(text: str) -> str:
    """Replace the usual glyphs."""
    if not text.isascii():
        for glyph, plain in _USUAL:
            text = text.replace(glyph, plain)
    return text


def _is_tidy(text: str) -> bool:
    """Whether nothing in a text is to be folded but line feeds, and spaces at its ends."""
    return text.isascii() and not any(map(text.__contains__, _UNTIDY)) and "  " not in text and "''" not in text


def _without_end(folded: str) -> str:
    """Cut the punctuation and the conjunction that may follow the last word."""
    folded = folded.strip(" ").rstrip(_STOPS)
    if folded.endswith(_CONJUNCTIONS):
        return folded[: folded.rindex(" ")].rstrip(_STOPS)
    return folded
