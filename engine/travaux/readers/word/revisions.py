"""Tracked changes: which words stand when all are accepted, and which stood before; who made them and when."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from lxml.etree import _Element as Element

from travaux.errors import FormatError, SourceError
from travaux.model.document import Notice
from travaux.readers.word.names import DEL, INS, MOVE_FROM, MOVE_TO, P_PR, R_PR, T, w

CHOICES = ("accepted", "original", "refuse")
"""What the option `revisions` may be; `refuse` is the default."""

Kind = Literal["insertion", "deletion", "move", "numbering"]

_KINDS: Mapping[str, Kind] = {
    INS: "insertion",
    DEL: "deletion",
    MOVE_FROM: "move",
    MOVE_TO: "move",
    w("cellIns"): "insertion",
    w("cellDel"): "deletion",
    w("numberingChange"): "numbering",
}
_NUM_PR, _P_PR_CHANGE, _R_PR_CHANGE = w("numPr"), w("pPrChange"), w("rPrChange")
_AUTHOR, _DATE = w("author"), w("date")


@dataclass(frozen=True, slots=True)
class TrackedChange:
    """One change that Word kept track of; touching changes of one kind, author and date count as one.

    Attributes:
        kind: an insertion, a deletion, one end of a move, or a change of automatic numbering.
        author: as the file names it; empty where it does not.
        date: `2024-03-05T09:30:00Z`, as the file has it; empty where it has none.
    """

    kind: Kind
    author: str
    date: str


class View:
    """One state of a file with tracked changes."""

    def __init__(self, *, original: bool) -> None:
        self.original = original
        self.dropped = frozenset((INS, MOVE_TO) if original else (DEL, MOVE_FROM))
        """Elements whose content does not stand."""
        self._gone_cell = w("cellIns") if original else w("cellDel")

    def keeps_mark(self, paragraph: Element) -> bool:
        """Whether the end of a paragraph stands; if not, it is one paragraph with the next."""
        marks = paragraph.find(f"{P_PR}/{R_PR}")
        return marks is None or all(marks.find(tag) is None for tag in self.dropped)

    def keeps_row(self, row: Element) -> bool:
        """Whether a row of a table stands."""
        told = row.find(w("trPr"))
        return told is None or all(told.find(tag) is None for tag in self.dropped)

    def keeps_cell(self, cell: Element) -> bool:
        """Whether a cell of a table stands."""
        return cell.find(f"{w('tcPr')}/{self._gone_cell}") is None

    def properties(self, paragraph: Element) -> Element | None:
        """Return the properties of a paragraph."""
        return self._as_it_was(paragraph.find(P_PR), _P_PR_CHANGE, P_PR)

    def run_properties(self, run: Element) -> Element | None:
        """Return the properties of a run."""
        return self._as_it_was(run.find(R_PR), _R_PR_CHANGE, R_PR)

    def _as_it_was(self, properties: Element | None, change: str, old: str) -> Element | None:
        if properties is None or not self.original:
            return properties
        found = properties.find(change)
        return properties if found is None else found.find(old)


def view(options: Mapping[str, str], changes: list[TrackedChange], name: str) -> View:
    """Return the state of a file that the options ask for.

    Raises:
        FormatError: there is no such choice.
        SourceError: the file holds tracked changes and none was chosen.
    """
    wanted = options.get("revisions", "refuse")
    if wanted not in CHOICES:
        raise FormatError(f"tracked changes are read as {', '.join(CHOICES)}, not as {wanted}")
    if wanted == "refuse" and changes:
        authors = len({change.author for change in changes})
        by = "1 author" if authors == 1 else f"{authors} authors"
        raise SourceError(
            f"{name} holds tracked changes ({len(changes):,}, by {by})",
            "choose --revisions accepted or --revisions original",
        )
    return View(original=wanted == "original")


def tracked(roots: list[Element]) -> list[TrackedChange]:
    """Return the tracked changes of parts, in order."""
    return [change for root in roots for change in _tracked(root)]


def notices(changes: list[TrackedChange]) -> Iterator[Notice]:
    """Yield a notice for each author, in order of first appearance: how many changes, and when."""
    by_author: defaultdict[str, list[TrackedChange]] = defaultdict(list)
    for change in changes:
        by_author[change.author].append(change)
    for author, own in by_author.items():
        days = sorted({change.date[:10] for change in own if change.date})
        when = f", {days[0]}" if len(days) == 1 else f", {days[0]} to {days[-1]}" if days else ""
        count = "1 tracked change" if len(own) == 1 else f"{len(own):,} tracked changes"
        yield Notice(code="tracked-changes", message=f"{count} by {author or 'an author without a name'}{when}.")


def _tracked(root: Element) -> Iterator[TrackedChange]:
    last: TrackedChange | None = None
    for element in root.iter(*_KINDS, _P_PR_CHANGE, T):
        if element.tag == T:
            if last is not None and not _changed(element):
                last = None
            continue
        kind = _kind(element)
        if kind is None:
            continue
        change = TrackedChange(kind, element.get(_AUTHOR, ""), element.get(_DATE, ""))
        if change != last:
            yield change
        last = change


def _kind(element: Element) -> Kind | None:
    if element.tag == _P_PR_CHANGE:
        return "numbering" if _renumbers(element) else None
    parent = element.getparent()
    if element.tag == INS and parent is not None and parent.tag == _NUM_PR:
        return "numbering"
    return _KINDS.get(str(element.tag))


def _renumbers(change: Element) -> bool:
    """Whether a change of paragraph properties changes the list that a paragraph is in."""
    new = change.getparent()
    old = change.find(P_PR)
    return _listed(new) != _listed(old)


def _listed(properties: Element | None) -> list[tuple[str, str | None]]:
    found = properties.find(_NUM_PR) if properties is not None else None
    return [] if found is None else [(str(e.tag), e.get(w("val"))) for e in found if e.tag in (w("ilvl"), w("numId"))]


def _changed(text: Element) -> bool:
    """Whether a text is part of a tracked change."""
    return any(ancestor.tag in _KINDS for ancestor in text.iterancestors())
