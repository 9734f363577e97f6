"""The history of one dossier: its drafts, what each was made from, and in which order to read them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from typing import Protocol

from travaux.archive.layout import Held
from travaux.archive.trees import NOTES, RECORD, ROWS, TEXT, Draft, Raw, draft, raw, record
from travaux.errors import ArchiveError
from travaux.model.evidence import Dossier, Revision
from travaux.store import Store
from travaux.symbols import Symbol


class History(Protocol):
    """What blame, trace and search ask of a dossier; drafts are named by their ordinals."""

    @property
    def dossier(self) -> str:
        """Name of the dossier."""

    @property
    def order(self) -> Sequence[int]:
        """Every ordinal once, bases before what is made from them, else by ordinal."""

    @property
    def latest(self) -> int:
        """Ordinal of the draft at the end of the branch.

        Raises:
            ArchiveError: the branch is missing or ends at a commit that no tag holds.
        """

    def bases(self, ordinal: int) -> tuple[int, ...]:
        """Return the ordinals of the drafts that this one was made from, in the order of its record."""

    def draft(self, ordinal: int) -> Draft:
        """Return a draft with all its words; read once, then kept."""

    def raw(self, ordinal: int) -> Raw:
        """Return the lines of a draft before they are understood; all drafts are read together at first use."""


class StoredHistory:
    """The history of a dossier as it stands in a store; a `History`.

    Attributes:
        dossier: its name.
        held: its references, as they were when it was read.
        revisions: every draft that holds an ordinal, by ordinal.
        order: as in `History`.
    """

    def __init__(self, store: Store, dossier: str, held: Held, revisions: Mapping[int, Revision]) -> None:
        self.dossier = dossier
        self.held = held
        self.revisions = revisions
        self.order = ordered({n: tuple(b.ordinal for b in r.record.bases) for n, r in revisions.items()}, dossier)
        self._store = store
        self._drafts: dict[int, Draft] = {}
        self._raws: dict[int, Raw] = {}
        self._reading = self._read()

    @property
    def latest(self) -> int:
        """Ordinal of the draft at the end of the branch; see `History`."""
        found = self.end
        if found is None:
            raise ArchiveError(
                f"the dossier {self.dossier} has no branch, or it ends at a commit that no tag holds",
                "travaux verify tells more",
            )
        return found

    @property
    def end(self) -> int | None:
        """The same, None in a damaged archive."""
        return next((n for n, r in self.revisions.items() if r.commit == self.held.branch), None)

    def value(self) -> Dossier:
        """Return the dossier as a value."""
        return Dossier(id=self.dossier, latest=self.end, revisions=tuple(self.revisions.values()))

    def bases(self, ordinal: int) -> tuple[int, ...]:
        """Return the ordinals of the drafts that this one was made from, in the order of its record."""
        return tuple(base.ordinal for base in self.revisions[ordinal].record.bases)

    def draft(self, ordinal: int) -> Draft:
        """Return a draft with all its words; read once, then kept.

        Raises:
            ArchiveError: its files are damaged.
        """
        if ordinal not in self._drafts:
            commit = self.revisions[ordinal].commit
            paths = (TEXT, NOTES, ROWS, RECORD)
            found = self._store.read_many(f"{commit}:{path}" for path in paths)
            files = {path: content for path, content in zip(paths, found, strict=True) if content is not None}
            try:
                self._drafts[ordinal] = draft(files)
            except ArchiveError as fault:
                raise ArchiveError(f"{self.dossier}@{ordinal} is damaged: {fault.message}", fault.hint) from None
        return self._drafts[ordinal]

    def raw(self, ordinal: int) -> Raw:
        """Return the lines of a draft before they are understood; all drafts are read by one process, in order.

        Lines that are the same in several drafts are one object, so comparing them costs nothing. Drafts are read up
        to the one that is asked for: who asks in order works on one while git unpacks the next.

        Raises:
            ArchiveError: a draft is damaged.
        """
        while ordinal not in self._raws:
            read = next(self._reading, None)
            if read is None:  # an earlier call was told what is damaged
                raise ArchiveError(f"{self.dossier}@{ordinal} cannot be read", "travaux verify tells more")
            self._raws[read[0]] = read[1]
        return self._raws[ordinal]

    def _read(self) -> Iterator[tuple[int, Raw]]:
        numbers = list(self.revisions)
        specs = (f"{self.revisions[n].commit}:{path}" for n in numbers for path in (TEXT, ROWS))
        found = self._store.read_many(specs)
        known: dict[bytes, bytes] = {}
        texts: dict[bytes, bytes] = {}
        for number, text, rows in zip(numbers, found, found, strict=True):
            if text is None or rows is None:
                raise ArchiveError(f"{self.dossier}@{number} lacks {ROWS if text is not None else TEXT}")
            try:
                parted = raw(text, rows)
            except ArchiveError as fault:
                raise ArchiveError(f"{self.dossier}@{number} is damaged: {fault.message}", fault.hint) from None
            lines = list(map(known.setdefault, parted.rows, parted.rows))
            # A row holds the hash of its words, so the same row has the same words: a short key for a long line.
            yield number, Raw(list(map(texts.setdefault, lines, parted.texts)), lines)

    def find(self, word: str) -> Revision:
        """Return the draft that a word names: `3`, `@3`, a symbol, `latest`; `~1` after it is the first base of it.

        Raises:
            ArchiveError: there is none, or the symbol is that of several; the hint lists what there is.
        """
        name, _, back = word.strip().partition("~") if _BACK.search(word.strip()) else (word.strip(), "", "")
        found = self._named(name)
        for _ in range(int(back or 1) if word.strip() != name else 0):
            bases = self.bases(found.ordinal)
            if not bases:
                raise ArchiveError(f"{self.dossier} has no draft {word}", f"{found.name} was made from none")
            found = self.revisions[bases[0]]
        return found

    def _named(self, name: str) -> Revision:
        if name == "latest":
            return self.revisions[self.latest]
        number = name.removeprefix("@")
        if number.isascii() and number.isdecimal() and len(number) < 10 and int(number) in self.revisions:
            return self.revisions[int(number)]
        fitting = [r for r in self.revisions.values() if r.record.symbol and _same(r.record.symbol, name)]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            which = ", ".join(f"@{r.ordinal}" for r in fitting)
            raise ArchiveError(f"{self.dossier} has {len(fitting)} drafts called {name[:80]}", f"name one: {which}")
        raise ArchiveError(f"{self.dossier} has no draft {name[:80] or '(nothing)'}", self._listed())

    def _listed(self) -> str:
        known = [f"@{n} {r.record.symbol or ''}".rstrip() for n, r in self.revisions.items()]
        more = f" and {len(known) - MOST_LISTED} earlier ones" if len(known) > MOST_LISTED else ""
        return f"it has {', '.join(known[-MOST_LISTED:])}{more}" if known else "it is empty"


MOST_LISTED = 8
"""Drafts named in a hint, the latest. Range: 3 to 20."""

_BACK = re.compile(r"~[0-9]{0,8}$")


def _same(symbol: str, name: str) -> bool:
    if symbol.casefold() == name.casefold():
        return True
    try:
        return Symbol.parse(symbol).key == Symbol.parse(name).key
    except ValueError:
        return False


def ordered(bases: Mapping[int, Iterable[int]], dossier: str) -> tuple[int, ...]:
    """Return every ordinal once, bases before what is made from them, else by ordinal.

    Raises:
        ArchiveError: a base is not there, or a draft is made from itself.
    """
    waiting = {number: set(olds) for number, olds in bases.items()}
    heirs: dict[int, list[int]] = {number: [] for number in waiting}
    ready: list[int] = []
    for number, olds in waiting.items():
        for old in olds:
            if old not in heirs:
                raise ArchiveError(
                    f"{dossier}@{number} was made from @{old}, which is not there", "travaux verify tells more"
                )
            heirs[old].append(number)
        if not olds:
            heappush(ready, number)
    found: list[int] = []
    while ready:
        found.append(number := heappop(ready))
        for heir in heirs[number]:
            waiting[heir].discard(number)
            if not waiting[heir]:
                heappush(ready, heir)
    if len(found) < len(waiting):
        raise ArchiveError(f"{dossier} has drafts that are made from each other", "travaux verify tells more")
    return tuple(found)


def read(store: Store, holdings: Mapping[str, Held]) -> dict[str, StoredHistory]:
    """Return the histories of dossiers, by name; all commits and records are read together.

    Raises:
        ArchiveError: a record is missing, damaged, or of another draft.
    """
    wanted = [(name, number, commit) for name, held in holdings.items() for number, commit in sorted(held.tags.items())]
    commits = store.commits(commit for _, _, commit in wanted)
    records = store.read_many(f"{commit}:{RECORD}" for _, _, commit in wanted)
    found: dict[str, dict[int, Revision]] = {name: {} for name in holdings}
    for (name, number, _), commit, content in zip(wanted, commits, records, strict=True):
        try:
            known = record(content or b"")
        except ArchiveError as fault:
            raise ArchiveError(f"{name}@{number} is damaged: {fault.message}", fault.hint) from None
        if (known.dossier, known.ordinal) != (name, number):
            raise ArchiveError(f"{name}@{number} holds the record of {known.dossier}@{known.ordinal}")
        found[name][number] = Revision(
            commit=commit.id,
            parents=commit.parents,
            recorded=commit.committed,
            recorder=commit.committer,
            record=known,
        )
    return {name: StoredHistory(store, name, held, found[name]) for name, held in holdings.items()}
