"""From the bytes of a PDF to a source: text in order, notes, what the pages repeat, what could not be read."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from travaux.errors import SourceError
from travaux.model.document import Block, Notice, Origin, Place, Source
from travaux.readers.pdf.edges import Edges
from travaux.readers.pdf.edges import told as edges_told
from travaux.readers.pdf.feet import Feet
from travaux.readers.pdf.hyphens import Hyphens
from travaux.readers.pdf.layout import Laid, in_order, lay_all
from travaux.readers.pdf.page import BARCODE, BOLD, UNSEEN, Line, Page, body_size
from travaux.readers.pdf.paragraphs import Paragraphs
from travaux.readers.pdf.process import pages_of
from travaux.readers.pdf.words import tidied

UNKNOWN = 0.05
"""Largest share of characters of which the file does not say what they are. Range .02-.2; sound files have none."""

HEADING = 1.15
"""Font size of a heading, in that of the text. Range 1.1-1.3."""

_OCR = "run OCR over it (such as ocrmypdf) and give the result"


def read(content: bytes, name: str, options: Mapping[str, str]) -> Source:
    """Return the blocks of a PDF with a text layer; what each rule of this folder promises is in its docstring.

    Raises:
        SourceError: damaged, locked, hostile, too large, without a text layer, or with one that has no meaning.
    """
    pages = pages_of(content, name)
    _refuse_pictures(pages, name)
    reading = _Reading(pages)
    blocks = tuple(reading.blocks())
    if not blocks:
        raise SourceError(f"{name} holds no text", "is it a draft?")
    return Source(
        origin=Origin(name=name, sha256=hashlib.sha256(content).hexdigest(), format="pdf", options=dict(options)),
        content=content,
        blocks=blocks,
        notes=reading.feet.notes(),
        metadata=tuple(edges_told(reading.edges)),
        notices=tuple(_notices(reading, name)),
    )


def _refuse_pictures(pages: Sequence[Page], name: str) -> None:
    characters = sum(len(run.text) for page in pages for run in page.runs)
    if not any(run.text.strip() for page in pages for run in page.runs):
        pictures = any(page.objects for page in pages)
        what = "holds pictures of pages and no text" if pictures else "holds no text"
        raise SourceError(f"{name} {what}", _OCR if pictures else "is it a draft?")
    if sum(page.unknown for page in pages) > UNKNOWN * characters:
        raise SourceError(f"{name} has a font of its own whose characters cannot be told", _OCR)


@dataclass
class _Turned:
    """A page on its way: laid out, with its edges off."""

    page: Page
    laid: Laid
    rows: list[list[Line]]


class _Reading:
    """One walk through the pages of a file.

    Attributes:
        edges: what stands at the edges of the pages.
        feet: the notes.
    """

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = pages
        runs = [run for page in pages for run in page.runs if not run.style & BARCODE]
        self.size = body_size(runs)
        laid = lay_all(pages)
        flat = [[line for row in one.rows for line in row] for one in laid]
        finder = Edges(flat, [page.height for page in pages], self.size)
        self.edges: list[Line] = []
        self.turned: list[_Turned] = []
        for number, (page, one) in enumerate(zip(pages, laid, strict=True)):
            text, edges = finder.split(flat[number], number)
            kept = {id(line) for line in text}
            self.edges += edges
            self.turned.append(_Turned(page, one, [[ln for ln in row if id(ln) in kept] for row in one.rows]))
        self.hyphens = Hyphens(line.text for one in self.turned for row in one.rows for line in row)
        self.feet = Feet(self.size, self.hyphens)

    def blocks(self) -> Iterator[Block]:
        """Yield the paragraphs and table rows."""
        lines: list[Line] = []
        for one in self.turned:
            for column in _columns(list(in_order(one.rows, self.size))):
                lines += self.feet.lift(column, one.page.rules)
        known = frozenset(number for number, _, _ in self.feet.found)
        paragraphs = Paragraphs(lines, self.hyphens)
        for group in paragraphs:
            words = tidied(paragraphs.words(group), known)
            if words.text.strip("_ "):
                yield Block(
                    text=words.text, marks=words.marks(), style=self._style(group), place=Place(page=group[0].page)
                )

    def _style(self, group: Sequence[Line]) -> str | None:
        """`heading` for what is set as one: bold and large."""
        bold = all(line.style & BOLD for line in group)
        return "heading" if bold and group[0].size >= HEADING * self.size else None


def _columns(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines of a page column by column; each may have notes at its foot."""
    group: list[Line] = []
    for line in lines:
        if group and line.column != group[-1].column:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _notices(reading: _Reading, name: str) -> Iterator[Notice]:
    turned = reading.turned
    yield from _of(
        [one.page for one in turned if one.laid.gutter is not None],
        Notice(code="columns", message="two columns; the left one was read first"),
        name,
    )
    yield from _of(
        [one.page for one in turned if one.laid.unclear],
        Notice(
            code="columns-unclear",
            message="words side by side that no clear gutter parts; they were read as rows of a table",
        ),
        name,
    )
    yield from _of(
        [page for page in reading.pages if any(run.style & UNSEEN and run.text.strip() for run in page.runs)],
        Notice(code="recognised-text", message="words that were recognised from a picture; some may be wrong"),
        name,
    )
    yield from _of(
        [page for page in reading.pages if page.objects and not any(run.text.strip() for run in page.runs)],
        Notice(code="picture-page", message="no text, only pictures"),
        name,
    )
    for one in turned:
        if one.laid.sideways:
            said = f"Page {one.page.number} of {name} has words that stand upright, which were left out."
            yield Notice(code="sideways", message=said, place=Place(page=one.page.number), text=one.laid.sideways)


def _of(pages: Sequence[Page], notice: Notice, name: str) -> Iterator[Notice]:
    """A notice for all the pages that it is true of; its message becomes a sentence about them."""
    if pages:
        numbers = [page.number for page in pages]
        said = f"{_numbered(numbers)} of {name} {'has' if len(pages) == 1 else 'have'} {notice.message}."
        yield notice.model_copy(update={"message": said, "place": Place(page=numbers[0])})


def _numbered(pages: Sequence[int]) -> str:
    """`Page 3`, `Pages 3 and 5`, `12 pages from page 3 on`."""
    if len(pages) == 1:
        return f"Page {pages[0]}"
    if len(pages) <= 4:
        return f"Pages {', '.join(map(str, pages[:-1]))} and {pages[-1]}"
    return f"{len(pages)} pages from page {pages[0]} on"
