"""The laws of reading and comparing: nothing lost, one JSON, nothing altered in itself, each paragraph once."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import accounting
from travaux.model.comparison import Comparison
from travaux.model.document import Document, Source
from travaux.pipeline import compare, parse, read

SHARED = Path(__file__).resolve().parents[2] / "shared"

LINES = st.sampled_from(
    [
        "The General Assembly,",
        "“The General Assembly,",
        "The Economic and Social Council,",
        "Recommends to the General Assembly the adoption of the following draft resolution:",
        "Recalling its resolution 99/14 of 3 May 2044,[^1]",
        "“Noting with concern the state of lanterns,⁸⁴",
        "1. Requests the Secretary-General to report;",
        "“2. Urges Member States to light lanterns.”",
        "(a) To burn oil;",
        "(i) To burn wax;",
        "• Wicks",
        "__________________",
        "1 A/99/12.",
        "⁸⁴ Resolution 98/1, annex.",
        "[^1]: A/99/11.",
        "Annex",
        "II",
        "2044/19",
        "31st plenary meeting",
        "22 July 2044",
        "[Adopted by a recorded vote of 3 to 1.",
        "\f",
        "",
    ]
)


def source(text: str) -> Source | None:
    content = text.encode("utf-8", "ignore")
    return read("draft.txt", content) if content.strip() and b"\x00" not in content and text.strip() else None


@settings(derandomize=True, deadline=None, max_examples=150)
@given(st.lists(LINES, min_size=1, max_size=25).map("\n\n".join))
def test_parsing_loses_nothing_and_its_json_is_the_value(text: str) -> None:
    if (given_source := source(text)) is None:
        return
    document = parse(given_source)
    assert accounting.of_document(document) == accounting.of_source(given_source)
    assert Document.model_validate_json(document.model_dump_json()) == document
    for resolution in document.resolutions:
        ids = [p.id for p in resolution.paragraphs]
        assert len(set(ids)) == len(ids)
        assert all("\n" not in p.text for p in resolution.paragraphs)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.lists(LINES, min_size=3, max_size=20), st.lists(LINES, min_size=3, max_size=20))
def test_each_paragraph_stands_in_one_change_and_redlines_give_both_texts(old: list[str], new: list[str]) -> None:
    sources = [source("\n\n".join(lines)) for lines in (old, new)]
    if None in sources:
        return
    resolutions = [parse(s).resolutions for s in sources if s is not None]
    if not all(resolutions):
        return
    made = compare(resolutions[0][0], resolutions[1][0])
    assert sorted(i for c in made.changes for i in c.old) == sorted(p.id for p in made.old.paragraphs)
    assert sorted(i for c in made.changes for i in c.new) == sorted(p.id for p in made.new.paragraphs)
    texts = {p.id: p.text for p in made.old.paragraphs}
    for change in made.changes:
        kept = "".join(s.text for s in change.redline if s.op != "add")
        assert kept == "\n".join(texts[i] for i in change.old)
    assert Comparison.model_validate_json(made.model_dump_json()) == made
    same = compare(resolutions[0][0], resolutions[0][0])
    assert all(c.relation == "kept" and not c.altered and not c.moved for c in same.changes)


@pytest.mark.corpus
@pytest.mark.slow
@pytest.mark.skipif(not (SHARED / "corpus").is_dir(), reason="../shared is not there")
def test_no_text_of_the_corpus_raises_or_loses_a_letter() -> None:
    lost = []
    for path in sorted((SHARED / "corpus" / "texts").glob("*.txt")):
        given_source = read(path.name, path.read_bytes())
        if accounting.of_document(parse(given_source)) != accounting.of_source(given_source):
            lost.append(path.name)
    assert lost == []
