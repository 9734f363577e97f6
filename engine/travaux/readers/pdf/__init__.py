"""PDF files with a text layer: words in order, without what the pages repeat, notes lifted, paragraphs healed.

extracting   a program of its own: what stands where, by a library of machine code
process      runs it, within bounds of time and memory
page         runs of characters, lines, words with emphasis and raised signs
rows         runs that stand on one base line; raised signs beside their words
lines        a row as words: where a gap is a space
layout       the order of reading: rows, columns, tables
edges        running heads, page numbers, job numbers
feet         footnotes
hyphens      hyphens at the ends of lines
words        lines put together
paragraphs   which lines form a paragraph
reading      the whole file
"""

from collections.abc import Mapping

from travaux.contracts import Reader
from travaux.model.document import Source


def read(content: bytes, name: str, options: Mapping[str, str]) -> Source:
    """Return the blocks of a PDF; `travaux.readers.pdf.reading.read` says what is promised."""
    from travaux.readers.pdf import reading  # loaded for PDF files only  # noqa: PLC0415

    return reading.read(content, name, options)


def is_pdf(content: bytes) -> bool:
    """Whether bytes are a PDF: its mark stands near their beginning."""
    return b"%PDF-" in content[:1024]


READER = Reader(name="pdf", title="PDF", suffixes=(".pdf",), recognises=is_pdf, read=read)
