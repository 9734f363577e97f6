"""What is told beneath a change: findings, causes, references."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from travaux.model.comparison import Change, Comparison, Finding, Reference
from travaux.renderers.wording.addresses import Addresses
from travaux.renderers.wording.harmless import one_line
from travaux.renderers.wording.numerals import counted, listed
from travaux.renderers.wording.relations import became

MOST_CAUSES = 3
"""Causes that are told one by one, or one more where that is all. Range: 2 to 10; what is read at a glance."""
_RELATIONS = frozenset({"add", "del", "split", "merge", "move", "renum", "typo"})
"""Kinds of findings that the relation of a change has told already."""
_OUTCOMES = {
    "stale": ("stale", "“{}” kept its number, but that paragraph has another one now"),
    "retargeted": ("", "“{}” refers to another paragraph now"),
    "dangling": ("", "“{}” refers to a paragraph that is not there"),
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

    def kinds(self, change: Change) -> set[str]:
        """The kinds of the findings of a change."""
        return {finding.kind for finding in self._findings[change.id]}

    def renumbered(self, changes: Sequence[Change]) -> str:
        """Return by which changes these have other numbers, behind "because"; nothing unless all by the same ones."""
        causes = {tuple(cause for _, cause in self.causes(change)) for change in changes}
        return listed(causes.pop()) if len(causes) == 1 else ""

    def follows(self, change: Change) -> bool:
        """Whether nothing but the number in a reference changed, following its target."""
        outcomes = {r.outcome for r in self._references[change.id]}
        return change.altered and change.layer == "mechanical" and "consequential" in outcomes

    def beneath(self, change: Change) -> Iterator[str]:
        """Yield one line for each thing to tell, harmless."""
        for kind, told in self.told(change):
            yield f"{kind}: {told}" if kind else told
        for _, cause in self.causes(change):
            yield f"because {cause}"

    def told(self, change: Change) -> Iterator[tuple[str, str]]:
        """Yield each thing to tell but the causes, harmless: what kind of thing, or nothing, and its words."""
        for finding in self._findings[change.id]:
            if finding.kind in _RELATIONS or (finding.kind == "reference" and self.follows(change)):
                continue  # the relation has told it already
            yield one_line(finding.kind), one_line(finding.note)
        rules = {finding.rule for finding in self._findings[change.id]}
        for reference in self._references[change.id]:
            if reference.outcome in _OUTCOMES and f"reference-{reference.outcome}" not in rules:
                kind, told = _OUTCOMES[reference.outcome]
                yield kind, told.format(one_line(reference.text))

    def causes(self, change: Change) -> Iterator[tuple[str, str]]:
        """Yield the changes by which this one came about, as findings name them: id, and the words behind "because".

        Of a paragraph with other words those of its words only: its new number is told beside them. A renumbering may
        come from hundreds; after the first ones their number is told, with no id.
        """
        findings = [f for f in self._findings[change.id] if not change.altered or f.kind not in _RELATIONS]
        keys = dict.fromkeys(key for finding in findings for key in finding.causes)
        found = [self._changes[key] for key in keys if key in self._changes and key != change.id]
        shown = found if len(found) <= MOST_CAUSES + 1 else found[:MOST_CAUSES]
        for cause in shown:
            yield cause.id, became(cause, self._addresses)
        if more := len(found) - len(shown):
            yield "", f"of {counted(more, 'other change')}"
