"""What the store hands out: plain values about references, commits and files."""

from dataclasses import dataclass
from typing import Literal

Signature = Literal["good", "bad", "none", "unknown"]
"""`good`: made by a key that the user's own configuration trusts, over exactly this commit. `bad`: it does not fit the
commit, or its key is revoked. `none`: there is no signature. `unknown`: it cannot be judged here (key or program
missing, signer not known, key expired)."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference and the commit that it stands for."""

    name: str
    """In full: `refs/heads/dossier/gauges`."""
    id: str
    """Id of what it names, annotated tags peeled."""


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit as it stands in the repository; the parents are those of the object itself."""

    id: str
    tree: str
    """Id of its tree."""
    parents: tuple[str, ...]
    message: str
    """Decoded by the encoding that the commit names, else UTF-8; bytes that do not fit become U+FFFD."""
    author: str
    """`Name <email>`."""
    committer: str
    """`Name <email>`."""
    committed: int
    """Seconds since 1970, as the committer's clock had them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of a tree, told as it is: nothing is followed and no name is trusted.

    A name from a stranger may hold `..`; never join it to a directory.
    """

    path: str
    """From the root of the tree, parted by `/`; bytes that are not UTF-8 stand as lone surrogates."""
    id: str
    mode: str
    """Six digits: `100644`, `100755`, `120000` for a symbolic link, `160000` for a submodule."""
    size: int | None = None
    """In bytes; null for a submodule, and where the object is missing."""

    @property
    def regular(self) -> bool:
        """Whether it is a file: neither a symbolic link nor a submodule."""
        return self.mode.startswith("100")


@dataclass(frozen=True, slots=True)
class Identity:
    """Who records."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class RefUpdate:
    """One reference that is to change, if it still has the value that the caller saw."""

    name: str
    new: str | None
    """The value it gets; null deletes it."""
    old: str | None
    """The value it must have; null where it must not exist."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What is taken from a repository at most; more is refused with a sentence, since a stranger may have made it."""

    object_bytes: int = 256 * 1024 * 1024
    """Bytes of one object."""
    entries: int = 100_000
    """Files of one tree: a few trees that hold each other several times can stand for thousands of millions."""
