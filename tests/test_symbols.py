"""Document symbols: cases, laws, and real texts."""

import doctest
import re
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casefiles import Case, cases
from travaux.symbols import FoundSymbol, Symbol, expand, find_symbols, finding, value

TEXTS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "texts"
PARTS = ("body", "organs", "session", "year", "kind", "number", "letter", "suffixes", "stars")

PIECES = ("A/", "1/", "/1", "A/1", "A/59/L.", "AB", "A/1, ", "SR.1-", "(", " A", "*", "\n")

repeatable = settings(derandomize=True, deadline=None, max_examples=200)

_bodies = st.sampled_from(["A", "S", "E", "T", "ST", "CEDAW", "CD", "FCCC", "ICC-ASP"])
_words = st.sampled_from(["C.3", "CN.4", "Sub.2", "HRC", "RES", "DEC", "PRST", "AC.109", "COP(9)", "CONF.VI"])
_periods = st.sampled_from(["59", "2004", "S-20", "ES-10"])
_numbers = st.integers(1, 9999).map(str) | st.integers(1, 99).map("L.{}".format) | st.just("SR.7")
_marks = st.sampled_from(["", "", " (2001)", "(XXI)", " (Part II)", " (Vol. I)", " A", "[A]"])
_suffixes = st.lists(st.sampled_from(["Rev.1", "Add.2", "Corr.1", "Amend.3", "Add.1 (Part II)"]), max_size=2)
written = st.builds(
    lambda body, words, periods, number, mark, suffixes, stars: (
        "/".join([body, *words, *periods, number + mark, *suffixes]) + "*" * stars
    ),
    _bodies,
    st.lists(_words, max_size=2),
    st.lists(_periods, max_size=1),
    _numbers,
    _marks,
    _suffixes,
    st.integers(0, 3),
)
_scraps = st.sampled_from(
    re.split(
        r"\|",
        "A/59/187|A/C.3/62/SR.22|S/RES/1373 (2001)|/|-|, | and |Add.1|Corr.2|39|43-46|(Part II)"
        "|(Parts I and II)| A| to |*|.|Rev.1|E/|A|7| |[^3]|³|\n|[A]| et ",
    )
)
almost_symbols = st.lists(_scraps | written, max_size=9).map("".join)


def line_of(text: str, found: FoundSymbol) -> list[str]:
    """The cells that a case file writes for what was found."""
    printed = " ".join(text[found.start : found.end].split())
    return [printed, ", ".join(map(str, found.symbols)), *(["twin"] if found.twin else [])]


@cases("symbols.md", "canonical")
def test_a_symbol_is_read_and_printed(case: Case) -> None:
    for printed, official, key, *work_key in case.block("canonical").rows():
        symbol = Symbol.parse(printed)
        assert (str(symbol), symbol.key) == (official, key)
        assert symbol.work_key == (work_key[0] if work_key else key)
        assert Symbol.parse(official) == symbol


@cases("symbols.md", "parts")
def test_the_parts_of_a_symbol_are_told(case: Case) -> None:
    for printed, parts in case.block("parts").rows():
        symbol = Symbol.parse(printed)
        told = {name: getattr(symbol, name) for name in PARTS}
        shown = [f"{n} {', '.join(v) if isinstance(v, tuple) else v}" for n, v in told.items() if v]
        assert "; ".join(shown) == parts


@cases("symbols.md", "refused")
def test_what_is_no_symbol_is_refused(case: Case) -> None:
    for line in case["refused"].splitlines():
        with pytest.raises(ValueError, match="is not the symbol of one document"):
            Symbol.parse(line)


@cases("symbols.md", "text", "found")
def test_symbols_are_found_in_a_text(case: Case) -> None:
    text = case["text"]
    assert [line_of(text, found) for found in find_symbols(text)] == case.block("found").rows()


@repeatable
@given(written)
def test_printed_and_read_again_a_symbol_is_the_same(text: str) -> None:
    try:
        symbol = Symbol.parse(text)
    except ValueError:
        return
    assert Symbol.parse(str(symbol)) == symbol
    assert Symbol.parse(text.lower()) == symbol
    assert Symbol.parse(symbol.key).key == symbol.key == Symbol.parse(text.rstrip("*")).key
    assert Symbol.parse(symbol.work_key).work_key == symbol.work_key
    assert symbol.key.startswith(symbol.work_key)


@repeatable
@given(st.text(max_size=60) | almost_symbols)
def test_what_is_found_lies_in_the_text_in_order(text: str) -> None:
    end = 0
    for found in find_symbols(text):
        assert end <= found.start < found.end <= len(text)
        assert found.symbols
        end = found.end
        for symbol in found.symbols:
            assert Symbol.parse(str(symbol)) == symbol
    assert expand(text) == tuple(symbol for found in find_symbols(text) for symbol in found.symbols)


@repeatable
@given(st.text(max_size=60))
def test_no_text_breaks_the_reading(text: str) -> None:
    try:
        symbol = Symbol.parse(text)
    except ValueError:
        return
    assert Symbol.parse(str(symbol)) == symbol


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("start", ["", "A/59/1", "A/RES/59/1 A", "A/59/SR.1"])
def test_repetitions_do_no_harm(start: str, piece: str) -> None:
    """A pattern that backtracks without bound would not end here."""
    assert len(find_symbols(start + piece * 5_000)) <= 5_001


@pytest.mark.corpus
def test_symbols_of_real_texts_are_read_and_printed_again() -> None:
    if not TEXTS.exists():
        pytest.skip("no ../shared/corpus/texts")
    count = 0
    for path in sorted(TEXTS.glob("*.txt")):
        text, end = path.read_text(encoding="utf-8"), 0
        for found in find_symbols(text):
            assert end <= found.start < found.end <= len(text)
            end = found.end
            count += 1
            assert re.search("[0-9IVX]", text[found.start : found.end]), path.name
            assert all(Symbol.parse(str(symbol)) == symbol for symbol in found.symbols), path.name
    assert count > 9_000


@pytest.mark.parametrize("module", [finding, value])
def test_the_examples_in_the_docstrings_are_true(module: ModuleType) -> None:
    result = doctest.testmod(module)
    assert result.attempted
    assert not result.failed
