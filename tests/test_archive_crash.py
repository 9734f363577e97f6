"""Killed at any moment: what was acknowledged is there, the archive is sound, and nothing blocks the next command."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from archiving import OPS, chain, draft, new_archive, open_archive
from gitkit import git, surroundings
from travaux.archive import Archive
from travaux.archive.entries import Entry
from travaux.errors import ArchiveError

WRITER = Path(__file__).with_name("archive_writer.py")
KILLS = 10
"""Times that a writer is killed; 100 were run by hand."""


@pytest.mark.slow
def test_killed_at_random_moments(tmp_path: Path) -> None:
    path = tmp_path / "archive.git"
    new_archive(path).close()
    chance = random.Random(7)  # noqa: S311
    acknowledged: set[str] = set()
    for number in range(KILLS):
        process = subprocess.Popen(
            [sys.executable, str(WRITER), str(path), f"K{number}", "1000", "lights"],
            stdout=subprocess.PIPE,
            env={**surroundings(tmp_path), "PYTHONPATH": ":".join(sys.path)},
            start_new_session=True,
        )
        assert process.stdout is not None
        acknowledged.add(process.stdout.readline().decode().split()[2])  # it has begun
        time.sleep(chance.random() * 0.3)
        os.killpg(process.pid, signal.SIGKILL)  # its children too: git is killed in the middle of its work
        acknowledged |= {
            line.split()[2] for line in process.stdout.read().decode().splitlines() if line.count(" ") == 3
        }
        process.wait()
        process.stdout.close()
        with open_archive(path) as archive:
            assert acknowledged <= {r.commit for r in archive.dossier("lights").revisions}
            archive.add(f"after {number}", draft(*OPS, f"Takes note of kill {number};"), dossier="lights")
    with open_archive(path) as archive:
        assert archive.verify().faults == ()


class _InterruptedError(Exception):
    """Stands for the end of the process."""


@pytest.mark.parametrize("moment", [1, 3, 5])
def test_an_interrupted_import_leaves_nothing(tmp_path: Path, moment: int) -> None:
    def stop(done: int, total: int) -> None:
        if done == moment:
            raise _InterruptedError

    with new_archive(tmp_path / "archive.git") as archive:
        before = git(archive.path, "for-each-ref")
        entries = [Entry(f"{n}.txt", content, dossier="lights") for n, content in enumerate(chain(2, 6))]
        with pytest.raises(_InterruptedError):
            archive.import_(entries, progress=stop)
        assert git(archive.path, "for-each-ref") == before
        assert archive.verify().faults == ()
        assert len(archive.import_(entries).added) == 6


def test_a_stale_lock_does_not_block(tmp_path: Path) -> None:
    with new_archive(tmp_path / "archive.git") as archive:
        archive.add("1.txt", draft(*OPS), dossier="lights")
        lock = archive.path / "refs" / "heads" / "dossier" / "lights.lock"
        lock.write_bytes(b"")
        os.utime(lock, (1, 1))
        assert archive.add("2.txt", draft(*OPS[1:]), dossier="lights").revision.ordinal == 2
        assert archive.verify().faults == ()


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_read_only_archive_is_read_and_not_written(tmp_path: Path) -> None:
    with new_archive(tmp_path / "archive.git") as archive:
        archive.add("1.txt", draft(*OPS), dossier="lights")
        for folder, _, _ in os.walk(archive.path):
            Path(folder).chmod(0o555)
        try:
            assert archive.verify().clean
            with pytest.raises(ArchiveError):
                archive.add("2.txt", draft(*OPS[1:]), dossier="lights")
        finally:
            for folder, _, _ in os.walk(archive.path):
                Path(folder).chmod(0o755)
        assert len(archive.dossier("lights").revisions) == 1


@pytest.mark.parametrize("command", ["hash-object", "mktree", "commit-tree", "update-ref", "cat-file"])
def test_a_git_that_fails_is_told_and_nothing_is_recorded(tmp_path: Path, command: str) -> None:
    """A full disk and the like: git says why, and ends."""
    true_git = shutil.which("git")
    fake = tmp_path / "bin" / "git"
    fake.parent.mkdir()
    fake.write_text(
        f'#!/bin/sh\nfor word in "$@"; do if [ "$word" = {command} ]; then '
        f"echo 'fatal: write error: No space left on device' >&2; exit 128; fi; done\nexec {true_git} \"$@\"\n"
    )
    fake.chmod(0o755)
    with new_archive(tmp_path / "archive.git") as archive:
        archive.add("1.txt", draft(*OPS), dossier="lights")
        before = git(archive.path, "for-each-ref")
        environment = {**surroundings(tmp_path), "PATH": f"{fake.parent}:/usr/bin:/bin"}
        with pytest.raises(ArchiveError) as raised:
            _add_with(archive.path, environment)
        assert "No space left" in str(raised.value)
        assert git(archive.path, "for-each-ref") == before
        assert archive.verify().faults == ()


def _add_with(path: Path, environment: dict[str, str]) -> None:
    with Archive.open(path, environment=environment, clock=lambda: 1) as archive:
        archive.add("2.txt", draft(*OPS[1:]), dossier="lights")
