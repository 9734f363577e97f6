"""Searching: in which drafts a phrase appears and disappears, and where."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from travaux.archive.histories import History
from travaux.archive.phrases import comparable, places
from travaux.archive.trees import Draft
from travaux.errors import ArchiveError
from travaux.model.evidence import Hit, Presence, Search


def search(histories: Iterable[History], phrase: str) -> Search:
    """Return when and where the same words stood in the drafts of dossiers, in paragraphs and notes.

    A presence begins in a paragraph that has the phrase and comes from none that has it. It goes on through every
    paragraph that comes from it and has the phrase, and ends, along each way through the later drafts, with the first
    in which none does. The notes of a draft count as one place.

    Raises:
        ArchiveError: the phrase has no words, or a draft cannot be read.
    """
    if not any(map(str.isalnum, comparable(phrase))):
        raise ArchiveError(f"the phrase {phrase[:80]!r} has no words", "name one or more words")
    found = _Finder(phrase)
    return Search(phrase=phrase, presences=tuple(p for history in histories for p in _Ways(history, found).presences()))


@dataclass
class _Finder:
    """Where a phrase stands in texts; each text is looked through once."""

    phrase: str
    known: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    def within(self, text: str) -> list[tuple[int, int]]:
        """The places in a text."""
        if text not in self.known:
            self.known[text] = places(self.phrase, text)
        return self.known[text]


_Unit = str | None
"""A paragraph by its id; None for the notes of a draft."""


class _Ways:
    """The places of a phrase in the drafts of a dossier, and how they follow each other."""

    def __init__(self, history: History, found: _Finder) -> None:
        self._history = history
        self._order = history.order
        self._hits = {ordinal: _hits(history.draft(ordinal), found) for ordinal in self._order}
        self._later: dict[int, list[int]] = {ordinal: [] for ordinal in self._order}
        for ordinal in self._order:
            for base in history.bases(ordinal):
                self._later[base].append(ordinal)

    def presences(self) -> Iterator[Presence]:
        """In the order of the history; those of the same time are one."""
        for since in self._order:
            together: dict[int | None, list[Hit]] = {}
            for unit, hits in self._hits[since].items():
                if self._begins(since, unit):
                    for until in self._ends(since, unit):
                        together.setdefault(until, []).extend(hits)
            for until in sorted(together, key=lambda o: len(self._order) if o is None else self._order.index(o)):
                yield Presence(dossier=self._history.dossier, since=since, until=until, hits=tuple(together[until]))

    def _begins(self, ordinal: int, unit: _Unit) -> bool:
        """Whether nothing that a place comes from has the phrase."""
        bases = self._history.bases(ordinal)
        if unit is None:
            return not any(None in self._hits[base] for base in bases)
        row = next(row for row in self._history.draft(ordinal).rows if row.id == unit)
        return not any(key in self._hits[base] for base, ids in zip(bases, row.ancestors, strict=False) for key in ids)

    def _ends(self, since: int, unit: _Unit) -> set[int | None]:
        """The drafts in which the phrase is gone, one for each way; None where it stands to the end of one."""
        ends: set[int | None] = set()
        waiting = [(since, unit)]
        seen = set(waiting)
        while waiting:
            ordinal, place = waiting.pop()
            if not self._later[ordinal]:
                ends.add(None)
            for later in self._later[ordinal]:
                heirs = [(later, heir) for heir in self._heirs(ordinal, later, place) if heir in self._hits[later]]
                if not heirs:
                    ends.add(later)
                waiting += (heir for heir in heirs if heir not in seen)
                seen.update(heirs)
        return ends

    def _heirs(self, ordinal: int, later: int, unit: _Unit) -> list[_Unit]:
        if unit is None:
            return [None]
        position = self._history.bases(later).index(ordinal)
        rows = self._history.draft(later).rows
        return [row.id for row in rows if row.ancestors and unit in row.ancestors[position]]


def _hits(draft: Draft, found: _Finder) -> dict[_Unit, list[Hit]]:
    """The places in a draft, by the paragraph in which they stand."""
    out: dict[_Unit, list[Hit]] = {}
    for row, text in zip(draft.rows, draft.texts, strict=True):
        for start, end in found.within(text):
            hit = Hit(id=row.id, address=row.address, line=row.line, start=start, end=end, text=text)
            out.setdefault(row.id, []).append(hit)
    for note, text in zip(draft.record.notes, draft.note_texts, strict=True):
        for start, end in found.within(text):
            hit = Hit(id=note.id, address=f"note {note.number}", start=start, end=end, text=text)
            out.setdefault(None, []).append(hit)
    return out
