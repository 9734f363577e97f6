"""The contract of the tables of words, for every language: each sense is told, and no phrase has two meanings."""

import re
from collections import Counter

import pytest

from travaux.contracts import Language, Meanings
from travaux.kinds.lexicon import lexicon
from travaux.kinds.senses import FAMILIES, MODALS, SENSES
from travaux.languages import LANGUAGES, language
from travaux.languages.tables import expanded

EVERY = pytest.mark.parametrize("known", [language(code) for code in LANGUAGES], ids=list(LANGUAGES))


def meanings(known: Language) -> Meanings:
    return known.meanings()


@EVERY
def test_every_sense_has_its_sentences(known: Language) -> None:
    for table in meanings(known).phrases:
        if table.kind == "modal":
            assert table.sense in MODALS
        elif table.kind:
            assert table.sense in SENSES[table.kind], (table.kind, table.sense)
    assert {act.family for act in meanings(known).acts} == set(FAMILIES)


@EVERY
def test_acts_have_a_name_among_their_forms_and_a_band(known: Language) -> None:
    for act in meanings(known).acts:
        assert act.name == act.forms[0]
        assert 0 <= act.band <= 5
        assert all(form == form.lower() and form.strip() == form for form in act.forms)


@EVERY
def test_phrases_are_written_as_the_tables_want_them(known: Language) -> None:
    for table in meanings(known).phrases:
        assert len(set(table.phrases)) == len(table.phrases) > 0
        for phrase in table.phrases:
            assert phrase == " ".join(phrase.split())
            assert not re.search(r"[()|;:]", phrase), phrase


@EVERY
def test_no_phrase_has_two_senses_of_one_kind(known: Language) -> None:
    for kind in {table.kind for table in meanings(known).phrases}:
        counts = Counter(p for t in meanings(known).phrases if t.kind == kind for p in t.phrases)
        assert [phrase for phrase, count in counts.items() if count > 1] == [], kind


@EVERY
def test_a_verb_has_one_form_for_one_act_of_its_family(known: Language) -> None:
    acts = [act for act in meanings(known).acts if act.family != "action"]
    counts = Counter(form for act in acts for form in set(act.forms))
    assert [form for form, count in counts.items() if count > 1] == []


@EVERY
def test_every_language_has_the_same_patterns(known: Language) -> None:
    first = language(next(iter(LANGUAGES)))
    assert meanings(known).patterns.keys() == meanings(first).patterns.keys()
    for name, pattern in lexicon(known.meanings).patterns.items():
        assert pattern.groupindex.keys() == ({"ordinal"} if name == "session" else set()), name


@EVERY
def test_every_kind_of_the_tables_has_words(known: Language) -> None:
    kinds = {table.kind for table in meanings(known).phrases}
    assert {"qualifier", "intensity", "modal", "negation", "scope", "actor", "time", "quantity"} <= kinds


def test_notation() -> None:
    assert expanded("as (needed|necessary)") == ("as needed", "as necessary")
    assert expanded("(its|) mandate") == ("its mandate", "mandate")
