"""Which old notes became which new ones: by their words, then by the places on which they hang, never by number."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from travaux.alignment.candidates import DENSE, candidates
from travaux.alignment.chain import jitter
from travaux.alignment.links import links
from travaux.alignment.sides import Pair, Side
from travaux.alignment.steps import Found
from travaux.alignment.tie import Tie
from travaux.model.comparison import Link, Step
from travaux.model.document import Note, Paragraph
from travaux.sequences import common

ALIKE = 0.5
"""Likeness of different notes that hang on one link, elsewhere in it; or of which one hangs nowhere.

Range .4 to .6: 4 of 5,377 links of notes in 439 real pairs change; at .3 3, at .7 6.
"""
NEARLY = 0.85
"""Likeness of different notes that hang on paragraphs that are not linked.

Range .75 to .95: 4 links of the same notes change; at .6 13.
"""
PLACED = 0.95
"""Confidence of a link by the place alone: of 28 read in real pairs all were the note of another year or edition."""
SAME_TEXT, SAME_PLACE, SAME_LINK = 6.0, 4.0, 2.0
"""What comes first. Within each, likeness and nearness decide, which together reach less than 2."""
NEAR = 1e-3
"""Between notes equally alike, what the nearer one has over the farthest."""

_WORD = re.compile(r"\S+")
_DIGITS = re.compile(r"\d+")

Carriers = Sequence[tuple[Sequence[Paragraph], Sequence[Paragraph]]]
"""The old and the new paragraphs of each link."""


class _Place(NamedTuple):
    """Where a note hangs: the number of the link, and behind how many of the words of its side."""

    link: int
    words: int


class _Offer(NamedTuple):
    worth: float
    old: int
    new: int
    step: Step
    reason: str = ""


def align_notes(old: Sequence[Note], new: Sequence[Note], carriers: Carriers) -> tuple[Link, ...]:
    """Return links that hold each note of both sides once, in the order that `Alignment.links` tells.

    First notes of the same text. Then those left over that hang on the same place of linked paragraphs: behind
    words that the two have in common. Notes that differ are never linked across paragraphs that are not, unless
    their texts are nearly the same.

    Args:
        old: the old notes, in order.
        new: the new ones.
        carriers: the links of the paragraphs on which they hang.
    """
    pair = Pair(as_paragraphs(old), as_paragraphs(new))
    found = Found(pair)
    hung = _Hung(old, new, carriers)
    chosen = _chosen(_same(pair, hung))
    left_old = sorted(set(range(len(old))).difference(offer.old for offer in chosen))
    left_new = sorted(set(range(len(new))).difference(offer.new for offer in chosen))
    pair.read(left_old, left_new, [(offer.old, offer.new) for offer in chosen])
    if left_old and left_new:
        found.likenesses, _ = candidates(pair, [(left_old, left_new)], left_old, left_new)
        chosen += _chosen(_changed(found, hung, left_old, left_new))
    found.ties = [Tie((offer.old,), (offer.new,), offer.step, PLACED) for offer in chosen]
    reasons = {new[offer.new].id: offer.reason for offer in chosen if offer.reason}
    return tuple(_told(link, reasons) for link in links(found))


class _Hung:
    """The links on which notes hang."""

    def __init__(self, old: Sequence[Note], new: Sequence[Note], carriers: Carriers) -> None:
        self.carriers = carriers
        self.old = _places(old, [olds for olds, _ in carriers])
        self.new = _places(new, [news for _, news in carriers])
        self._joints: dict[int, dict[int, int]] = {}

    def match(self, i: int, j: int) -> bool:
        """Whether an old and a new note hang on the same place of a link."""
        pairs = product(self.old[i], self.new[j])
        return any(a.link == b.link and self._joined(a.link).get(a.words) == b.words for a, b in pairs)

    def together(self, i: int, j: int) -> bool:
        """Whether they hang on one link."""
        return not {place.link for place in self.old[i]}.isdisjoint(place.link for place in self.new[j])

    def where(self, i: int, j: int) -> str:
        """Return what the paragraphs are called on which both hang."""
        link = min({place.link for place in self.old[i]} & {place.link for place in self.new[j]})
        old, new = (" + ".join(p.address for p in side) for side in self.carriers[link])
        return old if old == new else f"{old}, now {new}"

    def _joined(self, link: int) -> dict[int, int]:
        """For each place behind a word that both sides of a link have in order, the place on the new side."""
        found = self._joints.get(link)
        if found is None:
            old, new = (
                [_kind(word) for paragraph in side for word in _WORD.findall(paragraph.text)]
                for side in self.carriers[link]
            )
            runs = common(old, new)
            found = self._joints[link] = {i + n: j + n for i, j, size in runs for n in range(1, size + 1)}
        return found


def _kind(word: str) -> str:
    """A word without case and punctuation; numbers by their kind: that another is cited does not change the place."""
    return _DIGITS.sub("0", word.strip(".,:;()").casefold())


def _places(notes: Sequence[Note], sides: Sequence[Sequence[Paragraph]]) -> list[list[_Place]]:
    starts: dict[str, tuple[int, int, str]] = {}
    for link, paragraphs in enumerate(sides):
        words = 0
        for paragraph in paragraphs:
            starts[paragraph.id] = (link, words, paragraph.text)
            words += len(_WORD.findall(paragraph.text))
    places = []
    for note in notes:
        found = [(*starts[ref.paragraph], ref.offset) for ref in note.references if ref.paragraph in starts]
        places.append([_Place(link, words + len(_WORD.findall(text[:offset]))) for link, words, text, offset in found])
    return places


def _same(pair: Pair, hung: _Hung) -> Iterator[_Offer]:
    """Notes of the same text; of several, those that hang on the same place, else on one link, else the nearest."""
    like: defaultdict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for k, side in enumerate((pair.old, pair.new)):
        for position in range(len(side)):
            like[side.key(position)][k].append(position)
    for olds, news in like.values():
        few = len(olds) * len(news) <= DENSE
        for i, j in product(olds, news) if few else zip(olds, news, strict=False):
            place = hung.match(i, j) + hung.together(i, j) if few else 0
            yield _Offer(SAME_TEXT + place / 2 + _nearness(pair, i, j), i, j, "anchor")


def _changed(found: Found, hung: _Hung, old: Sequence[int], new: Sequence[int]) -> Iterator[_Offer]:
    pair = found.pair
    olds, news = _by_link(hung.old, old), _by_link(hung.new, new)
    pairs = {(i, j) for link, positions in olds.items() for i in positions for j in news.get(link, ())}
    placed = {(i, j) for i, j in pairs if hung.match(i, j)}
    taken_old, taken_new = {i for i, _ in placed}, {j for _, j in placed}
    single_old, single_new = _single(pair.old, olds, taken_old), _single(pair.new, news, taken_new)
    alone = {(i, single_new[kind]) for kind, i in single_old.items() if kind in single_new}
    for i, j in sorted(pairs | found.likenesses.keys()):
        likeness = found.likenesses.get((i, j), 0.0)
        worth = likeness + _nearness(pair, i, j)
        if (i, j) in placed:
            yield _Offer(SAME_PLACE + worth, i, j, "place", f"on the same place of {hung.where(i, j)}")
        elif (i, j) in alone:
            yield _Offer(SAME_LINK + worth, i, j, "place", f"both on {hung.where(i, j)}, the only ones of their kind")
        elif (i, j) in pairs and likeness >= ALIKE:
            yield _Offer(SAME_LINK + worth, i, j, "place", f"both on {hung.where(i, j)}")
        elif likeness >= (NEARLY if hung.old[i] and hung.new[j] else ALIKE):
            yield _Offer(worth, i, j, "move")


def _by_link(places: Sequence[Sequence[_Place]], positions: Iterable[int]) -> dict[int, list[int]]:
    """The positions that hang on each link."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for position in positions:
        for link in {place.link for place in places[position]}:
            found[link].append(position)
    return found


