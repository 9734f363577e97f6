"""The first sentence of a report: how many paragraphs there are, and what became of them."""

from collections import Counter
from collections.abc import Iterable, Sequence

from travaux.model.comparison import Change, Comparison, Layer
from travaux.renderers.wording.addresses import Addresses
from travaux.renderers.wording.numerals import counted, listed
from travaux.renderers.wording.relations import different, forms

_NUMBERED = frozenset({"preambular", "operative", "other"})
_LESSER: tuple[Layer, ...] = ("mechanical", "editorial")
_ELSEWHERE = {
    "title": ("the title", "titles"),
    "opening": ("the opening line", "opening lines"),
    "heading": ("1 heading", "headings"),
    "annex": ("1 paragraph of annexes", "paragraphs of annexes"),
    "closing": ("1 closing line", "closing lines"),
    "other": ("1 other paragraph", "other paragraphs"),
}


def summary(comparison: Comparison, addresses: Addresses) -> str:
    """Return what happened, in sentences.

    Counts preambular and operative paragraphs, subparagraphs too, and plain ones; where there are none, all
    paragraphs. Each old paragraph is counted once, in the same way as in the value's own summary.
    """
    numbered = [c for c in comparison.changes if _NUMBERED & addresses.parts(c)]
    rest = [c for c in comparison.changes if not _NUMBERED & addresses.parts(c)] if numbered else []
    changes = numbered or comparison.changes
    sentences = [_paragraphs(changes, comparison), *_elsewhere(rest, addresses)]
    sentences.extend(_notes(comparison.note_changes))
    if not _is_counted(changes, rest, comparison.note_changes):
        sentences.extend(_substance([*comparison.changes, *comparison.note_changes]))
    return " ".join(sentences)


def _paragraphs(changes: Sequence[Change], comparison: Comparison) -> str:
    old, new = sum(len(c.old) for c in changes), sum(len(c.new) for c in changes)
    if not old and not new:
        return "There are no paragraphs in either text."
    references = _references(comparison)
    if not any(different(c) for c in changes):
        return f"{counted(old, 'paragraph')} kept, in order, under the same numbers, all unchanged."
    if all(_in_place(c) for c in changes):
        kept = f"{counted(old, 'paragraph')} kept, in order, under the same numbers"
        return f"{kept}: {_rewordings(changes)}{references}."
    return f"{counted(old, 'paragraph')} became {new:,}: {_figures(changes)}{references}."


def _in_place(change: Change) -> bool:
    return change.relation == "kept" and not (change.moved or change.renumbered or change.transferred)


def _rewordings(changes: Sequence[Change]) -> str:
    """`14 unchanged, 15 reworded`, or by layer where there is more than one."""
    altered = [c for c in changes if c.altered]
    parts = [f"{len(changes) - len(altered):,} unchanged"] if len(altered) < len(changes) else []
    layers = Counter(c.layer for c in altered)
    if not any(layers[name] for name in _LESSER):
        said = _of_them(sum(map(bool, map(forms, altered))), len(altered), "only in form", single="only in form")
        return ", ".join([*parts, f"{len(altered):,} reworded{said}"])
    parts.extend(f"{layers[name]:,} with {name} changes" for name in _LESSER if layers[name])
    return ", ".join([*parts, f"{layers['substantive'] or 'none'} of substance"])


def _figures(changes: Sequence[Change]) -> str:
    """What became of the old paragraphs, each counted once, and how many were added."""
    kinds = Counter[str]()
    within = Counter[str]()
    for change in changes:
        kind = _kind(change)
        kinds[kind] += len(change.old) or 1
        within[kind] += change.renumbered if kind == "unchanged" else change.altered
        within["form"] += kind == "reworded" and bool(forms(change))
    extra = {
        "unchanged": _of_them(within["unchanged"], kinds["unchanged"], "renumbered"),
        "reworded": _of_them(within["form"], kinds["reworded"], "only in form", single="only in form"),
        "moved": _of_them(within["moved"], kinds["moved"], "reworded"),
        "transferred": _of_them(within["transferred"], kinds["transferred"], "reworded"),
    }
    order = (
        "unchanged", "reworded", "moved", "transferred", "split", "merged", "regrouped", "removed", "added",
    )  # fmt: skip
    return ", ".join(f"{kinds[kind]:,} {kind}{extra.get(kind, '')}" for kind in order if kinds[kind])


def _kind(change: Change) -> str:
    if change.relation != "kept":
        return change.relation
    if change.transferred or change.moved:
        return "transferred" if change.transferred else "moved"
    return "reworded" if change.altered else "unchanged"


def _of_them(part: int, whole: int, what: str, *, single: str = "") -> str:
    if not part:
        return ""
    if part == whole == 1:
        return f" ({single or f'and {what}'})"
    return f" ({'all' if part == whole else f'{part:,}'} {what})"


def _references(comparison: Comparison) -> str:
    outcomes = Counter(r.outcome for r in comparison.references)
    said = []
    if follow := outcomes["consequential"]:
        said.append(f"{counted(follow, 'reference')} {'follows' if follow == 1 else 'follow'} a renumbering")
    said.extend(
        f"{counted(number, 'reference')} {'is' if number == 1 else 'are'} {outcome}"
        for outcome in ("stale", "retargeted", "dangling")
        if (number := outcomes[outcome])
    )
    return f"; {listed(said)}" if said else ""


def _elsewhere(changes: Iterable[Change], addresses: Addresses) -> Iterable[str]:
    """What changed in titles, headings and annexes."""
    parts = Counter(min(addresses.parts(c)) for c in changes if different(c))
    said = [f"{n:,} {_ELSEWHERE[p][1]}" if n > 1 else _ELSEWHERE[p][0] for p, n in parts.items()]
    if said:
        yield f"Also changed: {listed(said)}."


def _notes(changes: Sequence[Change]) -> Iterable[str]:
    kinds = Counter[str]()
    for change in changes:
        kinds["reworded" if change.relation == "kept" and change.altered else change.relation] += 1
    order = {"kept": "unchanged", "reworded": "reworded", "split": "split", "merged": "merged",
             "regrouped": "regrouped", "removed": "removed", "added": "added"}  # fmt: skip
    said = ", ".join(f"{kinds[kind]:,} {word}" for kind, word in order.items() if kinds[kind])
    if said:
        yield f"Notes: {said}."


def _is_counted(changes: Sequence[Change], rest: Sequence[Change], notes: Sequence[Change]) -> bool:
    """Whether the figures have told already how many changes of substance there are, by layer or as none."""
    altered = [c for c in changes if c.altered]
    by_layer = not altered or any(c.layer in _LESSER for c in altered)
    return all(map(_in_place, changes)) and by_layer and not any(c.layer == "substantive" for c in (*rest, *notes))


def _substance(changes: Sequence[Change]) -> Iterable[str]:
    layers = Counter(c.layer for c in changes if different(c))
    number = layers["substantive"]
    said = f"{counted(number, 'change')} of substance" if number else "No change of substance"
    yield ", ".join([said, *(f"{layers[name]:,} {name}" for name in reversed(_LESSER) if layers[name])]) + "."
