"""Spellings, names and wordings that an editor makes alike without changing what is said."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import product

from travaux.contracts import Kind, StyleWords
from travaux.kinds.edits import Part
from travaux.kinds.lexicon import lexicon
from travaux.kinds.lookalikes import two_words
from travaux.kinds.reading import Altered, Claim, Reading, together
from travaux.text import fold

_AROUND = 3
"""Words on each side of a part that may belong to a wording: `with regard to` for `in regard to`."""
_REACHES = sorted(product(range(_AROUND + 1), repeat=2), key=sum)
_LONGEST = 8
"""Words of a part above which it is no matter of style. Range 4 to 12; the longest wording of the tables has five."""
_FEWEST = 2
"""Places from which on one wording put for another is told as replaced throughout."""
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*|[^\w\s]")


def find(reading: Reading) -> Iterator[Claim]:
    """Yield what style explains; the same wording replaced in several places is one claim."""
    words = reading.language.style()
    may_be = _styles(words)
    found: dict[tuple[str, str], list[tuple[Altered, Part]]] = {}
    for altered, part in reading.open():
        if part.alike or not may_be(part):
            continue
        pair = _pair(altered, part, words)
        if pair and not two_words(part.old, part.new, lexicon(reading.language.meanings)):
            found.setdefault(pair, []).append((altered, part))
    for (old, new), places in found.items():
        change = f"“{old}” → “{new}”" if old and new else f"“{new or old}” {'added' if new else 'dropped'}"
        if len(places) < _FEWEST:
            yield Claim("style", "editorial", "style", f"{change}: the same in another style", together(places))
        else:
            told = f"{change} in {len(places)} places: the same in another style"
            yield Claim("consistent", "editorial", "style-throughout", told, together(places))


def _styles(words: StyleWords) -> Callable[[Part], bool]:
    """Tells whether the tables know every word of a part; where they do not, it cannot be a matter of style."""
    known = _vocabulary(words)
    endings = tuple(ending for pair in words.suffixes for ending in pair)

    def may_be(part: Part) -> bool:
        held = [*part.old.split(), *part.new.split()]
        if len(held) > _LONGEST:
            return False
        for word in held:
            plain = _plain(word.strip(",;.:"))
            if plain not in known and not (endings and plain.endswith(endings)):
                return False
        return True

    return may_be


@cache
def _vocabulary(table: StyleWords) -> frozenset[str]:
    return frozenset(
        _plain(word) for pair in (*table.spellings, *table.wordings) for side in pair for word in side.split()
    )


def _pair(altered: Altered, part: Part, words: StyleWords) -> tuple[str, str] | None:
    """The wordings that were exchanged, where the styled words of both sides are the same; None where they are not."""
    (old_before, new_before), (old_behind, new_behind) = altered.before(part), altered.behind(part)
    left = [_last(text) for text in (old_before, new_before)]
    right = [_first(text) for text in (old_behind, new_behind)]
    for before, behind in _REACHES:
        olds = [*_tail(left[0], before), *_words(part.old), *right[0][:behind]]
        news = [*_tail(left[1], before), *_words(part.new), *right[1][:behind]]
        if styled(olds, words) == styled(news, words):
            return _shown(olds), _shown(news)
    return None


def styled(words: Sequence[str], table: StyleWords) -> str:
    """Return words in one spelling and one wording, in lower case, without accents and hyphens inside them."""
    spelled = " ".join(_spelled(word, table) for word in words)
    for old, new in _wordings(table):
        if old in spelled:
            spelled = re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", new, spelled)
    return spelled.replace(" ", "") if len(words) <= 3 and spelled.replace(" ", "").isalpha() else spelled


@lru_cache(maxsize=4096)
def _spelled(word: str, table: StyleWords) -> str:
    plain = _plain(word)
    plain = _spellings(table).get(plain, plain)
    for old, new in table.suffixes:
        if len(plain) > len(old) + 3 and plain.endswith(old):
            plain = plain[: -len(old)] + new
    return plain


@cache
def _spellings(table: StyleWords) -> dict[str, str]:
    return {_plain(old): _plain(new) for old, new in table.spellings}


@cache
def _wordings(table: StyleWords) -> tuple[tuple[str, str], ...]:
    pairs = ((" ".join(map(_plain, old.split())), " ".join(map(_plain, new.split()))) for old, new in table.wordings)
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


@lru_cache(maxsize=4096)
def _plain(word: str) -> str:
    if word.isascii():
        letters = fold(word).lower().replace("-", "")
        return letters if len(letters) > 3 else fold(word).lower()
    letters = unicodedata.normalize("NFD", fold(word).lower())
    plain = "".join(c for c in letters if not unicodedata.combining(c)).replace("-", "")
    # in two or three letters an accent tells words apart, as `a` and `à` in French
    return plain if len(plain) > 3 else fold(word).lower()


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _last(text: str) -> list[str]:
    return _words(text[-60:].partition(" ")[2] if len(text) > 60 else text)


def _first(text: str) -> list[str]:
    return _words(text[:60].rpartition(" ")[0] if len(text) > 60 else text)


def _tail(words: list[str], number: int) -> list[str]:
    return words[-number:] if number else []


def _shown(words: Sequence[str]) -> str:
    return re.sub(r" ([,;.:])", r"\1", " ".join(words))


KIND = Kind(
    name="style",
    finds={
        "style": "spelling, capitals, hyphens, forms of names, wordings that the style of the organization sets",
        "consistent": "one wording put for another throughout; editorial only where the tables of style say so",
    },
    find=find,
)
