"""The mark that ends a paragraph, and texts whose paragraphs were broken when they were read."""

import re
from typing import Final

from travaux.model.document import Resolution

BROKEN: Final = 0.2
"""Share of paragraphs without any mark at their end from which a text is taken to have been broken into pieces when it
was read (range .1 to .4): columns of an old volume, recognised from a picture."""
FEWEST: Final = 5
"""Paragraphs without a mark that it takes at least (range 3 to 10)."""
QUOTES: Final = ("“", "«", '"')
"""How a paragraph begins that is quoted from another instrument."""
_CLOSERS: Final = "”’»\"')]} \u00a0*"
_OLD_NOTE: Final = re.compile(r"\s?\d{1,2}/\s*\Z")
"""The mark of a note as texts of the 1990s have it: `; 2/`."""
_MARK: Final = re.compile(r"[^\w\s]\Z")
_JOINED: Final = re.compile(r"[;,]\s?(?:and|or|and/or|et|ou)\Z")


def end_mark(text: str) -> str:
    """Return the mark that ends a text, quotation marks and joints left out; empty where there is none."""
    bare = _OLD_NOTE.sub("", text).rstrip(_CLOSERS)
    if joined := _JOINED.search(bare):
        return joined[0][0]
    found = _MARK.search(bare)
    return found[0] if found else ""


def broken(resolution: Resolution) -> bool:
    """Return whether so many paragraphs end without a mark that they are no paragraphs."""
    texts = [p.text for p in resolution.paragraphs if p.part in ("preambular", "operative")]
    bare = sum(not end_mark(text) or text.endswith(("-", "\u00ad")) for text in texts)
    return bare >= FEWEST and bare > BROKEN * len(texts)
