"""Many commits by one `git fast-import`, on a private reference."""

import contextlib
import hashlib
import os
import platform
from collections.abc import Container, Mapping, Sequence
from pathlib import Path

from travaux.errors import ArchiveError
from travaux.store.faults import disk_fault, fault
from travaux.store.names import checked_files, checked_id, checked_path, cleaned, is_mark
from travaux.store.running import Child, Runner
from travaux.store.values import Identity
from travaux.store.writing import checked_when, ended

IMPORTS = "refs/import/"

BATCH_BYTES = 16 * 1024 * 1024
"""Bytes of files that are held back until their commits are written. Range 1 MiB-256 MiB. `git fast-import` keeps of
a blob what differs from the blob before it; so the files of a batch go out path by path, draft after draft. Measured
with 2,000 drafts of 30 KB: commit by commit 26.7 MB in 5.4 s of processor time; batches of 1 MiB 3.0 MB in 2.1 s, of
16 MiB 2.1 MB in 1.8 s, and no better above."""


class Bulk:
    """A writer of many commits; a mark (`:1`, `:2` ...) stands for a blob or commit until `finish` tells the ids."""

    def __init__(self, runner: Runner, ref: str) -> None:
        self._runner = runner
        self._ref = ref
        self._marks = 0
        self._blobs: set[str] = set()
        self._files: dict[str, list[tuple[str, bytes]]] = {}
        """Path -> marks and bytes of the files that wait."""
        self._waiting: list[bytes] = []
        """The commits of these files."""
        self._room = BATCH_BYTES
        self._commits: dict[str, None] = {}
        self._ids: list[str] | None = None
        # --force: a leftover of the same name is nobody's
        self._child: Child | None = runner.start("fast-import", "--quiet", "--force", "--date-format=raw", "--done")

    def blob(self, data: bytes) -> str:
        """Keep bytes verbatim; gives a mark."""
        mark = self._marked()
        self._blobs.add(mark)
        self._say(_blob(mark, data))
        return mark

    def commit(
        self,
        files: Mapping[str, bytes | str],
        parents: Sequence[str],
        message: str,
        identity: Identity,
        when: int,
    ) -> str:
        """Keep a commit; gives a mark.

        Args:
            files: path -> bytes, a mark of a blob, or the id of a blob that is there.
            parents: marks of earlier commits or ids.
            message: kept as it is; a last line feed is added where there is none.
            identity: author and committer.
            when: seconds since 1970.

        Raises:
            ArchiveError: as `Store.write_tree` and `Store.write_commit`.
        """
        checked_files(list(files))
        before = [self._known(parent, self._commits) for parent in parents]
        who, date, said = cleaned(identity), checked_when(when), ended(message)
        held = {
            path: self._known(kept, self._blobs) if isinstance(kept, str) else self._held_back(path, kept)
            for path, kept in files.items()
        }
        mark = self._marked()
        person = f"{who.name} <{who.email}> {date} +0000".encode("utf-8", "replace")
        lines = [
            b"reset " + self._ref.encode() + b"\n\n",  # or the commit before would become a parent
            b"commit " + self._ref.encode() + b"\n",
            f"mark {mark}\n".encode(),
            b"author " + person + b"\ncommitter " + person + b"\n",
            _data(said),
            *(f"{'merge' if i else 'from'} {parent}\n".encode() for i, parent in enumerate(before)),
            b"deleteall\n",
            *(f"M 100644 {id_} ".encode() + _quoted(path) + b"\n" for path, id_ in held.items()),
            b"\n",
        ]
        self._waiting.append(b"".join(lines))
        self._commits[mark] = None
        if self._room < 0:
            self._let_go()
        return mark

    def finish(self) -> list[str]:
        """Put all on the disk; gives the ids of the commits in the order of their making.

        Raises:
            ArchiveError: git refused; nothing is kept.
        """
        if self._ids is not None:
            return self._ids
        self._let_go()
        ids = []
        for mark in self._commits:
            self._say(f"get-mark {mark}\n".encode())
            ids.append(self._heard())
        self._say(b"done\n")
        child = self._alive()
        if child.wait():
            raise self._broken()
        self.close()
        self._ids = ids
        return ids

    def close(self) -> None:
        """End the child; without `finish` before, nothing is kept."""
        if self._child:
            self._child.end()
        self._child = None
        if self._runner.place:
            swept(self._runner.place.git)

    def _held_back(self, path: str, data: bytes) -> str:
        mark = self._marked()
        self._files.setdefault(path, []).append((mark, data))
        self._room -= len(data)
        return mark

    def _let_go(self) -> None:
        for found in self._files.values():
            for mark, data in found:
                self._say(_blob(mark, data))
        for commit in self._waiting:
            self._say(commit)
        self._files.clear()
        self._waiting.clear()
        self._room = BATCH_BYTES

    def _marked(self) -> str:
        self._marks += 1
        return f":{self._marks}"

    def _known(self, word: str, marks: Container[str]) -> str:
        if is_mark(word):
            if word not in marks:
                raise ArchiveError(f"the mark {word} stands for nothing of the kind in this import")
            return word
        return checked_id(word)

    def _alive(self) -> Child:
        if self._child is None:
            raise ArchiveError("the import is over")
        return self._child

    def _say(self, words: bytes) -> None:
        child = self._alive()
        try:
            child.asks.write(words)
        except BrokenPipeError as error:
            raise self._broken() from error
        except OSError as error:
            raise disk_fault(self._runner.named, error) from error

    def _heard(self) -> str:
        child = self._alive()
        try:
            child.asks.flush()
        except BrokenPipeError as error:
            raise self._broken() from error
        line = child.answers.readline().decode("ascii", "replace").strip()
        if not line:
            raise self._broken()
        return checked_id(line)

    def _broken(self) -> ArchiveError:
        child = self._alive()
        child.wait_briefly()
        complaint = child.complaint()
        self.close()
        return fault(self._runner.named, complaint)


def private_ref() -> str:
    """A name below `refs/import/` that no other process at work has: by the machine and the number of the process."""
    return f"{IMPORTS}{_machine()}/{os.getpid()}"


def abandoned(names: Sequence[str]) -> list[str]:
    """Those of these names whose process, on this machine, is no more."""
    mine = f"{IMPORTS}{_machine()}/"
    return [name for name in names if name.startswith(mine) and not _running(name.removeprefix(mine))]


def swept(git: Path) -> None:
    """Take away the reports that `git fast-import` wrote where its caller was killed."""
    for report in git.glob("fast_import_crash_*"):
        if not _running(report.name.rpartition("_")[2]):
            with contextlib.suppress(OSError):
                report.unlink(missing_ok=True)


def _running(number: str) -> bool:
    if not number.isdigit() or os.name == "nt":  # there `kill` ends the process
        return True
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _machine() -> str:
    return hashlib.sha256(platform.node().encode()).hexdigest()[:12]


def _blob(mark: str, data: bytes) -> bytes:
    return f"blob\nmark {mark}\n".encode() + _data(data)


def _data(data: bytes) -> bytes:
    return b"data %d\n%b\n" % (len(data), data)


def _quoted(path: str) -> bytes:
    kept = checked_path(path).replace(b"\\", b"\\\\").replace(b'"', b'\\"').replace(b"\n", b"\\n")
    return b'"%b"' % kept
