"""The order in which drafts are read: bases before what is made from them."""

from collections.abc import Iterable, Mapping
from heapq import heappop, heappush

from travaux.errors import ArchiveError


def ordered(bases: Mapping[int, Iterable[int]], dossier: str) -> tuple[int, ...]:
    """Return every ordinal once, bases before what is made from them, else by ordinal.

    Raises:
        ArchiveError: a base is not there, or a draft is made from itself.
    """
    waiting = {number: set(olds) for number, olds in bases.items()}
    heirs: dict[int, list[int]] = {number: [] for number in waiting}
    ready: list[int] = []
    for number, olds in waiting.items():
        for old in olds:
            if old not in heirs:
                raise ArchiveError(
                    f"{dossier}@{number} was made from @{old}, which is not there", "travaux verify tells more"
                )
            heirs[old].append(number)
        if not olds:
            heappush(ready, number)
    found: list[int] = []
    while ready:
        found.append(number := heappop(ready))
        for heir in heirs[number]:
            waiting[heir].discard(number)
            if not waiting[heir]:
                heappush(ready, heir)
    if len(found) < len(waiting):
        raise ArchiveError(f"{dossier} has drafts that are made from each other", "travaux verify tells more")
    return tuple(found)
