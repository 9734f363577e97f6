"""Two drafts in the UN manner, about invented matters, with a known script of edits between them.

    python benchmarks/generate.py 500 [--seed 1] [--out DIR]

The same size and seed give the same texts everywhere. Written are `old.txt` and `new.txt`, numbered as the United
Nations numbers paragraphs. Of the old ones 57 % stay as they are; `Rates` says what becomes of the rest.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from vocabulary import ACTORS, ACTS, FIRST, FORMULAS, LAST, LINKS, MIDDLE, NOTINGS, QUALITIES, TEXTS, THINGS, VERBS

PREAMBLE = 3
"""One in so many paragraphs is preambular."""
HIGHEST = 999
"""After which the numbers begin anew: four digits at the beginning of a line are a year, not a number."""
LENGTHS = ((0.25, 12, 30), (0.75, 30, 80), (1.0, 80, 200))
"""Words of a paragraph: a quarter short, half middling, a quarter long."""
NAMES = len(FIRST) * len(MIDDLE) * len(LAST)
RARITY = 3
"""So drafts of 50, 500 and 5,000 paragraphs have 550, 1,900 and 8,000 different words; real texts have 600 at 50
paragraphs, 2,500 at 500, and 5,800 at 2,500."""
SPLITTABLE = 30
"""Words from which a paragraph may be split."""


class Rates(NamedTuple):
    """Which share of the old paragraphs meets each fate; a merger takes two."""

    removed: float = 0.05
    merged: float = 0.025
    split: float = 0.025
    moved: float = 0.04
    edited: float = 0.265
    rewritten: float = 0.02
    added: float = 0.06
    """Of new ones, to each old one that met no fate but that of staying in place."""


@dataclass
class Pair:
    """Two drafts: their paragraphs without numbers, and which became which."""

    old: list[str] = field(default_factory=list)
    new: list[str] = field(default_factory=list)
    links: set[tuple[int, int]] = field(default_factory=set)
    """Position in old, position in new; one of a split or merge for each part."""
    preamble: tuple[int, int] = (0, 0)
    """How many of the old and of the new paragraphs are preambular."""

    def typed(self, between: str = "\n\n") -> tuple[str, str]:
        """Return both as a draft is typed: title, opening, operative paragraphs with numbers."""
        old, new = (
            between.join(_typed(*side)) + "\n" for side in zip((self.old, self.new), self.preamble, strict=True)
        )
        return old, new

    def bare(self) -> tuple[str, str]:
        """Return the paragraphs of both, one a line, without numbers."""
        return "".join(f"{p}\n" for p in self.old), "".join(f"{p}\n" for p in self.new)


def _typed(texts: Sequence[str], preamble: int) -> Iterator[str]:
    yield "Tidal observatories and shared almanacs"
    yield "The General Assembly,"
    yield from texts[:preamble]
    for number, text in enumerate(texts[preamble:], 1):
        last = number == len(texts) - preamble
        yield f"{(number - 1) % HIGHEST + 1}. {text[:-1] + '.' if last else text}"


def generate(size: int, seed: int = 1, rates: Rates | None = None) -> Pair:
    """Return two drafts, the old one of so many paragraphs."""
    return _Drafter(random.Random(f"{size}/{seed}"), rates or Rates()).pair(size)  # noqa: S311 - examples


class _Drafter:
    def __init__(self, chance: random.Random, rates: Rates) -> None:
        self.chance = chance
        self.rates = rates

    def pair(self, size: int) -> Pair:
        pair = Pair()
        for end in (max(1, size // PREAMBLE), size):
            before = len(pair.new)
            operative = bool(pair.old)
            olds = range(len(pair.old), end)
            pair.old += [self.paragraph(operative=operative) for _ in olds]
            self.redraft(pair, olds, operative=operative)
            if not operative:
                pair.preamble = end, len(pair.new) - before
        return pair

    def redraft(self, pair: Pair, olds: range, *, operative: bool) -> None:
        """Put into the new draft what became of these old paragraphs of one part."""
        out: list[tuple[str, tuple[int, ...]]] = []
        moving: list[tuple[str, tuple[int, ...]]] = []
        waiting = iter(olds)
        for i in waiting:
            text, fate = pair.old[i], self.fate()
            if fate == "merged" and (after := next(waiting, None)) is not None:
                out.append((self.merged(text, pair.old[after]), (i, after)))
            elif fate == "split" and len(text.split()) >= SPLITTABLE:
                out += [(half, (i,)) for half in self.split(text, operative=operative)]
            elif fate == "moved":
                moving.append((self.edited(text) if self.chance.random() < 1 / 2 else text, (i,)))
            elif fate in ("edited", "rewritten"):
                edits = len(text.split()) // 7 if fate == "rewritten" else 0
                out.append((self.edited(text, edits), (i,)))
            elif fate != "removed":
                out.append((text, (i,)))
                if self.chance.random() < self.rates.added / (1 - sum(self.rates[:-1])):
                    out.append((self.paragraph(operative=operative), ()))
        places = sorted(self.chance.randrange(len(out) + 1) for _ in moving)
        self.chance.shuffle(moving)
        for shift, (place, moved) in enumerate(zip(places, moving, strict=True)):
            out.insert(place + shift, moved)
        for j, (text, sources) in enumerate(out, len(pair.new)):
            pair.new.append(text)
            pair.links.update((i, j) for i in sources)

    def fate(self) -> str:
        drawn = self.chance.random()
        for name, share in zip(self.rates._fields[:-1], self.rates, strict=False):
            drawn -= share
            if drawn < 0:
                return name
        return "kept"

    def merged(self, text: str, other: str) -> str:
        return f"{text[:-1]}, and {other[0].lower()}{other[1:]}"

    def split(self, text: str, *, operative: bool) -> tuple[str, str]:
        words = text.split()
        cut = len(words) // 2 + self.chance.randint(-5, 5)
        opening = self.chance.choice(ACTS if operative else NOTINGS)
        return " ".join(words[:cut]).rstrip(",") + text[-1], f"{opening} {' '.join(words[cut:])}"

    def edited(self, text: str, edits: int = 0) -> str:
        """Change phrases, never the first two words nor the last mark."""
        words, mark = text[:-1].split(), text[-1]
        for _ in range(max(edits, self.chance.choice((1, 1, 1, 2, 2, 3, 4, 6)))):
            place = self.chance.randrange(min(2, len(words) - 1), len(words))
            kind = self.chance.random()
            if kind < 0.4:
                words[place : place + self.chance.randint(1, 4)] = self.thing().split()[: self.chance.randint(1, 4)]
            elif kind < 0.7:
                words[place:place] = (self.clause() if self.chance.random() < 0.4 else self.thing()).split()
            elif len(words) > 8:
                del words[place : place + self.chance.randint(1, 6)]
        return " ".join(words).rstrip(",;") + mark

    def paragraph(self, *, operative: bool) -> str:
        if self.chance.random() < 1 / 5:
            formula = self.chance.choice(FORMULAS[operative])
            return formula.format(number=self.number(), date=self.date(), thing=self.chance.choice(THINGS))
        drawn = self.chance.random()
        least, most = next(bounds for share, *bounds in LENGTHS if drawn < share)
        wanted = self.chance.randint(least, most)
        words = f"{self.chance.choice(ACTS if operative else NOTINGS)} {self.thing()}".split()
        while len(words) < wanted:
            words += f", {self.clause()}".replace(" ,", ",").split()
        return " ".join(words).replace(" ,", ",") + (";" if operative else ",")

    def clause(self) -> str:
        pick, drawn = self.chance.choice, self.chance.random()
        if drawn < 0.35:
            return f"to {pick(VERBS)} {self.thing()} and {self.thing()}"
        if drawn < 0.5:
            return f"{pick(LINKS)} {pick(TEXTS)}"
        if drawn < 0.75:
            return f"{pick(LINKS)} {pick(ACTORS)} to {pick(VERBS)} {self.thing()}"
        if drawn < 0.85:
            return f"as set out in paragraph {self.chance.randint(1, 60)} of its resolution {self.number()}"
        if drawn < 0.93:
            return f"through the {pick(QUALITIES)} work of {pick(ACTORS)}"
        return f"by {self.chance.randint(2041, 2060)} at the latest, for {self.chance.randint(2, 900)} {pick(THINGS)}"

    def thing(self) -> str:
        pick, drawn = self.chance.choice, self.chance.random()
        if drawn < 0.2:
            return f"{pick(THINGS)} of {self.name()}"
        if drawn < 0.35:
            return f"{pick(THINGS)} between {self.name()} and {self.name()}"
        if drawn < 0.6:
            return f"{pick(QUALITIES)} {pick(THINGS)}"
        if drawn < 0.8:
            return f"{pick(THINGS)} and {pick(THINGS)}"
        return f"{pick(QUALITIES)} and {pick(QUALITIES)} {pick(THINGS)} for {pick(ACTORS)}"

    def name(self) -> str:
        """A place; some are named again and again, most seldom, so that words are as rare as in real texts."""
        number = int(NAMES * self.chance.random() ** RARITY)
        syllables = []
        for choices in (FIRST, MIDDLE, LAST):
            number, chosen = divmod(number, len(choices))
            syllables.append(choices[chosen])
        return "".join(syllables)

    def number(self) -> str:
        return f"{self.chance.randint(85, 110)}/{self.chance.randint(1, 320)}"

    def date(self) -> str:
        month = self.chance.choice(("March", "April", "June", "July", "October", "November", "December"))
        return f"{self.chance.randint(1, 30)} {month} {self.chance.randint(2030, 2055)}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("size", type=int, help="paragraphs of the old draft")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=Path())
    given = parser.parse_args()
    pair = generate(given.size, given.seed)
    for name, text in zip(("old", "new"), pair.typed(), strict=True):
        (given.out / f"{name}.txt").write_text(text, encoding="utf-8")
    kept = sum(pair.old[i] == pair.new[j] for i, j in pair.links)
    print(f"{len(pair.old)} and {len(pair.new)} paragraphs, {kept} unchanged, written to {given.out.resolve()}")


if __name__ == "__main__":
    main()
