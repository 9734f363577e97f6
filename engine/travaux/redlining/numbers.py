"""Lists of paragraph numbers: from `5, 12 and 14` to `6, 14 and 15` three numbers changed and none moved."""

from collections.abc import Sequence, Set
from itertools import compress

_SHORT = frozenset(map(str, range(1, 1000)))
"""Numbers that may count paragraphs. Longer ones are years and serial numbers, which name the same thing in both
texts."""

_MARKS = frozenset({",", ";", "-"})
_FARTHEST = 3
_Kind = tuple[str, int]


def itemised(
    old: Sequence[str], new: Sequence[str], joints: Set[str] = frozenset()
) -> tuple[Sequence[str], Sequence[str]]:
    """Return the keys with the items of lists of the same length named by their place, so that these match.

    A list is two or more short numbers with commas or `joints` between. Two lists belong together when the
    word before them and their lengths are the same, as many of the kind stand on both sides, and none of the
    two stands elsewhere in the other text: a citation put before another takes its place and not its numbers.

    >>> itemised(["paragraphs", "5", "and", "12"], ["paragraphs", "6", "and", "13"], {"and"})[1]
    ['paragraphs', '1/2#', 'and', '2/2#']
    """
    if len(_SHORT.intersection(old)) < 2 or len(_SHORT.intersection(new)) < 2:
        return old, new
    old_lists = _lists(old, joints)
    new_lists = _lists(new, joints) if old_lists else {}
    paired = [kind for kind, found in old_lists.items() if len(found) == len(new_lists.get(kind, ()))]
    if paired and (len(old_lists) > 1 or len(new_lists) > 1):
        old_texts, new_texts = _texts(old, old_lists), _texts(new, new_lists)
        paired = [
            kind
            for kind in paired
            if not _elsewhere(kind, old_texts, new_texts) and not _elsewhere(kind, new_texts, old_texts)
        ]
    if not paired:
        return old, new
    return _named(old, old_lists, paired), _named(new, new_lists, paired)


def _lists(keys: Sequence[str], joints: Set[str]) -> dict[_Kind, list[list[int]]]:
    """The places of the items of each list, by the word before it and its length."""
    found: dict[_Kind, list[list[int]]] = {}
    chains: list[list[int]] = []
    for place in compress(range(len(keys)), map(_SHORT.__contains__, keys)):
        last = chains[-1][-1] if chains else -1 - _FARTHEST
        if place - last <= _FARTHEST and _joined(keys[last + 1 : place], joints):
            chains[-1].append(place)
        else:
            chains.append([place])
    for items in chains:
        if len(items) > 1:
            before = keys[items[0] - 1] if items[0] else ""
            found.setdefault((before, len(items)), []).append(items)
    return found


def _joined(between: Sequence[str], joints: Set[str]) -> bool:
    """Whether what stands between two numbers makes them a list: `,` or `and` or `, and`."""
    *comma, last = between or [""]
    return (last in joints and comma in ([], [","])) or (not comma and last in _MARKS)


def _texts(keys: Sequence[str], lists: dict[_Kind, list[list[int]]]) -> dict[_Kind, set[tuple[str, ...]]]:
    return {kind: {tuple([keys[place] for place in items]) for items in found} for kind, found in lists.items()}


def _elsewhere(kind: _Kind, here: dict[_Kind, set[tuple[str, ...]]], there: dict[_Kind, set[tuple[str, ...]]]) -> bool:
    """Whether a list of the kind stands on the other side as one of another kind, and not as one of this."""
    return any(items in texts for items in here[kind] - there[kind] for other, texts in there.items() if other != kind)


def _named(keys: Sequence[str], lists: dict[_Kind, list[list[int]]], kinds: Sequence[_Kind]) -> list[str]:
    named = list(keys)
    for kind in kinds:
        for items in lists[kind]:
            for rank, place in enumerate(items, 1):
                named[place] = f"{rank}/{kind[1]}#"
    return named
