"""Folding of spaces, glyphs and Unicode forms, so that a difference of typing is not a difference of words."""

import re
import unicodedata

SPACES = " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""Characters that stand for a space between words; line ends are not among them."""

INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Characters without width: soft hyphen, zero-width spaces and joiners, direction marks, byte order mark."""

_GLYPHS = str.maketrans(
    dict.fromkeys(SPACES + "\n\r\v\f\x85\u2028\u2029", " ")
    | dict.fromkeys(INVISIBLE, "")
    | dict.fromkeys("‘’‚‛′ʼ＇`´\u1fef\u1ffd", "'")
    | dict.fromkeys("“”„‟″«»＂", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
    | {"…": "..."}
)
_RUN_OF_SPACES = re.compile(" {2,}")
_TWO_SINGLE_QUOTES = re.compile("''")


def fold(text: str) -> str:
    r"""Return `text` with spaces, quotation marks, hyphens and Unicode form (NFC) made alike.

    Two texts that fold to the same differ in glyphs only, never in words or punctuation. Case is kept, and
    `fold(fold(text)) == fold(text)`: what is invisible goes before letters and accents are composed.

    >>> fold("“subject\u00a0to”  the Assembly’s")
    '"subject to" the Assembly\'s'
    """
    folded = unicodedata.normalize("NFC", text.translate(_GLYPHS))
    return _TWO_SINGLE_QUOTES.sub('"', _RUN_OF_SPACES.sub(" ", folded)).strip()


def squeeze(text: str) -> str:
    """Return `text` on one line: every run of spaces and line ends becomes one space, ends are trimmed.

    Tabs that part the cells of a table row stay.
    """
    return " ".join(text.split()) if "\t" not in text else "\t".join(" ".join(c.split()) for c in text.split("\t"))
