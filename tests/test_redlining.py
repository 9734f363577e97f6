"""Redlines are natural to a reader (cases), lose nothing, mirror each other and cut no word (properties)."""

import json
import random
import re
import subprocess
import sys
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from casefiles import Case, cases
from travaux.contracts import RedlineWords
from travaux.languages import language
from travaux.model.comparison import Segment
from travaux.redlining import altered, hint, redline
from travaux.redlining.edges import ends
from travaux.text import fold
from travaux.words import SPACE, keys, tokens

ENGLISH = language("en").redlining
_MARKED = re.compile(r"\[-(.*?)-\]|\{\+(.*?)\+\}", re.DOTALL)


def marked(segments: Iterable[Segment]) -> str:
    """As git writes it: `[-old-]{+new+}`."""
    forms = {"keep": "{}", "drop": "[-{}-]", "add": "{{+{}+}}"}
    return "".join(forms[segment.op].format(segment.text) for segment in segments)


def sides(text: str) -> tuple[str, str]:
    """The old and the new text of a marked redline."""
    return _MARKED.sub(lambda m: m[1] or "", text), _MARKED.sub(lambda m: m[2] or "", text)


@cases("redlining.md", "redline")
def test_redlines_of_each_line(case: Case) -> None:
    lines = [line for block in case.blocks if block.name == "redline" for line in block.text.split("\n")]
    assert [marked(redline(*sides(line), ENGLISH)) for line in lines] == lines


@cases("redlining.md", "paragraphs")
def test_redlines_of_several_paragraphs(case: Case) -> None:
    texts = [block.text for block in case.blocks if block.name == "paragraphs"]
    assert [marked(redline(*sides(text), ENGLISH)) for text in texts] == texts


_PIECES = [
    *("the ", "of ", "and ", "States ", "States", "shall ", "report", "Requests ", "gauges ", "co-operation "),
    *(", ", "; ", ",", ";", ".", " ", "\u00a0", "“", '"', "’s ", "'s ", "(a) ", "(", ") ", "\n", "-", "大", "كَتَبَ "),
    *("58/136 ", "58/140", "A/79/101 ", "12 March 2004", "5", "12", "14 ", "60 per cent ", "1 000 000", "paragraphs "),
]
TEXTS = st.lists(st.sampled_from(_PIECES), max_size=40).map("".join) | st.text(max_size=30)
PAIRS = st.tuples(TEXTS, TEXTS)


@st.composite
def drafts(draw: st.DrawFn) -> tuple[str, str]:
    """A text and an edited one."""
    old = draw(st.lists(st.sampled_from(_PIECES), min_size=5, max_size=60))
    new = list(old)
    for _ in range(draw(st.integers(1, 5))):
        place = draw(st.integers(0, len(new)))
        new[place : place + draw(st.integers(0, 4))] = draw(st.lists(st.sampled_from(_PIECES), max_size=4))
    return "".join(old), "".join(new)


@given(PAIRS | drafts())
def test_law_2_both_texts_are_in_the_redline(pair: tuple[str, str]) -> None:
    found = redline(*pair)
    assert "".join(s.text for s in found if s.op != "add") == pair[0]
    assert "".join(s.text for s in found if s.op != "drop") == pair[1]


@given(PAIRS | drafts())
@example(("a, b", "a; b"))
def test_law_3_the_way_back_is_the_mirror(pair: tuple[str, str]) -> None:
    there, back = redline(*pair), redline(pair[1], pair[0])
    assert back == tuple(exchanged(there))


def exchanged(segments: Iterable[Segment]) -> list[Segment]:
    """Drop for add and add for drop, the drop of a pair first."""
    turned: list[Segment] = []
    for segment in segments:
        op = {"keep": "keep", "drop": "add", "add": "drop"}[segment.op]
        turned.append(Segment.model_validate({"op": op, "text": segment.text}))
        if [s.op for s in turned[-2:]] == ["add", "drop"]:
            turned[-2:] = turned[:-3:-1]
    return turned


@given(TEXTS)
def test_law_3_a_text_and_itself(text: str) -> None:
    assert redline(text, text) == ((Segment(op="keep", text=text),) if text else ())
    assert not altered(text, text)


@given(PAIRS | drafts())
def test_no_segment_is_empty_and_each_differs_from_the_next(pair: tuple[str, str]) -> None:
    found = redline(*pair)
    assert all(segment.text for segment in found)
    for first, second in pairwise(found):
        assert (first.op, second.op) in {
            ("keep", "drop"),
            ("keep", "add"),
            ("drop", "keep"),
            ("add", "keep"),
            ("drop", "add"),
        }


