"""Labels: cases, laws, and what real texts print."""

import doctest
import json
import re
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casefiles import Case, cases
from travaux import labels as labels_module
from travaux.labels import Label, next_reading, readings

TEXTS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "typed"

repeatable = settings(derandomize=True, deadline=None, max_examples=200)

_pieces = re.findall(r"\S+", "PP OP para ( ) . - bis ter (bis) alt 2 a aa i ii iv x c A I IV 1 3 12 pre (a) (i) a) i.")
almost_labels = st.lists(st.sampled_from([*_pieces, " "]), max_size=7).map("".join)
_number = st.integers(1, 120).map(str)
_letters = st.sampled_from(["a", "b", "c", "h", "i", "ii", "iii", "iv", "v", "z", "aa", "bb"])
_first = _number | _letters.flatmap(lambda w: st.sampled_from([f"({w})", f"{w})", f"{w}."])) | st.sampled_from("AIV")
_more = st.sampled_from(["", "", "", " bis", " ter", " alt", " alt 2", " bis alt 1", " pre"])
_inner = st.lists(st.tuples(_letters.map("({})".format) | _number.map(".{}".format), _more).map("".join), max_size=2)
_named = st.tuples(st.sampled_from(["PP", "OP", "para "]), _number)
printed_labels = st.tuples(_first | _named.map("".join), _more, _inner.map("".join)).map("".join)
labels = printed_labels.filter(readings).flatmap(lambda text: st.sampled_from(readings(text)))


def shown(label: Label | None) -> str:
    return f"{label.last.system} {label.last.value}" if label else "none"


@cases("labels.md", "parse")
def test_a_number_is_read_and_printed(case: Case) -> None:
    rows = case.block("parse").rows()
    assert [[printed, str(Label.parse(printed))] for printed, _ in rows] == rows
    assert [str(Label.parse(canonical)) for _, canonical in rows] == [canonical for _, canonical in rows]


@cases("labels.md", "refused")
def test_what_is_no_number_is_refused(case: Case) -> None:
    for line in case["refused"].splitlines():
        assert readings(line) == (), line
        with pytest.raises(ValueError, match="is not the number of a paragraph"):
            Label.parse(line)


@cases("labels.md", "readings")
def test_every_reading_is_given(case: Case) -> None:
    rows = case.block("readings").rows()
    assert [[marker, ", ".join(map(shown, readings(marker))) or "none"] for marker, _ in rows] == rows


@cases("labels.md", "next")
def test_the_reading_that_continues_is_found(case: Case) -> None:
    rows = case.block("next").rows()
    for before, marker, expected in rows:
        found = next_reading(marker, None) if before == "-" else next_after(before, marker)
        assert (before, marker, shown(found)) == (before, marker, expected)


def next_after(before: str, marker: str) -> Label | None:
    """What any reading of the marker before makes of the next."""
    return next((found for r in readings(before) if (found := next_reading(marker, r))), None)


@cases("labels.md", "order")
def test_labels_sort(case: Case) -> None:
    expected = [Label.parse(line) for line in case["order"].splitlines()]
    assert [str(label) for label in sorted(set(expected))] == case["order"].splitlines()
    assert all(before < after and after > before for before, after in pairwise(expected))


@cases("labels.md", "degree")
def test_the_degree_of_a_subparagraph_is_told(case: Case) -> None:
    rows = case.block("degree").rows()
    assert [[printed, str(Label.parse(printed).degree)] for printed, _ in rows] == rows


def test_the_full_stop_of_a_figure_is_not_part_of_it_and_that_of_a_letter_is() -> None:
    assert Label.parse("3.") == Label.parse("3")
    assert len({Label.parse("(a)"), Label.parse("a)"), Label.parse("a.")}) == 3


def test_a_label_compares_with_labels_only() -> None:
    with pytest.raises(TypeError):
        assert Label.parse("3") < "4"  # type: ignore[operator]


@repeatable
@given(labels)
def test_printed_and_read_again_a_label_is_the_same(label: Label) -> None:
    assert label in readings(str(label))
    first = Label.parse(str(label))
    assert Label.parse(str(first)) == first
    assert str(first) == str(label)


@repeatable
@given(labels, labels, labels)
def test_the_order_is_total(one: Label, two: Label, three: Label) -> None:
    assert (one < two) + (one == two) + (one > two) == 1
    assert (one == two) == (hash(one) == hash(two) and not one < two and not two < one)
    if one <= two <= three:
        assert one <= three


@repeatable
@given(labels, labels)
def test_what_follows_is_greater(one: Label, two: Label) -> None:
    if two.follows(one):
        assert two > one
        assert not one.follows(two)


@repeatable
@given(st.text(max_size=40) | almost_labels)
def test_no_text_breaks_the_reading(text: str) -> None:
    for label in readings(text):
        assert label.steps
        assert next_reading(text, label) is None or len(readings(text)) > 1


@pytest.mark.parametrize("text", ["(a)" * 50_000, "1." * 50_000, "OP" + "9" * 100_000, "(" * 100_000, "bis " * 50_000])
def test_a_long_text_is_no_label(text: str) -> None:
    assert readings(text) == ()


@pytest.mark.corpus
def test_real_markers_are_read_and_printed_again() -> None:
    """At least 99 of 100 numbers as a unit of the United Nations marked them up; the rest are words."""
    if not TEXTS.exists():
        pytest.skip("no ../shared/corpus/typed")
    printed = [
        paragraph["prefix"].strip()
        for path in sorted(TEXTS.glob("*.json"))
        for paragraph in json.loads(path.read_text(encoding="utf-8"))
        if paragraph["prefix"] and any(c.isalnum() for c in paragraph["prefix"])
    ]
    read = [found for text in printed if (found := readings(text))]
    assert len(read) > 0.99 * len(printed)
    for found in read:
        assert all(label in readings(str(label)) for label in found)


@pytest.mark.parametrize("module", [labels_module])
def test_the_examples_in_the_docstrings_are_true(module: ModuleType) -> None:
    result = doctest.testmod(module)
    assert result.attempted
    assert not result.failed
