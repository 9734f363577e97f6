"""The drafts of a dossier, the latest first, with or without the lines that join them."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from heapq import heapify, heappop, heappush

from travaux.model.evidence import Catalogue, Dossier, Revision
from travaux.renderers.text.layout import table
from travaux.renderers.text.view import View
from travaux.renderers.text.wrapping import Run, wrap, wrap_text
from travaux.renderers.wording.harmless import one_line
from travaux.renderers.wording.numerals import counted, listed
from travaux.renderers.wording.revisions import Names, particulars

INDENT = 4
"""Columns before what is told of a draft."""
NARROWEST = 24
"""Columns for what is told of a draft beside many lanes: there a line is longer than the width. Range: 16 to 40."""


def catalogue(found: Catalogue, view: View) -> Iterator[str]:
    """Yield one line for each dossier: how many drafts it has, and its latest."""
    rows = []
    for dossier in found.dossiers:
        latest = next((r for r in dossier.revisions if r.ordinal == dossier.latest), None)
        last = f", the latest @{latest.ordinal} {one_line(latest.name)}{particulars(latest)}" if latest else ""
        title = f"\n{one_line(latest.record.title)}" if latest and latest.record.title else ""
        rows.append((dossier.id, f"{counted(len(dossier.revisions), 'draft')}{last}{title}"))
    yield from table(rows, view.width)
    if not rows:
        yield "The archive is empty; travaux add FILE records a draft."


def log(dossier: Dossier, view: View, *, graph: bool) -> Iterator[str]:
    """Yield the drafts of a dossier, the latest first."""
    order = _order(dossier)
    names = Names(dossier.revisions)
    lanes = _lanes(order) if graph else [("", "")] * len(order)
    widest = max((len(lane) for both in lanes for lane in both), default=0)
    for revision, (beside, below) in zip(order, lanes, strict=True):
        room = max(view.width - widest - INDENT, NARROWEST)
        lane = view.ink.paint("faint", beside) + " " * (widest - len(beside))
        first, *rest = _head(dossier, revision, view, room)
        yield lane + first
        lane = view.ink.paint("faint", below) + " " * (widest - len(below) + INDENT)
        for line in (*rest, *_details(revision, names, room)):
            yield lane + line


def _head(dossier: Dossier, revision: Revision, view: View, room: int) -> list[str]:
    """What the draft is; the first line begins left of the others, by an indentation."""
    known = revision.record
    called = one_line(known.symbol or known.title or known.origin.name)
    ends = "  (latest)" if revision.ordinal == dossier.latest else ""
    said: list[Run] = [("strong", f"@{revision.ordinal}"), ("keep", f"  {called}{particulars(revision)}{ends}")]
    first = wrap(said, room + INDENT, view.ink)
    return first if len(first) == 1 else wrap(said, room, view.ink)


def _details(revision: Revision, names: Names, room: int) -> Iterator[str]:
    known = revision.record
    if known.bases:
        yield from wrap_text(f"after {listed([names.whole(base.ordinal) for base in known.bases])}", room)
    if known.sponsors:
        yield from wrap_text(f"sponsors: {one_line(', '.join(known.sponsors))}", room)
    when = datetime.fromtimestamp(revision.recorded, UTC).strftime("%Y-%m-%d %H:%M UTC")
    yield from wrap_text(f"from {one_line(known.origin.name)}; recorded {when} by {one_line(revision.recorder)}", room)


def _order(dossier: Dossier) -> list[Revision]:
    """What was made from others before these; the latest first, else by ordinal, the higher first."""
    known = {r.ordinal: r for r in dossier.revisions}
    heirs = dict.fromkeys(known, 0)
    for revision in known.values():
        for base in revision.record.bases:
            heirs[base.ordinal] += 1
    ready = [(ordinal != dossier.latest, -ordinal) for ordinal, number in heirs.items() if not number]
    heapify(ready)
    order = []
    while ready:
        order.append(known[-heappop(ready)[1]])
        for base in order[-1].record.bases:
            heirs[base.ordinal] -= 1
            if not heirs[base.ordinal]:
                heappush(ready, (True, -base.ordinal))
    return order


def _lanes(order: Sequence[Revision]) -> list[tuple[str, str]]:
    """For each draft the lanes beside it, `*` its own and `|` those that pass, and the lanes beneath it."""
    lanes: list[int | None] = []
    out = []
    for revision in order:
        if revision.ordinal not in lanes:
            lanes.append(revision.ordinal)
        own = lanes.index(revision.ordinal)
        beside = _drawn(lanes, own)
        bases = [base.ordinal for base in revision.record.bases]
        lanes = [None if lane == revision.ordinal else lane for lane in lanes]
        for base in bases:
            if base not in lanes:
                free = own if lanes[own] is None else len(lanes)
                lanes[free : free + 1] = [base]
        while lanes and lanes[-1] is None:
            lanes.pop()
        out.append((beside, _drawn(lanes)))
    return out


def _drawn(lanes: Sequence[int | None], own: int | None = None) -> str:
    return "".join("* " if at == own else "| " if lane is not None else "  " for at, lane in enumerate(lanes))
