"""The laws of comparing: each paragraph once, redlines that give both texts, one JSON, nothing altered in itself."""

from hypothesis import given, settings
from hypothesis import strategies as st

from travaux.model.comparison import Comparison
from travaux.model.document import Source
from travaux.pipeline import compare, parse, read

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
    if made.old.notes and made.new.notes:
        assert sorted(i for c in made.note_changes for i in c.old) == sorted(n.id for n in made.old.notes)
        assert sorted(i for c in made.note_changes for i in c.new) == sorted(n.id for n in made.new.notes)
    olds = {p.id: p.text for p in made.old.paragraphs}
    news = {p.id: p.text for p in made.new.paragraphs}
    for change in made.changes:
        assert "".join(s.text for s in change.redline if s.op != "add") == "\n".join(olds[i] for i in change.old)
        assert "".join(s.text for s in change.redline if s.op != "drop") == "\n".join(news[i] for i in change.new)
    assert Comparison.model_validate_json(made.model_dump_json()) == made
    same = compare(resolutions[0][0], resolutions[0][0])
    assert all(c.relation == "kept" and not c.altered and not c.moved for c in same.changes)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.lists(LINES, min_size=3, max_size=20), st.lists(LINES, min_size=3, max_size=20))
def test_exchanging_the_sides_mirrors_the_changes(old: list[str], new: list[str]) -> None:
    sources = [source("\n\n".join(lines)) for lines in (old, new)]
    resolutions = [parse(s).resolutions for s in sources if s is not None]
    if len(resolutions) < 2 or not all(resolutions):
        return
    there = compare(resolutions[0][0], resolutions[1][0])
    back = compare(resolutions[1][0], resolutions[0][0])
    assert {(c.old, c.new) for c in there.note_changes} == {(c.new, c.old) for c in back.note_changes}
    swap = {"keep": "keep", "drop": "add", "add": "drop"}
    assert {(c.old, c.new, c.altered, c.layer != "none") for c in there.changes if not c.moved} - {
        (c.new, c.old, c.altered, c.layer != "none") for c in back.changes
    } == set()
    redlines = {(c.new, c.old): [(swap[s.op], s.text) for s in c.redline] for c in back.changes}
    for change in there.changes:
        assert sorted((s.op, s.text) for s in change.redline) == sorted(redlines[change.old, change.new])
