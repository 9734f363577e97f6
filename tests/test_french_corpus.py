"""The texts of ../shared: each is read in its language, and the figures of the French ones do not fall."""

import sys
from collections import Counter
from pathlib import Path

import pytest

from accounting import of_document, of_source
from travaux.pipeline import parse, read_path

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"

SANE, AS_MANY = 0.55, {"preambular": 0.6, "operative": 0.85, "below": 0.95}
"""Least share of French texts without an oddity, and of those with as many paragraphs as the English text has. The rest
are faults of the prints, which were read by machine: what `python benchmarks/french.py --worst 200` lists."""

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.slow,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="the texts of ../shared are not there"),
]


def test_each_text_is_read_in_its_language() -> None:
    paths = sorted((CORPUS / "texts").glob("*.txt"))
    assert sum(path.name.startswith("fr_") for path in paths) > 200
    for path in paths:
        assert (parse(read_path(path)).language == "fr") == path.name.startswith("fr_"), path.name


def test_nothing_of_a_french_text_is_lost_and_most_are_sane(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    sys.modules.pop("french", None)
    import french as benchmark  # noqa: PLC0415

    texts = benchmark.french_of(CORPUS)
    english = benchmark.english_of(CORPUS)
    sane = pairs = 0
    same: Counter[str] = Counter()
    for symbol, path in texts:
        source = read_path(path)
        document = parse(source)
        assert of_document(document) == of_source(source), path.name
        sane += not list(benchmark.oddities(document))
        if (translated := english.get(benchmark.bare(symbol))) is not None:
            pairs += 1
            one, other = benchmark.shape(document), benchmark.shape(parse(read_path(translated)))
            same.update(kind for kind in AS_MANY if getattr(one, kind) == getattr(other, kind))
    assert sane >= SANE * len(texts)
    for kind, share in AS_MANY.items():
        assert same[kind] >= share * pairs, kind
