"""From lines to paragraphs, by where lines begin and end, how far they are apart, and how they look."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from travaux.readers.pdf.hyphens import Hyphens
from travaux.readers.pdf.page import BOLD, ITALIC, Column, Line, Words
from travaux.readers.pdf.words import together

FAR = 1.25
"""Smallest distance of two paragraphs, in the distance of the lines of one. Range 1.15-1.35: documents of the United
Nations have 1.5, word processors' defaults 1.3 and more, and lines with raised signs up to 1.1."""

INDENT = 0.8
"""Smallest indent of a first line, in the font size. Range .5-1.5; the usual one is 2.4."""

OTHER_SIZE = 0.6
"""How far font sizes of one paragraph may differ, in points."""

ROOM = 0.6
"""How much more room than the next word needs, in the font size, a line left that ends a paragraph. Range .3-1."""

CENTRED = 4.0
"""How far from the middle, in points, a centred line may stand. Range 2-8."""

ENOUGH = 12
"""Fewest lines of a page that tell where full lines end; with fewer, those of the document do. Range 8-20."""

USUAL = 0.12
"""Share of all distances that the distance of lines has at the least. Range .08-.2."""

PARTED = 0.1
"""Share of distances from which on paragraphs are known to stand apart. Range .05-.2."""

_ENDS = re.compile(r"[.;:,!?][”’\"»)\]]*$")
_STOPS = re.compile(r"[.;:!?][”’\"»)\]]*$")
_LABEL = re.compile(r"[“\"«]?\(?(?:\d{1,3}|[a-z]{1,4}|[A-Z]|[IVXL]{1,6})(?:\.|\))\s*\S|[•●▪◦–—]\s")
_FIRST = re.compile(r"\S*?-(?=\S)|\S+")


class Paragraphs:
    """Puts the lines of a document together; it measures all of them first."""

    def __init__(self, lines: Sequence[Line], hyphens: Hyphens) -> None:
        self.lines = lines
        self.hyphens = hyphens
        self.leading, self.parted = _distances(lines)
        self.edges = _edges(lines)

    def __iter__(self) -> Iterator[list[Line]]:
        """Yield the lines of each paragraph."""
        group: list[Line] = []
        for at, line in enumerate(self.lines):
            after = self.lines[at + 1] if at + 1 < len(self.lines) else None
            if group and self._begins(group, line, after):
                yield group
                group = []
            group.append(line)
        if group:
            yield group

    def words(self, group: Sequence[Line]) -> Words:
        """Return the words of a paragraph."""
        return together([line.words for line in group], self.hyphens)

    def _begins(self, group: list[Line], line: Line, after: Line | None) -> bool:
        """Whether a line begins a paragraph."""
        before = group[-1]
        if line.cells or before.cells or abs(line.size - before.size) > OTHER_SIZE:
            return True
        if (line.style ^ before.style) & BOLD and self._is_short(before, line):
            return True
        if line.after_label is not None and _LABEL.match(line.text) and _ENDS.search(before.text):
            return True
        if (line.page, line.column) != (before.page, before.column):
            return self._begins_on_next_page(group, line, after)
        leading = self.leading.get(_rounded(line.size), 1.2 * line.size)
        distance = before.base - line.base
        if not 0 < distance <= FAR * leading:
            return True
        indent = INDENT * line.size
        if self._is_centred(before) and self._is_centred(line):
            return False
        if len(group) > 1:
            if abs(line.left - before.left) > indent and abs(line.left - group[1].left) > indent:
                return True
        elif line.left > before.left + indent and self._is_first(before, line, after):
            return True
        if not self._is_short(before, line):
            return not self.parted and _ends_and_begins(before, line)
        if self.parted:
            return _STOPS.search(before.text) is not None and _LABEL.match(line.text) is not None
        return (
            _ENDS.search(before.text) is not None or _LABEL.match(line.text) is not None or not line.text[:1].islower()
        )

    def _is_first(self, before: Line, line: Line, after: Line | None) -> bool:
        """Whether an indented line is the first of a paragraph, and not one that hangs below the first."""
        if before.after_label is not None and abs(line.left - before.after_label) <= line.size / 2:
            return False
        if self.parted or self._is_short(before, line):
            return self._is_short(before, line)
        if after is not None and (after.page, after.column) == (line.page, line.column):
            return after.left < line.left - INDENT * line.size or _ENDS.search(before.text) is not None
        return True

    def _begins_on_next_page(self, group: list[Line], line: Line, after: Line | None) -> bool:
        """Whether the first line of a page or column begins a paragraph: it is indented, or the last one has an end."""
        before = group[-1]
        if ((line.style ^ before.style) & BOLD and line.style & BOLD) or _ends_and_begins(before, line):
            return True
        indent = INDENT * line.size
        shift = _shift(before, line)
        rest = group[1].left if len(group) > 1 else None
        begins = line.left + shift
        if rest is not None and abs(begins - rest) > indent:
            return True
        ended = _ENDS.search(before.text) is not None
        if rest is not None and abs(group[0].left - rest) > indent:  # first lines of this kind stand out, and this not
            return ended and self._is_short(before, line) and not line.text[:1].islower()
        if after is not None and after.column == line.column and rest is None and line.left > after.left + indent:
            return ended or not line.text[:1].islower()
        if line.text[:1].islower() and not _LABEL.match(line.text):
            return ended and self._is_short(before, line) and _STOPS.search(before.text) is not None
        return ended or self._is_short(before, line)

    def _edges_at(self, line: Line) -> tuple[float, float]:
        """Where the lines of its page or column begin and end, if they are full."""
        key = (line.page, line.column)
        return self.edges.get(key) or self.edges.get((0, line.column), (line.left, line.right))

    def _is_centred(self, line: Line) -> bool:
        """Whether a line stands in the middle between the edges and touches neither."""
        left, right = self._edges_at(line)
        apart = line.left - left > line.size and right - line.right > line.size
        return apart and abs(line.left + line.right - left - right) < 2 * CENTRED

    def _is_short(self, before: Line, line: Line) -> bool:
        """Whether a line had room for the first word of the next one."""
        _, edge = self._edges_at(before)
        first = _FIRST.match(line.text)
        share = (first.end() + 1) / max(len(line.text), 1) if first else 0
        return before.right + share * (line.right - line.left) + ROOM * line.size < edge


