"""Faults of scanning: letters that look alike, read one for the other."""

import re
from collections.abc import Iterator
from functools import cache

from travaux.contracts import Kind
from travaux.kinds.edits import Part
from travaux.kinds.reading import Claim, Reading
from travaux.words import tokens

_ALIKE = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("1", "l"), ("i", "l"), ("0", "o"), ("b", "h"), ("c", "e"), ("5", "s"))
_FEWEST = 2
"""Times that the word which is meant stands in the texts, and the misread one never else."""
_BEGINS = re.compile(r"[bcfgps]l|[bcdfgptvw]r|[cgpstw]h|[dstw]w|s[ckmnpqtv]|[gkps]n|rh|ps|qu|ts")
"""Two consonants with which words begin, in English and French."""
_CONSONANTS = "bcdfghjklmnpqrstvwxz"
_BEGINNING = re.compile(rf"[{_CONSONANTS}]{{2}}")
_NO_WORD = re.compile(rf"[a-z]\d|\d[a-z]|[jqv]\Z|[{_CONSONANTS}][kmpt]g\Z|ii|vv|\A[{_CONSONANTS}]{{2,}}\Z")


def find(reading: Reading) -> Iterator[Claim]:
    """Yield words that differ by letters that look alike, where one stands nowhere else and can be no word.

    Where both could be words (`fail`, `fall`), the other one may have been meant.
    """
    words: list[str] | None = None
    for altered, part in reading.open():
        if not _may_be(part):
            continue
        if words is None:
            words = [w.strip().lower() for text in (reading.old_text, reading.kept_text) for w in tokens(text)]
        misread, meant = sorted((part.old.lower(), part.new.lower()), key=words.count)
        if words.count(misread) == 1 and words.count(meant) >= _FEWEST and _is_no_word(misread):
            told = f"“{part.old}” → “{part.new}”: letters that look alike, as scanning confuses them"
            yield Claim("defect", "mechanical", "misread-letters", told, ((altered.change.id, (part,)),))


def _may_be(part: Part) -> bool:
    old, new = part.old.lower(), part.new.lower()
    single = old and new and " " not in old + new and old != new
    return bool(single) and not (old.isdigit() or new.isdigit()) and _blurred(old) == _blurred(new)


def _is_no_word(word: str) -> bool:
    return bool(_NO_WORD.search(word) or (_BEGINNING.match(word) and not _BEGINS.match(word)))


@cache
def _blurred(word: str) -> str:
    for one, other in _ALIKE:
        word = word.replace(one, other)
    return word


KIND = Kind(name="defects", finds={"defect": "a fault of the source: letters misread in scanning"}, find=find)
