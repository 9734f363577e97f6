"""Brackets: what became of the square brackets of a text under negotiation."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from travaux.kinds.lookups import Stretch
from travaux.words import keys, tokens

_OPENED: Final = "brackets added: these words are not agreed"
_CLOSED: Final = "brackets removed, their words kept: these words are agreed"
_NARROWED: Final = "brackets removed, some of their words with them: fewer options are left"
_EMPTY: Final = re.compile(r"\[(?:[Xx]+|[-–—_.… ]*|date|TB[CD])\]")

Outcome = Literal["open", "close", "narrow"]


@dataclass(slots=True, eq=False, repr=False)
class Bracketing:
    """What became of brackets, the edits in which it shows, and whether it explains all their words."""

    outcome: Outcome
    at: tuple[int, ...]
    note: str
    whole: bool = True


def bracketing(old: str, new: str, stretches: Sequence[Stretch]) -> Bracketing | None:
    """Return what became of the brackets of a change; None where none came or went.

    `open`: more words are in brackets. `close`: brackets went and their words stayed. `narrow`: brackets went, and some
    of their words with them; or fewer options are left. Edits that brought other words are not explained by it.
    """
    at = [
        k
        for k, s in enumerate(stretches)
        if (_has(old[s.old_start : s.old_end]) and not _quoted(old, s.old_start))
        or (_has(new[s.new_start : s.new_end]) and not _quoted(new, s.new_start))
    ]
    if not at:
        return None
    before, after = sum(map(old.count, "[]")), sum(map(new.count, "[]"))
    words_before, words_after = _bare(old), _bare(new)
    if words_before == words_after:
        if before == after:
            return Bracketing("narrow", tuple(at), "brackets stand round other words")
        more = after > before
        return Bracketing("open" if more else "close", tuple(at), _OPENED if more else _CLOSED)
    explained = tuple(k for k in at if _chosen(old, new, stretches[k]))
    if after > before:
        return Bracketing("open", explained, _OPENED) if explained else None
    if explained:
        return Bracketing("narrow", explained, _NARROWED)
    if any(_EMPTY.search(old, s.old_start, s.old_end) for s in stretches):
        return Bracketing("close", tuple(at), "a placeholder was filled", whole=False)
    return Bracketing("narrow", tuple(at), "words in brackets replaced", whole=False) if after < before else None


def _quoted(text: str, at: int) -> bool:
    """Whether a place stands in a quotation, where brackets are those of an editor."""
    opened = max(text.rfind(sign, 0, at) for sign in "“«")
    closed = max(text.rfind(sign, 0, at) for sign in "”»")
    return opened > closed and max(text.find(sign, at) for sign in "”»") >= 0


def _has(text: str) -> bool:
    return "[" in text or "]" in text


def _bare(text: str) -> list[str]:
    """The words of a text without brackets."""
    return [key for key in keys(tokens(text.replace("[", " ").replace("]", " "))) if key.strip()]


def _chosen(old: str, new: str, stretch: Stretch) -> bool:
    """Whether an edit only takes words out of brackets, or puts words in brackets."""
    one, other = old[stretch.old_start : stretch.old_end], new[stretch.new_start : stretch.new_end]
    if _has(other) and not _has(one):
        return _within(_inside(other), _bare(other)) and set(_bare(one)) <= set(_bare(other))
    depths = _depth(old, stretch.old_start)
    inside = _inside(one, depths)
    return _within(inside, _bare(one)) and set(_bare(other)) <= set(_bare(one))


def _within(inside: list[str], words: list[str]) -> bool:
    return len(inside) == len(words)


def _depth(text: str, end: int) -> int:
    return max(0, text.count("[", 0, end) - text.count("]", 0, end))


def _inside(text: str, depth: int = 0) -> list[str]:
    """The words that stand in brackets."""
    kept = []
    for char in text:
        depth += (char == "[") - (char == "]")
        kept.append(char if depth > 0 and char not in "[]" else " ")
    return _bare("".join(kept))
