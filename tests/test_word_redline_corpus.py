"""Word redlines of real texts on our own template, judged by LibreOffice, which accepts all and rejects all."""

import csv
import random
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from libreoffice import State, judged, needs_libreoffice
from travaux import compare, load
from travaux.errors import TravauxError
from travaux.model.comparison import Comparison
from travaux.pipeline import parse, read
from travaux.pipeline.rendering import render
from wordrules import faults
from wordtexts import expected

SHARED = Path(__file__).resolve().parents[2] / "shared"
TEXTS = SHARED / "corpus" / "texts"
PAIRS = SHARED / "corpus" / "pairs.csv"
REDRAFTS = 60
"""How many texts are redrafted; each is a draft of its own."""

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.slow,
    pytest.mark.skipif(not PAIRS.exists(), reason="the texts of ../shared are not there"),
]


def _pairs(kind: str) -> Iterator[Comparison]:
    with PAIRS.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            old, new = (TEXTS / f"{row[side].replace('/', '_')}.txt" for side in ("old", "new"))
            if row["kind"] == kind and old.exists() and new.exists():
                try:
                    yield compare(load(str(old)), load(str(new)))
                except TravauxError:  # what the command line would refuse too
                    continue


def _redrafts(monkeypatch: pytest.MonkeyPatch) -> Iterator[Comparison]:
    monkeypatch.syspath_prepend(str(SHARED / "tools"))
    sys.modules.pop("redraft", None)
    import redraft  # noqa: PLC0415

    paths = [path for path in sorted(TEXTS.glob("A_RES_*.txt")) if path.stat().st_size < 40_000]
    chance = random.Random(2044)  # noqa: S311 - no secret
    chosen = chance.sample(paths, 2 * REDRAFTS)
    for path, other in zip(chosen[:REDRAFTS], chosen[REDRAFTS:], strict=True):
        strangers = redraft.blocks(other)
        try:
            truth = redraft.redraft(redraft.blocks(path), chance, strangers)
            drafts = ["\n\n".join(truth[f"{side}_blocks"]) for side in ("old", "new")]
            yield compare(*(parse(read(f"{path.stem}.txt", text.encode())).choose() for text in drafts))
        except TravauxError:
            continue


def _judged_right(comparisons: list[Comparison]) -> None:
    files = [render(comparison, "word").content for comparison in comparisons]
    assert [fault for content in files for fault in faults(content)] == []
    states: tuple[State, ...] = ("accept", "reject")
    for state in states:
        for comparison, found in zip(comparisons, judged(state, files), strict=True):
            assert found == expected(comparison, comparison.new if state == "accept" else comparison.old)


@needs_libreoffice
def test_every_draft_and_what_was_adopted() -> None:
    comparisons = list(_pairs("draft_to_adopted"))
    assert len(comparisons) > 150
    _judged_right(comparisons)


@needs_libreoffice
def test_a_sample_of_versions_from_year_to_year() -> None:
    _judged_right(list(islice(_pairs("year_to_year"), 0, None, 9)))


@needs_libreoffice
def test_redrafts_with_moves_splits_and_merges(monkeypatch: pytest.MonkeyPatch) -> None:
    comparisons = list(_redrafts(monkeypatch))
    changes = [change for comparison in comparisons for change in comparison.changes]
    assert len(comparisons) > REDRAFTS * 0.9
    assert sum(change.moved for change in changes) > REDRAFTS
    assert {"split", "merged", "added", "removed"} <= {change.relation for change in changes}
    _judged_right(comparisons)
