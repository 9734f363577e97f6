"""Whether words can belong to a citation: soon told, so that most texts are never searched for one."""

import re
from collections.abc import Callable
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from travaux.citations import CitationWords

_SETS: Final = r"\[\^?[^\]]*\]|\\[a-z]|\?P<\w+>|[?:!]"
_WORD: Final = re.compile(r"[^\W\d_]+")
_ROMAN: Final = re.compile("[A-Z]{1,8}")
_STEM: Final = 4
"""Letters by which a word is known in any of its forms. Range 3 to 6."""
_WILD: Final = 2
"""Words of any kind that may stand between an organ's name and the noun: "previous", "relevant"."""
_NOUN: Final = 60
"""Characters behind such a word in which the noun stands. Range 40 to 100."""
_NEAR: Final = 120
"""Characters on either side of words of a citation in which its noun or a number of its form stands. Range 80 to 200:
the longest name of an organ has 50."""
_NUMBER: Final = re.compile(r"\d[ \u00a0\n]{0,3}[/(A-Z.]|/\d")
_SYMBOL: Final = re.compile(r"\b(?![IVXLC]+/)[A-Z]{1,5}/(?!\S*(?:RES|DEC)\b)\S*")
"""The symbol of a document that is no resolution: "A/99/12"."""


def has_number(text: str) -> bool:
    """Return whether a text has anything like the number of a resolution: "58/136", "1373 (2001)", "217 A (III)"."""
    if "/" not in text and "(" not in text and "." not in text[:-1]:  # which is soon told
        return False
    return _NUMBER.search(_SYMBOL.sub("", text)) is not None


def citable(words: "CitationWords") -> Callable[[str, int, int], bool]:
    """Return what tells whether words of a text can stand in a citation; true where only a search would tell.

    In a citation stand figures, the words of `CitationWords` in any form, and a word or two before the noun.
    """
    known = _vocabulary(words)
    nouns = words.resolution[0], words.decision[0]

    def can(text: str, start: int, end: int) -> bool:
        wild = 0
        for word in _WORD.findall(text, start, end):
            if word not in known and word[:_STEM] not in known and not _ROMAN.fullmatch(word):
                wild += 1
                if wild > _WILD or not word.islower():
                    return False
        around = text[start if wild else max(0, start - _NEAR) : end + (_NOUN if wild else _NEAR)]
        lowered = around.lower()
        return nouns[0] in lowered or nouns[1] in lowered or (not wild and _NUMBER.search(around) is not None)

    return can


@cache
def _vocabulary(words: "CitationWords") -> frozenset[str]:
    """The words of all expressions, and the beginnings of the longer ones."""
    told = str(tuple(getattr(words, each.name) for each in fields(words) if each.name != "adjectives"))
    found = set(_WORD.findall(re.sub(_SETS, " ", told)))
    return frozenset({*found, *(word.lower() for word in found), *(word[:_STEM] for word in found)})
