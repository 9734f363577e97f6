"""Numbers of resolutions and decisions: `58/136`, `2004/19`, `1373 (2001)`, `217 A (III)`."""

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Literal, NamedTuple

from travaux.numerals import from_roman, letters_named

NumberForm = Literal["session", "year", "serial", "roman", "foreign"]
"""`58/136` (also `S-20/1`), `2004/19`, `1373 (2001)`, `2200 A (XXI)`; `foreign` is the form of another house,
such as `1/CP.21`, `X/9` or `WHA58.33`."""

LONGEST_RANGE: Final = 100
"""Resolutions that one range may name (range 30 to 400); `48/75 to 48/90` is a long one."""


@dataclass(frozen=True, slots=True)
class ResolutionNumber:
    """The number of a resolution or decision, without its organ.

    `ResolutionNumber.parse(str(number)) == number`.

    >>> number = ResolutionNumber.parse("217 A (III)")
    >>> number.form, number.number, number.period, number.letter, number.key
    ('roman', '217', 'III', 'A', '217(III)[A]')
    """

    form: NumberForm
    number: str
    """Digits; for a foreign form the whole."""
    period: str = ""
    """The session (`58`, `ES-10`, `XXI`) or the year."""
    letter: str = ""
    """The letter of a part."""

    @classmethod
    def parse(cls, text: str) -> "ResolutionNumber":
        """Return the number that a text is.

        Raises:
            ValueError: the text is not the number of one resolution.
        """
        stripped = text.strip()
        found = number_at(stripped, 0)
        if found is None or found.end != len(stripped) or len(found.numbers) != 1 or found.body:
            raise ValueError(f"{text!r} is not the number of a resolution, such as 58/136 or 1373 (2001)")
        return found.numbers[0]

    def __str__(self) -> str:
        letter = f" {self.letter}" if self.letter else ""
        match self.form:
            case "session" | "year":
                return f"{self.period}/{self.number}{letter}"
            case "serial" | "roman":
                return f"{self.number}{letter} ({self.period})"
            case "foreign":
                return self.number

    @property
    def key(self) -> str:
        """The number as a symbol's key has it: `58/136`, `57/270B`, `1373(2001)`, `217(III)[A]`."""
        if self.form == "roman" and self.letter:
            return f"{self.number}({self.period})[{self.letter}]"
        return str(self).replace(" ", "")

    @property
    def session(self) -> int | None:
        """The ordinary session in figures: 58 for `58/136`, 21 for `2200 A (XXI)`; None for all others."""
        if self.form == "session":
            return int(self.period) if self.period.isdigit() else None
        return from_roman(self.period) if self.form == "roman" else None


class PrintedNumber(NamedTuple):
    """A number in a text.

    Attributes:
        start: first code point.
        end: one past the last.
        numbers: several where it has letters: `57/270 A and B`, `3419 A to D (XXX)`.
        body: what stands before the kind in `A/HRC/RES/31/32`: `A/HRC`; empty for a bare number.
    """

    start: int
    end: int
    numbers: tuple[ResolutionNumber, ...]
    body: str = ""


_LETTER: Final = r"[A-Z](?![A-Za-z0-9/’']|\.[A-Z])"
_LETTERS: Final = rf"(?:\s{_LETTER}(?:(?:,\s(?:and\s)?|\s(?:and|to|et|à|y|a)\s|\s?[-‐-—]\s?){_LETTER})*+|{_LETTER})"
_AFTER: Final = "(?![0-9A-Za-z/_])"
_SLASH: Final = r"\s?/\s?"
_YEAR: Final = "(?:19|20)[0-9]{2}"
_FOREIGN: Final = (
    r"[0-9]{1,3}/[A-Z]{2,5}\.[0-9]{1,2}"  # conferences of parties: 1/CP.21
    r"|[IVXL]{1,6}/[0-9]{1,3}"  # the same: X/9
    r"|[A-Z]{1,5}(?:-[A-Z]{1,2})?-[0-9]{1,3}/(?:(?:DEC|RES)\.)?[0-9]{1,3}"  # C-25/DEC.9, IPBES-2/4
    r"|GC\([0-9]{1,2}\)/(?:RES|DEC)/[0-9]{1,3}"  # International Atomic Energy Agency
    r"|[A-Z]{1,4}(?:-[A-Z]{1,3})?\.[0-9]{1,4}\([0-9]{1,2}\)"  # Maritime Organization: A.1110(30)
    r"|(?:WHA)?[0-9]{2}\.[0-9]{1,2}"  # World Health Assembly
    rf"|[0-9]{{1,2}}/{_YEAR}"  # Food and Agriculture Organization: 7/2025
)
_GAP: Final = r"[^\S\n]{0,2}\n?[^\S\n]{0,12}"
_NUMBER: Final = (
    r"(?=[0-9A-Z])(?:(?P<body>A(?:/HRC)?|[EST])/(?:RES|DEC)/)?(?:"
    rf"(?P<serial>[1-9][0-9]{{0,3}}){_GAP}\((?P<serial_period>{_YEAR})\)"
    rf"|(?P<roman>[1-9][0-9]{{0,3}})(?P<roman_letters>{_LETTERS})?{_GAP}\((?P<roman_period>(?:E?S-)?[IVXLC]{{1,8}})\)"
    rf"(?P<roman_part>\[[A-Z]\]|\s{_LETTER})?"
    rf"|(?P<year_period>{_YEAR}){_SLASH}(?P<year>[1-9][0-9]{{0,2}})(?P<year_letters>{_LETTERS})?{_AFTER}"
    rf"|(?P<session_period>(?:E?S-)?[1-9][0-9]?){_SLASH}(?P<session>[1-9][0-9]{{0,2}})(?P<session_letters>{_LETTERS})?{_AFTER}"
    rf"|(?P<foreign>{_FOREIGN}){_AFTER}"
    r")"
)
_FORMS: Final[tuple[NumberForm, ...]] = ("serial", "roman", "year", "foreign", "session")


