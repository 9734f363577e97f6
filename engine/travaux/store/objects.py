"""Objects of a repository through `git cat-file`: asked in small groups, or listed beforehand."""

import contextlib
import sys
import tempfile
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from travaux.errors import ArchiveError
from travaux.store.faults import fault
from travaux.store.running import Child, Runner
from travaux.store.values import Limits

GROUP_SPECS = 32
"""Objects asked for at once. Range 1-1,000. Each group costs two switches between processes; the answers of a group
that nobody has taken yet may have to be held in memory."""

GROUP_BYTES = 8_192
"""Bytes of one group at most. A pipe holds 16 KB or more everywhere, so writing a group never waits for git, which may
be waiting for us to read. Range 1-16,384."""

LISTED = 256
"""Objects from which a list of them gets a child of its own. Range 32-10,000: starting it takes as long as asking for
a hundred. It need not hand over each object at once, so 4,000 take it two thirds of the processor time, and it goes
on while those that it has read are worked on."""

PIPE_BYTES = 1024 * 1024
"""What the pipe of a list holds, on Linux. Range 64 KiB (as it is by itself) to 1 MiB (the most that a user gets)."""

if sys.platform == "linux":
    import fcntl


class Held(NamedTuple):
    """An object as it is kept."""

    id: str
    type: str
    data: bytes


@dataclass(slots=True)
class _Group:
    waiting: deque[bytes] = field(default_factory=deque)
    """Asked and not yet read, oldest first."""
    ready: deque[Held | None] = field(default_factory=deque)


class Objects:
    """Reads objects; the child is started at the first question and ended by `close`."""

    def __init__(self, runner: Runner, limits: Limits) -> None:
        self._runner = runner
        self._limits = limits
        self._child: Child | None = None
        self._group = _Group()
        self._listing: list[Child] = []
        """Children of lists that nobody has read to the end."""

    def close(self) -> None:
        """End every child."""
        for child in (self._child, *self._listing):
            if child:
                child.end()
        self._listing.clear()
        self._child = None
        self._group = _Group()

    def many(self, specs: Iterable[str]) -> Iterator[Held | None]:
        """Each object in turn, None for one that is not there. Several of these may be under way at a time.

        Args:
            specs: ids and names of references, alone or with `:path` or `^{commit}`; checked by the caller: without
                line feeds, and no path begins with a dot.

        Raises:
            ArchiveError: an object is damaged or larger than the limits allow.
        """
        if isinstance(specs, Sequence) and len(specs) >= LISTED:
            yield from self._listed(specs)
            return
        for asked in _groups(specs):
            group = self._ask(asked)
            while group.ready or group.waiting:
                yield group.ready.popleft() if group.ready else self._next(group)

    def one(self, spec: str) -> Held | None:
        """One object."""
        return next(self.many([spec]))

    def _listed(self, specs: Sequence[str]) -> Iterator[Held | None]:
        lines = [_line(spec) for spec in specs]
        with tempfile.TemporaryFile() as asks:  # a pipe would have to be filled while answers are read
            asks.write(b"".join(line + b"\n" for line in lines))
            asks.seek(0)
            child = self._runner.start("cat-file", "--batch", "--buffer", asks=asks)
            _widen(child)
            self._listing.append(child)
            try:
                for line in lines:
                    if child not in self._listing:
                        raise _closed()
                    yield self._answer(child, line)
            finally:
                if child in self._listing:
                    self._listing.remove(child)
                child.end()

    def _ask(self, asked: list[bytes]) -> _Group:
        while self._group.waiting:  # of another `many`, which goes on later
            self._group.ready.append(self._next(self._group))
        if self._child is None:
            self._child = self._runner.start("cat-file", "--batch")
        self._group = _Group(deque(asked))
        try:
            self._child.asks.write(b"".join(line + b"\n" for line in asked))
            self._child.asks.flush()
        except BrokenPipeError as error:
            raise self._broken(self._child) from error
        return self._group

    def _next(self, group: _Group) -> Held | None:
        if self._child is None:
            raise _closed()
        return self._answer(self._child, group.waiting.popleft())

    def _answer(self, child: Child, spec: bytes) -> Held | None:
        header = child.answers.readline()
        fields = header.split()
        if len(fields) != 3 or not fields[2].isdigit():
            if header.rstrip(b"\n") in (spec + b" missing", spec + b" ambiguous") and not child.complaint():
                return None  # of a damaged object git says `missing` too, and complains
            raise self._broken(child)
        size = int(fields[2])
        if size > self._limits.object_bytes:
            self.close()
            raise ArchiveError(
                f"an object of {self._runner.named} has {size:,} bytes; at most {self._limits.object_bytes:,} are read",
                "name it to whoever keeps the archive: " + fields[0].decode("ascii", "replace"),
            )
        data = child.answers.read(size + 1)  # a line feed behind it; reading that alone takes as long as all
        if len(data) != size + 1 or not data.endswith(b"\n"):
            raise self._broken(child)
        return Held(fields[0].decode("ascii"), fields[1].decode("ascii"), data[:-1])

    def _broken(self, child: Child) -> ArchiveError:
        child.wait_briefly()
        complaint = child.complaint()
        self.close()
        return fault(self._runner.named, complaint or "could not read an object")


def _widen(child: Child) -> None:
    """Let a child go on as far as the system allows while nobody reads."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            fcntl.fcntl(child.answers, fcntl.F_SETPIPE_SZ, PIPE_BYTES)


def _closed() -> ArchiveError:
    return ArchiveError("the archive was closed while it was being read")


def _line(spec: str) -> bytes:
    return spec.encode("utf-8", "surrogateescape")


def _groups(specs: Iterable[str]) -> Iterator[list[bytes]]:
    group: list[bytes] = []
    room = GROUP_BYTES
    for spec in specs:
        line = _line(spec)
        if group and (len(group) == GROUP_SPECS or len(line) >= room):
            yield group
            group, room = [], GROUP_BYTES
        group.append(line)
        room -= len(line) + 1
    if group:
        yield group
