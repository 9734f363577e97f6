"""The numbers of the Security Council's resolutions, which run on from year to year."""

from bisect import bisect_left
from typing import Final

FIRST_YEAR: Final = 1946
LAST_NUMBERS: Final = (
    15, 37, 66, 78, 89, 96, 98, 103, 106, 110, 121, 126, 131, 132,
    160, 170, 176, 185, 199, 219, 232, 244, 262, 275,
    291, 307, 324, 344, 366, 384, 402, 422, 443, 461,
    484, 499, 528, 545, 559, 580, 593, 606, 626, 646,
    683, 725, 799, 892, 969, 1035, 1092, 1146, 1220, 1284,
    1334, 1386, 1454, 1521, 1580, 1651, 1738, 1794, 1859, 1907,
    1966, 2032, 2085, 2132, 2195, 2259, 2336, 2397, 2451, 2503,
    2560, 2617, 2671, 2721, 2767,
)  # fmt: skip
"""The highest number of each year from 1946 on, a line a decade."""
SLACK: Final = 2
"""By how much a number may lie outside its year: a resolution of the last days of December may bear the next year
(range 0 to 5)."""


def year_of(number: int) -> int | None:
    """Return the year in which the Council adopted a resolution; None where it is later than what is known.

    >>> year_of(1373), year_of(9999)
    (2001, None)
    """
    at = bisect_left(LAST_NUMBERS, number)
    return FIRST_YEAR + at if at < len(LAST_NUMBERS) else None


def possible(number: int, year: int) -> bool:
    """Return whether the Council can have adopted a resolution of this number in this year.

    >>> possible(1373, 2001), possible(1373, 2002), possible(2800, 2026)
    (True, False, True)
    """
    if year < FIRST_YEAR or number < 1:
        return False
    at = year - FIRST_YEAR
    if at >= len(LAST_NUMBERS):
        return number > LAST_NUMBERS[-1] - SLACK
    before = LAST_NUMBERS[at - 1] if at else 0
    return before - SLACK < number <= LAST_NUMBERS[at] + SLACK
