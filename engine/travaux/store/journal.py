"""What a writer was about to do, for whoever comes after it if it is killed.

Git moves the references of one transaction one after the other, each by renaming a file: whoever is killed in between
leaves a branch without its tag. So the plan is written down first, and a plan that is still there when the turn to
write comes to somebody else is carried out to its end, or dropped if nothing of it was begun.
"""

import contextlib
import json
import os
from collections.abc import Sequence
from pathlib import Path

from travaux.store.faults import disk_fault
from travaux.store.names import is_id, is_ref
from travaux.store.values import RefUpdate

PENDING = "travaux.pending"

MOST_BYTES = 64 * 1024 * 1024
"""A longer plan is none of ours: 64 MB are 300,000 references."""


def written(common: Path, updates: Sequence[RefUpdate]) -> None:
    """Write the plan down; it appears whole or not at all.

    Raises:
        ArchiveError: the directory cannot be written.
    """
    fresh = common / f"{PENDING}.new"
    plan = json.dumps([[update.name, update.new, update.old] for update in updates])
    try:
        fresh.unlink(missing_ok=True)  # a stranger's may be a link to elsewhere
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "w", encoding="ascii") as file:
            file.write(plan)
        fresh.replace(common / PENDING)
    except OSError as error:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise disk_fault(common, error) from error


def pending(common: Path) -> bool:
    """Whether there is a plan: of a writer at work, or of one that is no more."""
    return os.path.lexists(common / PENDING)


def read(common: Path) -> list[RefUpdate]:
    """The plan; empty where there is none, or none that makes sense."""
    try:
        handle = os.open(common / PENDING, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as file:
            plan = json.loads(file.read(MOST_BYTES))
        updates = [RefUpdate(name, new, old) for name, new, old in plan]
    except (OSError, ValueError, TypeError):
        return []
    sound = all(
        isinstance(update.name, str)
        and is_ref(update.name)
        and all(id_ is None or (isinstance(id_, str) and is_id(id_)) for id_ in (update.new, update.old))
        for update in updates
    )
    return updates if sound else []


def dropped(common: Path) -> None:
    """Take the plan away."""
    with contextlib.suppress(OSError):
        (common / PENDING).unlink(missing_ok=True)
