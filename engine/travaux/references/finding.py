"""Words that name paragraphs in a running text: which they are, and whether of this text or another."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final

from travaux.contracts import ReferenceWords
from travaux.references.mention import Direction, Item, Mention, Noun, Owner
from travaux.references.patterns import Patterns, compiled
from travaux.text import SPACES

if TYPE_CHECKING:
    from travaux.citations import CitationWords

Citing = Callable[[], "CitationWords"]
"""Gives the words by which a text cites resolutions."""

WINDOW: Final = 90
"""Characters before a noun in which "article 4," and the like are looked for (range 40 to 200)."""
SENTENCE: Final = 600
"""Characters of a sentence in which another text is looked for (range 200 to 2,000); most sentences have fewer."""
_APART: Final = 2
"""Characters between a citation and a place of it: a comma and a blank."""
_NOUNS: Final[tuple[Noun, ...]] = ("paragraph", "subparagraph", "section", "part", "annex")
_CONTAINERS: Final = ("annex", "part", "section")
_QUOTED: Final = re.compile(r"[)\]’”»\"],?\s\Z")
"""The end of a title or of a symbol in brackets, before a place of it."""
_SENTENCE: Final = re.compile(r"[.;:]\s")
_NUMBERED: Final = re.compile(rf"\w*\.?[{SPACES}]{{0,3}}(?:[\dA-Z(]|[a-z]{{1,4}}\))")
"""Behind the stem of a noun, where its number follows."""
_ADJECTIVE: Final = 30
"""Characters before the stem of a noun in which its adjective begins: "preambular sub" (range 20 to 60)."""
_FIGURE: Final = re.compile(r"\d")


@dataclass(slots=True, eq=False, repr=False)
class _Unit:
    """A noun with its numbers, before it is known whose it is."""

    start: int
    end: int
    noun: Noun
    items: tuple[Item, ...]
    within: list[tuple[Noun, str]] = field(default_factory=list)


def find_mentions(text: str, words: ReferenceWords, citing: Citing | None = None) -> tuple[Mention, ...]:
    """Return the words of a text that name paragraphs, sections, parts or annexes by number, in order.

    Never raises; spans do not overlap. Those that belong to another text are among them, as `foreign`.

    Args:
        text: of one paragraph.
        words: by which a text refers to its paragraphs.
        citing: gives those by which it cites resolutions; a place of one that it cites is foreign.
    """
    found: list[Mention] = []
    if numbered := _numbered(text, words):
        patterns = compiled(words)
        units = list(_units(text, numbered, patterns))
        cited = cache(lambda: _cited(text, units, citing) if citing else [])
        found += (m for chain in _chains(text, units, patterns) for m in _judged(text, chain, patterns, cited))
    for stem in words.alone:
        if stem in text:
            found += _wholes(text, compiled(words), found)
            break
    return tuple(sorted(found, key=lambda mention: mention.start)) if found else ()


def _numbered(text: str, words: ReferenceWords) -> list[tuple[int, int]]:
    """Where nouns stand with a number or letter behind them, soon told: the stem, and the number's beginning."""
    found = []
    for stem in words.stems:
        at = text.find(stem)
        while at >= 0:
            if behind := _NUMBERED.match(text, at + len(stem)):
                found.append((at, behind.end()))
            at = text.find(stem, at + 1)
    return sorted(found)


def _cited(text: str, units: Sequence[_Unit], citing: Citing) -> list[tuple[int, int]]:
    """Where a text cites resolutions, where it has figures besides those of the units."""
    if all(any(u.start <= found.start() < u.end for u in units) for found in _FIGURE.finditer(text)):
        return []
    from travaux.citations import find_runs  # most texts need none of it  # noqa: PLC0415

    return [(run.start, run.end) for run in find_runs(text, None, citing())]


def _units(text: str, numbered: Sequence[tuple[int, int]], patterns: Patterns) -> Iterator[_Unit]:
    free = 0
    for at, end in numbered:
        around = patterns.unit.finditer(text, max(free, at - _ADJECTIVE), end) if at >= free else ()
        match = next((found for found in around if found.start() <= at < found.end()), None)
        if match is None:
            continue
        noun = next(name for name in _NOUNS if match[name])
        several = match[f"{noun}_several"] is not None
        if noun in _CONTAINERS:
            items = _capitals(text, match.end(), patterns, several=several)
        else:
            items = _numbers(text, match.end(), patterns, several=several)
        if items:
            free = items[-1].end
            if noun == "paragraph" and match["adjective"] and patterns.preamble.fullmatch(match["adjective"]):
                noun = "preamble"
            yield _Unit(match.start(), free, noun, tuple(items))


def _capitals(text: str, at: int, patterns: Patterns, *, several: bool) -> list[Item]:
    items: list[Item] = []
    found = patterns.capital.match(text, at)
    while found:
        items.append(Item(found.start(), found.end(), (found[0],), 1))
        glue = _glue(text, found.end(), patterns) if several else None
        found = patterns.capital.match(text, glue.end()) if glue else None
    return items


