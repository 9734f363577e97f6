"""The redline as rows: one for each paragraph that the file with its marks shall have, in its order.

The old paragraphs stand in their old order, since a redline moves nothing: rejecting all gives them back.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from travaux.model.comparison import Change, Comparison, Segment
from travaux.model.document import Mark, Paragraph

Op = Literal["keep", "drop", "add"]
End = Literal["keep", "drop", "add", "from", "to"]
"""What becomes of the end of a paragraph: it stands, is deleted, inserted, moved away, moved to here."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words, or a reference to a note, and what becomes of them.

    Attributes:
        op: kept, dropped or added.
        text: the words; empty for a reference.
        note: the note mark, of the old text unless added.
        start: where the words begin in the text of the paragraph whose words they are: the new one's where added.
    """

    op: Op
    text: str = ""
    note: Mark | None = None
    start: int = 0


@dataclass(slots=True)
class Row:
    """One paragraph of the file.

    Attributes:
        change: what became of its paragraphs.
        old: the old paragraph whose words stand here, if any.
        new: the new one, if any.
        old_begins: whether the old paragraph begins here, and so its number.
        new_begins: the same for the new one.
        pieces: what stands in it, in order.
        end: what becomes of its end.
    """

    change: Change
    old: Paragraph | None = None
    new: Paragraph | None = None
    old_begins: bool = True
    new_begins: bool = True
    pieces: list[Piece] = field(default_factory=list)
    end: End = "keep"


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows, and the changes whose paragraphs are not neighbours, so that they are deleted and inserted."""

    rows: list[Row]
    apart: list[Change]


def rows(
    comparison: Comparison,
    whole: frozenset[str] = frozenset(),
    still: Callable[[Change], bool] = lambda _: False,
    *,
    moves: bool = True,
) -> Rows:
    """Return the rows of a redline.

    Args:
        comparison: what became of what.
        whole: ids of changes whose paragraphs are deleted and inserted as a whole.
        still: tells of a change that moved whether it is marked as deleted and inserted all the same.
        moves: whether what moved is marked as moved; else all of it is deleted and inserted.
    """
    return _Plan(comparison, whole, still if moves else lambda _: True).run()


class _Plan:
    def __init__(self, comparison: Comparison, whole: frozenset[str], still: Callable[[Change], bool]) -> None:
        self.old = {p.id: p for p in comparison.old.paragraphs}
        self.new = {p.id: p for p in comparison.new.paragraphs}
        self.order = {
            side: {key: at for at, key in enumerate(texts)} for side, texts in (("old", self.old), ("new", self.new))
        }
        self.of_old = {key: change for change in comparison.changes for key in change.old}
        self.of_new = {key: change for change in comparison.changes for key in change.new}
        self.whole = whole
        self.still = still
        self.apart: list[Change] = []
        self.notes = _paired(comparison)
        self.in_place = {c.id for c in comparison.changes if self._stays(c)}
        self.out: list[Row] = []

    def run(self) -> Rows:
        waiting = iter(self.old.values())
        ahead = self._removed(waiting)
        for key in self.new:
            change = self.of_new[key]
            if change.id not in self.in_place:
                self.out.append(self._added(change, self.new[key]))
            elif change.new[0] == key:
                while ahead is not None and ahead.id != change.old[0]:
                    ahead = self._removed(waiting)
                self.out += self._redlined(change)
                for _ in change.old[1:]:
                    next(waiting)
                ahead = self._removed(waiting)
        return Rows(self.out, self.apart)

    def _removed(self, waiting: Iterator[Paragraph]) -> Paragraph | None:
        """Emit the old paragraphs that do not stay, up to the next one that does; return that one."""
        for paragraph in waiting:
            change = self.of_old[paragraph.id]
            if change.id in self.in_place:
                return paragraph
            end: End = "from" if self._is_move(change) else "drop"
            pieces = [Piece("drop", paragraph.text)] if paragraph.text else []
            self.out.append(Row(change, old=paragraph, pieces=pieces, end=end))
        return None

    def _added(self, change: Change, paragraph: Paragraph) -> Row:
        end: End = "to" if self._is_move(change) else "add"
        return Row(change, new=paragraph, pieces=list(self._words(paragraph)), end=end)

    def _words(self, paragraph: Paragraph) -> Iterator[Piece]:
        """All words and note references of a new paragraph."""
        at = 0
        for mark in [*(m for m in paragraph.marks if m.kind == "note" and m.note in self.notes.new), None]:
            end = len(paragraph.text) if mark is None else mark.start
            if end > at:
                yield Piece("add", paragraph.text[at:end], start=at)
            if mark is not None:
                yield Piece("add", note=mark, start=end)
            at = end

    def _is_move(self, change: Change) -> bool:
        return change.moved and change.relation == "kept" and not self.still(change)

    def _stays(self, change: Change) -> bool:
        """Whether the paragraphs of a change stand where they stood, so that words of them can be kept."""
        if not change.old or not change.new or change.moved:
            return False
        if change.id in self.whole:
            return False
        near = all(
            [order[key] for key in keys] == list(range(order[keys[0]], order[keys[0]] + len(keys)))
            for order, keys in ((self.order["old"], change.old), (self.order["new"], change.new))
        )
        if not near:
            self.apart.append(change)
        return near

    def _redlined(self, change: Change) -> Iterator[Row]:
        """The rows of a change in place: a line feed in its redline is the end of a paragraph."""
        olds, news = [self.old[k] for k in change.old], [self.new[k] for k in change.new]
        row = Row(change, olds[0], news[0])
        i = j = 0
        for op, text, note, start in _flow(change.redline, olds, news, self.notes):
            if text != "\n":
                row.pieces.append(Piece(op, text, note, start))
                continue
            row.end = op
            yield row
            i += op != "add"
            j += op != "drop"
            row = Row(change, olds[i], news[j], old_begins=op != "add", new_begins=op != "drop")
        yield row


