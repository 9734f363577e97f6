"""Whether git's objects are sound."""

from collections.abc import Iterator

from travaux.errors import ArchiveError
from travaux.model.evidence import Fault
from travaux.store import Store

MOST_TOLD = 50
"""Findings of git that are told one by one; a damaged pack gives one for each object in it. Range: any."""


def objects(store: Store) -> Iterator[Fault]:
    """Yield what git finds wrong with its objects."""
    try:
        found = store.fsck()
    except ArchiveError as fault:
        found = [str(fault)]
    for sentence in found[:MOST_TOLD]:
        yield Fault(kind="object", message=f"git finds: {sentence}")
    if len(found) > MOST_TOLD:
        yield Fault(
            kind="object", message=f"git finds {len(found) - MOST_TOLD} faults more; git fsck --full tells them"
        )
