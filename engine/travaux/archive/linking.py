"""The links between two drafts of a dossier, as they were recorded."""

from itertools import product

from travaux.alignment.chain import Bead, heaviest
from travaux.alignment.links import LATER, STAYS, TRANSFERRED
from travaux.archive.trees import Draft
from travaux.errors import ArchiveError
from travaux.model.comparison import Link

RECORDED = "as recorded"


def links(old: Draft, new: Draft) -> list[Link]:
    """Return the links between a draft and one of its bases, in the order of the new one, the removed ones last.

    Which paragraphs belong together was recorded; which of them moved follows from their order, as in an alignment.

    Raises:
        ArchiveError: `old` is no base of `new`, or the rows do not fit it.
    """
    known = new.record
    position = next((n for n, base in enumerate(known.bases) if base.ordinal == old.record.ordinal), None)
    if position is None:
        raise ArchiveError(f"{known.dossier}@{known.ordinal} was not made from @{old.record.ordinal}")
    groups: dict[tuple[str, ...], list[str]] = {}
    added = []
    for row in new.rows:
        ids = row.ancestors[position] if row.ancestors else ()
        if ids:
            groups.setdefault(ids, []).append(row.id)
        else:
            added.append(row.id)
    there = {row.id for row in old.rows}
    held = {key for ids in groups for key in ids}
    if missing := sorted(held - there):
        raise ArchiveError(f"{known.dossier}@{known.ordinal} names an ancestor {missing[0]} that is not there")
    moved = _moved(old, new, groups)
    found = [
        Link(old=ids, new=tuple(news), moved=number in moved, reason=RECORDED)
        for number, (ids, news) in enumerate(groups.items())
    ]
    found += [Link(old=(), new=(key,), reason=RECORDED) for key in added]
    order = {row.id: place for place, row in enumerate(new.rows)}
    found.sort(key=lambda link: order[link.new[0]])
    return found + [Link(old=(row.id,), new=(), reason=RECORDED) for row in old.rows if row.id not in held]


def _moved(old: Draft, new: Draft, groups: dict[tuple[str, ...], list[str]]) -> set[int]:
    """Which groups stand off the heaviest chain of all: weighed as `alignment.links` weighs."""
    olds, news = ({row.id: (place, row.part) for place, row in enumerate(draft.rows)} for draft in (old, new))
    beads, numbers = [], []
    for number, (ids, heirs) in enumerate(groups.items()):
        for one, other in product(ids, heirs):
            (i, old_part), (j, new_part) = olds[one], news[other]
            transfer = 0.0 if old_part == new_part else TRANSFERRED
            beads.append(Bead(i, i + 1, j, j + 1, STAYS - transfer - LATER * i / len(olds)))
            numbers.append(number)
    return set(range(len(groups))).difference(numbers[k] for k in heaviest(beads)) if beads else set()
