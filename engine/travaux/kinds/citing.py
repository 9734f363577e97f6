"""Citations that name the same resolution in other words, and those that were completed."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from travaux.contracts import Kind
from travaux.kinds.citable import citable, has_number
from travaux.kinds.edits import Part
from travaux.kinds.lexicon import folded
from travaux.kinds.reading import Altered, Claim, Reading

if TYPE_CHECKING:
    from travaux.citations import Citation, CitationRun, CitationWords

_NUMBER = re.compile(r"\d+")


def find(reading: Reading) -> Iterator[Claim]:
    """Yield what the form of citations explains: both sides cite the same, in one order and with the same dates."""
    words = can = None
    joints = reading.language.redlining.joints
    for altered in reading.altered:
        if not altered.left or not has_number(altered.old) or not has_number(altered.new):
            continue
        words = words or reading.language.citations()
        can = can or citable(words)
        if not any(_citable(altered, part, can) for part in altered.left):
            continue  # no citation is touched, which is soon told
        nouns = (words.resolution[0], words.decision[0])
        if not any(noun in altered.old.lower() and noun in altered.new.lower() for noun in nouns):
            continue
        from travaux.citations import find_runs  # few texts cite, and are altered there  # noqa: PLC0415

        before = find_runs(altered.old, reading.speakers[0], words)
        after = find_runs(altered.new, reading.speakers[1], words)
        if not before or not after:
            continue
        if other := _other_dates(altered, _cited(before), _cited(after)):
            told = "the same resolution is cited with another date"
            yield Claim("citation", "substantive", "citation-date", told, ((altered.change.id, other),))
        if not _same(_cited(before), _cited(after)):
            continue
        parts = [part for part in altered.left if _inside(part, before, after)]
        dates = [part for part in parts if _dated(part, _cited(before), _cited(after))]
        if dates:
            came = "added" if dates[0].new else "dropped"
            told = f"“{dates[0].new or dates[0].old}” {came}: the date of the same resolution"
            yield Claim("note", "editorial", "citation-completed", told, ((altered.change.id, tuple(dates)),))
        if forms := [
            part
            for part in parts
            if part not in dates and _is_form(part, joints, words) and _one_organ(reading, altered, part)
        ]:
            yield Claim("citeform", "mechanical", "citation-form", _told(forms), ((altered.change.id, tuple(forms)),))


def _citable(altered: Altered, part: Part, can: Callable[[str, int, int], bool]) -> bool:
    old, new = part.stretch.old_start, part.stretch.new_start
    return can(altered.old, old, old + len(part.old)) and can(altered.new, new, new + len(part.new))


def _cited(runs: "Sequence[CitationRun]") -> "list[Citation]":
    return [citation for run in runs for citation in run.citations]


def _same(old: "list[Citation]", new: "list[Citation]") -> bool:
    """Whether both cite the same, and no date says otherwise.

    In the same order too: two that exchanged their places are recalled and repealed the other way round.
    """
    if [(c.keys, c.place) for c in old] != [(c.keys, c.place) for c in new]:
        return False
    dates = {c.keys: c.date for c in old if c.date}
    return all(c.date_span is None or dates.get(c.keys, c.date) == c.date for c in new)


def _other_dates(altered: Altered, old: "list[Citation]", new: "list[Citation]") -> tuple[Part, ...]:
    """The parts in dates of citations that both sides date, each in its way."""
    dates = {c.keys: c for c in old if c.date}
    spans = [
        (dates[c.keys].date_span, c.date_span)
        for c in new
        if c.date and c.keys in dates and dates[c.keys].date != c.date
    ]
    return tuple(
        part
        for part in altered.left
        if part.old
        and part.new
        and any(
            one
            and other
            and one[0] <= part.stretch.old_start < one[1]
            and other[0] <= part.stretch.new_start < other[1]
            for one, other in spans
        )
    )


def _inside(part: Part, before: "Sequence[CitationRun]", after: "Sequence[CitationRun]") -> bool:
    span = part.stretch
    return _in_run(span.old_start, span.old_start + len(part.old), before) and _in_run(
        span.new_start, span.new_start + len(part.new), after
    )


def _in_run(start: int, end: int, runs: "Sequence[CitationRun]") -> bool:
    return start == end or any(run.start <= start and end <= run.end for run in runs)


@cache
def _saying(words: "CitationWords") -> re.Pattern[str]:
    """What a citation can be said with: organs, the noun, what joins and dates it, numbers. Other words tell more."""
    nouns = "|".join(map(re.escape, (*words.resolution, *words.decision)))
    said = [*(name for name, code in words.organs if code), nouns, words.own, words.of_date, words.after, words.joints]
    held = "|".join([*said, words.wholes, words.of_place, *words.months, "the|s|du|de|la|le|les|l|des"])
    numbers = r"[\d/()]+(?: ?[A-Z]\b)?|\([IVXLC]+\)"
    return re.compile(rf"(?:[\s,;'’]|\b(?:{held})\b|{numbers})*", re.I)


def _is_form(part: Part, joints: frozenset[str], words: "CitationWords") -> bool:
    """Whether a part says the same numbers in another way.

    A date that cannot be is another date, and what joins the members of a list (`and`, `or`) is no form of it.
    """
    old, new = _NUMBER.findall(part.old), _NUMBER.findall(part.new)
    joined = part.old.lower() in joints and part.new.lower() in joints
    return _says(part, words) and (not part.old or not part.new or (old == new and not joined))


def _says(part: Part, words: "CitationWords") -> bool:
    """Whether a part has no word but those with which citations are said."""
    saying = _saying(words)
    return saying.fullmatch(part.old) is not None and saying.fullmatch(part.new) is not None


def _one_organ(reading: Reading, altered: Altered, part: Part) -> bool:
    """Whether no other organ is named: "its" in an Assembly's text is the Assembly's, and never the Council's."""
    span = altered.edits[part.edit].stretch
    old = _organs(reading, altered.old[span.old_start : span.old_end], 0)
    new = _organs(reading, altered.new[span.new_start : span.new_end], 1)
    return not old or not new or bool(old & new)