def _ends_and_begins(before: Line, line: Line) -> bool:
    """Whether, from the words and their look alone, a paragraph ends with a line and another begins with the next."""
    if not _ENDS.search(before.text):
        return False
    italic = line.words.styles[:1] and line.words.styles[0] & ITALIC and not before.words.styles[-1] & ITALIC
    return _LABEL.match(line.text) is not None or bool(italic and line.text[0].isupper())


def _distances(lines: Sequence[Line]) -> tuple[dict[float, float], bool]:
    """The distance of the lines of a paragraph for each font size, and whether paragraphs stand farther apart."""
    counts: defaultdict[float, Counter[float]] = defaultdict(Counter)
    for before, line in pairwise(lines):
        alike = (before.page, before.column) == (line.page, line.column) and abs(before.size - line.size) < OTHER_SIZE
        if alike and 0.8 * line.size < before.base - line.base < 3 * line.size:
            counts[_rounded(line.size)][round(2 * (before.base - line.base)) / 2] += 1
    usual = {}
    apart = total = 0
    for size, found in counts.items():
        whole = sum(found.values())
        near = [d for d in found if found[d] + found[d + 0.5] + found[d - 0.5] >= max(2, USUAL * whole)]
        if near:
            usual[size] = min(near) + (0.5 if found[min(near) + 0.5] > found[min(near)] else 0)
            apart += sum(n for d, n in found.items() if d > FAR * usual[size])
            total += whole
    return usual, apart > PARTED * total


def _edges(lines: Sequence[Line]) -> dict[tuple[int, Column], tuple[float, float]]:
    """Where full lines begin and end: on each page with enough lines, and (as page 0) in the document."""
    found: defaultdict[tuple[int, Column], list[Line]] = defaultdict(list)
    for line in lines:
        if not line.cells:
            found[line.page, line.column].append(line)
            found[0, line.column].append(line)
    edges = {}
    for key, group in found.items():
        if len(group) >= ENOUGH or not key[0]:
            lefts, rights = sorted(line.left for line in group), sorted(line.right for line in group)
            edges[key] = lefts[int(0.05 * (len(lefts) - 1))], rights[int(0.95 * (len(rights) - 1))]
    return edges


def _shift(before: Line, line: Line) -> float:
    """How much farther to the left a column stands than the one before it."""
    return 0.0 if before.column == line.column else before.left - line.left


def _rounded(size: float) -> float:
    return round(size)
