"""The comparison for a spreadsheet: a row for each paragraph or group of paragraphs."""

from collections.abc import Iterator
from dataclasses import dataclass

from travaux.contracts import Renderer
from travaux.model.comparison import Change, Comparison
from travaux.model.document import Source
from travaux.model.report import Report
from travaux.renderers.wording.addresses import WITH, Addresses
from travaux.renderers.wording.findings import Findings
from travaux.renderers.wording.harmless import one_line
from travaux.renderers.wording.relations import relation_in_words
from travaux.renderers.wording.sheets import separated

_HEADINGS = ("change", "old", "new", "what became of it", "weight", "findings", "old words", "new words")
_BETWEEN = " ¶ "
"""Stands between the words of two paragraphs."""


@dataclass(frozen=True)
class CsvOptions:
    """There are none: every change has its row."""


def render(comparison: Comparison, _options: CsvOptions, _base: Source | None = None) -> Report:
    """Return the comparison as comma-separated values in UTF-8, a row for each change below a row of headings.

    The columns: id of the change; old numbers; new numbers; what became of the paragraph; layer; what was found,
    parted by semicolons; all old words; all new words, with ¶ between two
    paragraphs. Rows stand in the order of the new text, notes at the end.
    Nothing in a cell is computed: what looks like a formula has an apostrophe before it. Law 7: the same comparison
    gives the same bytes.
    """
    text = separated((_HEADINGS, *_rows(comparison)))
    return Report(media_type="text/csv; charset=utf-8", suffix=".csv", content=text.encode())


def _rows(comparison: Comparison) -> Iterator[tuple[str, ...]]:
    addresses = Addresses(comparison)
    findings = Findings(comparison, addresses)
    for change in (*comparison.changes, *comparison.note_changes):
        yield (
            change.id,
            WITH.join(addresses.old(change)),
            WITH.join(addresses.new(change)),
            relation_in_words(change, addresses, follows=findings.follows(change)),
            "" if change.layer == "none" else change.layer,
            "; ".join(findings.beneath(change)),
            _words(change, "add"),
            _words(change, "drop"),
        )


def _words(change: Change, without: str) -> str:
    words = "".join(segment.text for segment in change.redline if segment.op != without)
    return _BETWEEN.join(map(one_line, words.split("\n")))


RENDERER = Renderer(
    name="csv",
    title="table, for a spreadsheet",
    suffixes=(".csv",),
    options=CsvOptions,
    render=render,
)
