"""Word files (.docx): paragraphs and table rows, automatic numbers, notes, emphasis, tracked changes.

package    a ZIP archive of parts, taken as hostile
names      the elements of WordprocessingML
styles     what paragraphs and runs inherit
numbering  automatic numbers, as Word shows them; number_formats, how a number is written
revisions  tracked changes: the wanted state, authors and dates
fields     instructions out, results in
notes      numbers of footnotes and endnotes
runs       the words of a paragraph; glyphs, characters of symbol fonts; passages, what comes of it
story      a part from its first element to its last
running_heads  headers and footers
reading    the whole file
"""

from collections.abc import Mapping

from travaux.contracts import Reader
from travaux.model.document import Source
from travaux.readers.formats import is_word


def read(content: bytes, name: str, options: Mapping[str, str]) -> Source:
    """Return the blocks of a Word file; `travaux.readers.word.reading.read` says what is promised."""
    from travaux.readers.word import reading  # an XML parser is loaded for Word files only  # noqa: PLC0415

    return reading.read(content, name, options)


READER = Reader(
    name="word",
    title="Word",
    suffixes=(".docx", ".docm", ".dotx"),
    recognises=is_word,
    read=read,
    options=("revisions",),
)
