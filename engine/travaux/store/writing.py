"""New objects: bytes, trees, commits. Nothing refers to them yet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from travaux.errors import ArchiveError
from travaux.store.judging import User
from travaux.store.names import checked_files, checked_id, cleaned
from travaux.store.running import Runner
from travaux.store.values import Identity


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes one object after the other, each on the disk when its id is given."""

    runner: Runner
    user: User
    """Asked when a commit is made: is it to be signed?"""

    def blob(self, data: bytes) -> str:
        """Keep bytes verbatim: no filter, no change of line ends."""
        return _id(self.runner.run("hash-object", "-w", "--no-filters", "--stdin", data=data).out)

    def tree(self, files: Mapping[str, bytes | str]) -> str:
        """Keep a tree of plain files, as `Store.write_tree` says."""
        checked_files(list(files))
        ids = {path: checked_id(held) if isinstance(held, str) else self.blob(held) for path, held in files.items()}
        return self._folder(ids)

    def commit(self, tree: str, parents: Sequence[str], message: str, identity: Identity, when: int) -> str:
        """Keep a commit, as `Store.write_commit` says."""
        who, date, user = cleaned(identity), f"@{checked_when(when)} +0000", self.user.settings
        variables = {
            f"GIT_{role}_{part}": value
            for role in ("AUTHOR", "COMMITTER")
            for part, value in (("NAME", who.name), ("EMAIL", who.email), ("DATE", date))
        }
        options = [word for parent in parents for word in ("-p", checked_id(parent))]
        signing = [f"-S{user.key or f'{who.name} <{who.email}>'}"] if user.signs else []  # as git does without a key
        done = self.runner.run(
            "commit-tree", *signing, *options, "-F", "-", checked_id(tree),
            data=ended(message), extra=variables, settings=user.signing, user=user.signs, check=not user.signs,
        )  # fmt: skip
        if done.status:
            said = done.complaint.strip().splitlines() or [""]
            raise ArchiveError(
                f"the record could not be signed: {said[-1]}",
                "your git configuration asks for signatures (commit.gpgsign); mend the key or switch that off",
            )
        return _id(done.out)

    def _folder(self, files: Mapping[str, str]) -> str:
        """Keep the tree of these paths and ids."""
        here = {name: id_ for name, id_ in files.items() if "/" not in name}
        below: dict[str, dict[str, str]] = {}
        for path, id_ in files.items():
            folder, slash, rest = path.partition("/")
            if slash:
                below.setdefault(folder, {})[rest] = id_
        entries = [("100644 blob", id_, name) for name, id_ in here.items()]
        entries += [("040000 tree", self._folder(inside), name) for name, inside in below.items()]
        lines = (f"{mode} {id_}\t{name}\0".encode("utf-8", "surrogateescape") for mode, id_, name in entries)
        return _id(self.runner.run("mktree", "-z", data=b"".join(lines)).out)


def ended(message: str) -> bytes:
    """The message with a last line feed; git keeps no character NUL in it.

    Raises:
        ArchiveError: there is one.
    """
    if "\0" in message:
        raise ArchiveError("a message of git cannot hold the character NUL")
    return (message if message.endswith("\n") else f"{message}\n").encode("utf-8", "replace")


def checked_when(when: int) -> int:
    """The time itself.

    Raises:
        ArchiveError: git cannot date before 1970, nor after 2106 in every version.
    """
    if not 0 <= when < 2**32:
        raise ArchiveError(f"git cannot date a record {when} seconds from 1970")
    return when


def _id(out: bytes) -> str:
    return checked_id(out.decode("ascii", "replace").strip())
