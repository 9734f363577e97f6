"""Who brought which words, paragraph by paragraph or word by word."""

from collections.abc import Iterator

from travaux.model.evidence import Blame, BlamedParagraph, Dossier, Run
from travaux.renderers.text.ink import columns
from travaux.renderers.text.layout import GAP, clipped
from travaux.renderers.text.view import View
from travaux.renderers.text.wrapping import wrap_text
from travaux.renderers.wording.harmless import harmless, one_line
from travaux.renderers.wording.revisions import Names

_FRAME = frozenset({"title", "opening"})
LEAST = 20
"""Columns for words beside the names of drafts. Range: 10 to 40."""


def blamed(blame: Blame, dossier: Dossier, view: View, *, words: bool) -> Iterator[str]:
    """Yield the lines of a blame; a title and an opening line are left out unless they are asked for."""
    names = Names(dossier.revisions)
    paragraphs = [p for p in blame.paragraphs if view.everything or len(blame.paragraphs) == 1 or p.part not in _FRAME]
    yield view.ink.paint("strong", f"{blame.dossier}@{blame.revision}  {names.whole(blame.revision)}")
    yield ""
    if words:
        yield from _by_words(paragraphs, names, view)
    else:
        yield from _by_paragraphs(paragraphs, names, view)


def _by_paragraphs(paragraphs: list[BlamedParagraph], names: Names, view: View) -> Iterator[str]:
    """One line each: number, the draft that first had it, the one that last changed it, its first words."""
    rows = []
    for p in paragraphs:
        since, changed = names.short(p.since), names.short(p.changed)
        words = harmless("".join(run.text for run in p.runs))
        rows.append((one_line(p.address), since, changed if p.changed != p.since else "", words))
    heads = ("", "since", "changed", "")
    widths = [max(columns(row[at]) for row in (heads, *rows)) + GAP for at in range(3)]
    room = max(view.width - sum(widths), LEAST)
    yield view.ink.paint("faint", "".join(_padded(heads[at], widths[at]) for at in range(3)).rstrip())
    for row in rows:
        yield "".join(_padded(row[at], widths[at]) for at in range(3)) + clipped(row[3], room)


def _by_words(paragraphs: list[BlamedParagraph], names: Names, view: View) -> Iterator[str]:
    ordinals = {run.since for p in paragraphs for run in p.runs}
    gutter = max((columns(names.short(o)) for o in ordinals), default=0) + GAP
    room = max(view.width - gutter, LEAST)
    for number, paragraph in enumerate(paragraphs):
        if number:
            yield ""
        if len(paragraphs) > 1:
            yield view.ink.paint("strong", one_line(paragraph.address))
        for run in paragraph.runs:
            lines = [line.strip() for line in wrap_text(harmless(run.text).strip() or "(space)", room)]
            for at, line in enumerate(lines):
                yield _padded("" if at else names.short(run.since), gutter) + line
            if run.before is not None:
                yield " " * gutter + view.ink.paint("faint", f"· {_returned(run, names)}")


def _returned(run: Run, names: Names) -> str:
    """When words stood before that were put back."""
    if run.before is None:
        return ""
    since, until = names.short(run.before.since), names.short(run.before.until)
    where = f"in {since}" if since == until else f"from {since} to {until}"
    return f"put back; stood before {where}"


def _padded(text: str, width: int) -> str:
    return text + " " * (width - columns(text))