def _organs(reading: Reading, words: str, side: int) -> set[str]:
    """The codes of the organs that some words name."""
    told = folded(words)
    found = {code for name, code in reading.language.organs.items() if folded(name).partition(" ")[2] in told}
    found |= {code for name, code in reading.language.organs.items() if _elided(name) and _elided(name) in told}
    speaker = reading.speakers[side]
    if speaker and re.search(rf"\b(?:{reading.language.citations().own})\b", told):
        found.add(speaker)
    return found


def _elided(name: str) -> str:
    """The name of an organ behind an elided article: "L'Assemblée générale"."""
    return folded(name).partition("'")[2]


def _dated(part: Part, old: "list[Citation]", new: "list[Citation]") -> bool:
    """Whether a part brings or takes a date that the other side does not print."""
    span = part.stretch
    return any(_meets(c, span.old_start, span.old_end) for c in old) != any(
        _meets(c, span.new_start, span.new_end) for c in new
    )


def _meets(citation: "Citation", start: int, end: int) -> bool:
    return bool(citation.date_span and citation.date_span[0] < end and citation.date_span[1] > start)


def _told(parts: Sequence[Part]) -> str:
    part = next((part for part in parts if part.old and part.new), parts[0])
    if part.old and part.new:
        return f"“{part.old}” → “{part.new}”: the same resolution is cited in other words"
    return f"“{part.old or part.new}” {'added' if part.new else 'dropped'}: the same resolution is cited in other words"


KIND = Kind(
    name="citing",
    finds={
        "citeform": "the same resolution cited in other words",
        "note": "a note with another number or place; the date of a citation completed",
    },
    find=find,
)
