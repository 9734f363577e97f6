"""Recording among other writers: whoever loses a race derives everything anew from what the winner wrote."""

from collections.abc import Callable
from typing import TypeVar

from travaux.errors import ArchiveError

MOST_TRIES = 100
"""How often a lost race is run again. With four writers on one dossier each lost at most a few in a row; since of
those who race one always wins, more means that something else is wrong. Range: 20 to 1000."""


Receipt = TypeVar("Receipt")


def until_won(attempt: Callable[[], Receipt | None]) -> Receipt:
    """Return what the first attempt gives that is not None: None says that another process was faster.

    Raises:
        ArchiveError: every attempt was lost.
    """
    for _ in range(MOST_TRIES):
        receipt = attempt()
        if receipt is not None:
            return receipt
    raise ArchiveError(
        f"other processes changed the archive {MOST_TRIES} times while a draft was being recorded", "try again"
    )
