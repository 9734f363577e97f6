"""What became of whole paragraphs and notes: added, removed, split, merged, moved, transferred, renumbered."""

from collections.abc import Iterator

from travaux.contracts import Kind
from travaux.kinds.edits import Part
from travaux.kinds.reading import Claim, Reading
from travaux.kinds.seams import seams
from travaux.model.comparison import Change
from travaux.text import fold

_NUMBER = "the paragraph has another number"
_NUMBERED = ("preambular", "operative", "annex")
_PARTS = {"preambular": "the preamble", "operative": "the operative part", "annex": "an annex", "heading": "a heading"}


def find(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each whole paragraph that changed, and one for all that were renumbered by the same cause."""
    held = {altered.change.id: seams(altered, reading.language) for altered in reading.altered if _sewn(altered.change)}
    for change in reading.changes:
        yield from _whole(change, "paragraph", held.get(change.id, ()))
        if change.moved and change.relation == "kept":
            yield _claim(change, "move", "mechanical", "moved", "moved; the words that stayed are the same")
        if change.transferred:
            old, new = (sorted({_PARTS.get(p.part, "the text") for p in side}) for side in _sides(reading, change))
            told = f"from {' and '.join(old)} to {' and '.join(new)}: {_weight(old, new)}"
            yield _claim(change, "transfer", "substantive", "transferred", told, held.get(change.id, ()))
        if change.emphasis or (not change.altered and change.relation == "kept" and _differs(change)):
            told = "only emphasis differs" if change.emphasis else "only quotation marks, hyphens or spaces differ"
            yield _claim(change, "typo", "mechanical", "typing", told)
    yield from _led_elsewhere(reading)
    for change in reading.note_changes:
        yield from _whole(change, "note")
        if change.relation == "kept" and change.renumbered:
            yield _claim(change, "note", "mechanical", "note-renumbered", "the note has another number")
    yield from _renumbered(reading)


def _sewn(change: Change) -> bool:
    return change.transferred or change.relation != "kept"


def _claim(  # noqa: PLR0913, PLR0917 - what a claim is made of
    change: Change, kind: str, layer: str, rule: str, told: str, parts: tuple[Part, ...] = ()
) -> Claim:
    return Claim(kind, layer, rule, told, ((change.id, parts),))  # type: ignore[arg-type]


def _whole(change: Change, noun: str, parts: tuple[Part, ...] = ()) -> Iterator[Claim]:
    match change.relation:
        case "added":
            yield _claim(change, "add", "substantive", f"{noun}-added", f"a {noun} was added")
        case "removed":
            yield _claim(change, "del", "substantive", f"{noun}-removed", f"a {noun} was removed")
        case "split":
            told = f"one {noun} became {len(change.new)}{_same(change)}"
            yield _claim(change, "split", "substantive", f"{noun}-split", told, parts)
        case "merged":
            told = f"{len(change.old)} {noun}s became one{_same(change)}"
            yield _claim(change, "merge", "substantive", f"{noun}s-merged", told, parts)
        case "regrouped":
            told = f"{len(change.old)} {noun}s became {len(change.new)}{_same(change)}"
            yield _claim(change, "merge", "substantive", f"{noun}s-regrouped", told, parts)
        case "kept":
            return


def _same(change: Change) -> str:
    return "" if change.altered else "; the words are the same"


def _differs(change: Change) -> bool:
    return any(segment.op != "keep" for segment in change.redline)


def _sides(reading: Reading, change: Change) -> tuple[list, list]:  # type: ignore[type-arg]
    return reading.olds(change), reading.news(change)


def _weight(old: list[str], new: list[str]) -> str:
    if new == ["the preamble"]:
        return "it no longer stands among what is decided or requested"
    return (
        "it now stands among what is decided or requested" if old == ["the preamble"] else "it stands in another part"
    )


def _led_elsewhere(reading: Reading) -> Iterator[Claim]:
    """Marks of notes that lead to another note than before, of which the words are others."""
    heirs = {key: change.new for change in reading.note_changes for key in change.old}
    olds, news = ({n.id: fold(n.text) for n in side.notes} for side in (reading.old, reading.new))
    for change in reading.changes if heirs else ():
        if change.relation != "kept":
            continue
        one, other = ([m.note for p in side for m in p.marks if m.note] for side in _sides(reading, change))
        if len(one) == len(other) and any(
            heirs.get(a) and b not in heirs[a] and olds[a] != news[b] for a, b in zip(one, other, strict=True)
        ):
            told = "a mark leads to another note than before"
            yield _claim(change, "note", "substantive", "note-exchanged", told)


def _renumbered(reading: Reading) -> Iterator[Claim]:
    """One claim for each run of paragraphs with other numbers; its causes came or went since the run before.

    Like are those below one paragraph, in one section or annex; where none of these came or went, it is that paragraph
    which has another number or another place.
    """
    causes: dict[tuple[str, str], list[str]] = {}
    runs: list[tuple[tuple[str, ...], list[str]]] = []
    last: dict[tuple[str, str], list[str]] = {}
    run_of: dict[str, list[str]] = {}
    turned: dict[str, str] = {}
    for change in reading.changes:
        part = reading.part(change)
        if part not in _NUMBERED:
            continue
        key = (change.new or change.old)[0]
        above = key.rpartition(".")[0]
        held = causes.setdefault((part, above), [])
        if change.relation != "kept" or change.moved or change.transferred:
            held.append(change.id)
            turned.update(dict.fromkeys(change.new, change.id))
            if change.moved and change.renumbered and change.relation == "kept" and not change.transferred:
                yield Claim("renum", "mechanical", "renumbered", _NUMBER, ((change.id, ()),), (change.id,))
        elif change.renumbered:
            run = last.get((part, above))
            if held or run is None:
                run = run_of.get(above) if not held else None
                if run is None:
                    run = []
                    since = held or ([turned[above]] if above in turned else [])
                    runs.append((tuple(since), run))
                last[part, above] = run
                held.clear()
            run.append(change.id)
            run_of[key] = run
    for because, run in runs:
        number = f"{len(run)} paragraphs have other numbers" if len(run) > 1 else _NUMBER
        yield Claim("renum", "mechanical", "renumbered", number, tuple((key, ()) for key in run), because)


KIND = Kind(
    name="structure",
    finds={
        "add": "a paragraph or note added",
        "del": "a paragraph or note removed",
        "split": "one paragraph became several",
        "merge": "several paragraphs became fewer",
        "transfer": "from the preamble to the operative part, or the other way round",
        "move": "in another place, with the same words",
        "renum": "another number, with the same words",
        "typo": "only quotation marks, hyphens, spaces or emphasis differ",
        "note": "a note with another number or place; the date of a citation completed",
    },
    find=find,
)
