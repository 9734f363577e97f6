"""A new repository."""

import os
from collections.abc import Mapping
from pathlib import Path

from travaux.errors import ArchiveError
from travaux.store.faults import disk_fault
from travaux.store.opening import check_version
from travaux.store.running import Runner

SAFE = """[core]
\tlogAllRefUpdates = false
[transfer]
\tfsckObjects = true
[receive]
\tdenyNonFastForwards = true
\tdenyDeletes = true
"""
"""The configuration of a new archive beyond git's own: nobody can take a draft away by a push."""


def create(path: Path, description: str, environment: Mapping[str, str]) -> None:
    """Make a bare repository, beside its place first; HEAD, without which it is none, comes last.

    Raises:
        ArchiveError: there is something already, or it cannot be written.
    """
    runner = Runner(None, environment, path)
    check_version(runner)
    try:
        _check_place(path)
        # An empty directory is kept: it may be the one in which the user stands.
        beside = path / f".new-{os.getpid()}" if path.exists() else path.with_name(f".{path.name}.new-{os.getpid()}")
        beside.mkdir()
    except OSError as error:
        raise disk_fault(path, error) from error
    try:
        runner.run(
            "init", "--quiet", "--bare", "--template=", "--initial-branch=main", "--object-format=sha1", str(beside)
        )
        with (beside / "config").open("a", encoding="utf-8") as config:
            config.write(SAFE)
        (beside / "description").write_text(" ".join(description.split()) + "\n", encoding="utf-8")
        if path.exists():
            for part in sorted(beside.iterdir(), key=lambda part: part.name == "HEAD"):
                part.rename(path / part.name)
        else:
            beside.rename(path)
    except OSError as error:
        raise disk_fault(path, error) from error
    finally:
        _removed(beside)


def _check_place(path: Path) -> None:
    if path.is_symlink() or (path.exists() and not path.is_dir()):
        raise ArchiveError(f"{path} is there already and is no directory", "name a new directory for the archive")
    if path.exists() and any(path.iterdir()):
        raise ArchiveError(f"{path} is not empty", "name a new directory for the archive")
    if not path.parent.is_dir():
        raise ArchiveError(f"there is no directory {path.parent}", "make it first")


def _removed(folder: Path) -> None:
    """Take away what an interrupted `create` of this process left."""
    for inside, folders, files in os.walk(folder, topdown=False):
        for name in files:
            (Path(inside) / name).unlink(missing_ok=True)
        for name in folders:
            (Path(inside) / name).rmdir()
    if folder.exists():
        folder.rmdir()
