"""Marked words in lines: nothing is lost, nothing is too wide, nothing steers the terminal."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli_samples import segments, text
from travaux.model.comparison import Segment
from travaux.renderers.text.ink import PLAIN, Ink, columns
from travaux.renderers.text.wrapping import Run, wrap, wrap_text
from travaux.renderers.wording.harmless import escaped, harmless, one_line
from travaux.renderers.wording.runs import verbatim, without_typing
from travaux.renderers.wording.shortening import LEAST, shortened
from travaux_cli.console.ink import COLOUR

WORDS = st.text("abcdeéß,;.()/0123456789“”’", min_size=1, max_size=12)
WIDE_WORDS = st.text("ab大会回顾其第号决议，。（）é\u0301", min_size=1, max_size=8)
STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def redlines(words: st.SearchStrategy[str]) -> st.SearchStrategy[list[Segment]]:
    """Redlines as the engine makes them: segments end at word edges, space belongs to the word before."""
    phrase = st.lists(words, min_size=1, max_size=12).map(" ".join)
    ends = st.sampled_from([" ", " ", " ", "\n"])
    spaced = st.builds(lambda words, end: words + end, phrase, ends)
    glued = st.builds(lambda mark, end, words: mark + end + words, st.sampled_from(",;."), ends, spaced)
    hunks = st.one_of(
        st.tuples(spaced, spaced | st.just(""), spaced | st.just("")),
        st.tuples(phrase, glued, glued | ends),
        st.tuples(phrase, glued | ends, glued),
    )
    return st.lists(hunks, max_size=4).map(
        lambda found: [
            Segment(op=op, text=words)
            for hunk in found
            for op, words in zip(("keep", "drop", "add"), hunk, strict=True)
            if words
        ]
    )


def read_back(lines: list[str], op: str) -> str:
    """The words of one side, as a reader takes them from the plain form; spaces folded."""
    page = re.sub(r"-\]\n\[-|\+\}\n\{\+", " ", "\n".join(lines))
    dropped, added = re.compile(r"\[-.*?-\]", re.DOTALL), re.compile(r"\{\+.*?\+\}", re.DOTALL)
    page = (added if op == "old" else dropped).sub("", page)
    return " ".join(re.sub(r"\[-|-\]|\{\+|\+\}", "", page).split())


@given(redlines(WORDS), st.integers(10, 90))
def test_the_plain_form_gives_both_texts_back(redline: list[Segment], width: int) -> None:
    lines = wrap(verbatim(redline), width)
    assert read_back(lines, "old") == " ".join(text(redline, "add").split())
    assert read_back(lines, "new") == " ".join(text(redline, "drop").split())


@given(redlines(WIDE_WORDS), st.integers(10, 90))
def test_scripts_without_spaces_lose_no_letter(redline: list[Segment], width: int) -> None:
    lines = wrap(verbatim(redline), width)
    assert "".join(read_back(lines, "old").split()) == "".join(text(redline, "add").split())


@given(redlines(WORDS), st.integers(10, 90), st.sampled_from([PLAIN, COLOUR]))
def test_only_a_single_word_is_wider_than_the_line(redline: list[Segment], width: int, ink: Ink) -> None:
    for line in wrap(verbatim(redline), width, ink):
        shown = re.sub("\x1b\\[[0-9;]*m", "", line)
        assert columns(shown) <= width or len(_units(shown)) == 1


def _units(line: str) -> list[str]:
    """What a line cannot be broken within: a word, with what is marked close to it."""
    return re.sub(r"[-+][\]}][\[{][-+]", "", line).split()


@given(st.text("大会回顾其第号决议", min_size=1), st.integers(10, 90))
def test_scripts_without_spaces_fill_the_line(letters: str, width: int) -> None:
    lines = wrap_text(letters, width)
    assert "".join(lines) == letters
    assert all(columns(line) in (width, width - 1) for line in lines[:-1])
    assert columns(lines[-1]) <= width


@given(redlines(WORDS), st.integers(10, 90))
def test_every_line_closes_its_colours(redline: list[Segment], width: int) -> None:
    for line in wrap(verbatim(redline), width, COLOUR):
        codes = re.findall("\x1b\\[([0-9;]*)m", line)
        assert codes[1::2] == ["0"] * (len(codes) // 2)
        assert len(codes) % 2 == 0
        assert "0" not in codes[::2]


@given(redlines(WORDS))
def test_shortening_leaves_out_unchanged_words_only(redline: list[Segment]) -> None:
    whole, short = list(verbatim(redline)), list(shortened(verbatim(redline)))
    for style in ("drop", "add"):
        assert [w for s, w in whole if s == style and w] == [w for s, w in short if s == style]
    gone = sum(len(w.split(" ")) for _, w in whole if w) - sum(len(w.split(" ")) for _, w in short)
    assert gone == 0 or gone >= LEAST - 1


@given(st.text(st.characters(exclude_categories=())))
def test_nothing_steers_the_terminal(anything: str) -> None:
    assert not STEERING.search(harmless(anything))
    assert "\n" not in one_line(anything)


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_escaped_json_has_the_same_value(anything: str) -> None:
    written = escaped(json.dumps(anything, ensure_ascii=False))
    assert json.loads(written) == anything
    assert not STEERING.search(written)


@pytest.mark.parametrize(
    ("marked", "width", "lines"),
    [
        ("", 20, [""]),
        ("Notes the {+final +}report;", 40, ["Notes the {+final+} report;"]),
        ("paragraph [-4 -]{+3 +}above", 40, ["paragraph [-4-]{+3+} above"]),
        ("goods[-, and calls -]{+;\nCalls +}upon", 40, ["goods[-, and calls-]{+;+}", "{+Calls+} upon"]),
        ("Italy,{+ from 3 May,+}", 40, ["Italy, {+from 3 May,+}"]),
        ("pledges[- and also -]{+ +}the", 40, ["pledges [-and also-] the"]),
        ("pledges[-;¶Also -]{+ and +}the".replace("¶", "\n"), 40, ["pledges[-;-]{+ and+}", "[-Also-] the"]),
        ("well[-known-]{+ known+}", 40, ["well[-known-]{+ known+}"]),
        ("[-one two three four five-]", 15, ["[-one two-]", "[-three four-]", "[-five-]"]),
        ("{+unbreakableword+} b", 8, ["{+unbreakableword+}", "b"]),
        ("counter[- -]terrorism", 40, ["counter[- -]terrorism"]),
        ("大会回顾其决议，并呼吁", 8, ["大会回顾", "其决议，", "并呼吁"]),
        ("ab [-大会回顾-]", 12, ["ab [-大会-]", "[-回顾-]"]),
    ],
)
def test_wrapping(marked: str, width: int, lines: list[str]) -> None:
    assert wrap(verbatim(segments(marked)), width) == lines


@pytest.mark.parametrize(("words", "width"), [("abc", 3), ("大会", 4), ("e\u0301", 1), ("…→“”", 4), ("a\u200bb", 2)])
def test_columns(words: str, width: int) -> None:
    assert columns(words) == width


def test_a_line_end_that_would_lie_is_not_taken() -> None:
    """A space kept between two dropped words is no line end: a reader would take it for dropped."""
    assert wrap([("drop", "aaaa"), ("keep", " "), ("drop", "bbbb")], 10) == ["[-aaaa-] [-bbbb-]"]


def test_a_line_does_not_end_where_one_side_has_no_space() -> None:
    """The space before the semicolon is a dropped one: in the new text nothing parts `goods` from it."""
    runs: list[Run] = [("keep", "goods"), ("drop", ", bbbbbbbb "), ("add", ";")]
    assert wrap(runs, 14) == ["goods[-,-]", "[-bbbbbbbb -]{+;+}"]


@pytest.mark.parametrize(
    ("shown", "harmful"),
    [
        ("a\\x1b[31mb", "a\x1b[31mb"),
        ("\\x9b2J", "\x9b2J"),
        ("one | two", "one\ttwo"),
        ("\\u202eevil", "\u202eevil"),
        ("\\U000e0041", "\U000e0041"),
        ("a\nb", "a\nb"),
        ("\\udcff", "\udcff"),
        ("Ž“é” 大会 \u200f", "Ž“é” 大会 \u200f"),
    ],
)
def test_harmless(shown: str, harmful: str) -> None:
    assert harmless(harmful) == shown


@pytest.mark.parametrize(
    ("marked", "kept"),
    [
        ('the [-"register" -]{+“register” +}of', True),
        ("the [-co\u2010operation -]{+co-operation +}of", True),
        ("the [-register -]{+registers +}of", False),
        ("counter[- -]terrorism", False),
        ("a;[- -]{+\n+}b", False),
    ],
)
def test_differences_of_typing_are_kept_words(marked: str, kept: bool) -> None:
    redline = segments(marked)
    told = list(without_typing(redline))
    assert all(s.op == "keep" for s in told) is kept
    assert text(told, "drop") == text(redline, "drop")


def test_long_unchanged_stretches_are_left_out() -> None:
    many = " ".join(f"w{n}" for n in range(60))
    (first, *_, last) = shortened([("keep", many + " "), ("add", "new "), ("keep", many)])
    assert first == ("keep", "w0 w1 w2 w3 w4 w5 … w53 w54 w55 w56 w57 w58 w59 ")
    assert last == ("keep", "w0 w1 w2 w3 w4 w5 w6 w7 …")


def test_plain_text_is_wrapped_as_one_run() -> None:
    assert wrap_text("one two three", 8) == ["one two", "three"]


def test_in_colour_the_letters_that_differ_in_a_replaced_word_are_bold() -> None:
    runs: list[Run] = [("keep", "protocols "), ("drop", "relating"), ("add", "related"), ("keep", " to gauges")]
    assert wrap(runs, 80, COLOUR) == [
        "protocols \x1b[31;9mrelat\x1b[1ming\x1b[22m\x1b[0m\x1b[94;4mrelat\x1b[1med\x1b[22m\x1b[0m to gauges"
    ]
    assert wrap(runs, 80) == ["protocols [-relating-]{+related+} to gauges"]


def test_numbers_and_several_words_have_no_bold_letters() -> None:
    for old, new in (("58/136", "58/137"), ("the gauge", "the gauges"), ("shall", "should")):
        line = wrap([("drop", old), ("add", new)], 80, COLOUR)
        assert line == [f"\x1b[31;9m{old}\x1b[0m\x1b[94;4m{new}\x1b[0m"]
