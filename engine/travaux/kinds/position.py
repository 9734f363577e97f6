"""What follows from where a paragraph stands: the sign at its end, and the "also" of its verb."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from travaux.contracts import Kind, LintWords
from travaux.kinds.causing import Causes
from travaux.kinds.edits import Part
from travaux.kinds.lexicon import lexicon
from travaux.kinds.reading import Altered, Claim, Reading

_SIGNS = " ,;.:"
_OR = frozenset({"or", "ou"})
_DEGREES = frozenset({"more", "once"})
"""Words of a sequence that say something else alone: "more deeply concerned"."""
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")


def find(reading: Reading) -> Iterator[Claim]:
    """Yield what position explains."""
    causes = cache(lambda: Causes(reading))
    ended = {a.change.id: ends for a in reading.altered if (ends := [p for p in a.left if _is_end(reading, a, p)])}
    alternatives = _alternatives([part for ends in ended.values() for part in ends])
    for altered in reading.altered:
        if ends := [part for part in ended.get(altered.change.id, ()) if _joins(part, alternatives=alternatives)]:
            because = causes().of_ending(altered)
            if not because:  # an "or" that comes and goes without a paragraph is a choice made or unmade
                ends = [part for part in ends if _joins(part, alternatives=False)]
            if not ends:
                continue
            yield _claim(altered, ("terminal", "terminal-punctuation"), ends, because, _sign(ends))
        if also := list(_sequence(reading, altered)):
            because = causes().of_sequence(altered)
            yield _claim(altered, ("sequence", "also-further"), also, because, _also(also))


def _claim(altered: Altered, kind: tuple[str, str], parts: list[Part], because: tuple[str, ...], note: str) -> Claim:
    """A claim of a kind and its rule: mechanical where another change brought it about, else a correction."""
    places = ((altered.change.id, tuple(parts)),)
    return Claim(kind[0], "mechanical" if because else "editorial", kind[1], note, places, because)


def _is_end(reading: Reading, altered: Altered, part: Part) -> bool:
    old, new = part.old.strip(_SIGNS).lower(), part.new.strip(_SIGNS).lower()
    joints = reading.language.redlining.joints
    if (old and old not in joints) or (new and new not in joints) or (old and new and old != new):
        return False
    ends = not any(text.split("\n", 1)[0].strip() for text in altered.behind(part))
    return ends and not reading.attached(altered, part)


def _alternatives(ends: Sequence[Part]) -> bool:
    """Whether an "or" that went from the end of one paragraph came to that of another, as where a list gets longer."""
    olds, news = [part.old for part in ends], [part.new for part in ends]
    return not any(all(_OR.isdisjoint(_words(text)) for text in side) for side in (olds, news))


def _joins(part: Part, *, alternatives: bool) -> bool:
    """Whether a joint says nothing of its own: an "or" makes a choice of what was a list."""
    return alternatives or _OR.isdisjoint(_words(part.old) | _words(part.new))


def _words(text: str) -> set[str]:
    return {word.strip(_SIGNS).lower() for word in text.split()}


def _sign(parts: list[Part]) -> str:
    part = parts[-1]
    return (
        f"“{part.old}” → “{part.new}” at the end of the paragraph"
        if part.old and part.new
        else (f"“{part.new or part.old}” {'added' if part.new else 'dropped'} at the end of the paragraph")
    )


def _sequence(reading: Reading, altered: Altered) -> Iterator[Part]:
    """The parts of a lead that differ in its "also" alone, with the capital of its verb; and those of second acts."""
    known = reading.language.linting.sequence - _DEGREES
    if not known or altered.note:
        return
    if not any(_only_also(part, known) for part in altered.left):
        return  # soon told, and mostly so
    old, new = (_lead(reading, text) for text in (altered.old, altered.new))
    same = old and new and _without_also(reading, altered.old[:old]) == _without_also(reading, altered.new[:new])
    for part in altered.left:
        in_lead = part.stretch.old_end <= old and part.stretch.new_end <= new
        words = not any(char.isdigit() or char in "[]" for char in part.old + part.new)
        if (same and in_lead and words) or _is_second(reading, altered, part):
            yield part


def _only_also(part: Part, known: frozenset[str]) -> bool:
    """Whether a part differs in its "also" and capitals alone."""
    old, new = part.old.lower().split(), part.new.lower().split()
    return [word for word in old if word not in known] == [word for word in new if word not in known]


def _lead(reading: Reading, text: str) -> int:
    """Where the lead of a text ends: its verb with the words that make it what it is, "also" among them."""
    known = reading.language.linting
    end = verbs = 0
    for match in _WORD.finditer(text):
        word = match[0].lower()
        if word not in known.sequence and (verbs and word not in known.lead):
            break
        if verbs and word in known.sequence - known.second and not _ends_lead(text[match.end() :], known):
            break  # "Encourages further efforts"
        verbs += word not in known.sequence
        end = match.end()
        if text[end : end + 1] != " ":
            break
        end += 1
    return end if verbs else 0


def _ends_lead(behind: str, known: LintWords) -> bool:
    """Whether what follows "further" is no noun that it would go with: "Decides further to"."""
    found = _WORD.match(behind.lstrip())
    following = found[0] if found else ""
    return following[:1].isupper() or following.lower() in {"", *known.passed, *known.lead, *known.openings}


def _without_also(reading: Reading, lead: str) -> list[str]:
    known = reading.language.linting.sequence - _DEGREES
    return [word.lower() for word in _WORD.findall(lead) if word.lower() not in known]


def _is_second(reading: Reading, altered: Altered, part: Part) -> bool:
    """Whether an "also" came or went between a joint and the verb of a second act: `, and also requests`."""
    words = [word.lower() for word in f"{part.old} {part.new}".split()]
    if not words or any(word not in reading.language.linting.sequence for word in words):
        return False
    before, behind = altered.before(part)[1].split(), altered.behind(part)[1].split()
    joined = bool(before) and before[-1].lower() in reading.language.linting.joints
    known = lexicon(reading.language.meanings) if joined and behind else None
    return known is not None and any(e.act is not None for e in known.beginning([behind[0].lower()], 0))


def _also(parts: list[Part]) -> str:
    dropped, added = (" ".join(side).lower() for side in zip(*((p.old, p.new) for p in parts), strict=True))
    dropped, added = _apart(dropped, added)
    if not dropped and not added:
        return "the same words stand in another order in the lead"
    if dropped and added:
        return f"“{dropped}” → “{added}” in a sequence of like paragraphs"
    return f"“{added or dropped}” {'added' if added else 'dropped'} in a sequence of like paragraphs"


def _apart(old: str, new: str) -> tuple[str, str]:
    """The words that stand on one side alone."""
    olds, news = old.split(), new.split()
    return " ".join(w for w in olds if w not in news), " ".join(w for w in news if w not in olds)


KIND = Kind(
    name="position",
    finds={
        "terminal": "the sign or joint at the end of a paragraph, by its position",
        "sequence": "also, further and the like, by the paragraphs before",
    },
    find=find,
)
