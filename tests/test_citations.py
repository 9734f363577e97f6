"""Citations: cases, laws, and real texts."""

import datetime as dt
import doctest
import re
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casefiles import Case, cases
from travaux.citations import Citation, ResolutionNumber, find_citations, find_runs, finding, organs
from travaux.citations import numbers as number_module
from travaux.symbols import Symbol

TEXTS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
SPEAKERS = (None, "GA", "SC", "ECOSOC", "HRC", "CHR", "XYZ")
PIECES = (
    "resolution ",
    "resolutions 58/1, ",
    "58/1 ",
    "1/",
    "1 (",
    "A ",
    "its ",
    "section I, ",
    " of ",
    "[^1]",
)

repeatable = settings(derandomize=True, deadline=None, max_examples=200)

_count = st.integers(1, 999)
_year = st.integers(1946, 2099)
_special = st.sampled_from(["58", "S-20", "ES-10"])
numbers = st.one_of(
    st.builds("{}/{}".format, st.integers(1, 99), _count),
    st.builds("{}/{} {}".format, _special, _count, st.sampled_from("ABZ")),
    st.builds("{}/{}".format, _year, _count),
    st.builds("{} ({})".format, st.integers(1, 9999), _year),
    st.builds("{}{} ({})".format, _count, st.sampled_from(["", " A"]), st.sampled_from(["III", "S-VI"])),
    st.sampled_from(["1/CP.21", "X/9", "WHA58.33", "C-25/DEC.9", "7/2025"]),
)
_words = st.sampled_from(
    re.split(
        r"\|",
        "its |the |General Assembly |Council |resolution |resolutions |decision |Resolutions |and |, |to |; "
        "|of 9 December 2003| of 9 December|of the Security Council|section II of |annex|, annex"
        "|, paragraphs 5|A and B|[^3]|³|12|\n|\n\n|in particular |(|)|A/RES/|/|-|. ",
    )
)
almost_citations = st.lists(_words | numbers, max_size=12).map("".join)


def line_of(text: str, citation: Citation) -> list[str]:
    """The cells that a case file writes for a citation."""
    printed = " ".join(text[citation.start : citation.end].split())
    date = citation.date.isoformat() if citation.date else "-"
    return [printed, ", ".join(citation.keys), date, *([citation.place] if citation.place else [])]


@cases("citations.md", "text", "found")
def test_citations_are_found(case: Case) -> None:
    text, speaker = case["text"], case.block("text").options.get("speaker")
    assert [line_of(text, c) for c in find_citations(text, speaker)] == case.block("found").rows()


def test_a_run_holds_what_introduces_and_dates_its_numbers() -> None:
    words = "section II of its resolutions 58/1, annex, and 58/2 of 3 May 2004, and 59/1"
    (run,) = find_runs(f"under {words}, on ice", "GA")
    assert (run.start, run.end) == (6, 6 + len(words))
    assert [c.place for c in run.citations] == ["annex, section II", "section II", "section II"]
    (bare,) = find_runs("by resolution 60/1 of the General Assembly, on ice", "HRC")
    assert (bare.start, bare.end) == (3, 42)


def test_a_date_knows_where_it_stands() -> None:
    text = "its resolutions 58/136 and 58/140 of 22 December 2003⁷"
    one, two = find_citations(text, "GA")
    assert one.date_span == two.date_span
    assert two.date_span
    assert text[slice(*two.date_span)] == "22 December 2003"


