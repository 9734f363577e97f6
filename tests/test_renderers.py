"""What every renderer keeps: the same bytes, hostile words as words, both texts where it shows a redline."""

import csv
import dataclasses
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from casefiles import CASES
from cli_samples import compared, mountain_stations, sundials
from drafting import Drafter
from markdownback import from_source
from test_html_report import page, redlines
from test_html_report import truth as paragraphs
from travaux import FormatError, Report, compare, load, read, render
from travaux.model.comparison import Comparison
from travaux.model.document import Metadatum, Notice, Resolution
from travaux.renderers import RENDERERS, renderer, renderer_for
from travaux.renderers.markdown import MarkdownOptions
from travaux.renderers.text import TextOptions

EXAMPLES = CASES.parents[1] / "examples"
OLD, NEW = (EXAMPLES / f"mountain-shelters-{name}.txt" for name in ("draft", "revised-draft"))
HOSTILE = (
    "<script>alert(1)</script> ]]> & &amp; {{ 7 * 7 }} \u202eturn\u202c \x07\x1b[2J <img src=x onerror=alert(1)>"
    + 90 * "x"
)
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

every = pytest.mark.parametrize("name", RENDERERS)


def example() -> Comparison:
    return compare(load(str(OLD)), load(str(NEW)))


def hostile() -> Comparison:
    def side(words: str) -> Resolution:
        text = compared(f"OP1 : Requests {{+{words}+}}\nOP2 : Decides to meet.").new
        return text.model_copy(update={
            "title": HOSTILE, "symbol": HOSTILE, "notices": (Notice(code="x", message=HOSTILE, text=HOSTILE),),
            "metadata": (Metadatum(kind="sponsors", text=HOSTILE + words),),
        })  # fmt: skip

    return compare(side(HOSTILE), side(f"{HOSTILE} now"))


@every
def test_a_member_is_what_the_table_says(name: str) -> None:
    member = renderer(name)
    assert member.name == name
    assert member.title
    assert all(re.fullmatch(r"\.[a-z]+", suffix) for suffix in member.suffixes)
    assert dataclasses.is_dataclass(member.options)
    assert member.options() == member.options()
    assert hash(member.options()) == hash(member.options())
    made = render(sundials(), name)
    assert isinstance(made, Report)
    assert made.suffix == member.suffixes[0]
    assert renderer_for(f"a/b.c{made.suffix.upper()}") is member


def test_an_ending_chooses_one_renderer() -> None:
    endings = [suffix for name in RENDERERS for suffix in renderer(name).suffixes]
    assert len(endings) == len(set(endings))
    with pytest.raises(FormatError, match=r"redline\.foo names no format; end it in \.html, \.docx, .* or \.csv"):
        renderer_for("redline.foo")


def test_what_cannot_be_rendered_is_refused() -> None:
    comparison = sundials()
    with pytest.raises(FormatError, match=r"no renderer called sculpture; it has html, word, markdown"):
        render(comparison, "sculpture")
    with pytest.raises(FormatError, match=r"the renderer html takes HtmlOptions, not TextOptions"):
        render(comparison, "html", TextOptions())
    source = read("draft.txt", OLD.read_bytes())
    for name in RENDERERS:
        if not renderer(name).based:
            with pytest.raises(FormatError, match="makes no redline on a copy of a file"):
                render(comparison, name, base=source)


@every
def test_two_runs_give_the_same_bytes(name: str) -> None:
    assert render(example(), name).content == render(example(), name).content


_HASHES = """
import locale, sys
from hashlib import sha256
from travaux import compare, load, render
from travaux.renderers import RENDERERS
try:
    locale.setlocale(locale.LC_ALL, "")
except locale.Error:
    pass
made = compare(load(sys.argv[1]), load(sys.argv[2]))
for name in RENDERERS:
    print(name, sha256(render(made, name).content).hexdigest())
"""