@given(PAIRS | drafts())
def test_no_word_number_or_symbol_is_cut(pair: tuple[str, str]) -> None:
    found = redline(*pair)
    for text, left_out in zip(pair, ("add", "drop"), strict=True):
        place, cuts = 0, set()
        for segment in found:
            if segment.op != left_out:
                place += len(segment.text)
                cuts.add(place)
        place = 0
        for token in tokens(text):
            inside = range(place + 1, place + len(token.rstrip(SPACE)))
            assert cuts.isdisjoint(inside), token
            place += len(token)


@given(drafts(), st.sets(st.sampled_from(["the", "of", "States", "report", "and", "shall", "gauges"])))
def test_any_language_keeps_the_laws(pair: tuple[str, str], some: set[str]) -> None:
    words = RedlineWords(small=frozenset(some), clauses=frozenset(some), openings=frozenset(some))
    found = redline(*pair, words)
    assert ("".join(s.text for s in found if s.op != "add"), "".join(s.text for s in found if s.op != "drop")) == pair
    assert redline(pair[1], pair[0], words) == tuple(exchanged(found))


def test_a_language_decides_what_is_small() -> None:
    old, new = "the old common gauge on the upper river", "the new common vessel on the upper river"
    assert "common" in [s.text.strip() for s in redline(old, new, ENGLISH) if s.op == "keep"]
    light = redline(old, new, RedlineWords(small=frozenset({"common"})))
    assert marked(light) == "the [-old common gauge-]{+new common vessel+} on the upper river"


def test_of_an_unknown_language_short_words_are_small() -> None:
    found = redline("Noto la qualità dei fari sui fiumi alti", "Noto la misura dei porti sui fiumi alti")
    assert marked(found) == "Noto la [-qualità dei fari-]{+misura dei porti+} sui fiumi alti"


def test_french_has_its_own_small_words_and_joints() -> None:
    french = language("fr").redlining
    found = redline("Rappelant les paragraphes 5 et 12,", "Rappelant les paragraphes 12 et 14,", french)
    assert marked(found) == "Rappelant les paragraphes [-5-]{+12+} et [-12-]{+14+},"
    found = redline("Prend note des travaux avec les pilotes,", "Prend note des efforts avec les équipages,", french)
    assert marked(found) == "Prend note des [-travaux avec les pilotes-]{+efforts avec les équipages+},"


def test_a_long_text_is_redlined_word_by_word() -> None:
    """So many words that no table holds them, none of which occurs once."""
    chance = random.Random(1)  # noqa: S311 - a generator of examples
    old = [chance.choice(["gauge", "pilot", "river", "crew", "lock"]) for _ in range(60_000)]
    new = [word if chance.random() > 0.02 else "vessel" for word in old]
    found = redline(" ".join(old), " ".join(new))
    assert sum(len(s.text) for s in found if s.op == "keep") > 0.9 * len(" ".join(old))


@given(st.lists(st.integers(1, 40), min_size=4, max_size=9, unique=True), st.integers(1, 3))
def test_a_rolling_list_keeps_every_citation_that_both_have(numbers: list[int], steps: int) -> None:
    cited = [f"{50 + place}/{number}" for place, number in enumerate(numbers)]
    old, new = cited[:-steps], cited[steps:]
    pair = [f"Recalling its resolutions {', '.join(side[:-1])} and {side[-1]}, on the bells," for side in (old, new)]
    if len(old) > 1 and len(new) > 1:
        kept = "".join(s.text for s in redline(pair[0], pair[1], ENGLISH) if s.op == "keep")
        assert set(old) & set(new) == {citation for citation in cited if citation in tokenised(kept)}


def tokenised(text: str) -> set[str]:
    return set(keys(tokens(text)))


@given(drafts(), st.text(alphabet="abcdefg, 5\n", max_size=200), st.text(alphabet="abcdefg, 5\n", max_size=200))
def test_common_ends_part_at_the_edge_of_a_token(pair: tuple[str, str], before: str, after: str) -> None:
    old, new = (f"{before}{middle}{after}" for middle in pair)
    head, tail = ends(old, new)
    for text in (old, new):
        assert (text[:head], text[len(text) - tail :]) == (old[:head], old[len(old) - tail :])
        parts = text[:head], text[head : len(text) - tail], text[len(text) - tail :]
        assert [token for part in parts for token in tokens(part)] == tokens(text)


def test_long_common_ends_are_not_read_again() -> None:
    old = "Requests the regional commissions to convene within existing resources a meeting of pilots " * 3
    head, tail = ends(old + "in Passau" + old, old + "in Galle" + old)
    assert head > len(old) - 60
    assert tail > len(old) - 60


