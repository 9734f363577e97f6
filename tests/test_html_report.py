"""The redline as a page: every word of both texts, every link, nothing that runs but our own script."""

import os
import re
import subprocess
import sys
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from cli_samples import compared, finding, mountain_stations, sundials
from drafting import Drafter
from travaux.model.comparison import Change, Comparison, NotCompared, Options
from travaux.model.document import Mark, Metadatum, Note, NoteReference, Notice, Origin, Paragraph, Resolution
from travaux.pipeline import compare
from travaux.renderers import renderer
from travaux.renderers.html import HtmlOptions, render
from travaux.renderers.html.map import drawn
from travaux.renderers.wording.addresses import Addresses
from travaux.renderers.wording.harmless import harmless

HOSTILE = (
    "Urges <script>alert(1)</script> ]]> & &amp; {{ 7 * 7 }} \u202eturn\u202c \x07 <img src=x onerror=alert(1)> "
    + 90 * "x"
)


def written(comparison: Comparison, **options: object) -> str:
    return render(comparison, HtmlOptions(**options)).content.decode()  # type: ignore[arg-type]


def page(comparison: Comparison, **options: object) -> html.HtmlElement:
    return html.document_fromstring(written(comparison, **options))


def shown(element: html.HtmlElement, without: str) -> str:
    """The words of one side: numbers, note marks and the other side left out."""
    if element.tag in (without, "sup") or {"l", "m", "sr"} & set((element.get("class") or "").split()):
        return ""
    return (element.text or "") + "".join(shown(child, without) + (child.tail or "") for child in element)


def side(words: html.HtmlElement, without: str) -> str:
    """The text of one side of a redline; a paragraph of the page that ends on the other side alone goes on."""
    goes_on = {"ins": "ba", "del": "bd"}[without]
    lines = [(shown(p, without), p.get("class") == goes_on) for p in words.xpath("./p")]
    return "".join(line if on or n == len(lines) - 1 else f"{line}\n" for n, (line, on) in enumerate(lines))


def redlines(tree: html.HtmlElement) -> Iterator[tuple[str, str, str]]:
    for words in tree.xpath("//div[@class='w']"):
        yield words.getparent().get("id"), side(words, "ins"), side(words, "del")


def truth(comparison: Comparison) -> list[tuple[str, str, str]]:
    def joined(change: Change, op: str) -> str:
        return harmless("".join(s.text for s in change.redline if s.op != op))

    changes = (*comparison.changes, *comparison.note_changes)
    return sorted((c.id, joined(c, "add"), joined(c, "drop")) for c in changes)


def resolution(*paragraphs: Paragraph, **more: object) -> Resolution:
    return Resolution(paragraphs=paragraphs, **more)  # type: ignore[arg-type]


def op(number: int, text: str, *marks: Mark) -> Paragraph:
    return Paragraph(
        id=f"op{number}", part="operative", address=f"OP{number}", label=f"{number}.", text=text, marks=marks
    )


@pytest.mark.parametrize("comparison", [mountain_stations(), sundials()])
def test_a_page_holds_every_word_of_both_texts(comparison: Comparison) -> None:
    assert sorted(redlines(page(comparison))) == truth(comparison)


@settings(derandomize=True, deadline=None, max_examples=25)
@given(st.integers(0, 10**6))
def test_a_page_of_drafts_made_by_chance_holds_every_word_of_both(seed: int) -> None:
    drafter = Drafter(seed)
    old = drafter.resolution()
    made = compare(resolution(*old), resolution(*drafter.redraft(old)))
    assert sorted(redlines(page(made))) == truth(made)


WORDS = st.text("ab \t<&\u202e“\"’'-", max_size=12)


@st.composite
def marked(draw: st.DrawFn, number: int) -> Paragraph:
    text = draw(WORDS)
    places = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(places, places, st.sampled_from(["italic", "bold"])), max_size=2))
    notes = draw(st.lists(places, max_size=2))
    marks = [Mark(kind=kind, start=min(a, z), end=max(a, z)) for a, z, kind in spans]
    marks += [Mark(kind="note", start=at, end=at, note=f"n{n}", number=str(n)) for n, at in enumerate(sorted(notes), 1)]
    return op(number, text, *sorted(marks, key=lambda mark: mark.start))


