"""Looking up what came and went in the tables of a language: the one way of finding that all word lists share."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from travaux.kinds.sides import Side
from travaux.kinds.terms import LEAD, Term, tells

CLOSE: Final = 90
"""Characters on either side of a replacement up to which a term of the old words stands for one of the new words. Range
60 to 150: in longer ones what stands in the same order says nothing."""
LONG: Final = 30
"""Characters of an edit beyond its terms from which its words are told as a whole: that words of some weight came or
went with a whole clause is no news. Range 20 to 80."""

_PAST: Final = re.compile(r"(?:ed|ée?s?)\b")
"""What ends a verb that reports and is no act: "(established in 2044)"."""
_REPORTING: Final = re.compile(r"\b(?:which|who|that|whose|qui|que|dont)\b")
_FINITE: Final = 2
"""Forms of a verb that can be an act: its finite form and its participle. The last of more is the infinitive."""
_NO_ACTS: Final = frozenset({"supports", "soutient", "appuie"})
"""Verbs that are acts where they lead a paragraph, and elsewhere mostly say what is done."""
_LIGHT: Final = frozenset({"scope", "intensity", "actor", "entity", "quantity"})
"""Kinds that are not told of an act or a qualifying phrase that came or went as a whole."""
_WHOLE: Final = frozenset({"secverb", "qualifier"})

_BINDING: Final = frozenset({"choice", "extent", "condition", "means", "remit", "law"})
"""Senses of qualifiers that are told even where they came or went with a whole clause."""


_OPEN: Final = frozenset({"partners", "regard", "condition", "exception"})
"""Senses of qualifiers that end before what they name: "in consultation with"."""
_ARTICLE: Final = re.compile(r" (?:the |its |their |all |les? |la |l'|ses |leurs )?")


class Stretch(NamedTuple):
    """An edit: what was dropped and what was added at one place, as ranges of both texts."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


@dataclass(slots=True, eq=False, repr=False)
class Hit:
    """A term that was replaced, dropped or added.

    Attributes:
        kind: of the terms.
        at: which of the edits.
        old: the term of the old text; None where it was added.
        new: the term of the new text; None where it was dropped.
    """

    kind: str
    at: int
    old: Term | None
    new: Term | None


def hits(old: Side, new: Side, stretches: Sequence[Stretch]) -> list[Hit]:
    """Return what came and went in a change, in the order of the texts.

    A term that only changed its place in the paragraph is none, and neither is one that reads the same on both sides.
    """
    found: list[Hit] = []
    for at, stretch in enumerate(stretches):
        here = [*_lead_hit(old, new, stretch, at), *_stretch_hits(old, new, stretch, at)]
        if any(hit.kind in _WHOLE and not (hit.old and hit.new) for hit in here):
            here = [hit for hit in here if hit.kind not in _LIGHT]
        found += here or _member(old, new, stretch, at)
    return _without_moves(found)


def _lead_hit(old: Side, new: Side, stretch: Stretch, at: int) -> Iterator[Hit]:
    if stretch.old_start > LEAD or stretch.new_start > LEAD:
        return
    one, other = old.lead, new.lead
    if not one or not other or one.key == other.key or not (one.act or other.act) or not _of_one_form(one, other):
        return
    begins = stretch.old_start < one.end and stretch.new_start < other.end
    if not begins or (stretch.old_end <= one.start and stretch.new_end <= other.start):
        return
    if new.goes_on(one) and not old.goes_on(other):
        yield Hit("verb", at, None, other)  # "Welcomes" became "Commends ... and welcomes"
    elif old.goes_on(other) and not new.goes_on(one):
        yield Hit("verb", at, one, None)
    else:
        yield Hit("verb", at, one, other)


def _of_one_form(one: Term, other: Term) -> bool:
    """Whether two leads can both be verbs: one of them may be unknown to the tables, but no article or noun."""
    return all(term.act or term.sense == "verbal" for term in (one, other))


