"""The first lines of a report: which two texts, and their titles."""

import re
from collections.abc import Iterator

from travaux.model.document import Resolution
from travaux.text import fold
from travaux_cli.console.harmless import one_line
from travaux_cli.console.view import View
from travaux_cli.console.wrapping import GONE, wrap_text

_TITLE_LINES = 2
"""Lines of a title; the rest is left out unless everything is asked for."""
_KEY = re.compile(r"[#@].*")
"""What a word has behind its path: `#2044/7`, `@A/99/L.3`."""


def heading(old: Resolution, new: Resolution, view: View, files: tuple[str, str]) -> Iterator[str]:
    """Yield the names of both texts and the title, both titles where they differ."""
    names = " → ".join(_names(old, new, files))
    yield from (view.ink.paint("strong", line) for line in wrap_text(names, view.width))
    titles = [one_line(side.title) for side in (old, new) if side.title]
    if len(titles) == 2 and fold(titles[0]) == fold(titles[1]):
        del titles[0]
    for number, title in enumerate(titles):
        yield from title_lines(f"→ {title}" if number else title, view)


def _names(old: Resolution, new: Resolution, files: tuple[str, str]) -> tuple[str, str]:
    """Symbols where they tell the two apart, else names of files, else these with their folders."""
    whole = (_file(files[0]), _file(files[1]))
    short = (_last(whole[0]), _last(whole[1]))
    named = (_symbol(old) or short[0], _symbol(new) or short[1])
    if named[0] != named[1]:
        return named
    return short if short[0] != short[1] else whole


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


def title_lines(title: str, view: View) -> list[str]:
    """Return a title in lines, in two of them unless everything is asked for."""
    lines = wrap_text(title, view.width)
    if view.everything or len(lines) <= _TITLE_LINES:
        return lines
    *most, last = wrap_text(title, view.width - 2)[:_TITLE_LINES]
    return [*most, f"{last} {GONE}"]
