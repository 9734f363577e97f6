"""Phrases: where the same words stand in a text, however they are typed."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from travaux.text import fold

_BAR = "|"
"""Keeps `fold` from trimming the ends of a piece."""


def comparable(text: str) -> str:
    """Return a text as it is compared: folded as `text.fold` does, and without regard to capitals."""
    return fold(text).casefold()


def core(text: str) -> str:
    """Return the words of a text as they are compared, without what stands around them; empty where there are none.

    >>> core("“Light” of the harbour;")
    'light" of the harbour'
    """
    folded = comparable(text)
    start, end = 0, len(folded)
    while start < end and not folded[start].isalnum():
        start += 1
    while end > start and not folded[end - 1].isalnum():
        end -= 1
    return folded[start:end]


def stands(phrase: str, text: str) -> bool:
    """Whether whole words stand in a text; both as `comparable` makes them. Nothing stands nowhere."""
    return next(_occurrences(phrase, text), None) is not None


def places(phrase: str, text: str) -> list[tuple[int, int]]:
    """Return where a phrase stands in a text: first code point and one past the last, in order, none overlapping.

    Found are the same whole words in the same order with the same punctuation between them. Differences of spaces,
    quotation marks, hyphens, Unicode form and capitals do not count. A word that the phrase ends in may not go on in
    the text.

    >>> places("Subject  to availability", "to report, subject to availability, and subject to availabilities")
    [(11, 34)]
    """
    wanted = comparable(phrase)
    if not stands(wanted, comparable(text)):
        return []
    folded, spans = _mapped(text)
    return [(spans[at][0], spans[at + len(wanted) - 1][1]) for at in _occurrences(wanted, folded)]


def _occurrences(phrase: str, text: str) -> Iterator[int]:
    """Where a phrase begins in a text, both as they are compared."""
    if not phrase:
        return
    at = text.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        begins = not at or not _goes_on(text[at - 1], phrase[0])
        ends = end == len(text) or not _goes_on(phrase[-1], text[end])
        if begins and ends:
            yield at
        at = text.find(phrase, end if begins and ends else at + 1)


def _goes_on(before: str, after: str) -> bool:
    """Whether a word goes on from one character to the next."""
    if unicodedata.combining(after):
        return True
    return after.isalnum() and (before.isalnum() or unicodedata.combining(before) > 0)


def _mapped(text: str) -> tuple[str, list[tuple[int, int]]]:
    """A text as `comparable` makes it but for spaces at its ends, and for each character of it where it stands."""
    characters: list[str] = []
    spans: list[tuple[int, int]] = []
    for start, end in _clusters(text):
        for character in _alone(text[start:end]):
            if character == " " and characters[-1:] == [" "]:
                continue
            if character == "'" and characters[-1:] == ["'"]:
                characters[-1], spans[-1] = '"', (spans[-1][0], end)
                continue
            characters.append(character)
            spans.append((start, end))
    return "".join(characters), spans


@lru_cache(maxsize=4096)
def _alone(cluster: str) -> str:
    """What `comparable` makes of characters that stand between others."""
    return fold(f"{_BAR}{cluster}{_BAR}")[1:-1].casefold()


def _clusters(text: str) -> list[tuple[int, int]]:
    """Stretches of a text that Unicode composes for themselves."""
    if text.isascii():
        return [(at, at + 1) for at in range(len(text))]
    found: list[tuple[int, int]] = []
    for at, character in enumerate(text):
        if found and not character.isascii():
            start = found[-1][0]
            before = unicodedata.normalize("NFC", text[start:at])
            together = unicodedata.normalize("NFC", text[start : at + 1])
            if unicodedata.combining(character) or together != before + unicodedata.normalize("NFC", character):
                found[-1] = (start, at + 1)
                continue
        found.append((at, at + 1))
    return found
