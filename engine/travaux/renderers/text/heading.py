"""The first lines of a report: which two texts, and their titles."""

from collections.abc import Iterator

from travaux.model.document import Resolution
from travaux.renderers.text.view import View
from travaux.renderers.text.wrapping import wrap_text
from travaux.renderers.wording.harmless import one_line
from travaux.renderers.wording.naming import names
from travaux.renderers.wording.shortening import GONE
from travaux.text import fold

_TITLE_LINES = 2
"""Lines of a title; the rest is left out unless everything is asked for."""


def heading(old: Resolution, new: Resolution, view: View, files: tuple[str, str]) -> Iterator[str]:
    """Yield the names of both texts and the title, both titles where they differ."""
    told = " → ".join(names(old, new, files))
    yield from (view.ink.paint("strong", line) for line in wrap_text(told, view.width))
    titles = [one_line(side.title) for side in (old, new) if side.title]
    if len(titles) == 2 and fold(titles[0]) == fold(titles[1]):
        del titles[0]
    for number, title in enumerate(titles):
        yield from title_lines(f"→ {title}" if number else title, view)


def title_lines(title: str, view: View) -> list[str]:
    """Return a title in lines, in two of them unless everything is asked for."""
    lines = wrap_text(title, view.width)
    if view.everything or len(lines) <= _TITLE_LINES:
        return lines
    *most, last = wrap_text(title, view.width - 2)[:_TITLE_LINES]
    return [*most, f"{last} {GONE}"]
