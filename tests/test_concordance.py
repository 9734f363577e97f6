"""Concordances: lines of descent through drafts, and how they are shown."""

import csv
import io
import re
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casefiles import CASES, Case, cases, read_cases
from drafting import SEEDS, Drafter, paragraphs
from travaux import ChoiceError, LanguageError, compare, concordance
from travaux.model.comparison import Options
from travaux.model.document import Paragraph, Resolution
from travaux.model.history import Concordance, Lineage
from travaux.renderers.text.ink import PLAIN, columns
from travaux.renderers.text.view import View
from travaux.renderers.wording.descents import Descents
from travaux_cli.console.concordances import Table
from travaux_cli.console.ink import COLOUR
from travaux_cli.console.spreadsheets import as_csv, as_markdown

FEWER = settings(max_examples=25)
"""Each example aligns up to four texts."""


def resolution(written: str | list[Paragraph], symbol: str | None = None) -> Resolution:
    found = paragraphs(written) if isinstance(written, str) else written
    return Resolution(paragraphs=tuple(found), symbol=symbol)


def drafts(case: Case) -> list[Resolution]:
    texts = [block.text for block in case.blocks if block.name == "draft"]
    return [resolution(text, f"A/C.2/99/L.{number}") for number, text in enumerate(texts, 1)]


def table(made: Concordance, view: View | None = None) -> str:
    return "".join(f"{line}\n" for line in Table(made, view or View()).lines())


@cases("concordances.md", "draft", "table")
def test_lines_of_descent(case: Case) -> None:
    rows = list(csv.reader(io.StringIO(as_csv(concordance(drafts(case))))))[1:]
    told = [" | ".join([row[1].split()[0], row[2], *_changes(row[3:])]).rstrip() for row in rows]
    assert "\n".join(told) == re.sub(r"\| +\|", "|  |", case["table"]).rstrip()


def _changes(cells: list[str]) -> Iterator[str]:
    for address, change in zip(cells[::2], cells[1::2], strict=True):
        yield f"{address} {change}".strip()


@st.composite
def chains(draw: st.DrawFn) -> list[Resolution]:
    drafter = Drafter(draw(SEEDS))
    chain = [drafter.resolution()]
    for _ in range(draw(st.integers(1, 3))):
        chain.append(drafter.redraft(chain[-1]))
    return [resolution(texts, f"A/C.2/99/L.{number}") for number, texts in enumerate(chain, 1)]


@FEWER
@given(chains())
def test_every_paragraph_of_every_draft_stands_in_one_line(chain: list[Resolution]) -> None:
    made = concordance(chain)
    for number, draft in enumerate(chain):
        standing = [s.id for line in made.lines if (s := line.standings[number])]
        assert sorted(standing) == sorted(p.id for p in draft.paragraphs)
    last = [line.standings[-1].id for line in made.lines if line.standings[-1]]
    assert last == [p.id for p in chain[-1].paragraphs]


@FEWER
@given(chains())
def test_a_line_has_no_gap_and_knows_its_relatives(chain: list[Resolution]) -> None:
    made = concordance(chain)
    lines = {line.id: line for line in made.lines}
    assert list(lines) == [f"l{number}" for number in range(1, len(lines) + 1)]
    for line in made.lines:
        there = "".join("x" if standing else "-" for standing in line.standings)
        assert re.fullmatch("-*x+-*", there)
        if line.split_from:
            assert lines[line.split_from].standings[there.index("x") - 1]
        if line.merged_into:
            assert lines[line.merged_into].standings[there.rindex("x") + 1]


@FEWER
@given(chains())
def test_the_json_is_the_value(chain: list[Resolution]) -> None:
    made = concordance(chain)
    assert Concordance.model_validate_json(made.model_dump_json()) == made


@FEWER
@given(chains())
def test_two_drafts_give_the_relations_of_their_comparison(chain: list[Resolution]) -> None:
    comparison = compare(*chain[:2])
    told = {(s.id, s.relation, s.moved, s.altered) for line in concordance(chain[:2]).lines if (s := line.standings[1])}
    assert told == {(key, c.relation, c.moved, c.altered) for c in comparison.changes for key in c.new}
    ends = {(h.old, h.new) for h in concordance(chain[:2]).descent.heirs}
    assert ends == {(i, j) for c in comparison.changes for i in c.old for j in c.new}


@FEWER
@given(chains(), st.integers(60, 120), st.booleans())
def test_no_line_is_too_wide(chain: list[Resolution], width: int, colour: bool) -> None:
    for line in table(concordance(chain), View(width=width, ink=COLOUR if colour else PLAIN)).splitlines():
        plain = re.sub("\x1b\\[[0-9;]*m", "", line)
        assert columns(plain) <= width
        assert plain == plain.rstrip()


@FEWER
@given(chains())
def test_markdown_and_csv_have_a_row_for_each_line_shown(chain: list[Resolution]) -> None:
    made = concordance(chain)
    shown = Descents(made).lines
    assert [line.id for line in shown] == [row[0] for row in csv.reader(io.StringIO(as_csv(made)))][1:]
    rows = as_markdown(made).splitlines()
    assert len(rows) == len(shown) + 2
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {len(chain) + 2}


