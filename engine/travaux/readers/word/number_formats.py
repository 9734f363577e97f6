"""How Word writes the number of a list item or of a note: the values of `w:numFmt`."""

from collections.abc import Callable
from typing import Final

from travaux.numerals import HIGHEST_ORDINAL, list_letters, ordinal, roman

_RUSSIAN: Final = "абвгдежзиклмнопрстуфхцчшщыэюя"
_ARABIC_ALPHA: Final = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ARABIC_ABJAD: Final = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_HEBREW: Final = ((400, "ת"), (300, "ש"), (200, "ר"), (100, "ק"), (90, "צ"), (80, "פ"), (70, "ע"), (60, "ס"),
                  (50, "נ"), (40, "מ"), (30, "ל"), (20, "כ"), (16, "טז"), (15, "טו"), (10, "י"), (9, "ט"),
                  (8, "ח"), (7, "ז"), (6, "ו"), (5, "ה"), (4, "ד"), (3, "ג"), (2, "ב"), (1, "א"))  # fmt: skip
_CHINESE: Final = "〇一二三四五六七八九"
_NOTE_SIGNS: Final = "*†‡§"
_CARDINALS: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def written(value: int, form: str) -> str:
    """Return a number in a format of Word; in figures where the format is not known or does not reach so far.

    >>> written(28, "lowerLetter"), written(4, "upperRoman"), written(3, "ordinal"), written(7, "decimalZero")
    ('bb', 'IV', '3rd', '07')
    """
    write = _FORMATS.get(form)
    if write is None:
        return str(value)
    try:
        return write(value)
    except (ValueError, IndexError):
        return str(value)


def _from_alphabet(letters: str) -> Callable[[int], str]:
    """After the last letter, letters are doubled, then tripled."""

    def write(value: int) -> str:
        if not 1 <= value <= 20 * len(letters):
            raise ValueError(value)
        return letters[(value - 1) % len(letters)] * ((value - 1) // len(letters) + 1)

    return write


def _figures(zero: str) -> Callable[[int], str]:
    return lambda value: "".join(chr(ord(zero) + int(c)) if c.isdecimal() else c for c in str(value))


def _enclosed(first: str, last: int) -> Callable[[int], str]:
    def write(value: int) -> str:
        if not 1 <= value <= last:
            raise ValueError(value)
        return chr(ord(first) + value - 1)

    return write


def _figure_ordinal(value: int) -> str:
    ending = "th" if value % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")
    return f"{value}{ending}"


def _in_words(value: int) -> str:
    if not 0 <= value < 100:
        raise ValueError(value)
    if value < len(_CARDINALS):
        return _CARDINALS[value].capitalize()
    tens, unit = divmod(value, 10)
    return (_TENS[tens - 2] + (f"-{_CARDINALS[unit]}" if unit else "")).capitalize()


def _ordinal_in_words(value: int) -> str:
    if value > HIGHEST_ORDINAL:
        raise ValueError(value)
    return ordinal(value).capitalize()


def _letters(value: int) -> str:
    if value > 780:  # as far as Word goes; then it begins again
        raise ValueError(value)
    return list_letters(value)


def _hebrew(value: int) -> str:
    if not 1 <= value <= 499:
        raise ValueError(value)
    out = ""
    for size, letter in _HEBREW:
        while value >= size:
            if size in (15, 16) and value != size:
                break
            out, value = out + letter, value - size
    return out


def _chinese(value: int) -> str:
    """Counting form up to 99: 十, 十一, 二十, 二十一."""
    if not 0 <= value < 100:
        raise ValueError(value)
    tens, unit = divmod(value, 10)
    if not tens:
        return _CHINESE[unit]
    return (_CHINESE[tens] if tens > 1 else "") + "十" + (_CHINESE[unit] if unit else "")


_FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "decimal": str,
    "none": lambda _value: "",
    "bullet": lambda _value: "",
    "decimalZero": lambda value: f"{value:02}",
    "lowerLetter": _letters,
    "upperLetter": lambda value: _letters(value).upper(),
    "lowerRoman": lambda value: roman(value).lower(),
    "upperRoman": roman,
    "ordinal": _figure_ordinal,
    "cardinalText": _in_words,
    "ordinalText": _ordinal_in_words,
    "numberInDash": lambda value: f"- {value} -",
    "hex": lambda value: f"{value:X}",
    "chicago": _from_alphabet(_NOTE_SIGNS),
    "decimalEnclosedCircle": _enclosed("①", 20),
    "decimalEnclosedCircleChinese": _enclosed("①", 20),
    "decimalEnclosedParen": _enclosed("⑴", 20),
    "decimalEnclosedFullstop": _enclosed("⒈", 20),
    "decimalFullWidth": _figures("０"),
    "decimalFullWidth2": _figures("０"),
    "hindiNumbers": _figures("٠"),
    "thaiNumbers": _figures("๐"),
    "russianLower": _from_alphabet(_RUSSIAN),
    "russianUpper": _from_alphabet(_RUSSIAN.upper()),
    "arabicAlpha": _from_alphabet(_ARABIC_ALPHA),
    "arabicAbjad": _from_alphabet(_ARABIC_ABJAD),
    "hebrew1": _hebrew,
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "ideographDigital": lambda value: "".join(_CHINESE[int(c)] for c in str(value)),
    "japaneseDigitalTenThousand": lambda value: "".join(_CHINESE[int(c)] for c in str(value)),
}
