"""What the changes of a comparison mean: findings, and how much each change weighs."""

from collections.abc import Sequence
from typing import NamedTuple

from travaux.kinds import claims
from travaux.kinds.edits import Part
from travaux.kinds.reading import Claim, Reading
from travaux.languages import LANGUAGES, language
from travaux.model.comparison import Change, Finding, FindingPlace, Layer, Reference
from travaux.model.document import Resolution

_WEIGHT: dict[Layer, int] = {"none": 0, "mechanical": 1, "editorial": 2, "substantive": 3}


class Classified(NamedTuple):
    """Changes with their layers, and what was found."""

    changes: tuple[Change, ...]
    note_changes: tuple[Change, ...]
    findings: tuple[Finding, ...]


def classified(
    old: Resolution,
    new: Resolution,
    changes: Sequence[Change],
    note_changes: Sequence[Change],
    references: Sequence[Reference],
) -> Classified:
    """Return the changes with their layers and the findings, in the order of the changes.

    Law 4: a change is mechanical or editorial only where findings of these layers explain all words that differ in it;
    a split, a merge, a transfer, an added or removed paragraph is substantive. Where travaux does not read the language
    every change of words is substantive, and nothing is found.
    """
    if old.language not in LANGUAGES:
        return Classified(tuple(changes), tuple(note_changes), ())
    reading = Reading(old, new, changes, note_changes, references, language(old.language))
    found = list(claims(reading))
    order = {change.id: place for place, change in enumerate((*changes, *note_changes))}
    found.sort(key=lambda claim: order[claim.places[0][0]])
    layers = _layers(reading, found)
    edits = {a.change.id: a.edits for a in reading.altered}

    def place(key: str, parts: Sequence[Part]) -> FindingPlace:
        if not parts:
            return FindingPlace(change=key)
        if len(parts) == 1:
            return FindingPlace(change=key, segments=edits[key][parts[0].edit].segments)
        held = {segment for part in parts for segment in edits[key][part.edit].segments}
        return FindingPlace(change=key, segments=tuple(sorted(held)))

    findings = tuple(
        Finding(
            id=f"f{number}",
            kind=claim.kind,
            layer=claim.layer,
            rule=claim.rule,
            note=claim.note,
            places=tuple(place(key, parts) for key, parts in claim.places),
            causes=claim.causes,
        )
        for number, claim in enumerate(found, 1)
    )
    return Classified(
        tuple(_weighed(change, layers) for change in changes),
        tuple(_weighed(change, layers) for change in note_changes),
        findings,
    )


def _layers(reading: Reading, found: Sequence[Claim]) -> dict[str, Layer]:
    """How much each change weighs of which something was found, or whose words differ."""
    layers: dict[str, Layer] = {}
    for claim in found:
        for key, _ in claim.places:
            layers[key] = _heavier(layers.get(key, "none"), claim.layer)
    for altered in reading.altered:
        if altered.left:
            layers[altered.change.id] = "substantive"
    return layers


def _heavier(one: Layer, other: Layer) -> Layer:
    return other if _WEIGHT[other] > _WEIGHT[one] else one


def _weighed(change: Change, layers: dict[str, Layer]) -> Change:
    layer = _heavier(_least(change), layers.get(change.id, "none"))
    return change if layer == change.layer else change.model_copy(update={"layer": layer})


def _least(change: Change) -> Layer:
    """How much a change weighs at least, whatever its words."""
    if change.relation != "kept" or change.transferred:
        return "substantive"
    differs = change.altered or change.moved or change.renumbered or change.emphasis
    return "mechanical" if differs or any(segment.op != "keep" for segment in change.redline) else "none"
