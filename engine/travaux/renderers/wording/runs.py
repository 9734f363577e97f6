"""The words of a change as runs: kept, dropped and added ones, harmless, spaces outside the marks."""

from collections.abc import Iterable, Iterator
from itertools import pairwise, zip_longest

from travaux.model.comparison import Change, Segment
from travaux.renderers.wording.harmless import harmless
from travaux.renderers.wording.shortening import Run
from travaux.text import fold


def verbatim(segments: Iterable[Segment]) -> Iterator[Run]:
    """Yield all words; between two kept stretches first the dropped, then the added ones.

    The line feed between two paragraphs of a side bears no mark. A space at either end of a mark goes outside,
    where that joins no word to another.
    """
    space = ""
    groups = [(harmless(_joined(kept, "keep")), group) for kept, group in _grouped(segments)]
    for (kept, group), (following, _) in pairwise([*groups, ("", [])]):
        rows = _rows(group)
        end = "\n" if len(rows) > 1 else ""
        rows[0], before = _without_space_before(rows[0], end or following)
        yield from _lines(space + kept + before)
        rows[-1], space = _without_space_behind(rows[-1], end or space + kept + before)
        for number, (dropped, added) in enumerate(rows):
            if number:
                yield "keep", "\n"
            yield "drop", dropped
            yield "add", added


def without_typing(segments: Iterable[Segment]) -> Iterator[Segment]:
    """Yield the segments; what differs only in glyphs, spaces or Unicode form is kept, in its new form."""
    for kept, group in _grouped(segments):
        if kept:
            yield from kept
        dropped, added = _joined(group, "drop"), _joined(group, "add")
        if not only_typing(dropped, added):
            yield from group
        elif added:
            yield Segment(op="keep", text=added)


def only_typing(dropped: str, added: str) -> bool:
    """Whether dropped and added words differ in glyphs, spaces or Unicode form alone."""
    # The bars keep `fold` from trimming the ends.
    return fold(f"|{dropped}|") == fold(f"|{added}|") and dropped.count("\n") == added.count("\n")


def typing_differs(change: Change) -> bool:
    """Whether there are differences of glyphs, spaces or Unicode form that `without_typing` does not show."""
    return _marked(change.redline) != _marked(without_typing(change.redline))


def _lines(text: str) -> Iterator[Run]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield "keep", "\n"
        yield "keep", line


def _rows(group: list[Segment]) -> list[tuple[str, str]]:
    """Dropped and added words, line by line; before a line feed there is no space."""
    dropped, added = (harmless(_joined(group, op)).split("\n") for op in ("drop", "add"))
    *most, last = zip_longest(dropped, added, fillvalue="")
    return [*((old.rstrip(" "), new.rstrip(" ")) for old, new in most), last]


def _without_space_before(row: tuple[str, str], following: str) -> tuple[tuple[str, str], str]:
    """Dropped and added words, and the space before them, where both have it or what follows allows it."""
    dropped, added = row
    both = dropped[:1] == added[:1] == " "
    alone = not (dropped and added) and following[:1] in ("", " ", "\n")
    space = " " if both or (alone and (dropped + added)[:1] == " ") else ""
    return (dropped.removeprefix(space), added.removeprefix(space)), space


def _without_space_behind(row: tuple[str, str], before: str) -> tuple[tuple[str, str], str]:
    """Dropped and added words, and the space behind them, where both have it or what stands before allows it."""
    dropped, added = row
    both = dropped[-1:] == added[-1:] == " "
    alone = not (dropped and added) and before[-1:] in ("", " ", "\n")
    space = " " if both or (alone and (dropped + added)[-1:] == " ") else ""
    return (dropped.removesuffix(space), added.removesuffix(space)), space


def _grouped(segments: Iterable[Segment]) -> Iterator[tuple[list[Segment], list[Segment]]]:
    """Yield kept words with the dropped and added ones that follow them."""
    kept: list[Segment] = []
    group: list[Segment] = []
    for segment in segments:
        if segment.op == "keep" and group:
            yield kept, group
            kept, group = [], []
        (kept if segment.op == "keep" else group).append(segment)
    yield kept, group


def _joined(segments: Iterable[Segment], op: str) -> str:
    return "".join(segment.text for segment in segments if segment.op == op)


def _marked(segments: Iterable[Segment]) -> int:
    return sum(segment.op != "keep" for segment in segments)
