"""Terms that a text defines: a name in brackets behind what it stands for, and the name used for it."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from travaux.contracts import Kind
from travaux.kinds.edits import Part
from travaux.kinds.reading import Altered, Claim, Reading

_BRACKETS = re.compile(r"[(（]\s*(?P<inside>[^()]{2,90}?)\s*[)）]")
_OPENING = "(（"
_NAME = re.compile(r"(?:the |la |le |les |l')?[\"']?(?P<name>[^\"']+?)[\"']?$", re.I)
_SMALL = frozenset(
    {"of", "the", "and", "for", "on", "in", "to", "de", "la", "le", "les", "des", "du", "et", "pour", "sur"}
)
_SHORTEST = 2
"""Letters that a name has more of: `(a)` and `(ii)` are none."""
_NEAR = 160
"""Characters before its brackets in which the words stand of which a name is made. Range 80 to 300."""
_PARENTS = frozenset({"united nations", "security council", "general assembly", "nations unies", "the united nations"})
"""Names of the organization and its organs that may stand before the name of a body of theirs, or not. Any other word
there may name another body or another office: the Deputy Executive Director."""
_FEWEST = 2
"""Times that a name stands in a text that defines it: in its brackets, and where it is used."""


def find(reading: Reading) -> Iterator[Claim]:
    """Yield definitions that were added or dropped, and longer names that gave way to a defined term."""
    texts = reading.old_text, reading.kept_text
    terms = cache(lambda: {name for text in texts for name in _defined(text)})
    for altered, part in list(reading.open()):
        side = 1 if part.new else 0
        text, whole = (part.new, texts[1]) if part.new else (part.old, texts[0])
        told = "added" if part.new else "dropped"
        if part.old and part.new:
            continue
        match = _BRACKETS.fullmatch(text.strip(" ,;"))
        name = _name(match["inside"]) if match else ""
        if name and whole.count(name) >= _FEWEST and _names(name, altered.before(part)[side]):
            note = f"“{name}” {told}: the name by which the text calls what stands before it"
            yield Claim("defined", "editorial", "term-defined", note, ((altered.change.id, (part,)),))
        elif term := _shortened(altered, part, terms, texts[1 - side]):
            note = f"“{text}” {told}: “{term}” is a defined term of the text"
            yield Claim("defined", "editorial", "term-used", note, ((altered.change.id, (part,)),))


def _names(name: str, before: str) -> bool:
    """Whether a name is made of what stands before it: of its words, or of their first letters."""
    words = [word.strip(",;.:()“”\"'").lower() for word in before[-_NEAR:].split()]
    own = [word.lower() for word in name.split() if word.lower() not in _SMALL]
    initials = "".join(word[0] for word in words if word and word not in _SMALL)
    return bool(set(own) & set(words)) or (len(own) == 1 and len(own[0]) > 1 and own[0] in initials)


def _defined(text: str) -> Iterator[str]:
    for sign in _OPENING:
        at = text.find(sign)
        while at >= 0:
            match = _BRACKETS.match(text, at)
            name = _name(match["inside"]) if match else ""
            if name and text.count(name) >= _FEWEST:
                yield name
            at = text.find(sign, match.end() if match else at + 1)


def _name(inside: str) -> str:
    """The name that brackets hold: capitals, small words apart; else nothing. A letter or a year is none."""
    found = _NAME.match(inside.replace("“", '"').replace("”", '"').replace("’", "'"))
    words = (found["name"] if found else "").split()
    held = [word for word in words if word.lower() not in _SMALL]
    named = all(word[0].isupper() and word.replace("-", "").isalpha() for word in held)
    return " ".join(words) if named and len(" ".join(held)) > _SHORTEST else ""


def _shortened(altered: Altered, part: Part, terms: Callable[[], set[str]], other: str) -> str:
    """The defined term before which words of a longer name were dropped, or put back.

    Where the longer name stands in the other text too, both are names, and of two bodies.
    """
    words = (part.old or part.new).split()
    if " ".join(words).lower() not in _PARENTS:
        return ""
    behind = altered.behind(part)[0].lstrip()
    fitting = (term for term in sorted(terms()) if behind.startswith(term) and _is_particular(term))
    return next((term for term in fitting if f"{words[-1]} {term}" not in other), "")


def _is_particular(term: str) -> bool:
    """Whether a term names one body whatever stands before it; there is many a Commission."""
    return any(sign in term for sign in " -")


KIND = Kind(
    name="defining",
    finds={"defined": "a defined term introduced or dropped, or used for a longer name"},
    find=find,
)
