"""Automatic numbers of lists made at random, with LibreOffice as the judge."""

import random
import shutil
import subprocess
from pathlib import Path

import pytest

from travaux.pipeline import read
from wordfiles import word

SOFFICE = shutil.which("soffice")
FORMS = ("decimal", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman", "decimalZero", "ordinal")
"""Formats that both know. LibreOffice knows neither `w:isLgl` nor `w:lvlRestart`: those are in `cases/word.md`."""


@pytest.mark.slow
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_numbers_are_those_of_libreoffice(tmp_path: Path) -> None:
    assert SOFFICE is not None
    chance = random.Random(99)  # noqa: S311 - no secret
    files = [tmp_path / f"{n}.docx" for n in range(30)]
    for path in files:
        path.write_bytes(word(_lines(chance), lists=_lists(chance)))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    kind = "txt:Text (encoded):UTF8,LF"
    command = [SOFFICE, profile, "--headless", "--convert-to", kind, "--outdir", tmp_path, *files]
    subprocess.run(command, capture_output=True, check=True, timeout=300)
    for path in files:
        told = path.with_suffix(".txt").read_text(encoding="utf-8-sig").split("\n")
        blocks = read(path.name, path.read_bytes()).blocks
        assert [f"{b.label or ''} {b.text}".strip() for b in blocks] == [" ".join(t.split()) for t in told if t.strip()]


def _lists(chance: random.Random) -> str:
    """A list of four levels, and three that share its numbers."""
    levels = []
    for at in range(1, 5):
        path = ".".join(f"%{n}" for n in range(1, at + 1))
        text = chance.choice([f"%{at}.", f"(%{at})", path, f"Article %{at}:"])
        start = f" start={chance.choice([2, 5, 26])}" if chance.random() < 0.3 else ""
        levels.append(f'{chance.choice(FORMS)} "{text}"{start}')
    return f"1: {' | '.join(levels)}\n2 = 1\n3 = 1 start0=4\n4 = 1 start0=1"


def _lines(chance: random.Random) -> str:
    lines = []
    level = chance.choice([0, 0, 0, 1])
    for n in range(25):
        lines.append(f"#{chance.choice([1, 1, 1, 1, 1, 1, 2, 3, 4])}.{level} word{n}")
        if chance.random() < 0.1:
            lines.append(f"between{n}")
        level = min(3, max(0, level + chance.choice([-2, -1, 0, 0, 1])))
    return "\n".join(lines)
