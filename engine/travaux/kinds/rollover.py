"""Sessions and years that advanced throughout, as when last year's resolution becomes this year's."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal, NamedTuple

from travaux.contracts import Kind
from travaux.kinds.edits import Part
from travaux.kinds.lexicon import Lexicon, folded, lexicon
from travaux.kinds.reading import Altered, Claim, Reading, together
from travaux.words import tokens

_YEAR = re.compile(r"(?:19|20)\d\d")
_DEADLINE = re.compile(
    r"\b(?:by|until|before|than|d'ici|avant|jusqu'en|tard)(?: (?:the |la )?(?:end of|fin(?: de)?|en|à))?\Z"
)
"""What makes a year one by which something is to be done."""
_FEWEST = 2
"""Places from which on an advance is one of the whole text. One alone may be a new deadline."""

_FARTHEST = 3
"""Sessions or years by which a text is taken up again: each year, every second, every third."""

What = Literal["session", "year"]


class _Step(NamedTuple):
    altered: Altered
    part: Part
    what: What
    by: int
    deadline: bool


def find(reading: Reading) -> Iterator[Claim]:
    """Yield one claim where every session and year that changed advanced by the same, and none was left behind.

    An ordinal is a session only before that word, or one like it; elsewhere ("the Third Committee", "one third") it
    says who or how many. A year that is a deadline is put off, and does not advance; and where no session does, years
    may be put off as well.
    """
    words = [(altered, part) for altered, part in reading.open() if _is_word(part)]
    if len(words) < _FEWEST:
        return
    known = lexicon(reading.language.meanings)
    steps = [step for altered, part in words if (step := _step(altered, part, known))]
    steps = [step for step in steps if not step.deadline]
    if len(steps) < _FEWEST or len({step.by for step in steps}) != 1 or abs(steps[0].by) > _FARTHEST:
        return
    if all(step.what == "year" for step in steps):
        return
    moved = Counter((step.what, step.part.old.lower()) for step in steps)
    there = Counter(_named(reading.old_text, known))
    if any(there[key] != number for key, number in moved.items()):
        return
    firsts = {step.what: f"“{step.part.old}” → “{step.part.new}”" for step in reversed(steps)}
    told = f"{' and '.join(firsts[what] for what in sorted(firsts))}: advanced throughout, {len(steps)} places"
    yield Claim("rollover", "mechanical", "advanced-throughout", told, together((s.altered, s.part) for s in steps))


def _is_word(part: Part) -> bool:
    """Whether one word stands for another."""
    return bool(part.old and part.new) and len(tokens(part.old)) == 1 == len(tokens(part.new))


def _step(altered: Altered, part: Part, known: Lexicon) -> _Step | None:
    span = part.stretch
    what = _what(part.old, altered.old[span.old_start :], known)
    if not what or _what(part.new, altered.new[span.new_start :], known) != what:
        return None
    by = _number(what, part.new, known) - _number(what, part.old, known)
    before = altered.before(part)
    late = _DEADLINE.search(folded(before[1]).rstrip().lower())
    return _Step(altered, part, what, by, late is not None) if by else None


def _what(word: str, text: str, known: Lexicon) -> What | None:
    """What the first word of a text names."""
    if _YEAR.fullmatch(word):
        return "year"
    pattern = known.patterns.get("session")
    return "session" if pattern and pattern.match(folded(text.lstrip())) else None


def _number(what: What, word: str, known: Lexicon) -> int:
    return int(word) if what == "year" else known.ordinal(word.lower()) or 0


def _named(text: str, known: Lexicon) -> Iterator[tuple[What, str]]:
    """Every year and every ordinal of a session."""
    for token in tokens(text):
        if _YEAR.fullmatch(token.strip()):
            yield "year", token.strip()
    pattern = known.patterns.get("session")
    for match in pattern.finditer(folded(text)) if pattern else ():
        yield "session", match["ordinal"].lower()


KIND = Kind(
    name="rollover",
    finds={"rollover": "sessions and years that advanced by the same throughout"},
    find=find,
)
