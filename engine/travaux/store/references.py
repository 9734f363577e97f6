"""The references of a repository: listed, and changed all or none."""

import contextlib
import os
import re
import time
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path

from travaux.errors import ArchiveError
from travaux.store import journal
from travaux.store.faults import fault
from travaux.store.locks import PATIENCE, break_stale, gate, pause
from travaux.store.names import checked_id, checked_ref
from travaux.store.running import Runner
from travaux.store.values import Ref, RefUpdate

MANY = 64
"""References of one transaction from which they are written to the disk together, in one file, and not each by itself.
Range 2-10,000. Measured for 2,000 tags: together in a third of the time, and later listed in a tenth."""

_LOCKED = re.compile(r"Unable to create '(.+?\.lock)': File exists")


def listed(runner: Runner, prefix: str) -> tuple[Ref, ...]:
    """References whose names begin with the prefix, by name."""
    folder = prefix.rpartition("/")[0]
    patterns = [folder] if folder not in {"", "refs"} else []
    peeling = "%(refname)%00%(objectname)%00%(*objectname)%00%(symref)"
    done = runner.run("for-each-ref", f"--format={peeling}", *patterns, check=False)
    if done.status:  # a tag whose object is gone cannot be peeled; its name is to be known all the same
        plain = "%(refname)%00%(objectname)%00%00%(symref)"
        done = runner.run("for-each-ref", f"--format={plain}", *patterns)
    found = []
    for line in done.out.decode("utf-8", "surrogateescape").split("\n")[:-1]:
        name, id_, peeled, symbolic = line.split("\0")
        if name.startswith(prefix) and not symbolic:
            found.append(Ref(name, peeled or id_))
    return tuple(sorted(found, key=lambda ref: ref.name))


Current = Callable[[list[str]], list[str | None]]
"""Tells the present values of references, None where there is none."""


def updated(runner: Runner, updates: Sequence[RefUpdate], current: Current) -> bool:
    """Change all references or none; False when one had another value than was expected.

    Args:
        runner: of the repository.
        updates: what is to change; no name twice.
        current: tells present values.

    Raises:
        ArchiveError: as `Store.update` says.
    """
    if not updates:
        return True
    orders = _orders(updates)  # refused before anybody is made to wait
    common = runner.whole.common
    with gate(common) as held:
        if held:
            _recovered(runner, current, held)
        planned = bool(held) and len(updates) > 1  # one alone is moved by one rename
        if planned:
            journal.written(common, updates)
        changed = _moved(runner, updates, orders, current, held)
        if planned:  # after an error the plan stays, and whoever comes next looks what became of it
            journal.dropped(common)
        return changed


def recovered(runner: Runner, current: Current) -> None:
    """Carry out what a writer that was killed had begun; does nothing where somebody is at work or nobody may write."""
    common = runner.whole.common
    if journal.pending(common):
        with contextlib.suppress(ArchiveError), gate(common, patience=0) as held:
            if held:
                _recovered(runner, current, held)


def _recovered(runner: Runner, current: Current, held: Sequence[int]) -> None:
    common = runner.whole.common
    if not journal.pending(common):
        return
    plan = [update for update in journal.read(common) if update.new != update.old]
    values = current([update.name for update in plan])
    rest = [update for update, value in zip(plan, values, strict=True) if value != update.new]
    untouched = all(value in {update.old, update.new} for update, value in zip(plan, values, strict=True))
    if untouched and 0 < len(rest) < len(plan):
        _moved(runner, rest, _orders(rest), current, held)
    journal.dropped(common)


def _moved(runner: Runner, updates: Sequence[RefUpdate], orders: bytes, current: Current, held: Sequence[int]) -> bool:
    place = runner.whole
    begun = time.monotonic()
    for turn in count():
        together = {"core.fsync": "none"} if len(updates) >= MANY else {}
        done = runner.run("update-ref", "--stdin", "-z", data=orders, settings=together, check=False, keep=held)
        if done.status == 0:
            if together and runner.run("pack-refs", "--all", check=False, keep=held).status and hasattr(os, "sync"):
                os.sync()  # another program holds the file; all that the system has to write will do
            return True
        if current([update.name for update in updates]) != [update.old for update in updates]:
            return False
        locked = _LOCKED.search(done.complaint)
        if locked is None:
            raise _refused(runner, done.complaint)
        if time.monotonic() - begun > PATIENCE:
            raise ArchiveError(
                f"{place.named} is locked by another program ({locked[1]})",
                "wait for it; if no git is running there, remove that file",
            )
        others = (place.common / f"{update.name}.lock" for update in updates)
        locks = [Path(place.git, locked[1]), *(lock for lock in others if lock.exists())]
        gone = [break_stale(lock, inside=(place.git, place.common)) for lock in locks]
        if not all(gone):
            pause(turn)
    raise AssertionError("count ended")


def _orders(updates: Sequence[RefUpdate]) -> bytes:
    return b"".join(_order(update) for update in updates)


def _order(update: RefUpdate) -> bytes:
    name = checked_ref(update.name)
    if update.new is not None and update.old is not None:
        order = f"update {name}\0{checked_id(update.new)}\0{checked_id(update.old)}\0"
    elif update.new is not None:
        order = f"create {name}\0{checked_id(update.new)}\0"
    elif update.old is not None:
        order = f"delete {name}\0{checked_id(update.old)}\0"
    else:
        order = f"verify {name}\0\0"
    # Without `no-deref` a symbolic reference, which a stranger may have put there, would hand the change on.
    return f"option no-deref\0{order}".encode("utf-8", "surrogateescape")


def _refused(runner: Runner, complaint: str) -> ArchiveError:
    standing = re.search(r"'([^']+)' exists; cannot create '([^']+)'", complaint)
    if standing:
        return ArchiveError(
            f"{standing[2]} cannot stand beside {standing[1]} in a git repository", "choose another name"
        )
    refused = re.search(r"invalid ref format: (.*)", complaint)
    if refused:
        return ArchiveError(f"{refused[1][:80]!r} cannot be the name of a git reference", "choose another name")
    return fault(runner.named, complaint)
