"""What became of the references of a text in the next draft."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, Literal, NamedTuple

from travaux.contracts import ReferenceWords
from travaux.model.comparison import Change, Reference
from travaux.model.document import Resolution
from travaux.references.finding import Citing
from travaux.references.mention import Mention
from travaux.references.naming import Named, named
from travaux.references.places import Places

FOLLOWS: Final = 1.1
"""How much it speaks for a pair of numbers that the new one leads to where the target of the old one went (range above
`SAME` to 1.4): more than that both are printed alike, for in "14, 16 and 18" cut to "14 and 16" the last may follow;
but a list whose numbers were all left behind is paired in order, not shifted by one."""
SAME: Final = 1.0
"""How much that both are printed alike."""
BESIDE: Final = 0.4
"""How much that they stand at the same place among the references of the paragraph (range .2 to .9): less than either,
more than nothing, so that a number which was changed and leads elsewhere is paired with what it replaced."""

_Outcome = Literal["unchanged", "consequential", "stale", "retargeted", "dangling", "dropped"]


class _Spot(NamedTuple):
    """A reference in the joined text of a change."""

    named: Named
    start: int
    end: int

    @property
    def key(self) -> tuple[object, ...]:
        mention = self.named.mention
        return mention.noun, mention.within, self.named.item.steps


def across(
    old: Resolution, new: Resolution, changes: Sequence[Change], words: ReferenceWords, citing: Citing
) -> tuple[Reference, ...]:
    """Return what became of each number by which the paragraphs of `old` refer to others of the same text.

    In the order of the changes. Those of removed paragraphs are not told; nor are those of added paragraphs or words,
    unless they lead nowhere.
    """
    read: dict[str, tuple[Mention, ...]] = {}
    olds, news = _spots(old, words, citing, read), _spots(new, words, citing, read)
    if not olds and not news:
        return ()
    heirs = {key: change for change in changes for key in change.old}
    lengths = [{p.id: len(p.text) for p in side.paragraphs} for side in (old, new)]
    found: list[Reference] = []
    for change in changes:
        if not change.new or (olds.keys().isdisjoint(change.old) and news.keys().isdisjoint(change.new)):
            continue
        before = _joined(change.old, olds, lengths[0])
        after = _joined(change.new, news, lengths[1])
        found.extend(
            _told(change, one, other, heirs) for one, other in _paired(before, after, heirs) if _tells(one, other)
        )
    return tuple(found)


def _spots(
    text: Resolution, words: ReferenceWords, citing: Citing, read: dict[str, tuple[Mention, ...]]
) -> dict[str, list[Named]]:
    spots: defaultdict[str, list[Named]] = defaultdict(list)
    places = cache(lambda: Places(text))
    for each in named(text, words, citing, places, read):
        spots[each.paragraph.id].append(each)
    return spots


def _joined(keys: Sequence[str], spots: Mapping[str, list[Named]], lengths: Mapping[str, int]) -> list[_Spot]:
    """The references of the paragraphs of one side of a change, placed in their joined text."""
    out: list[_Spot] = []
    offset = 0
    for key in keys:
        out += [_Spot(n, offset + n.item.start, offset + n.item.end) for n in spots.get(key, ())]
        offset += lengths[key] + 1
    return out


def _paired(
    old: Sequence[_Spot], new: Sequence[_Spot], heirs: Mapping[str, Change]
) -> list[tuple[_Spot | None, _Spot | None]]:
    """The references of both sides in pairs, in order: the heaviest pairing."""
    rows, columns = len(old), len(new)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for row in range(rows - 1, -1, -1):
        for column in range(columns - 1, -1, -1):
            best[row][column] = max(
                best[row + 1][column],
                best[row][column + 1],
                best[row + 1][column + 1] + _weight(old[row], new[column], heirs),
            )
    pairs: list[tuple[_Spot | None, _Spot | None]] = []
    row = column = 0
    while row < rows and column < columns:
        weight = _weight(old[row], new[column], heirs)
        if weight and best[row][column] == best[row + 1][column + 1] + weight:
            pairs.append((old[row], new[column]))
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            pairs.append((old[row], None))
            row += 1
        else:
            pairs.append((None, new[column]))
            column += 1
    return pairs + [(spot, None) for spot in old[row:]] + [(None, spot) for spot in new[column:]]


def _weight(old: _Spot, new: _Spot, heirs: Mapping[str, Change]) -> float:
    if old.named.mention.noun != new.named.mention.noun:
        return 0
    return BESIDE + SAME * (old.key == new.key) + FOLLOWS * _follows(old.named.target, new.named.target, heirs)


def _follows(old: str | None, new: str | None, heirs: Mapping[str, Change]) -> bool:
    return old is not None and new is not None and old in heirs and new in heirs[old].new


def _tells(old: _Spot | None, new: _Spot | None) -> bool:
    """Whether a pair is worth telling: a reference that is new only where it leads nowhere."""
    return old is not None or (new is not None and new.named.target is None)


def _told(change: Change, old: _Spot | None, new: _Spot | None, heirs: Mapping[str, Change]) -> Reference:
    outcome = _outcome(old, new, heirs)
    shown = new or old
    target = old.named.target if old else None
    cause = heirs.get(target) if target else None
    return Reference(
        change=change.id,
        text=shown.named.words if shown else "",
        outcome=outcome,
        old_target=target,
        new_target=new.named.target if new else None,
        old_number=old.named.number if old else None,
        new_number=new.named.number if new else None,
        old_span=(old.start, old.end) if old else None,
        new_span=(new.start, new.end) if new else None,
        causes=(cause.id,) if cause and outcome not in ("unchanged", "dropped") else (),
    )


def _outcome(old: _Spot | None, new: _Spot | None, heirs: Mapping[str, Change]) -> _Outcome:
    if new is None:
        return "dropped"
    if new.named.target is None:
        return "dangling"
    if old is None or old.named.target is None:
        return "retargeted"
    same = old.key == new.key
    if _follows(old.named.target, new.named.target, heirs):
        return "unchanged" if same else "consequential"
    if not same:
        return "retargeted"
    cause = heirs.get(old.named.target)
    replaced = cause is not None and not cause.new and _added(new.named.target, heirs)
    return "retargeted" if replaced else "stale"


def _added(target: str, heirs: Mapping[str, Change]) -> bool:
    """Whether a new paragraph comes from no old one."""
    return not any(target in change.new for change in heirs.values())
