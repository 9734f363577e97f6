"""Reports as a reader sees them: golden transcripts, and the choices behind them."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefiles import Case, cases
from cli_samples import compared, finding, mountain_stations, sundials
from travaux.model.comparison import Comparison, Reference
from travaux.renderers.text.ink import PLAIN, columns
from travaux.renderers.text.report import Report
from travaux.renderers.text.view import View
from travaux_cli.console.ink import COLOUR

FILES = ("texts/draft-old.txt", "texts/draft-new.txt")
EDITORIAL = frozenset({"mechanical", "editorial"})


def report(comparison: Comparison, view: View | None = None, notices: int = 0) -> str:
    return "".join(f"{line}\n" for line in Report(comparison, view or View(), FILES, notices).lines())


@pytest.mark.parametrize(
    ("name", "comparison", "view"),
    [
        ("stations", mountain_stations(), View()),
        ("stations-colour", mountain_stations(), View(ink=COLOUR)),
        ("stations-all-at-60", mountain_stations(), View(everything=True, width=60)),
        ("stations-only-op5", mountain_stations(), View(only=("OP5",))),
        ("sundials", sundials(), View()),
        ("sundials-hide", sundials(), View(hidden=EDITORIAL)),
        ("sundials-hide-all", sundials(), View(hidden=EDITORIAL, everything=True)),
        ("sundials-all", sundials(), View(everything=True)),
        ("sundials-at-40", sundials(), View(width=40)),
    ],
)
def test_transcript(golden: Callable[[str, str], None], name: str, comparison: Comparison, view: View) -> None:
    golden(f"report-{name}.txt", report(comparison, view))


@pytest.mark.parametrize("comparison", [mountain_stations(), sundials()])
@given(width=st.integers(50, 140), everything=st.booleans(), colour=st.booleans())
def test_no_line_is_too_wide(comparison: Comparison, width: int, everything: bool, colour: bool) -> None:
    view = View(width=width, everything=everything, ink=COLOUR if colour else PLAIN)
    for line in report(comparison, view).splitlines():
        assert columns(re.sub("\x1b\\[[0-9;]*m", "", line)) <= width
        assert line == line.rstrip()


@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\n"), min_size=1))
def test_nothing_in_a_text_steers_the_terminal(evil: str) -> None:
    sides: dict[str, Any] = {"title": evil, "symbol": evil}
    comparison = compared("PP1 : one {+two +}three", old=sides, new=sides)
    changes = tuple(
        c.model_copy(update={"redline": (*c.redline, c.redline[1].model_copy(update={"text": evil}))})
        for c in comparison.changes
    )
    told = comparison.model_copy(update={"changes": changes, "findings": (finding(evil, evil, "c1"),)})
    shown = report(told, View(everything=True))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)


@cases("summaries.md", "changes", "summary")
def test_summary(case: Case) -> None:
    lines = report(compared(case["changes"]), View(width=500)).splitlines()
    assert lines[2] == " ".join(case["summary"].split())


def test_no_paragraphs_at_all() -> None:
    assert report(compared(""), View(width=200)).splitlines()[2] == "There are no paragraphs in either text."


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("OP4 -> OP3 OP4 OP5 : a{+¶+}b{+¶+}c", "OP4           split in three"),
        ("OP1 OP2 -> OP1 : a[-¶-]b", "OP1 + OP2     merged, two into one"),
        ("OP1 OP2 -> OP1 OP2 OP3 : a¶b{+¶+}c", "OP1 + OP2     regrouped, two into three"),
        (
            "PP4 -> OP1 transferred : a",
            "PP4 → OP1     transferred (preamble → operative part), words unchanged",
        ),
        ("OP4 -> OP9 moved : {+b +}a", "OP4 → OP9     moved, reworded"),
        ("OP4 -> OP5 : {+b +}a", "OP4 → OP5     reworded"),
        ("OP4 -> OP5 : a", "OP4 → OP5     renumbered, words unchanged"),
        ("note 3 -> note 12 : {+b +}a", "note 3 → 12   reworded"),
        ("Annex I.OP12(a)(ii) : {+b +}a", "Annex I.OP12(a)(ii)  reworded"),
    ],
)
def test_relations_in_words(written: str, line: str) -> None:
    assert line in re.sub(" {3,}[a-z]+$", "", report(compared(written)), flags=re.MULTILINE).splitlines()


def test_runs_hold_neighbours_of_both_texts() -> None:
    """Unchanged and renumbered ones apart, and nothing that moved among them."""
    written = "PP1 : a\nOP1 : b\nOP2 : c\n-> OP3 : {+d+}\nOP3 -> OP4 : e\nOP4 -> OP5 : f\nOP5 -> OP6 moved : g"
    names = [
        line.split("  ")[0] for line in report(compared(written), View(width=120)).splitlines()[3:] if line[:1].strip()
    ]
    assert names == ["PP1–OP2", "OP3", "OP3–OP4", "OP5 → OP6"]


def test_a_run_ends_where_the_numbers_begin_to_differ() -> None:
    lines = report(compared("PP1 : a\nOP2 -> OP1 : b\nOP1 -> OP2 moved : c"), View(width=120)).splitlines()
    assert "PP1           unchanged" in lines
    assert any(line.startswith("OP2 → OP1     renumbered, words unchanged") for line in lines)


@pytest.mark.parametrize(
    ("old", "new", "files", "line"),
    [
        ({}, {}, ("a/x.txt", "b/y.txt"), "x.txt → y.txt"),
        ({}, {}, ("a/x.txt", "b/x.txt"), "a/x.txt → b/x.txt"),
        ({}, {}, ("-", "b/x.txt"), "standard input → x.txt"),
        ({}, {}, ("a/x.txt#2044/7", "b/y.txt#2044/8/II"), "x.txt#2044/7 → y.txt#2044/8/II"),
        ({}, {}, ("a/x.txt#2044/7", "b/x.txt#2044/7"), "a/x.txt#2044/7 → b/x.txt#2044/7"),
        ({}, {}, ("wells@A/C.2/99/L.3", "y.txt"), "wells@A/C.2/99/L.3 → y.txt"),
        ({"symbol": "A/1"}, {}, ("a/x.txt", "b/y.txt"), "A/1 → y.txt"),
        ({"symbol": "A/1"}, {"symbol": "A/2"}, ("x.txt", "y.txt"), "A/1 → A/2"),
        ({"symbol": "A/1"}, {"symbol": "A/1"}, ("x.txt", "y.txt"), "x.txt → y.txt"),
        (
            {"symbol": "A/C.2/L.1", "kind": "draft resolution"},
            {"symbol": "1/2", "kind": "draft resolution"},
            ("x", "y"),
            "A/C.2/L.1 → 1/2 (draft resolution)",
        ),
    ],
)
def test_both_texts_are_named(old: Any, new: Any, files: tuple[str, str], line: str) -> None:
    comparison = compared("OP1 : a", old=old, new=new)
    assert next(Report(comparison, View(), files).lines()) == line


def test_two_titles_are_both_told() -> None:
    comparison = compared("OP1 : a", old={"title": "On “wells”"}, new={"title": "On springs"})
    assert report(comparison).splitlines()[1:3] == ["On “wells”", "→ On springs"]
    alike = compared("OP1 : a", old={"title": "On “wells”"}, new={"title": 'On "wells"'})
    assert report(alike).splitlines()[1:3] == ['On "wells"', ""]


@pytest.mark.parametrize(
    ("name", "shown"),
    [("OP5", ["OP5", "OP5(a)"]), ("op5", ["OP5", "OP5(a)"]), ("OP5(a)", ["OP5(a)"]), ("note 3", ["note 3"])],
)
def test_only_takes_a_paragraph_with_those_below_it(name: str, shown: list[str]) -> None:
    comparison = compared("OP5 : a\nOP5(a) : b\nOP50 : c\nnote 3 : d")
    lines = report(comparison, View(only=(name,))).splitlines()
    assert [line.split("  ")[0] for line in lines if line.endswith("unchanged")] == shown


def test_names_that_nothing_has() -> None:
    comparison = compared("OP1 -> OP2 : a")
    assert Report(comparison, View(only=("OP1", "OP2", "OP3")), FILES).unknown == ["OP3"]


@pytest.mark.parametrize(
    ("written", "view", "differs"),
    [
        ("OP1 : a", View(), False),
        ("OP1 typing : {+“+}a", View(), False),
        ("OP1 emphasis : a", View(), False),
        ("OP1 : {+a+}", View(), True),
        ("OP1 -> OP2 : a", View(), True),
        ("OP1 -> OP2 : a", View(hidden=EDITORIAL), False),
        ("OP1 : {+a+}\nOP2 : b", View(only=("OP2",)), False),
        ("OP1 : a\nnote 1 : {+a+}", View(), True),
    ],
)
def test_differences(written: str, view: View, differs: bool) -> None:
    assert Report(compared(written), view, FILES).differs is differs


def test_hidden_where_there_is_nothing_to_hide() -> None:
    shown = report(compared("OP1 : {+a+}"), View(hidden=frozenset({"editorial"})))
    assert shown.endswith("\nHidden: nothing; there are no editorial changes.\n")


def test_notices_are_counted_at_the_end() -> None:
    last = report(compared("OP1 : a"), notices=2).splitlines()[-1]
    assert last == "2 notices on how the texts were read: on standard error."


@pytest.mark.parametrize(
    ("outcome", "line"),
    [
        ("stale", "· stale: “paragraph 4” kept its number, but that paragraph has another one now"),
        ("retargeted", "· “paragraph 4” refers to another paragraph now"),
        ("dangling", "· “paragraph 4” refers to a paragraph that is not there"),
    ],
)
def test_references_that_need_a_look(outcome: Any, line: str) -> None:
    found = (Reference(change="c1", text="paragraph 4", outcome=outcome),)
    shown = report(compared("OP1 : {+See +}paragraph 4", references=found), View(width=120))
    assert line in shown
    assert f"; 1 reference is {outcome}." in shown.splitlines()[2]


@pytest.mark.parametrize(("confidence", "words"), [(0.4, "reworded (doubtful)"), (0.8, "reworded"), (None, "reworded")])
def test_a_doubtful_link_is_told(confidence: float | None, words: str) -> None:
    comparison = compared("OP1 : {+a+}b")
    doubted = comparison.changes[0].model_copy(update={"confidence": confidence})
    shown = report(comparison.model_copy(update={"changes": (doubted,)}))
    assert f"OP1           {words}   " in shown