_MEMBER: Final = 4
"""Words of a member that only a comma joins to the list. Range 2 to 6: longer ones are often clauses."""

_VERBAL_WORD: Final = re.compile(r"\w(?:ing|ed|ant)\b|\b(?:which|that|who|qui|que)\b")


def _stretch_hits(old: Side, new: Side, stretch: Stretch, at: int) -> Iterator[Hit]:
    """The hits of one edit, kind by kind."""
    ends = (stretch.old_start, stretch.old_end), (stretch.new_start, stretch.new_end)
    telling = tells(old.text, *ends[0], old.known), tells(new.text, *ends[1], new.known)
    if not any(telling):
        return
    before, after = _both(old, new, ends, telling)
    gone, come = [t for t in before if _touched(t, *ends[0])], [t for t in after if _touched(t, *ends[1])]
    if not gone and not come:
        return
    shift = stretch.old_start - stretch.new_start, stretch.old_end - stretch.new_end
    gone, come = _split_apart(gone, come, shift, stretch)
    gone, come = _absorbed(gone, old.text), _absorbed(come, new.text)
    rest = max(_beyond(gone, *ends[0]), _beyond(come, *ends[1]))
    if gone and come:
        shared = Counter(t.key.lower() for t in gone) & Counter(t.key.lower() for t in come)
        gone, come = (_without(gone, shared), _without(come, shared)) if shared else (gone, come)
    joints = _only_joint(old.text, ends[0], gone) and _only_joint(new.text, ends[1], come)
    length = max(stretch.old_end - stretch.old_start, stretch.new_end - stretch.new_start)
    for kind in dict.fromkeys(t.kind for t in (*gone, *come) if t.kind):
        olds = [t for t in gone if t.kind == kind and (t.sense != "joint" or joints)]
        news = [t for t in come if t.kind == kind and (t.sense != "joint" or joints)]
        if kind == "secverb":  # a verb that became the lead, or was it
            olds = [t for t in olds if not new.lead or t.key != new.lead.key or stretch.new_start >= new.lead.end]
            news = [t for t in news if not old.lead or t.key != old.lead.key or stretch.old_start >= old.lead.end]
        if kind == "entity":  # a capital letter alone makes no other name
            olds = [t for t in olds if not _written(t, old, new, ends[0], ends[1])]
            news = [t for t in news if not _written(t, new, old, ends[1], ends[0])]
        beside = _beside(before, gone, ends[0]), _beside(after, come, ends[1])
        for one, other in _pairs(olds, news, beside, ends, shift, close=length <= CLOSE):
            if rest > LONG and not _tells(kind, one, other):
                continue
            if kind in ("actor", "entity"):
                one, other = _remainders(one, other, old, new, stretch)  # noqa: PLW2901 - more is known of them now
            if not (one and other):
                one, other = one and _clipped(one, ends[0]), other and _clipped(other, ends[1])  # noqa: PLW2901
            if kind != "secverb" or _is_act(one, other, old, new, stretch):
                yield Hit(kind, at, one, other)


def _both(
    old: Side, new: Side, ends: tuple[tuple[int, int], tuple[int, int]], telling: tuple[bool, bool]
) -> tuple[list[Term], list[Term]]:
    """The terms of both texts in and near an edit.

    Where the words of one side are in no table, its terms are looked for only if one of the other reaches out to them.
    """
    if not telling[0]:
        come = new.terms(*ends[1])
        return (old.terms(*ends[0]) if _reaching(come, ends[1]) else []), come
    gone = old.terms(*ends[0])
    if not telling[1]:
        return gone, (new.terms(*ends[1]) if _reaching(gone, ends[0]) else [])
    return gone, new.terms(*ends[1])


def _reaching(found: Sequence[Term], place: tuple[int, int]) -> bool:
    return any(_touched(term, *place) and _reaches_out(term, place) for term in found)


def _only_joint(text: str, place: tuple[int, int], found: Sequence[Term]) -> bool:
    """Whether nothing but the joint of a list stands in an edit."""
    words = text[slice(*place)].strip()
    return any(term.sense == "joint" and term.key == words for term in found)


