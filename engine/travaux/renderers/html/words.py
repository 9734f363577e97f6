"""The words of a change as a page shows them: lines of runs, verbatim, with their emphasis, numbers and note marks."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import Literal, Protocol

from travaux.model.comparison import Change, Segment
from travaux.model.document import Mark
from travaux.renderers.wording.harmless import harmless, one_line
from travaux.renderers.wording.runs import only_typing

Op = Literal["keep", "drop", "add"]


class Worded(Protocol):
    """A paragraph or a note."""

    @property
    def text(self) -> str:
        """As in `Paragraph`."""


@dataclass(frozen=True)
class Part:
    """Words in one emphasis, or the mark of a note.

    Attributes:
        text: harmless; of a note mark, its number.
        look: `em`, `strong`, both or none, as elements have their names; `sup` for a note mark.
        note: of a note mark, the side and the id of the note; None where it has no body, or for words.
    """

    text: str
    look: tuple[str, ...] = ()
    note: tuple[Literal["old", "new"], str] | None = None


@dataclass(frozen=True)
class Run:
    """What was kept, dropped or added in one piece.

    Attributes:
        op: which of these.
        what: `words`, or `label` for the number before a paragraph, `mark` for that of a note, `typing` for words that
            differ in glyphs, spaces or Unicode form alone, or `space` for a space at the edge of such words.
        parts: in order.
    """

    op: Op
    what: Literal["words", "label", "mark", "typing", "space"]
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Line:
    """One line of a redline, up to where a paragraph ends on either side.

    Attributes:
        runs: the words with their numbers.
        end: on which sides a paragraph ends here: `drop` the old side alone, `add` the new side alone, `keep` both.

    Law 9: the kept and dropped runs of `words`, `typing` and `space`, with a line feed for each end of `keep` and
    `drop` but the last one, are the old text, made harmless; those kept and added the new one.
    """

    runs: tuple[Run, ...]
    end: Op = "keep"


def abut(dropped: Run, added: Run) -> bool:
    """Whether dropped words end, and the added ones behind them begin, with a letter or a digit: a gap parts them."""
    if (dropped.op, added.op) != ("drop", "add"):
        return False
    return dropped.parts[-1].text[-1:].isalnum() and added.parts[0].text[:1].isalnum()


class Side:
    """The paragraphs of one side of a change as one text: where its emphasis, its note marks and its numbers are."""

    def __init__(self, name: Literal["old", "new"], paragraphs: Sequence[Worded]) -> None:
        self.name = name
        self.labels = [one_line(getattr(p, "label", None) or "") for p in paragraphs]
        self.looks: list[tuple[int, int, str]] = []
        self._notes = deque[tuple[int, Part]]()
        start = 0
        for paragraph in paragraphs:
            for mark in getattr(paragraph, "marks", ()):
                self._mark(mark, start)
            start += len(paragraph.text) + 1

    def parts(self, text: str, start: int) -> Iterator[Part]:
        """Yield the parts of a stretch of the text; `start` is where it stands in it. Note marks are left out."""
        end = start + len(text)
        looks = [look for look in self.looks if look[0] < end and look[1] > start]
        if not text:
            return
        cuts = sorted({start, end, *(at for look in looks for at in look[:2] if start < at < end)})
        for here, there in pairwise(cuts):
            look = tuple(dict.fromkeys(name for a, z, name in looks if a <= here and z >= there))
            yield Part(harmless(text[here - start : there - start]), look)

    def marks(self, end: int) -> list[tuple[int, Part]]:
        """Take the note marks up to a place off the text, in order: where, and what stands there.

        A mark belongs to the words before it, so it is taken with them when texts are gone through in order.
        """
        taken = []
        while self._notes and self._notes[0][0] <= end:
            taken.append(self._notes.popleft())
        return taken

    def _mark(self, mark: Mark, start: int) -> None:
        if mark.kind == "note":
            note = (self.name, mark.note) if mark.note else None
            self._notes.append((start + mark.start, Part(one_line(mark.number or "*"), ("sup",), note)))
        elif mark.end > mark.start:
            self.looks.append((start + mark.start, start + mark.end, "em" if mark.kind == "italic" else "strong"))


def lines(change: Change, old: Sequence[Worded], new: Sequence[Worded], *, plain: bool = False) -> tuple[Line, ...]:
    """Return the words of a change, line by line.

    Args:
        change: the change.
        old: its old paragraphs or notes, in order.
        new: its new ones.
        plain: whether the new draft has no emphasis at all; kept words then have that of the old one.
    """
    return tuple(_Lines(Side("old", old), Side("new", new), plain=plain).of(change.redline))


class _Lines:
    """Lines in the making."""

    def __init__(self, old: Side, new: Side, *, plain: bool) -> None:
        self._old, self._new = old, new
        self._kept = old if plain else new
        self._at = {"old": 0, "new": 0}
        self._numbers = {"old": iter(old.labels), "new": iter(new.labels)}
        self._runs: list[Run] = []

    def of(self, segments: Sequence[Segment]) -> Iterator[Line]:
        self._number(old=True, new=True)
        for kept, group in groupby(segments, key=lambda s: s.op == "keep"):
            found = list(group)
            if kept:
                yield from self._keep("".join(s.text for s in found))
            else:
                dropped, added = ("".join(s.text for s in found if s.op == op) for op in ("drop", "add"))
                yield from self._replace(dropped, added)
        self._words("")  # marks that hang on no word
        yield Line(tuple(self._runs))

    def _keep(self, text: str) -> Iterator[Line]:
        for number, line in enumerate(text.split("\n")):
            if number:
                yield self._end("keep")
            self._words(line)

    def _replace(self, dropped: str, added: str) -> Iterator[Line]:
        """Line by line, first the dropped, then the added words; a space that both begin or end with is kept."""
        what: Literal["words", "typing"] = "typing" if only_typing(dropped, added) else "words"
        old, new = dropped.split("\n"), added.split("\n")
        for number in range(max(len(old), len(new))):
            if number:
                yield self._end("keep" if number < min(len(old), len(new)) else "drop" if number < len(old) else "add")
            out = old[number] if number < len(old) else ""
            in_ = new[number] if number < len(new) else ""
            before = " " if what == "words" and out[:1] == in_[:1] == " " and len(out) > 1 < len(in_) else ""
            behind = " " if what == "words" and out[-1:] == in_[-1:] == " " and len(out) > 1 < len(in_) else ""
            self._words(before)
            self._one_sided("drop", self._old, out[len(before) : len(out) - len(behind)], what)
            self._one_sided("add", self._new, in_[len(before) : len(in_) - len(behind)], what)
            self._words(behind)

    def _end(self, op: Op) -> Line:
        line = Line(tuple(self._runs), op)
        self._runs = []
        self._at["old"] += op != "add"
        self._at["new"] += op != "drop"
        self._number(old=op != "add", new=op != "drop")
        return line

    def _number(self, *, old: bool, new: bool) -> None:
        """The printed numbers with which paragraphs begin here."""
        before = next(self._numbers["old"], "") if old else ""
        after = next(self._numbers["new"], "") if new else ""
        self._exchange("label", [Part(before)] if before else [], [Part(after)] if after else [])

    def _exchange(self, what: Literal["label", "mark"], old: Sequence[Part], new: Sequence[Part]) -> None:
        same = [part.text for part in old] == [part.text for part in new]
        sides: list[tuple[Op, Sequence[Part]]] = [("keep", new)] if same else [("drop", old), ("add", new)]
        self._runs.extend(Run(op, what, tuple(parts)) for op, parts in sides if parts)

    def _words(self, text: str) -> None:
        """Kept words, cut where notes hang on either side."""
        before, after = self._at["old"], self._at["new"]
        hanging: dict[int, tuple[list[Part], list[Part]]] = {}
        for side, start, which in ((self._old, before, 0), (self._new, after, 1)):
            for at, mark in side.marks(start + len(text)):
                hanging.setdefault(at - start, ([], []))[which].append(mark)
        done = 0
        for at, (old, new) in sorted(hanging.items()):
            self._kept_words(text[done:at], done)
            self._exchange("mark", old, new)
            done = at
        self._kept_words(text[done:], done)
        self._at["old"] += len(text)
        self._at["new"] += len(text)

    def _kept_words(self, text: str, offset: int) -> None:
        if text:
            parts = self._kept.parts(text, self._at[self._kept.name] + offset)
            self._runs.append(Run("keep", "words", tuple(parts)))

    def _one_sided(self, op: Op, side: Side, text: str, what: Literal["words", "typing"]) -> None:
        """Words of one side; the marks of its notes stand among them."""
        start = done = self._at[side.name]
        end = start + len(text)
        parts: list[Part] = []
        for at, mark in side.marks(end):
            parts.extend(side.parts(text[done - start : at - start], done))
            parts.append(mark)
            done = at
        parts.extend(side.parts(text[done - start :], done))
        self._at[side.name] = end
        self._runs.extend(_apart(op, what, parts))


def _apart(op: Op, what: Literal["words", "typing"], parts: list[Part]) -> Iterator[Run]:
    """Words of one side, and apart from them a space at either end, on which a line looks amiss."""
    before = behind = None
    if what == "words" and any(part.text.strip(" ") for part in parts):
        if parts[0].text[:1] == " ":
            before, parts[0] = Part(" "), replace(parts[0], text=parts[0].text[1:])
        if parts[-1].text[-1:] == " ":
            behind, parts[-1] = Part(" "), replace(parts[-1], text=parts[-1].text[:-1])
    if before:
        yield Run(op, "space", (before,))
    if words := tuple(part for part in parts if part.text):
        yield Run(op, what, words)
    if behind:
        yield Run(op, "space", (behind,))
