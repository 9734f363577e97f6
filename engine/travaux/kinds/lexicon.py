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
| `counted` | in one word: what a text holds where any of the patterns above but `name` can match |
| `verbal` | what stands before a verb and not before a noun of the same letters, to the end |
| `act` | what stands before a second act of a paragraph, to the end |
| `quotes` | words in quotation marks |
| `attribution` | who proposes or supports, in a draft under negotiation: "(EU)", "G77:" |
| `status` | what has been agreed, in a draft under negotiation: "[agreed ad ref]" |
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from itertools import chain
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


_PAIR: Final = 2
_REMEMBERED: Final = 20_000
"""Words of which it is known whether they count. Range 5,000 to 100,000; a long text has some thousands."""
_Row = tuple[str, str, str, Act | None]
"""A phrase as it is told, with its kind, its sense and the verb that it is a form of."""


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


class _Patterns(dict[str, re.Pattern[str]]):
    """Patterns by name, compiled when they are asked for: most texts need few of them."""

    def __init__(self, told: Mapping[str, str]) -> None:
        super().__init__()
        self._told = told

    def __missing__(self, name: str) -> re.Pattern[str]:
        self[name] = made = re.compile(self._told[name], 0 if name in _CASED else re.I)
        return made

    def __contains__(self, name: object) -> bool:
        return name in self._told

    def get(self, name: str, default: "re.Pattern[str] | None" = None) -> "re.Pattern[str] | None":  # type: ignore[override]
        """Return the pattern of this name, if the language has one."""
        return self[name] if name in self._told else default


class _Heads(dict[str, Mapping[str, Sequence[Entry]]]):
    """Entries by their first word and then the second; made for a word that is asked for.

    Behind no word stand those of one word alone; they stand with all others too. The longest come first, and of these
    the particular ones.
    """

    def __init__(self, phrases: Mapping[str, Sequence[_Row]]) -> None:
        super().__init__()
        self._phrases = phrases

    def __missing__(self, first: str) -> Mapping[str, Sequence[Entry]]:
        found: dict[str, list[Entry]] = {}
        for row in self._phrases.get(first, ()):
            entry = _entry(*row)
            found.setdefault(entry.words[1] if len(entry.words) > 1 else "", []).append(entry)
        alone = found.setdefault("", [])
        for second, entries in found.items():
            if second:
                entries.extend(alone)
            entries.sort(key=_particular)
        self[first] = found
        return found


class Lexicon:
    """The tables of one language, ready for looking up.

    Attributes:
        begins: the words with which phrases of the tables begin.
        heads: the entries, by first and second word; asked for only of words in `begins`.
        adverbs: words that may stand before the verb of a lead.
        patterns: by name, as told above.
        ordinal: the number that an ordinal names, or None.
    """

    def __init__(self, told: Meanings) -> None:
        self._told = told
        phrases: dict[str, list[_Row]] = {}
        for row in _listed(told):
            first = row[0].partition(" ")[0].lower()
            if not first.isalpha() or not first.isascii():
                first = WORD.findall(row[0].translate(_FOLDED))[0].lower()
            phrases.setdefault(first, []).append(row)
        self.begins: Mapping[str, object] = phrases
        self.heads = _Heads(phrases)
        self.adverbs = told.adverbs
        self.patterns = _Patterns(told.patterns)
        self.ordinal = told.ordinal
        self.counts = lru_cache(_REMEMBERED)(self._counts)

    def beginning(self, words: Sequence[str], at: int) -> Iterator[Entry]:
        """Yield the entries that stand at a place among words in lower case, the longest first."""
        if words[at] not in self.begins:
            return
        head = self.heads[words[at]]
        for entry in head.get(words[at + 1] if at + 1 < len(words) else "", head[""]):
            count = len(entry.words)
            if count <= _PAIR or tuple(words[at : at + count]) == entry.words:
                yield entry

    def _counts(self, word: str) -> bool:
        """Whether a word may be one of those by which something is counted or dated."""
        pattern = self.patterns.get("counted")
        return pattern is not None and pattern.search(word) is not None

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All words of the tables but those that stand in too many phrases to tell anything."""
        bodies = dict.fromkeys(row[0].partition(" …")[0].lower() for row in _listed(self._told))
        return _telling(
            [tuple(WORD.findall(folded(body))) if _PARTED.search(body) else body.split() for body in bodies]
        )

    @cached_property
    def joints(self) -> re.Pattern[str]:
        """What joins the members of a list, commas excepted."""
        told = (re.escape(p) for t in self._told.phrases if t.sense == "joint" for p in t.phrases)
        return re.compile("|".join(told) or "(?!)")


@cache
def lexicon(meanings: Callable[[], Meanings]) -> Lexicon:
    """Return the tables of a language, made once."""
    return Lexicon(meanings())


def _entry(phrase: str, kind: str, sense: str, act: Act | None) -> Entry:
    body, _, behind = phrase.partition(" …")
    plain = body.isascii() and not _PARTED.search(body)
    printed = body.split() if plain else WORD.findall(body.translate(_FOLDED))
    words = tuple(body.lower().split() if plain else [word.lower() for word in printed])
    small = plain and body.islower()
    capitals = () if small else tuple([at for at, word in enumerate(printed) if word[0].isupper()])
    key = act.name if act else " ".join(words).removeprefix("the ")
    return Entry(words, capitals, behind, kind, sense, act, key, not capitals and not behind and kind != "modal")


def _listed(told: Meanings) -> Iterator[_Row]:
    for table in told.phrases:
        for phrase in table.phrases:
            yield phrase, table.kind, table.sense, None
    for act in told.acts:
        for form in act.forms:
            yield form, "secverb", act.family, act


def _telling(found: Sequence[Sequence[str]]) -> frozenset[str]:
    """The words that tell that a phrase may stand there: of every phrase one, and few of what is everywhere."""
    counts = Counter(chain.from_iterable(found))
    rare = {word for word, count in counts.items() if len(word) > _SMALL and count < _COMMON}
    return frozenset(rare.union(*(words for words in found if rare.isdisjoint(words))))


def _particular(entry: Entry) -> tuple[int, bool]:
    return -len(entry.words), not entry.behind


def folded(text: str) -> str:
    """Return the text with apostrophes, spaces and hyphens made alike, each code point in its place."""
    return text if text.isascii() else text.translate(_FOLDED)
