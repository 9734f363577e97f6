"""Runs of paragraphs that are told in one line."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from travaux.model.comparison import Change, Layer
from travaux.renderers.wording.addresses import Addresses
from travaux.renderers.wording.findings import Findings
from travaux.renderers.wording.looks import Looks
from travaux.renderers.wording.relations import different

_FRAME = frozenset({"title", "opening"})


@dataclass(frozen=True)
class Group:
    """A change that is shown, or neighbours that are told in one line.

    Attributes:
        changes: one where `shown`, else one or several.
        shown: whether the words are.
        hidden: how many of the changes are hidden; the others have the same words on both sides.
    """

    changes: tuple[Change, ...]
    shown: bool
    hidden: int = 0


def grouped(changes: Iterable[Change], addresses: Addresses, looks: Looks) -> Iterator[Group]:
    """Yield changes in order: one by one what is shown, in runs what is unchanged, renumbered or hidden.

    A run holds neighbours of both texts. An unchanged title and opening line are left out.
    """
    run: list[Change] = []
    for change in changes:
        if not _quiet(change, looks):
            yield from _run(run, looks)
            run = []
            yield Group((change,), shown=True)
        elif different(change) or not _frame(change, addresses):
            if run and not _neighbours(run[-1], change, addresses):
                yield from _run(run, looks)
                run = []
            run.append(change)
    yield from _run(run, looks)


def folded(group: Group, addresses: Addresses, findings: Findings) -> tuple[str, Layer | Literal[""]]:
    """Return what a group that is told in one line is, and its layer; of other numbers the cause, where it is one."""
    number = len(group.changes)
    if group.hidden == number:
        return "hidden", ""
    if group.hidden:
        return f"{number - group.hidden} unchanged, {group.hidden} hidden", ""
    if all(addresses.stays(change) for change in group.changes):
        return "unchanged", ""
    layers = {change.layer for change in group.changes if change.layer != "none"}
    because = findings.renumbered(group.changes)
    said = f"renumbered because {because}" if because else "renumbered, words unchanged"
    return said, layers.pop() if len(layers) == 1 else ""


def hidden(change: Change, looks: Looks) -> bool:
    """Whether a change is one that the looks hides."""
    return different(change) and change.layer in looks.hidden


def _quiet(change: Change, looks: Looks) -> bool:
    if hidden(change, looks):
        return True
    return not (looks.everything or looks.only) and (not different(change) or _renumbered_only(change))


def _renumbered_only(change: Change) -> bool:
    told = change.altered or change.moved or change.transferred or change.layer == "substantive"
    return change.relation == "kept" and not told


def _frame(change: Change, addresses: Addresses) -> bool:
    parts = addresses.parts(change)
    return bool(parts) and parts <= _FRAME


def _neighbours(before: Change, after: Change, addresses: Addresses) -> bool:
    """Whether two changes may stand in one run: in place, both with their numbers or both with new ones."""
    in_place = not any(c.moved or c.transferred or c.relation != "kept" for c in (before, after))
    return in_place and addresses.stays(before) == addresses.stays(after)


def _run(changes: list[Change], looks: Looks) -> Iterator[Group]:
    if changes:
        yield Group(tuple(changes), shown=False, hidden=sum(hidden(c, looks) for c in changes))
