"""The redline as a page in Chromium: nothing asked from a network, nothing out of reach, nothing out of sight."""

import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from browser import Browser, browser, needs_chromium
from cli_samples import mountain_stations, sundials
from test_html_report import HOSTILE, op, resolution, truth
from travaux.model.comparison import Comparison
from travaux.pipeline import compare
from travaux.renderers.html import HtmlOptions, render

pytestmark = [pytest.mark.slow, needs_chromium]

AXE = ("axe_playwright_python", "axe_core_python")
"""Packages that hold axe-core; the first that is installed is used."""

VISIBLE = "[...document.querySelectorAll('.w')].filter(e => e.checkVisibility()).length"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as made:
        yield made


@pytest.fixture
def stations(tmp_path: Path) -> Path:
    return written(tmp_path, mountain_stations())


def written(folder: Path, comparison: Comparison, options: HtmlOptions | None = None) -> Path:
    path = folder / "page.html"
    path.write_bytes(render(comparison, options or HtmlOptions()).content)
    return path


def hostile() -> Comparison:
    old, new = resolution(op(1, HOSTILE), title=HOSTILE), resolution(op(1, HOSTILE + " now"), title=HOSTILE)
    return compare(old, new)


def arabic() -> Comparison:
    old = resolution(op(1, "تطلب إلى الأمين العام أن يقدم تقريرا؛"), language="ar", title="المنارات")
    new = resolution(op(1, "تطلب إلى الأمين العام أن يقدم تقريرا سنويا؛"), language="ar", title="المنارات")
    return compare(old, new)


def axe() -> str:
    for package in AXE:
        found = importlib.util.find_spec(package)
        if found and found.origin:
            return Path(found.origin).with_name("axe.min.js").read_text(encoding="utf-8")
    return pytest.skip("axe-core is not installed")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(("scheme", "beside"), [("light", False), ("light", True), ("dark", False), ("dark", True)])
@pytest.mark.parametrize("comparison", [mountain_stations(), sundials(), hostile(), arabic()])
def test_nothing_is_amiss(  # noqa: PLR0917 - what is tried
    chromium: Browser, tmp_path: Path, comparison: Comparison, width: int, scheme: str, beside: bool
) -> None:
    chromium.size(width)
    chromium.media(scheme=scheme)
    chromium.open(written(tmp_path, comparison))
    if beside:
        chromium.run("document.querySelector('[data-view=side]').click()")
    chromium.run("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert chromium.run("document.documentElement.scrollWidth") == width
    assert chromium.complaints() == []
    chromium.run(f"{axe()};0")
    found = json.loads(chromium.run("axe.run(document).then(found => JSON.stringify(found.violations))"))
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found] == []


def test_the_keyboard_reaches_everything(chromium: Browser, stations: Path) -> None:
    chromium.size(1280)
    chromium.media()
    chromium.open(stations)
    wanted = chromium.run("""
        window.seen = new Set();
        document.addEventListener("focusin", event => seen.add(event.target));
        window.wanted = [...document.querySelectorAll("a[href],button,select,summary,.box")];
        window.shown = wanted.filter(each => each.checkVisibility());
        shown.length
    """)
    assert wanted > 30
    for _ in range(wanted + 5):
        chromium.press("Tab")
    assert chromium.run("shown.filter(each => !seen.has(each)).map(each => each.outerHTML)") == []
    chromium.run("document.querySelector('.f summary').focus()")
    chromium.press("Enter")
    assert chromium.run("document.querySelector('.f').open") is True


def test_keys_go_from_change_to_change(chromium: Browser, stations: Path) -> None:
    chromium.size(1280)
    chromium.open(stations)
    changes = chromium.run("[...document.querySelectorAll('.c')].map(each => each.id)")
    visited = []
    for _ in changes:
        chromium.press("j")
        visited.append(chromium.run("document.activeElement.id"))
    assert visited == changes
    chromium.press("k")
    assert chromium.run("document.activeElement.id") == changes[-2]
    chromium.run("document.querySelector('[data-keys]').click()")
    chromium.press("k")
    assert chromium.run("document.activeElement.id") == changes[-2]
    chromium.run("document.querySelector('[data-step=\"-1\"]').click()")
    assert chromium.run("document.activeElement.id") != changes[-2]


