"""The same words in another order, and small words that a list may say again or leave out."""

from collections.abc import Iterator

from travaux.contracts import Kind
from travaux.kinds.edits import Part
from travaux.kinds.lexicon import Lexicon, lexicon
from travaux.kinds.reading import Altered, Claim, Reading
from travaux.kinds.terms import terms

_MOST = 12
"""Words that may have changed their place. Range 4 to 20: more are another sentence."""
_JOINTS = frozenset({"and", "or", "et", "ou"})
_WEIGHING = frozenset({"negation", "modal", "qualifier", "scope", "quantity", "intensity"})
_PASSED = 8
"""Words of the phrase with which one changes places. Range 4 to 12: longer ones are clauses."""
_OF = frozenset({"of", "de", "du", "des"})
_OWN = frozenset({"its", "their", "his", "her", "son", "sa", "ses", "leur", "leurs"})
_HANGING = frozenset(
    {*_OF, *_OWN, "with", "for", "avec", "pour", "the", "a", "an", "le", "la", "les", "un", "une", "is", "are"}
)
"""First words of a phrase that belongs to the noun before it, or is no phrase of place, time or direction."""
_TO = frozenset({"to", "à", "de", "d'", "pour"})
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "all", "le", "la", "les", "l'", "un", "une", "ses", "leurs"})
_NAMED = 2
_REACH = 160
"""Characters before a list member in which the word stands that is said again. Range 60 to 300."""


def find(reading: Reading) -> Iterator[Claim]:
    """Yield what order and repetition explain."""
    small = reading.language.redlining.small
    style = reading.language.style()
    known = lexicon(reading.language.meanings)
    for altered in reading.altered:
        repeated = [part for part in altered.left if _is_repeated(altered, part, style.governed)]
        if repeated:
            word = repeated[0].new or repeated[0].old
            told = f"“{word}” {'said again' if repeated[0].new else 'no longer said again'} before a member of a list"
            yield _claim(altered, "word-repeated", told, repeated)
        gerunds = [part for part in altered.left if part not in repeated and _is_gerund(altered, part, *style.of)]
        if gerunds:
            told = f"“{style.of[0]}” {'added' if gerunds[0].new else 'dropped'} between a verbal noun and its object"
            yield _claim(altered, "verbal-noun", told, gerunds)
        left = [part for part in altered.left if part not in (*repeated, *gerunds) and not part.alike]
        for words, pair in _moved(altered, left, small, known):
            yield _claim(altered, "same-words", f"“{words}”: the same words in another place of the sentence", pair)


def _claim(altered: Altered, rule: str, told: str, parts: list[Part]) -> Claim:
    return Claim("syntax", "editorial", rule, told, ((altered.change.id, tuple(parts)),))


def _is_repeated(altered: Altered, part: Part, governed: frozenset[str]) -> bool:
    """Whether a preposition came or went behind a comma or a joint, and the same one stands earlier in the list."""
    old, new = part.old.strip(" ,;").lower(), part.new.strip(" ,;").lower()
    word = old or new
    if bool(old) == bool(new) or word not in governed:
        return False
    before = altered.before(part)[1 if new else 0]
    bare = part.new if new else part.old
    joined = before.rstrip().endswith((",", ";", " and", " or", " et", " ou")) or bare.startswith((",", ";"))
    return joined and f" {word} " in before[-_REACH:].lower()


def _is_gerund(altered: Altered, part: Part, word: str, ending: str) -> bool:
    """Whether nothing but the word between a verbal noun and its object came or went."""
    if not word or (part.old.lower(), part.new.lower()) not in (("", word), (word, "")):
        return False
    before = altered.before(part)[0].split()
    return bool(before) and before[-1].lower() == ending


def _moved(
    altered: Altered, parts: list[Part], small: frozenset[str], known: Lexicon
) -> Iterator[tuple[str, list[Part]]]:
    """Words that were dropped in one place and added in another, where that says the same.

    Either a phrase that begins with a preposition changed places with the phrase beside it: `to the Assembly at its
    next session`; a phrase with `of` or `with` belongs to the noun before it, and to another one then. Or one word
    of weight got its owner in another way: `the efforts of the Office`, `the Office for its efforts`. Were one of the
    small words the same, two names may have changed places: `by pilots`, `pilots by`. What weighs a sentence, such
    as `not` or `where appropriate`, may be about something else in another place, and is left to others.
    """
    dropped = [(part, _words(part.old)) for part in parts if not part.new]
    added = [(part, _words(part.new)) for part in parts if not part.old]
    for part, words in dropped:
        if not words or len(words) > _MOST:
            continue
        for other, others in added:
            owned = _is_owned(words, others, small) and _is_of_one(altered, part, other)
            if owned or (words == others and _is_beside(altered, part, other, small)):
                start, end = sorted((part.stretch.old_start, other.stretch.old_start))
                if _weighs(part.old, known) or _weighs(altered.old[start:end], known):
                    break
                yield " ".join(words), [part, other]
                added.remove((other, others))
                break


def _is_beside(altered: Altered, dropped: Part, added: Part, small: frozenset[str]) -> bool:
    """Whether a phrase changed places with the phrase beside it alone, and neither hangs on the noun before it."""
    words = _words(dropped.old)
    places = sorted(
        ((dropped.stretch.old_start, dropped.stretch.old_end), (added.stretch.old_start, added.stretch.old_end))
    )
    passed = altered.old[places[0][1] : places[1][0]].strip(" ,")
    others = _words(passed)
    phrases = all(len(said) > 1 and said[0] in small - _HANGING and said[-1] not in small for said in (words, others))
    joined = _JOINTS.intersection((*words, *others)) or any(sign in passed for sign in ",;:.")
    if any(_is_infinitive(said) for said in (words, others)):
        return False
    return phrases and not joined and len(others) <= _PASSED


def _is_infinitive(words: list[str]) -> bool:
    """Whether a phrase may be what somebody is to do: "to consider"; "to the Assembly" is none."""
    return bool(words) and words[0] in _TO and (len(words) < _NAMED or words[1] not in _ARTICLES)


def _is_of_one(altered: Altered, dropped: Part, added: Part) -> bool:
    """Whether nothing stands between two places but the owner: neither a sign nor a joint."""
    spans = sorted((p.stretch.old_start, p.stretch.old_end) for p in (dropped, added))
    between = altered.old[spans[0][1] : spans[1][0]]
    return _JOINTS.isdisjoint(_words(between)) and not any(sign in between for sign in ",;:.")


def _is_owned(old: list[str], new: list[str], small: frozenset[str]) -> bool:
    """Whether one word of weight has its owner behind "of" on one side and is "its" on the other."""
    weighty = [[word for word in words if word not in small] for words in (old, new)]
    owned = any(_OF.intersection(one) and _OWN.intersection(other) for one, other in ((old, new), (new, old)))
    return owned and len(weighty[0]) == 1 and weighty[0] == weighty[1] and small.isdisjoint({*old} & {*new})


def _weighs(text: str, known: Lexicon) -> bool:
    """Whether words weigh the sentence in which they stand."""
    folded = f" {text.lower()} "
    return any(term.kind in _WEIGHING for term in terms(folded, 0, len(folded), known, 0))


def _words(text: str) -> list[str]:
    return [word for word in (w.strip(",;.:()“”\"'").lower() for w in text.split()) if word]


KIND = Kind(
    name="reordering",
    finds={"syntax": "the same words in another order; a small word of grammar said again or left out"},
    find=find,
)
