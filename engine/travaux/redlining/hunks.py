"""Hunks: the stretches that differ, without the small equal words between two of them."""

from collections.abc import Sequence

from travaux.redlining.weights import FUNCTION, Weights
from travaux.sequences import Run
from travaux.words import firm

Hunk = tuple[int, int, int, int]
"""Start and end in the old tokens, start and end in the new ones; not empty on both sides."""

SEGMENT = 0.2
"""Weight that a reader would rather see twice, dropped and added, than have one segment more. Range 0.05 to
0.3.

Joining two replacements saves three segments, so up to three small words between them go; joining an
insertion and a deletion saves one, so only a comma or one small word goes. On 425 real pairs of linked
paragraphs at most 10 redlines differ in this range; from 0.4 on plain nouns go that a reader would miss."""

SWALLOWED = 0.25
"""Equal words that weigh less than this part of the lighter of the edits around them go too: one word in
common between two rewritten clauses. Range 0 to 0.5. The same pairs have 1,477 edits at 0, 1,420 at 0.25
and 1,341 at 0.5, where phrases begin to go that a reader recognises."""

STRUCTURE = 0.5
"""Weight added for a bracket, a quotation mark or a semicolon, whose other half may stand outside. Range
0.3 to 1: all the same on the pairs above, where less than 0.3 tears a bracket from its partner in 3."""

TELLING = 4
"""How many times a single small word must be outweighed by one of the edits around it to go. Range 3 to 6: then one
of them has a plain word, and what stays alone stands between edits that are as small, as in `{+in +}which {+it +}`.
Of 4,287 real pairs 4 redlines are other ones at 6, none at 3."""

LONGEST_ISLAND = 12
"""Tokens beyond which equal words always stay. Range 6 to 30; it only bounds the work."""

_STRUCTURE = frozenset('()[]{}";')


def between(runs: Sequence[Run], old_length: int, new_length: int) -> list[Hunk]:
    """Return the stretches between runs of equal tokens."""
    hunks = []
    old_place = new_place = 0
    for old_start, new_start, length in (*runs, (old_length, new_length, 0)):
        if old_place < old_start or new_place < new_start:
            hunks.append((old_place, old_start, new_place, new_start))
        old_place, new_place = old_start + length, new_start + length
    return hunks


def dissolve(hunks: Sequence[Hunk], old: Sequence[str], new: Sequence[str], weights: Weights) -> list[Hunk]:
    """Return the hunks joined where only light words stand between them.

    Numbers, dates, symbols and paragraph edges always stay, and so does what stands between two of them that
    were replaced one for one.
    """
    joined: list[Hunk] = []
    for hunk in hunks:
        grown = hunk
        while joined and grown[0] - joined[-1][1] <= LONGEST_ISLAND and _light(joined[-1], grown, old, new, weights):
            last = joined.pop()
            grown = (last[0], grown[1], last[2], grown[3])
        joined.append(grown)
    return [_trimmed(hunk, old, new) for hunk in joined] if len(joined) < len(hunks) else joined


def _light(before: Hunk, after: Hunk, old: Sequence[str], new: Sequence[str], weights: Weights) -> bool:
    """Whether the equal words between two hunks may be given up."""
    old_start, old_place, new_start, new_place = before
    old_next, old_end, new_next, new_end = after
    segments = (old_start < old_place) + (new_start < new_place) + (old_next < old_end) + (new_next < new_end)
    saved = SEGMENT * (segments - 1) / 2
    smaller = min(old_place - old_start + new_place - new_start, old_end - old_next + new_end - new_next)
    most = max(saved, SWALLOWED * smaller)  # since no word weighs more than 1
    island = old[old_place:old_next]
    weight = 0.0
    for key in island:
        weight += weights[key] + (STRUCTURE if key in _STRUCTURE else 0)
        if weight > most:
            return False
    needed = weight if weight <= saved else weight / SWALLOWED
    if _outweighs(before, needed, old, new, weights) and _outweighs(after, needed, old, new, weights):
        return not any(map(firm, island)) and not (_number(before, old, new) and _number(after, old, new))
    if len(island) > 1 or weight > FUNCTION or not island[0][0].isalnum():
        return False
    needed = TELLING * weight
    telling = _outweighs(before, needed, old, new, weights) or _outweighs(after, needed, old, new, weights)
    return telling and not (_number(before, old, new) or _number(after, old, new))


def _outweighs(hunk: Hunk, needed: float, old: Sequence[str], new: Sequence[str], weights: Weights) -> bool:
    """Whether the words of a hunk weigh more than that; no more of them is read than is needed to know."""
    weight = 0.0
    for keys, start, end in ((old, hunk[0], hunk[1]), (new, hunk[2], hunk[3])):
        for place in range(start, end):
            weight += weights[keys[place]]
            if weight > needed:
                return True
    return False


def _number(hunk: Hunk, old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether one number, date or symbol stands for another."""
    return hunk[1] - hunk[0] == 1 == hunk[3] - hunk[2] and firm(old[hunk[0]]) and firm(new[hunk[2]])


def _trimmed(hunk: Hunk, old: Sequence[str], new: Sequence[str]) -> Hunk:
    """The hunk without the equal words that joining may have brought to its ends."""
    old_start, old_end, new_start, new_end = hunk
    while old_start < old_end and new_start < new_end and old[old_start] == new[new_start]:
        old_start, new_start = old_start + 1, new_start + 1
    while old_start < old_end and new_start < new_end and old[old_end - 1] == new[new_end - 1]:
        old_end, new_end = old_end - 1, new_end - 1
    return old_start, old_end, new_start, new_end
