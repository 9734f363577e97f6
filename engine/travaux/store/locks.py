"""Waiting for other writers, and locks that nobody will open any more.

Two locks are met. Ours, `travaux.lock`, is a lock of the system on an open file: writers take turns by it, and it is
gone with the process that held it, also after `kill -9`; the child that moves the references holds it too, so it stays
until that child has ended. Git's own locks are files, and a process that is killed leaves them behind, without a word
about whose they are. Who holds `travaux.lock` and meets a lock file of git knows that no writer of travaux is at work;
it can only be another program's, which keeps it for a fraction of a second, or a dead one's. So: a lock file that is
older than GRACE, by the clock of the disk that holds it (a file made just now beside it), and has not changed since, is
taken away.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from travaux.errors import ArchiveError
from travaux.store.faults import disk_fault

if sys.platform != "win32":  # there git's own locks have to do, with more waiting
    import fcntl

LOCK = "travaux.lock"

GRACE = 5.0
"""Seconds after which a lock file of git counts as left behind. Range 1-60. Git holds one for milliseconds; `git gc`
of a repository with 100,000 references for under a second."""

PATIENCE = 15.0
"""Seconds to wait for a lock file of git in all. More than GRACE, so that a dead lock never stops a command."""

TURN = 120.0
"""Seconds to wait for other writers of travaux: an import of thousands of drafts moves its references in one turn."""

_STEPS = (0.01, 0.02, 0.04, 0.08, 0.16)


def pause(turn: int) -> None:
    """Wait a little, longer at later turns; by the number of the process, so that two fall out of step."""
    step = _STEPS[min(turn, len(_STEPS) - 1)]
    time.sleep(step * (1 + (os.getpid() * 7919 + turn * 104729) % 100 / 100))


@contextmanager
def gate(common: Path, patience: float | None = None) -> Iterator[tuple[int, ...]]:
    """Wait for the turn to write; gives the open file, which a child may hold too: none where the disk has no locks.

    Args:
        common: the directory of the repository.
        patience: seconds to wait; None for TURN.

    Raises:
        ArchiveError: the directory cannot be written, or others write for longer than that.
    """
    if sys.platform == "win32":
        yield ()
        return
    try:
        # Never through a symbolic link: it would make a file elsewhere. A pipe in its place makes nobody wait.
        how = os.O_RDONLY | os.O_CREAT | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
        handle = os.open(common / LOCK, how, 0o666)
    except OSError as error:
        if (common / LOCK).is_symlink():
            raise ArchiveError(
                f"{common / LOCK} is a symbolic link, where writers wait for each other by a file of that name",
                "remove the link; the file is made again",
            ) from None
        if (common / LOCK).is_dir():
            raise ArchiveError(f"{common / LOCK} is a directory", "remove it; a file is made in its place") from None
        raise disk_fault(common, error) from error
    try:
        yield (handle,) if _locked(handle, common, TURN if patience is None else patience) else ()
    finally:
        os.close(handle)


def _locked(handle: int, common: Path, patience: float) -> bool:
    begun = time.monotonic()
    turn = 0
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() - begun >= patience:
                sentence = f"others have been writing to {common} for {patience:.0f} seconds"
                raise ArchiveError(sentence, "try again later") from None
            pause(min(turn, 1))
            turn += 1
        except OSError:  # a disk that has no locks, some network disks: git's own then have to do
            return False
        else:
            return True


def break_stale(lock: Path, inside: tuple[Path, ...]) -> bool:
    """Take away a lock file that was left behind; gives whether it is gone.

    Args:
        lock: the file that git named.
        inside: the directories of the repository; a lock elsewhere is left alone.
    """
    if not any(lock.resolve().is_relative_to(folder) for folder in inside) or lock.suffix != ".lock":
        return False
    # Git passes over names that end in `.lock` or begin with a dot, so this is never taken for a reference.
    probe = lock.with_name(f".travaux-{os.getpid()}.lock")
    try:
        os.close(os.open(probe, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0), 0o600))
        try:
            now, then = probe.stat().st_mtime, lock.lstat()
        finally:
            probe.unlink(missing_ok=True)
        if now - then.st_mtime < GRACE:
            return False
        again = lock.lstat()
        if (again.st_ino, again.st_mtime_ns) != (then.st_ino, then.st_mtime_ns):
            return False
        lock.unlink()
    except FileNotFoundError:
        return True  # its owner was quicker
    except FileExistsError:
        probe.unlink(missing_ok=True)
        return False
    except OSError as error:
        raise disk_fault(lock.parent, error) from error
    return True
