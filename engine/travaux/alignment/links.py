"""From positions to links: likeness, confidence, what moved, and the order in which a reader meets them."""

from collections.abc import Iterable, Sequence
from itertools import accumulate, chain, product

from travaux.alignment.candidates import Likenesses
from travaux.alignment.chain import Bead, heaviest
from travaux.alignment.confidence import confidence
from travaux.alignment.reasons import SAME, absence, reason
from travaux.alignment.rivals import Rivals
from travaux.alignment.sides import Pair
from travaux.alignment.steps import Found
from travaux.alignment.tie import Tie
from travaux.model.comparison import Link

STAYS, TRANSFERRED, FAR, LONG, LATER = 1.0, 0.1, 1e-3, 1e-6, 1e-10
"""What a link weighs in the chain of what stayed in place, and what is taken off: when it changed its part; for the
distance between its ranks among all links; what is added for its length. So as few links as possible have moved, and of
two that changed places the one that also changed its part, else the one that went farther, else the shorter one: it is
the least to follow. A split or merge stayed if one of its paragraphs did. Of two equal ones the later moved up: this is
the one tie that exchanging the sides does not mirror.

Precision of moves on redrafts .986 to .988, whichever side is old. Where always the later one moved up, it is .990 to
.994 one way, and .966 the other.
"""
PAGE = 4000
"""Characters of both sides from which a paragraph is as long as any. Range 1,000 to 10,000: no link or move changes."""


def links(found: Found) -> tuple[Link, ...]:
    """Return links that hold every paragraph of both texts once, in the order that `Alignment.links` tells."""
    pair, rivals = found.pair, Rivals(found.likenesses)
    ties = [tie for tie in found.ties if tie.old and tie.new]
    scores = [likeness(pair, tie, found.likenesses) for tie in ties]
    moved = _moved(pair, ties)
    first = {
        tie.new[0]: _link(pair, rivals, tie, score, moved=number in moved)
        for number, (tie, score) in enumerate(zip(ties, scores, strict=True))
    }
    removed = _removed(pair, ties, moved)
    inside = {j for tie in ties for j in tie.new}
    alone = _Alone(found, rivals)
    out = [alone.removed(i) for i in removed.get(-1, ())]
    for j in range(len(pair.new)):
        if j in first:
            out.append(first[j])
        elif j not in inside:
            out.append(alone.added(j))
        out += [alone.removed(i) for i in removed.get(j, ())]
    return tuple(out)


class _Alone:
    """Links of one paragraph."""

    def __init__(self, found: Found, rivals: Rivals) -> None:
        self.pair, self.rivals = found.pair, rivals
        self.pinned_old = {i for tie in found.ties if not tie.new for i in tie.old}
        self.pinned_new = {j for tie in found.ties if not tie.old for j in tie.new}

    def removed(self, i: int) -> Link:
        if i in self.pinned_old:
            return Link(old=(self.pair.old.paragraphs[i].id,), new=(), step="pin", reason="pinned")
        why = absence(self.pair, self.rivals, i, on_old=True)
        return Link(old=(self.pair.old.paragraphs[i].id,), new=(), reason=why)

    def added(self, j: int) -> Link:
        if j in self.pinned_new:
            return Link(old=(), new=(self.pair.new.paragraphs[j].id,), step="pin", reason="pinned")
        why = absence(self.pair, self.rivals, j, on_old=False)
        return Link(old=(), new=(self.pair.new.paragraphs[j].id,), reason=why)


def _removed(pair: Pair, ties: Sequence[Tie], moved: set[int]) -> dict[int, list[int]]:
    """Removed positions by the new position after which they stand; -1 is the beginning."""
    place = {i: None if n in moved else tie.new[0] for n, tie in enumerate(ties) for i in tie.old}
    out: dict[int, list[int]] = {}
    last = -1
    for i in range(len(pair.old)):
        if i not in place:
            out.setdefault(last, []).append(i)
        elif (stayed := place[i]) is not None:
            last = stayed
    return out


def _moved(pair: Pair, ties: Sequence[Tie]) -> set[int]:
    """The numbers of the ties that stand off the heaviest chain of all ties.

    Ties of one paragraph with one that follow each other on both sides, with nothing between, stay or move together:
    they are one bead. A tie of several paragraphs is a bead for each two of them.
    """
    olds, news = pair.old, pair.new
    rank_old = _ranks(len(olds), chain.from_iterable([tie.old for tie in ties]))
    rank_new = _ranks(len(news), chain.from_iterable([tie.new for tie in ties]))
    farthest = rank_old[-1] + rank_new[-1]
    starts: list[tuple[int, int]] = []
    weights: list[float] = []
    numbers: list[list[int]] = []
    following = None
    for number in sorted(range(len(ties)), key=lambda number: ties[number].old):
        old, new = ties[number].old, ties[number].new
        single = len(old) == len(new) == 1
        length = sum([len(olds.texts[i]) for i in old]) + sum([len(news.texts[j]) for j in new])
        longer = LONG * min(1.0, length / PAGE)
        for i, j in product(old, new):
            a, b = start = rank_old[i], rank_new[j]
            transfer = 0.0 if olds.parts[i] == news.parts[j] else TRANSFERRED
            worth = STAYS - transfer - FAR * (abs(a - b) / farthest) + longer - LATER * i / len(olds)
            if single and start == following:
                weights[-1] += worth
                numbers[-1].append(number)
            else:
                starts.append(start)
                weights.append(worth)
                numbers.append([number])
            following = (a + 1, b + 1) if single else None
    runs = zip(starts, map(len, numbers), weights, strict=True)
    stayed = heaviest([Bead(a, a + size, b, b + size, weight) for (a, b), size, weight in runs])
    return set(range(len(ties))).difference(*(numbers[k] for k in stayed))


def _ranks(size: int, positions: Iterable[int]) -> list[int]:
    """How many of the positions stand before each place of a text; at the end, how many there are."""
    counted = [0] * (size + 1)
    for position in positions:
        counted[position + 1] = 1
    return list(accumulate(counted))


def _link(pair: Pair, rivals: Rivals, tie: Tie, score: float, *, moved: bool) -> Link:
    if tie.step == "anchor":
        i, j = tie.old[0], tie.new[0]
        old, new = pair.old.paragraphs[i].id, pair.new.paragraphs[j].id
        why = SAME if pair.old.texts[i] == pair.new.texts[j] else reason(pair, tie, 1.0)
        return Link(old=(old,), new=(new,), score=1.0, confidence=1.0, moved=moved, step="anchor", reason=why)
    return Link(
        old=tuple([pair.old.paragraphs[i].id for i in tie.old]),
        new=tuple([pair.new.paragraphs[j].id for j in tie.new]),
        score=score,
        confidence=confidence(rivals, tie, score),
        moved=moved,
        step=tie.step,
        reason=reason(pair, tie, score),
    )


def likeness(pair: Pair, tie: Tie, weighed: Likenesses) -> float:
    """Likeness of the words of both sides; 1 only for the same words in the same order."""
    if tie.step == "anchor":
        return 1.0
    if len(tie.old) == len(tie.new) == 1:
        i, j = tie.old[0], tie.new[0]
        if pair.old.key(i) == pair.new.key(j):
            return 1.0
        return min(0.99, round(weighed.get((i, j)) or pair.likeness(i, j), 4))
    return min(0.99, round(pair.joined_likeness(tie.old, tie.new), 4))
