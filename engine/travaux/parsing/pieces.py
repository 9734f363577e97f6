"""A piece of text with its marks and its place, and how pieces are cut, joined and squeezed."""

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from travaux.model.document import Mark, Place

_UNTIDY = re.compile(r"[\s\u00a0]{2,}|[^\S \t]|^\s|\s$")
_SPACES = re.compile(r"\s+")

NOWHERE = Place()
"""The place of what did not come from a source."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One line or one logical paragraph on its way through the passes.

    Attributes:
        text: its words.
        marks: emphasis and note references, sorted by start.
        place: where it began in the source.
        style: paragraph style, as evidence.
        label: automatic number given by the format.
        block: position of the block it came from.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    place: Place = NOWHERE
    style: str | None = None
    label: str | None = None
    block: int = 0

    def _with(self, text: str, marks: tuple[Mark, ...]) -> "Piece":
        return Piece(text, marks, self.place, self.style, self.label, self.block)

    def cut(self, start: int, end: int | None = None) -> "Piece":
        """Return the part from `start` to `end`, with the marks that touch it."""
        end = len(self.text) if end is None else end
        if start == 0 and end == len(self.text):
            return self
        kept = (_shifted(m, start, end) for m in self.marks if _touches(m, start, end))
        return self._with(self.text[start:end], tuple(kept))

    def join(self, other: "Piece", between: str) -> "Piece":
        """Return this piece continued by another; the place is this one's."""
        at = len(self.text) + len(between)
        marks = self.marks + tuple(m.model_copy(update={"start": m.start + at, "end": m.end + at}) for m in other.marks)
        return self._with(self.text + between + other.text, marks)

    def lines(self) -> Iterator["Piece"]:
        """Yield the lines of the piece, each with its own place; the label stays with the first."""
        if "\n" not in self.text:
            yield self
            return
        at = 0
        left = deque(self.marks)
        over: list[Mark] = []
        for number, line in enumerate(self.text.split("\n")):
            end = at + len(line)
            while left and left[0].start <= end:
                over.append(left.popleft())
            marks = tuple(_shifted(m, at, end) for m in over if _touches(m, at, end))
            place = self._place_of_line(number) if number else self.place
            yield Piece(line, marks, place, self.style, None if number else self.label, self.block)
            over = [m for m in over if m.end > end]
            at = end + 1

    def _place_of_line(self, number: int) -> Place:
        line = self.place.line
        return Place(line=None if line is None else line + number, page=self.place.page, element=self.place.element)

    def squeezed(self) -> "Piece":
        """Return the piece on one line: runs of spaces become one space (a run with a tab, one tab), ends go."""
        if not _UNTIDY.search(self.text):
            return self
        start = len(self.text) - len(self.text.lstrip())
        inside = self.narrowed(start, max(start, len(self.text.rstrip())))
        spans = [(run.start(), run.end(), "\t" if "\t" in run[0] else " ") for run in _SPACES.finditer(inside.text)]
        if not inside.marks:
            text = " ".join(inside.text.split()) if "\t" not in inside.text else _respaced(inside.text, spans)
            return inside._with(text, ())
        marks = _Cuts([(start + 1, end) for start, end, _ in spans]).applied(inside.marks)
        return inside._with(_respaced(inside.text, spans), marks)

    def narrowed(self, start: int, end: int) -> "Piece":
        """Return the part from `start` to `end`; note references outside of it go to its edges."""
        placed = (m.model_copy(update=_clamped(m, start, end)) for m in self.marks)
        return self._with(self.text[start:end], tuple(m for m in placed if m.kind == "note" or m.start < m.end))

    def printed(self) -> str:
        """Return the text with its automatic number before it and its note references put back in as `[^3]`."""
        notes = [m for m in self.marks if m.kind == "note"]
        before = f"{self.label} " if self.label else ""
        if not notes:
            return before + self.text
        edges = [0, *(m.start for m in notes), len(self.text)]
        words = [self.text[start:end] for start, end in pairwise(edges)]
        return before + words[0] + "".join(f"[^{m.number}]{text}" for m, text in zip(notes, words[1:], strict=True))

    def without(self, spans: Iterable[tuple[int, int, Mark]]) -> "Piece":
        """Return the piece without the spans (sorted, apart); each leaves its mark where it stood."""
        text: list[str] = []
        at = gone = 0
        lifted: list[Mark] = []
        cuts: list[tuple[int, int]] = []
        for start, end, mark in spans:
            text.append(self.text[at:start])
            lifted.append(mark.model_copy(update={"start": start - gone, "end": start - gone}))
            cuts.append((start, end))
            gone += end - start
            at = end
        if not cuts:
            return self
        text.append(self.text[at:])
        kept = (m for m in _Cuts(cuts).applied(self.marks) if m.kind == "note" or m.start < m.end)
        marks = tuple(sorted((*kept, *lifted), key=lambda m: (m.start, m.end)))
        return self._with("".join(text), marks)


def joined(pieces: Sequence[Piece], between: Sequence[str]) -> Piece:
    """Return pieces as one, the given words between them; place, style and label are the first one's."""
    if len(pieces) == 1:
        return pieces[0]
    text: list[str] = []
    marks: list[Mark] = []
    at = 0
    for piece, gap in zip(pieces, [*between, ""], strict=True):
        marks += (m.model_copy(update={"start": m.start + at, "end": m.end + at}) for m in piece.marks)
        text += (piece.text, gap)
        at += len(piece.text) + len(gap)
    first = pieces[0]
    return Piece("".join(text), tuple(marks), first.place, first.style, first.label, first.block)


def _respaced(text: str, spans: list[tuple[int, int, str]]) -> str:
    """The text with each span of spaces replaced by its one character."""
    parts = []
    at = 0
    for start, end, space in spans:
        parts += [text[at:start], space]
        at = end
    return "".join([*parts, text[at:]])


def _touches(mark: Mark, start: int, end: int) -> bool:
    if mark.start == mark.end:
        return start <= mark.start <= end
    return mark.start < end and mark.end > start


def _clamped(mark: Mark, start: int, end: int) -> dict[str, int]:
    return {"start": min(max(mark.start, start), end) - start, "end": min(max(mark.end, start), end) - start}


def _shifted(mark: Mark, start: int, end: int) -> Mark:
    return mark.model_copy(update=_clamped(mark, start, end))


class _Cuts:
    """Spans that go out of a text (sorted, apart), and where the rest of it then stands."""

    def __init__(self, spans: Sequence[tuple[int, int]]) -> None:
        self.starts = [start for start, _ in spans]
        self.lengths = [end - start for start, end in spans]
        self.gone = [0, *accumulate(self.lengths)]

    def after(self, at: int) -> int:
        """Where a place of the text stands without the spans."""
        before = bisect_left(self.starts, at)
        if not before:
            return at
        return at - self.gone[before - 1] - min(self.lengths[before - 1], at - self.starts[before - 1])

    def applied(self, marks: Sequence[Mark]) -> tuple[Mark, ...]:
        """The marks over the text without the spans."""
        return tuple(m.model_copy(update={"start": self.after(m.start), "end": self.after(m.end)}) for m in marks)
