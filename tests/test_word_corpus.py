"""Word files of ../shared: every one is read, and says what LibreOffice says."""

import itertools
import random
import shutil
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from accounting import of_document, of_source
from travaux import compare, load
from travaux.errors import SourceError
from travaux.model.comparison import Comparison
from travaux.pipeline import parse, read, read_path

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
FILES = sorted((SHARED / "corpus" / "docx").rglob("*.docx"))

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not FILES, reason="the Word files of ../shared are not there"),
]

FORMS = ("txt", "docx", "auto.docx")


@pytest.mark.parametrize("state", ["accepted", "original"])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_is_read_and_nothing_of_it_is_lost(path: Path, state: str) -> None:
    source = read_path(path, {"revisions": state})
    assert of_document(parse(source)) == of_source(source)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_accepted_and_original_texts_are_what_libreoffice_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    sys.modules.pop("word", None)
    import word  # noqa: PLC0415

    found = list(word.verdicts(SHARED))
    assert len(found) == 2 * len(FILES)
    assert [(v.name, v.state) for v in found if not v.alike and v.reason is None] == []
    assert [(v.name, v.state) for v in found if v.alike and v.reason is not None] == []


@pytest.mark.parametrize(("old", "new"), list(itertools.product(FORMS, FORMS)))
def test_typed_and_automatic_numbers_and_text_give_the_same_links(old: str, new: str) -> None:
    probe = SHARED / "probe"
    texts = _compared(probe, "txt", "txt")
    mixed = _compared(probe, old, new)
    assert _links(mixed) == _links(texts)
    for one, other in ((mixed.old, texts.old), (mixed.new, texts.new)):
        assert [(p.id, p.label, p.text, p.part) for p in one.paragraphs] == [
            (p.id, p.label, p.text, p.part) for p in other.paragraphs
        ]
        assert [(n.number, n.text, n.references) for n in one.notes] == [
            (n.number, n.text, n.references) for n in other.notes
        ]


def _compared(probe: Path, old: str, new: str) -> Comparison:
    return compare(load(str(probe / f"draft-a.{old}")), load(str(probe / f"draft-b.{new}")))


def _links(comparison: Comparison) -> list[tuple[object, ...]]:
    return [(c.old, c.new, c.relation, c.moved, c.renumbered, c.altered) for c in comparison.changes]


@pytest.mark.slow
def test_damaged_bytes_end_in_a_sentence() -> None:
    """Bytes are changed, cut out and repeated in real files: 4,000 mutants, none of which ends in another exception."""
    chance = random.Random(99)  # noqa: S311 - no secret
    contents = [path.read_bytes() for path in FILES if path.stat().st_size < 40_000]
    for _ in range(4000):
        mutant = _mutated(chance.choice(contents), chance)
        with suppress(SourceError):
            parse(read("mutant.docx", mutant, {"revisions": chance.choice(["accepted", "original"])}))


def _mutated(content: bytes, chance: random.Random) -> bytes:
    out = bytearray(content)
    for _ in range(chance.choice([1, 1, 2, 5, 20])):
        at = chance.randrange(len(out))
        match chance.randrange(4):
            case 0:
                out[at] = chance.randrange(256)
            case 1:
                del out[at : at + chance.randrange(1, 200)]
            case 2:
                out[at:at] = out[max(0, at - 100) : at]
            case _:
                out[at : at + 4] = chance.randbytes(4)
    return bytes(out)
