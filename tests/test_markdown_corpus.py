"""Markdown of real drafts: both texts come back from each, by its source and by what CommonMark makes of it."""

import csv

import pytest

from markdownback import from_commonmark, from_source
from test_html_report_corpus import PAIRS, text
from test_markdown_report import truth, written
from travaux import compare, load
from travaux.errors import TravauxError

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.slow,
    pytest.mark.skipif(not PAIRS.exists(), reason="the texts of ../shared are not there"),
]


def test_both_texts_of_drafts_and_what_was_adopted_come_back() -> None:
    with PAIRS.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] == "draft_to_adopted"]
    tried = 0
    for row in rows:
        try:
            made = compare(load(str(text(row["old"]))), load(str(text(row["new"]))))
        except TravauxError:
            continue  # which texts can be compared is measured elsewhere
        page = written(made, everything=True)
        assert [(old, new) for _, old, new in from_source(page)] == truth(made), row["new"]
        assert from_commonmark(page) == truth(made), row["new"]
        tried += 1
    assert tried > 100
