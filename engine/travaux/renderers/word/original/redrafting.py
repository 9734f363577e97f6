"""From rows to marks in the old file."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from travaux.model.document import Mark, Note, Paragraph
from travaux.renderers.word.marking import Marker, unmarked
from travaux.renderers.word.original.atoms import holds_box
from travaux.renderers.word.original.editing import Editor, all_but, droppable
from travaux.renderers.word.original.finding import Spot, Words, typed_mark
from travaux.renderers.word.original.inserting import Inserter, lead
from travaux.renderers.word.original.notes import NoteBook
from travaux.renderers.word.original.splitting import split_at_signs, split_sign
from travaux.renderers.word.original.writing import beside, runs
from travaux.renderers.word.rows import Op, Piece, Row
from travaux.renderers.word.tags import DEL, INS, MOVE_FROM, P_PR, R_PR, TC, P, w


@dataclass
class Setting:
    """What marks are made with.

    Attributes:
        spots: where the old paragraphs stand, by id.
        bodies: the bodies of the old notes, by id.
        new_notes: the new notes, by id.
        emphasis: whether the new text tells emphasis at all.
        marker: makes marks.
        book: the notes of the file.
        inserter: puts new paragraphs in.
    """

    spots: Mapping[str, Spot]
    bodies: Mapping[str, Element]
    new_notes: Mapping[str, Note]
    emphasis: bool
    marker: Marker
    book: NoteBook
    inserter: Inserter
    kept_notes: list[str] = field(default_factory=list)
    """Ids of the old notes whose references stay."""


@dataclass(slots=True)
class _Going:
    """How far some words have been gone through: one past the atom, and the code points, that were passed last.

    `replaced` is the place of the first of the words that were deleted just before, if any were.
    """

    words: Words
    at: int
    offset: int = 0
    replaced: int | None = None


class Redraft:
    """One walk along the rows; marks on old paragraphs are gathered and made at its end."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.marker = setting.marker
        self.editors: dict[Element, Editor] = {}
        self.going: dict[str, _Going] = {}
        self.anchor: Element | None = None
        """What the next new paragraph is put behind."""
        self.gone: dict[Element, int] = {}
        """Of elements of several paragraphs, how many of these were removed."""

    def run(self, rows: Sequence[Row]) -> None:
        """Make the marks of all rows."""
        grown: Element | None = None
        for at, row in enumerate(rows):
            if row.old is None and row.new is not None:
                behind = (self.setting.spots[r.old.id].element for r in rows[at + 1 :] if r.old is not None)
                self.anchor = self.setting.inserter.put(row, row.new, self.anchor, next(behind, None))
                if grown is not None and (at + 1 == len(rows) or rows[at + 1].end != "add" or rows[at + 1].old):
                    self._exchange_ends(grown, self.anchor)
                    grown = None
                continue
            if row.old is None:
                continue
            spot = self.setting.spots[row.old.id]
            self.setting.inserter.passed(row.old)
            self.anchor = spot.element if spot.is_row else spot.elements[-1]
            if row.new is None:
                self._removed(row, spot)
            elif spot.is_row:
                self._cells(row, row.old, spot)
            elif spot.words:
                self._redlined(row, row.old, spot)
                if at + 1 < len(rows) and rows[at + 1].old is None and rows[at + 1].end == "add" and _grows(row, spot):
                    grown = spot.element
        self.apply()

    def apply(self) -> None:
        """Make the marks that were gathered."""
        for editor in self.editors.values():
            editor.apply()
        for paragraph in self.editors:
            split_at_signs(paragraph, self.marker)

    def editor(self, words: Words) -> Editor:
        """Return the editor of the paragraph in which words stand."""
        return self.editors.setdefault(words.paragraph, Editor(words.paragraph, words.atoms))

    # Paragraphs that stay

    def _redlined(self, row: Row, old: Paragraph, spot: Spot) -> None:
        words = spot.words[0]
        if row.old_begins:
            self.going[old.id] = _Going(words, words.match.places[0])
        going = self.going[old.id]
        self._number(row, old, spot, going)
        for piece in row.pieces:
            self.piece(going, piece, self._marks(row))
        if row.end == "add":
            self.editor(words).add(going.at, split_sign())
        elif row.end == "drop":
            self.marker.end(words.paragraph, DEL)
            self._blank_ends(words.paragraph)

    def _number(self, row: Row, old: Paragraph, spot: Spot, going: _Going) -> None:
        """Change the number of a paragraph where it is typed; an automatic one is Word's matter."""
        words = going.words
        label = row.new.label if row.new_begins and row.new is not None else None
        automatic = old.label is not None and spot.typed is None
        if not row.new_begins:  # it goes on with words before it: number and blanks between go
            for start, stop in droppable(words.atoms, words.match.start, words.match.places[0]):
                self.editor(words).drop(start, stop, self._maker(DEL))
        elif not row.old_begins:
            self._add(words, going.at, lead(spot, None if automatic else label))
        elif old.label != label and not automatic:
            start, end = spot.typed or (words.match.places[0],) * 2
            self.editor(words).drop(start, words.match.places[0] if label is None else end, self._maker(DEL))
            if label is not None:
                self._add(words, end, label if old.label is not None else f"{label} ")

    def _cells(self, row: Row, old: Paragraph, spot: Spot) -> None:
        """A row of a table whose number of cells is the same."""
        cells = [_Going(words, words.match.places[0]) for words in spot.words]
        if not cells:
            return
        number = 0
        label = row.new.label if row.new is not None else None
        if spot.words[0].match.label is not None and label and old.label != label:
            start, end = spot.words[0].match.label
            self.editor(spot.words[0]).drop(start, end, self._maker(DEL))
            self._add(spot.words[0], end, label)
        for piece in row.pieces:
            start = piece.start
            for at, text in enumerate(piece.text.split("\t")):
                number += at > 0
                if text or piece.note is not None:
                    self.piece(cells[number], Piece(piece.op, text, piece.note, start), self._marks(row))
                start += len(text) + 1

    def piece(self, going: _Going, piece: Piece, marks: Sequence[Mark] | None) -> None:
        """Pass words or a reference to a note: leave them, delete them, or put them in."""
        words = going.words
        if piece.note is not None:
            self._note(going, piece.op, piece.note)
        elif piece.op == "add":
            self._add(words, going.at, piece.text, marks, piece.start, replaced=going.replaced)
        else:
            places = words.match.places
            end = going.offset + len(piece.text)
            first, last = places[going.offset], places[end - 1] + 1
            while last < places[end] and words.atoms[last].char.isspace():
                last += 1
            if piece.op == "drop":
                for start, stop in droppable(words.atoms, first, last):
                    self.editor(words).drop(start, stop, self._maker(DEL))
            going.at, going.offset = last, end
            going.replaced = first if piece.op == "drop" else None

    def _note(self, going: _Going, op: Op, mark: Mark) -> None:
        words, key = going.words, mark.note or ""
        if op == "add":
            inserted = self.marker.make(INS)
            inserted.append(self.setting.book.reference(self.setting.new_notes[key].text))
            self.editor(words).add(going.at, inserted)
            return
        if op == "keep":
            self.setting.kept_notes.append(key)
        body = self.setting.bodies.get(key)
        note = None if body is None else self.setting.book.key(body)
        at = next((n for n, atom in enumerate(words.atoms) if note is not None and atom.note == note), None)
        if at is None:
            typed = typed_mark(words, going.offset)
            if op == "drop" and typed is not None:
                self.editor(words).drop(*typed, self._maker(DEL))
            return
        if op == "drop":
            self.editor(words).drop(at, at + 1, self._maker(DEL))
        going.at = max(going.at, at + 1)

    def _add(  # noqa: PLR0913 - words, and where they come from and go to
        self,
        words: Words,
        at: int,
        text: str,
        marks: Sequence[Mark] | None = None,
        start: int = 0,
        *,
        replaced: int | None = None,
    ) -> None:
        """Put new words in; they look like those that they replace, else like those beside them."""
        if text:
            looks = beside(words.atoms, at) if replaced is None else words.atoms[replaced].run.find(R_PR)
            inserted = self.marker.make(INS)
            inserted.extend(runs(text, looks, marks, start))
            self.editor(words).add(at, inserted)

    def _marks(self, row: Row) -> Sequence[Mark] | None:
        return row.new.marks if row.new is not None and self.setting.emphasis else None

    def _exchange_ends(self, old: Element, new: Element) -> None:
        """Let the old end stand behind the last of new paragraphs that follow words put in before that end.

        So a writer's hand makes it, and so does LibreOffice reject it: with the end between, it takes both for one
        insertion and joins what stands before with what stands behind.
        """
        if old.getparent() is not new.getparent() or new.tag != P:
            return
        unmarked(new, INS)
        self.marker.end(old, INS)
        self.marker.properties(new, old)

    # Paragraphs that go

    def _removed(self, row: Row, spot: Spot) -> None:
        tag = MOVE_FROM if row.end == "from" else DEL
        if spot.is_row:
            for element in spot.elements:
                self._drop_all(element, DEL)
            self.marker.row(spot.element, DEL)
        elif spot.words and not (spot.alone and not spot.words[0].match.rest):
            self._removed_among_others(spot)
        else:
            for element in spot.elements:
                if self.gone.setdefault(element, 0) == 0:
                    self._drop_all(element, tag, row.change.id)
                    self._end(element, tag)
                self.gone[element] += 1

    def _removed_among_others(self, spot: Spot) -> None:
        """Words in an element that holds other words too."""
        words = spot.words[0]
        self.editor(words).drop(words.match.start, words.match.end, self._maker(DEL))
        self.gone[spot.element] = self.gone.get(spot.element, 0) + 1
        own = sum(other.element is spot.element for other in self.setting.spots.values())
        if self.gone[spot.element] == own and not words.match.rest:
            self._end(spot.element, DEL)

    def _drop_all(self, element: Element, tag: str, move: str = "") -> None:
        editor = self.editors.setdefault(element, Editor.of(element))
        if not editor.atoms:
            return
        for start, stop in all_but(editor.atoms, holds_box):
            editor.drop(start, stop, self._maker(tag))
        if tag == MOVE_FROM:
            begin, end = self.marker.range(tag, move)
            editor.add(0, begin)
            editor.add(len(editor.atoms), end)

    def _end(self, paragraph: Element, tag: str) -> None:
        """Mark the end of a paragraph that goes; the last one of a cell cannot go."""
        following = paragraph.getnext()
        parent = paragraph.getparent()
        if following is None and parent is not None and parent.tag == TC:
            return
        self.marker.end(paragraph, tag)

    def _blank_ends(self, paragraph: Element) -> None:
        """Delete the ends of blank paragraphs up to the next one with words, so that the two become one."""
        following = paragraph.getnext()
        while following is not None and following.tag == P and not Editor.of(following).has_words:
            self.marker.end(following, DEL)
            following = following.getnext()

    def _maker(self, tag: str) -> Callable[[], Element]:
        return lambda: self.marker.make(tag)


def _grows(row: Row, spot: Spot) -> bool:
    """Whether the last thing in the element of a paragraph is words put in."""
    last = next((piece.op for piece in reversed(row.pieces)), None)
    return (
        last == "add"
        and row.end == "keep"
        and spot.words[0].match.end == len(spot.words[0].atoms)
        and spot.element.find(f"{P_PR}/{w('sectPr')}") is None
    )