@settings(derandomize=True, deadline=None, max_examples=80)
@given(*[st.lists(st.integers(0, 3), max_size=3).flatmap(lambda n: st.tuples(*map(marked, range(len(n)))))] * 2)
def test_emphasis_notes_and_typing_leave_the_words_whole(old: tuple[Paragraph], new: tuple[Paragraph]) -> None:
    made = compare(resolution(*old), resolution(*new))
    tree = page(made)
    assert sorted(redlines(tree)) == truth(made)
    marks = sum(m.kind == "note" for p in (*old, *new) for m in p.marks)
    sups = tree.xpath("//div[@class='w']//sup")
    kept = [s for s in sups if not s.xpath("ancestor::del | ancestor::ins")]
    assert len(sups) + len(kept) == marks  # a mark that both have is shown once


def test_every_link_leads_somewhere_and_no_id_stands_twice() -> None:
    tree = page(mountain_stations())
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href.removeprefix("#") for href in tree.xpath("//a/@href")} <= set(ids)


def test_marks_never_cross_a_paragraph() -> None:
    content = written(mountain_stations())
    assert not re.findall(r"<(?:ins|del)[^>]*>(?:(?!</(?:ins|del)>).)*<(?:p|div|li)\b", content, re.DOTALL)


def test_a_moved_paragraph_is_linked_at_both_ends() -> None:
    made = compared("""
        OP1 : Requests the keepers to report;
        OP3 -> OP2 : Urges all to meet;
        OP2 -> OP3 moved : Invites the commissions to meet;
        OP4 : Decides to remain seized of the matter.
    """)
    old = made.old.paragraphs
    made = made.model_copy(update={"old": made.old.model_copy(update={"paragraphs": (old[0], old[2], old[1], old[3])})})
    tree = page(made)
    (sign,) = tree.xpath("//p[@class='sign']")
    assert (sign.text_content(), sign.xpath("./a/@href")) == ("OP2 moved to OP3", ["#c3"])
    (stood,) = tree.xpath("//p[@class='stood']")
    assert (stood.text_content(), stood.xpath("./a/@href")) == ("stood between OP1 and OP3", [f"#{sign.get('id')}"])
    order = [e.get("id") for e in tree.xpath("//main//*[@id]")]
    assert order == ["c1", sign.get("id"), "c2", "c3", "c4"]


def test_numbers_are_shown_and_redlined() -> None:
    old = resolution(op(1, "Requests the keepers to report;"), op(2, "Urges all coastal States to light their lamps;"))
    new = resolution(op(1, "Urges all coastal States to light their lamps;"))
    tree = page(compare(old, new))
    labels = [
        [(x.tag, x.text) for x in s.iter() if x.text and x.text.strip()] for s in tree.xpath("//span[@class='l']")
    ]
    assert [("del", "1.")] in labels
    assert [("del", "2.")] in labels
    assert [("ins", "1.")] in labels


def test_emphasis_is_kept() -> None:
    italic = Mark(kind="italic", start=0, end=8)
    old = resolution(op(1, "Requests the keepers to report;", italic))
    new = resolution(op(1, "Requests the keepers of lamps to report;", italic))
    assert page(compare(old, new)).xpath("//article//em/text()") == ["Requests"]
    plain = resolution(op(1, "Requests the keepers of lamps to report;"))
    assert page(compare(old, plain)).xpath("//article//em/text()") == ["Requests"]


def test_what_differs_in_typing_alone_is_marked_as_such() -> None:
    old = resolution(op(1, 'Requests the "keepers" to report each year on all of their lamps;'))
    new = resolution(op(1, "Requests the “keepers” to report each year on all of their lamps;"))
    tree = page(compare(old, new))
    assert {e.get("class") for e in tree.xpath("//div[@class='w']//*[self::ins or self::del]")} == {"t"}
    assert tree.xpath("//button[@data-shows='typing']")
    assert not page(compare(old, old)).xpath("//button[@data-shows='typing']")