def test_nothing_in_a_text_breaks_the_table() -> None:
    evil = resolution('OP1 =1+1 | `code` <b>bold</b> *stars* [link](x) \x1b[31m red, "quoted" \u202e')
    made = concordance([evil, evil])
    assert "\x1b" not in table(made) + as_csv(made) + as_markdown(made)
    assert r"=1+1 \| \`code\` &lt;b&gt;bold&lt;/b&gt; \*stars\* \[link\](x)" in as_markdown(made)
    (row,) = list(csv.reader(io.StringIO(as_csv(made))))[1:]
    assert row[1].startswith("'=1+1 | `code`")


def test_drafts_are_named_apart() -> None:
    one = resolution("OP1 Thanks the keepers;", "A/C.2/99/L.3")
    other = one.model_copy(update={"symbol": "A/C.3/99/L.3"})
    assert Descents(concordance([one, other])).names == ("A/C.2/99/L.3", "A/C.3/99/L.3")
    assert Descents(concordance([one, one])).names == ("draft 1", "draft 2")
    assert Descents(concordance([one, one.model_copy(update={"symbol": "A/RES/99/3"})])).names == ("L.3", "A/RES/99/3")


@pytest.mark.parametrize("number", [0, 1])
def test_one_draft_is_not_enough(number: int) -> None:
    with pytest.raises(ChoiceError, match="two drafts or more"):
        concordance([resolution("OP1 Thanks the keepers;")] * number)


def test_drafts_of_two_languages_are_refused() -> None:
    one = resolution("OP1 Thanks the keepers;")
    with pytest.raises(LanguageError):
        concordance([one, one, one.model_copy(update={"language": "fr"})])


def test_a_wrapper_is_taken_as_its_draft_in_every_step() -> None:
    draft = resolution("OP1 Thanks the keepers of the lights;").model_copy(update={"organ": "The General Assembly"})
    wrapper = Resolution(organ="The Council", paragraphs=tuple(paragraphs("OP1 Recommends;")), transmits=(draft,))
    made = concordance([wrapper, wrapper, draft])
    assert [[s.address for s in line.standings if s] for line in made.lines] == [["OP1", "OP1", "OP1"]]
    together = concordance([wrapper, wrapper])
    assert [line.standings[0].address for line in together.lines if line.standings[0]] == ["wrapper OP1", "OP1"]


def test_a_wrapper_is_taken_as_the_nearest_other_draft_would_have_it() -> None:
    """The Council's own draft at the far end does not make the Assembly's draft be compared with the wrapper."""
    draft = resolution("OP1 Thanks the keepers of the lights;").model_copy(update={"organ": "The General Assembly"})
    council = resolution("OP1 Recommends the following draft;").model_copy(update={"organ": "The Council"})
    wrapper = council.model_copy(update={"transmits": (draft,)})
    made = concordance([council, draft, wrapper])
    assert [line.standings[2].id for line in made.lines if line.standings[2] and line.standings[1]] == ["op1"]
    assert made.lines[-1].words == "Thanks the keepers of the lights;"


@pytest.mark.parametrize(("name", "view"), [("plain", View()), ("colour", View(ink=COLOUR)), ("at-60", View(width=60))])
def test_transcript(golden: Callable[[str, str], None], name: str, view: View) -> None:
    far_apart = next(
        case for case in read_cases((CASES / "concordances.md").read_text("utf-8")) if case.title == "Far apart"
    )
    golden(f"table-far-apart-{name}.txt", table(concordance(drafts(far_apart)), view))


def test_pins_hold_in_their_step_only() -> None:
    one = resolution("OP1 Urges the pilots to sound the channel;\nOP2 Thanks the keepers of the estuary lights;")
    made = concordance([one, one, one], Options(pins=("3:OP1=OP2", "3:OP2=OP1")))
    told = {tuple(s.address for s in line.standings if s) for line in made.lines}
    assert told == {("OP1", "OP1", "OP2"), ("OP2", "OP2", "OP1")}
    assert made.options.pins == ("3:OP1=OP2", "3:OP2=OP1")
    assert table(made).splitlines()[-1] == "Pinned: 3:OP1=OP2 and 3:OP2=OP1."


def test_a_pin_that_cannot_be_is_refused_with_its_draft() -> None:
    one = resolution("OP1 Urges the pilots to sound the channel;")
    with pytest.raises(ChoiceError, match="the pin 3:OP4=OP1 is impossible: draft 2 has no paragraph OP4"):
        concordance([one, one, one], Options(pins=("3:OP4=OP1",)))


def test_nothing_changed() -> None:
    one = resolution("OP1 Thanks the keepers;")
    lines = table(concordance([one, one])).splitlines()
    assert lines[2] == "1 paragraph of draft 1 became 1 of draft 2: all came through, none was added."
    assert lines[-1] == "No number and no word differs."


def test_a_line_is_told_by_its_last_words() -> None:
    one, other = resolution("OP1 Thanks the keepers of lights;"), resolution("OP1 Thanks the keepers of the lights;")
    line: Lineage = concordance([one, other]).lines[0]
    assert line.words == "Thanks the keepers of the lights;"