@pytest.mark.parametrize("comparison", [mountain_stations(), sundials()])
def test_with_scripts_off_all_is_shown(chromium: Browser, tmp_path: Path, comparison: Comparison) -> None:
    path = written(tmp_path, comparison, HtmlOptions(hide=frozenset({"editorial", "mechanical"})))
    chromium.send("Emulation.setScriptExecutionDisabled", value=True)
    try:
        chromium.open(path)
        assert chromium.run(VISIBLE) == len((*comparison.changes, *comparison.note_changes))
        assert chromium.run("document.querySelectorAll('nav')[0].checkVisibility()") is False
        assert chromium.run(
            "[...document.querySelectorAll('tr,.why,.t,svg path')].every(each => each.checkVisibility())"
        )
    finally:
        chromium.send("Emulation.setScriptExecutionDisabled", value=False)


def test_side_by_side_shows_the_old_words_and_the_new_ones(chromium: Browser, stations: Path) -> None:
    chromium.size(1280)
    chromium.open(stations)
    chromium.run("""
        document.querySelector("[data-folds]").click();
        document.querySelector("[data-view=side]").click();
    """)
    found = chromium.run("""
        (() => {
            const words = column => {
                const copy = column.cloneNode(true);
                copy.querySelectorAll(".l,.m").forEach(each => each.remove());
                return [...copy.querySelectorAll("p")].map(each => each.textContent).join("\\n");
            };
            return [...document.querySelectorAll(".two")].map(
                two => [two.parentNode.id, words(two.children[0]), words(two.children[1])]);
        })()
    """)
    assert sorted(map(tuple, found)) == truth(mountain_stations())
    assert chromium.run(VISIBLE) == 0


def test_what_is_hidden_is_told_and_a_link_shows_it(chromium: Browser, tmp_path: Path) -> None:
    made = sundials()
    editorial = [c.id for c in (*made.changes, *made.note_changes) if c.layer == "editorial"]
    shown = (
        f"[...document.querySelectorAll('{','.join('#' + key for key in editorial)}')].map(e => e.checkVisibility())"
    )
    chromium.open(written(tmp_path, made, HtmlOptions(hide=frozenset({"editorial"}))))
    assert not any(chromium.run(shown))
    status = "document.querySelector('.status').textContent"
    assert chromium.run(status).startswith(f"Hidden: {len(editorial)} editorial changes.")
    chromium.run(f"location.hash = '{editorial[0]}'; new Promise(done => setTimeout(done, 50))")
    assert all(chromium.run(shown))
    assert chromium.run("document.activeElement.id") == editorial[0]
    assert chromium.run(status) == ""


def test_a_link_opens_what_is_folded(chromium: Browser, stations: Path) -> None:
    chromium.open(stations)
    key = chromium.run("document.querySelector('.f .r').id")
    chromium.open(stations, f"#{key}")
    assert chromium.run(f"document.getElementById('{key}').checkVisibility()") is True


def test_marks_are_spoken(chromium: Browser, stations: Path) -> None:
    chromium.open(stations)
    nodes = chromium.send("Accessibility.getFullAXTree")["nodes"]
    spoken = {node["name"]["value"].strip() for node in nodes if "name" in node}
    assert {"[removed:", "[added:", "]"} <= spoken