def test_findings_causes_and_reasons_stand_beneath() -> None:
    made = compared(
        """
        OP1 : Requests {+all +}keepers to report;
        OP2 -> : [-Urges all to meet;-]
        """,
        findings=(finding("scope", "“all” added", "c1", causes=("c2",)),),
    )
    (told,) = page(made).xpath("//ul[@class='told']")
    assert [li.text_content() for li in told] == ["scope “all” added", "because OP2 was removed"]
    assert told.xpath(".//a/@href") == ["#c2"]
    linked = compare(
        resolution(op(1, "Requests keepers to report;")), resolution(op(1, "Requests all keepers to report;"))
    )
    (why,) = page(linked).xpath("//p[@class='why']/text()")
    assert re.search(r"; score 0\.\d\d; confidence \d\.\d\d \(\w+\)$", why)


def test_nothing_is_told_as_its_own_cause() -> None:
    moved = finding("sequence", "“also” added", "c1", causes=("c1",))
    tree = page(compared("OP2 -> OP1 moved : Urges all to meet;", findings=(moved,)))
    assert [li.text_content() for li in tree.xpath("//ul[@class='told']/li")] == ["sequence “also” added"]


def test_what_the_relation_tells_is_not_told_again() -> None:
    again = (finding("move", "moved", "c1"), finding("renum", "another number", "c1"))
    assert not page(compared("OP2 -> OP1 moved : Urges all to meet;", findings=again)).xpath("//ul[@class='told']")


def test_of_many_causes_some_are_linked_and_the_rest_counted() -> None:
    added = "\n".join(f" -> OP{n} : {{+Urges all to meet {n};+}}" for n in range(1, 8))
    made = compared(f"{added}\nOP1 -> OP8 : Requests [-all-]{{+some+}};")
    many = finding("sequence", "“also” added", "c8", causes=tuple(f"c{n}" for n in range(1, 8)))
    (told,) = page(made.model_copy(update={"findings": (many,)})).xpath("//ul[@class='told']")
    assert told.xpath(".//a/@href") == ["#c1", "#c2", "#c3"]
    assert told[-1].text_content() == "because of 4 other changes"


def test_both_texts_are_named_with_what_was_not_compared() -> None:
    origins = [
        Origin(name=f"{name}.txt", sha256=letter * 64, format="text") for name, letter in (("old", "a"), ("new", "b"))
    ]
    adopted = Metadatum(kind="adopted_on", text="3 May 2044")
    old = resolution(op(1, "Requests;"), symbol="A/C.2/99/L.3", origin=origins[0], title="Lamps")
    new = resolution(
        op(1, "Requests;"),
        symbol="A/RES/99/14",
        origin=origins[1],
        metadata=(adopted,),
        notices=(Notice(code="number-gap", message="OP2 is not there.", text="2."),),
    )
    text = page(compare(old, new, Options(pins=("OP1=OP1",)))).text_content()
    for word in (
        "A/C.2/99/L.3",
        "A/RES/99/14",
        "old.txt",
        "new.txt",
        "a" * 64,
        "b" * 64,
        "3 May 2044",
        "Pinned: OP1=OP1.",
    ):
        assert word in text
    assert "Notice, new text: OP2 is not there. (“2.”)" in text
    left = NotCompared(side="old", what="3 footnotes", reason="the new file has no footnote bodies")
    both = [
        NotCompared(side=s, what="session", text=t, reason="metadata") for s, t in (("old", "98th"), ("new", "99th"))
    ]
    tree = page(compared("OP1 : Requests;", not_compared=(left, *both)))
    assert "Not compared: 3 footnotes of the old text; the new file has no footnote bodies." in tree.text_content()
    assert [td.text for td in tree.xpath("//div[@class='about']//tbody//td")] == ["98th", "99th"]


