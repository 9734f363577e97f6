"""Which repositories are opened: not one that is no whole, or reaches outside itself."""

import os
import re
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from travaux.errors import ArchiveError
from travaux.store.faults import disk_fault, no_git
from travaux.store.running import Place, Runner, parted

OLDEST_GIT = (2, 30)

_PLAIN = ("HEAD", "config", "config.worktree", "packed-refs", "refs", "objects", "logs", "info", "worktrees")
"""What git reads and writes at the top of a repository."""

_FRESH = "make a fresh copy with git clone --mirror and use that"


@dataclass(frozen=True, slots=True)
class Opened:
    """A repository that may be used."""

    runner: Runner
    bare: bool
    remote: str | None
    relaxed: tuple[str, ...]
    """Settings `fsck.*` of its configuration, by which a fault would be passed over."""


def opened(path: Path, environment: Mapping[str, str]) -> Opened:
    """Open a repository.

    Raises:
        ArchiveError: as `Store.open` says.
    """
    try:
        place = _place(path)
        _contained(place)
    except OSError as error:
        raise disk_fault(path, error) from error
    runner = Runner(place, environment)
    check_version(runner)
    listed = parted(runner.run("config", "--list", "--show-scope", "--no-includes", "-z").out)
    settings = [(name, value) for scope, name, value in listed if scope in {"local", "worktree"}]
    for name, _ in settings:
        if name.startswith(("include.", "includeif.")):
            raise ArchiveError(
                f"the configuration of {path} takes in another file ({name})",
                f"remove that line from {place.common / 'config'}",
            )
        if name == "extensions.partialclone" or (name.startswith("remote.") and name.endswith(".promisor")):
            raise ArchiveError(
                f"{path} holds only a part of its objects (a partial clone: {name})",
                "make a whole copy with git clone --mirror",
            )
    linked = place.git != place.common
    bare = not linked and any(
        name == "core.bare" and value.lower() in {"true", "yes", "on", "1"} for name, value in settings
    )
    remotes = {name[7:-4] for name, _ in settings if name.startswith("remote.") and name.endswith(".url")}
    only = next(iter(remotes)) if len(remotes) == 1 else None
    remote = None if bare else "origin" if "origin" in remotes else only
    relaxed = tuple(f"{name}={value}" for name, value in settings if name.startswith("fsck."))
    return Opened(runner, bare, remote, relaxed)


def _place(path: Path) -> Place:
    """Where git would find the repository, in this directory itself."""
    if not path.is_dir():
        raise ArchiveError(f"there is no directory {path}", "name the directory of an archive")
    marker = path / ".git"
    if marker.is_symlink():
        raise ArchiveError(f"{marker} is a symbolic link", _FRESH)
    if marker.is_file():
        return _linked(path, marker)
    git = marker if marker.is_dir() else path
    if not ((git / "HEAD").is_file() and (git / "objects").is_dir() and (git / "refs").is_dir()):
        raise ArchiveError(f"{path} is not a git repository", "name the directory of an archive")
    if (git / "commondir").exists():
        raise ArchiveError(f"{path} leans on another repository (commondir)", _FRESH)
    git = git.resolve()
    return Place(path, git, git)


def _linked(path: Path, marker: Path) -> Place:
    """A linked work tree, as `git worktree add` makes it: it and the repository name each other."""
    line = marker.read_text(encoding="utf-8", errors="surrogateescape")[:4096].strip()
    git = (path / line.removeprefix("gitdir:").strip()).resolve()
    back, common = git / "gitdir", git / "commondir"
    if line.startswith("gitdir:") and back.is_file() and common.is_file() and git.parent.name == "worktrees":
        named = (git / back.read_text(encoding="utf-8", errors="surrogateescape")[:4096].strip()).resolve()
        shared = (git / common.read_text(encoding="utf-8", errors="surrogateescape")[:4096].strip()).resolve()
        if named == marker.resolve() and shared == git.parent.parent:
            return Place(path, git, shared)
    raise ArchiveError(f"{marker} leads to a repository elsewhere", "name that repository itself")


def _contained(place: Place) -> None:
    """Refuse what makes a repository reach outside itself or tell less than its history."""
    for path in _parts(place):
        _plain(path)
    objects = place.common / "objects"
    for name in ("alternates", "http-alternates"):
        if (objects / "info" / name).exists():
            raise ArchiveError(
                f"{place.named} leans on another repository (objects/info/{name})",
                "make it whole: git repack -a -d, then remove that file",
            )
    if (place.common / "shallow").exists():
        raise ArchiveError(
            f"the history of {place.named} is cut off (a shallow clone)", "git fetch --unshallow fetches the rest"
        )


def _below(folder: Path) -> Iterator[Path]:
    """What is below a directory and is no plain file: the system tells the kind with the name, no look at each."""
    if folder.is_dir():
        with os.scandir(folder) as entries:
            inside = [entry for entry in entries if not entry.is_file(follow_symlinks=False)]
        for entry in inside:
            yield Path(entry.path)
            if entry.is_dir(follow_symlinks=False):
                yield from _below(Path(entry.path))


def _parts(place: Place) -> Iterator[Path]:
    """What git opens or makes by name: all but the objects themselves, which it makes beside and then renames."""
    for top in {place.git, place.common}:
        yield from (top / name for name in _PLAIN)
        for name in ("refs", "logs"):
            yield from _below(top / name)
    objects = place.common / "objects"
    for part in (objects, objects / "info", objects / "pack"):
        if part.is_dir():
            yield from part.iterdir()


def _plain(path: Path) -> None:
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISLNK(mode):
        raise ArchiveError(f"{path} is a symbolic link, which an archive must not have", _FRESH)
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise ArchiveError(f"{path} is neither a file nor a directory", _FRESH)


def check_version(runner: Runner) -> None:
    """Pass when git is there and new enough.

    Raises:
        ArchiveError: it is not.
    """
    words = runner.run("version").out.decode("utf-8", "replace")
    found = re.search(r"(\d+)\.(\d+)", words)
    if found is None:
        raise no_git()
    if (int(found[1]), int(found[2])) < OLDEST_GIT:
        raise ArchiveError(f"git {found[0]} is too old", "an archive needs git 2.30 or later: git-scm.com")
