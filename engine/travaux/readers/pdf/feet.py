"""The feet of pages: footnotes, which are lifted out of the text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from travaux.model.document import Place, SourceNote
from travaux.readers.pdf.hyphens import Hyphens
from travaux.readers.pdf.page import Line, Words
from travaux.readers.pdf.words import together
from travaux.text import squeeze

SMALLER = 0.95
"""Largest font size of notes that no line parts from the text, in that of the text. Range .9-.97."""

LINE_WIDTHS = (40.0, 260.0)
"""Width of the drawn line above notes, in points; that of tables is mostly wider."""

BESIDE = 30.0
"""How far, in points, the line above notes may begin beside them."""

_RULE = re.compile(r"[_—–-]{5,}")
_NUMBER = re.compile(r"(\*{1,4}|[†‡§]|[1-9]\d{0,2})(?:/|\s)\s*(?=\S)")


@dataclass(slots=True)
class Feet:
    """The notes of a document as its pages are turned."""

    size: float
    hyphens: Hyphens
    found: list[tuple[str, list[Words], Place]] = field(default_factory=list)

    def lift(self, lines: Sequence[Line], rules: Sequence[tuple[float, float, float]]) -> list[Line]:
        """Return the lines of a page (or column) without those of its notes, and keep the notes."""
        start, first = self._where(lines, rules)
        if start is None:
            return list(lines)
        foot = lines[first:]
        raised = any(_sign_at_start(line) for line in foot)
        for line in foot:
            sign = _sign_at_start(line)
            match = None if sign or (raised and line.text[:1].isdigit()) else _NUMBER.match(line.text)
            if sign is not None:
                body = Words(line.text, line.words.styles, line.words.signs[1:]).stripped()
                self.found.append((sign, [body], Place(page=line.page)))
            elif match is not None:
                body = line.words.cut(match.end(), len(line.text))
                self.found.append((match[1], [body], Place(page=line.page)))
            elif self.found:
                self.found[-1][1].append(line.words)
            else:
                return list(lines)
        return list(lines[:start])

    def _where(self, lines: Sequence[Line], rules: Sequence[tuple[float, float, float]]) -> tuple[int | None, int]:
        """Where the foot begins, with what parts it from the text, and where its notes begin."""
        for at in range(len(lines) - 1, -1, -1):
            if _RULE.fullmatch(lines[at].text.replace(" ", "")):
                foot = lines[at + 1 :]
                if foot and self._is_foot(foot, loose=True):
                    return at, at + 1
                break
        drawn = [rule for rule in rules if LINE_WIDTHS[0] <= rule[1] - rule[0] <= LINE_WIDTHS[1]]
        for left, _, height in sorted(drawn, key=lambda rule: rule[2]):
            at = next((n for n, line in enumerate(lines) if line.base < height), len(lines))
            foot = lines[at:]
            if not foot or any(line.base > height for line in foot):
                continue
            sure = _sign_at_start(foot[0]) is not None
            if (sure or abs(left - foot[0].left) <= BESIDE) and self._is_foot(foot, loose=sure):
                return at, at
        at = len(lines)
        while at and lines[at - 1].size <= SMALLER * self.size and not lines[at - 1].cells:
            at -= 1
        first = next((n for n in range(at, len(lines)) if _sign_at_start(lines[n])), None)
        return first, first or 0

    def _is_foot(self, foot: Sequence[Line], *, loose: bool) -> bool:
        if any(line.size > 1.05 * self.size for line in foot):
            return False
        if _sign_at_start(foot[0]) is not None or _NUMBER.match(foot[0].text):
            return loose or foot[0].size <= SMALLER * self.size
        return bool(self.found) and all(line.size <= SMALLER * self.size and not line.cells for line in foot)

    def notes(self) -> tuple[SourceNote, ...]:
        """Return the notes in order."""
        return tuple(
            SourceNote(number=number, text=squeeze(together(lines, self.hyphens).text), place=place)
            for number, lines, place in self.found
        )


def _sign_at_start(line: Line) -> str | None:
    signs = line.words.signs
    return signs[0][1] if signs and signs[0][0] == 0 else None
