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
    assert f1(quality, shared, shared.gold(), "hard") >= 0.975


@pytest.mark.parametrize("half", [0, 1])
def test_real_splits_and_merges(quality: ModuleType, shared: Any, half: int) -> None:
    assert shared.splitting.score(shared.cases(half), quality.answering(quality.crude))["f1"] >= 0.85


@pytest.mark.parametrize("half", [0, 1])
@pytest.mark.parametrize(("kind", "bar"), [("hard", 0.995), ("splits and merges", 0.97)])
def test_redrafts_with_known_edits(quality: ModuleType, shared: Any, half: int, kind: str, bar: float) -> None:
    assert f1(quality, shared, shared.redrafts(40, 4, half), kind) >= bar