@cache
def number_pattern() -> re.Pattern[str]:
    """Return the pattern of a number wherever it stands; its time is linear."""
    return re.compile(rf"(?<![A-Za-z0-9/.\-]){_NUMBER}")


@cache
def _pattern_here() -> re.Pattern[str]:
    """The same, whatever stands before it, such as the hyphen of a range."""
    return re.compile(_NUMBER)


def number_at(text: str, position: int) -> PrintedNumber | None:
    """Return the number that begins at a position of a text, or None."""
    match = _pattern_here().match(text, position)
    return read(match) if match else None


def range_at(first: ResolutionNumber, text: str, position: int, *, short: bool) -> PrintedNumber | None:
    """Return the range from a number to the one that begins at a position of a text, or None where there is none.

    Args:
        first: the number before the position.
        text: the text.
        position: behind what joins the two.
        short: whether the last number may stand without its session or year: `77/1-5`.
    """
    last = number_at(text, position)
    if last is not None:
        whole = between(first, last.numbers[0])
        return last._replace(numbers=whole) if whole else None
    match = _SHORT.match(text, position) if short and first.form in ("session", "year") else None
    whole = between(first, replace(first, number=match[0])) if match else ()
    return PrintedNumber(position, position + len(match[0]), whole) if match and whole else None


def read(match: re.Match[str]) -> PrintedNumber | None:
    """Return what a match of the pattern says; None for a roman session that is no roman number."""
    groups = match.groupdict()
    form = next(form for form in _FORMS if groups[form])
    period = groups.get(f"{form}_period") or ""
    if form == "roman" and from_roman(period.rpartition("-")[2]) is None:
        return None
    letters = (groups.get(f"{form}_letters") or "") + (groups["roman_part"] or "")
    number = ResolutionNumber(form, groups[form], period)
    numbers = tuple(replace(number, letter=letter) for letter in letters_named(letters))
    return PrintedNumber(match.start(), match.end(), numbers or (number,), match["body"] or "")


def between(first: ResolutionNumber, last: ResolutionNumber) -> tuple[ResolutionNumber, ...]:
    """Return the numbers of a range, its ends included; none where the two do not make a range.

    Only the ends where what lies between cannot be told: from one session to another, and from one year to another of
    the Security Council, whose numbers run on.

    >>> ends = ResolutionNumber.parse("2004/18"), ResolutionNumber.parse("2004/20")
    >>> [str(number) for number in between(*ends)]
    ['2004/18', '2004/19', '2004/20']
    """
    if first.form != last.form or first.form == "foreign" or first.letter or last.letter:
        return ()
    if first.period != last.period:
        return (first, last) if _rises(first, last) else ()
    if not int(first.number) < int(last.number) < int(first.number) + LONGEST_RANGE:
        return ()
    return tuple(replace(first, number=str(n)) for n in range(int(first.number), int(last.number) + 1))


def _rises(first: ResolutionNumber, last: ResolutionNumber) -> bool:
    """Whether one number comes after another of another session or year."""
    if first.form in ("serial", "year"):
        later = int(first.period) < int(last.period)
        return later and (first.form == "year" or int(first.number) < int(last.number))
    return first.session is not None and last.session is not None and first.session < last.session


_SHORT: Final = re.compile(r"[1-9][0-9]{0,2}(?![0-9A-Za-z/_(]|[.,-][0-9]|\s?\()")
