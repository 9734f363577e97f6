"""The order in which a reader meets lines of descent."""

from travaux.pipeline.weaving import Line, Woven


def ordered(woven: Woven) -> list[Line]:
    """Return the lines in the order of the last draft, those that ended before beside their neighbours.

    A merged line stands after the one that it went into; a removed one after its nearest earlier neighbour that
    went on in its place, or at the beginning where there is none.
    """
    *earlier, last = woven.drafts
    order = [woven.holders[-1][p.id] for p in last]
    for number in reversed(range(len(earlier))):
        order = _with_ended(woven, number, order)
    return order


def _with_ended(woven: Woven, number: int, order: list[Line]) -> list[Line]:
    """Return the order with the lines that stand in a draft for the last time."""
    merged: dict[Line, list[Line]] = {}
    removed: dict[Line | None, list[Line]] = {}
    place = {line: at for at, line in enumerate(order)}
    begun = _begun(woven, number + 1)
    anchor: Line | None = None
    for paragraph in woven.drafts[number]:
        line = woven.holders[number][paragraph.id]
        heir = line.merged_into if line.last == number else line
        if heir is None:
            removed.setdefault(anchor, []).append(line)
            continue
        if heir is not line:
            merged.setdefault(heir, []).append(line)
        if _stays(heir, number + 1):
            anchor = max((heir, *begun.get(heir, ())), key=place.__getitem__)
    out = list(removed.get(None, ()))
    for line in order:
        out += [line, *merged.get(line, ()), *removed.get(line, ())]
    return out


def _begun(woven: Woven, number: int) -> dict[Line, list[Line]]:
    """The lines that were split from each line in a draft."""
    begun: dict[Line, list[Line]] = {}
    for line in woven.lines:
        if line.split_from is not None and line.born == number:
            begun.setdefault(line.split_from, []).append(line)
    return begun


def _stays(line: Line, number: int) -> bool:
    """Whether a line stands in its place in a draft."""
    standing = line.standings[number]
    return standing is not None and not standing.moved and not standing.transferred
