"""Resolutions: cited with their date at first mention, and with numbers and dates that can be."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from travaux.citations import Citation, CitationRun, find_runs
from travaux.linting.endings import broken
from travaux.linting.text import FORMAL, Text
from travaux.model.checks import Remark
from travaux.references.cited import doubts

NEAR: Final = 70
"""Characters between a citation and the next one whose date serves both; a date of the sentence may stand twice as far
before it (range 40 to 120)."""
_PRINCIPAL: Final = ("GA", "SC", "ECOSOC", "HRC")


def first_mention(text: Text) -> Iterator[Remark]:
    """Yield a remark for each resolution that is cited without its date where it is cited first.

    Only in the preamble and the operative part of texts whose organ keeps to it. Not judged: resolutions of other
    bodies than the principal organs, and what stands in quotation marks.
    """
    if text.speaker not in FORMAL or broken(text.resolution):
        return
    words = text.language.citations()
    own = text.resolution.symbol
    seen = {own.replace(" ", "")} if own else set()
    for paragraph in text.resolution.paragraphs:
        if paragraph.part not in ("preambular", "operative"):
            continue
        runs = find_runs(paragraph.text, text.speaker, words)
        for at, run in enumerate(runs):
            dated = _dated(paragraph.text, run, runs[at + 1 :], text.language.patterns["date"])
            for citation in run.citations:
                first = citation.key not in seen
                seen.update(citation.keys)
                if first and not dated and _asks_for_date(citation) and not _in_title(paragraph.text, citation.start):
                    note = f"resolution {citation.numbers[0]} stands here first, without its date"
                    yield text.remark("first-mention", note, paragraph, (citation.start, citation.end))


def _in_title(text: str, at: int) -> bool:
    """Whether a position stands within quotation marks."""
    opened = max(text.rfind(mark, 0, at) for mark in "“«")
    return opened > max(text.rfind(mark, 0, at) for mark in "”»")


def _asks_for_date(citation: Citation) -> bool:
    return citation.act == "resolution" and citation.date is None and citation.organ in _PRINCIPAL


def _dated(text: str, run: CitationRun, behind: Sequence[CitationRun], date: str) -> bool:
    """Whether a date that stands near serves a run that has none: of the next item of a list, or of the sentence."""
    following = behind[0] if behind else None
    if following and following.start - run.end <= NEAR and following.citations[-1].date:
        return True
    own = [c.date_span for r in (run, *behind) for c in r.citations if c.date_span]
    low = max(0, run.start - 2 * NEAR)
    around = re.finditer(date, text[low:])
    return any(not any(a <= low + found.start() < b for a, b in own) for found in around)


def citation(text: Text) -> Iterator[Remark]:
    """Yield a remark for each citation whose number or date cannot be."""
    known = text.language
    for doubt in doubts(text.resolution.paragraphs, text.speaker, known.references, known.citations):
        yield text.remark("citation", doubt.note, doubt.paragraph, (doubt.citation.start, doubt.citation.end))
