"""Ways to write commits: one by one, many by one process, or not at all."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

from travaux.model.receipts import NOT_RECORDED
from travaux.store import Bulk, Identity, RefUpdate, Store

FEW = 3
"""As many commits are written one by one: a process for many takes longer to start. Range: 1 to 20."""


@dataclass(frozen=True, slots=True)
class Recorder:
    """Where, by whom and when drafts are recorded.

    Attributes:
        store: the repository.
        identity: who records.
        when: seconds since 1970.
    """

    store: Store
    identity: Identity
    when: int


class Writer(Protocol):
    """Writes commits; what `commit` gives stands for one until `ids` tells."""

    def commit(self, files: Mapping[str, bytes | str], parents: Sequence[str], message: str) -> str:
        """Write a commit; parents are ids, or what this gave before."""

    def update(self, updates: Callable[[Callable[[str], str]], Sequence[RefUpdate]]) -> dict[str, str] | None:
        """Write all references or none.

        Args:
            updates: the references to change, given what tells the id of a commit.

        Returns:
            The ids of the commits by what stood for them; None where someone was faster.
        """


@contextmanager
def writing(recorder: Recorder, count: int, *, dry: bool) -> Iterator[Writer]:
    """Give a writer for about so many commits; where the user signs, they are written one by one, however many."""
    if dry:
        yield _Nowhere()
    elif count <= FEW or recorder.store.signs:
        yield _OneByOne(recorder)
    else:
        with recorder.store.bulk() as bulk:
            yield _Together(recorder, bulk)


class _Nowhere:
    """Writes nothing."""

    def __init__(self) -> None:
        self.count = 0

    def commit(self, files: Mapping[str, bytes | str], parents: Sequence[str], message: str) -> str:  # noqa: ARG002
        self.count += 1
        return f":{self.count}"

    def update(self, updates: Callable[[Callable[[str], str]], Sequence[RefUpdate]]) -> dict[str, str] | None:  # noqa: ARG002
        return {f":{n}": NOT_RECORDED for n in range(1, self.count + 1)}


class _OneByOne:
    """Writes each commit at once."""

    def __init__(self, recorder: Recorder) -> None:
        self.recorder = recorder

    def commit(self, files: Mapping[str, bytes | str], parents: Sequence[str], message: str) -> str:
        store, recorder = self.recorder.store, self.recorder
        return store.write_commit(store.write_tree(files), parents, message, recorder.identity, recorder.when)

    def update(self, updates: Callable[[Callable[[str], str]], Sequence[RefUpdate]]) -> dict[str, str] | None:
        return {} if self.recorder.store.update(updates(lambda commit: commit)) else None


class _Together:
    """Writes all commits by one process."""

    def __init__(self, recorder: Recorder, bulk: Bulk) -> None:
        self.recorder = recorder
        self.bulk = bulk
        self.marks: list[str] = []

    def commit(self, files: Mapping[str, bytes | str], parents: Sequence[str], message: str) -> str:
        mark = self.bulk.commit(files, parents, message, self.recorder.identity, self.recorder.when)
        self.marks.append(mark)
        return mark

    def update(self, updates: Callable[[Callable[[str], str]], Sequence[RefUpdate]]) -> dict[str, str] | None:
        ids = dict(zip(self.marks, self.bulk.finish(), strict=True))
        return ids if self.recorder.store.update(updates(lambda commit: ids.get(commit, commit))) else None
