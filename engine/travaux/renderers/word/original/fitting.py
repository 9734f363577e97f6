"""Which changes cannot be marked inside the old paragraphs, so that these are deleted and inserted as a whole."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from lxml.etree import _Element as Element

from travaux.renderers.word.original.editing import Editor
from travaux.renderers.word.original.finding import Spot
from travaux.renderers.word.rows import Row
from travaux.renderers.word.tags import P


def unfit(rows: Sequence[Row], spots: Mapping[str, Spot]) -> frozenset[str]:
    """Return the ids of the changes whose rows do not fit the elements of the old file."""
    found = {r.change.id for r in rows if r.old is not None and r.new is not None and not _fits(r, spots[r.old.id])}
    found.update(_parted(rows, spots))
    return frozenset((*found, *_crowded(rows, spots, found)))


def _fits(row: Row, spot: Spot) -> bool:
    if not spot.words:
        return _untouched(row)
    if spot.is_row:
        return row.end == "keep" and row.old_begins and row.new_begins and _keeps_cells(row)
    if row.end == "keep" and row.old_begins and row.new_begins:
        return True
    words = spot.words[0]
    if not spot.alone or words.match.rest:
        return False
    # what stands in a link or a field cannot be parted between two paragraphs
    return all(atom.depth == 0 for atom in words.atoms)


def _untouched(row: Row) -> bool:
    same_number = row.old is None or row.new is None or row.old.label == row.new.label
    return row.end == "keep" and same_number and all(piece.op == "keep" for piece in row.pieces)


def _keeps_cells(row: Row) -> bool:
    return all(piece.op == "keep" or "\t" not in piece.text for piece in row.pieces)


def _parted(rows: Sequence[Row], spots: Mapping[str, Spot]) -> Iterator[str]:
    """Merged paragraphs between which something stands."""
    for row, behind in pairwise(rows):
        if row.end == "drop" and row.new is not None and row.old is not None and behind.old is not None:
            one, other = spots[row.old.id], spots[behind.old.id]
            if one.is_row or other.is_row or not one.words or not _are_neighbours(one.element, other.element):
                yield row.change.id


def _are_neighbours(one: Element, other: Element) -> bool:
    following = one.getnext()
    while following is not None and following is not other:
        if following.tag != P or Editor.of(following).has_words:
            return False
        following = following.getnext()
    return following is other


def _crowded(rows: Sequence[Row], spots: Mapping[str, Spot], whole: set[str]) -> Iterator[str]:
    """Paragraphs that share an element of the old file, unless all of them stay in it, side by side."""
    of: defaultdict[Element, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        if row.old is not None and not spots[row.old.id].alone:
            of[spots[row.old.id].element].append(at)
    for places in of.values():
        side_by_side = places == list(range(places[0], places[0] + len(places)))
        stay = all(rows[at].new is not None and rows[at].change.id not in whole for at in places)
        if not (side_by_side and stay):
            yield from (rows[at].change.id for at in places if rows[at].new is not None)
