"""Signs at the places that paragraphs left, and where those stand that went far from their fellows."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from travaux.model.comparison import Change, Comparison
from travaux.renderers.wording.addresses import Addresses
from travaux.renderers.wording.harmless import one_line
from travaux.renderers.wording.relations import became


@dataclass(frozen=True)
class Sign:
    """A line that stands where a paragraph left, or where a distant part of a split stands now.

    Attributes:
        key: of the element that holds it.
        change: the id of the change that it leads to.
        words: what became of the paragraph: `OP3 moved to OP6`.
    """

    key: str
    change: str
    words: str


class Places:
    """The signs of a comparison.

    Attributes:
        after: the signs behind each change by its id, in order; behind the empty id those before all changes.
        stood: for each change with signs, where its paragraphs stood, and the key of the first sign.
    """

    def __init__(self, comparison: Comparison, addresses: Addresses) -> None:
        self._addresses = addresses
        self.after = defaultdict[str, list[Sign]](list)
        self._counts = Counter[str]()
        self.stood: dict[str, tuple[str, str]] = {}
        old = [p.id for p in comparison.old.paragraphs]
        new = [p.id for p in comparison.new.paragraphs]
        self._names = [one_line(p.address) for p in comparison.old.paragraphs]
        rank = {key: n for n, key in enumerate(old)}
        holders = {key: c for c in comparison.changes for key in c.old}
        new_rank, new_holders = _ranks(new), {key: c for c in comparison.changes for key in c.new}
        for change in comparison.changes:
            for key in _left(change, rank):
                before = _before(old, rank[key], holders, change)
                self._add(change, before, rank[key])
            for earlier, key in pairwise(change.new):
                if new_rank[key] != new_rank[earlier] + 1:
                    self._add(change, new_holders[new[new_rank[key] - 1]], None)

    def _add(self, change: Change, before: Change | None, rank: int | None) -> None:
        signs = self.after[before.id if before else ""]
        self._counts[change.id] += 1
        key = f"{change.id}-{self._counts[change.id]}"
        signs.append(Sign(key, change.id, became(change, self._addresses)))
        if rank is not None and change.id not in self.stood:
            self.stood[change.id] = (_between(self._names, rank), key)


def _left(change: Change, rank: Mapping[str, int]) -> Iterator[str]:
    """The old paragraphs of a change of which a reader would ask, at their place, where they are."""
    if change.old and change.new and (change.moved or change.transferred):
        yield change.old[0]
    for earlier, key in pairwise(change.old):
        if rank[key] != rank[earlier] + 1:
            yield key


def _before(old: Sequence[str], rank: int, holders: Mapping[str, Change], change: Change) -> Change | None:
    """The change that holds the nearest earlier old paragraph and stands where it stood."""
    for at in range(rank - 1, -1, -1):
        held = holders[old[at]]
        if held is not change and not (held.moved or held.transferred):
            return held
    return None


def _between(names: Sequence[str], rank: int) -> str:
    """Where a paragraph stood, by its neighbours in the old text."""
    before = names[rank - 1] if rank else ""
    after = names[rank + 1] if rank + 1 < len(names) else ""
    if before and after:
        return f"stood between {before} and {after}"
    return f"stood after {before}" if before else f"stood before {after}" if after else "stood alone"


def _ranks(keys: Sequence[str]) -> dict[str, int]:
    return {key: n for n, key in enumerate(keys)}
