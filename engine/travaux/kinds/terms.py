"""Terms: the words of a text that the tables of a language know, each with its kind and sense."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from travaux.contracts import Act
from travaux.kinds.lexicon import WORD, Entry, Lexicon, folded

NEAR: Final = 44
"""Characters around an edit in which a term that it touches may begin or end. Range 30 to 120: one phrase in a hundred
of the tables is longer."""

CLAUSE: Final = 240
"""Characters of an edit from which neither numbers nor names are looked for: it is told as a whole. Range 150 to
400."""

_CAPITAL: Final = re.compile(r"[A-ZÀ-Þ]")
_DIGIT: Final = re.compile(r"\d")
LEAD: Final = 64
"""Characters at the beginning of a paragraph among which its lead stands."""


class Term(NamedTuple):
    """Words with a meaning; half open range of code points, what they mean, and what they are compared by."""

    start: int
    end: int
    kind: str
    sense: str
    key: str
    act: Act | None = None


def lead(text: str, known: Lexicon) -> Term | None:
    """Return the verb with which a paragraph begins, without the adverbs before it; a subparagraph's "To" counts too.

    Where the tables do not know it, it has no act, its key is the word without its ending, and its sense is `verbal`
    where it ends like a verb.
    """
    words = list(WORD.finditer(folded(text[:LEAD])))
    lowered = [word[0].lower() for word in words]
    at = 0
    while at < len(words) - 1 and lowered[at] in known.adverbs:
        at += 1
    if not words:
        return None
    entry = next(_acts(words, lowered, at, text, known), None)
    if not entry:
        sense = "verbal" if _VERBAL_END.search(lowered[at]) else ""
        return Term(words[at].start(), words[at].end(), "verb", sense, _stem(lowered[at]))
    end = words[at + len(entry.words) - 1].end()
    return Term(words[at].start(), end, "verb", entry.sense, entry.key, entry.act)


def _acts(
    words: Sequence[re.Match[str]], lowered: Sequence[str], at: int, text: str, known: Lexicon
) -> Iterator[Entry]:
    """Yield the verbs of the tables at a place, the longest first."""
    for entry in known.beginning(lowered, at):
        if entry.act and _fits(entry, words, lowered, at, text):
            yield entry


def _stem(word: str) -> str:
    """A verb that the tables do not know, alike as participle and as finite verb."""
    return _ENDINGS.sub("", word)


def tells(text: str, start: int, end: int, known: Lexicon) -> bool:
    """Whether a stretch holds anything that can be a term or part of one: soon told, and mostly not."""
    if start >= end:
        return False
    stretch = text[start:end]
    if _TELLING.search(stretch):
        return True
    words = WORD.findall(stretch.lower())
    return not known.vocabulary.isdisjoint(words) or any(map(known.counts, words))


def terms(text: str, start: int, end: int, known: Lexicon, begin: int) -> list[Term]:
    """Return the terms that stand in a stretch of text or near it, in order; no two overlap.

    Args:
        text: folded.
        start: where the stretch begins.
        end: where it ends; where nothing stands between, `start`.
        known: the tables of its language.
        begin: where the words behind the lead begin; before it no name is looked for.
    """
    low = text.rfind(" ", 0, start - NEAR) + 1 if start > NEAR else 0
    space = text.find(" ", end + NEAR)
    window = text[low : space if space >= 0 else len(text)]
    found = _looked_up(window, end - low, low, begin, known)
    if end - start > CLAUSE:
        return found
    counted = _counted(window, text[start:end], low, known)
    names = _names(window, low, begin, known) if _CAPITAL.search(text, start, end) else []
    return _disjoint(counted, names, found) if counted or names else found


def _counted(window: str, stretch: str, low: int, known: Lexicon) -> list[Term]:
    """Numbers, dates, sessions and what looks like them."""
    if not any(map(known.counts, WORD.findall(stretch))):
        return []
    found: list[Term] = []
    digits = _DIGIT.search(window) is not None
    for name, kind, sense in _COUNTED:
        if not digits and name in _OF_DIGITS:
            continue
        for match in known.patterns[name].finditer(window):
            begin, end = match.span()
            while end > begin and not window[end - 1].isalnum() and window[end - 1] not in "%)":
                end -= 1
            term = Term(low + begin, low + end, kind, sense, _key(name, match, window[begin:end], known))
            if begin < end and not any(_overlap(term, other) for other in found):
                found.append(term)
    return found


def _key(name: str, match: re.Match[str], words: str, known: Lexicon) -> str:
    """What a number is compared by: figures and words for one ordinal are the same."""
    key = _DASH.sub("-", " ".join(words.lower().split()))
    if name == "session" and (value := known.ordinal(match["ordinal"])):
        return f"{value} {key[len(match['ordinal']) :].strip()}"
    return key


def _looked_up(window: str, last: int, low: int, begin: int, known: Lexicon) -> list[Term]:
    """What stands in the tables and begins up to a place, the longest phrase at each; no verbs of the lead."""
    lowered = WORD.findall(window.lower())
    begins, heads = known.begins, known.heads
    lowered.append("")
    places = [at for at, first in enumerate(lowered) if first in begins]
    words: list[re.Match[str]] = []
    found: list[Term] = []
    behind = 0
    for at in places:
        head = heads[lowered[at]]
        entries = head.get(lowered[at + 1], head[""])
        if at < behind or not entries:
            continue
        words = words or list(WORD.finditer(window))
        start = words[at].start()
        if start > last + 1:
            break
        act = low + start >= begin
        for entry in entries:
            count = len(entry.words)
            if count > _PAIR and tuple(lowered[at : at + count]) != entry.words:
                continue
            if (act or not entry.act) and _fits(entry, words, lowered, at, window):
                behind = at + count
                end = low + words[behind - 1].end()
                found.append(Term(low + start, end, entry.kind, entry.sense, entry.key, entry.act))
                break
    return found


def _fits(entry: Entry, words: Sequence[re.Match[str]], lowered: Sequence[str], at: int, window: str) -> bool:
    """Whether words are written as an entry has them, with nothing between them but spaces and apostrophes."""
    count = len(entry.words)
    for k in range(at + 1, at + count):
        if window[words[k - 1].end() : words[k].start()] not in _BETWEEN:
            return False
    first = words[at][0]
    if len(first) > 1 and first.isupper() and 0 not in entry.capitals:
        return False  # the code of a country
    if entry.plain:
        return True
    if entry.kind == "modal" and not words[at][0].islower():
        return False  # the month of May; a name
    if any(not words[at + place][0][0].isupper() for place in entry.capitals):
        return False
    return not entry.behind or (at + count < len(lowered) and lowered[at + count].endswith(entry.behind))


def _names(window: str, low: int, begin: int, known: Lexicon) -> list[Term]:
    """Names in capitals; those of bodies that act are actors."""
    found = []
    for match in known.patterns["name"].finditer(window, max(0, begin - low)):
        start, end = match.span()
        before = window[:start].rstrip()
        begins = not before or before[-1] in '.:;\n“"«('
        if " " not in match[0] and (begins or end - start < _SHORTEST):
            continue  # the first word of a sentence, a letter
        kind = "actor" if known.patterns["body"].search(match[0]) else "entity"
        found.append(Term(low + start, low + end, kind, "name", " ".join(match[0].split())))
    return found


def _disjoint(counted: Sequence[Term], names: Sequence[Term], looked: Sequence[Term]) -> list[Term]:
    """One reading of each word: the longest, and of two as long what is counted before what is named."""
    kept: list[Term] = []
    ranked = (*((t, 0) for t in counted), *((t, 1) for t in looked), *((t, 2) for t in names))
    for term, _ in sorted(ranked, key=lambda each: (each[0].start - each[0].end, each[1])):
        if not any(_overlap(term, other) for other in kept):
            kept.append(term)
    return sorted(kept, key=lambda term: term.start)


def _overlap(one: Term, other: Term) -> bool:
    return one.start < other.end and other.start < one.end


_PAIR: Final = 2
_SHORTEST: Final = 2
"""Letters of a name."""
_TELLING: Final = re.compile(r"[\dA-ZÀ-Þ\[\]]")
_DASH: Final = re.compile(r"\s?[-–—]\s?")
_VERBAL_END: Final = re.compile(r"(?:[^s]s|ing|ed|ant|e)\Z")
_ENDINGS: Final = re.compile(r"(?:es|s|ing|ed|ant|e|ée|é)\Z")
_BETWEEN: Final = frozenset({" ", "'", "  ", "-", ", ", ""})
_OF_DIGITS: Final = frozenset({"symbol", "resolution", "pointer", "provision", "year"})
_COUNTED: Final = (
    ("symbol", "citation", "document"),
    ("resolution", "", ""),
    ("pointer", "", ""),
    ("provision", "citation", "provision"),
    ("date", "time", "date"),
    ("session", "time", "session"),
    ("period", "time", "period"),
    ("year", "time", "year"),
    ("ordinal", "quantity", "ordinal"),
    ("number", "quantity", "number"),
)
