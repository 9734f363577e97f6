"""Numerals that are not digits: roman numbers, list letters, `bis` and `ter`, English ordinals in words."""

import re
from typing import Final

REPETITIONS: Final = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies", "decies")
"""Words that number an inserted paragraph: the second, third ... tenth that bears one number."""

_ROMAN: Final = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ROMAN_FORM: Final = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_VALUE: Final = dict(zip("IVXLCDM", (1, 5, 10, 50, 100, 500, 1000), strict=True))

_UNITS: Final = (
    "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth",
)  # fmt: skip
_TENS: Final = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_HUNDREDS: Final = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_FIGURES: Final = re.compile(r"([1-9][0-9]{0,2})(?:st|nd|rd|th)")
HIGHEST_ORDINAL: Final = 999
"""Ordinals are spelled out up to this one; no organ has met in so many sessions."""


def roman(value: int) -> str:
    """Return a number from 1 to 3999 as a roman one in capitals.

    >>> roman(29)
    'XXIX'
    """
    if not 1 <= value <= 3999:
        raise ValueError(f"no roman number is written for {value}")
    digits = []
    for size, digit in _ROMAN:
        count, value = divmod(value, size)
        digits.append(digit * count)
    return "".join(digits)


def from_roman(text: str) -> int | None:
    """Return the value of a roman number in its standard form, all capitals or all small; else None.

    >>> from_roman("xiv"), from_roman("IIII"), from_roman("Xi")
    (14, None, None)
    """
    if text not in (text.upper(), text.lower()):
        return None
    digits = text.upper()
    if not digits or not _ROMAN_FORM.fullmatch(digits):
        return None
    values = [_ROMAN_VALUE[digit] for digit in digits]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def list_letters(value: int) -> str:
    """Return the small letters that number the item of a list: after `z` come `aa`, `bb` ..., then `aaa`.

    >>> list_letters(3), list_letters(27), list_letters(28)
    ('c', 'aa', 'bb')
    """
    if value < 1:
        raise ValueError(f"no list letter is written for {value}")
    times, letter = divmod(value - 1, 26)
    return chr(ord("a") + letter) * (times + 1)


def from_list_letters(text: str) -> int | None:
    """Return which item of a list the letters number; None where they are not one letter repeated.

    >>> from_list_letters("c"), from_list_letters("bb"), from_list_letters("ab")
    (3, 28, None)
    """
    if not text or not text.isascii() or not text.isalpha() or text != text[0] * len(text):
        return None
    return (len(text) - 1) * 26 + ord(text[0].lower()) - ord("a") + 1


def letters_named(text: str) -> tuple[str, ...]:
    """Return the capital letters that a list of parts names, ranges filled in.

    >>> letters_named("A and B"), letters_named("A to C, F")
    (('A', 'B'), ('A', 'B', 'C', 'F'))
    """
    named: list[str] = []
    through = False
    for word in _WORD_OF_LIST.findall(text):
        if not word.isupper():
            through = word in _THROUGH
            continue
        first = ord(named[-1]) + 1 if through and named else ord(word)
        named.extend(chr(code) for code in range(min(first, ord(word)), ord(word) + 1))
        through = False
    return tuple(named)


_WORD_OF_LIST: Final = re.compile("[A-Z]|[a-zà]+|[-‐-—]")
_THROUGH: Final = frozenset({"to", "à", "a", "al", *"-‐‑‒–—"})


def ordinal(value: int) -> str:
    """Return the English ordinal of a number from 1 to 999 as the United Nations spell it.

    >>> ordinal(61), ordinal(80), ordinal(126)
    ('sixty-first', 'eightieth', 'one hundred and twenty-sixth')
    """
    if not 1 <= value <= HIGHEST_ORDINAL:
        raise ValueError(f"no ordinal is spelled out for {value}")
    hundreds, rest = divmod(value, 100)
    if not hundreds:
        return _below_hundred(rest)
    start = f"{_HUNDREDS[hundreds]} hundred"
    return f"{start} and {_below_hundred(rest)}" if rest else f"{start}th"


def from_ordinal(text: str) -> int | None:
    """Return the number of an English ordinal, spelled out or in figures, in any case; else None.

    The hyphen may be any dash or a blank, and `and` may be missing.

    >>> from_ordinal("Sixty-first"), from_ordinal("one hundred twentieth"), from_ordinal("80th")
    (61, 120, 80)
    """
    words = re.sub(r"[\s‐‑–—-]+", " ", text.strip().lower())
    if figures := _FIGURES.fullmatch(words):
        return int(figures[1])
    before, hundred, rest = words.rpartition("hundred")
    if not hundred:
        return _BELOW_HUNDRED.get(words)
    count = _HUNDREDS.index(before.strip() or "one") if (before.strip() or "one") in _HUNDREDS else 0
    value = 0 if rest == "th" else _BELOW_HUNDRED.get(rest.removeprefix(" and").removeprefix(" "))
    return count * 100 + value if count and value is not None else None


def _below_hundred(value: int) -> str:
    tens, unit = divmod(value, 10)
    if value < len(_UNITS):
        return _UNITS[value]
    return f"{_TENS[tens]}-{_UNITS[unit]}" if unit else f"{_TENS[tens][:-1]}ieth"


_BELOW_HUNDRED: Final = {_below_hundred(value).replace("-", " "): value for value in range(1, 100)}
