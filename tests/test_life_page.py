"""The life of a text as a page: every word with its draft, every step, every way drawn, nothing that runs."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from archiving import chain, draft, new_archive
from travaux.archive import Archive
from travaux.model.life import Life
from travaux.renderers.life import render
from travaux.renderers.life.map import drawn
from travaux.renderers.wording.revisions import Names

OPS = (
    "Requests the keepers to report each year on the state of their lamps;",
    "Urges all coastal States to replace lamps that have burned for more than ten years;",
    "Decides to remain seized of the matter.",
)
LATER = (
    "Requests the keepers to report each year on the state of their lamps and of their bells;",
    "Welcomes the offer of a school for keepers;",
    "Decides to remain seized of the matter.",
)
HOSTILE = "Urges States to <script>alert(1)</script> ]]> & \u202eturn around\u202c {{ 7 * 7 }} &amp;"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with new_archive(tmp_path / "archive.git") as made:
        yield made


def lived(archive: Archive, *drafts: bytes) -> Life:
    for number, content in enumerate(drafts, 1):
        archive.add(f"{number}.txt", content, dossier="lamps")
    return archive.life("lamps")


def page(life: Life) -> html.HtmlElement:
    return html.document_fromstring(render(life).content)


def shown(element: html.HtmlElement, without: str = "") -> str:
    """The text of an element for those who see it, without the words of one mark."""
    if element.tag == without or {"sr", "no"} & set((element.get("class") or "").split()):
        return ""
    return (element.text or "") + "".join(shown(child, without) + (child.tail or "") for child in element)


@pytest.mark.parametrize("seed", range(3))
def test_every_word_of_the_latest_draft_and_every_step_is_there(archive: Archive, seed: int) -> None:
    life = lived(archive, *chain(seed, 4))
    tree = page(life)
    words = ["".join(run.text for run in p.runs) for p in life.blame.paragraphs]
    assert [shown(p).strip() for p in tree.xpath("//article[not(preceding::h2[contains(., 'taken out')])]/p")] == words
    targets = {a.get("href").removeprefix("#") for a in tree.xpath("//a")}
    assert targets >= {f"l-{p.line}" for p in life.blame.paragraphs if p.part not in ("title", "opening")}


@pytest.mark.parametrize("seed", range(3))
def test_a_redline_of_a_step_gives_both_texts_back(archive: Archive, seed: int) -> None:
    life = lived(archive, *chain(seed, 3))
    both = {
        (
            "".join(s.text for s in c.redline if s.op != "add"),
            "".join(s.text for s in c.redline if s.op != "drop"),
        )
        for passage in life.passages
        for c in passage.changes
    }
    told = [(shown(dd, "ins"), shown(dd, "del")) for dd in page(life).xpath("//*[@class='words']")]
    assert told
    squeezed = {tuple(" ".join(text.split()) for text in pair) for pair in both}
    assert {tuple(" ".join(text.split()) for text in pair) for pair in told} <= squeezed


def test_words_bear_the_number_of_the_draft_that_brought_them(archive: Archive) -> None:
    tree = page(lived(archive, draft(*OPS), draft(*LATER)))
    runs = [(shown(run).strip(), run.get("title")) for run in tree.xpath("//*[contains(@class, 'run')]")]
    assert ("and of their bells", "since A/C.2/99/L.3 @2") in runs


def test_a_paragraph_that_was_taken_out_has_its_story(archive: Archive) -> None:
    tree = page(lived(archive, draft(*OPS), draft(*LATER)))
    assert [shown(p) for p in tree.xpath("//h2[contains(., 'taken out')]/following-sibling::article/p")] == [OPS[1]]
    drawn_signs = tree.xpath(
        "//*[local-name()='svg'][@role]//*[local-name()='path'][@class='added' or @class='removed']"
    )
    assert [sign.get("class") for sign in drawn_signs] == ["removed", "added"]


def test_each_way_is_drawn_once(archive: Archive) -> None:
    life = lived(archive, draft(*OPS), draft(*LATER))
    made = drawn(life, Names([d.revision for d in life.drafts]), set())
    assert sorted(edge.kind for edge in made.edges) == ["same", "same", "words"]
    assert [(node.number, node.signs) for node in made.nodes if node.signs] == [
        ("OP2", ("removed",)),
        ("OP2", ("added",)),
    ]
    assert made.told == "Map of 2 drafts. A/C.2/99/L.3 @1 to A/C.2/99/L.3 @2: 3 changed."


def test_hostile_text_is_text_and_nothing_runs(archive: Archive) -> None:
    life = lived(archive, draft(OPS[0], HOSTILE, OPS[2], title="<img src=x>"), draft(OPS[0], HOSTILE + " now", OPS[2]))
    content = render(life).content.decode()
    tree = html.document_fromstring(content)
    assert not tree.xpath("//script | //img | //@onerror | //link | //iframe")
    assert "\u202e" not in content
    assert "49" not in content.split("<main>")[1].split("Urges States")[1][:200]
    assert "http" not in content.split("</style>")[1]


def test_the_same_life_gives_the_same_bytes(archive: Archive) -> None:
    life = lived(archive, *chain(7, 3))
    assert render(life) == render(Life.model_validate_json(life.model_dump_json()))


def test_what_two_rivals_take_out_is_told_once(archive: Archive) -> None:
    archive.add("1.txt", draft(*OPS), dossier="lamps")
    archive.add("2.txt", draft(OPS[0], OPS[2], "Thanks the keepers;"), dossier="lamps", after=("1",))
    archive.add("3.txt", draft(OPS[0], OPS[1], "Thanks all;"), dossier="lamps", after=("1",))
    archive.add("4.txt", draft(OPS[0], "Thanks everybody;"), dossier="lamps", after=("2", "3"))
    ids = page(archive.life("lamps")).xpath("//@id")
    assert len(ids) == len(set(ids))
