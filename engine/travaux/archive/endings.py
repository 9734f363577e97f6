"""Endings: paragraphs that were taken out on the way to a draft, and which of them came back."""

import re
from collections.abc import Iterator, Mapping, Sequence

from travaux.archive.histories import History
from travaux.archive.phrases import comparable, core
from travaux.archive.wordings import Ending, Wordings, reached

ROW = 4
"""Words in a row by which a run is known in a paragraph that was taken out. Range 3 to 8: three words in a row are
found by chance (`in this regard`), four seldom."""

MOST = 20
"""Paragraphs that were taken out and are looked into for one run, those that ended last. It bounds the work where a
formula stood in hundreds of them. Range 1 to 200."""

_WORD = re.compile(r"\w+")
_Row = tuple[str, ...]


class Endings:
    """The paragraphs that were taken out in the drafts of a history, those that ended last foremost.

    A paragraph counts for words that a draft brought where it was taken out in a draft that this one comes from, and
    where the words stand in none of the drafts that this one was made from: then they had gone, and came back.
    """

    def __init__(self, history: History, order: Sequence[int], ended: Sequence[Ending]) -> None:
        """Take what ended in drafts, given in the order of the history."""
        ranks = {ordinal: place for place, ordinal in enumerate(order)}
        self._history = history
        self._ranks = ranks
        self._ended = sorted(ended, key=lambda e: (-ranks[e.gone], -ranks[e.until], -e.wording.number, e.key))
        self._chain = all(len(history.bases(ordinal)) <= 1 for ordinal in order)
        self._known: tuple[Mapping[str, list[int]], Mapping[_Row, list[int]]] | None = None
        self._reached: dict[int, set[int]] = {}
        self._rows: dict[bytes, frozenset[_Row]] = {}
        self._folded: dict[bytes, str] = {}

    def whole(self, text: str, since: int) -> Ending | None:
        """Return the ending of a paragraph with all words of this one, which a draft brought; None for none."""
        if not self._ended or not self._history.bases(since):
            return None
        wanted = core(text)
        for place in self._index[0].get(wanted, ()) if wanted else ():
            if self._gone_before(place, since):
                standing = {core(self._words(line)) for line in self._lines(since)}
                return None if wanted in standing else self._ended[place]
        return None

    def sharing(self, piece: str, since: int) -> list[Ending]:
        """Return the endings of paragraphs with `ROW` words of a piece in a row that stand in no base of its draft."""
        if not self._ended or not self._history.bases(since):
            return []
        index = self._index[1]
        there = [row for row in _rows(comparable(piece)) if row in index]
        if not there:
            return []
        standing = [self._rows_of(line) for line in self._lines(since)]
        telling = [row for row in there if not any(row in rows for rows in standing)]
        places = {place for row in telling for place in index[row] if self._gone_before(place, since)}
        return [self._ended[place] for place in sorted(places)[:MOST]]

    def standing(self, since: int) -> str:
        """Return the words of the drafts that one was made from, as they are compared, paragraphs parted by lines."""
        return "\n".join(self._words(line) for line in self._lines(since))

    @property
    def _index(self) -> tuple[Mapping[str, list[int]], Mapping[_Row, list[int]]]:
        """Places of endings by all their words, and by each `ROW` of them."""
        if self._known is None:
            wholes: dict[str, list[int]] = {}
            rows: dict[_Row, list[int]] = {}
            for place, ending in enumerate(self._ended):
                folded = comparable(ending.wording.text)
                wholes.setdefault(core(folded), []).append(place)
                for row in set(_rows(folded)):
                    rows.setdefault(row, []).append(place)
            self._known = wholes, rows
        return self._known

    def _gone_before(self, place: int, since: int) -> bool:
        gone = self._ended[place].gone
        if self._chain:
            return self._ranks[gone] < self._ranks[since]
        if since not in self._reached:
            self._reached[since] = reached(self._history, since) - {since}
        return gone in self._reached[since]

    def _lines(self, since: int) -> Iterator[bytes]:
        for base in self._history.bases(since):
            yield from self._history.raw(base).texts

    def _words(self, line: bytes) -> str:
        known = self._folded.get(line)
        if known is None:
            known = self._folded[line] = comparable(line.decode("utf-8"))
        return known

    def _rows_of(self, line: bytes) -> frozenset[_Row]:
        known = self._rows.get(line)
        if known is None:
            known = self._rows[line] = frozenset(_rows(self._words(line)))
        return known


def returned(history: History, last: int) -> dict[tuple[int, str], Ending]:
    """Return the paragraphs, by draft and id, that come from none and had been taken out on the way to the last draft.

    Raises:
        ArchiveError: the history cannot be read.
    """
    wordings = Wordings(history, last)
    born = [wording for new in wordings.read() for wording in new if not wording.descents]
    endings = Endings(history, wordings.order, wordings.ended)
    return {(w.draft, w.row.id): ending for w in born if (ending := endings.whole(w.text, w.draft))}


def _rows(folded: str) -> Iterator[_Row]:
    words = _WORD.findall(folded)
    return zip(*(words[at:] for at in range(ROW)), strict=False)
