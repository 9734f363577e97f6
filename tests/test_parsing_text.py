"""Laws of what parsing stands on: folding, list markers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.languages import english
from travaux.model.document import Resolution
from travaux.parsing.headers import heads_page, is_job_number, is_symbol
from travaux.parsing.levels import follows
from travaux.parsing.roles import Roles
from travaux.pipeline import parse, read
from travaux.text import INVISIBLE, fold

GLYPHS = st.text("aeB'’`´\u1fef\u1ffd“\"–- \u00a0\t…\u0301\u0327\u0308é" + INVISIBLE, max_size=20)


@given(st.one_of(GLYPHS, st.text(max_size=30)))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(GLYPHS, st.sampled_from(INVISIBLE), st.integers(0, 20))
def test_what_is_invisible_makes_no_difference(text: str, sign: str, at: int) -> None:
    assert fold(text[:at] + sign + text[at:]) == fold(text)


@pytest.mark.parametrize(
    ("before", "after"), [("h", "i"), ("i", "ii"), ("z", "aa"), ("xxix", "xxx"), ("3", "4"), ("999", "1000")]
)
def test_a_marker_follows(before: str, after: str) -> None:
    assert follows(before, after)
    assert not follows(after, before)


def test_iiii_is_neither_a_roman_number_nor_a_letter_in_a_list() -> None:
    assert not follows("iii", "iiii")
    assert not follows("iiii", "v")


@pytest.mark.parametrize(
    ("text", "symbol"),
    [("A/C.3/99/L.4*", True), ("A/RES/3201 (S-VI)", True), ("A/99/12.", False), ("HIV/AIDS", False), ("1/2", False)],
)
def test_a_line_that_is_a_symbol(text: str, *, symbol: bool) -> None:
    assert is_symbol(text) == symbol


@pytest.mark.parametrize(
    "text", ["44-12345 (E)", "44-12345 (E)     081244", "3/19     44-12345", "44-12345   3/19", "*4412345*"]
)
def test_a_line_that_is_a_number_of_the_printer(text: str) -> None:
    assert is_job_number(text)
    assert heads_page(text)


def test_a_symbol_beside_a_title_heads_a_page() -> None:
    assert heads_page("A/RES/99/12                 Protection of lanterns")
    assert heads_page("Protection of lanterns      A/RES/99/12")
    assert not heads_page("the report (A/99/12) on lanterns")


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_a_thousand_paragraphs_and_more_are_numbered(gap: str) -> None:
    acts = gap.join(f"{n}. Requests the keepers to report on lantern {n};" for n in range(1, 1203))
    text = _only(f"The General Assembly,{gap}{acts}")
    assert [p.label for p in text.paragraphs[1:]] == [f"{n}." for n in range(1, 1203)]
    assert text.notices == ()


def test_a_verb_that_opens_a_paragraph() -> None:
    assert Roles(english.LANGUAGE).act("Stresses the need for lanterns")


def _only(text: str) -> Resolution:
    (found,) = parse(read("draft.txt", text.encode())).resolutions
    return found
