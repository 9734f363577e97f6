"""Sessions and years that a text advances everywhere but in one place."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from travaux.citations import find_runs
from travaux.contracts import Language
from travaux.linting.text import Text
from travaux.model.checks import Remark
from travaux.model.document import Paragraph

ADVANCED: Final = 2
"""Places in which a session or year must have been advanced before one that was not is told (range 2 to 5)."""
TELLING: Final = 5
"""Letters of a word that says what a year is the year of (range 4 to 7)."""
_YEAR: Final = re.compile(r"(?<![\w/(.-])(?:19|20)\d{2}(?![\w/)]|-\d)")


_BEFORE: Final = re.compile(r"(\w+)\W+(\w+)\W+\Z")
"""The two words before a year."""
_Found = tuple[str, int, str, tuple[int, int]]
"""Kind, number, the words before a year, and where it stands."""


@dataclass
class _Term:
    """A session or year of the old text: how often it was advanced behind which words, and where it was kept."""

    advanced: Counter[str] = field(default_factory=Counter)
    kept: list[tuple[Paragraph, str, tuple[int, int]]] = field(default_factory=list)


def rollover(text: Text) -> Iterator[Remark]:
    """Yield a remark for each session or year that stands once as before, and elsewhere was advanced by one.

    Of years only those behind words behind which the same year was advanced elsewhere ("session in 2044"): most years
    tell when something was, and stay.
    """
    if text.comparison is None:
        return
    old = {p.id: p for p in text.comparison.old.paragraphs}
    new = {p.id: p for p in text.comparison.new.paragraphs}
    terms: defaultdict[tuple[str, int], _Term] = defaultdict(_Term)
    for change in text.comparison.changes:
        if change.relation != "kept":
            continue
        before = _found(old[change.old[0]], text.language)
        after = _found(new[change.new[0]], text.language)
        if len(before) != len(after):
            continue
        for (kind, was, words, _), (other, now, _, span) in zip(before, after, strict=True):
            if kind == other and now == was + 1:
                terms[kind, was].advanced[words] += 1
            elif kind == other and now == was:
                terms[kind, was].kept.append((new[change.new[0]], words, span))
    for term in terms.values():
        left = [each for each in term.kept if term.advanced[each[1]]]
        if term.advanced.total() >= ADVANCED and len(left) == 1:
            paragraph, _, span = left[0]
            said = paragraph.text[slice(*span)]
            note = f"“{said}” was advanced in {term.advanced.total()} places and stands here as before"
            yield text.remark("rollover", note, paragraph, span)


def _tells(before: tuple[str, ...], language: Language) -> bool:
    """Whether the words before a year say what it is the year of: not small words, not a day."""
    dated = any(word in language.months for word in before)
    return not dated and any(len(word) >= TELLING for word in before)


def _found(paragraph: Paragraph, language: Language) -> list[_Found]:
    """The sessions and years of a paragraph, those of cited resolutions left out, in order."""
    words = paragraph.text
    if paragraph.part not in ("preambular", "operative"):
        return []
    cited = [(run.start, run.end) for run in find_runs(words, None, language.citations())]
    sessions = re.finditer(language.linting.session, words)
    named = [(language.linting.ordinal(match["ordinal"]), match.span()) for match in sessions]
    found: list[_Found] = [("session", value, "", span) for value, span in named if value]
    for match in _YEAR.finditer(words):
        before = _BEFORE.search(words[: match.start()])
        if before and _tells(before.groups(), language):
            found.append(("year", int(match[0]), " ".join(before.groups()).lower(), match.span()))
    return sorted((f for f in found if not any(a <= f[3][0] < b for a, b in cited)), key=lambda f: f[3])
