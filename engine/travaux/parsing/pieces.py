"""A piece of text with its marks and its place, and how pieces are cut, joined and squeezed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

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

    def cut(self, start: int, end: int | None = None) -> "Piece":
        """Return the part from `start` to `end`, with the marks that touch it."""
        end = len(self.text) if end is None else end
        if start == 0 and end == len(self.text):
            return self
        kept = (_shifted(m, start, end) for m in self.marks if _touches(m, start, end))
        return replace(self, text=self.text[start:end], marks=tuple(kept))

    def join(self, other: "Piece", between: str) -> "Piece":
        """Return this piece continued by another; the place is this one's."""
        at = len(self.text) + len(between)
        marks = self.marks + tuple(m.model_copy(update={"start": m.start + at, "end": m.end + at}) for m in other.marks)
        return replace(self, text=self.text + between + other.text, marks=marks)

    def squeezed(self) -> "Piece":
        """Return the piece on one line: runs of spaces become one space (a run with a tab, one tab), ends go."""
        if not _UNTIDY.search(self.text):
            return self
        inside = self.cut(len(self.text) - len(self.text.lstrip()), len(self.text.rstrip()))
        spans = [(run.start(), run.end(), "\t" if "\t" in run[0] else " ") for run in _SPACES.finditer(inside.text)]
        if not inside.marks:
            text = " ".join(inside.text.split()) if "\t" not in inside.text else _respaced(inside.text, spans)
            return replace(inside, text=text)
        cuts = [(start + 1, end) for start, end, _ in spans]
        marks = tuple(
            m.model_copy(update={"start": _after_cuts(m.start, cuts), "end": _after_cuts(m.end, cuts)})
            for m in inside.marks
        )
        return replace(inside, text=_respaced(inside.text, spans), marks=marks)

    def printed(self) -> str:
        """Return the text with its note references put back in as `[^3]`."""
        text = self.text
        for mark in reversed(self.marks):
            if mark.kind == "note":
                text = f"{text[: mark.start]}[^{mark.number}]{text[mark.start :]}"
        return text

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
        kept = [
            m.model_copy(update={"start": _after_cuts(m.start, cuts), "end": _after_cuts(m.end, cuts)})
            for m in self.marks
        ]
        kept = [m for m in kept if m.kind == "note" or m.start < m.end]
        marks = tuple(sorted(kept + lifted, key=lambda m: (m.start, m.end)))
        return replace(self, text="".join(text), marks=marks)


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


def _shifted(mark: Mark, start: int, end: int) -> Mark:
    return mark.model_copy(update={"start": max(mark.start, start) - start, "end": min(mark.end, end) - start})


def _after_cuts(at: int, cuts: list[tuple[int, int]]) -> int:
    return at - sum(min(end, at) - start for start, end in cuts if start < at)