@pytest.mark.parametrize(
    ("text", "speaker", "plausible"),
    [
        ("its resolution 58/136 of 22 December 2003", "GA", True),
        ("its resolution 58/136 of 22 December 2005", "GA", False),
        ("its resolution 58/136 of 30 August 2003", "GA", False),
        ("its resolution 1 (I) of 24 January 1946", "GA", True),
        ("Council resolution 1373 (2001) of 28 September 2002", "GA", False),
        ("its resolution 2004/19 of 21 July 2004", "ECOSOC", True),
        ("its resolution 1503 (XLVIII) of 27 May 1970", "ECOSOC", True),
        ("Human Rights Council resolution 36/6 of 28 September 2018", "GA", False),
        ("its resolution 58/136", "GA", True),
        ("its resolution ES-10/2 of 25 April 1997", "GA", True),
    ],
)
def test_a_date_that_cannot_be_is_told(text: str, speaker: str, plausible: bool) -> None:
    (citation,) = find_citations(text, speaker)
    assert citation.plausible is plausible


@repeatable
@given(numbers)
def test_printed_and_read_again_a_number_is_the_same(text: str) -> None:
    number = ResolutionNumber.parse(text)
    assert str(number) == text
    assert ResolutionNumber.parse(str(number)) == number


NO_NUMBERS = ("", "58", "58/", "A and B", "57/270 A and B", "58/1 of", "1373 (XXIIX)", "A/RES/58/1")


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_is_no_number_of_one_resolution_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not the number of a resolution"):
        ResolutionNumber.parse(text)


@repeatable
@given(
    numbers,
    st.sampled_from(["General Assembly", "Security Council", "Economic and Social Council", "Council"]),
)
def test_the_key_of_a_resolution_is_that_of_its_symbol(text: str, organ: str) -> None:
    for citation in find_citations(f"{organ} resolution {text}", "GA"):
        if citation.organ and citation.numbers[0].form != "foreign":
            assert Symbol.parse(citation.key).key == citation.key


@repeatable
@given(st.text(max_size=60) | almost_citations, st.sampled_from(SPEAKERS))
def test_what_is_found_lies_in_the_text_in_order(text: str, speaker: str | None) -> None:
    check_spans(text, speaker)
    runs = find_runs(text, speaker)
    assert find_citations(text, speaker) == tuple(c for run in runs for c in run.citations)


def check_spans(text: str, speaker: str | None) -> int:
    end = count = 0
    for run in find_runs(text, speaker):
        assert end <= run.start < run.end <= len(text)
        inner, end = run.start, run.end
        for citation in run.citations:
            assert inner <= citation.start < citation.end <= run.end
            inner = citation.end
            assert citation.numbers
            assert all(ResolutionNumber.parse(str(number)) == number for number in citation.numbers)
            assert citation.date is None or isinstance(citation.date, dt.date)
            count += 1
    return count


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("start", ["", "resolutions 58/1", "its resolutions "])
def test_repetitions_do_no_harm(start: str, piece: str) -> None:
    """A pattern that backtracks without bound would not end here."""
    assert len(find_citations(start + piece * 3_000, "GA")) <= 3_001


@pytest.mark.corpus
def test_citations_of_real_texts_lie_in_them() -> None:
    if not TEXTS.exists():
        pytest.skip("no ../shared/corpus")
    texts = (path.read_text(encoding="utf-8") for path in sorted((TEXTS / "texts").glob("*.txt")))
    assert sum(check_spans(text, "GA") for text in texts) > 25_000


@pytest.mark.corpus
def test_the_founding_document_cites_29_resolutions_in_15_runs() -> None:
    path = TEXTS / "ecosoc-2004-18-to-20.txt"
    if not path.exists():
        pytest.skip("no ../shared/corpus")
    runs = find_runs(path.read_text(encoding="utf-8"), "GA")
    assert (len(runs), sum(len(run.citations) for run in runs)) == (15, 29)
    assert {c.organ for run in runs for c in run.citations} == {"GA", "SC"}
    assert "A/RES/57/27" in {c.key for run in runs for c in run.citations}


@pytest.mark.parametrize("module", [finding, number_module, organs])
def test_the_examples_in_the_docstrings_are_true(module: ModuleType) -> None:
    result = doctest.testmod(module)
    assert result.attempted
    assert not result.failed
