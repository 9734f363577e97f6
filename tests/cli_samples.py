"""Comparisons written by hand: one line a change, in the marks of the plain report.

    PP2 : Reaffirming the {+purposes and +}principles of the Charter,
    OP4 -> OP3 OP4 : Requests a register[-, and -]{+;¶Also +}calls for points;
    OP7 -> : [-Regrets the lack of funding;-]
    OP3 -> OP6 moved : Invites the commissions to meet;
    note 3 -> note 1 : See A/99/12.

After the numbers stand flags: a layer, `moved`, `transferred`, `emphasis`, or `typing` where only glyphs
differ. `¶` is the line feed between two paragraphs.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from typing import Any, Literal

from casefiles import CASES, read_cases
from travaux.model.comparison import (
    Change,
    Comparison,
    Finding,
    FindingPlace,
    NotCompared,
    Reference,
    Relation,
    Segment,
)
from travaux.model.document import Note, Origin, Paragraph, Part, Resolution

_ADDRESS = re.compile(r"note \S+|Annex \S+|(?:PP|OP)\S+|title|opening|heading|p\d+")
_PARTS: dict[str, Part] = {
    "PP": "preambular", "OP": "operative", "ti": "title", "op": "opening", "he": "heading", "An": "annex",
}  # fmt: skip
_RELATIONS: dict[tuple[int, int], Relation] = {
    (0, 1): "added",
    (1, 0): "removed",
    (1, 1): "kept",
    (1, 2): "split",
    (2, 1): "merged",
    (2, 2): "regrouped",
}
_LAYERS = ("none", "mechanical", "editorial", "substantive")
_SEGMENT = re.compile(r"\[-(?P<drop>.*?)-\]|\{\+(?P<add>.*?)\+\}|(?P<keep>(?:(?!\[-|\{\+).)+)", re.DOTALL)


def segments(marked: str) -> tuple[Segment, ...]:
    """Segments from words marked as the plain report marks them."""
    parts = (match.groupdict().items() for match in _SEGMENT.finditer(marked))
    found = (next((op, text) for op, text in part if text) for part in parts)
    return tuple(Segment(op=op, text=text) for op, text in found)


def text(redline: Sequence[Segment], without: str) -> str:
    """The words of one side of a redline."""
    return "".join(s.text for s in redline if s.op != without)


def compared(written: str, **more: Any) -> Comparison:
    """The comparison of the changes written, one a line."""
    lines = [line.strip() for line in written.strip().splitlines()]
    changes = [_change(f"c{n}", *line.split(" : ", 1)) for n, line in enumerate(lines, 1)]
    old, new = (_side(name, changes, more.pop(name, {})) for name in ("old", "new"))
    notes = tuple(c for c in changes if (*c.old, *c.new)[0].startswith("n"))
    rest = tuple(c for c in changes if c not in notes)
    return Comparison(travaux="0", changes=rest, note_changes=notes, old=old, new=new, **more)


def finding(
    kind: str,
    note: str,
    *changes: str,
    layer: Literal["mechanical", "editorial", "substantive"] = "substantive",
    causes: tuple[str, ...] = (),
) -> Finding:
    """A finding about whole changes."""
    places = tuple(FindingPlace(change=key) for key in changes)
    return Finding(id=f"f-{kind}", kind=kind, layer=layer, rule="rule", note=note, places=places, causes=causes)


def _change(key: str, numbers: str, marked: str) -> Change:
    old, arrow, new = numbers.partition("->")
    before = _keys(old)
    after = _keys(new) if arrow else before
    flags = _ADDRESS.sub("", new if arrow else old).split()
    redline = segments(marked.replace("¶", "\n"))
    relation = _RELATIONS[min(len(before), 2), min(len(after), 2)]
    altered = any(s.op != "keep" for s in redline) and "typing" not in flags
    renumbered = relation == "kept" and before != after
    guess = "substantive" if altered or relation != "kept" or "transferred" in flags else "none"
    if guess == "none" and (renumbered or "moved" in flags):
        guess = "mechanical"
    layer = next((flag for flag in flags if flag in _LAYERS), guess)
    return Change(
        id=key,
        old=before,
        new=after,
        relation=relation,
        redline=redline,
        altered=altered,
        renumbered=renumbered,
        layer=layer,
        moved="moved" in flags,
        transferred="transferred" in flags,
        emphasis="emphasis" in flags,
    )


def _keys(numbers: str) -> tuple[str, ...]:
    """Ids of addresses, from which `_side` makes the addresses again."""
    found = _ADDRESS.findall(numbers)
    return tuple(name.replace("note ", "n").replace("Annex ", "Annex_") for name in found)


def _side(name: Literal["old", "new"], changes: Sequence[Change], more: dict[str, Any]) -> Resolution:
    paragraphs, notes = [], []
    for key, words in _paragraphs(name, changes):
        if key.startswith("n"):
            notes.append(Note(id=key, number=key[1:], text=words))
        else:
            address = key.replace("_", " ")
            paragraphs.append(Paragraph(id=key, part=_PARTS.get(key[:2], "other"), address=address, text=words))
    file = f"draft-{name}.txt"
    origin = Origin(name=file, sha256=hashlib.sha256(file.encode()).hexdigest(), format="text")
    return Resolution(paragraphs=tuple(paragraphs), notes=tuple(notes), origin=origin, **more)


def _paragraphs(name: Literal["old", "new"], changes: Sequence[Change]) -> Iterator[tuple[str, str]]:
    for change in changes:
        keys = change.old if name == "old" else change.new
        if keys:
            words = text(change.redline, "add" if name == "old" else "drop").split("\n")
            yield from zip(keys, words, strict=True)


def _written(title: str) -> str:
    """The changes of a case of `cases/reports.md`."""
    text = (CASES / "reports.md").read_text(encoding="utf-8")
    return next(case["changes"] for case in read_cases(text) if case.title == title)


def mountain_stations() -> Comparison:
    """Every relation once, a finding, a reference that follows, and something that was not compared."""
    title = {"title": "Strengthening the network of mountain weather stations"}
    return compared(
        _written("Stations"),
        old=title,
        new=title,
        findings=(
            finding("scope", "“purposes and” added", "c4"),
            finding("reference", "the number follows", "c16", layer="mechanical", causes=("c10",)),
        ),
        references=(Reference(change="c16", text="paragraph 3", outcome="consequential"),),
        not_compared=(NotCompared(side="old", what="3 footnotes", reason="the new file has no footnote bodies"),),
    )


def sundials() -> Comparison:
    """All kept in place; changes of each layer, differences of typing and emphasis, notes."""
    title = (
        "Strengthening technical assistance in promoting the keeping of sundials and the teaching of time by "
        "shadow in the least developed countries and in small island developing States, and related matters"
    )
    return compared(
        _written("Sundials"),
        old={"title": title, "symbol": "E/RES/2046/19", "kind": "draft resolution"},
        new={"title": title, "symbol": "A/RES/99/153"},
        findings=(
            finding("wording", "“relating to” → “related to”", "c3", "c4", layer="editorial"),
            finding("time", "dates added", "c2"),
        ),
        not_compared=(
            NotCompared(side="both", what="meeting and date of adoption"),
            NotCompared(side="new", what="provenance", text="[on the report of the Sixth Committee (A/99/494)]"),
        ),
    )
