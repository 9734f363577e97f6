"""The two texts as alignment works on them: positions, numbers of words, weights."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

from travaux.alignment.chain import toss
from travaux.alignment.tokens import key, keys, spoken, words, words_of_each
from travaux.alignment.vocabulary import Vocabulary
from travaux.alignment.weights import weigh
from travaux.model.document import Paragraph

SAMPLE = 32
"""Unchanged paragraphs whose words are counted, at most; the rest of them need not be read at all.

Range 32 to all of them: the same figures on all sets; 5 of 31,769 links of 596 real pairs change. At 16 11.
"""
Run = tuple[int, int]
"""Two words that follow each other, by their numbers."""

BODY, TITLE, OPENING, HEADING = range(4)
"""Kinds of paragraphs; one kind is never linked with another."""

_KINDS = {"title": TITLE, "opening": OPENING, "heading": HEADING}


class Side:
    """One text: per paragraph its words as a set of numbers, and their weight."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self.paragraphs = paragraphs
        self.texts = [p.text for p in paragraphs]
        self.parts = [p.part for p in paragraphs]
        self.kinds = [_KINDS.get(p.part, BODY) for p in paragraphs]
        self.sequences: list[Sequence[int]] = [()] * len(self.texts)
        self.words: list[frozenset[int]] = [frozenset()] * len(self.texts)
        self.weights = [0] * len(self.texts)
        self._keys: list[str | None] = [None] * len(self.texts)
        self._runs: dict[int, frozenset[Run]] = {}

    def __len__(self) -> int:
        return len(self.texts)

    def key(self, position: int) -> str:
        """Return the folded text of a paragraph."""
        found = self._keys[position]
        if found is None:
            found = self._keys[position] = key(self.texts[position])
        return found

    def fold(self, positions: Sequence[int]) -> None:
        """Fold the texts of many paragraphs, whose keys will be asked for."""
        for position, found in zip(positions, keys([self.texts[p] for p in positions]), strict=True):
            self._keys[position] = found

    def runs(self, position: int) -> frozenset[Run]:
        """Return the pairs of words that follow each other in a paragraph."""
        found = self._runs.get(position)
        if found is None:
            sequence = self.sequences[position]
            found = self._runs[position] = frozenset(pairwise(sequence))
        return found

    def runs_of(self, positions: Iterable[int]) -> Iterator[Run]:
        """Return the same of several paragraphs, to be gone through once: no set is made of them."""
        return chain.from_iterable([pairwise(self.sequences[p]) for p in positions])


class Pair:
    """Both texts, and what each word weighs in them."""

    def __init__(self, old: Sequence[Paragraph], new: Sequence[Paragraph]) -> None:
        self.old = Side(old)
        self.new = Side(new)
        self.turned = self.old.texts < self.new.texts
        """Which of the two texts comes first in the order of letters: the same one whichever side is old."""
        self.numbers = Vocabulary()
        self._spoken: dict[tuple[bool, int], frozenset[int]] = {}
        self.weight: list[int] = []
        """Weight of each word by its number; 64 stand for one natural unit of surprise."""

    def read(self, old: Sequence[int], new: Sequence[int], unchanged: Sequence[tuple[int, int]]) -> None:
        """Number and weigh the words of the paragraphs at these positions.

        `unchanged` are pairs of positions with the same text; a sample of them is counted, so that a word
        frequent in what did not change weighs little in what did.
        """
        number = self.numbers.__getitem__
        read: list[frozenset[int]] = []
        for side, positions in ((self.old, old), (self.new, new)):
            cut = words_of_each([side.key(position) for position in positions])
            for position, found in zip(positions, cut, strict=True):
                sequence = side.sequences[position] = tuple(map(number, found))
                side.words[position] = frozenset(sequence)
                read.append(side.words[position])
        spread = Counter(chain.from_iterable(read))
        spread.update(self._sampled(unchanged))
        self.weight = weigh(self.numbers.stems, spread, len(read) + 2 * len(unchanged))
        for side in (self.old, self.new):
            side.weights = [self.weight_of(found) if found else 0 for found in side.words]

    def _sampled(self, unchanged: Sequence[tuple[int, int]]) -> dict[int, int]:
        """In how many unchanged paragraphs of both texts each word stands, told from a sample of them."""
        step = -(-len(unchanged) // SAMPLE) or 1
        picked = unchanged[::step]
        spread: Counter[int | None] = Counter()
        for position, _ in picked:
            spread.update(frozenset(map(self.numbers.get, words(self.old.key(position)))))
        del spread[None]
        return {
            number: 2 * count * len(unchanged) // len(picked) for number, count in spread.items() if number is not None
        }

    def spoken(self, side: Side, position: int) -> frozenset[int]:
        """Return the words of a paragraph that are neither names nor numbers nor small."""
        found = self._spoken.get((side is self.old, position))
        if found is None:
            found = frozenset(map(self.numbers.__getitem__, spoken(side.texts[position])))
            self._spoken[side is self.old, position] = found
        return found

    def weight_of(self, found: Iterable[int]) -> int:
        """Return the weight of words."""
        return sum(map(self.weight.__getitem__, found))

    def run_weight(self, run: Run) -> int:
        """Return the weight of two words that follow each other: that of the rarer one."""
        return max(self.weight[run[0]], self.weight[run[1]])

    def weight_around(self, i: int, j: int) -> int:
        """Return the weight of an old and a new paragraph together."""
        return self.old.weights[i] + self.new.weights[j]

    def toss(self, i: int, j: int) -> float:
        """Return less than 1/10**9 for a pair of positions, the same when the sides are exchanged."""
        return toss(j, i) if self.turned else toss(i, j)

    def likeness(self, i: int, j: int) -> float:
        """Return the share of weighted words that an old and a new paragraph have in common (Dice), 0 to 1."""
        old, new = self.old, self.new
        whole = old.weights[i] + new.weights[j]
        if not whole:
            return float(old.key(i) == new.key(j))
        return 2 * sum(map(self.weight.__getitem__, old.words[i] & new.words[j])) / whole

    def joined_likeness(self, old: Iterable[int], new: Iterable[int]) -> float:
        """Return the likeness of the words of several old and several new paragraphs taken together."""
        olds = frozenset().union(*(self.old.words[i] for i in old))
        news = frozenset().union(*(self.new.words[j] for j in new))
        whole = self.weight_of(olds) + self.weight_of(news)
        return 2 * self.weight_of(olds & news) / whole if whole else 0.0
