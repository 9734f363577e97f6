"""The names of changes in the gutter of a report: in one line where they fit, else in several."""

from collections.abc import Sequence

from travaux.model.comparison import Change
from travaux.renderers.text.ink import columns
from travaux.renderers.wording.addresses import TO, WITH, Addresses, short


def gutter(addresses: Addresses, change: Change, width: int) -> list[str]:
    """Old and new names: in one line of at most `width` columns, else in several."""
    if columns(whole := addresses.whole(change)) <= width:
        return [whole]
    old, new = addresses.old(change), addresses.new(change)
    if addresses.stays(change):
        return _stacked("", new or old, width)
    return [*_stacked("", old, width), *_stacked(TO, [short(name) for name in new], width)]


def run(addresses: Addresses, changes: Sequence[Change], width: int) -> list[str]:
    """The first and the last of several neighbours, in lines as in `gutter`."""
    first, last = changes[0], changes[-1]
    if len(changes) == 1:
        return gutter(addresses, first, width)
    new = f"{addresses.new(first)[0]}–{short(addresses.new(last)[-1])}"
    if all(addresses.stays(change) for change in changes):
        return [new]
    old = f"{addresses.old(first)[0]}–{short(addresses.old(last)[-1])}"
    new = short(new)
    return [whole] if columns(whole := f"{old}{TO}{new}") <= width else [old, f"{TO}{new}"]


def _stacked(start: str, names: Sequence[str], width: int) -> list[str]:
    """Names joined by a plus, in as many lines as needed."""
    lines = [start + names[0]]
    for name in names[1:]:
        if columns(lines[-1] + WITH + name) <= width:
            lines[-1] += WITH + name
        else:
            lines.append(" " * max(len(start), 1) + f"+ {name}")
    return lines