def test_colours_follow_the_system_or_the_reader_and_not_the_printer(chromium: Browser, stations: Path) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    choose = """
        (() => {{
            const chosen = document.querySelector("select");
            chosen.value = "{}";
            chosen.dispatchEvent(new Event("change", {{bubbles: true}}));
        }})()
    """
    chromium.media(scheme="light")
    chromium.open(stations)
    light = chromium.run(ground)
    chromium.run(choose.format("dark"))
    dark = chromium.run(ground)
    assert light != dark
    chromium.run(choose.format("light"))
    chromium.media(scheme="dark")
    assert chromium.run(ground) == light
    chromium.run(choose.format(""))
    assert chromium.run(ground) == dark
    chromium.media(scheme="dark", media="print")
    assert chromium.run(ground) == light


def test_differences_of_typing_are_shown_when_asked_for(chromium: Browser, tmp_path: Path) -> None:
    old = resolution(op(1, 'Requests the "keepers" to report each year on all of their lamps;'))
    new = resolution(op(1, "Requests the “keepers” to report each year on all of their lamps;"))
    chromium.open(written(tmp_path, compare(old, new)))
    chromium.run("document.querySelector('[data-folds]').click()")
    words = "document.querySelector('.w').innerText"
    assert chromium.run(words) == "1. Requests the “keepers” to report each year on all of their lamps;"
    chromium.run("document.querySelector('[data-shows=typing]').click()")
    assert '"“keepers"”' in chromium.run(words)


def test_reasons_are_shown_when_asked_for(chromium: Browser, tmp_path: Path) -> None:
    old, new = (resolution(op(1, f"Requests {who} to report each year;")) for who in ("keepers", "all keepers"))
    chromium.open(written(tmp_path, compare(old, new)))
    shown = "document.querySelector('.why').checkVisibility()"
    assert chromium.run(shown) is False
    chromium.run("document.querySelector('[data-shows=reasons]').click()")
    assert chromium.run(shown) is True


def test_nothing_hostile_runs(chromium: Browser, tmp_path: Path) -> None:
    chromium.open(written(tmp_path, hostile()))
    chromium.run("new Promise(done => setTimeout(done, 100))")
    assert [e for e in chromium.events if e.get("method") == "Page.javascriptDialogOpening"] == []
    assert chromium.run("document.images.length") == 0


def test_on_paper_stand_the_changes_and_no_buttons(chromium: Browser, tmp_path: Path, stations: Path) -> None:
    chromium.media()
    chromium.open(stations)
    chromium.sheets(tmp_path / "page.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "page.pdf")
    text = " ".join("".join(page.get_textpage().get_text_range() for page in document).split())
    document.close()
    assert "Side by side" not in text
    for change in mountain_stations().changes:
        if change.altered:
            first = next(s.text.split("\n")[-1] for s in change.redline if s.op != "keep" and s.text.strip())
            assert " ".join(first.split()[:2]) in text
    assert "What became of it" in text


def test_paper_tells_what_is_hidden(chromium: Browser, tmp_path: Path) -> None:
    chromium.open(written(tmp_path, sundials(), HtmlOptions(hide=frozenset({"editorial"}))))
    chromium.media(media="print")
    assert chromium.run("document.querySelector('.status').innerText") == "Hidden: 2 editorial changes."
    chromium.media()


def test_five_thousand_paragraphs_open(chromium: Browser, tmp_path: Path) -> None:
    texts = [f"Requests the keepers of lamp {n} to report each year on the state of its lens;" for n in range(5000)]
    old = resolution(*(op(n, text) for n, text in enumerate(texts, 1)))
    later = [text.replace("each year", "each month") if n % 3 == 0 else text for n, text in enumerate(texts)]
    made = compare(old, resolution(*(op(n, text) for n, text in enumerate(later, 1))))
    path = written(tmp_path, made)
    chromium.size(1280)
    chromium.open(path)
    assert chromium.complaints() == []
    assert chromium.run("document.querySelectorAll('.w').length") == 5000
    both = sum(len(p.text.encode()) for side in (made.old, made.new) for p in side.paragraphs)
    assert path.stat().st_size < 6 * both
