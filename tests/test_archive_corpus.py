"""Real chains of drafts in an archive: every word blamed as the oracle says, every paragraph traced."""

import csv
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from test_blaming import by_word, oracle, spread, text
from travaux.archive import Archive
from travaux.store import Identity

SHARED = Path(__file__).resolve().parents[2] / "shared" / "corpus"
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not (SHARED / "index.csv").exists(), reason="../shared/corpus is not here"),
]
GIT = shutil.which("git") or "git"


def chain() -> list[Path]:
    """A draft, its revision, and what was adopted."""
    wanted = ("A/C.2/80/L.4", "A/C.2/80/L.56", "A/RES/80/156")
    rows = {row["symbol"]: row for row in _index()}
    return [_path(rows[symbol]) for symbol in wanted]


def family() -> list[Path]:
    """A resolution that comes back year after year, before two bodies."""
    rows = [r for r in _index() if r["title"].strip().lower() == "the right to development" and r["language"] == "en"]
    return [_path(row) for row in sorted(rows, key=lambda r: (r["year"], r["symbol"]))]


def _index() -> Iterator[dict[str, str]]:
    with (SHARED / "index.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _path(row: dict[str, str]) -> Path:
    name = next(value for key, value in row.items() if key in ("file", "path", "text") and value)
    return next(path for path in (SHARED / name, SHARED / "texts" / name) if path.exists())


@pytest.mark.parametrize("texts", [chain, family], ids=["chain", "family"])
def test_a_real_chain_is_blamed_and_traced(texts: Callable[[], list[Path]], tmp_path: Path) -> None:
    files = texts()
    who = Identity("test", "test@example.org")
    with Archive.init(tmp_path / "archive.git", environment=os.environ, identity=who, clock=lambda: 0) as archive:
        for file in files:
            archive.add(file.name, file.read_bytes(), dossier="real")
        history = archive.history("real")
        assert len(history.order) == len(files) >= 3
        truth = oracle(history)  # type: ignore[arg-type]
        for paragraph in archive.blame("real").paragraphs:
            words = text(history, history.latest, paragraph.id)  # type: ignore[arg-type]
            assert "".join(run.text for run in paragraph.runs) == words
            assert spread(paragraph) == by_word(words, truth[history.latest, paragraph.id])
            steps = archive.trace("real", paragraph.id).steps
            assert steps[-1].revision == history.latest
            assert archive.search(words, ["real"]).presences if words else True
        assert archive.verify().faults == ()
    done = subprocess.run([GIT, "fsck", "--strict"], cwd=tmp_path / "archive.git", capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (0, b"")
