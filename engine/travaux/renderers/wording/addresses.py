"""Paragraphs by the numbers that a reader knows: `OP4 → OP3 + OP4`, `note 84`, `PP3–OP2(b)`."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol, Self

from travaux.model.comparison import Change, Comparison
from travaux.model.document import Part, Resolution
from travaux.renderers.wording.harmless import one_line

TO = " → "
WITH = " + "
_NOTE = "note "


class Named(Protocol):
    """A paragraph, with or without its words."""

    @property
    def id(self) -> str:
        """As in `Paragraph`."""

    @property
    def address(self) -> str:
        """As in `Paragraph`."""

    @property
    def part(self) -> Part:
        """As in `Paragraph`."""


class Addresses:
    """What the paragraphs and notes of both sides of a comparison are called."""

    def __init__(self, comparison: Comparison) -> None:
        self._old, self._new = _names(comparison.old), _names(comparison.new)
        self._parts = _parts(comparison.old.paragraphs), _parts(comparison.new.paragraphs)

    @classmethod
    def of(cls, old: Mapping[str, Named], new: Mapping[str, Named]) -> Self:
        """The names of paragraphs by their ids, where there is no comparison of whole texts."""
        made = cls.__new__(cls)
        made._old, made._new = ({key: one_line(p.address) for key, p in side.items()} for side in (old, new))
        made._parts = _parts(old.values()), _parts(new.values())
        return made

    def old(self, change: Change) -> tuple[str, ...]:
        """The names of the old paragraphs of a change, in order."""
        return tuple(self._old.get(key, key) for key in change.old)

    def new(self, change: Change) -> tuple[str, ...]:
        """The names of the new paragraphs of a change, in order."""
        return tuple(self._new.get(key, key) for key in change.new)

    def group(self, old: Sequence[str], new: Sequence[str]) -> str:
        """The names of old and new paragraphs by their ids: `OP4 → OP3 + OP4`."""
        before = WITH.join(self._old.get(key, key) for key in old)
        return f"{before}{TO}{WITH.join(self._new.get(key, key) for key in new)}"

    def parts(self, change: Change) -> frozenset[Part]:
        """The parts in which the paragraphs of a change stand, on either side; none for a note."""
        old, new = self._parts
        found = [*(old.get(key) for key in change.old), *(new.get(key) for key in change.new)]
        return frozenset(part for part in found if part is not None)

    def part_moves(self, change: Change) -> tuple[Part, Part] | None:
        """From which part to which the first paragraph of a change went; None where a side has none."""
        old, new = (
            side.get(keys[0]) if keys else None
            for side, keys in zip(self._parts, (change.old, change.new), strict=True)
        )
        return (old, new) if old and new else None

    def stays(self, change: Change) -> bool:
        """Whether a change keeps the names: the same ones on both sides, or one side only."""
        old, new = self.old(change), self.new(change)
        return old == new or not old or not new

    def whole(self, change: Change) -> str:
        """Old and new names in one line.

        `OP5`, `OP4 → OP3 + OP4`.
        """
        old, new = self.old(change), self.new(change)
        if self.stays(change):
            return WITH.join(new or old)
        return f"{WITH.join(old)}{TO}{WITH.join(map(short, new))}"


def _names(resolution: Resolution) -> dict[str, str]:
    paragraphs = {p.id: one_line(p.address) for p in resolution.paragraphs}
    return paragraphs | {note.id: f"{_NOTE}{one_line(note.number)}" for note in resolution.notes}


def _parts(paragraphs: Iterable[Named]) -> dict[str, Part]:
    return {p.id: p.part for p in paragraphs}


def short(name: str) -> str:
    """The second of two names: `note 84 → 1`."""
    return name.removeprefix(_NOTE)
