"""Numerals: there and back, and what is none."""

import doctest
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from travaux import numerals
from travaux.numerals import (
    HIGHEST_ORDINAL,
    from_list_letters,
    from_ordinal,
    from_roman,
    letters_named,
    list_letters,
    ordinal,
    roman,
)

repeatable = settings(derandomize=True, deadline=None)


@repeatable
@given(st.integers(1, 3999))
def test_roman_numbers_there_and_back(value: int) -> None:
    assert from_roman(roman(value)) == from_roman(roman(value).lower()) == value


@pytest.mark.parametrize("text", ["", "IIII", "VX", "IC", "Xi", "ABC", "1", "XXIIX", "dim", "МС"])
def test_what_is_no_roman_number(text: str) -> None:
    assert from_roman(text) is None


@repeatable
@given(st.integers(1, 200))
def test_list_letters_there_and_back(value: int) -> None:
    assert from_list_letters(list_letters(value)) == from_list_letters(list_letters(value).upper()) == value


@pytest.mark.parametrize("text", ["", "ab", "a1", "é", "aA"])
def test_what_is_no_list_letter(text: str) -> None:
    assert from_list_letters(text) is None


def test_every_ordinal_there_and_back() -> None:
    words = [ordinal(value) for value in range(1, HIGHEST_ORDINAL + 1)]
    assert len(set(words)) == len(words)
    assert [from_ordinal(word) for word in words] == list(range(1, HIGHEST_ORDINAL + 1))


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (1, "first"),
        (12, "twelfth"),
        (20, "twentieth"),
        (21, "twenty-first"),
        (59, "fifty-ninth"),
        (80, "eightieth"),
        (100, "one hundredth"),
        (101, "one hundred and first"),
        (231, "two hundred and thirty-first"),
    ],
)
def test_ordinals_as_the_united_nations_spell_them(value: int, word: str) -> None:
    assert ordinal(value) == word


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sixty-First", 61),
        ("sixty first", 61),
        ("sixty–first", 61),
        ("SIXTIETH", 60),
        (" sixty-\nfirst ", 61),
        ("hundredth", 100),
        ("one hundred twenty-sixth", 126),
        ("61st", 61),
        ("22nd", 22),
        ("80th", 80),
    ],
)
def test_ordinals_in_other_spellings(text: str, value: int) -> None:
    assert from_ordinal(text) == value


@pytest.mark.parametrize(
    "text", ["", "sixty", "next", "one hundred", "hundred and", "ten hundredth", "0th", "th", "61"]
)
def test_what_is_no_ordinal(text: str) -> None:
    assert from_ordinal(text) is None


@pytest.mark.parametrize("value", [0, -1, 4000])
def test_numbers_that_are_not_written_so_are_refused(value: int) -> None:
    for write in (roman, ordinal, list_letters):
        if not (write is list_letters and value > 0):
            with pytest.raises(ValueError, match=r"is written for|is spelled out for"):
                write(value)


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("A", "A"),
        ("A and B", "AB"),
        ("A, B and D", "ABD"),
        ("A to D", "ABCD"),
        ("A–C and F", "ABCF"),
        ("A à C", "ABC"),
        ("C to A", "CA"),
        ("", ""),
        ("to", ""),
    ],
)
def test_letters_are_named_one_by_one(text: str, letters: str) -> None:
    assert "".join(letters_named(text)) == letters


@repeatable
@given(st.text())
def test_no_text_breaks_the_reading(text: str) -> None:
    assert all(letter.isupper() for letter in letters_named(text))
    assert from_roman(text) is None or from_roman(text) == from_roman(text.swapcase())
    assert from_ordinal(text) is None or from_ordinal(text) == from_ordinal(text.upper())


@pytest.mark.parametrize("module", [numerals])
def test_the_examples_in_the_docstrings_are_true(module: ModuleType) -> None:
    result = doctest.testmod(module)
    assert result.attempted
    assert not result.failed
