"""What a reader who hides editorial changes must still see: redlines that look like an editor's work and are none."""

from collections.abc import Iterator

import pytest

from casefiles import CASES, read_cases
from test_kinds_words import _EDIT, compared


def _lines(block: str) -> Iterator[object]:
    for case in read_cases((CASES / "kinds" / "never-hidden.md").read_text("utf-8")):
        for found in case.blocks:
            if found.name == block:
                for number, line in enumerate(found.text.split("\n"), 1):
                    language = found.options.get("language", "en")
                    yield pytest.param(line, language, id=f"{case.title} {language} {number}")


def _layer(line: str, language: str) -> str:
    old = _EDIT.sub(lambda found: found[1] or "", line)
    new = _EDIT.sub(lambda found: found[2] or "", line)
    (change,) = [c for c in compared(old, new, language).changes if c.altered]
    return change.layer


@pytest.mark.parametrize(("line", "language"), list(_lines("matters")))
def test_what_matters_is_substantive(line: str, language: str) -> None:
    assert _layer(line, language) == "substantive"


@pytest.mark.parametrize(("line", "language"), list(_lines("editor")))
def test_what_an_editor_does_is_not(line: str, language: str) -> None:
    assert _layer(line, language) in ("mechanical", "editorial")
