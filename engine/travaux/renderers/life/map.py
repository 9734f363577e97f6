"""The drawn map of a history: a column for each draft, a line for each paragraph that went on."""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Literal

from travaux.model.comparison import Change
from travaux.model.life import Drafted, Life, Passage
from travaux.renderers.wording.harmless import one_line
from travaux.renderers.wording.revisions import Names

COLUMN, ROW, HEAD = 130, 20, 34
"""Points between drafts, between paragraphs, and above the first one. Ranges 120-200, 16-24, 28-48."""
NUMBER = 30
"""Points on each side of the middle of a column that its numbers take. Range 24 to 44; `OP12(a)(ii)` takes 64."""
SIGN = 5
"""Points from the middle of a sign to its end. Range 3 to 6."""
_UNSHOWN = frozenset({"title", "opening"})

Kind = Literal["same", "words", "moved", "split"]


@dataclass(frozen=True)
class Node:
    """A paragraph in a draft.

    Attributes:
        x: of the middle of its number.
        y: of its middle.
        number: as a reader knows it.
        target: of the link that leads to its story; empty where it has none.
        sign: `added`, where it came from none; `removed`, where it ended; both as words for those who do not see them.
    """

    x: int
    y: int
    number: str
    target: str
    signs: tuple[str, ...]


@dataclass(frozen=True)
class Edge:
    """The way of a paragraph from one draft to another.

    Attributes:
        path: as SVG has it.
        kind: what became of it; the weightiest.
    """

    path: str
    kind: Kind


@dataclass(frozen=True)
class Map:
    """All that is drawn.

    Attributes:
        width: in points.
        height: in points.
        heads: the drafts with the middles of their columns.
        nodes: by draft, then in order.
        edges: by passage, then in order; those that changed last, so that they lie above the others.
        told: what the picture shows, in words.
    """

    width: int
    height: int
    heads: tuple[tuple[int, str], ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    told: str


def drawn(life: Life, names: Names, told: Set[str]) -> Map:
    """Return the map of a history: title and opening line left out.

    Args:
        life: the history.
        names: what the drafts are called.
        told: the lines of descent that have a story; the others were merged into one of these.
    """
    targets = _targets(life, told)
    places: dict[int, dict[str, tuple[int, int]]] = {}
    for column, draft in enumerate(life.drafts):
        shown = [p for p in draft.paragraphs if p.part not in _UNSHOWN]
        x = COLUMN // 2 + column * COLUMN
        places[draft.revision.ordinal] = {p.id: (x, HEAD + row * ROW) for row, p in enumerate(shown)}
    edges = [edge for passage in life.passages for edge in _edges(passage, places)]
    rows = max((len(place) for place in places.values()), default=0)
    return Map(
        width=COLUMN * len(life.drafts),
        height=HEAD + ROW * max(rows, 1),
        heads=tuple((COLUMN // 2 + n * COLUMN, names.short(d.revision.ordinal)) for n, d in enumerate(life.drafts)),
        nodes=tuple(node for draft in life.drafts for node in _nodes(draft, life, places, targets)),
        edges=tuple(sorted(edges, key=lambda edge: edge.kind != "same")),
        told=_told(life, names),
    )


def _targets(life: Life, told: Set[str]) -> dict[tuple[int, str], str]:
    """The line of descent whose story tells of a paragraph: its own, or the one into which it was merged."""
    found: dict[tuple[int, str], str] = {}
    for draft in reversed(life.drafts):
        ordinal = draft.revision.ordinal
        heirs = {
            key: (p.new, c.new[0])
            for p in life.passages
            if p.old == ordinal
            for c in p.changes
            if c.new
            for key in c.old
        }
        for paragraph in draft.paragraphs:
            heir = heirs.get(paragraph.id)
            own = paragraph.line in told or heir is None
            found[ordinal, paragraph.id] = paragraph.line if own or heir is None else found[heir]
    return found


def _nodes(
    draft: Drafted,
    life: Life,
    places: dict[int, dict[str, tuple[int, int]]],
    targets: dict[tuple[int, str], str],
) -> Iterator[Node]:
    ordinal = draft.revision.ordinal
    begun = {c.new[0] for p in life.passages if p.new == ordinal for c in p.changes if c.relation == "added"}
    held = {key for p in life.passages if p.new == ordinal for c in p.changes if c.old for key in c.new}
    ended = {c.old[0] for p in life.passages if p.old == ordinal for c in p.changes if c.relation == "removed"}
    went = {key for p in life.passages if p.old == ordinal for c in p.changes if c.new for key in c.old}
    for paragraph in draft.paragraphs:
        if paragraph.id in places[ordinal]:
            x, y = places[ordinal][paragraph.id]
            told = ("added", paragraph.id in begun - held), ("removed", paragraph.id in ended - went)
            signs = tuple(sign for sign, holds in told if holds)
            yield Node(x, y, one_line(paragraph.address), f"l-{targets[ordinal, paragraph.id]}", signs)


def _edges(passage: Passage, places: dict[int, dict[str, tuple[int, int]]]) -> Iterator[Edge]:
    for change in passage.changes:
        for old in change.old:
            for new in change.new:
                if old in places[passage.old] and new in places[passage.new]:
                    yield Edge(_path(places[passage.old][old], places[passage.new][new]), _kind(change))


def _path(start: tuple[int, int], end: tuple[int, int]) -> str:
    x, y = start[0] + NUMBER, start[1]
    to, down = end[0] - NUMBER, end[1]
    middle = (x + to) // 2
    return f"M{x} {y}C{middle} {y} {middle} {down} {to} {down}"


def _kind(change: Change) -> Kind:
    if change.relation != "kept":
        return "split"
    if change.moved or change.transferred:
        return "moved"
    return "words" if change.altered else "same"


def _told(life: Life, names: Names) -> str:
    """How many paragraphs changed on each way."""
    said = []
    for passage in life.passages:
        kinds = [c for c in passage.changes if c.relation != "kept" or c.altered or c.moved or c.transferred]
        said.append(f"{names.whole(passage.old)} to {names.whole(passage.new)}: {len(kinds)} changed")
    return f"Map of {len(life.drafts)} drafts. {'; '.join(said)}." if said else "Map of one draft."
