"""Web pages: saved pages of the United Nations, and what word processors save as a web page.

tree      from bytes to elements: encoding, limits
names     what elements mean: blocks, emphasis, what is never shown
lists     the numbers of lists
notes     which links are marks of notes, and where their bodies stand
story     words in order, block by block
reading   the whole page
"""

from collections.abc import Mapping

from travaux.contracts import Reader
from travaux.model.document import Source
from travaux.readers.formats import is_page


def read(content: bytes, name: str, options: Mapping[str, str]) -> Source:
    """Return the blocks of a web page; `travaux.readers.html.reading.read` says what is promised."""
    from travaux.readers.html import reading  # a parser is loaded for web pages only  # noqa: PLC0415

    return reading.read(content, name, options)


READER = Reader(name="html", title="web pages", suffixes=(".html", ".htm", ".xhtml"), recognises=is_page, read=read)
