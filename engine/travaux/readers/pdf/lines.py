"""From the runs of a row to a line: where a gap is a space, where raised signs stand."""

import re
from collections.abc import Sequence

from travaux.readers.pdf.page import BOLD, ITALIC, Column, Line, Run, Words, plain

SPACE = 0.155
"""Narrowest gap that parts words, in the font size. Range .15-.18: in 106 documents the narrowest gap of words
that look alike is .16, and letters that are spread to fill a line have up to .14 between them."""

SURE_SPACE = 0.06
"""The same where a word is not likely to go on: behind the number of a paragraph, where italics begin or end. Range
.03-.1; the narrowest such space is .1, since slanted letters lean over it."""

TIGHT_SPACE = 0.3
"""The same before a mark that no space stands before, such as a comma or the hyphen of a compound."""

NUMBER = 14
"""Most characters of a number before a gap, behind which the other lines of its paragraph may hang. Range 8-20."""

HANGING = 0.7
"""Narrowest gap behind such a number, in the font size. Range .5-1; words have up to .6 between them."""

LABEL = re.compile(r"(?:\(?\w{1,5}[.)]{1,2}|[•●▪◦–—-])\s*")
"""The number or bullet of a paragraph alone."""

_TIGHT = re.compile(r"[,;:.)’”%\]‑-]")
_TIGHT_BEFORE = "-‑(“‘["
_SPACES = (" ", "\u00a0")
_SIGN = re.compile(r"[0-9]{1,3}|[*†‡§]{1,4}|[a-z]")
_SIGNS = re.compile(r"[\s,]*(?:(?:[0-9]{1,3}|[*†‡§]{1,4}|[a-z])[\s,]*)+")


def line(runs: Sequence[Run], raised: Sequence[Run], page: int, column: Column = "page") -> Line:
    """Return the line that runs form, with the raised signs that stand at or between them."""
    seen = [run for run in runs if run.text.strip()]
    growing = _Growing(runs[0].left)
    signs = [sign for sign in raised if runs[0].left - 3 * sign.size <= sign.left <= runs[-1].right + 2 * sign.size]
    for run in runs:
        while signs and signs[0].left <= run.left + 0.1 * run.size:
            growing.raise_(signs.pop(0))
        inside = [sign for sign in signs if sign.left < run.right - 0.1 * run.size]
        growing.add(run, inside)
        signs = signs[len(inside) :]
    for sign in signs:
        growing.raise_(sign)
    before = [sign.left for sign in raised[:1] if sign.left < seen[0].left]
    return Line(
        words=growing.words.stripped(),
        left=min([seen[0].left, *before]),
        right=max(run.right for run in seen),
        base=seen[0].base,
        size=_main_size(seen),
        style=_style(seen),
        page=page,
        column=column,
        after_label=growing.after_label,
    )


class _Growing:
    """A line as its runs come in."""

    def __init__(self, left: float) -> None:
        self.words = plain("")
        self.end = left
        self.after_label: float | None = None

    def add(self, run: Run, inside: Sequence[Run]) -> None:
        """Add a run, and the raised signs that stand within it."""
        before = self.words.text
        gap = run.left - self.end
        if before and not before.endswith(_SPACES) and not run.text.startswith(_SPACES):
            changed = bool((self.words.styles[-1] ^ run.style) & ITALIC)
            if _is_space(before, run.text, gap / run.size if run.size else 0.0, changed=changed):
                self.words += Words(" ", bytes([run.style & (ITALIC | BOLD)]))
        if self.after_label is None and 0 < len(before) <= NUMBER and gap > HANGING * run.size:
            self.after_label = run.left
        start = len(self.words.text)
        self.words += Words(run.text, bytes([run.style & (ITALIC | BOLD)]) * len(run.text))
        for sign in reversed(inside):  # where among the characters is not told; their share of the width tells
            share = (sign.left - run.left) / max(run.right - run.left, 0.1)
            head, tail = self.words.split(start + round(share * len(run.text)))
            self.words = head + _raised(head, sign) + tail
        self.end = max(self.end, run.right)

    def raise_(self, sign: Run) -> None:
        """Add a raised sign."""
        self.words += _raised(self.words, sign)
        self.end = max(self.end, sign.right)


def _is_space(before: str, after: str, gap: float, *, changed: bool) -> bool:
    """Whether a gap between two runs, in the font size, is a space; `changed` tells that italics begin or end."""
    surely = changed or LABEL.fullmatch(before) or (before[-1] in "’”)" and after[0].isupper())
    if surely and after[0].isalnum() and before[-1] not in _TIGHT_BEFORE and gap > SURE_SPACE:
        return True
    return gap > (TIGHT_SPACE if _TIGHT.match(after) or before[-1] in _TIGHT_BEFORE else SPACE)


def _raised(words: Words, run: Run) -> Words:
    """Raised characters as signs, or as words where they are none, such as the end of `1st`."""
    text = run.text.strip()
    if _SIGNS.fullmatch(text) and not (text.isalpha() and words.text[-1:].isdigit()):
        return Words("", b"", tuple((0, found[0]) for found in _SIGN.finditer(text)))
    return plain(run.text)


def _main_size(runs: Sequence[Run]) -> float:
    count: dict[float, int] = {}
    for run in runs:
        count[run.size] = count.get(run.size, 0) + len(run.text)
    return max(count, key=lambda size: (count[size], size))


def _style(runs: Sequence[Run]) -> int:
    """`BOLD` and `ITALIC` where all letters and figures are so."""
    style = BOLD | ITALIC
    for run in runs:
        if any(character.isalnum() for character in run.text):
            style &= run.style
    return style
