"""What others make of the same two texts, one paragraph a line.

Peers that are not installed are None, and `missing` says how to get them. docx-scalpel is not among them: it takes
Word files only, and making these from text would be measured with it.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from difflib import HtmlDiff
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from diff_match_patch import diff_match_patch

LIMIT = 1.0
"""Seconds after which diff-match-patch stops looking for the shortest answer: its own default."""

_PIECE = re.compile(r"\w+|\s+|[^\w\s]")


def missing() -> list[str]:
    """Return a line for each peer that cannot be measured here."""
    lines = ["docx-scalpel: left out, it takes Word files only"]
    if not find_spec("redlines"):
        lines.append("redlines: not installed; pip install --group benchmarks, or pip install redlines")
    if not shutil.which("git"):
        lines.append("git: not installed")
    return lines


def git_version() -> str:
    """Return what git calls itself."""
    git = shutil.which("git")
    return subprocess.run([git, "--version"], capture_output=True, text=True, check=True).stdout.strip() if git else ""


def git_words(old: Path, new: Path) -> Callable[[], object] | None:
    """Return a call of `git diff --no-index --word-diff` as a process, from start to end, its output thrown away.

    Neither the settings of the machine nor a repository around the files nor a pager may slow it down, and git is
    called by its own path, not through `env` or a shell.
    """
    git = shutil.which("git")
    if git is None:
        return None
    command = [git, "diff", "--no-index", "--word-diff", "--no-color", str(old), str(new)]
    settings = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull, "LC_ALL": "C", "PATH": os.defpath}

    def run() -> None:
        done = subprocess.run(command, stdout=subprocess.DEVNULL, cwd=old.parent, env=settings, check=False)
        if done.returncode != 1:  # 1 is what git says of two files that differ
            raise RuntimeError(f"git ended with {done.returncode}")

    return run


def html(old: str, new: str) -> Callable[[], object]:
    """Return a call of `difflib.HtmlDiff`."""
    olds, news = old.splitlines(), new.splitlines()
    return lambda: HtmlDiff().make_table(olds, news)


def redlined(old: str, new: str) -> Callable[[], object] | None:
    """Return a call of the package `redlines`."""
    if not find_spec("redlines"):
        return None
    redlines = import_module("redlines")  # it need not be installed

    return lambda: redlines.Redlines(old, new).output_markdown


def word_mode(old: str, new: str) -> Callable[[], object]:
    """Return a call of diff-match-patch with a letter for each word, as its documentation advises."""

    def run() -> object:
        letters: dict[str, str] = {}
        coded = ("".join(letters.setdefault(p, chr(len(letters) + 1)) for p in _PIECE.findall(t)) for t in (old, new))
        judge = diff_match_patch()
        judge.Diff_Timeout = LIMIT
        steps = judge.diff_main(*coded, False)
        judge.diff_charsToLines(steps, ["", *letters])
        return steps

    return run