@dataclass(frozen=True, slots=True)
class _Notes:
    """Notes that are compared: all old ones, all new ones, and which became which."""

    old: frozenset[str]
    new: frozenset[str]
    pairs: Mapping[str, str]


def _paired(comparison: Comparison) -> _Notes:
    pairs = {c.old[0]: c.new[0] for c in comparison.note_changes if c.relation == "kept"}
    old = frozenset(key for c in comparison.note_changes for key in c.old)
    new = frozenset(key for c in comparison.note_changes for key in c.new)
    return _Notes(old, new, pairs)


def _flow(
    redline: Sequence[Segment], olds: Sequence[Paragraph], news: Sequence[Paragraph], notes: _Notes
) -> Iterator[tuple[Op, str, Mark | None, int]]:
    """The words of a redline in pieces of one paragraph, with the references to notes among them.

    Yields op, words (a line feed alone is the end of a paragraph), the mark of a note, and where in the text of its
    paragraph that is.
    """
    stream: list[tuple[Op, str]] = [(s.op, c) for s in redline for c in s.text]
    gone = _gaps(stream, olds, "add", notes.old)
    come = _gaps(stream, news, "drop", notes.new)
    marks: dict[int, list[tuple[Op, Mark]]] = {}
    left = list(come)
    for low, high, mark in gone:
        pair = next(
            (c for c in left if notes.pairs.get(mark.note or "") == c[2].note and c[0] <= high and low <= c[1]), None
        )
        if pair is not None:
            left.remove(pair)
            marks.setdefault(min(high, pair[1]), []).append(("keep", mark))
        else:
            marks.setdefault(low, []).append(("drop", mark))
    for _, high, mark in left:
        marks.setdefault(high, []).append(("add", mark))
    yield from _pieces(stream, marks)


def _gaps(
    stream: Sequence[tuple[Op, str]], sides: Sequence[Paragraph], other: Op, known: frozenset[str]
) -> list[tuple[int, int, Mark]]:
    """For each note mark of a side, the first and the last place in the stream at which it may stand."""
    wanted = []
    shift = 0
    for paragraph in sides:
        wanted += [(shift + m.start, m) for m in paragraph.marks if m.kind == "note" and m.note in known]
        shift += len(paragraph.text) + 1
    own = [at for at, (op, _) in enumerate(stream) if op != other]
    out = []
    for offset, mark in wanted:
        low = own[offset - 1] + 1 if offset else 0
        high = own[offset] if offset < len(own) else len(stream)
        out.append((low, high, mark))
    return out


def _pieces(
    stream: Sequence[tuple[Op, str]], marks: Mapping[int, Sequence[tuple[Op, Mark]]]
) -> Iterator[tuple[Op, str, Mark | None, int]]:
    old = new = 0
    op: Op = "keep"
    words = ""
    start = 0
    for at in range(len(stream) + 1):
        here = stream[at] if at < len(stream) else None
        if words and (here is None or here[0] != op or here[1] == "\n" or at in marks):
            yield op, words, None, start
            words = ""
        for kind, mark in marks.get(at, ()):
            yield kind, "", mark, new if kind == "add" else old
        if here is None:
            return
        if not words:
            op, start = here[0], new if here[0] == "add" else old
        if here[1] == "\n":
            yield here[0], "\n", None, 0
            old = 0 if here[0] != "add" else old
            new = 0 if here[0] != "drop" else new
            continue
        words += here[1]
        old += here[0] != "add"
        new += here[0] != "drop"
