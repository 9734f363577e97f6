"""What a comparison leaves out, told: metadata, wrappers, notes without bodies."""

from collections.abc import Iterator
from typing import Literal

from travaux.model.comparison import NotCompared
from travaux.model.document import Metadatum, Resolution

_WHAT = {
    "symbol": "symbol",
    "masthead": "masthead",
    "distribution": "masthead",
    "date": "date of issue",
    "session": "session",
    "agenda_item": "agenda item",
    "heading": "heading above the title",
    "sponsors": "sponsors",
    "action": "adoption line",
    "provenance": "provenance",
    "number": "number",
    "adopted": "adoption line",
    "meeting": "meeting",
    "adopted_on": "date of adoption",
    "vote": "vote",
    "other": "line outside the text",
}
"""Name of each kind of metadata for a reader; dividers and running heads are not worth one."""


def omitted(given: Resolution, compared: Resolution, side: Literal["old", "new"]) -> Iterator[NotCompared]:
    """Yield what of one side is not in the comparison: its metadata, and the wrapper around a draft."""
    metadata = list(compared.metadata)
    if compared in given.transmits:
        metadata += [m for m in given.metadata if m not in metadata]
        words = [p.text for p in given.paragraphs if p.part in ("opening", "preambular", "operative")]
        yield NotCompared(side=side, what="wrapper", text=" ".join(words), reason="it transmits the draft")
    yield from _by_kind(metadata, side)


def _by_kind(metadata: list[Metadatum], side: Literal["old", "new"]) -> Iterator[NotCompared]:
    texts: dict[str, list[str]] = {}
    for item in metadata:
        if item.kind in _WHAT:
            texts.setdefault(_WHAT[item.kind], []).append(item.text.strip())
    for what, words in texts.items():
        yield NotCompared(side=side, what=what, text="; ".join(words), reason="metadata")


def without_note_bodies(old: Resolution, new: Resolution) -> tuple[NotCompared, ...]:
    """Return what is to be said where at least one side has no footnotes."""
    sides: tuple[tuple[Literal["old", "new"], Resolution, Resolution], ...] = (("old", old, new), ("new", new, old))
    return tuple(
        NotCompared(
            side=side,
            what=f"{len(having.notes)} footnote{'s' * (len(having.notes) != 1)}",
            reason=f"the {'new' if side == 'old' else 'old'} file has no footnote bodies",
        )
        for side, having, lacking in sides
        if having.notes and not lacking.notes
    )