def _numbers(text: str, at: int, patterns: Patterns, *, several: bool) -> list[Item]:
    items: list[Item] = []
    found = patterns.number.match(text, at)
    while found:
        plain = found["plain"]
        lettered = found["letters"] or found["bare"] or ""
        letters = tuple(each[0].strip("()") for each in patterns.letter.finditer(lettered))
        before = items[-1].steps if items else ()
        if plain:
            steps: tuple[str, ...] = (re.sub(r"[\s-]", "", plain), *letters)
        else:
            steps = (*before[: max(0, len(before) - len(letters))], *letters)
        own = len(letters) + bool(plain)
        items.append(Item(found.start(), found.end(), steps, own))
        glue = _glue(text, found.end(), patterns)
        found = patterns.number.match(text, glue.end()) if glue else None
        if found and not several and found["plain"] and not _qualified(text, found.end(), patterns):
            found = None  # "paragraph 5 and 12 States", but "paragraph 3 or 4 above"
    return items


def _qualified(text: str, at: int, patterns: Patterns) -> bool:
    return any(p.match(text, at) for p in (patterns.above, patterns.below, patterns.present, patterns.here))


def _glue(text: str, at: int, patterns: Patterns) -> re.Match[str] | None:
    return patterns.through.match(text, at) or patterns.glue.match(text, at)


def _chains(text: str, units: Sequence[_Unit], patterns: Patterns) -> Iterator[list[_Unit]]:
    """Units that stand together: one inside another ("section II, paragraph 3"), or joined ("paragraph 5 and ...")."""
    chain: list[_Unit] = []
    for unit in units:
        if chain:
            between = text[chain[-1].end : unit.start]
            last = chain[-1]
            if between == ", " and last.noun in _CONTAINERS and _inside(unit.noun, last.noun):
                unit.within = [*last.within, (last.noun, last.items[-1].steps[0])]
            elif patterns.within.fullmatch(between) and _inside(last.noun, unit.noun):
                outer = (unit.noun, unit.items[0].steps[0])
                for inner in chain:
                    if inner.noun != unit.noun and not (inner.within and unit.noun in dict(inner.within)):
                        inner.within = [outer, *inner.within]
            elif not patterns.joined.fullmatch(between):
                yield chain
                chain = []
        chain.append(unit)
    if chain:
        yield chain


def _inside(inner: Noun, outer: Noun) -> bool:
    """Whether a noun of the first kind may stand in one of the second."""
    order = ("annex", "part", "section", "paragraph", "subparagraph")
    inner = "paragraph" if inner == "preamble" else inner
    return order.index(inner) > order.index(outer) if outer in order and inner in order else False


def _judged(
    text: str, chain: Sequence[_Unit], patterns: Patterns, cited: Callable[[], Sequence[tuple[int, int]]]
) -> Iterator[Mention]:
    """The mentions of a chain, each with whose it is."""
    first, last = chain[0], chain[-1]
    owner, direction, here, present, end = _behind(text, last, patterns)
    window = text[max(0, first.start - WINDOW) : first.start]
    if patterns.provision.search(window):
        owner, direction = "foreign", ""
    elif owner == "bare" and patterns.presently.search(window):
        owner, present = "own", True
    elif owner == "bare" and (
        _QUOTED.search(window)
        or patterns.documents.search(_sentence(text, first.start))
        or any(low <= last.end and first.start - _APART <= high for low, high in cited())
    ):
        owner = "foreign"
    for unit in chain:
        yield Mention(
            unit.start,
            end if unit is last else unit.end,
            unit.noun,
            unit.items,
            tuple(unit.within),
            owner,
            direction,
            here,
            present,
        )


def _behind(text: str, unit: _Unit, patterns: Patterns) -> tuple[Owner, Direction, bool, bool, int]:
    """What the words behind a unit tell of it, and where they end."""
    at = unit.end
    if found := patterns.above.match(text, at):
        return "own", "above", False, False, found.end()
    if found := patterns.below.match(text, at):
        return "own", "below", False, False, found.end()
    if found := patterns.present.match(text, at):
        return "own", "", False, True, found.end()
    if found := patterns.here.match(text, at):
        return "own", "", True, False, found.end()
    return ("foreign" if patterns.behind.match(text, at) else "bare"), "", False, False, at


def _sentence(text: str, end: int) -> str:
    """What stands before a position in the same sentence, as far as it is looked at."""
    start = max(0, end - SENTENCE)
    for found in _SENTENCE.finditer(text, start, end):
        start = found.end()
    return text[start:end]


def _wholes(text: str, patterns: Patterns, found: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions without a number: "the annex to the present resolution", "the preceding paragraph"."""
    wholes: tuple[tuple[Noun, re.Pattern[str]], ...] = (("annex", patterns.whole), ("preceding", patterns.preceding))
    for noun, pattern in wholes:
        for match in pattern.finditer(text):
            if not any(m.start < match.end() and match.start() < m.end for m in found):
                item = Item(match.start(), match.end(), (), 0)
                yield Mention(match.start(), match.end(), noun, (item,), owner="own", present=noun == "annex")
