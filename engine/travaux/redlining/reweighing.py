"""Hunks found anew where a longest subsequence, which counts all words alike, kept small words for large ones."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from travaux.redlining.hunks import LONGEST_ISLAND, Hunk, between
from travaux.redlining.weights import FIRM, PLAIN, Weights
from travaux.sequences import Run

CELLS = 4096
"""Largest table of a stretch that is found anew. Range 2,100 to 100,000; it only bounds the work: of 280 stretches in
4,287 real pairs of paragraphs the largest has 2,024."""

_Pair = tuple[int, int]


def reweighed(hunks: list[Hunk], old: Sequence[str], new: Sequence[str], weights: Weights) -> list[Hunk]:
    """Return the hunks, found anew by weight where a word that tells was both dropped and added near by.

    From `57/27 and 58/12` to `58/12 and 59/4` as many words are kept with `and` as with `58/12`.
    """
    found: list[Hunk] = []
    start = 0
    for at in range(1, len(hunks) + 1):
        if at == len(hunks) or hunks[at][0] - hunks[at - 1][1] > LONGEST_ISLAND:
            near = hunks[start:at]
            if len(near) > 1 and _crossed(near, old, new, weights):
                for cluster in _clusters(near, old, weights):
                    found += _anew(cluster, old, new, weights) if _crossed(cluster, old, new, weights) else cluster
            else:
                found += near
            start = at
    return found


def _crossed(hunks: Sequence[Hunk], old: Sequence[str], new: Sequence[str], weights: Weights) -> bool:
    """Whether a word that tells was both dropped and added."""
    dropped: set[str] = set()
    added: set[str] = set()
    for old_start, old_end, new_start, new_end in hunks:
        dropped.update(old[old_start:old_end])
        added.update(new[new_start:new_end])
    return any(weights[key] >= PLAIN for key in dropped & added)


def _clusters(hunks: Sequence[Hunk], old: Sequence[str], weights: Weights) -> Iterator[list[Hunk]]:
    """Hunks with less between them than a number weighs."""
    cluster = [hunks[0]]
    for hunk in hunks[1:]:
        if weights.of(old[cluster[-1][1] : hunk[0]]) >= FIRM:
            yield cluster
            cluster = []
        cluster.append(hunk)
    yield cluster


def _anew(cluster: list[Hunk], old: Sequence[str], new: Sequence[str], weights: Weights) -> list[Hunk]:
    """The hunks of the stretch of a cluster by its heaviest common subsequence, if that is heavier."""
    old_start, old_end, new_start, new_end = cluster[0][0], cluster[-1][1], cluster[0][2], cluster[-1][3]
    shared = set(old[old_start:old_end]).intersection(new[new_start:new_end])
    old_places = [place for place in range(old_start, old_end) if old[place] in shared]
    new_places = [place for place in range(new_start, new_end) if new[place] in shared]
    if len(old_places) * len(new_places) > CELLS:
        return cluster
    kept = sum(weights.of(old[before[1] : after[0]]) for before, after in pairwise(cluster))
    weight, pairs = _heaviest(old_places, new_places, old, new, weights)
    if weight <= kept + 1e-9:
        return cluster
    offset = old_start, new_start
    runs = list(_runs([(old_place - offset[0], new_place - offset[1]) for old_place, new_place in pairs]))
    return [
        (hunk[0] + old_start, hunk[1] + old_start, hunk[2] + new_start, hunk[3] + new_start)
        for hunk in between(runs, old_end - old_start, new_end - new_start)
    ]


def _heaviest(
    old_places: Sequence[int], new_places: Sequence[int], old: Sequence[str], new: Sequence[str], weights: Weights
) -> tuple[float, list[_Pair]]:
    """The heaviest common subsequence of the words at some places: its weight, and its places in both texts."""
    width = len(new_places)
    new_keys = [new[place] for place in new_places]
    table = [[0.0] * (width + 1)]
    for place in reversed(old_places):
        below, key = table[-1], old[place]
        weight = weights[key]
        row = [0.0] * (width + 1)
        best = 0.0
        for at in range(width - 1, -1, -1):
            if new_keys[at] == key:
                best = max(best, weight + below[at + 1])
            best = max(best, below[at])
            row[at] = best
        table.append(row)
    table.reverse()
    pairs: list[_Pair] = []
    row_number = at = 0
    while row_number < len(old_places) and at < width:
        here = table[row_number][at]
        if here == table[row_number][at + 1]:
            at += 1
        elif here == table[row_number + 1][at]:
            row_number += 1
        else:
            pairs.append((old_places[row_number], new_places[at]))
            row_number, at = row_number + 1, at + 1
    return table[0][0], pairs


def _runs(pairs: Sequence[_Pair]) -> Iterator[Run]:
    """Pairs of places as runs."""
    start = 0
    for at in range(1, len(pairs) + 1):
        if at == len(pairs) or (pairs[at][0] - pairs[at - 1][0], pairs[at][1] - pairs[at - 1][1]) != (1, 1):
            yield *pairs[start], at - start
            start = at
