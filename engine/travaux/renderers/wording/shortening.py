"""Long stretches of unchanged words, left out between the changes of a paragraph."""

from collections.abc import Iterable, Iterator
from typing import Literal

Run = tuple[Literal["keep", "drop", "add", "moved"], str]
"""Words and what became of them; `moved` for kept words that stand elsewhere."""
GONE = "…"
"""Stands for words left out."""

HEAD = 6
"""Words kept at the beginning of a paragraph, so that it is known again. Range: 3 to 12; six hold the lead
verb and its object in the texts seen."""
NEAR = 8
"""Words kept on each side of a change. Range: 4 to 20; a clause of these texts has about eight words."""
LEAST = 10
"""Fewest words worth leaving out; fewer are shown. Range: 5 to 40; less than a line saves nothing."""
OPENING = 20
"""Words shown of a paragraph that changed its place only. Range: 10 to 60; two lines at 80 columns."""


def shortened(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield the runs with ` … ` for unchanged words far from any change.

    Never leaves out a word that was dropped or added, nor the first words of a paragraph.
    """
    pieces = list(_pieces(runs))
    for at, (style, text) in enumerate(pieces):
        if style != "keep" or text == "\n":
            yield style, text
            continue
        before = pieces[at - 1] if at else ("keep", "\n")
        after = pieces[at + 1] if at + 1 < len(pieces) else ("keep", "\n")
        head = HEAD if before == ("keep", "\n") else NEAR
        yield style, _without_middle(text, head, 0 if after == ("keep", "\n") else NEAR)


def opening(text: str) -> str:
    """Return the first words of each line of a text."""
    return "\n".join(_without_middle(line, OPENING, 0) for line in text.split("\n"))


def _pieces(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs, each end of a paragraph apart."""
    for style, text in runs:
        lines = text.split("\n")
        for number, line in enumerate(lines):
            if number:
                yield "keep", "\n"
            if line:
                yield style, line


def _without_middle(text: str, head: int, tail: int) -> str:
    words = text.split(" ")
    if len(words) - head - tail < LEAST:
        return text
    end = " ".join(words[-tail:]) if tail else ""
    return f"{' '.join(words[:head])} {GONE}{' ' if end else ''}{end}"