def _beside(found: Sequence[Term], touched: Sequence[Term], place: tuple[int, int]) -> list[Term]:
    """The terms that stand next to an edit and not across it."""
    return [t for t in found if t not in touched and not (t.start < place[0] and t.end > place[1])]


def _member(old: Side, new: Side, stretch: Stretch, at: int) -> Iterator[Hit]:
    """A member that a list got or lost: a few words with what joins them to the others."""
    added = stretch.old_start == stretch.old_end
    if not added and stretch.new_start < stretch.new_end:
        return
    side, start, end = (new, *stretch[2:]) if added else (old, *stretch[:2])
    words = side.text[start:end].strip()
    bare = words.strip(" ,;")
    joint = side.known.joints
    first, last = joint.match(bare), joint.search(bare.rpartition(" ")[2])
    listed = (first and bare[first.end() : first.end() + 1] == " ") or (
        last and last.end() == len(bare.rpartition(" ")[2])
    )
    comma = words[:1] == "," and words[-1:] != "," and bare.count(" ") < _MEMBER
    if (listed or comma) and len(bare) <= CLOSE and " " in words and not _VERBAL_WORD.search(bare):
        term = Term(start, end, "scope", "member", bare.lower())
        yield Hit("scope", at, None if added else term, term if added else None)


def _touched(term: Term, start: int, end: int) -> bool:
    return (term.start < end and term.end > start) if start < end else term.start < start < term.end


def _tells(kind: str, one: Term | None, other: Term | None) -> bool:
    """Whether a term is news though a whole clause came or went with it."""
    if kind == "secverb":
        return not (one and other)
    if kind == "qualifier":
        return any(t.sense in _BINDING and " " in t.key for t in (one, other) if t)
    return bool(one and other and one.sense != other.sense and kind == "modal")


def _beyond(found: Sequence[Term], start: int, end: int) -> int:
    """Characters of an edit that no term holds."""
    return end - start - sum(min(t.end, end) - max(t.start, start) for t in found)


def _split_apart(
    gone: list[Term], come: list[Term], shift: tuple[int, int], stretch: Stretch
) -> tuple[list[Term], list[Term]]:
    """Without terms that words were put into or taken out of, unless another term stands there in their place."""
    if stretch.old_start == stretch.old_end:
        gone = [t for t in gone if any(_at_both_ends(t, u, shift) for u in come)]
    elif stretch.new_start == stretch.new_end:
        come = [u for u in come if any(_at_both_ends(t, u, shift) for t in gone)]
    return gone, come


def _absorbed(found: Sequence[Term], text: str) -> list[Term]:
    """Whom "in consultation with" names belongs to that phrase."""
    kept: list[Term] = []
    for term in found:
        last = kept[-1] if kept else None
        if last and last.kind == "qualifier" and last.sense in _OPEN and _ARTICLE.fullmatch(text, last.end, term.start):
            kept[-1] = last._replace(end=term.end, key=f"{last.key} {term.key}")
        else:
            kept.append(term)
    return kept


def _at_both_ends(one: Term, other: Term, shift: tuple[int, int]) -> bool:
    return one.kind == other.kind and one.start - other.start == shift[0] and one.end - other.end == shift[1]


def _at_one_end(one: Term, other: Term, shift: tuple[int, int]) -> bool:
    return one.kind == other.kind and (one.start - other.start == shift[0] or one.end - other.end == shift[1])


def _without(found: Sequence[Term], shared: "Counter[str]") -> list[Term]:
    left = shared.copy()
    kept = []
    for term in found:
        if left[term.key.lower()]:
            left[term.key.lower()] -= 1
        else:
            kept.append(term)
    return kept


