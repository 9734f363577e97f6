"""Seams: words that a split, a merger or a transfer brings with it, and that say nothing more."""

import re
from typing import Final

from travaux.contracts import Language
from travaux.kinds.edits import Part
from travaux.kinds.lexicon import lexicon
from travaux.kinds.reading import Altered
from travaux.kinds.terms import lead

_WORD: Final = re.compile(r"[^\W\d_]+")
_REPEATED: Final = 8
"""Words of the beginning that may be said again where one paragraph became two: "Urges pilots". Range 4 to 15."""

_BEGINNING: Final = 120
"""Characters in which those words stand."""


def seams(altered: Altered, language: Language) -> tuple[Part, ...]:
    """Return the parts of a change that only sew its paragraphs together or apart, or change the form of its verb.

    Sewn with are signs, joints ("and"), words of sequence ("also") and the first words of the paragraph said again.
    """
    if altered.note:
        return ()
    found = [part for part in altered.left if altered.change.transferred and _is_form(altered, part, language)]
    if altered.change.relation != "kept":
        at = {n for n, edit in enumerate(altered.edits) if _parts_lines(altered, edit.stretch)}
        found += [part for part in altered.left if part.edit in at and _sews(altered, part, language)]
    return tuple(dict.fromkeys(found))


def _parts_lines(altered: Altered, stretch: tuple[int, int, int, int]) -> bool:
    old_start, old_end, new_start, new_end = stretch
    return "\n" in altered.old[old_start:old_end] or "\n" in altered.new[new_start:new_end]


def _sews(altered: Altered, part: Part, language: Language) -> bool:
    if part.alike:
        return True
    known = language.redlining.joints | language.linting.sequence
    starts = [_words(text[:_BEGINNING])[:_REPEATED] for text in (altered.old, altered.new)]
    for side, start in zip((part.old, part.new), starts, strict=True):
        words = [word for word in _words(side) if word not in known]
        if words and words != start[: len(words)]:
            return False
    return True


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _is_form(altered: Altered, part: Part, language: Language) -> bool:
    """Whether a part is the verb of the paragraph, as participle on one side and as finite verb on the other."""
    known = lexicon(language.meanings)
    old, new = lead(altered.old, known), lead(altered.new, known)
    if not old or not new or old.key != new.key:
        return False
    span = part.stretch
    return old.start <= span.old_start < old.end and new.start <= span.new_start < new.end
