"""What a token is: never cut inside a word, number, date or symbol, never lost, and never slow."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefiles import Case, cases
from travaux.words import SPACE, firm, keys, tokens

TEXTS = (
    st.text() | st.text(alphabet="aZ9 ,.-'’“(/)\n\u00a0\u0301\u200b大ก") | st.from_regex(r"[A-Z]{0,2}[/\d. ()]{0,12}")
)


@cases("words.md", "tokens")
def test_tokens_of_each_line(case: Case) -> None:
    for line in case["tokens"].split("\n"):
        wanted = line.replace("⏎", "\n").split("|")
        assert tokens("".join(wanted)) == wanted


@given(TEXTS)
def test_tokens_joined_are_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text


@given(TEXTS)
def test_every_token_has_one_key_and_none_is_empty(text: str) -> None:
    found = tokens(text)
    assert all(found)
    assert len(keys(found)) == len(found)
    assert all(keys(found))


@given(TEXTS)
def test_space_stands_only_at_the_end_of_a_token(text: str) -> None:
    for token in tokens(text)[1:]:
        assert token[0] not in SPACE or unicodedata.category(token[0]).startswith("M")


@given(st.text(alphabet="ab,.()'’“ \n"))
def test_the_line_feed_is_its_own_token(text: str) -> None:
    assert [t for t in tokens(text) if "\n" in t and t[0] != "\n"] == []
    assert keys(tokens(text)).count("\n") == text.count("\n")


@given(st.text(alphabet=[chr(c) for c in range(0x0590, 0x0A00)], min_size=1))
def test_no_mark_begins_a_token_after_the_first(text: str) -> None:
    marks = [t for t in tokens(text)[1:] if unicodedata.category(t[0]) in {"Mn", "Mc", "Me"}]
    assert marks == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("the Assembly’s", "the Assembly's"),
        ("“draft”", '"draft"'),
        ("‘‘draft’’", '"draft"'),
        ("``draft''", '"draft"'),
        ("co‑operation", "co-operation"),
        ("2015–2030", "2015-2030"),
        ("5\u00a0December\u00a02004", "5 December 2004"),
        ("caf\u00e9", "cafe\u0301"),
        ("co\u00adoperation", "cooperation"),
        ("open …", "open ..."),
        ("‘’", '"'),
    ],
)
def test_glyph_variants_have_the_same_keys(old: str, new: str) -> None:
    assert keys(tokens(old)) == keys(tokens(new))


@pytest.mark.parametrize(("old", "new"), [("States", "states"), ("in", "on"), (",", ";"), ("shall", "shall not")])
def test_words_case_and_punctuation_do_not(old: str, new: str) -> None:
    assert keys(tokens(old)) != keys(tokens(new))


@pytest.mark.parametrize("key", ["58/136", "A/79/1", "12 March 2004", "\n", "HIV/AIDS", "60 per cent", "(12)"])
def test_firm(key: str) -> None:
    assert firm(key)


@pytest.mark.parametrize("key", ["the", ",", "States", "and", "A", "(a)", "/"])
def test_not_firm(key: str) -> None:
    assert not firm(key)


HARD = [
    *"aA1 -'.,/($", "\n", "\u0301", "\u200b", "大", "A/", "A/A", "1,", "1 111 ", "12 (", "12 A (I", "a-", "a'", "a--",
    "1/CMA(", "A.", "A.1", "A1.", "A(1)", "1:", "1 1/2 ", "www.", "a@", "http://", "a@ http://", "41 C/", "1/AA.", "1°",
    "(i", "1 de ", "A/1 (Vol.", "A/1/Rev.", "1 per ", "2004年", "E.04.", "Add.", "S-1/", "a\u0301", "x \u0301",
]  # fmt: skip


@pytest.mark.parametrize("unit", HARD, ids=ascii)
def test_nothing_is_read_twice(unit: str) -> None:
    """With a square of the length, these would take minutes each."""
    text = unit * (100_000 // len(unit)) + "a"
    assert "".join(tokens(text)) == text
