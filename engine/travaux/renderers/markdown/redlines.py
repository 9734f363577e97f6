"""The words of a change as lines of Markdown: removed ones in `<del>`, added ones in `<ins>`.

The marks `~~` and `**` would break where words and punctuation meet, as they do in every redline: between `points` and
`, and calls`, CommonMark takes `~~` for two tildes.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Literal

from travaux.model.comparison import Segment
from travaux.renderers.markdown.escaping import inline, whole_line
from travaux.renderers.wording.harmless import harmless

Op = Literal["keep", "drop", "add"]

_TAGS: dict[Op, str] = {"drop": "del", "add": "ins"}
_END = "¶"
"""Where a paragraph ends on one side only, in the marks of that side; a pilcrow of the text is `&para;`."""


def lines(segments: Iterable[Segment]) -> Iterator[str]:
    """Yield the words of a redline, a line for each paragraph of either side.

    Law 9: kept and removed words joined are the old text, kept and added ones the new text, harmless; a line ends where
    a paragraph does on both sides, or on the side in whose marks a pilcrow stands before it.
    """
    line: list[tuple[Op, str]] = []
    for op, text in _pieces(segments):
        if text != "\n":
            line.append((op, text))
            continue
        yield _written(line, op)
        line = []
    yield _written(line)


def _pieces(segments: Iterable[Segment]) -> Iterator[tuple[Op, str]]:
    """Words, and line feeds with the sides that have them; in a replacement, line by line, the dropped words first."""
    for kept, group in groupby(segments, key=lambda segment: segment.op == "keep"):
        found = list(group)
        if kept:
            yield from _parted("keep", "".join(segment.text for segment in found))
            continue
        old, new = ("".join(s.text for s in found if s.op == op).split("\n") for op in ("drop", "add"))
        both = min(len(old), len(new))
        for number in range(max(len(old), len(new))):
            if number:
                yield ("keep" if number < both else "drop" if number < len(old) else "add"), "\n"
            yield from _exchanged("".join(old[number : number + 1]), "".join(new[number : number + 1]))


def _exchanged(dropped: str, added: str) -> Iterator[tuple[Op, str]]:
    """Dropped and added words; a space that both begin or end with is kept."""
    both = dropped.strip(" ") and added.strip(" ")
    before = " " if both and dropped[0] == added[0] == " " else ""
    behind = " " if both and dropped[-1] == added[-1] == " " else ""
    yield "keep", before
    yield "drop", dropped.removeprefix(before).removesuffix(behind)
    yield "add", added.removeprefix(before).removesuffix(behind)
    yield "keep", behind


def _parted(op: Op, text: str) -> Iterator[tuple[Op, str]]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield op, "\n"
        yield op, line


def _written(line: Iterable[tuple[Op, str]], end: Op = "keep") -> str:
    words = "".join(_marked(op, inline(harmless(text))) for op, text in line if text)
    return whole_line(words + (_marked(end, _END) if end != "keep" else ""))


def _marked(op: Op, text: str) -> str:
    return f"<{_TAGS[op]}>{text}</{_TAGS[op]}>" if op in _TAGS else text
