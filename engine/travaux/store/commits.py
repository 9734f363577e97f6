"""The bytes of a commit, understood."""

import re

from travaux.errors import ArchiveError
from travaux.store.values import Commit

_PERSON = re.compile(rb"(.*<[^<>]*>) (-?\d+) [+-]\d{4}")


def understood(id: str, data: bytes) -> Commit:  # noqa: A002
    """The commit that these bytes are.

    Raises:
        ArchiveError: they are none: a line that git demands is not there.
    """
    head, _, message = data.partition(b"\n\n")
    fields: dict[bytes, list[bytes]] = {}
    for line in head.split(b"\n"):
        name, _, value = line.partition(b" ")
        if name:  # a line that begins with a space goes on with the one before: part of a signature
            fields.setdefault(name, []).append(value)
    try:
        (tree,), (author,), (committer,) = fields[b"tree"], fields[b"author"], fields[b"committer"]
        (writer, _), (recorder, committed) = _person(author), _person(committer)
        return Commit(
            id=id,
            tree=tree.decode("ascii"),
            parents=tuple(parent.decode("ascii") for parent in fields.get(b"parent", ())),
            message=_decoded(message, fields.get(b"encoding", [b"utf-8"])[0]),
            author=writer,
            committer=recorder,
            committed=committed,
        )
    except (KeyError, ValueError) as error:
        raise ArchiveError(
            f"commit {id} is not a well-formed commit", "git fsck tells what is wrong with it"
        ) from error


def brief(data: bytes) -> tuple[str, tuple[str, ...], str]:
    """The tree, the parents and the first line of the message; what these bytes should have beside is not looked at."""
    head, _, message = data.partition(b"\n\n")
    parents = [line[7:].decode("ascii", "replace") for line in head.split(b"\n") if line.startswith(b"parent ")]
    tree = head.partition(b"\n")[0].removeprefix(b"tree ").decode("ascii", "replace")
    return tree, tuple(parents), message.partition(b"\n")[0].decode("utf-8", "replace")


def signed(data: bytes) -> bool:
    """Whether the bytes of a commit hold a signature, good or not."""
    head = data.partition(b"\n\n")[0]
    return any(line.startswith((b"gpgsig ", b"gpgsig-sha256 ")) for line in head.split(b"\n"))


def _person(line: bytes) -> tuple[str, int]:
    parts = _PERSON.fullmatch(line)
    if parts is None:
        raise ValueError(line)
    return parts[1].decode("utf-8", "replace"), int(parts[2])


def _decoded(message: bytes, encoding: bytes) -> str:
    try:
        return message.decode(encoding.decode("ascii"), "replace")
    except (LookupError, ValueError):
        return message.decode("utf-8", "replace")
