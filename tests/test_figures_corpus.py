"""No change of a figure is hidden: not one is taken for the mark of a note, whatever the text."""

import re
from itertools import zip_longest
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from travaux import compare
from travaux.model.document import Document, Resolution
from travaux.pipeline import parse, read

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "texts"
PATHS = sorted(CORPUS.glob("*.txt"))

FOLLOWED = r"\d{1,3}(?=[,.]\d|\s?%|\s[^\W\d_]{2})"
FIGURES = {
    "behind a word": re.compile(rf"(?<=[^\W\d_] ){FOLLOWED}"),
    "behind a mark": re.compile(rf"(?<=[^\W\d_][;:,.”)] ){FOLLOWED}"),
}
"""Figures within a line: before a word, a unit, their decimals or their thousands."""

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.slow,
    pytest.mark.skipif(not PATHS, reason="the texts of ../shared are not there"),
]


def parsed(text: str) -> Document:
    return parse(read("draft.txt", text.encode()))


def told(document: Document) -> list[list[str]]:
    """The metadata of a document and of its texts, and the paragraphs outside: what is not compared."""
    texts = [*document.resolutions, *(draft for text in document.resolutions for draft in text.transmits)]
    metadata = [*document.metadata, *(item for text in texts for item in text.metadata)]
    return [[item.text for item in metadata], [p.text for p in document.outside]]


def altered(old: Resolution | None, new: Resolution | None) -> bool:
    if old is None or new is None:
        return True
    comparison = compare(old, new)
    return any(c.altered or c.relation in ("added", "removed") for c in (*comparison.changes, *comparison.note_changes))


@pytest.mark.parametrize("where", FIGURES)
@settings(
    derandomize=True, deadline=None, max_examples=200,
    suppress_health_check=[HealthCheck.filter_too_much],  # a third of the texts have no such figure
)  # fmt: skip
@given(path=st.sampled_from(PATHS or [Path()]), place=st.integers(0, 10_000), figure=st.integers(1, 99))
def test_every_change_of_a_figure_is_told(where: str, path: Path, place: int, figure: int) -> None:
    text = path.read_text("utf-8", "replace")
    figures = list(FIGURES[where].finditer(text))
    assume(figures)
    chosen = figures[place % len(figures)]
    assume(int(chosen[0]) != figure)
    old, new = parsed(text), parsed(text[: chosen.start()] + str(figure) + text[chosen.end() :])
    if told(old) == told(new):
        pairs = zip_longest(old.resolutions, new.resolutions)
        assert any(altered(*pair) for pair in pairs), (path.name, text[chosen.start() - 40 : chosen.end() + 20], figure)
