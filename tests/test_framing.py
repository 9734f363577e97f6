"""A comparison in a notebook: the whole page in a frame that reaches nothing outside."""

import time
from pathlib import Path

import pytest
from lxml import html

from browser import browser, needs_chromium
from cli_samples import mountain_stations
from test_html_report import redlines, truth
from travaux.renderers.html.framing import framed


def test_a_notebook_shows_the_page() -> None:
    made = mountain_stations()
    (frame,) = html.fragments_fromstring(made._repr_html_())
    assert frame.tag == "iframe"
    assert not frame.xpath("//@*[starts-with(name(), 'on')]")
    assert frame.get("sandbox") == "allow-scripts"  # not with the rights of the notebook
    assert sorted(redlines(html.document_fromstring(frame.get("srcdoc")))) == truth(made)


def test_the_frame_is_the_same_each_time() -> None:
    assert framed(mountain_stations()) == framed(mountain_stations())


@needs_chromium
@pytest.mark.slow
def test_links_stay_in_the_frame(tmp_path: Path) -> None:
    """Else a click on the map would lead the frame to the notebook itself."""
    page = tmp_path / "notebook.html"
    made = framed(mountain_stations()).replace('sandbox="allow-scripts"', "", 1)  # so that this test may look in
    page.write_text(f'<!doctype html><meta charset="utf-8"><title>notebook</title>{made}', encoding="utf-8")
    with browser() as chromium:
        chromium.size(1280)
        chromium.open(page)
        inside = "document.querySelector('iframe').contentDocument"
        chromium.run(f"{inside}.querySelector('td a[href=\"#c16\"]').click()")
        time.sleep(0.3)
        assert chromium.run(f"{inside}.URL") == "about:srcdoc#c16"
        assert chromium.run(f"{inside}.scrollingElement.scrollTop") > 100
        assert not [event for event in chromium.events if event["method"].startswith("Log.")]