def _single(side: Side, by_link: Mapping[int, Iterable[int]], taken: set[int]) -> dict[tuple[int, str], int]:
    """Of each link, the notes that are the only ones of their kind on it: `A/78/210` and `A/80/267` are of one kind."""
    kinds: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    for link, positions in by_link.items():
        for position in positions:
            if position not in taken:
                kinds[link, _DIGITS.sub("0", side.key(position))].append(position)
    return {kind: positions[0] for kind, positions in kinds.items() if len(positions) == 1}


def _nearness(pair: Pair, i: int, j: int) -> float:
    away = abs(i / len(pair.old) - j / len(pair.new))
    return NEAR * (1 - away) + jitter(pair.old.key(i), pair.new.key(j)) + pair.toss(i, j)


def _chosen(offers: Iterable[_Offer]) -> list[_Offer]:
    """The best offers, each note in one of them."""
    taken_old, taken_new = set[int](), set[int]()
    out = []
    for offer in sorted(offers, reverse=True):
        if offer.old not in taken_old and offer.new not in taken_new:
            taken_old.add(offer.old)
            taken_new.add(offer.new)
            out.append(offer)
    return out


def _told(link: Link, reasons: dict[str, str]) -> Link:
    """A link as it is told of notes: their order is that of the places, so none of them has moved."""
    reason = reasons.get(link.new[0]) if link.old and link.new else None
    alike = f"; {link.reason}" if link.score and link.score >= ALIKE else ""
    return link.model_copy(update={"moved": False, **({"reason": f"{reason}{alike}"} if reason else {})})


def as_paragraphs(notes: Sequence[Note]) -> list[Paragraph]:
    """Notes in the shape that is aligned; their numbers stand as addresses, so that reasons can name them."""
    return [
        Paragraph(id=n.id, part="annex", address=n.number, label=n.number, text=" ".join(n.text.split()), place=n.place)
        for n in notes
    ]
