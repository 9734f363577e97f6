"""Negotiation: alternatives of a paragraph, who proposes what, what has been agreed."""

import re
from collections.abc import Iterator
from typing import Final

from travaux.contracts import Kind
from travaux.kinds.edits import Edit
from travaux.kinds.lexicon import lexicon
from travaux.kinds.reading import Altered, Claim, Reading
from travaux.labels import readings
from travaux.model.document import Paragraph, Resolution

_MARKS: Final = re.compile(r"\[[^\]]+\]")
_LABELS: Final = ("PP", "OP")
_NOTHING: Final = " ,;.[]()"


def find(reading: Reading) -> Iterator[Claim]:
    """Yield what the marks of a text under negotiation say; nothing where neither text is one."""
    if not (negotiated(reading.old) or negotiated(reading.new)):
        return
    for change in reading.changes:
        told = _alternatives(reading.olds(change), reading.news(change))
        if told:
            yield Claim("alt", "substantive", told[0], told[1], ((change.id, ()),))
    patterns = lexicon(reading.language.meanings).patterns
    for altered in reading.altered:
        for kind, told_as in (("status", "what is agreed"), ("attrib", "who proposes or supports")):
            numbers = [n for n, edit in enumerate(altered.edits) if kind == _tagged(altered, edit, patterns)]
            parts = tuple(part for part in altered.left if part.edit in numbers)
            if parts:
                words = "; ".join(dict.fromkeys(filter(None, (_told(part.old, part.new) for part in parts))))
                layer = "mechanical" if kind == "attrib" else "substantive"
                yield Claim(kind, layer, kind, f"{words}: {told_as}", ((altered.change.id, parts),))  # type: ignore[arg-type]


def negotiated(text: Resolution) -> bool:
    """Whether a text is under negotiation: its paragraphs are labelled PP and OP, or words stand in square brackets."""
    return any(
        (p.label or "").upper().startswith(_LABELS) or _MARKS.search(p.text)
        for p in text.paragraphs
        if p.part in ("preambular", "operative")
    )


def alternative(paragraphs: list[Paragraph]) -> bool:
    """Whether the first of some paragraphs is an alternative: "OP5 alt 2"."""
    label = paragraphs[0].label if paragraphs else None
    found = readings(label) if label and "alt" in label.lower() else ()
    return any(step.alternative is not None for step in found[0].steps) if found else False


def _alternatives(olds: list[Paragraph], news: list[Paragraph]) -> tuple[str, str] | None:
    old, new = alternative(olds), alternative(news)
    if new and not olds:
        return "alt-added", f"{news[0].label}: another wording is proposed"
    if old and not news:
        return "alt-dropped", f"{olds[0].label}: this wording is no longer proposed"
    if old and news and not new:
        return "alt-chosen", f"{olds[0].label}: this wording was chosen"
    return None


def _tagged(altered: Altered, edit: Edit, patterns: dict[str, re.Pattern[str]]) -> str:
    """`status` or `attrib` where an edit holds nothing else; else nothing."""
    old_start, old_end, new_start, new_end = edit.stretch
    if _inside(altered.old, old_start, old_end, patterns) and _inside(altered.new, new_start, new_end, patterns):
        return "attrib"
    sides = altered.old[old_start:old_end], altered.new[new_start:new_end]
    without = [patterns["status"].sub("", side) for side in sides]
    bare = [patterns["attribution"].sub("", side).strip(_NOTHING) for side in without]
    if bare[0] != bare[1]:
        return ""
    if list(sides) != without:
        return "status"
    return "attrib" if any(patterns["attribution"].search(side) for side in sides) else ""


def _inside(text: str, start: int, end: int, patterns: dict[str, re.Pattern[str]]) -> bool:
    """Whether an edit stands in words that attribute: "(EU, NOR)"."""
    return any(m.start() < start and end < m.end() for m in patterns["attribution"].finditer(text))


def _told(old: str, new: str) -> str:
    old, new = old.strip(_NOTHING), new.strip(_NOTHING)
    if old and new:
        return f"“{old}” → “{new}”"
    return f"“{new or old}” {'added' if new else 'dropped'}" if new or old else ""


KIND: Final = Kind(
    name="negotiation",
    finds={
        "alt": "an alternative wording of a paragraph added, chosen or dropped",
        "status": "what has been agreed",
        "attrib": "who proposes or supports",
    },
    find=find,
)
