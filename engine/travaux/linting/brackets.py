"""Brackets: square ones left over from a negotiation, and any that are not closed."""

import re
from collections.abc import Iterator
from typing import Final

from travaux.linting.endings import broken
from travaux.linting.text import Text
from travaux.model.checks import Remark
from travaux.model.document import Paragraph

_LISTED: Final = re.compile(r"(?<![\w(])(?:[a-z]{1,4}|\d{1,3}|[IVXLC]{1,6})\)")
"""The bracket behind the number of a list, which is not opened."""
_HARMLESS: Final = re.compile(r"\[\s?\^?\d*\s?\]|\[[A-Z][\w.-]*/\S[^\]]*\]|[\[\]]")
"""The mark of a note, the symbol of a document, and half a bracket, which is told as such."""
_PAIRS: Final = {")": "(", "]": "["}
_SQUARE: Final = re.compile(r"\[[^\[\]]*\]|[\[\]]")
_WHOLE: Final = re.compile(r"\s*\[[^\[\]]*\]\s*")
SHOWN: Final = 40
"""Code points of what stands in brackets that a remark shows (range 20 to 80)."""


def brackets(text: Text) -> Iterator[Remark]:
    """Yield a remark for each paragraph with square brackets, and for each with a bracket that has no other half.

    Not judged: texts that were broken when they were read; square brackets around a whole paragraph of an annex.
    """
    if broken(text.resolution):
        return
    for paragraph in text.resolution.paragraphs:
        words = paragraph.text
        if paragraph.part in ("title", "heading") or not any(mark in words for mark in "[]()"):
            continue
        if not _editorial(paragraph) and (
            found := next((m for m in _SQUARE.finditer(words) if not _HARMLESS.fullmatch(m[0])), None)
        ):
            inside = found[0] if len(found[0]) <= SHOWN else f"{found[0][:SHOWN]} …"
            yield text.remark("brackets", f"words in square brackets: {inside}", paragraph, found.span())
        if (at := _odd(words)) is not None:
            said = "opened and not closed" if words[at] in "([" else "closed and not opened"
            yield text.remark("brackets", f"a bracket is {said}", paragraph, (at, at + 1))


def _editorial(paragraph: Paragraph) -> bool:
    """Whether all words of a paragraph of an annex stand in brackets: what the instrument tells of its own text."""
    return paragraph.part == "annex" and _WHOLE.fullmatch(paragraph.text) is not None


def _odd(words: str) -> int | None:
    """Where the first bracket without its other half stands."""
    listed = {match.end() - 1 for match in _LISTED.finditer(words)}
    opened: list[int] = []
    for at, mark in enumerate(words):
        if mark in "([":
            opened.append(at)
        elif mark in _PAIRS:
            if opened and words[opened[-1]] == _PAIRS[mark]:
                opened.pop()
            elif at not in listed:
                return at
    return opened[0] if opened else None
