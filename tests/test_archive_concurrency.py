"""Several processes add at once: everything acknowledged is in the history, nothing is lost, nothing doubled."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from archiving import new_archive, open_archive
from gitkit import surroundings

WRITER = Path(__file__).with_name("archive_writer.py")
ADDS = 12
"""Adds of each process; 150 were run by hand."""


def run(path: Path, names: list[str], count: int, dossiers: tuple[str, ...]) -> list[tuple[str, ...]]:
    """What the writers say that they have recorded, all at work at once."""
    running = [
        subprocess.Popen(
            [sys.executable, str(WRITER), str(path), name, str(count), *dossiers],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**surroundings(path.parent), "PYTHONPATH": os.pathsep.join(sys.path)},
        )
        for name in names
    ]
    said = [process.communicate() for process in running]
    assert [process.returncode for process in running] == [0] * len(names), [err.decode() for _, err in said]
    return sorted(tuple(line.split()) for out, _ in said for line in out.decode().splitlines())


@pytest.mark.slow
def test_the_same_drafts_from_two_processes_are_recorded_once(tmp_path: Path) -> None:
    path = tmp_path / "archive.git"
    new_archive(path).close()
    told = run(path, ["W", "W"], ADDS, ("lights",))
    assert len(told) == 2 * ADDS
    assert len(set(told)) == ADDS
    with open_archive(path) as archive:
        assert len(archive.dossier("lights").revisions) == ADDS
        assert archive.verify().faults == ()


@pytest.mark.slow
@pytest.mark.parametrize("dossiers", [("lights",), ("lights", "buoys", "bells")], ids=["one", "several"])
@pytest.mark.parametrize("writers", [2, 4])
def test_nothing_is_lost_and_nothing_doubled(tmp_path: Path, writers: int, dossiers: tuple[str, ...]) -> None:
    path = tmp_path / "archive.git"
    new_archive(path).close()
    names = [f"W{number}" for number in range(writers)]
    told = run(path, names, ADDS, dossiers)
    with open_archive(path) as archive:
        held = sorted(
            (dossier.id, str(revision.ordinal), revision.commit, revision.record.origin.name)
            for dossier in archive.dossiers()
            for revision in dossier.revisions
        )
        assert held == told
        assert len({name for *_, name in held}) == writers * ADDS
        for dossier in archive.dossiers():
            # Each draft follows the one before it: none is a rival, so the branch holds them all.
            bases = [[base.ordinal for base in r.record.bases] for r in dossier.revisions]
            assert bases == [[], *([n] for n in range(1, len(bases)))]
        assert archive.verify().faults == ()
