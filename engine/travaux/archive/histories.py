"""The history of one dossier: its drafts, what each was made from, and in which order to read them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from travaux.archive.layout import Held
from travaux.archive.messages import names
from travaux.archive.ordering import ordered
from travaux.archive.raws import Raws
from travaux.archive.trees import NOTES, RECORD, ROWS, TEXT, Draft, Raw, draft, record
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
        order: as in `History`.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what was read in passing is handed over as it is
        self,
        store: Store,
        dossier: str,
        held: Held,
        revisions: Mapping[int, Revision] | None,
        bases: Mapping[int, tuple[int, ...]] | None = None,
        trees: Mapping[int, str] | None = None,
    ) -> None:
        """Hold what was read.

        Args:
            store: the archive.
            dossier: its name.
            held: its references.
            revisions: every draft that holds an ordinal, by ordinal; None to read them when they are asked for.
            bases: what each was made from; None where the records tell.
            trees: the ids of their trees, which git finds faster than by their commits; None where nobody looked.
        """
        self.dossier = dossier
        self.held = held
        self._store = store
        self._revisions = revisions
        self._bases = bases
        self.order = ordered({n: self.bases(n) for n in self._numbers}, dossier)
        self._drafts: dict[int, Draft] = {}
        self._raws = Raws(store, dossier, self.order, self.bases, trees.__getitem__ if trees else self._commit)

    @property
    def revisions(self) -> Mapping[int, Revision]:
        """Every draft that holds an ordinal, by ordinal.

        Raises:
            ArchiveError: they had to be read, and a record is missing, damaged, or of another draft.
        """
        if self._revisions is None:
            self._revisions = _revisions(self._store, {self.dossier: self.held})[self.dossier]
        return self._revisions

    @property
    def _numbers(self) -> Iterable[int]:
        return sorted(self.held.tags) if self._revisions is None else self._revisions

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
        return next((n for n in self._numbers if self._commit(n) == self.held.branch), None)

    def value(self) -> Dossier:
        """Return the dossier as a value."""
        return Dossier(id=self.dossier, latest=self.end, revisions=tuple(self.revisions.values()))

    def bases(self, ordinal: int) -> tuple[int, ...]:
        """Return the ordinals of the drafts that this one was made from, in the order of its record."""
        if self._bases is not None:
            return self._bases[ordinal]
        return tuple(base.ordinal for base in self.revisions[ordinal].record.bases)

    def _commit(self, ordinal: int) -> str:
        return self.held.tags[ordinal] if self._revisions is None else self._revisions[ordinal].commit

    def draft(self, ordinal: int) -> Draft:
        """Return a draft with all its words; read once, then kept.

        Raises:
            ArchiveError: its files are damaged.
        """
        if ordinal not in self._drafts:
            commit = self._commit(ordinal)
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
        to the one that is asked for: who asks in order works on one while git unpacks the next. Of a draft with one
        base only what it changes is read, as `Raws` tells.

        Raises:
            ArchiveError: a draft is damaged.
        """
        return self._raws[ordinal]

    def find(self, word: str) -> Revision:
        """Return the draft that a word names: `3`, `@3`, a symbol, `latest`; `~1` after it is the first base of it.

        Raises:
            ArchiveError: there is none, or the symbol is that of several; the hint lists what there is.
        """
        return self.revisions[self.ordinal(word)]

    def ordinal(self, word: str) -> int:
        """Return the ordinal of the draft that a word names; words and errors as in `find`."""
        name, _, back = word.strip().partition("~") if _BACK.search(word.strip()) else (word.strip(), "", "")
        found = self._named(name)
        for _ in range(int(back or 1) if word.strip() != name else 0):
            bases = self.bases(found)
            if not bases:
                raise ArchiveError(f"{self.dossier} has no draft {word}", f"{self.dossier}@{found} was made from none")
            found = bases[0]
        return found

    def _named(self, name: str) -> int:
        if name == "latest":
            return self.latest
        number = name.removeprefix("@")
        if number.isascii() and number.isdecimal() and len(number) < 10 and int(number) in self._numbers:
            return int(number)
        fitting = [n for n, r in self.revisions.items() if r.record.symbol and _same(r.record.symbol, name)]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            which = ", ".join(f"@{number}" for number in fitting)
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


def read(store: Store, holdings: Mapping[str, Held]) -> dict[str, StoredHistory]:
    """Return the histories of dossiers, by name; all commits and records are read together.

    Raises:
        ArchiveError: a record is missing, damaged, or of another draft.
    """
    found = _revisions(store, holdings)
    return {name: StoredHistory(store, name, held, found[name]) for name, held in holdings.items()}


def glanced(store: Store, name: str, held: Held) -> StoredHistory:
    """Return the history of a dossier; its records are read only when they are asked for.

    The parents of the commits tell what each draft was made from, and the first lines of their messages that each
    stands under its own tag. Where they tell anything else the records are read at once.

    Raises:
        ArchiveError: a commit is missing, or as `read`.
    """
    numbers = {commit: number for number, commit in held.tags.items()}
    bases: dict[int, tuple[int, ...]] = {}
    trees: dict[int, str] = {}
    for number, (tree, parents, subject) in zip(held.tags, store.brief(held.tags.values()), strict=True):
        if names(subject) != (name, number) or not numbers.keys() >= set(parents):
            return read(store, {name: held})[name]
        bases[number] = tuple([numbers[parent] for parent in parents])
        trees[number] = tree
    return StoredHistory(store, name, held, None, bases, trees)


def _revisions(store: Store, holdings: Mapping[str, Held]) -> dict[str, dict[int, Revision]]:
    wanted = [(name, number, commit) for name, held in holdings.items() for number, commit in sorted(held.tags.items())]
    commits = store.commits(commit for _, _, commit in wanted)
    records = store.read_many([f"{commit}:{RECORD}" for _, _, commit in wanted])
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
    return found