@given(PAIRS | drafts())
def test_altered_is_the_same_both_ways_and_never_for_glyphs(pair: tuple[str, str]) -> None:
    assert altered(*pair) is altered(pair[1], pair[0])
    if fold(pair[0]) == fold(pair[1]) or keys(tokens(pair[0])) == keys(tokens(pair[1])):
        assert not altered(*pair)
    if altered(*pair):
        assert {segment.op for segment in redline(*pair)} != {"keep"}


@given(drafts(), st.text(alphabet="abcdefg, 5\n", max_size=200), st.text(alphabet="abcdefg, 5\n", max_size=200))
def test_common_ends_do_not_decide_whether_words_were_altered(pair: tuple[str, str], before: str, after: str) -> None:
    old, new = (f"{before}{middle}{after}" for middle in pair)
    assert altered(old, new) is (fold(old) != fold(new) and keys(tokens(old)) != keys(tokens(new)))


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("the Assembly’s  work", "the Assembly's work", False),
        ("paragraph\u00a05", "paragraph 5", False),
        ("points;\nCalls upon", "points; Calls upon", False),
        ("resolution ; and", "resolution; and", False),
        ("co\u2011operation", "co-operation", False),
        ("cooperation", "co-operation", True),
        ("Member states", "Member States", True),
        ("gauges;", "gauges.", True),
        ("Bogota", "Bogotá", True),
        ("sub paragraph", "subparagraph", True),
        ("", "x", True),
    ],
)
def test_altered(old: str, new: str, wanted: bool) -> None:
    assert altered(old, new) is wanted


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("resolution ", "resolutions ", ((), ((10, 11),))),
        ("Co-operation", "Cooperation", (((2, 3),), ())),
        ("relating", "related", (((5, 8),), ((5, 7),))),
        ("shall", "should", ((), ())),
        ("58/136", "58/137", ((), ())),
        ("A/79/L.1", "A/79/L.2", ((), ())),
        ("12 March 2004", "13 March 2004", ((), ())),
        ("the gauges", "the gauge", ((), ())),
        ("a" * 65, "a" * 66, ((), ())),
        ("", "x", ((), ())),
    ],
)
def test_hint(old: str, new: str, wanted: object) -> None:
    assert hint(old, new) == wanted


@given(st.text(alphabet="abcdeé", max_size=12), st.text(alphabet="abcdeé", max_size=12))
def test_letters_outside_of_a_hint_are_the_same(old: str, new: str) -> None:
    old_ranges, new_ranges = hint(old, new)
    if old_ranges or new_ranges:
        assert without(old, old_ranges) == without(new, new_ranges)


def without(text: str, ranges: Iterable[tuple[int, int]]) -> str:
    gone = {place for start, end in ranges for place in range(start, end)}
    return "".join(letter for place, letter in enumerate(text) if place not in gone)


def test_the_letters_judge_is_loaded_only_when_asked() -> None:
    script = "import sys, travaux.redlining as r; r.redline('a b', 'a c'); print('diff_match_patch' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_ROW = re.compile(r'^\| (?:A(\d+) -> B(\d+))? \|(?: [\d ]*\|)? ("[^|]*" -> "[^|]*?")', re.MULTILINE)


@pytest.mark.corpus
def test_every_change_that_readers_listed_is_marked() -> None:
    """The words set in bold in the list of what the Assembly changed in the Council's draft are dropped or added."""
    if not GOLD.is_dir():
        pytest.skip("the shared material is not here")
    blocks = json.loads((GOLD / "council-assembly.json").read_text("utf-8"))
    listed = (GOLD / "council-assembly-changes.md").read_text("utf-8").split("## Frame")[0]
    pair, seen = ("", ""), set()
    for row in _ROW.finditer(listed):
        if row[1]:
            pair = row[1], row[2]
        old, new = blocks["old_blocks"][int(pair[0])], blocks["new_blocks"][int(pair[1])]
        segments = redline(bare(old), bare(new))
        assert marked(segments) != f"[-{bare(old)}-]{{+{bare(new)}+}}"
        words = {word for segment in segments if segment.op != "keep" for word in keys(tokens(segment.text))}
        bold = {word for chunk in _BOLD.findall(row[3]) for word in keys(tokens(chunk))}
        assert bold & words, (pair, row[3], marked(segments))
        seen.add(pair)
    assert len(seen) == 15


def bare(text: str) -> str:
    """Without the wrapper's quotation mark, emphasis, printed number and note marks."""
    return re.sub(r"[*⁰¹²³⁴-⁹]", "", re.sub(r"^“?(\*?\d+\. )?", "", text))
