"""The cases of `cases/parsing`: a text as a delegation has it, and what is understood."""

import re
from pathlib import Path

import pytest

from accounting import of_document, of_source
from casefiles import CASES, Case, read_cases
from outlines import fits, outline
from travaux.model.document import Document, Resolution
from travaux.pipeline import parse, read

_TRAPS = re.compile(r"(?:[Tt]raps? |^\| )((?:\d+(?:, | and )?)+)", re.MULTILINE)
FILES = sorted((CASES / "parsing").glob("*.md"))


def _cases(*blocks: str) -> pytest.MarkDecorator:
    found = [(path, case) for path in FILES for case in read_cases(path.read_text("utf-8"))]
    wanted = [(path, case) for path, case in found if all(name in case for name in blocks)]
    return pytest.mark.parametrize("case", [pytest.param(c, id=f"{_stem(p)}: {c.title}") for p, c in wanted])


def _stem(path: Path) -> str:
    return path.stem


def _content(case: Case) -> bytes:
    block = case.block("text")
    text = block.text.replace("\n", block.options.get("end", "\n").encode().decode("unicode_escape"))
    return text.encode(block.options.get("encoding", "utf-8"))


def _parsed(case: Case) -> Document:
    return parse(read("draft.txt", _content(case)))


def _all(resolutions: tuple[Resolution, ...]) -> list[Resolution]:
    return [r for resolution in resolutions for r in (resolution, *_all(resolution.transmits))]


@_cases("text", "structure")
def test_structure(case: Case) -> None:
    found = outline(_parsed(case))
    expected = [line for line in case["structure"].split("\n") if line.strip()]
    same = len(found) == len(expected) and all(map(fits, expected, found))
    assert same, "\n".join(["understood:", *found, "", "expected:", *expected])


@_cases("text", "ids")
def test_ids(case: Case) -> None:
    resolutions = _all(_parsed(case).resolutions)
    assert [p.id for r in resolutions for p in r.paragraphs] == case["ids"].split()


@_cases("text", "emphasis")
def test_emphasis(case: Case) -> None:
    found = [
        f"{p.address} {m.kind} | {p.text[m.start : m.end]}"
        for r in _all(_parsed(case).resolutions)
        for p in r.paragraphs
        for m in p.marks
        if m.kind != "note"
    ]
    assert found == case["emphasis"].split("\n")


@_cases("text", "says")
def test_notices(case: Case) -> None:
    document = _parsed(case)
    notices = [n for r in _all(document.resolutions) for n in r.notices] + [*document.notices]
    assert [n.message for n in notices] == case["says"].split("\n")


@_cases("text")
def test_nothing_is_lost(case: Case) -> None:
    source = read("draft.txt", _content(case))
    assert of_document(parse(source)) == of_source(source)


def test_every_trap_has_its_case_or_its_reason() -> None:
    named = {
        n for path in FILES for found in _TRAPS.findall(path.read_text("utf-8")) for n in re.findall(r"\d+", found)
    }
    assert {int(n) for n in named} >= set(range(1, 71))
