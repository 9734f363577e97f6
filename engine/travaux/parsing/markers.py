"""The number, letter or bullet that opens a paragraph."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from travaux.numerals import REPETITIONS

QUOTES = '“”„‟"«»'
"""Marks that open a paragraph quoted as a whole."""

SURE = 999
"""Highest number that its point is enough for; a higher one may be a year that ends a sentence."""

_QUOTES = tuple(QUOTES)
_ORDS = "|".join(REPETITIONS)
_MAYBE = re.compile(r"[\d(•·▪●◦‣–—*-]|[A-Za-z]{1,5}[.)]|(?:OP|PP|op|pp) ?\d")
"""What every marker begins like; a first look that spares most lines the others."""
_NUMBER = re.compile(
    rf"(?P<label>(?P<kind>(?:OP|PP|op|pp)\s?)?(?P<number>\d{{1,5}})(?:\s?[-.(]?\s?(?P<ord>{_ORDS})\)?)?"
    rf"(?:\s?(?P<alt>alt\.?\s?\d*))?(?:\s?[.:]\u200e?|\s?-(?=\s)|(?(ord)(?=\s)|(?(kind)(?=\s)|(?!)))))"
    r"(?P<gap>\s*)(?=[^\s\d.]|\d+(?:/|\s\())"
)
_BARE_NUMBER = re.compile(r"(?P<label>(?P<number>\d{1,3}))\s?(?=[A-ZÀ-ÖØ-Þ])")
_MISREAD_NUMBER = re.compile(r"(?P<label>(?P<misread>[IlS])\.)\s+(?=[A-ZÀ-ÖØ-Þ])")
_MISREAD = {"I": "1", "l": "1", "S": "5"}
_DOTTED = re.compile(r"(?P<label>[1-9]\d?(?:\.(?:\d{1,2}|[a-z]))+\.?)\s+(?=\S)")
_SUB = re.compile(
    r"(?P<label>\((?P<inside>[a-z]{1,4}|[ivxl]{1,6}|\d{1,2})\)|(?P<half>[a-z]{1,2}|[ivx]{1,5})\))\s*(?=\S)"
)
_SUB_DOT = re.compile(r"(?P<label>(?P<inside>[a-z]|[ivx]{1,5})\.)\s+(?=\S)")
_BULLET = re.compile(r"(?P<label>(?:[•·▪●◦‣]\.?|[–—*-]))\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Marker:
    """A number or sign that opens a paragraph.

    Attributes:
        kind: `number`, `dotted`, `sub`, `bullet`.
        label: as printed.
        inside: the number or letters alone.
        end: where the words begin.
        certain: False for a number that only its neighbours can confirm: without its point, misread, above 999.
    """

    kind: str
    label: str
    inside: str
    end: int
    certain: bool = True

    @property
    def value(self) -> int:
        """The number of a numbered paragraph, without `bis`; 0 for any other marker."""
        return int(self.inside.split()[0]) if self.kind == "number" else 0

    @property
    def long(self) -> bool:
        """Whether it is a number that may also be a year that ends a sentence."""
        return self.value > SURE

    @property
    def repeats(self) -> bool:
        """Whether it is a variant of a number: `5 bis`, `5 alt`."""
        return " " in self.inside


def read_marker(text: str, act: Callable[[str], bool]) -> Marker | None:
    """Return what opens the line, or None.

    Args:
        text: the line.
        act: whether words begin an operative paragraph; a number without its point stands before such words only.
    """
    at = len(text) - len(text.lstrip(QUOTES + "[ "))
    if _MAYBE.match(text, at) is None:
        return None
    if match := _DOTTED.match(text, at):
        return Marker("dotted", match["label"], match["label"].rstrip("."), match.end())
    if match := _NUMBER.match(text, at):
        certain = int(match["number"]) <= SURE and (bool(match["gap"]) or not text[match.end() :][:1].isdigit())
        inside = " ".join(filter(None, (match["number"], match["ord"], _alternative(match["alt"]))))
        return Marker("number", match["label"], inside, match.end(), certain)
    if match := _SUB.match(text, at):
        return Marker("sub", match["label"], match["inside"] or match["half"], match.end())
    if match := _SUB_DOT.match(text, at):
        return Marker("sub", match["label"], match["inside"], match.end())
    if match := _BULLET.match(text, at):
        return Marker("bullet", match["label"], match["label"], match.end())
    if (match := _BARE_NUMBER.match(text, at)) and act(text[match.end() :]):
        return Marker("number", match["label"], match["number"], match.end(), certain=False)
    if (match := _MISREAD_NUMBER.match(text, at)) and act(text[match.end() :]):
        return Marker("number", match["label"], _MISREAD[match["misread"]], match.end(), certain=False)
    return None


def opens_quoted(text: str) -> bool:
    """Whether a paragraph begins with a quotation mark, as those of a draft in a wrapper do."""
    return text.startswith(_QUOTES)


def _alternative(printed: str | None) -> str:
    """`alt 2` of `alt.2`."""
    return "" if printed is None else f"alt {printed.removeprefix('alt').strip('. ')}".strip()
