"""The day of a text: when it was adopted, or when it was issued."""

import re
from datetime import date
from typing import Final

from travaux.languages import LANGUAGES, language
from travaux.model.document import MetadatumKind, Resolution

_ADOPTION: Final[tuple[MetadatumKind, ...]] = ("action", "adopted", "adopted_on", "meeting", "number", "date")
_ISSUE: Final[tuple[MetadatumKind, ...]] = ("date", "action", "adopted", "adopted_on", "meeting", "number")


def day_of(resolution: Resolution, *, adopted: bool) -> str | None:
    """Return the day of a text as `2044-03-05`; the first place that tells a day counts. None where none tells one.

    Args:
        resolution: the text.
        adopted: whether the day of adoption is wanted first, else the day of issue.
    """
    if resolution.language not in LANGUAGES:
        return None
    months = [month.casefold() for month in language(resolution.language).months]
    pattern = re.compile(rf"\b(\d{{1,2}})(?:er)?\s+({'|'.join(months)})\s+(\d{{4}})\b", re.IGNORECASE)
    for kind in _ADOPTION if adopted else _ISSUE:
        for item in resolution.metadata:
            found = pattern.search(item.text) if item.kind == kind else None
            if found and (day := _day(int(found[3]), months.index(found[2].casefold()) + 1, int(found[1]))):
                return day
    return None


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
