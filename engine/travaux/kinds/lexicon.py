"""Lexicon: the tables of words of a language, ready for looking up.

The patterns of `contracts.Meanings`, all searched without regard to case unless they say otherwise:

| pattern | must match |
|---|---|
| `date` | a day, a range of days or a month, with or without the year: "30 June 2044" |
| `year` | a year or a range of years, as years are written |
| `session` | a session or meeting by its ordinal, which is the group `ordinal`: "sixtieth regular session" |
| `ordinal` | an ordinal that is not the name of a body |
| `period` | a length of time: "six months" |
| `number` | a number, percentage or amount, in figures or words; not "one", which is a pronoun too |
| `resolution` | the number of a resolution, with its date |
| `symbol` | the symbol of a document |
| `provision` | a provision of another text: "article 4", "Goal 6" |
| `pointer` | a number that counts nothing: "paragraph 4", "section II", "No. 7" |
| `name` | a name in capitals with its small words |
| `body` | the word in a name that makes it a body that acts: "Office", "Committee" |
| `counted` | what a text holds where any of the patterns above but `name` can match |
| `verbal` | what stands before a verb and not before a noun of the same letters, to the end |
| `act` | what stands before a second act of a paragraph, to the end |
| `quotes` | words in quotation marks |
| `attribution` | who proposes or supports, in a draft under negotiation: "(EU)", "G77:" |
| `status` | what has been agreed, in a draft under negotiation: "[agreed ad ref]" |
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from travaux.contracts import Act, Meanings

_FOLDED: Final = str.maketrans("’‘`´\u00a0\u202f\u2009‑‐–", "''''   ---")
WORD: Final = re.compile(r"can(?=not\b)|(?<=\bcan)not\b|\w+(?:[-/.]\w+|,\d+)*")
_CASED: Final = frozenset({"name", "body", "attribution", "resolution", "symbol", "provision", "pointer"})
_PARTED: Final = re.compile(r"[^\w -]")
_SMALL: Final = 2
"""Letters up to which a word of a longer phrase tells nothing alone: "of", "in". Range 1 to 3."""
_COMMON: Final = 120
"""Phrases from which on a word tells nothing alone: "with", "the". Range 60 to 300: hardly a noun has so many."""


class Entry(NamedTuple):
    """A phrase of the tables: its words in lower case, which of them have capitals, how the word behind them ends."""

    words: tuple[str, ...]
    capitals: tuple[int, ...]
    behind: str
    kind: str
    sense: str
    act: Act | None
    key: str
    plain: bool
    """Whether its words, in any case and with single spaces between them, are always it."""


@dataclass(frozen=True)
class Lexicon:
    """The tables of one language, ready for looking up."""

    entries: dict[tuple[str, ...], tuple[Entry, ...]]
    """By their words in lower case."""
    lengths: dict[str, tuple[int, ...]]
    """By the first word of entries, how many words they have, the most first."""
    adverbs: frozenset[str]
    patterns: dict[str, re.Pattern[str]]
    vocabulary: frozenset[str]
    """All words of the tables but those that stand in too many phrases to tell anything."""
    joints: re.Pattern[str]
    """What joins the members of a list, commas excepted."""
    ordinal: Callable[[str], int | None]


@cache
def lexicon(meanings: Callable[[], Meanings]) -> Lexicon:
    """Return the tables of a language, made once."""
    told = meanings()
    found: dict[tuple[str, ...], list[Entry]] = {}
    lengths: dict[str, set[int]] = {}
    for phrase, kind, sense, act in _listed(told):
        body, _, behind = phrase.partition(" …")
        plain = body.isascii() and not _PARTED.search(body)
        printed = body.split() if plain else WORD.findall(body.translate(_FOLDED))
        words = tuple(body.lower().split() if plain else [word.lower() for word in printed])
        small = plain and body.islower()
        capitals = () if small else tuple([at for at, word in enumerate(printed) if word[0].isupper()])
        key = act.name if act else " ".join(words).removeprefix("the ")
        entry = Entry(words, capitals, behind, kind, sense, act, key, not capitals and not behind and kind != "modal")
        found.setdefault(words, []).append(entry)
        lengths.setdefault(words[0], set()).add(len(words))
    return Lexicon(
        {words: tuple(sorted(entries, key=_particular, reverse=True)) for words, entries in found.items()},
        {word: tuple(sorted(counts, reverse=True)) for word, counts in lengths.items()},
        told.adverbs,
        {name: re.compile(pattern, 0 if name in _CASED else re.I) for name, pattern in told.patterns.items()},
        _telling(found),
        re.compile("|".join(re.escape(p) for t in told.phrases if t.sense == "joint" for p in t.phrases) or "(?!)"),
        told.ordinal,
    )


def _listed(told: Meanings) -> Iterator[tuple[str, str, str, Act | None]]:
    for table in told.phrases:
        for phrase in table.phrases:
            yield phrase, table.kind, table.sense, None
    for act in told.acts:
        for form in act.forms:
            yield form, "secverb", act.family, act


def _telling(found: Mapping[tuple[str, ...], object]) -> frozenset[str]:
    """The words that tell that a phrase may stand there: of every phrase one, and few of what is everywhere."""
    counts = Counter(word for words in found for word in words)
    rare = {word for word, count in counts.items() if len(word) > _SMALL and count < _COMMON}
    return frozenset(rare.union(*(words for words in found if rare.isdisjoint(words))))


def _particular(entry: Entry) -> bool:
    return bool(entry.behind)


def folded(text: str) -> str:
    """Return the text with apostrophes, spaces and hyphens made alike, each code point in its place."""
    return text if text.isascii() else text.translate(_FOLDED)
