"""The edges of pages: running heads, page numbers, job numbers and bar codes, which are no part of the text."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from travaux.model.document import Metadatum, MetadatumKind, Place
from travaux.numerals import from_roman
from travaux.readers.pdf.page import BARCODE, Line
from travaux.symbols import Symbol

EDGE = 0.13
"""Share of the height of a page, above and below, in which its edges are looked for. Range .1-.15."""

AGAIN = 2
"""On how many other pages the line of an edge stands at its place, figures apart. Range 1-3."""

APART = 1.6
"""Smallest distance of a repeated line from the text, in the font size of the text. Range 1.4-2.5; lines have 1.2."""

SAME_HEIGHT = 4.0
"""How far, in points, the same line may stand from its place on another page. Range 2-8."""


_NUMBER = re.compile(
    r"(?:page |p\. ?)?\d{1,4} ?(?:/|of) ?\d{1,4}|[-–—] ?\d{1,4} ?[-–—]|(?:page |p\. ?)\d{1,4}", re.IGNORECASE
)
_BARE_NUMBER = re.compile(r"\d{1,4}|[ivxlc]{1,7}")
_JOB = re.compile(r"(?:(?:GE\.|V\.)?\d{2}-\d{5,6}\*?(?:\s*\([A-Z]\))?(?:\s+\d{6}){0,4}|GE\.\d{2}-\d{5}.*|\*\d{7}\*)")
_PRINTED = re.compile(r"please recycle|for reasons of economy|this record contains", re.IGNORECASE)
_ROMAN = re.compile(r"[ivxlc]{1,7}")
_FIGURES = re.compile(r"\d+")


class Edges:
    """Tells the lines at the edges of pages from the text, by what stands at the same place of other pages."""

    def __init__(self, pages: Sequence[Sequence[Line]], heights: Sequence[float], size: float) -> None:
        self.heights = heights
        self.size = size
        self.symbol = _symbol(pages[0]) if pages else None
        self.head = " ".join(line.text for line in pages[0]) if pages else ""
        self.places: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, lines in enumerate(pages):
            for line in lines:
                if self._in_edge(line, number):
                    for form in _forms(line.text, number):
                        self.places[form].append((number, line.base))

    def _in_edge(self, line: Line, number: int) -> bool:
        height = self.heights[number]
        return line.base < EDGE * height or line.base > (1 - EDGE) * height

    def split(self, lines: Sequence[Line], number: int) -> tuple[list[Line], list[Line]]:
        """Return the text of a page (counted from 0) and its edges."""
        edges = {id(line) for line in lines if line.style & BARCODE or self._is_printers(line, number)}
        for ordered in (sorted(lines, key=lambda ln: -ln.base), sorted(lines, key=lambda ln: ln.base)):
            known = False
            for at, line in enumerate(ordered):
                following = ordered[at + 1] if at + 1 < len(ordered) else None
                if id(line) in edges:
                    known = True
                elif not self._in_edge(line, number) or _is_of_notes(line):
                    break
                elif (
                    self._is_edge(line, number)
                    or (_is_apart(line, following) and self._is_repeated(line, number))
                    or (known and self._goes_on(line, number))
                ):
                    edges.add(id(line))
                    known = True
                else:
                    break
        return [line for line in lines if id(line) not in edges], [line for line in lines if id(line) in edges]

    def _is_printers(self, line: Line, number: int) -> bool:
        low = line.base < EDGE * self.heights[number]
        return low and (_JOB.fullmatch(line.text) is not None or _PRINTED.match(line.text) is not None)

    def _is_edge(self, line: Line, number: int) -> bool:
        text = line.text
        if _NUMBER.fullmatch(text) and not (number == 0 and line.base > self.heights[0] / 2):
            return True
        if _BARE_NUMBER.fullmatch(text) and text == str(number + 1):
            return True
        if number and self.symbol is not None and self.symbol in text.split():
            return True
        return bool(number) and len(text) > 8 and line.size < 0.95 * self.size and text in self.head

    def _is_repeated(self, line: Line, number: int) -> bool:
        """Whether a line stands at this place of other pages too, the number of the page in it told from theirs."""
        if not number and self.symbol is not None and self.symbol in line.text:
            return False  # the masthead, which the heads of the other pages repeat
        others = {
            n
            for form in _forms(line.text, number)
            for n, base in self.places[form]
            if n != number and abs(base - line.base) <= SAME_HEIGHT
        }
        return len(others) >= min(AGAIN, len(self.heights) - 1) and bool(others)

    def _goes_on(self, line: Line, number: int) -> bool:
        """Whether a line of small type beside a known edge is of it: the second line of a title."""
        return number > 0 and line.size < 0.95 * self.size and line.base > self.heights[number] / 2


def told(edges: Sequence[Line]) -> Iterator[Metadatum]:
    """Yield what the edges of all pages say, each line once; the numbers of pages are told as one."""
    seen: set[str] = set()
    numbers: list[Line] = []
    for line in edges:
        if _NUMBER.fullmatch(line.text) or _BARE_NUMBER.fullmatch(line.text):
            numbers.append(line)
        elif line.text not in seen:
            seen.add(line.text)
            kind: MetadatumKind = "symbol" if _is_symbol(line.text) else "running_head"
            yield Metadatum(kind=kind, text=line.text, place=Place(page=line.page))
    if numbers:
        first, last = numbers[0].text, numbers[-1].text
        text = first if first == last else f"{first} … {last}"
        yield Metadatum(kind="running_head", text=text, place=Place(page=numbers[0].page))


def _is_apart(line: Line, following: Line | None) -> bool:
    """Whether a line stands apart from the next one inwards."""
    return following is not None and abs(line.base - following.base) >= APART * following.size


def _is_of_notes(line: Line) -> bool:
    """Whether a line is the rule above notes, or begins one."""
    return not line.text.strip("_ ") or any(place == 0 for place, _ in line.words.signs)


def _forms(text: str, number: int) -> set[str]:
    """A line as it stands on other pages too: as it is, or with the number of the page told from that of the page."""
    found = {text}
    for at in {0, -1}:
        figures = list(_FIGURES.finditer(text))[at : at + 1 or None]
        found |= {f"{text[: m.start()]}<{int(m[0]) - number}>{text[m.end() :]}" for m in figures if len(m[0]) < 5}
    if _ROMAN.fullmatch(text) and (page := from_roman(text.upper())) is not None:
        found.add(f"<{page - number}>")
    return found


def _symbol(lines: Sequence[Line]) -> str | None:
    """The symbol of the document: the first of its first page."""
    words = (word for line in lines[:8] for word in line.text.split())
    return next((word.rstrip("*") for word in words if _is_symbol(word)), None)


def _is_symbol(text: str) -> bool:
    if "/" not in text or not text[:1].isupper():
        return False
    try:
        Symbol.parse(text)
    except ValueError:
        return False
    return True
