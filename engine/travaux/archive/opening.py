"""Making an archive, opening one, finding the nearest."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from travaux.archive.layout import ARCHIVE, DESCRIPTION, MAIN, check, main_files, mains
from travaux.errors import ArchiveError
from travaux.store import Identity, RefUpdate, Store

NEUTRAL: Final = Identity("travaux", "archive@travaux.invalid")
"""Who records where git's configuration names nobody."""

DEFAULT_NAME: Final = "archive.git"
"""The name under which an archive is found in a directory that holds it."""

Clock = Callable[[], int]
"""Gives the seconds since 1970."""


def create(path: Path, environment: Mapping[str, str], identity: Identity | None, when: int) -> Store:
    """Make an archive and open it; one whose making was interrupted is finished.

    Raises:
        ArchiveError: there is something already, or it cannot be written.
    """
    store = _begun(path, environment) or Store.create(path, description=DESCRIPTION, environment=environment)
    try:
        _describe(store, identity or store.identity() or NEUTRAL, when)
    except BaseException:
        store.close()
        raise
    return store


def _describe(store: Store, identity: Identity, when: int) -> None:
    commit = store.write_commit(store.write_tree(main_files()), (), "travaux: an archive of drafts\n", identity, when)
    if not store.update([RefUpdate(MAIN, commit, None)]):
        raise ArchiveError(f"{store.path} was made an archive by another process at this moment", "open it")


def _begun(path: Path, environment: Mapping[str, str]) -> Store | None:
    """The repository at a path, where it is bare and nothing stands in it: its making was interrupted."""
    if not is_repository(path):
        return None
    store = Store.open(path, environment=environment)
    if store.bare and not store.refs():
        return store
    store.close()
    return None


def open_(path: Path, environment: Mapping[str, str]) -> Store:
    """Open an archive.

    Raises:
        ArchiveError: there is none, or its layout is later than what this version of travaux knows.
    """
    if not is_repository(path) and is_repository(path / DEFAULT_NAME):
        path = path / DEFAULT_NAME
    store = Store.open(path, environment=environment)
    try:
        check(_described(store, path), str(path))
    except BaseException:
        store.close()
        raise
    return store


def _described(store: Store, path: Path) -> bytes:
    for ref in mains(store.remote):
        for described in store.read_many([f"{ref}:{ARCHIVE}"]):
            if described is not None:
                return described
    raise ArchiveError(
        f"{path} is a git repository but not a travaux archive: its branch main has no {ARCHIVE}",
        "travaux init makes one",
    )


def find(start: Path, environment: Mapping[str, str]) -> Store:
    """Open the nearest archive: the directory itself, `archive.git` in it, or the same of a directory above it.

    A repository that is no archive, such as that of a project, is passed over.

    Raises:
        ArchiveError: there is none, or the nearest one cannot be opened.
    """
    for path in _candidates(start):
        store = Store.open(path, environment=environment)
        try:
            described = _described(store, path)
        except ArchiveError:
            store.close()
            continue
        try:
            check(described, str(path))
        except BaseException:
            store.close()
            raise
        return store
    raise ArchiveError(
        f"there is no archive in {start} or above it", "travaux init makes one; --archive names another place"
    )


def _candidates(start: Path) -> Iterator[Path]:
    for directory in (start, *start.absolute().parents):
        yield from (path for path in (directory, directory / DEFAULT_NAME) if is_repository(path))


def is_repository(path: Path) -> bool:
    """Whether a directory looks like a git repository, bare or with a work tree."""
    try:
        return (path / ".git").exists() or ((path / "HEAD").exists() and (path / "objects").is_dir())
    except OSError:
        return False


def when(environment: Mapping[str, str], clock: Clock | None) -> int:
    """Return the time of recording: `SOURCE_DATE_EPOCH` where it is set, else what the clock tells.

    Raises:
        ArchiveError: it is not a number of seconds, or there is no clock.
    """
    told = environment.get("SOURCE_DATE_EPOCH", "")
    if told:
        if not (told.isascii() and told.isdecimal() and len(told) <= LONGEST_TIME):
            raise ArchiveError(f"SOURCE_DATE_EPOCH is {told[:40]!r}", "it is a number of seconds since 1970")
        return int(told)
    if clock is None:
        raise ArchiveError("the archive was opened only to be read", "open it with a clock")
    return clock()


LONGEST_TIME: Final = 12
"""Digits of a time that git can hold."""
