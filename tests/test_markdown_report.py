"""The redline as Markdown: both texts come back from it, whatever is in them."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from casefiles import Case, cases
from cli_samples import compared, mountain_stations, sundials
from drafting import Drafter
from markdownback import from_commonmark, from_source
from travaux.model.comparison import Change, Comparison
from travaux.model.document import Metadatum, Notice, Paragraph, Resolution
from travaux.pipeline import compare
from travaux.renderers.markdown import MarkdownOptions, render
from travaux.renderers.markdown.escaping import escaped
from travaux.renderers.wording.harmless import harmless

HOSTILE = (
    "Urges <script>alert(1)</script> ]]> & &amp; **bold** _it_ ~~gone~~ `code` [a](http://b.example) ![i](j) | cell "
    "\\ $1$ www.un.example @somebody #12 \u202eturn\u202c \x07 <img src=x onerror=alert(1)> </del> <ins> " + 90 * "x"
)


def written(comparison: Comparison, **options: object) -> str:
    return render(comparison, MarkdownOptions(**options)).content.decode()  # type: ignore[arg-type]


def truth(comparison: Comparison) -> list[tuple[str, str]]:
    def joined(change: Change, op: str) -> str:
        return harmless("".join(s.text for s in change.redline if s.op != op))

    changes = (*comparison.changes, *comparison.note_changes)
    return [(joined(change, "add"), joined(change, "drop")) for change in changes]


def both(*texts: str) -> Comparison:
    old, new = (
        Resolution(
            paragraphs=tuple(
                Paragraph(id=f"op{n}", part="operative", address=f"OP{n}", text=text)
                for n, text in enumerate(side.split("\n"), 1)
            )
        )
        for side in texts
    )
    return compare(old, new)


@pytest.mark.parametrize("name", ["stations", "sundials"])
def test_transcript(golden: Callable[[str, str], None], name: str) -> None:
    comparison = {"stations": mountain_stations, "sundials": sundials}[name]()
    golden(f"redline-{name}.md", written(comparison))


@cases("markdown.md", "changes", "shown")
def test_case(case: Case) -> None:
    page = written(compared(case["changes"]))
    start = page.index("## Changes\n\n") + len("## Changes\n\n")
    assert page[start : page.index("\n\n---")].strip() == case["shown"].strip()


@pytest.mark.parametrize("comparison", [mountain_stations(), sundials()])
def test_both_texts_come_back(comparison: Comparison) -> None:
    page = written(comparison, everything=True)
    assert [(old, new) for _, old, new in from_source(page)] == truth(comparison)
    assert from_commonmark(page) == truth(comparison)


@settings(derandomize=True, deadline=None, max_examples=25)
@given(st.integers(0, 10**6))
def test_both_texts_come_back_of_drafts_made_by_chance(seed: int) -> None:
    drafter = Drafter(seed)
    old = drafter.resolution()
    made = compare(Resolution(paragraphs=tuple(old)), Resolution(paragraphs=tuple(drafter.redraft(old))))
    page = written(made, everything=True)
    assert [(old, new) for _, old, new in from_source(page)] == truth(made)
    assert from_commonmark(page) == truth(made)


LETTERS = st.sampled_from([*"ab1.)-+=#*_`~<>&[]()!|\\$@:/ \t¶\u00a0", "www.", "://", "&amp;", "<!-- -->", "</ins>"])
TEXTS = st.lists(st.lists(LETTERS, max_size=10).map("".join), min_size=1, max_size=3).map("\n".join)


@settings(derandomize=True, deadline=None, max_examples=150)
@given(TEXTS, TEXTS)
def test_hostile_words_come_back(old: str, new: str) -> None:
    made = both(old, new)
    page = written(made, everything=True)
    assert [(old, new) for _, old, new in from_source(page)] == truth(made)
    if "¶" not in old + new:  # one alone between marks is told from the end of a paragraph by its source only
        assert from_commonmark(page) == truth(made)


@settings(derandomize=True, max_examples=200)
@given(st.lists(LETTERS, max_size=12).map("".join))
def test_escaped_words_are_read_as_they_stand(text: str) -> None:
    text = harmless(text)
    cell = f"| a | b |\n|---|---|\n| {escaped(text)} | end |"
    (_, words), (_, row) = from_cells(f"> {escaped(text)}\n\n{cell}")
    assert words == text
    assert row == (text, "end")


def from_cells(markdown: str) -> list[tuple[str, object]]:
    page = html.document_fromstring(MarkdownIt("commonmark").enable("table").render(markdown))
    (quote,) = page.xpath("//blockquote")
    row = tuple(td.text_content() for td in page.xpath("//tbody//td"))
    return [("words", quote.text_content().removeprefix("\n").removesuffix("\n")), ("row", row)]


def test_nothing_hostile_is_more_than_words() -> None:
    metadata = Metadatum(kind="sponsors", text=HOSTILE)
    sides: dict[str, Any] = {
        "title": HOSTILE, "symbol": HOSTILE, "metadata": (metadata,),
        "notices": (Notice(code="x", message=HOSTILE),),
    }  # fmt: skip
    made = compared(f"OP1 : Requests {{+{HOSTILE.replace('[', '(')}+}}", old=sides, new=sides)
    page = written(made, title=HOSTILE, files=(f"{HOSTILE}.txt", "b.txt"))
    tree = html.document_fromstring(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(page))
    tags = {element.tag for element in tree.iter() if isinstance(element.tag, str)}
    assert tags <= {
        "html", "body", "h1", "h2", "p", "strong", "blockquote", "ins", "del", "ul", "li", "table", "thead", "tbody",
        "tr", "th", "td", "hr", "code",
    }  # fmt: skip
    assert {element.text_content() for element in tree.iter("strong")} == {harmless(HOSTILE), "OP1"}
    assert not any(letter in page for letter in "\u202e\u202c\x07")
    assert "@somebody" not in page


def test_hidden_layers_are_counted_and_not_shown() -> None:
    page = written(sundials(), hide=frozenset({"editorial"}))
    assert "**PP3**" not in page
    assert "| PP3–OP1 | PP3–OP1 | 1 unchanged, 2 hidden |   |" in page
    assert "* hidden: 2 paragraphs with editorial changes, among them one wording replaced in 2 places" in page


def test_unchanged_texts_have_no_key_and_no_changes() -> None:
    page = written(compared("OP1 : Requests all;"))
    assert "Removed words" not in page
    assert "## Changes" not in page
