"""Alignment of real texts; the bars are what was measured, less what chance may take."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="../shared is not part of the project"),
]


@pytest.fixture(scope="module")
def quality() -> Iterator[ModuleType]:
    """The benchmark, with the texts it reads."""
    before = sys.path[:]
    sys.path.insert(0, str(ROOT / "benchmarks"))
    yield importlib.import_module("quality")
    sys.path[:] = before


@pytest.fixture(scope="module")
def shared(quality: ModuleType) -> Any:
    return quality.Shared(SHARED)


def f1(quality: ModuleType, shared: Any, truths: Iterator[Any], kind: str) -> float:
    total = (0, 0, 0)
    for truth in truths:
        counts, _, _ = quality.score(shared, truth, quality.aligned(quality.crude, truth.old, truth.new))
        total = tuple(map(sum, zip(total, counts[kind], strict=True)))
    found: float = shared.scoring.prf(*total)[2]
    return found


def test_pairs_aligned_by_hand(quality: ModuleType, shared: Any) -> None:
    assert f1(quality, shared, shared.gold(), "hard") >= 0.985


@pytest.mark.parametrize("half", [0, 1])
def test_real_splits_and_merges(quality: ModuleType, shared: Any, half: int) -> None:
    found = shared.splitting.score(shared.cases(half), quality.answering(quality.crude))
    assert found["f1"] >= 0.89
    near = found["kinds"]["none"]
    assert near["right"] >= 0.95 * near["n"], "near misses called a split or a merge"


def test_moves_are_told_with_precision(quality: ModuleType, shared: Any) -> None:
    right = false = 0
    for truth in (truth for seed in (3, 5, 9) for half in (0, 1) for truth in shared.redrafts(40, seed, half)):
        true = {tuple(t["old"]) for t in truth.links if {"move", "transfer"} & set(t["kinds"])}
        links = quality.aligned(quality.crude, truth.old, truth.new).links
        found = {tuple(sorted(map(int, link.old))) for link in links if link.moved}
        right, false = right + len(true & found), false + len(found - true)
    assert right / (right + false) >= 0.98


@pytest.mark.parametrize("half", [0, 1])
@pytest.mark.parametrize(("kind", "bar"), [("hard", 0.995), ("splits and merges", 0.97)])
def test_redrafts_with_known_edits(quality: ModuleType, shared: Any, half: int, kind: str, bar: float) -> None:
    assert f1(quality, shared, shared.redrafts(40, 4, half), kind) >= bar
