"""A dossier that grows within one transaction: what stands in the archive, and what is about to."""

from collections.abc import Callable, Sequence

from travaux.archive import deltas
from travaux.archive.histories import StoredHistory
from travaux.archive.layout import HIGHEST, Held, branch, newest, tag
from travaux.archive.trees import DELTA, ROWS, TEXT, Draft, Raw, files, raw
from travaux.errors import ArchiveError
from travaux.model.document import Origin
from travaux.model.evidence import Revision
from travaux.model.record import Record
from travaux.store import RefUpdate, Store


class Growing(StoredHistory):
    """A history to which drafts are added; their commits are what a `Writer` gave for them.

    Attributes:
        made: the dossier did not exist before.
        added: ordinals of the drafts that were added.
    """

    def __init__(self, store: Store, dossier: str, held: Held, revisions: dict[int, Revision]) -> None:
        super().__init__(store, dossier, held, revisions)
        self.made = not revisions
        self.added: list[int] = []
        self._grown = revisions
        self._tip = super().end
        self._lines: dict[int, Raw] = {}

    @property
    def end(self) -> int | None:
        """Ordinal of the draft at the end of the branch, drafts that were added included."""
        return self._tip

    @property
    def next(self) -> int:
        """The ordinal of the next draft.

        Raises:
            ArchiveError: there is none, in an archive that somebody filled with such numbers.
        """
        found = max(self._grown, default=0) + 1
        if found > HIGHEST:
            raise ArchiveError(
                f"{self.dossier} has a draft {HIGHEST}; there is no higher ordinal", "begin a new dossier"
            )
        return found

    def extends(self, bases: Sequence[int]) -> bool:
        """Whether a draft of these bases becomes the end of the branch; else it is a rival."""
        return self._tip is None or self._tip in bases

    def add(self, revision: Revision, draft: Draft) -> None:
        """Take in a draft."""
        if self.extends([base.ordinal for base in draft.record.bases]):
            self._tip = revision.ordinal
        self._grown[revision.ordinal] = revision
        self._drafts[revision.ordinal] = draft
        self.added.append(revision.ordinal)

    def lines(self, ordinal: int) -> Raw:
        """Return the lines of a draft to the byte: of its files in the archive, or as `files` gave them.

        Raises:
            ArchiveError: its files are damaged.
        """
        if ordinal not in self._lines:
            commit = self._grown[ordinal].commit
            text, rows = (self._store.read(f"{commit}:{path}") for path in (TEXT, ROWS))
            self._lines[ordinal] = raw(text, rows)
        return self._lines[ordinal]

    def files(self, draft: Draft, source: bytes) -> dict[str, bytes]:
        """Return the files of a draft that is about to stand in the dossier; its bases do, or were given here before.

        Raises:
            ArchiveError: the files of its base are damaged.
        """
        made = files(draft, source)
        lines = raw(made[TEXT], made[ROWS])
        if delta := self.delta(draft.record, lines, self.lines):
            made[DELTA], lines = delta
        self._lines[draft.record.ordinal] = lines
        return made

    @staticmethod
    def delta(record: Record, lines: Raw, lines_of: Callable[[int], Raw]) -> tuple[bytes, Raw] | None:
        """Return what a draft changes in its base, and its lines, shared with that; None unless it has one base."""
        if len(record.bases) != 1:
            return None
        base = lines_of(record.bases[0].ordinal)
        delta = deltas.between(base, lines)
        return delta, deltas.applied(base, delta)

    def holding(self, origin: Origin, choice: str | None) -> Revision | None:
        """Return the first draft that was made from the same bytes, read and chosen in the same way."""
        return next((r for r in self.revisions.values() if _is(r.record, origin, choice)), None)

    def standing_on(self, ordinal: int) -> set[int]:
        """Return the ordinals of all drafts that were made from this one, or from what was made from it."""
        found: set[int] = set()
        for number in self.order:
            if any(base == ordinal or base in found for base in self.bases(number)):
                found.add(number)
        return found

    def updates(self) -> list[RefUpdate]:
        """Return the references to change, with commits as the `Writer` gave them."""
        found = [RefUpdate(tag(self.dossier, n), self._grown[n].commit, None) for n in self.added]
        if self.added:
            found.append(RefUpdate(newest(self.dossier), self._grown[max(self.added)].commit, self.held.newest))
        if self._tip in self.added:
            old = self.held.branch if self.held.own else None
            found.append(RefUpdate(branch(self.dossier), self._grown[self._tip].commit, old))
        return found


def _is(record: Record, origin: Origin, choice: str | None) -> bool:
    known = record.origin
    return (known.sha256, known.options, record.choice) == (origin.sha256, origin.options, choice)
