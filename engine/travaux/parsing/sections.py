"""Which headings begin a section with numbers of its own."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from travaux.parsing.items import Item

_NAMED = re.compile(r"(?P<word>[^\W\d_]+)\s+(?P<number>\d{1,3}|[IVXLC]{1,6})\b")
_ALONE = re.compile(r"(?P<number>[IVXLC]{1,6}|[A-Z])\b\.?(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Section:
    """A section with numbers of its own.

    Attributes:
        number: its position in the text or in the annex, from 1.
        name: for a reader: `II`, `Article 3`; empty where the heading has no number.
    """

    number: int
    name: str


def sections(body: Sequence[Item]) -> dict[int, Section]:
    """Return the sections by the position of the heading that begins each.

    Only where paragraph numbers begin again behind a heading: where they run through, a heading is no part of an
    address. Then every heading of the same kind begins one: all roman ones, all articles.
    """
    found: dict[int, Section] = {}
    for start, end in _regions(body):
        starts = sorted(_starts(body, start, end))
        found |= {at: Section(n, _name(body[at])) for n, at in enumerate(starts, 1)}
    return found


def _regions(body: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Yield the spans between which numbers have nothing to do with each other: the text, each annex."""
    edges = [0, *(at for at, item in enumerate(body) if item.kind == "annex"), len(body)]
    yield from pairwise(edges)


def _starts(body: Sequence[Item], start: int, end: int) -> set[int]:
    runs = _runs_before_restarts(body, start, end)
    votes = Counter(kind for run in runs for kind in {_kind(body[at]) for at in run} if kind)
    starts: set[int] = set()
    kinds: set[str] = set()
    for run in runs:
        best = max(run, key=lambda at: votes[_kind(body[at])])
        starts.add(best)
        kinds.add(_kind(body[best]))
    kinds.discard("")
    return starts | {at for at in range(start, end) if body[at].kind == "heading" and _kind(body[at]) in kinds}


def _runs_before_restarts(body: Sequence[Item], start: int, end: int) -> list[list[int]]:
    """The headings, in runs, behind which paragraph numbers begin again."""
    runs: list[list[int]] = []
    run: list[int] = []
    number = 0
    for at in range(start, end):
        item = body[at]
        if item.kind == "heading" and item.marker is None:
            if not run or run[-1] != at - 1:
                run = []
            run.append(at)
        elif item.kind in ("operative", "annexed") and (value := item.number):
            if value <= number and run and item.marker is not None and not item.marker.repeats:
                runs.append(run)
            number, run = value, []
    return runs


def _kind(item: Item) -> str:
    """What a heading is numbered by: `article`, `I` for a roman number, `A` for a letter; empty where by nothing."""
    if match := _NAMED.match(item.piece.text):
        return match["word"].casefold()
    if item.section and (match := _ALONE.match(item.piece.text)):
        return "I" if match["number"] in ("I", "V", "X") or len(match["number"]) > 1 else "A"
    return ""


def _name(item: Item) -> str:
    match = _NAMED.match(item.piece.text)
    if match is not None and match["word"] not in ("Section",):
        return match[0]
    match = match or (_ALONE.match(item.piece.text) if item.section else None)
    return match["number"] if match else ""
