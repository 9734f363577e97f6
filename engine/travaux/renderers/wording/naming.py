"""What two texts are called in a report."""

import re

from travaux.model.comparison import Comparison
from travaux.model.document import Resolution
from travaux.renderers.wording.harmless import one_line

_KEY = re.compile(r"[#@].*")
"""What a word has behind its path: `#2044/7`, `@A/99/L.3`."""


def names(old: Resolution, new: Resolution, files: tuple[str, str]) -> tuple[str, str]:
    """Return what the two texts are called.

    Symbols where they tell the two apart, else names of files, else these with their folders.
    """
    short = shown(files)
    named = (_symbol(old) or _last(short[0]), _symbol(new) or _last(short[1]))
    return named if named[0] != named[1] else short


def shown(files: tuple[str, str]) -> tuple[str, str]:
    """Return the names of both files, without their folders where that tells them apart."""
    whole = (_file(files[0]), _file(files[1]))
    short = (_last(whole[0]), _last(whole[1]))
    return short if short[0] != short[1] else whole


def given(comparison: Comparison, files: tuple[str, str] | None) -> tuple[str, str]:
    """Return the names of both files: as the reader gave them, else as the texts tell them."""
    old, new = (side.origin.name if side.origin else "" for side in (comparison.old, comparison.new))
    return files or (old, new)


def _symbol(resolution: Resolution) -> str:
    """The symbol; a draft under the number of the resolution that transmits it is told as one."""
    symbol = one_line(resolution.symbol or "")
    draft = resolution.kind.startswith("draft") and "/L." not in symbol.upper()
    return f"{symbol} ({resolution.kind})" if symbol and draft else symbol


def _file(name: str) -> str:
    return "standard input" if name == "-" else one_line(name)


def _last(word: str) -> str:
    """The name of a file without its folders, with what chooses a text in it: the key may have slashes of its own."""
    cut = _KEY.search(word)
    path, key = (word[: cut.start()], cut[0]) if cut else (word, "")
    return (path.replace("\\", "/").rpartition("/")[2] + key) or word