def _pairs(  # noqa: PLR0913 - both sides, and what stands beside them
    olds: list[Term],
    news: list[Term],
    beside: tuple[Sequence[Term], Sequence[Term]],
    ends: tuple[tuple[int, int], tuple[int, int]],
    shift: tuple[int, int],
    *,
    close: bool,
) -> Iterator[tuple[Term | None, Term | None]]:
    """Which term stands for which: in order where the edit is short, else only one for one."""
    if close or len(olds) == len(news) == 1:
        for one in list(olds):  # the same sense first: a number for a number, and not for "nearly"
            if other := next((t for t in news if t.sense == one.sense), None):
                olds.remove(one)
                news.remove(other)
                yield one, other
        while olds and news:
            yield olds.pop(0), news.pop(0)
    for term in olds:  # "States parties" of which "parties" went
        left = beside[1] if _reaches_out(term, ends[0]) else ()
        yield term, next((t for t in left if _at_one_end(term, t, shift) and t.key != term.key), None)
    for term in news:
        left = beside[0] if _reaches_out(term, ends[1]) else ()
        yield next((t for t in left if _at_one_end(t, term, shift) and t.key != term.key), None), term


def _remainders(
    one: Term | None, other: Term | None, old: Side, new: Side, stretch: Stretch
) -> tuple[Term | None, Term | None]:
    """With the name that stood there before words were put into it, or that stands there since some were taken out."""
    if one and not other and stretch.new_start == stretch.new_end:
        return one, _remainder(one, stretch[:2], stretch.new_start, new.text)
    if other and not one and stretch.old_start == stretch.old_end:
        return _remainder(other, stretch[2:], stretch.old_start, old.text), other
    return one, other


def _remainder(term: Term, place: tuple[int, int], there: int, text: str) -> Term | None:
    """What the other text has of a name; None where that is none."""
    start = there - max(0, place[0] - term.start)
    words = text[start : there + max(0, term.end - place[1])].strip()
    if not words[:1].isupper():
        return None
    return term._replace(start=start, end=start + len(words), key=words.lower())


def _written(term: Term, side: Side, other: Side, place: tuple[int, int], there: tuple[int, int]) -> bool:
    """Whether the words of a name stand on the other side too, in small letters."""
    own = side.text[max(term.start, place[0]) : min(term.end, place[1])].strip().lower()
    return own in other.text[slice(*there)].lower() if own else False


def _clipped(term: Term, place: tuple[int, int]) -> Term:
    """Of a name that other words stand in too, only what came or went."""
    if term.sense != "name" or term.kind == "actor" or not place[0] < place[1]:
        return term
    return term._replace(start=max(term.start, place[0]), end=min(term.end, place[1]))


def _reaches_out(term: Term, place: tuple[int, int]) -> bool:
    return term.start < place[0] or term.end > place[1]


def _is_act(one: Term | None, other: Term | None, old: Side, new: Side, stretch: Stretch) -> bool:
    """Whether a verb that stands for another is one, or one that came or went begins an act of its own.

    None is what supports or reports: "which highlights and encourages".
    """
    if one and other:
        return True
    term, side, start = (one, old, stretch.old_start) if one else (other, new, stretch.new_start)
    if term is None or term.act is None or not term.act.band or term.sense == "action" or term.act.name in _NO_ACTS:
        return False
    if len(term.act.forms) > _FINITE and side.text[term.start : term.end].lower() == term.act.forms[-1]:
        return False  # "to strengthen and establish"
    reported = _REPORTING.search(side.text, start, term.start) or _PAST.search(side.text, term.start, term.end)
    return reported is None and side.begins_act(term)


def _without_moves(found: Sequence[Hit]) -> list[Hit]:
    """Without what was dropped in one place and added in another."""
    gone = Counter((h.kind, h.old.key) for h in found if h.old and not h.new)
    come = Counter((h.kind, h.new.key) for h in found if h.new and not h.old)
    moved = [gone & come, gone & come]
    kept = []
    for hit in found:
        term = hit.old or hit.new
        if term and not (hit.old and hit.new):
            left = moved[0 if hit.old else 1]
            if left[hit.kind, term.key]:
                left[hit.kind, term.key] -= 1
                continue
        kept.append(hit)
    return kept
