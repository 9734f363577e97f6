"""The life of a text in Chromium: nothing asked from a network, nothing out of reach, nothing out of sight."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from archiving import chain, draft, new_archive
from browser import Browser, browser, needs_chromium
from test_html_report_browser import axe
from travaux.renderers.life import render

pytestmark = [pytest.mark.slow, needs_chromium]

LONG = "x" * 400
HOSTILE = "Urges States to <script>alert(1)</script> ]]> & \u202eturn around {{ 7 * 7 }} &amp;"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as made:
        yield made


def written(folder: Path, drafts: list[bytes]) -> Path:
    path = folder / "page.html"
    with new_archive(folder / "archive.git") as archive:
        for number, content in enumerate(drafts, 1):
            archive.add(f"{number}.txt", content, dossier="lamps")
        path.write_bytes(render(archive.life("lamps")).content)
    return path


DRAFTS = {
    "by chance": chain(5, 9),
    "hostile": [
        draft(HOSTILE, f"Notes {LONG};", title=HOSTILE),
        draft(f"Notes {LONG} again;", HOSTILE + " now", title=LONG),
    ],
}


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", DRAFTS)
def test_nothing_is_amiss(chromium: Browser, tmp_path: Path, name: str, width: int, scheme: str) -> None:
    chromium.size(width)
    chromium.media(scheme=scheme)
    chromium.open(written(tmp_path, DRAFTS[name]))
    chromium.run("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert chromium.run("document.documentElement.scrollWidth") == width
    assert chromium.complaints() == []
    chromium.run(f"{axe()};0")
    found = json.loads(chromium.run("axe.run(document).then(found => JSON.stringify(found.violations))"))
    assert [(v["id"], [n["html"] for n in v["nodes"]][:3]) for v in found] == []


def test_the_keyboard_reaches_everything(chromium: Browser, tmp_path: Path) -> None:
    chromium.size(1280)
    chromium.media()
    chromium.open(written(tmp_path, DRAFTS["by chance"][:3]))
    wanted = chromium.run("""
        window.seen = new Set();
        document.addEventListener("focusin", event => seen.add(event.target));
        window.shown = [...document.querySelectorAll("a[href],summary,.box")].filter(each => each.checkVisibility());
        shown.length
    """)
    assert wanted > 20
    for _ in range(wanted + 5):
        chromium.press("Tab")
    assert chromium.run("shown.filter(each => !seen.has(each)).map(each => each.outerHTML)") == []


def test_a_number_of_the_map_leads_to_its_paragraph(chromium: Browser, tmp_path: Path) -> None:
    chromium.open(written(tmp_path, DRAFTS["by chance"][:3]))
    lost = "[...document.querySelectorAll('svg a')].filter(a => !document.getElementById(a.href.baseVal.slice(1)))"
    assert chromium.run(f"{lost}.map(a => a.textContent)") == []
