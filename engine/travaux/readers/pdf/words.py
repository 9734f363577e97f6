"""Words of lines put together: hyphens kept or joined, spaces made one, signs beside the words that they belong to."""

import re
from collections.abc import Sequence

from travaux.readers.pdf.hyphens import Hyphens
from travaux.readers.pdf.page import Sign, Words, plain

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_TIES = re.compile(r"(?<=\S)[-‐‑–—/]$")
_TIED = re.compile(r"[-‐‑–—/](?=\S)")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*[^\s.,;:)]$")
_ADDRESS_GOES_ON = re.compile(r"\S*[/.?=&_%-]\S")


def continued(before: Words, after: Words, hyphens: Hyphens) -> Words:
    """Return a line continued by the next one."""
    before, after = before.stripped(), after.stripped()
    if not before.text or not after.text:
        return before + after
    if before.text[-1] == "\u00ad" or (before.text[-1] in "-‐" and not hyphens.stays(before.text, after.text)):
        return before.cut(0, len(before.text) - 1) + after
    if _TIES.search(before.text) or _TIED.match(after.text):
        return before + after
    if _ADDRESS.search(before.text) and _ADDRESS_GOES_ON.match(after.text):
        return before + after
    return before + Words(" ", bytes([before.styles[-1] & after.styles[0]])) + after


def together(lines: Sequence[Words], hyphens: Hyphens) -> Words:
    """Return lines as one, each continued by the next; by halves, so that very many take no longer than they must."""
    if len(lines) < 3:
        return lines[0] if len(lines) == 1 else continued(lines[0], lines[1], hyphens)
    half = len(lines) // 2
    return continued(together(lines[:half], hyphens), together(lines[half:], hyphens), hyphens)


def tidied(words: Words, known: frozenset[str]) -> Words:
    """Return words with single spaces, and with signs behind the word that they belong to.

    Args:
        words: the words of a paragraph.
        known: numbers and signs of the notes; a raised figure that is none stays in the words, raised.
    """
    words = _with_figures(words, known)
    text: list[str] = []
    styles: list[int] = []
    new: list[int] = []
    for character, style in zip(words.text, words.styles, strict=True):
        new.append(len(text))
        if character in " \u00a0" and text and text[-1] in " \u00a0\t":
            continue
        if character == "\t" and text and text[-1] in " \u00a0":
            text.pop()
            styles.pop()
            new[-1] -= 1
        text.append(character)
        styles.append(style)
    new.append(len(text))
    signs: list[Sign] = []
    for at, sign in words.signs:
        place = min(new[at], len(text))
        while place and text[place - 1] in " \u00a0":
            place -= 1
        signs.append((place, sign))
    return Words("".join(text), bytes(styles), tuple(signs)).stripped()


def _with_figures(words: Words, known: frozenset[str]) -> Words:
    """Put raised figures that are no note's back into the words."""
    unknown = [(place, sign) for place, sign in words.signs if sign not in known]
    found = Words(words.text, words.styles, tuple(sign for sign in words.signs if sign[1] in known))
    for place, sign in reversed(unknown):
        head, tail = found.split(place)
        found = head + plain(sign.translate(_RAISED) + ("" if place or tail.text.startswith(" ") else " ")) + tail
    return found
