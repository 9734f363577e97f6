"""Encodings guessed over real texts."""

from pathlib import Path

import pytest

from travaux.readers import decoding

TEXTS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "texts"

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.slow,
    pytest.mark.skipif(not TEXTS.is_dir(), reason="no corpus beside the project"),
]


@pytest.mark.parametrize(("encoding", "most"), [("cp1252", 0), ("mac_roman", 13), ("utf-16-le", 1), ("utf-16-be", 1)])
def test_encodings_over_real_texts(encoding: str, most: int) -> None:
    """How many texts are read in a wrong encoding; what it cannot write is left out first."""
    wrong = []
    for path in sorted({*sorted(TEXTS.glob("*.txt"))[::6], *TEXTS.glob("fr_*.txt")}):
        content = path.read_text(encoding="utf-8").encode(encoding, "ignore")
        text = content.decode(encoding)
        if not content.isascii() and decoding.decode(content, path.name)[0] != text:
            wrong.append(path.name)
    assert len(wrong) <= most, wrong
