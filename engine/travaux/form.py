"""Form: what may differ between two texts of the same words."""

import re
from collections.abc import Callable

from travaux.sequences import common_end, common_start
from travaux.text import fold

FORMS = ("spacing", "case", "hyphens", "quotation marks", "apostrophes", "punctuation")
"""What `differences` names, in its order."""

_PUNCTUATION = ",;:.!?()،؛؟。，、；："
_SILENT = str.maketrans(dict.fromkeys(f" \n-\"'{_PUNCTUATION}"))
_LOUD = str.maketrans(dict.fromkeys(f" \t\r\v\f\n-\"'`{_PUNCTUATION}"))
_LETTERS = re.compile(rf"([^ \n\-\"'{_PUNCTUATION}])([ \n\-\"'{_PUNCTUATION}]*)")
# between two digits a point, a comma, a dash or nothing but a space makes another number
_IN_NUMBER = re.compile(r"(?<=\d)[ .,:-]+(?=\d)")
_HELD = str.maketrans(" .,:-", "\ue000\ue001\ue002\ue003\ue004")
_BY_FORM: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("hyphens", lambda gap: gap.count("-")),
    ("quotation marks", lambda gap: gap.count('"')),
    ("apostrophes", lambda gap: gap.count("'")),
    ("punctuation", lambda gap: [sign for sign in gap if sign in _PUNCTUATION]),
)


def differences(old: str, new: str) -> tuple[str, ...]:
    """Return which of `FORMS` differ between two texts of the same words; nothing where a word differs too.

    Nothing either for texts that `travaux.text.fold` makes alike. Square brackets, strokes and signs such as % are
    words here, and so is what stands between two digits. A text torn or glued by the reading of a file has the same
    words, and other spacing.

    >>> differences("Non- Proliferation of beacons", "Non-Proliferation of beacons")
    ('spacing',)
    >>> differences("all States, which report,", "all states which report;")
    ('case', 'punctuation')
    >>> differences("resolution 5/4", "resolution 54"), differences("[all] States", "all States")
    ((), ())
    """
    old, new = _between(old, new)
    if old.isascii() and new.isascii() and old.translate(_LOUD).lower() != new.translate(_LOUD).lower():
        return ()  # nearly always, and soon told
    old, new = (f"|{_IN_NUMBER.sub(_held, fold(text))}" for text in (old, new))
    before, after = old.translate(_SILENT), new.translate(_SILENT)
    if before != after and before.casefold() != after.casefold():
        return ()
    found = {"case"} if before != after else set()
    gaps_old, gaps_new = _gaps(old), _gaps(new)
    if len(gaps_old) != len(gaps_new):  # a letter that folds to two: too rare to tell more
        return ()
    for one, other in zip(gaps_old, gaps_new, strict=True):
        if one != other:
            found.update({form for form, of in _BY_FORM if of(one) != of(other)} or {"spacing"})
    return tuple(form for form in FORMS if form in found)


def _between(old: str, new: str) -> tuple[str, str]:
    """Cut the words at the beginning and at the end that two texts share."""
    start = old.rfind(" ", 0, common_start(old, new)) + 1
    space = old.find(" ", len(old) - common_end(old, new, min(len(old), len(new)) - start))
    end = len(old) - space if space >= 0 else 0
    return old[start : len(old) - end], new[start : len(new) - end]


def _held(found: re.Match[str]) -> str:
    sign = found[0].replace(" ", "")
    return f"{(sign or ' ').translate(_HELD)}{' ' if sign and ' ' in found[0] else ''}"


def _gaps(text: str) -> list[str]:
    """What stands after each letter and before the next one."""
    return [gap for _, gap in _LETTERS.findall(text)]
