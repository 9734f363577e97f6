"""Objects of a repository through one `git cat-file`, asked in small groups."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

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


@dataclass(frozen=True, slots=True)
class Held:
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

    def close(self) -> None:
        """End the child."""
        if self._child:
            self._child.end()
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
        for asked in _groups(specs):
            group = self._ask(asked)
            while group.ready or group.waiting:
                yield group.ready.popleft() if group.ready else self._answer(group)

    def one(self, spec: str) -> Held | None:
        """One object."""
        return next(self.many([spec]))

    def _ask(self, asked: list[bytes]) -> _Group:
        while self._group.waiting:  # of another `many`, which goes on later
            self._group.ready.append(self._answer(self._group))
        if self._child is None:
            self._child = self._runner.start("cat-file", "--batch")
        self._group = _Group(deque(asked))
        try:
            self._child.asks.write(b"".join(line + b"\n" for line in asked))
            self._child.asks.flush()
        except BrokenPipeError as error:
            raise self._broken() from error
        return self._group

    def _answer(self, group: _Group) -> Held | None:
        child = self._child
        if child is None:
            raise ArchiveError("the archive was closed while it was being read")
        spec = group.waiting.popleft()
        header = child.answers.readline()
        if header.rstrip(b"\n") in (spec + b" missing", spec + b" ambiguous"):
            if child.complaint():  # git says `missing` of a damaged object too
                raise self._broken()
            return None
        fields = header.split()
        if len(fields) != 3 or not fields[2].isdigit():
            raise self._broken()
        size = int(fields[2])
        if size > self._limits.object_bytes:
            self.close()
            raise ArchiveError(
                f"an object of {self._runner.named} has {size:,} bytes; at most {self._limits.object_bytes:,} are read",
                "name it to whoever keeps the archive: " + fields[0].decode("ascii", "replace"),
            )
        data = child.answers.read(size)
        if len(data) != size or child.answers.read(1) != b"\n":
            raise self._broken()
        return Held(fields[0].decode("ascii"), fields[1].decode("ascii"), data)

    def _broken(self) -> ArchiveError:
        complaint = ""
        if self._child:
            self._child.wait_briefly()
            complaint = self._child.complaint()
        self.close()
        return fault(self._runner.named, complaint or "could not read an object")


def _groups(specs: Iterable[str]) -> Iterator[list[bytes]]:
    group: list[bytes] = []
    room = GROUP_BYTES
    for spec in specs:
        line = spec.encode("utf-8", "surrogateescape")
        if group and (len(group) == GROUP_SPECS or len(line) >= room):
            yield group
            group, room = [], GROUP_BYTES
        group.append(line)
        room -= len(line) + 1
    if group:
        yield group
