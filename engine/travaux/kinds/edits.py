"""Edits: the places of a change where words differ, down to the single words that differ there."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from travaux.kinds.lookups import Stretch
from travaux.model.comparison import Segment
from travaux.sequences import common
from travaux.words import keys, tokens

SIGNS = frozenset(" ,;:.!?،؛")
"""Signs that join or part clauses, and are no words."""


@dataclass(slots=True, eq=False, repr=False)
class Part:
    """The smallest place where words differ: inside an edit, between words that both sides have; equal to itself alone.

    Ranges are half open and count code points of the old and the new text of the change; one of them may be empty.

    Attributes:
        edit: place of the edit in the list of edits.
        old: the dropped words, without the space around them.
        new: the added words, likewise.
        stretch: where they stand, their spaces included.
        alike: whether both are one word in two forms: case, accents, hyphens.
    """

    edit: int
    old: str
    new: str
    stretch: Stretch
    alike: bool = False


@dataclass(slots=True, eq=False, repr=False)
class Edit:
    """A run of dropped and added segments between kept ones.

    Attributes:
        segments: positions in the redline of the change.
        stretch: the ranges of the dropped words in the old text and of the added ones in the new.
    """

    segments: tuple[int, ...]
    stretch: Stretch


def edits(redline: Sequence[Segment]) -> list[Edit]:
    """Return the edits of a redline, in order."""
    found: list[Edit] = []
    old = new = at = 0
    while at < len(redline):
        segment = redline[at]
        if segment.op == "keep":
            old, new, at = old + len(segment.text), new + len(segment.text), at + 1
            continue
        start, old_start, new_start = at, old, new
        while at < len(redline) and redline[at].op != "keep":
            if redline[at].op == "drop":
                old += len(redline[at].text)
            else:
                new += len(redline[at].text)
            at += 1
        found.append(Edit(tuple(range(start, at)), Stretch(old_start, old, new_start, new)))
    return found


def parts(number: int, edit: Edit, old: str, new: str) -> Iterator[Part]:
    """Yield the parts of an edit: words that both sides have, in any form, part them.

    A word that differs in its form only is a part of its own, and so are the signs at either end of other words.
    """
    stretch = edit.stretch
    ours = tokens(old[stretch.old_start : stretch.old_end])
    theirs = tokens(new[stretch.new_start : stretch.new_end])
    our_keys, their_keys = keys(ours), keys(theirs)
    our_places, their_places = _places(ours, stretch.old_start), _places(theirs, stretch.new_start)

    def part(i: int, j: int, k: int, m: int, *, alike: bool = False) -> Part:
        span = Stretch(our_places[i], our_places[j], their_places[k], their_places[m])
        return Part(
            number, old[span.old_start : span.old_end].strip(), new[span.new_start : span.new_end].strip(), span, alike
        )

    def gap(i: int, j: int, k: int, m: int) -> Iterator[Part]:
        """The parts of a stretch that has no word in common: signs, words, signs."""
        heads, tails = _signs(our_keys[i:j], their_keys[k:m])
        bounds = [(i, j, k, m)]
        if (j - i - heads[0] - tails[0]) or (m - k - heads[1] - tails[1]):
            first, last = (i + heads[0], k + heads[1]), (j - tails[0], m - tails[1])
            bounds = [(i, first[0], k, first[1]), (first[0], last[0], first[1], last[1]), (last[0], j, last[1], m)]
        for one in bounds:
            if any(key.strip() for key in (*our_keys[one[0] : one[1]], *their_keys[one[2] : one[3]])):
                yield part(*one)

    if not ours or not theirs:
        yield from gap(0, len(ours), 0, len(theirs))
        return
    i = k = 0
    for a, b, length in [*common(list(map(form, our_keys)), list(map(form, their_keys))), (len(ours), len(theirs), 0)]:
        yield from gap(i, a, k, b)
        for n in range(length):
            if our_keys[a + n] != their_keys[b + n]:
                yield part(a + n, a + n + 1, b + n, b + n + 1, alike=True)
        i, k = a + length, b + length


@cache
def form(key: str) -> str:
    """Return what a word is in any form: without case, accents and hyphens.

    In a word of up to three letters that is no name the accents stay: there they tell words apart, as `a` and `à` do.
    """
    if key.isascii() and "-" not in key:
        return key.casefold()
    letters = unicodedata.normalize("NFD", key.casefold())
    plain = "".join(c for c in letters if not unicodedata.combining(c)).replace("-", "")
    is_long = len(plain) > 3 or (len(plain) == 3 and key[:1].isupper())
    return plain if is_long and not any(map(str.isdigit, plain)) else key.casefold()


def _signs(old: Sequence[str], new: Sequence[str]) -> tuple[tuple[int, int], tuple[int, int]]:
    """How many signs stand at the beginning and at the end of both sides; at the end none that were counted before."""
    one, other = _ends(old), _ends(new)
    return (one[0], other[0]), (one[1], other[1])


def _ends(words: Sequence[str]) -> tuple[int, int]:
    """How many signs words begin with, and how many they end with that are not among these."""
    count = len(words)
    head = 0
    while head < count and SIGNS.issuperset(words[head]):
        head += 1
    tail = 0
    while tail < count - head and SIGNS.issuperset(words[-1 - tail]):
        tail += 1
    return head, tail


def _places(words: Sequence[str], start: int) -> list[int]:
    """Where each word begins, and where the last one ends."""
    places = [start]
    for word in words:
        places.append(places[-1] + len(word))
    return places
