"""Where phrases stand in texts, and when they stood in dossiers."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossiers import Memory, Written, chain
from travaux.archive.phrases import comparable, places
from travaux.archive.searching import search
from travaux.errors import ArchiveError
from travaux.text import fold

OUT = "Requests the Secretary-General to submit a report;"
IN = "Requests the Secretary-General to submit, subject to availability, a report;"


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("subject to", "Subject to this, and subject\u00a0 to that", ["Subject to", "subject\u00a0 to"]),
        ("Assembly's", "the Assembly’s and the Assembly's", ["Assembly’s", "Assembly's"]),
        ("“light”", "the \"light\" and the ``light'' and ''light''", ['"light"', "``light''", "''light''"]),
        ("co-operation", "co‑operation", ["co‑operation"]),
        ("Bogotá", "in Bogota\u0301, in Bogotá", ["Bogota\u0301", "Bogotá"]),
        ("한국", "in 한국", ["한국"]),
        ("port", "report of the port; ports", ["port"]),
        ("58/13", "resolution 58/136", []),
        ("and …", "this, and ... that", ["and ..."]),
        ("STRASSE", "die Straße", ["Straße"]),
        (", subject", "submit, subject to", [", subject"]),
        ("", "anything", []),
    ],
)
def test_a_phrase_is_found_however_it_is_typed(phrase: str, text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in places(phrase, text)] == found


_LETTERS = st.text(alphabet="aB é\u0301’'“\"-– \u00a0\u00ad…ßᄒ\u1161\u11ab,", max_size=12)


@settings(derandomize=True, deadline=None)
@given(_LETTERS, _LETTERS, _LETTERS)
def test_what_is_found_folds_to_the_phrase(before: str, phrase: str, after: str) -> None:
    text = before + phrase + after
    for start, end in places(phrase, text):
        assert fold(f"|{text[start:end]}|")[1:-1].strip().casefold() == comparable(phrase)


@settings(derandomize=True, deadline=None)
@given(st.lists(st.sampled_from(["States", "to", "the", "“light”", "Bogotá", "report,"]), min_size=1, max_size=8))
def test_whole_words_of_a_text_are_found_in_it(words: list[str]) -> None:
    text = " ".join(words)
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            phrase = " ".join(words[start:end])
            assert phrase in [text[s:e] for s, e in places(phrase, text)]


def presences(history: Memory, phrase: str) -> list[tuple[int, int | None, list[str]]]:
    return [(p.since, p.until, [h.address for h in p.hits]) for p in search([history], phrase).presences]


def test_appears_and_disappears_and_appears_again() -> None:
    history = chain(
        [Written("op1", OUT)],
        [Written("op2", IN, (("op1",),))],
        [Written("op3", IN, (("op2",),))],
        [Written("op1", OUT, (("op3",),))],
        [Written("op1", IN, (("op1",),))],
    )
    assert presences(history, "subject to availability") == [(2, 4, ["OP2"]), (5, None, ["OP1"])]
    (first, _) = search([history], "subject to availability").presences
    (hit,) = first.hits
    assert (hit.text[hit.start : hit.end], hit.line, hit.text) == ("subject to availability", "1:op1", IN)


def test_each_place_has_its_own_time() -> None:
    history = chain(
        [Written("op1", IN), Written("op2", IN)],
        [Written("op1", OUT, (("op1",),)), Written("op2", IN, (("op2",),))],
        [],
    )
    assert presences(history, "availability") == [(1, 2, ["OP1"]), (1, 3, ["OP2"])]


def test_rivals_end_each_for_itself() -> None:
    drafts: dict[int, Sequence[Written]] = {
        1: [Written("op1", IN)],
        2: [Written("op1", OUT, (("op1",),))],
        3: [Written("op1", IN, (("op1",),))],
        4: [Written("op1", IN, (("op1",), ("op1",)))],
    }
    history = Memory(drafts, {1: (), 2: (1,), 3: (1,), 4: (2, 3)})
    assert presences(history, "availability") == [(1, 2, ["OP1"]), (1, None, ["OP1"])]


def test_a_phrase_that_a_split_hands_on_stands_on() -> None:
    history = chain(
        [Written("op1", f"{OUT} Also urges States, subject to availability, to help;")],
        [Written("op1", OUT, (("op1",),)), Written("op2", "Urges States, subject to availability;", (("op1",),))],
    )
    assert presences(history, "subject to availability") == [(1, None, ["OP1"])]


def test_notes_are_looked_through() -> None:
    history = chain([Written("op1", OUT)], [Written("op1", OUT, (("op1",),))], notes={2: ["See A/99/187, annex."]})
    assert presences(history, "A/99/187") == [(2, None, ["note 1"])]


def test_nothing_is_found_of_nothing() -> None:
    assert presences(chain([Written("op1", OUT)]), "availability") == []
    for phrase in ("", " \u00ad ", "...", "—; (“”)"):
        with pytest.raises(ArchiveError, match="has no words"):
            search([], phrase)
    assert search([], "5").presences == ()
