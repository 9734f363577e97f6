"""What a comparison leaves out, told: metadata, wrappers, drafts, notes without bodies."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from travaux.model.comparison import NotCompared
from travaux.model.document import Metadatum, Resolution
from travaux.pipeline.counterparts import Counterpart

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


def omitted(counterpart: Counterpart, side: Literal["old", "new"]) -> Iterator[NotCompared]:
    """Yield what of one side is not in the comparison: its metadata, the wrapper around a draft, other drafts."""
    metadata = list(counterpart.text.metadata)
    for wrapper in counterpart.way[-2::-1]:
        metadata += [m for m in wrapper.metadata if m not in metadata]
        words = [p.text for p in wrapper.paragraphs if p.part in ("opening", "preambular", "operative")]
        yield NotCompared(side=side, what="wrapper", text=" ".join(words), reason="it transmits the draft")
    other = "new" if side == "old" else "old"
    for draft, within in drafts_left(counterpart):
        reason = "another draft was compared" if within else f"the {other} text has no draft to compare it with"
        yield NotCompared(side=side, what=draft_in_words(draft), text=draft.title or "", reason=reason)
    yield from _by_kind(metadata, side)


def drafts_left(counterpart: Counterpart) -> Iterator[tuple[Resolution, bool]]:
    """Yield the transmitted drafts that are not compared, each with whether it stands beside one that is."""
    for wrapper, chosen in pairwise(counterpart.way):
        yield from ((draft, True) for draft in wrapper.transmits if draft is not chosen)
    if not counterpart.woven:
        yield from ((draft, False) for draft in counterpart.way[-1].transmits)


def draft_in_words(draft: Resolution) -> str:
    """Return what a transmitted draft is, with how much it holds."""
    held = {
        "paragraph": sum(p.part not in ("title", "opening") for p in draft.paragraphs),
        "note": len(draft.notes),
        "draft": len(draft.transmits),
    }
    told = ", ".join(f"{number:,} {noun}{'s' * (number != 1)}" for noun, number in held.items() if number)
    return f"transmitted {draft.kind}{f' ({told})' if told else ''}"


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
