"""Where the marks of notes stand in a text: superscripts, `[^3]`, `3/`, and digits glued to words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from travaux.contracts import Language

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
PLAIN = str.maketrans(SUPERSCRIPTS, "0123456789")

BACK = 60
"""How far before a number its surroundings are looked at, in characters; longer than a date or a symbol."""

_MARKED = re.compile(rf"\[\^([^\]\s]{{1,20}})\](?:, ?(?=\[\^))?|([{SUPERSCRIPTS}]{{1,4}})(?:, ?(?=[{SUPERSCRIPTS}]))?")
_STARS = re.compile(r"(?<=[\w.,;:)”\"])\s?(\*{1,3})/(?=[\s.,;:)]|$)")
_DIGITS = re.compile(r"[0-9]+")
_AFTER = re.compile(r"(?![.,:]\d)(?:[\s,;.:)”\"]|$)")
_AFTER_SLASH = re.compile(r"/(?=[\s.,;:)]|$)(?!\s\d)")
_AFTER_SPACED = re.compile(r"(?![.,]\d)[;,.]|$")
_WORD_END = re.compile(r"[^\W\d_A-Z]{3}$")
_MARK_END = re.compile(r"[,;:.)”\"’\]]$")
_SPACED_END = re.compile(r"[^\W\d_][,;.:”\"] $")
_SYMBOLIC = re.compile(r"(?:\b[A-Z]{1,4}|\d[A-Z]?|[/\d]\S*)\.$")
_CALLED = re.compile(r"[^\s(\[“\"][^\s(]*\([^\s()]*\)$")
_YEAR = re.compile(r"\W*(?:19|20)\d\d")
_UNIT = re.compile(r"\b(?:k|c|m|d)?m$")

Way = Literal["printed", "slash", "dated", "glued", "spaced"]


@dataclass(frozen=True, slots=True)
class Found:
    """What may be the mark of a note.

    Attributes:
        start: first code point of what goes out of the text.
        end: one past the last.
        number: as printed, superscripts as digits.
        way: how it is printed; only `printed` is certain by itself.
        closes: whether it stands behind a mark at the end of the text, where a number has no other meaning.
    """

    start: int
    end: int
    number: str
    way: Way
    closes: bool = False


class Marks:
    """The forms of marks; the language tells what takes a number: a month, a unit, "No.", "article"."""

    def __init__(self, language: Language) -> None:
        names = "|".join(language.months)
        patterns = language.patterns
        self._counts = re.compile(rf"\s?(?:(?:{names})\b|{patterns['unit']})")
        self._date_before = re.compile(rf"\s(?:{names}) $")
        self._numbered = re.compile(rf"(?:{names}|{patterns['numbered']})\.?\s?$")
        self._goes_on = re.compile(rf"\s(?:{patterns['behind_mark']})(?!\s\d)")

    def find(self, text: str) -> list[Found]:
        """Return what may be marks of notes, in order and apart."""
        found = sorted((*self._printed(text), *self._plain(text)), key=lambda f: (f.start, f.end))
        apart: list[Found] = []
        for mark in found:
            if not apart or mark.start >= apart[-1].end:
                apart.append(mark)
        return apart

    @staticmethod
    def _printed(text: str) -> Iterator[Found]:
        if not text.isascii() or "[^" in text:
            for m in _MARKED.finditer(text):
                if not (m[2] and _UNIT.search(text[max(0, m.start() - BACK) : m.start()])):
                    yield Found(m.start(), m.end(), m[1] or m[2].translate(PLAIN), "printed")
        if "*/" in text:
            for m in _STARS.finditer(text):
                yield Found(m.start(), m.end(), m[1], "slash")

    def _plain(self, text: str) -> Iterator[Found]:
        for m in _DIGITS.finditer(text):
            start, end = m.span()
            before = text[max(0, start - BACK) : start]
            if end - start > 3:
                if end - start < 7 and m[0][:2] in ("19", "20") and self._date_before.search(before):
                    yield from self._if_after(text, start + 4, end, "dated")
            elif _AFTER_SLASH.match(text, end):
                if (head := before.removesuffix(" ")) and (head[-1].isalnum() or head[-1] in '_.,;:)”"'):
                    yield Found(start - len(before) + len(head), end + 1, m[0], "slash")
            elif self._numbered.search(before) or self._counts.match(text, end):
                continue
            elif _WORD_END.search(before) or (_MARK_END.search(before) and _follows_words(before)):
                yield from self._if_after(text, start, end, "glued")
            elif _SPACED_END.search(before) and not _SYMBOLIC.search(before[:-1]):
                yield from self._spaced(text, start, end)

    def _spaced(self, text: str, start: int, end: int) -> Iterator[Found]:
        if _AFTER_SPACED.match(text, end) or self._goes_on.match(text, end):
            yield Found(start - 1, end, text[start:end], "spaced", end == len(text))

    @staticmethod
    def _if_after(text: str, start: int, end: int, way: Way) -> Iterator[Found]:
        if start < end and _AFTER.match(text, end):
            closes = end == len(text) and text[start - 1] in ".,;"
            yield Found(start, end, text[start:end], way, closes)


def _follows_words(before: str) -> bool:
    """Whether the mark before a number closes words, not a figure, a numeral or a symbol (`2B.1`, `CM/Rec(2044)1`)."""
    token = before.rsplit(maxsplit=1)[-1] if before.strip() else ""
    inner = token.rstrip(',;:.)”"’]')
    if _YEAR.fullmatch(inner):
        return True
    if _SYMBOLIC.search(token) or _CALLED.search(token):
        return False
    if inner[-1:].isdigit():
        return token[-1] in '”"’)'
    return bool(inner) and not token.endswith(("(", "["))
