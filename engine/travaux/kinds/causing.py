"""Causes: by which other changes a paragraph came to end or to begin otherwise."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from travaux.kinds.lexicon import lexicon
from travaux.kinds.reading import Altered, Reading
from travaux.kinds.terms import lead
from travaux.model.comparison import Change
from travaux.model.document import Paragraph

_BACK: Final = 40
"""Changes before a paragraph among which the one is looked for by which it says "also". Range 10 to 100: a verb that
comes again further away is hardly meant."""
_LAST_TWO: Final = 2


class Causes:
    """Which changes gave the paragraphs of a comparison another place among their like.

    Like are paragraphs of one part below the same paragraph, section or annex.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._places = {change.id: place for place, change in enumerate(reading.changes)}
        self._change_of = (
            {key: change for change in reading.changes for key in change.old},
            {key: change for change in reading.changes for key in change.new},
        )
        self._orders = _Order(reading.old.paragraphs), _Order(reading.new.paragraphs)
        self._verbs: dict[str, tuple[frozenset[str], bool]] = {}

    def of_ending(self, altered: Altered) -> tuple[str, ...]:
        """The changes by which a paragraph became the last or the last but one of its like, or stopped being it.

        Those behind it that went where it came closer to the end, that came where it is further away from it; the
        paragraph itself where it moved. None where it stands as far from the end as before.
        """
        change = altered.change
        if altered.note or not change.old or not change.new:
            return ()
        if change.transferred or change.moved:
            return (change.id,)
        old, new = change.old[-1], change.new[-1]
        for order in ("like", "part"):
            behind = self._orders[0].behind(old, order), self._orders[1].behind(new, order)
            most = _LAST_TWO if order == "like" else 1
            if min(len(behind[0]), most) != min(len(behind[1]), most) and (
                found := self._crossing(behind[0], behind[1])
            ):
                return found
        return ()

    def _crossing(self, old: Sequence[str], new: Sequence[str]) -> tuple[str, ...]:
        """The changes of what stands in one of two tails and not in the other: all that went, or the first to come."""
        olds, news = set(old), set(new)
        if len(old) > len(new):
            went = (self._change_of[0][key] for key in old)
            return tuple(dict.fromkeys(c.id for c in went if news.isdisjoint(c.new) or c.relation == "merged"))
        came = (self._change_of[1][key] for key in new)
        return tuple(c.id for c in came if olds.isdisjoint(c.old) or c.relation == "split")[:1]

    def of_sequence(self, altered: Altered) -> tuple[str, ...]:
        """The nearest change before a paragraph, of its like, by which its verb is said again or no longer is.

        It came, went, changed its place or its verb; and it has the same verb, or no other paragraph stands between.
        """
        change = altered.change
        if altered.note or change.id not in self._places:
            return ()
        if change.transferred or change.moved:
            return (change.id,)
        at = self._places[change.id]
        own, group = self._verbs_of(change)[0], self._group(change)
        beside = True
        for other in reversed(self._reading.changes[max(0, at - _BACK) : at]):
            if self._group(other) != group:
                continue
            verbs, turned = self._verbs_of(other)
            if turned and (beside or not own.isdisjoint(verbs)):
                return (other.id,)
            beside = False
        return ()

    def _group(self, change: Change) -> tuple[str, str]:
        paragraphs = self._reading.news(change) or self._reading.olds(change)
        return _like(paragraphs[0])

    def _verbs_of(self, change: Change) -> tuple[frozenset[str], bool]:
        """The verbs of a change on both sides, and whether it came, went, changed its place or its verb."""
        if change.id not in self._verbs:
            known = lexicon(self._reading.language.meanings)
            sides = [
                frozenset(found.key for p in side if (found := lead(p.text, known)))
                for side in (self._reading.olds(change), self._reading.news(change))
            ]
            other_place = change.relation != "kept" or change.moved or change.transferred
            self._verbs[change.id] = sides[0] | sides[1], other_place or sides[0] != sides[1]
        return self._verbs[change.id]


class _Order:
    """The paragraphs of one text in their groups."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._at = {p.id: place for place, p in enumerate(paragraphs)}
        self._paragraphs = paragraphs
        self._groups: dict[str, defaultdict[tuple[str, ...], list[int]]] = {}
        for order in ("like", "part"):
            groups = self._groups[order] = defaultdict(list)
            for place, paragraph in enumerate(paragraphs):
                groups[_like(paragraph) if order == "like" else (paragraph.part,)].append(place)

    def behind(self, key: str, order: str) -> Sequence[str]:
        """The ids of what stands behind a paragraph, of its like or of its part."""
        paragraph = self._paragraphs[self._at[key]]
        group = self._groups[order][_like(paragraph) if order == "like" else (paragraph.part,)]
        return [self._paragraphs[place].id for place in group[bisect_right(group, self._at[key]) :]]


def _like(paragraph: Paragraph) -> tuple[str, str]:
    return paragraph.part, paragraph.id.rpartition(".")[0]
