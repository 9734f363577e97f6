"""Whole texts in which one thing changed, and every finding that this brings with it."""

import pytest

from casefiles import CASES, Case, read_cases
from travaux.model.comparison import Change, Comparison
from travaux.model.document import Resolution
from travaux.pipeline import compare, parse, read

_CASES = read_cases((CASES / "kinds" / "composed.md").read_text("utf-8"))


def _text(case: Case, side: str) -> Resolution:
    """The text of a case between a title and an opening line, unless it has its own."""
    words = case[side]
    if "Assembly," not in words:
        words = f"Safety of river gauges\n\nThe General Assembly,\n\n{words}"
    return parse(read(f"{side}.txt", words.encode())).choose()


def _told(made: Comparison) -> list[str]:
    """A line for each finding: kind, layer, what it is about, its causes."""
    changes = {c.id: c for c in (*made.changes, *made.note_changes)}
    addresses = [{p.id: p.address for p in side.paragraphs} for side in (made.old, made.new)]

    def named(change: Change) -> str:
        names = [addresses[1].get(key, key) for key in change.new] or [addresses[0].get(key, key) for key in change.old]
        return " + ".join(names)

    lines = []
    for finding in made.findings:
        where = ", ".join(named(changes[key]) for key in dict.fromkeys(place.change for place in finding.places))
        causes = ", ".join(named(changes[key]) for key in finding.causes)
        lines.append(f"{finding.kind} {finding.layer}: {where}" + (f" because of {causes}" if causes else ""))
    return sorted(lines)


@pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for case in _CASES])
def test_composed_pair(case: Case) -> None:
    made = compare(_text(case, "old"), _text(case, "new"))
    assert _told(made) == sorted(line for line in case["findings"].split("\n") if line)