def test_hash_seeds_and_locales_change_nothing() -> None:
    found = []
    for seed, place in (("0", "C"), ("1", "C.UTF-8"), ("99", "tr_TR.UTF-8")):
        done = subprocess.run(
            [sys.executable, "-c", _HASHES, str(OLD), str(NEW)],
            env=os.environ | {"PYTHONHASHSEED": seed, "LC_ALL": place, "LANG": place, "TZ": f"X{len(seed)}"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        found.append(dict(line.split() for line in done.stdout.splitlines()))
    first, *others = found
    assert first.keys() == RENDERERS.keys()
    assert others == [first] * len(others)


def contents(name: str, report: Report) -> Iterator[str]:
    if name != "word":
        yield report.content.decode()
        return
    with zipfile.ZipFile(io.BytesIO(report.content)) as package:
        for path in package.namelist():
            etree.fromstring(package.read(path))  # no file of it is broken
            yield package.read(path).decode()


@every
def test_hostile_words_are_words(name: str) -> None:
    report = render(hostile(), name)
    for content in contents(name, report):
        assert name == "word" or not STEERING.search(content)
        if name in ("html", "word", "markdown"):
            assert not re.search(r"<script>alert|<img", content)
            assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", content)
    assert "alert(1)" in "".join(contents(name, report))


def in_plain(comparison: Comparison) -> list[tuple[str, str]]:
    """Both texts of each change of the plain text, on long lines; spaces folded."""
    text = render(comparison, "text", TextOptions(everything=True, width=100_000)).content.decode()
    beside = re.search(r"^title +", text, re.MULTILINE)
    assert beside
    found = []
    for block in text.split("\n\n"):
        lines = [line[len(beside[0]) :] for line in block.split("\n")[1:] if line.startswith(" ")]
        words = " ".join(line for line in lines if not line.startswith(("· ", "  ")))
        if words and not block.startswith(("Not compared", "Old text")):
            found.append((_folded(re.sub(r"\{\+.*?\+\}", "", words)), _folded(re.sub(r"\[-.*?-\]", "", words))))
    return found


def _folded(words: str) -> str:
    """Words without marks and spaces: a paragraph's end on one side bears no mark in plain text."""
    return re.sub(r"\[-|-\]|\{\+|\+\}|\s", "", words)


READERS: dict[str, Callable[[Comparison], list[tuple[str, str]]]] = {
    "html": lambda made: [(old, new) for _, old, new in sorted(redlines(page(made)))],
    "markdown": lambda made: [
        (old, new)
        for _, old, new in from_source(render(made, "markdown", MarkdownOptions(everything=True)).content.decode())
    ],
}
"""What gets both texts of each change back word by word; Word is read back by `render` itself."""


@pytest.mark.parametrize("name", READERS)
@settings(derandomize=True, deadline=None, max_examples=10)
@given(seed=st.integers(0, 10**6))
def test_both_texts_come_back(name: str, seed: int) -> None:
    drafter = Drafter(seed)
    old = drafter.resolution()
    made = compare(Resolution(paragraphs=tuple(old)), Resolution(paragraphs=tuple(drafter.redraft(old))))
    assert sorted(READERS[name](made)) == sorted((old, new) for _, old, new in paragraphs(made))


@pytest.mark.parametrize("make", [mountain_stations, example])
def test_both_texts_come_back_from_plain_text_but_for_spaces(make: Callable[[], Comparison]) -> None:
    made = make()
    assert sorted(in_plain(made)) == sorted((_folded(old), _folded(new)) for _, old, new in paragraphs(made))


@pytest.mark.parametrize("make", [mountain_stations, sundials, example])
def test_a_word_file_is_proved_before_it_is_handed_over(make: Callable[[], Comparison]) -> None:
    report = render(make(), "word")
    assert report.content.startswith(b"PK")


def test_json_is_the_one_json() -> None:
    made = example()
    content = render(made, "json").content
    assert Comparison.model_validate_json(content) == made
    assert json.loads(content) == json.loads(made.model_dump_json())


def test_a_spreadsheet_has_a_row_for_each_change_and_computes_nothing() -> None:
    made = compared("OP1 : =HYPERLINK(1){+ now+}\nOP2 -> OP2 OP3 : a{+\x07¶+}b\nnote 1 : a")
    head, *rows = csv.reader(io.StringIO(render(made, "csv").content.decode()))
    assert head == ["change", "old", "new", "what became of it", "weight", "findings", "old words", "new words"]
    assert [row[0] for row in rows] == [c.id for c in (*made.changes, *made.note_changes)]
    assert rows[0][6:] == ["'=HYPERLINK(1)", "'=HYPERLINK(1) now"]
    assert rows[1][6:] == ["ab", "a\\x07 ¶ b"]
