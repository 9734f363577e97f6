"""The face of the room: one open repository."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from travaux.errors import ArchiveError
from travaux.store import creating, judging, opening, references, trees
from travaux.store.bulk import IMPORTS, Bulk, abandoned, private_ref
from travaux.store.commits import brief, signed, understood
from travaux.store.judging import User
from travaux.store.names import checked_id, is_id, is_ref
from travaux.store.objects import Held, Objects
from travaux.store.opening import Opened
from travaux.store.values import Commit, Entry, Identity, Limits, Ref, RefUpdate, Signature
from travaux.store.writing import Writer

ABSENT = "//"
"""A path that no tree has."""


class Store:
    """An open repository, read and written by git's plumbing; closed, it leaves no child process.

    Use it as a context manager: `with Store.open(path) as store:`. It belongs to one thread; other processes may use
    the same repository at the same time. Nothing that the repository says is ever run: no hook, no filter, no program
    named in its configuration, no transfer.

    Every method raises ArchiveError where git or the disk refuses.

    Attributes:
        path: the directory that was named.
        remote: for a plain clone, the remote under which the dossiers stand (`origin`: then they are
            `refs/remotes/origin/dossier/ID`); None for a bare repository, which has them as `refs/heads/dossier/ID`.
        bare: whether it has no work tree.
    """

    def __init__(self, path: Path, opened: Opened, limits: Limits) -> None:
        self.path = path
        self.remote: str | None = opened.remote
        self.bare: bool = opened.bare
        self._runner = opened.runner
        self._relaxed = opened.relaxed
        self._limits = limits
        self._objects = Objects(opened.runner, limits)
        self._user = User(opened.runner)
        self._writer = Writer(opened.runner, self._user)

    @classmethod
    def create(
        cls,
        path: Path,
        *,
        description: str,
        environment: Mapping[str, str] | None = None,
        limits: Limits | None = None,
    ) -> Self:
        """Make a bare repository whose HEAD is the branch `main`; it appears whole or not at all.

        Args:
            path: a directory that is empty or not there yet (its parent is).
            description: one line, for programs that list repositories.
            environment: see `open`.
            limits: see `open`.

        Raises:
            ArchiveError: there is something already, or it cannot be written.
        """
        creating.create(path, description, environment or {})
        return cls.open(path, environment=environment, limits=limits)

    @classmethod
    def open(cls, path: Path, *, environment: Mapping[str, str] | None = None, limits: Limits | None = None) -> Self:
        """Open a bare repository, a clone with a work tree, or a linked work tree.

        References that a writer was killed in the middle of moving are moved to where it wanted them.

        Args:
            path: the directory itself; those above it are not searched.
            environment: the caller's environment, from which only a fixed list is taken (PATH; HOME and what else
                finds the user's own git configuration and keys). Without it git is looked for in the system's default
                path and nobody is configured.
            limits: what is taken at most; None for the defaults.

        Raises:
            ArchiveError: git is missing or too old; it is not a repository; it is not whole
                (shallow or partial clone), leans on another one (alternates), takes its configuration from other
                files, or has symbolic links among its own parts.
        """
        store = cls(path, opening.opened(path, environment or {}), limits or Limits())
        references.recovered(store._runner, store._present)
        return store

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End every child process; may be called twice."""
        self._objects.close()

    # Reading

    def refs(self, prefix: str = "refs/") -> tuple[Ref, ...]:
        """References below the prefix (`refs/heads/dossier/`), by name, peeled; without symbolic ones (origin/HEAD)."""
        return references.listed(self._runner, prefix)

    def resolve(self, ref_or_id: str) -> str | None:
        """Full id of the commit of a reference (in full: `refs/...`, or `HEAD`) or of a full id; None if not there."""
        if not (is_id(ref_or_id) or is_ref(ref_or_id)):
            return None
        found = self._objects.one(f"{ref_or_id}^{{commit}}")
        return found.id if found else None

    def commit(self, id: str) -> Commit:  # noqa: A002
        """One commit, by its id.

        Raises:
            ArchiveError: there is none, or it cannot be read.
        """
        return self.commits([id])[0]

    def commits(self, ids: Iterable[str]) -> list[Commit]:
        """Several, in the order asked for; one process reads them all."""
        asked = [checked_id(id_) for id_ in ids]
        return [self._commit(id_, held) for id_, held in zip(asked, self._objects.many(asked), strict=True)]

    def brief(self, ids: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...], str]]:
        """Tree and parents of each commit and the first line of its message, as asked for: a look in passing."""
        asked = [checked_id(id_) for id_ in ids]
        for id_, held in zip(asked, self._objects.many(asked), strict=True):
            yield brief(self._whole(id_, held))

    def history(self, heads: Sequence[str]) -> list[Commit]:
        """Every commit that the heads (ids) reach, each once, parents before children; same heads, same order."""
        asked = sorted({checked_id(head) for head in heads})  # the order of the asking changes nothing
        if not asked:
            return []
        done = self._runner.run("rev-list", "--topo-order", "--reverse", "--stdin", data="\n".join(asked).encode())
        return self.commits(done.out.decode("ascii").split())

    def tree(self, id: str) -> dict[str, Entry]:  # noqa: A002
        """Every file of a commit or tree: path -> entry, in the order of the tree.

        Raises:
            ArchiveError: there is no such tree, or it has more files than the limits allow.
        """
        return trees.listed(self._runner, checked_id(id), self._limits)

    def read(self, spec: str) -> bytes:
        """The bytes of an object: `id`, or `commit:path` (also `refs/heads/x:path`).

        Raises:
            ArchiveError: it is not there, cannot be read, or is larger than the limits allow.
        """
        (data,) = self.read_many([spec])
        if data is None:
            raise ArchiveError(f"{spec[:200]} is not in {self.path}")
        return data

    def read_many(self, specs: Iterable[str]) -> Iterator[bytes | None]:
        """The bytes of each object in turn, None for one that is not there; other methods may be called in between.

        Many are read fastest from a list: git goes on with the next while the caller works on one.
        """
        asked = map(self._askable, specs)
        for held in self._objects.many(list(asked) if isinstance(specs, Sequence) else asked):
            yield held.data if held else None

    # Writing

    def write_tree(self, files: Mapping[str, bytes | str]) -> str:
        """Keep a tree of plain files (mode 100644); gives its id, the same for the same files in any order.

        Args:
            files: path (parted by `/`) -> bytes, or the id of a blob that is there.

        Raises:
            ArchiveError: a path is absolute, empty, has `.`, `..`, `.git` as a part, or is a file and a directory.
        """
        return self._writer.tree(files)

    def write_commit(self, tree: str, parents: Sequence[str], message: str, identity: Identity, when: int) -> str:
        """Keep a commit; gives its id. No reference moves.

        It is signed where the user's own configuration says so (`commit.gpgsign`).

        Args:
            tree: id of its tree.
            parents: ids, in the order wanted.
            message: kept as it is; a last line feed is added where there is none.
            identity: author and committer.
            when: seconds since 1970, for author and committer; zone UTC.
        """
        return self._writer.commit(tree, parents, message, identity, when)

    def update(self, updates: Sequence[RefUpdate]) -> bool:
        """Change all these references or none, also if this process is killed; what it acknowledges is on the disk.

        Returns:
            True when all changed; False when one had another value than `old` (someone was faster): read anew and
            try again.

        Raises:
            ArchiveError: any other fault: a name that git refuses, an object that is not there, disk, permission, or a
                repository that stays locked.
        """
        return references.updated(self._runner, updates, self._present)

    @contextmanager
    def bulk(self) -> Iterator[Bulk]:
        """Write many commits by one process: `with store.bulk() as bulk: ...; ids = bulk.finish(); store.update(...)`.

        The commits are held by a private reference, `refs/import/...`, until the `with` ends: call `update` inside it.
        """
        ref = private_ref()
        bulk = Bulk(self._runner, ref)
        try:
            yield bulk
        finally:
            bulk.close()
            held = {found.name: found.id for found in self.refs(IMPORTS)}
            gone = [name for name in held if name == ref] + abandoned(list(held))
            self.update([RefUpdate(name, None, held[name]) for name in gone])

    # Judging

    def identity(self) -> Identity | None:
        """Who the user is by the user's own git configuration (`user.name` and `user.email`); None unless both are set.

        The repository's configuration is not asked: it may be a stranger's, and then every record would bear a name
        that the stranger chose.
        """
        return self._user.settings.identity

    @property
    def signs(self) -> bool:
        """Whether the user's own git configuration asks for signatures; commits of `bulk` never have one."""
        return self._user.settings.signs

    def fsck(self) -> list[str]:
        """What `git fsck --full --strict` finds, a sentence each; empty when all is sound."""
        return judging.findings(self._runner, self._relaxed)

    def signature(self, id: str) -> Signature:  # noqa: A002
        """What is to be thought of the signature of a commit, by the keys that the user has."""
        held = self._objects.one(checked_id(id))
        if held is None or held.type != "commit":
            raise ArchiveError(f"there is no commit {id} in {self.path}")
        return judging.signature(self._runner, self._user.settings, id) if signed(held.data) else "none"

    def _commit(self, id_: str, held: Held | None) -> Commit:
        return understood(id_, self._whole(id_, held))

    def _whole(self, id_: str, held: Held | None) -> bytes:
        if held is None or held.type != "commit":
            raise ArchiveError(f"there is no commit {id_} in {self.path}", "fetch it from another copy of the archive")
        return held.data

    def _present(self, names: list[str]) -> list[str | None]:
        """Ids that the references hold now, unpeeled."""
        return [held.id if held else None for held in self._objects.many(names)]

    def _askable(self, spec: str) -> str:
        """A spec that `git cat-file` reads as it is meant.

        Git takes a path that begins with `./` or `../` as seen from a work tree, and a line feed, with a carriage
        return before it, as the end; the trees of strangers have such names.
        """
        root, colon, path = spec.partition(":")
        if not (is_id(root) or is_ref(root)):
            raise ArchiveError(
                f"{spec[:80]!r} names no object: an id, or a commit and a path parted by a colon, is wanted"
            )
        if not colon or not ("\n" in path or path.endswith("\r") or path.startswith(".")):
            return spec
        commit = root if is_id(root) else self.resolve(root)
        entry = self.tree(commit).get(path) if commit else None
        return entry.id if entry else f"{root}:{ABSENT}"
