"""Paragraphs by the numbers that a reader knows: `OP4 → OP3 + OP4`, `note 84`, `PP3–OP2(b)`."""

from collections.abc import Sequence

from travaux.model.comparison import Change, Comparison
from travaux.model.document import Part, Resolution
from travaux_cli.console.harmless import one_line
from travaux_cli.console.ink import columns

_TO = " → "
_WITH = " + "
_NOTE = "note "


class Addresses:
    """What the paragraphs and notes of both sides of a comparison are called."""

    def __init__(self, comparison: Comparison) -> None:
        self._old, self._new = _names(comparison.old), _names(comparison.new)
        self._parts = _parts(comparison.old), _parts(comparison.new)

    def old(self, change: Change) -> tuple[str, ...]:
        """The names of the old paragraphs of a change, in order."""
        return tuple(self._old.get(key, key) for key in change.old)

    def new(self, change: Change) -> tuple[str, ...]:
        """The names of the new paragraphs of a change, in order."""
        return tuple(self._new.get(key, key) for key in change.new)

    def group(self, old: Sequence[str], new: Sequence[str]) -> str:
        """The names of old and new paragraphs by their ids: `OP4 → OP3 + OP4`."""
        before = _WITH.join(self._old.get(key, key) for key in old)
        return f"{before}{_TO}{_WITH.join(self._new.get(key, key) for key in new)}"

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
            return _WITH.join(new or old)
        return f"{_WITH.join(old)}{_TO}{_WITH.join(map(_short, new))}"

    def gutter(self, change: Change, width: int) -> list[str]:
        """Old and new names: in one line of at most `width` columns, else in several."""
        if columns(whole := self.whole(change)) <= width:
            return [whole]
        old, new = self.old(change), self.new(change)
        if self.stays(change):
            return _stacked("", new or old, width)
        return [*_stacked("", old, width), *_stacked(_TO, [_short(name) for name in new], width)]

    def run(self, changes: Sequence[Change], width: int) -> list[str]:
        """The first and the last of several neighbours, in lines as in `gutter`."""
        first, last = changes[0], changes[-1]
        if len(changes) == 1:
            return self.gutter(first, width)
        new = f"{self.new(first)[0]}–{_short(self.new(last)[-1])}"
        if all(self.stays(change) for change in changes):
            return [new]
        old = f"{self.old(first)[0]}–{_short(self.old(last)[-1])}"
        new = _short(new)
        return [whole] if columns(whole := f"{old}{_TO}{new}") <= width else [old, f"{_TO}{new}"]


def _names(resolution: Resolution) -> dict[str, str]:
    paragraphs = {p.id: one_line(p.address) for p in resolution.paragraphs}
    return paragraphs | {note.id: f"{_NOTE}{one_line(note.number)}" for note in resolution.notes}


def _parts(resolution: Resolution) -> dict[str, Part]:
    return {p.id: p.part for p in resolution.paragraphs}


def _short(name: str) -> str:
    """The second of two names: `note 84 → 1`."""
    return name.removeprefix(_NOTE)


def _stacked(start: str, names: Sequence[str], width: int) -> list[str]:
    """Names joined by a plus, in as many lines as needed."""
    lines = [start + names[0]]
    for name in names[1:]:
        if columns(lines[-1] + _WITH + name) <= width:
            lines[-1] += _WITH + name
        else:
            lines.append(" " * max(len(start), 1) + f"+ {name}")
    return lines
