"""References to paragraphs of the same text: numbers that follow their paragraph, and those that were left behind."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from travaux.contracts import Kind
from travaux.kinds.edits import Part
from travaux.kinds.reading import Altered, Claim, Reading
from travaux.model.comparison import Reference
from travaux.text import fold

_SAID: Final = {
    "stale": "“{}” kept its number, and the paragraph that it named has another one or is gone",
    "retargeted": "“{}” names another paragraph than before",
    "dangling": "“{}” leads nowhere",
}
_Span = tuple[int, int]


def find(reading: Reading) -> Iterator[Claim]:
    """Yield a mechanical claim for each change whose altered numbers follow, and one of substance for each left behind.

    A reference that leads nowhere in both texts is no change. One that was left behind is told of unaltered words too.
    """
    by_change: defaultdict[str, list[Reference]] = defaultdict(list)
    for reference in reading.references:
        by_change[reference.change].append(reference)
    altered = {each.change.id: each for each in reading.altered}
    roots = _roots(reading) if by_change else {}
    for change in reading.changes:
        references = by_change.get(change.id, [])
        words = altered.get(change.id)
        if words is not None and (claim := _following(words, references, roots)):
            yield claim
        for reference in references:
            if reference.outcome in _SAID and _is_change(reference):
                parts = tuple(p for p in words.left if _within(p, reference)) if words else ()
                yield Claim(
                    kind="reference",
                    layer="substantive",
                    rule=f"reference-{reference.outcome}",
                    note=_SAID[reference.outcome].format(reference.text),
                    places=((change.id, parts),),
                    causes=_rooted(reference.causes, roots),
                )


def _is_change(reference: Reference) -> bool:
    """Whether it named a paragraph before, or is new."""
    return reference.old_target is not None or reference.old_number is None


def _roots(reading: Reading) -> dict[str, tuple[str, ...]]:
    """For each change that only has another number, the changes before it by which it came to have it."""
    before: defaultdict[str, list[str]] = defaultdict(list)
    roots: dict[str, tuple[str, ...]] = {}
    for change in reading.changes:
        part = reading.part(change)
        if change.relation != "kept" or change.moved or change.transferred:
            before[part].append(change.id)
        elif change.renumbered:
            roots[change.id] = tuple(before[part])
    return roots


def _rooted(causes: Sequence[str], roots: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The causes; in place of a renumbering what it comes from, where that is known."""
    return tuple(dict.fromkeys(root for cause in causes for root in roots.get(cause) or (cause,)))


def _following(altered: Altered, references: Sequence[Reference], roots: Mapping[str, tuple[str, ...]]) -> Claim | None:
    """The claim that the numbers of a change follow; None where none of its altered words is such a number."""
    follow = [r for r in references if r.outcome == "consequential"]
    parts = [part for part in altered.left if _explained(part, altered, follow)]
    if not parts:
        return None
    moved = [r for r in follow if any(_touches(part, r) for part in parts)]
    numbers = ", ".join(f"{r.old_number} → {r.new_number}" for r in moved)
    return Claim(
        kind="reference",
        layer="mechanical",
        rule="reference-follows",
        note=f"the number follows its paragraph: {numbers}" if len(moved) == 1 else f"the numbers follow: {numbers}",
        places=((altered.change.id, tuple(parts)),),
        causes=_rooted([cause for r in moved for cause in r.causes], roots),
    )


def _explained(part: Part, altered: Altered, follow: Sequence[Reference]) -> bool:
    """Whether nothing differs in a part but numbers that follow."""
    if any(_within(part, reference) for reference in follow):
        return True
    inside = [r for r in follow if _touches(part, r)]
    if not inside:
        return False
    old_range, new_range = _ranges(part)
    old_rest = _without(altered.old, old_range, [r.old_span for r in inside if r.old_span])
    new_rest = _without(altered.new, new_range, [r.new_span for r in inside if r.new_span])
    return old_rest is not None and old_rest == new_rest


def _without(text: str, whole: _Span, spans: Sequence[_Span]) -> str | None:
    """What stands in a range beside some spans of it, folded; None where one reaches out of it."""
    rest, at = "", whole[0]
    for start, end in sorted(spans):
        if start < at or end > whole[1]:
            return None
        rest += text[at:start] + "#"
        at = end
    return fold(rest + text[at : whole[1]])


def _ranges(part: Part) -> tuple[_Span, _Span]:
    """The dropped and the added words of a part as ranges, without the space behind them."""
    old, new = part.stretch.old_start, part.stretch.new_start
    return (old, old + len(part.old)), (new, new + len(part.new))


def _within(part: Part, reference: Reference) -> bool:
    """Whether the words of a part stand inside the number of a reference, on both sides."""
    spans = (reference.old_span, reference.new_span)
    return all(
        span is not None and span[0] <= start and end <= span[1]
        for (start, end), span in zip(_ranges(part), spans, strict=True)
    )


def _touches(part: Part, reference: Reference) -> bool:
    """Whether the number of a reference and the words of a part overlap, on both sides."""
    spans = (reference.old_span, reference.new_span)
    return all(
        span is not None and span[0] < end and start < span[1]
        for (start, end), span in zip(_ranges(part), spans, strict=True)
    )


KIND = Kind(
    name="reference",
    finds={"reference": "the number of a paragraph in the words of another: it follows, or it was left behind"},
    find=find,
)
