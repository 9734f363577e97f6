"""What an editor would ask about a text, as a person at a terminal reads it, and where the rules come from."""

from collections import Counter
from collections.abc import Iterator, Sequence

from travaux.model.checks import Lint, Remark
from travaux.renderers.text.ink import columns
from travaux.renderers.text.layout import GAP, INDENT, table
from travaux.renderers.text.view import View
from travaux.renderers.text.wrapping import wrap_text
from travaux.renderers.wording.harmless import one_line
from travaux.renderers.wording.numerals import counted, listed
from travaux_cli.console.heads import headed

WIDEST_PLACE = 20
"""Columns of the number of a paragraph beside which a remark is hung (range 12 to 30)."""
NARROWEST = 20
"""Columns left for a remark at least (range 16 to 30)."""


def linted(found: Lint, view: View, files: Sequence[str]) -> Iterator[str]:
    """Yield the remarks on a text, in its order, and beneath them the source of each rule that speaks."""
    yield from headed(found, view, files)
    yield ""
    yield from wrap_text(_summary(found), view.width)
    if found.remarks:
        yield ""
        yield from _remarks(found.remarks, view)
        yield ""
        sources = {remark.rule: remark.source for remark in found.remarks}
        yield "Where the rules come from:"
        yield from table([(rule, one_line(source)) for rule, source in sources.items()], view.width)
    for number, unchecked in enumerate(found.unchecked):
        if not number:
            yield ""
        yield from wrap_text(f"Not checked: {one_line(unchecked)}.", view.width)


def _summary(found: Lint) -> str:
    rules = Counter(remark.rule for remark in found.remarks)
    if not rules:
        return "Nothing that an editor would ask about."
    told = listed([f"{number:,} on {rule}" for rule, number in rules.most_common()])
    return (
        f"{counted(len(found.remarks), 'remark')}: {told}."
        if len(rules) > 1
        else f"{counted(len(found.remarks), 'remark')}."
    )


def _remarks(remarks: Sequence[Remark], view: View) -> Iterator[str]:
    places = [_where(remark) for remark in remarks]
    gutter = INDENT + min(max(map(columns, places)), WIDEST_PLACE) + GAP
    before = None
    for remark, place in zip(remarks, places, strict=True):
        said = f"{remark.rule}: {one_line(remark.note)}"
        where = " " * INDENT + (place if place != before else "")
        lines = wrap_text(said, max(view.width - gutter, NARROWEST))
        if columns(where) + GAP > gutter:
            yield where
            where = ""
        for line in lines:
            yield where + " " * (gutter - columns(where)) + line
            where = ""
        before = place


def _where(remark: Remark) -> str:
    draft = f"draft {remark.draft}" if remark.draft else ""
    return ", ".join(filter(None, (draft, one_line(remark.address or "")))) or "whole text"
