"""Origins of words: for each word of a text the draft that brought it, passed on from draft to draft."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate

from travaux.contracts import RedlineWords
from travaux.redlining import redline
from travaux.words import keys, tokens

Origins = tuple[tuple[int, int], ...]
"""Runs of a text, in order: how many code points, and the number of their origin. Neighbours differ in origin; no
run is empty; the lengths add up to that of the text."""

EDGE = 0
"""In place of an origin, for the line feed between two paragraphs."""


def born(text: str, origin: int) -> Origins:
    """Return the origins of a text that is new altogether."""
    return ((len(text), origin),) if text else ()


def compared(old: str, origins: Origins, new: str, origin: int, words: RedlineWords) -> tuple[Origins, tuple[str, ...]]:
    """Return the origins of a later text, and the words of the earlier one that it does not have.

    A word that the redline keeps has the origin that it had; an added word has the new one. A word that differs in
    glyphs, spaces or Unicode form only is the same word.

    Args:
        old: the earlier text; several paragraphs are joined by one line feed.
        origins: its origins.
        new: the later text, likewise.
        origin: of the words that the earlier text does not have.
        words: what the redline knows of their language.
    """
    if old == new:
        return origins, ()
    made: list[tuple[int, int]] = []
    out: list[str] = []
    left = _Left(origins)
    dropped: str | None = None
    taken: list[tuple[int, int]] = []
    for segment in redline(old, new, words):
        if segment.op == "drop":
            dropped, taken = segment.text, left.take(len(segment.text))
            out.append(dropped)
            continue
        if segment.op == "keep":
            _append(made, left.take(len(segment.text)))
        else:
            _append(made, _added(segment.text, dropped, taken, origin))
        dropped = None
    return tuple(made), tuple(out)


def by_word(text: str, origins: Origins) -> Origins:
    """Return the same with each word in one piece: the space after it has the origin that the word has."""
    if len(origins) < 2:
        return origins
    ends = list(accumulate(map(len, tokens(text))))
    made: list[tuple[int, int]] = []
    start = at = 0
    for length, origin in origins:
        at += length
        end = ends[bisect_left(ends, at)]  # a word that begins in this run ends in it
        if end > start:
            _append(made, [(end - start, origin)])
            start = end
    return tuple(made)


def joined(parts: Sequence[Origins]) -> Origins:
    """Return the origins of paragraphs joined by one line feed."""
    if len(parts) == 1:
        return parts[0]
    made: list[tuple[int, int]] = []
    for number, part in enumerate(parts):
        if number:
            made.append((1, EDGE))
        made += part
    return tuple(made)


def parted(origins: Origins, lengths: Sequence[int]) -> list[Origins]:
    """Return the origins of each of several paragraphs from those of all, joined by one line feed."""
    left = _Left(origins)
    parts = []
    for number, length in enumerate(lengths):
        if number:
            left.take(1)
        parts.append(_runs(left.take(length)))
    return parts


def oldest(ways: Sequence[Origins], ranks: Sequence[int]) -> Origins:
    """Return for each code point the origin, of several that one text has, that comes first.

    Args:
        ways: origins of the same text.
        ranks: the place of each origin in the history.
    """
    made, *others = ways
    for other in others:
        made = _runs(_older(made, other, ranks))
    return made


def _older(one: Origins, other: Origins, ranks: Sequence[int]) -> Iterable[tuple[int, int]]:
    left = _Left(other)
    for length, origin in one:
        for part, rival in left.take(length):
            yield part, origin if ranks[origin] <= ranks[rival] else rival


def _added(text: str, dropped: str | None, taken: Sequence[tuple[int, int]], origin: int) -> list[tuple[int, int]]:
    """The origins of an added segment, given what was dropped in its place."""
    if dropped is not None:
        old_words, new_words = tokens(dropped), tokens(text)
        if keys(old_words) == keys(new_words):  # another way of typing the same words
            left = _Left(tuple(taken))
            firsts = [left.take(len(word))[0][1] for word in old_words]
            return list(_runs((len(word), first) for word, first in zip(new_words, firsts, strict=True)))
    return [(len(text), origin)]


def _append(runs: list[tuple[int, int]], more: list[tuple[int, int]]) -> None:
    """Put runs behind others; neighbours of one origin are joined where they meet."""
    if runs and more and runs[-1][1] == more[0][1]:
        runs[-1] = (runs[-1][0] + more[0][0], more[0][1])
        runs += more[1:]
    else:
        runs += more


def _runs(made: Iterable[tuple[int, int]]) -> Origins:
    """Neighbours of one origin joined."""
    runs: list[tuple[int, int]] = []
    for run in made:
        _append(runs, [run])
    return tuple(runs)


class _Left:
    """Origins that are taken from the front."""

    def __init__(self, origins: Origins) -> None:
        self._runs = origins
        self._at = 0
        self._used = 0

    def take(self, length: int) -> list[tuple[int, int]]:
        """The origins of the next code points."""
        runs, at = self._runs, self._at
        taken = []
        if self._used and length:
            size, origin = runs[at]
            part = min(size - self._used, length)
            taken.append((part, origin))
            length -= part
            self._used += part
            if self._used == size:
                at += 1
                self._used = 0
        start = at
        while length and runs[at][0] <= length:
            length -= runs[at][0]
            at += 1
        taken += runs[start:at]
        if length:
            taken.append((length, runs[at][1]))
            self._used = length
        self._at = at
        return taken
