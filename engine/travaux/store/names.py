"""Which words the store takes as ids, references and paths: git could read the rest as something else."""

import re
from pathlib import PurePosixPath

from travaux.errors import ArchiveError
from travaux.store.values import Identity

_ID = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_REF = re.compile(r"refs/[^\x00-\x20\x7f~^:?*\[\\]+|HEAD")
_MARK = re.compile(r":[1-9][0-9]*")
_CRUD = re.compile(r"[<>\x00-\x1f\x7f]+")


def is_id(word: str) -> bool:
    """Whether it is a full id: 40 hexadecimal digits, or 64 in a repository of SHA-256."""
    return _ID.fullmatch(word) is not None


def is_mark(word: str) -> bool:
    """Whether it is a mark of a bulk."""
    return _MARK.fullmatch(word) is not None


def is_ref(word: str) -> bool:
    """Whether it may be the full name of a reference; git has the last word."""
    return _REF.fullmatch(word) is not None and ".." not in word and "@{" not in word


def checked_id(word: str) -> str:
    """The id itself.

    Raises:
        ArchiveError: it is none.
    """
    if not is_id(word):
        raise ArchiveError(f"{word[:80]!r} is not an id of git")
    return word


def checked_ref(word: str) -> str:
    """The name itself.

    Raises:
        ArchiveError: it is not the full name of a reference.
    """
    if not is_ref(word) or word == "HEAD":
        raise ArchiveError(f"{word[:80]!r} cannot be the name of a git reference")
    return word


def checked_path(path: str) -> bytes:
    """The path as bytes.

    Raises:
        ArchiveError: it is absolute, or has a part that is empty, `.`, `..` or (in any case) `.git`.
    """
    parts = path.split("/")
    if "\0" in path or any(part in {"", ".", ".."} or part.lower() == ".git" for part in parts):
        raise ArchiveError(f"{path[:80]!r} cannot be the path of a file in an archive")
    return path.encode("utf-8", "surrogateescape")


def checked_files(paths: list[str]) -> None:
    """Pass when the paths can stand in one tree.

    Raises:
        ArchiveError: one of them cannot stand, or is a file and the directory of another.
    """
    files = set(paths)
    for path in paths:
        checked_path(path)
        inside = [str(folder) for folder in PurePosixPath(path).parents if str(folder) in files]
        if inside:
            raise ArchiveError(f"{inside[0][:80]!r} cannot be a file and a directory in one tree")


def cleaned(identity: Identity) -> Identity:
    """The identity without the characters that mark the parts of a line in git.

    Raises:
        ArchiveError: nothing is left of the name.
    """
    name, email = (" ".join(_CRUD.sub(" ", word).split()) for word in (identity.name, identity.email))
    if not name:
        raise ArchiveError("whoever records needs a name", "git config --global user.name NAME")
    return Identity(name, email)
