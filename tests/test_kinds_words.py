"""What single edits are told to mean: cases in `tests/cases/kinds`, a redline a line and its findings beneath."""

import re
from collections.abc import Iterator

import pytest

from casefiles import CASES, Case, read_cases
from drafting import paragraphs
from travaux.model.comparison import Comparison, Options
from travaux.model.document import Origin, Resolution
from travaux.pipeline import compare

_EDIT = re.compile(r"\[-(.*?)-\]|\{\+(.*?)\+\}")
_FILES = (
    "verbs", "intensity", "modals", "qualifiers", "quantities", "times", "actors", "scope", "negations", "citations",
    "brackets", "french", "form", "style", "syntax", "terms", "citation-forms", "positions", "rollovers", "defects",
)  # fmt: skip


def _rows(case: Case) -> Iterator[tuple[str, str, list[str], str]]:
    """The old and the new text of each line of a case, its findings, and the language."""
    block = case.block("finds")
    line, told = "", list[str]()
    for row in [*block.text.split("\n"), ""]:
        if row.startswith("  "):
            told.append(row.strip())
            continue
        if line:
            old = _EDIT.sub(lambda found: found[1] or "", line)
            yield old, _EDIT.sub(lambda found: found[2] or "", line), told, block.options.get("language", "en")
        line, told = row, []


def _all() -> Iterator[object]:
    for name in _FILES:
        for case in read_cases((CASES / "kinds" / f"{name}.md").read_text("utf-8")):
            for number, row in enumerate(_rows(case), 1):
                yield pytest.param(*row, id=f"{name}: {case.title} {number}")


def _text(name: str, words: str, language: str) -> Resolution:
    part = "PP" if re.search(r",[”»\s]*$", words) else "OP"
    other = "OP9 Thanks the wardens of the gentian garden of Lund;"
    lines = f"title Gauges\nopening The Assembly,\n{part}1 {words}\n{other}"
    return Resolution(
        organ="The General Assembly" if language == "en" else "L’Assemblée générale",
        language=language,
        paragraphs=tuple(paragraphs(lines)),
        origin=Origin(name=name, sha256="0" * 64, format="text"),
    )


def compared(old: str, new: str, language: str = "en") -> Comparison:
    """Two texts of one paragraph each and another beside it, the two of them linked whatever they say."""
    texts = _text("old", old, language), _text("new", new, language)
    pin = "=".join(text.paragraphs[2].address for text in texts)
    return compare(*texts, Options(pins=(pin,)))


@pytest.mark.parametrize(("old", "new", "told", "language"), list(_all()))
def test_findings(old: str, new: str, told: list[str], language: str) -> None:
    made = compared(old, new, language)
    (change,) = [c for c in made.changes if c.altered]
    findings = [f for f in made.findings if any(place.change == change.id for place in f.places)]
    assert [f"{f.kind}: {f.note}" for f in findings] == told
    assert change.layer == max((f.layer for f in findings), key=("mechanical", "editorial", "substantive").index)