def test_notes_are_redlined_and_linked() -> None:
    def noted(text: str) -> Resolution:
        mark = Mark(kind="note", start=9, end=9, note="n1", number="1")
        note = Note(id="n1", number="1", text=text, references=(NoteReference(paragraph="op1", offset=9),))
        return resolution(op(1, "Requests; all", mark), notes=(note,))

    tree = page(compare(noted("A/99/12."), noted("A/99/12 and Corr.1.")))
    assert tree.xpath("//sup/a/@href") == ["#n1"]
    (words,) = tree.xpath("//article[@id='n1']/div[@class='w']")
    assert (side(words, "ins"), side(words, "del")) == ("A/99/12.", "A/99/12 and Corr.1.")


@pytest.mark.parametrize(("code", "expected"), [("en", None), ("fr", None), ("ar", "rtl")])
def test_words_bear_their_language_and_direction(code: str, expected: str | None) -> None:
    made = compare(resolution(op(1, "a b c"), language=code), resolution(op(1, "a d c"), language=code))
    (words,) = page(made).xpath("//div[@class='w']")
    assert (words.get("lang"), words.get("dir")) == (None if code == "en" else code, expected)


def test_hostile_text_is_text_and_nothing_runs_but_our_script() -> None:
    name = f"{HOSTILE}.txt"
    origin = Origin(name=name, sha256="c" * 64, format="text")
    old = resolution(op(1, HOSTILE), title=HOSTILE, origin=origin, notices=(Notice(code="x", message=HOSTILE),))
    new = resolution(op(1, HOSTILE + " now"), title=HOSTILE, symbol=HOSTILE, language='"><script>', origin=origin)
    content = written(compared("OP1 : a", old={"title": HOSTILE}, new={"title": HOSTILE})) + written(
        compare(old.model_copy(update={"language": new.language}), new)
    )
    tree = html.document_fromstring(content.split("</html>")[1])
    (script,) = tree.xpath("//script")
    assert not tree.xpath("//img | //iframe | //object | //@*[starts-with(name(), 'on')] | //*[@style]")
    assert f"'sha256-{b64encode(sha256(script.text.encode()).digest()).decode()}'" in tree.xpath("//meta/@content")[0]
    assert not re.findall("[\u202a-\u202e\x00-\x08]", content)
    assert "49" not in shown(tree.xpath("//article//p")[0], "ins")
    assert "alert(1)" in tree.xpath("//h1")[0].text_content()
    assert not re.findall(r"(?:src|href|url)\s*=?\s*[(\"'](?!#|data:,)", content.replace(harmless(HOSTILE), ""))


