"""The gaps between anchors, and what stands alone in them opposite each other."""

from collections.abc import Iterable, Sequence

from travaux.alignment.candidates import CLEAR, Gap
from travaux.alignment.evidence import evidence
from travaux.alignment.frames import framed, phrased
from travaux.alignment.sides import BODY, Pair

BREAK_EVEN = 0.25
"""Likeness at which linking and not linking are worth the same. Range .20 to .30: no link of the real pairs or
the redrafts changes."""
ALIKE = 0.50
"""Likeness from which the place is evidence enough. Range .45 to .6: 4 links of 596 real pairs change; at .4 one real
merge less is right."""
FLOOR = 0.4
"""Evidence that paragraphs less alike must give, though they stand opposite each other: the change floor, under
which one was removed and one added. Range .35 to .7: hard links of the real pairs .985 to .988, splits and merges of
the first half F1 .933; at .2 .985 and .926; without it .978."""
FEW = 8
"""Up to so many different words there are too few to ask for evidence beyond likeness. Range 5 to 10: 5 links of 596
real pairs change; at 12 8 more are linked."""


def gaps(spine: Sequence[tuple[int, int]], old: Sequence[int], new: Sequence[int]) -> list[Gap]:
    """Return the unsettled positions between each two anchors, where both sides have some."""
    found: list[Gap] = []
    i = j = 0
    beyond = max(old, default=0) + 1, max(new, default=0) + 1
    for end_old, end_new in [*spine, beyond]:
        olds, news = [], []
        while i < len(old) and old[i] < end_old:
            olds.append(old[i])
            i += 1
        while j < len(new) and new[j] < end_new:
            news.append(new[j])
            j += 1
        if olds and news:
            found.append((olds, news))
    return found


def opposite(pair: Pair, gaps: Iterable[Gap]) -> dict[tuple[int, int], float]:
    """Return the pairs that stand alone opposite each other and are clearly alike, with their likeness."""
    found = {}
    for olds, news in gaps:
        if len(olds) == len(news) == 1 and pair.old.kinds[olds[0]] == pair.new.kinds[news[0]]:
            likeness = pair.likeness(olds[0], news[0])
            if likeness >= CLEAR:
                found[olds[0], news[0]] = likeness
    return found


def stands(pair: Pair, i: int, j: int, likeness: float) -> bool:
    """Whether two paragraphs that stand opposite each other are alike enough to be one."""
    if likeness >= ALIKE:
        return True
    few = min(len(pair.old.words[i]), len(pair.new.words[j])) <= FEW
    if few or pair.old.kinds[i] != BODY or evidence(pair, i, j, likeness) >= FLOOR:
        return True
    return phrased(pair, i, j, likeness) or framed(pair, i, j)
