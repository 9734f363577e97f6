"""What is told beneath a change: findings, causes, references."""

from collections import defaultdict
from collections.abc import Iterator

from travaux.model.comparison import Change, Comparison, Finding, Reference
from travaux.renderers.wording.addresses import Addresses
from travaux.renderers.wording.harmless import one_line
from travaux.renderers.wording.relations import became

_OUTCOMES = {
    "stale": "stale: “{}” kept its number, but that paragraph has another one now",
    "retargeted": "“{}” refers to another paragraph now",
    "dangling": "“{}” refers to a paragraph that is not there",
}


class Findings:
    """The findings and references of a comparison, by change."""

    def __init__(self, comparison: Comparison, addresses: Addresses) -> None:
        self._addresses = addresses
        self._changes = {c.id: c for c in (*comparison.changes, *comparison.note_changes)}
        self._findings = defaultdict[str, list[Finding]](list)
        self._references = defaultdict[str, list[Reference]](list)
        for finding in comparison.findings:
            for key in dict.fromkeys(place.change for place in finding.places):
                self._findings[key].append(finding)
        for reference in comparison.references:
            self._references[reference.change].append(reference)

    def follows(self, change: Change) -> bool:
        """Whether nothing but the number in a reference changed, following its target."""
        outcomes = {r.outcome for r in self._references[change.id]}
        return change.altered and change.layer == "mechanical" and "consequential" in outcomes

    def beneath(self, change: Change) -> Iterator[str]:
        """Yield one line for each thing to tell, harmless."""
        for finding in self._findings[change.id]:
            if finding.kind == "reference" and self.follows(change):
                continue  # the relation has told it already
            yield f"{one_line(finding.kind)}: {one_line(finding.note)}"
        for reference in self._references[change.id]:
            if reference.outcome in _OUTCOMES:
                yield _OUTCOMES[reference.outcome].format(one_line(reference.text))
        causes = [key for finding in self._findings[change.id] for key in finding.causes]
        for key in dict.fromkeys(causes):
            if key in self._changes:
                yield f"because {became(self._changes[key], self._addresses)}"
