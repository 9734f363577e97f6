"""Why a change is told as it is: reason, score, confidence, and what else was weighed."""

from collections.abc import Iterator, Sequence

from travaux.alignment import NearMiss
from travaux.model.comparison import Change, Comparison, certainty
from travaux.renderers.wording.addresses import Addresses
from travaux.renderers.wording.harmless import one_line
from travaux.renderers.wording.relations import different

PINNED = "pinned"
"""The reason of a link that the reader forced."""
_ALONE = ("added", "removed")
_STEPS = {
    "anchor": "anchor, the same words on each side",
    "gap": "gap, in order between two anchors",
    "role": "role, by what it is",
    "move": "move, alike though not in order between anchors",
    "remnant": "remnant, the likest of what was left",
    "part": "part, left over, with its words in another link",
    "place": "place, the words on which the notes hang",
    "pin": "pin, by the reader",
}
"""What the steps of an alignment are called; `docs/explanation/how-alignment-works.md` tells them."""


class Explanations:
    """The reasons of the changes of a comparison."""

    def __init__(self, comparison: Comparison, misses: Sequence[NearMiss]) -> None:
        self._addresses = Addresses(comparison)
        self._notes = frozenset(c.id for c in comparison.note_changes)
        self._old, self._new = dict[str, NearMiss](), dict[str, NearMiss]()
        for miss in misses:  # the likest come first
            for known, keys in ((self._old, miss.old), (self._new, miss.new)):
                for key in keys:
                    known.setdefault(key, miss)
        self._of_old = {key: change for change in comparison.changes for key in change.old}
        self._of_new = {key: change for change in comparison.changes for key in change.new}

    def beneath(self, change: Change) -> Iterator[str]:
        """Yield one line for each thing to tell, harmless; nothing where nothing changed."""
        if not different(change):
            return
        yield _why(change)
        if change.step:
            yield f"step: {_STEPS[change.step]}"
        if change.id in self._notes or change.reason == PINNED:
            return
        misses = [self._old[key] for key in change.old if key in self._old]
        misses += [self._new[key] for key in change.new if key in self._new]
        nearest = max(misses, key=lambda miss: miss.worth, default=None)
        if change.relation in ("added", "removed"):
            yield from self._not_linked(change, nearest)
        else:
            yield f"runner-up: {self._named(nearest) if nearest else 'none'}"

    def _named(self, miss: NearMiss) -> str:
        return f"{self._addresses.group(miss.old, miss.new)}, {one_line(miss.reason)}"

    def _not_linked(self, change: Change, nearest: NearMiss | None) -> Iterator[str]:
        """Why a paragraph that stands alone is not linked with what comes nearest to it."""
        if nearest is None:
            return
        found = [self._of_new.get(key) for key in nearest.new] + [self._of_old.get(key) for key in nearest.old]
        others = [c for c in found if c is not None and c.id != change.id and c.relation not in _ALONE]
        if others and others[0].score is not None:
            pairing = self._addresses.group(others[0].old, others[0].new)
            yield f"not linked: {pairing} is likelier, score {others[0].score:.2f}"
        else:
            yield "not linked: too little in common"


def _why(change: Change) -> str:
    said = [f"why: {one_line(change.reason) or 'not told'}"]
    if change.score is not None:
        said.append(f"score {change.score:.2f}")
    if change.confidence is not None:
        said.append(f"confidence {change.confidence:.2f} ({certainty(change.confidence)})")
    return "; ".join(said)
