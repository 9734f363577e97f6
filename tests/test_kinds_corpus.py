"""Single words changed in real paragraphs: the kind that they get, and that nothing of substance is ever hidden."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.slow,
    pytest.mark.skipif(not (SHARED / "corpus").is_dir(), reason="../shared is not part of the project"),
]


@pytest.fixture(scope="module")
def kinds() -> Iterator[ModuleType]:
    """The benchmark that makes the edits."""
    before = sys.path[:]
    sys.path.insert(0, str(ROOT / "benchmarks"))
    yield importlib.import_module("kinds")
    sys.path[:] = before


@pytest.mark.parametrize(("language", "count"), [("en", 500), ("fr", 300)])
def test_single_words_of_real_paragraphs(kinds: ModuleType, language: str, count: int) -> None:
    texts = sorted((SHARED / "corpus" / "texts").glob(kinds.PATTERNS[language]))
    outcomes = list(kinds.experiments(texts, count, 7, language))
    assert len(outcomes) >= 0.8 * count
    assert [f"{o.edit.name}: {o.change.layer}: {o.edit.text}" for o in outcomes if o.hidden] == []
    assert sum(o.found for o in outcomes) >= 0.97 * len(outcomes)
    for name in {o.edit.name for o in outcomes}:
        these = [o for o in outcomes if o.edit.name == name]
        assert len(these) < 20 or sum(o.found for o in these) >= 0.9 * len(these), name
