"""What a concordance tells of each line of descent in each draft, in the words of the interface."""

from collections.abc import Iterator

from travaux.model.history import Concordance, Lineage, Standing
from travaux.renderers.wording.harmless import one_line

_FRAME = frozenset({"title", "opening"})
_SHORT = "/L."


class Descents:
    """The lines of a concordance, and where they come from and go to."""

    def __init__(self, concordance: Concordance) -> None:
        self._lines = {line.id: line for line in concordance.lines}
        self.names = _names(concordance)
        """What the drafts are called, short where that tells them apart; harmless."""
        self.lines = tuple(line for line in concordance.lines if not _frame(line))
        """The lines in order, without a title and an opening line that stay as they are."""

    def words(self, line: Lineage, draft: int) -> Iterator[str]:
        """Yield what became of a line between the draft before and this one; nothing where it stayed as it is."""
        standing = line.standings[draft]
        if standing is None or standing.relation is None:
            return
        if standing.relation == "added":
            yield "new"
        elif parent := self.parent(line, draft):
            yield f"split from {one_line(parent.address)}"
        elif standing.relation in ("split", "merged", "regrouped"):
            yield standing.relation
        if standing.altered:
            yield "reworded"
        if standing.transferred or standing.moved:
            yield "transferred" if standing.transferred else "moved"
        elif standing.renumbered:
            yield "renumbered"

    def parent(self, line: Lineage, draft: int) -> Standing | None:
        """Where the line from which this one was split stood before; None where this one does not begin here."""
        if line.split_from is None or first(line) != draft:
            return None
        return self._lines[line.split_from].standings[draft - 1]

    def target(self, line: Lineage, draft: int) -> Standing | None:
        """Where the line into which this one was merged stands; None where it did not end in the draft before."""
        if line.merged_into is None or last(line) != draft - 1:
            return None
        return self._lines[line.merged_into].standings[draft]


def first(line: Lineage) -> int:
    """The first draft in which a line stands."""
    return next(number for number, standing in enumerate(line.standings) if standing)


def last(line: Lineage) -> int:
    """The last draft in which a line stands."""
    return max(number for number, standing in enumerate(line.standings) if standing)


def _frame(line: Lineage) -> bool:
    standings = [s for s in line.standings if s]
    same = len(standings) == len(line.standings) and not any(s.altered for s in standings)
    return same and {s.part for s in standings} <= _FRAME


def _names(concordance: Concordance) -> tuple[str, ...]:
    whole = [one_line(draft.name) for draft in concordance.drafts]
    short = [name[name.index(_SHORT) + 1 :] if _SHORT in name else name for name in whole]
    return tuple(short if len(set(short)) == len(short) else whole)