def test_the_policy_allows_our_own_styles() -> None:
    tree = page(sundials())
    policy = tree.xpath("//meta[@http-equiv]/@content")[0]
    styles = re.findall(r"<style[^>]*>(.*?)</style>", written(sundials()), re.DOTALL)
    assert len(styles) == 3
    assert all(f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'" in policy for style in styles)
    assert policy.startswith("default-src 'none'")


def test_each_change_is_drawn_and_told() -> None:
    made = mountain_stations()
    ways = drawn(made, Addresses(made)).ways
    framed = {c.id for c in made.changes if not c.altered and Addresses(made).parts(c) <= {"title", "opening"}}
    assert {way.change for way in ways} == {c.id for c in made.changes} - framed
    assert {way.kind for way in ways} >= {"same", "words", "moved", "joined", "added", "removed"}
    split = next(c for c in made.changes if c.relation == "split")
    assert next(way.paths.count("M") for way in ways if way.change == split.id) == len(split.new)
    told = page(made).xpath("//*[local-name()='svg'][@role]/@aria-label")[0]
    assert "OP4 was split into OP3 + OP4" in told


def test_a_long_map_draws_neighbours_in_which_nothing_happened_as_one() -> None:
    texts = [f"Requests the keepers of lamp {n} to report;" for n in range(1, 201)]
    old = resolution(*(op(n, text) for n, text in enumerate(texts, 1)))
    texts[99] = "Regrets that the lamps of the bay are out;"
    made = compare(old, resolution(*(op(n, text) for n, text in enumerate(texts, 1))))
    found = drawn(made, Addresses(made))
    assert found.ways[0].told == "OP1–OP99 unchanged"
    assert len(found.ways) <= 4
    assert found.height <= 22 * 4


def test_hidden_layers_are_pressed_out_and_told_to_the_script() -> None:
    tree = page(sundials(), hide=frozenset({"editorial"}))
    pressed = {b.get("data-layer"): b.get("aria-pressed") for b in tree.xpath("//button[@data-layer]")}
    assert pressed == {"substantive": "true", "editorial": "false", "mechanical": "true"}
    assert sorted(redlines(tree)) == truth(sundials())


def test_the_concordance_has_a_row_for_each_change() -> None:
    made = mountain_stations()
    rows = page(made).xpath("//footer//tbody/tr")
    assert [row.xpath(".//a/@href")[0] for row in rows] == [f"#{c.id}" for c in (*made.changes, *made.note_changes)]


def test_the_same_comparison_gives_the_same_bytes() -> None:
    made = mountain_stations()
    again = Comparison.model_validate_json(made.model_dump_json())
    hide = HtmlOptions(hide=frozenset({"editorial", "mechanical"}))
    assert render(made, hide) == render(again, hide)


def test_pinned_and_doubtful_links_are_told() -> None:
    made = compared("""
        OP1 : Requests [-a-]{+b+};
        OP2 : Requests [-c-]{+d+};
        OP3 : Requests [-e-]{+f+};
    """)
    more: list[dict[str, object]] = [{"step": "pin", "confidence": 1.0}, {"confidence": 0.5}, {"confidence": 0.99}]
    changes = tuple(c.model_copy(update=known) for c, known in zip(made.changes, more, strict=True))
    told = page(made.model_copy(update={"changes": changes})).xpath("//article/h3/span[1]/text()")
    assert told == ["reworded (pinned)", "reworded (doubtful)", "reworded"]


@pytest.mark.slow
def test_other_hashes_and_places_give_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "comparison.json"
    path.write_text(mountain_stations().model_dump_json(), encoding="utf-8")
    script = """
import hashlib, sys
from pathlib import Path
from travaux.model.comparison import Comparison
from travaux.renderers.html import HtmlOptions, render
made = Comparison.model_validate_json(Path(sys.argv[1]).read_text(encoding="utf-8"))
options = HtmlOptions(hide=frozenset({"editorial", "mechanical"}))
print(hashlib.sha256(render(made, options).content).hexdigest())
"""
    told = set()
    for seed, place in (("0", "C"), ("1", "C.UTF-8"), ("2", "tr_TR.UTF-8")):
        environment = os.environ | {"PYTHONHASHSEED": seed, "LC_ALL": place, "TZ": f"UTC-{seed}"}
        done = subprocess.run(
            [sys.executable, "-c", script, str(path)], env=environment, capture_output=True, text=True, check=True
        )
        told.add(done.stdout)
    assert len(told) == 1


def test_it_is_a_renderer_with_options_of_its_own() -> None:
    found = renderer("html")
    report = found.render(sundials(), found.options(title="Sundials <1>", files=("a/x.txt", "b/y.txt")), None)
    tree = html.document_fromstring(report.content.decode())
    assert (report.media_type, report.suffix) == ("text/html", ".html")
    assert tree.xpath("//h1/text()") == ["Sundials <1>"]
    assert "y.txt" in tree.xpath("//dl")[0].text_content()


def test_a_long_comparison_stays_small() -> None:
    drafter = Drafter(5)
    old = [op(n, drafter.text(("Requests", "Urges"), ";")) for n in range(1, 301)]
    new = [p.model_copy(update={"text": p.text.replace(" the ", " all the ")}) for p in old]
    made = compare(resolution(*old), resolution(*new))
    content = render(made, HtmlOptions()).content
    fixed = len(render(compare(resolution(old[0]), resolution(old[0])), HtmlOptions()).content)
    both = sum(len(p.text.encode()) for p in (*old, *new))
    assert len(content) - fixed < 6 * both
