"""Pages of real drafts: every word of both is there, every link leads somewhere."""

import csv
from pathlib import Path

import pytest
from lxml import html

from test_html_report import redlines, truth
from travaux import compare, load
from travaux.errors import TravauxError
from travaux.renderers.html import HtmlOptions, render

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
PAIRS = CORPUS / "pairs.csv"

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.slow,
    pytest.mark.skipif(not PAIRS.exists(), reason="the texts of ../shared are not there"),
]


def text(symbol: str) -> Path:
    return CORPUS / "texts" / f"{symbol.replace('/', '_')}.txt"


def test_pages_of_drafts_and_what_was_adopted_hold_every_word() -> None:
    with PAIRS.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] == "draft_to_adopted"]
    tried = 0
    for row in rows[::5]:
        try:
            made = compare(load(str(text(row["old"]))), load(str(text(row["new"]))))
        except TravauxError:
            continue  # which texts can be compared is measured elsewhere
        tree = html.document_fromstring(render(made, HtmlOptions()).content.decode())
        assert sorted(redlines(tree)) == truth(made), row["new"]
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids)), row["new"]
        assert {href.removeprefix("#") for href in tree.xpath("//a/@href")} <= set(ids), row["new"]
        tried += 1
    assert tried > 20
