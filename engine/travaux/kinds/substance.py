"""Substance: what the words mean that came and went: verbs, modals, qualifiers, numbers, actors, sources."""

from collections.abc import Iterator, Sequence
from typing import Final

from travaux.contracts import Kind, Language
from travaux.kinds.content import Found, Known, content
from travaux.kinds.edits import Part
from travaux.kinds.lexicon import lexicon
from travaux.kinds.lookups import Stretch
from travaux.kinds.reading import Altered, Claim, Reading

_GOVERNED: Final = 80
"""Characters behind a verb in which the "to" or "that" stands by which it governs. Range 40 to 120."""


def find(reading: Reading) -> Iterator[Claim]:
    """Yield what the changes mean whose words nothing has explained; what is said alike of several is one claim."""
    known: Known | None = None
    told: dict[tuple[str, str, str], dict[str, list[Part]]] = {}
    governed = reading.language.redlining.openings | {"to", "that"}
    for altered in reading.altered:
        left = altered.left
        if not left:
            continue
        known = known or _known(reading)
        numbers = sorted({part.edit for part in left})
        stretches = [altered.edits[number].stretch for number in numbers]
        for found in content(
            altered.old, altered.new, stretches, known, preambular=altered.preambular, note_body=altered.note
        ):
            held = _held(found, [numbers[at] for at in found.at], altered, governed)
            if held:
                places = told.setdefault((found.kind, found.rule, found.note), {})
                places.setdefault(altered.change.id, []).extend(held)
    for (kind, rule, sentence), by_change in told.items():
        places_of = tuple((key, tuple(dict.fromkeys(held))) for key, held in by_change.items())
        yield Claim(kind, "substantive", rule, sentence, places_of)


def _known(reading: Reading) -> Known:
    tongue: Language = reading.language
    return Known(lexicon(tongue.meanings), tongue.citations, reading.speakers)


def _held(found: Found, edits: Sequence[int], altered: Altered, governed: frozenset[str]) -> list[Part]:
    """The parts, of those that nothing has explained, that a finding is about; of a verb also what it governs with."""
    left = altered.left
    within = [part for part in left if part.edit in edits]
    if found.spans:
        within = [part for part in within if any(_meet(part.stretch, span) for span in found.spans)]
    if within and found.kind in ("verb", "secverb") and found.rule.endswith("exchanged"):
        end = found.spans[0].old_end
        within += [
            part
            for part in left
            if part not in within
            and 0 <= part.stretch.old_start - end < _GOVERNED
            and all(word in governed for word in f"{part.old} {part.new}".lower().split())
        ]
    return within


def _meet(one: Stretch, other: Stretch) -> bool:
    """Whether two stretches share words of the old or of the new text."""
    return (one.old_start < other.old_end and other.old_start < one.old_end) or (
        one.new_start < other.new_end and other.new_start < one.new_end
    )


KIND: Final = Kind(
    name="substance",
    finds={
        "verb": "the verb of a paragraph is another one",
        "secverb": "the verb of a further act is another one, or the act came or went",
        "intensity": "words of degree or tone",
        "modal": "shall, should, may: obligation, recommendation, permission",
        "qualifier": "words that weaken, condition, limit or firm up",
        "negation": "not, no, without",
        "quantity": "numbers, shares and bounds",
        "time": "dates, sessions, how often, how soon",
        "actor": "who acts and who is addressed",
        "scope": "how many, which ones, for example which",
        "entity": "names of places, persons and instruments",
        "citation": "resolutions, decisions and documents that are cited",
        "bracket": "square brackets opened, closed or narrowed",
    },
    find=find,
)
