"""One walk through a part of a Word file: body, note, header; from its elements to passages in order."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from travaux.readers.word.names import ALTERNATIVES, BOX, P_PR, TBL, TC, TR, P, chosen, steps, w
from travaux.readers.word.numbering import Numbering
from travaux.readers.word.passages import Gathering, Passage, row
from travaux.readers.word.runs import Runs
from travaux.symbols import find_symbols

_CONTROL, _CONTENT = w("sdt"), w("sdtContent")
_SILENT = frozenset((w("sectPr"), w("tblPr"), w("tblGrid"), w("trPr"), w("tcPr"), w("sdtPr"), w("sdtEndPr"), P_PR))
_SECTION, _FOREIGN = w("sectPr"), w("altChunk")


class Story:
    """The passages of a part.

    Attributes:
        foreign: how many files of other formats are embedded in the run of the text.
    """

    def __init__(self, runs: Runs, numbering: Numbering | None) -> None:
        self.runs = runs
        self.numbering = numbering
        self.foreign = 0
        self.begun = False
        """Whether there was anything to read before."""

    def passages(self, container: Element, path: str) -> Iterator[Passage]:
        """Yield the paragraphs and the table rows below an element, in order; blank ones are left out."""
        for passage in _Flow(self).run(container, path):
            if not passage.blank:
                self.begun = True
                yield passage


class _Flow:
    """The paragraphs of one container: a body, a cell, a text box, a note."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.runs = story.runs
        self.open: Gathering | None = None
        """A paragraph whose end does not stand, so that the next goes on with it."""
        self.element: str | None = None
        """Where its first words stand."""
        self.last: Element | None = None
        """The last paragraph that went into it."""

    def run(self, container: Element, path: str) -> Iterator[Passage]:
        yield from self._walk(container, path)
        yield from self._close()

    def _walk(self, parent: Element, path: str) -> Iterator[Passage]:
        for child, where in steps(parent, path):
            tag = child.tag
            if tag == P:
                yield from self._paragraph(child, where)
            elif tag == TBL:
                yield from self._close()
                yield from self._table(child, where)
            elif tag in self.runs.view.dropped or tag in _SILENT:
                continue
            elif tag == ALTERNATIVES:
                branch = chosen(child)
                for there, step in steps(child, where):
                    if there is branch:
                        yield from self._walk(there, step)
            elif tag == _FOREIGN:
                self.story.foreign += 1
            else:
                yield from self._walk(child, where)

    def _paragraph(self, paragraph: Element, where: str) -> Iterator[Passage]:
        if self.open is None:
            self.open, self.element = Gathering(), None
        properties = self.runs.view.properties(paragraph)
        self.runs.read(paragraph, self.runs.styles.of(properties), self.open)
        if self.element is None and not self.open.empty:
            self.element = where
        self.last = paragraph
        if self.runs.view.keeps_mark(paragraph):
            self.element = self.element or where
            yield from self._close()
        boxes, self.runs.boxes = self.runs.boxes, []
        places = {box: at for at, box in enumerate(paragraph.iter(BOX), 1)} if boxes else {}
        for box in boxes:
            yield from self.story.passages(box, f"({where}//w:txbxContent)[{places[box]}]")
        if self.runs.notes is not None and paragraph.find(f"{P_PR}/{_SECTION}") is not None:
            self.runs.notes.section_ends()

    def _close(self) -> Iterator[Passage]:
        """End the paragraph that is open; the last that went into it says how it is set and numbered."""
        if self.open is None or self.last is None:
            return
        passage, self.open = self.open.passage(), None
        if passage.blank and not self.runs.view.keeps_mark(self.last):
            return
        properties = self.runs.view.properties(self.last)
        style = self.runs.styles.of(properties)
        passage.element = self.element
        passage.style = self.runs.styles.name(style)
        if self.story.numbering is not None:
            passage.label = self.story.numbering.label(properties, style, original=self.runs.view.original)
        yield passage

    def _table(self, table: Element, path: str) -> Iterator[Passage]:
        rows = [
            (self._cells(line, where), where)
            for line, where in _below(table, path, TR)
            if self.runs.view.keeps_row(line)
        ]
        if all(len(cells) <= 1 for cells, _ in rows) or self._is_masthead([cells for cells, _ in rows]):
            for cells, _ in rows:
                for cell in cells:
                    yield from cell
            return
        for cells, where in rows:
            passage = row(cells)
            passage.element = where
            yield passage

    def _cells(self, line: Element, path: str) -> list[list[Passage]]:
        return [
            [p for p in _Flow(self.story).run(cell, where) if not p.blank]
            for cell, where in _below(line, path, TC)
            if self.runs.view.keeps_cell(cell)
        ]

    def _is_masthead(self, rows: list[list[list[Passage]]]) -> bool:
        """Whether a table before all text only places the lines of a masthead: one of them is a symbol."""
        if self.story.begun:
            return False
        lines = (p.text.strip() for cells in rows for cell in cells for p in cell)
        return any(is_symbol(line) for line in lines)


def is_symbol(text: str) -> bool:
    """Whether a text is a document symbol and nothing else."""
    found = find_symbols(text) if "/" in text and len(text) < 60 else ()
    return len(found) == 1 and (found[0].start, found[0].end) == (0, len(text))


def _below(parent: Element, path: str, wanted: str) -> Iterator[tuple[Element, str]]:
    """Yield the rows of a table or the cells of a row, through content controls and the like."""
    for child, where in steps(parent, path):
        if child.tag == wanted:
            yield child, where
        elif child.tag not in _SILENT and child.tag not in (P, TBL):
            yield from _below(child, where, wanted)
