"""The drawn map from old to new numbers: a move crosses, a split forks, a merge meets, an addition begins."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from travaux.model.comparison import Change, Comparison
from travaux.renderers.html.entries import stretch
from travaux.renderers.wording.addresses import TO, Addresses, short
from travaux.renderers.wording.relations import became, different

ROW = 22
"""Points from one number to the next. Range: 18 to 28; a number is 12 points high."""
OLD, NEW = 94, 162
"""Where lines begin and end. The numbers stand outside, at the width of `Annex I.12(a)`."""
WIDTH = 256
"""Of the whole map: it fits beside the text, and on a phone of 360 points."""
FOLDED_FROM = 40
"""Rows from which on neighbours in which nothing happened are drawn as one line. Range: 30 to 80; a screen holds 40."""
VAST_FROM = 600
"""Lines from which on the map is drawn when the reader asks: so many take a browser longer than all the words."""
TALL_FROM = 18
"""Rows from which on a printed map stands behind the changes. Range: 12 to 30; half a sheet."""
_FRAME = frozenset({"title", "opening"})

Kind = Literal["same", "number", "words", "moved", "joined", "added", "removed"]


@dataclass(frozen=True)
class Way:
    """One change, or neighbours in which nothing happened.

    Attributes:
        change: the id of the change that it leads to.
        kind: what is drawn.
        told: the same in words.
        paths: what is drawn, as SVG has it.
        old: the names of its old paragraphs with the heights at which they stand.
        new: those of its new ones.
    """

    change: str
    kind: Kind
    told: str
    paths: str
    old: tuple[tuple[str, int], ...]
    new: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Map:
    """All that is drawn.

    Attributes:
        height: in points.
        tall: whether it takes much of a sheet of paper.
        long: whether it takes more than one.
        vast: whether a browser takes long to draw it.
        ways: in the order of the new text.
    """

    height: int
    tall: bool
    long: bool
    vast: bool
    ways: tuple[Way, ...]


def drawn(comparison: Comparison, addresses: Addresses) -> Map:
    """Return the map of a comparison: title and opening line are left out where they are unchanged."""
    changes = [c for c in comparison.changes if different(c) or not addresses.parts(c) <= _FRAME]
    rank = {p.id: n for n, p in enumerate(comparison.old.paragraphs)}
    rows = max(sum(len(c.old) for c in changes), sum(len(c.new) for c in changes))
    bundles = list(_bundles(changes, rank, fold=rows > FOLDED_FROM, addresses=addresses))
    olds = sorted((rank[key], key) for bundle in bundles for key in _ends(bundle, "old"))
    old_heights = {key: ROW // 2 + n * ROW for n, (_, key) in enumerate(olds)}
    new_heights: dict[str, int] = {}
    for bundle in bundles:
        for key in _ends(bundle, "new"):
            new_heights[key] = ROW // 2 + len(new_heights) * ROW
    ways = tuple(_way(bundle, old_heights, new_heights, addresses) for bundle in bundles)
    height = ROW * max(len(old_heights), len(new_heights), 1)
    return Map(
        height=height,
        tall=height > TALL_FROM * ROW,
        long=height > FOLDED_FROM * ROW,
        vast=len(ways) > VAST_FROM,
        ways=ways,
    )


def _bundles(
    changes: Sequence[Change], rank: dict[str, int], addresses: Addresses, *, fold: bool
) -> Iterator[list[Change]]:
    """Changes one by one, and together neighbours on both sides in which nothing or only the number changed."""
    bundle: list[Change] = []
    for change in changes:
        if bundle and not (fold and _follows(bundle[-1], change, rank, addresses)):
            yield bundle
            bundle = []
        bundle.append(change)
    if bundle:
        yield bundle


def _follows(before: Change, after: Change, rank: dict[str, int], addresses: Addresses) -> bool:
    if any(_kind(c) not in ("same", "number") for c in (before, after)):
        return False
    return rank[after.old[0]] == rank[before.old[0]] + 1 and addresses.stays(before) == addresses.stays(after)


def _ends(bundle: Sequence[Change], side: Literal["old", "new"]) -> tuple[str, ...]:
    """The paragraphs of a bundle that have a row: all of one change, the first of several."""
    return bundle[0].old if side == "old" else bundle[0].new


def _way(bundle: Sequence[Change], olds: dict[str, int], news: dict[str, int], addresses: Addresses) -> Way:
    change = bundle[0]
    kind = _kind(change)
    old, new = [olds[key] for key in change.old], [news[key] for key in change.new]
    old_names, new_names = addresses.old(change), addresses.new(change)
    if len(bundle) > 1:
        names = stretch(bundle, addresses).partition(TO)
        old_names, new_names = (names[0],), (names[2] or names[0],)
        told = f"{stretch(bundle, addresses)} {'unchanged' if kind == 'same' else 'renumbered, words unchanged'}"
    else:
        told = f"{addresses.whole(change)} unchanged" if kind == "same" else became(change, addresses)
    return Way(
        change=change.id,
        kind=kind,
        told=told,
        paths=_paths(old, new),
        old=tuple(zip(map(_cut, old_names), old, strict=True)),
        new=tuple(zip(map(_cut, new_names), new, strict=True)),
    )


def _paths(old: Sequence[int], new: Sequence[int]) -> str:
    if not old:
        return f"M{NEW - 11} {new[0]}h10m-5 -5v10"
    if not new:
        return f"M{OLD + 2} {old[0] - 4}l8 8m0 -8l-8 8"
    middle = (OLD + NEW) // 2
    return "".join(
        f"M{OLD} {start}H{NEW}" if start == end else f"M{OLD} {start}C{middle} {start} {middle} {end} {NEW} {end}"
        for start in old
        for end in new
    )


def _kind(change: Change) -> Kind:
    match change.relation:
        case "added" | "removed":
            return change.relation
        case "kept":
            pass
        case _:
            return "joined"
    if change.moved or change.transferred:
        return "moved"
    if change.altered:
        return "words"
    return "number" if change.renumbered else "same"


_LONGEST = 12
"""Characters of a number that fit beside the lines."""


def _cut(name: str) -> str:
    """A name that fits: of a long one its end, which tells it from its neighbours."""
    name = short(name)
    return name if len(name) <= _LONGEST else f"…{name[-_LONGEST + 1 :]}"
