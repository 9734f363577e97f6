"""The contract of a language, for every language: what the parser asks of it is there, and fits the others."""

import datetime as dt
import re

import pytest

from travaux.citations import find_citations
from travaux.contracts import Language
from travaux.languages import LANGUAGES, detected, language
from travaux.parsing.roles import Roles

FIRST = language(next(iter(LANGUAGES)))
EVERY = pytest.mark.parametrize("known", [language(code) for code in LANGUAGES], ids=list(LANGUAGES))


@EVERY
def test_it_has_every_pattern_and_each_compiles_with_the_same_groups(known: Language) -> None:
    assert sorted(known.patterns) == sorted(FIRST.patterns)
    for name, pattern in known.patterns.items():
        assert re.compile(pattern).groupindex.keys() == re.compile(FIRST.patterns[name]).groupindex.keys(), name


@EVERY
def test_its_code_is_that_of_the_table_and_no_other_has_its_name(known: Language) -> None:
    assert LANGUAGES[known.code] in LANGUAGES.values()
    assert [language(code).name for code in LANGUAGES].count(known.name) == 1


@EVERY
def test_it_knows_the_principal_organs_by_the_same_codes(known: Language) -> None:
    assert {"GA", "SC", "ECOSOC", "HRC"} <= set(known.organs.values()) <= set(FIRST.organs.values())


@EVERY
def test_its_words_are_small_and_stand_once(known: Language) -> None:
    for words in (known.leads, known.acts, known.commonest):
        assert len(set(words)) == len(words) > 10
        assert all(word == word.casefold() and " " not in word for word in words)
    assert len(set(known.months)) == 12


@EVERY
def test_no_word_of_two_languages_tells_the_language(known: Language) -> None:
    for code in LANGUAGES:
        if code != known.code:
            assert not set(known.commonest) & set(language(code).commonest)
    found, doubtful = detected([" ".join(known.commonest)] * 4)
    assert (found.code, doubtful) == (known.code, False)


@EVERY
def test_its_opening_lines_leads_and_acts_are_told(known: Language) -> None:
    roles = Roles(known)
    for organ in known.organs:
        assert roles.opening(f"{organ},") == organ
        assert roles.frame(f"{organ},")
        assert 4 < len(roles.named(organ)) < len(organ)
        assert organ.endswith(roles.named(organ))
    for lead in known.leads:
        told = roles.lead(lead.capitalize() + " x y,")
        assert told or roles.is_("adverb", lead), lead
    for act in known.acts:
        told = roles.act(act.capitalize() + " x y;")
        assert told or act in known.leads or roles.is_("adverb", act), act


@EVERY
def test_its_citations_are_told(known: Language) -> None:
    words = known.citations()
    assert words.months == known.months
    assert set(known.organs.values()) <= {code for _, code in words.organs}
    own, of = words.own.split("|")[0], words.of_date.split("|")[0]
    text = f"{own} {words.resolution[0]} 58/81 {of} 9 {known.months[11]} 2003,"
    assert [citation.key for citation in find_citations(text, "GA", words)] == ["A/RES/58/81"]
    assert find_citations(text, "GA", words)[0].date == dt.date(2003, 12, 9)


@EVERY
def test_its_dates_are_told(known: Language) -> None:
    roles = Roles(known)
    for month in known.months:
        assert roles.is_("date", f"22 {month} 2044")
        assert roles.is_("date_line", f"22 {month} 2044")
        assert not roles.is_("date_line", f"22 {month}")


@EVERY
@pytest.mark.parametrize("name", sorted(FIRST.patterns))
def test_no_pattern_is_slow_on_a_long_line(known: Language, name: str) -> None:
    """A line is matched in linear time, or nearly: no repetition is nested in another."""
    pattern = re.compile(known.patterns[name])
    for text in ("a" * 3000, "A b, " * 600, "1 " * 1500, "( " * 1500, known.months[0] * 300, ", le la " * 400):
        pattern.match(text)
        pattern.fullmatch(text)
