"""What stands on the page in the order of the new text: changes, folded neighbours, signs of what left."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from travaux.model.comparison import Change, Comparison, certainty
from travaux.model.document import Resolution
from travaux.renderers.html.places import Places, Sign
from travaux.renderers.html.words import Line, Worded, lines
from travaux.renderers.wording.addresses import TO, WITH, Addresses, short
from travaux.renderers.wording.findings import Findings
from travaux.renderers.wording.folding import Group, folded, grouped
from travaux.renderers.wording.harmless import one_line
from travaux.renderers.wording.looks import Looks
from travaux.renderers.wording.relations import relation_in_words


@dataclass(frozen=True)
class Shown:
    """A change with its words.

    Attributes:
        change: the change.
        name: `OP4 → OP3 + OP4`; a dash stands for a side that it has not.
        relation: in words.
        lines: its words.
        told: what is told beneath: what kind of thing, or nothing, and its words.
        causes: the changes by which it came about: their ids, and what happened to them; without an id how many more.
        why: the reason of the link and its figures; empty where there is no link.
        stood: where it stood, and the key of the sign there; None where it stayed.
    """

    change: Change
    name: str
    relation: str
    lines: tuple[Line, ...]
    told: tuple[tuple[str, str], ...]
    causes: tuple[tuple[str, str], ...]
    why: str
    stood: tuple[str, str] | None


@dataclass(frozen=True)
class Row:
    """A change among those that are told in one line.

    Attributes:
        change: the change.
        name: as a reader knows it.
        relation: in words.
        lines: its words.
    """

    change: Change
    name: str
    relation: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Folded:
    """Neighbours that are told in one line.

    Attributes:
        name: `PP3–OP2(b)`.
        relation: `unchanged`, or `renumbered, words unchanged`.
        layer: which all of them have; empty where nothing changed.
        rows: each of them.
    """

    name: str
    relation: str
    layer: str
    rows: tuple[Row, ...]


Entry = Shown | Folded | Sign


class Entries:
    """The entries of a comparison."""

    def __init__(self, comparison: Comparison, addresses: Addresses) -> None:
        self._comparison, self._addresses = comparison, addresses
        self._findings = Findings(comparison, addresses)
        self._places = Places(comparison, addresses)
        self._plain = not any(_has_emphasis(p) for p in comparison.new.paragraphs)

    def paragraphs(self) -> Iterator[Entry]:
        """Yield the entries of the paragraphs."""
        sides = ({p.id: p for p in side.paragraphs} for side in self._sides)
        words = self._words(*sides)
        yield from self._places.after[""]
        stretch: list[Change] = []
        for change in self._comparison.changes:
            stretch.append(change)
            if signs := self._places.after[change.id]:
                yield from self._entries(stretch, words)
                yield from signs
                stretch = []
        yield from self._entries(stretch, words)

    def notes(self) -> Iterator[Entry]:
        """Yield the entries of the notes."""
        sides = ({n.id: n for n in side.notes} for side in self._sides)
        yield from self._entries(self._comparison.note_changes, self._words(*sides))

    @property
    def _sides(self) -> tuple[Resolution, Resolution]:
        return self._comparison.old, self._comparison.new

    def _words(self, old: Mapping[str, Worded], new: Mapping[str, Worded]) -> "_Words":
        return lambda c: lines(c, [old[key] for key in c.old], [new[key] for key in c.new], plain=self._plain)

    def _entries(self, changes: Sequence[Change], words: "_Words") -> Iterator[Entry]:
        for group in _whole(changes, self._addresses):
            if isinstance(group, Change):
                yield self._shown(group, words)
            else:
                yield self._folded(group, words)

    def _shown(self, change: Change, words: "_Words") -> Shown:
        relation = relation_in_words(change, self._addresses, follows=self._findings.follows(change))
        return Shown(
            change=change,
            name=_name(change, self._addresses),
            relation=relation + _doubt(change),
            lines=words(change),
            told=tuple(self._findings.told(change)),
            causes=tuple(self._findings.causes(change)),
            why=_why(change),
            stood=self._places.stood.get(change.id),
        )

    def _folded(self, changes: Sequence[Change], words: "_Words") -> Folded:
        relation, layer = folded(Group(tuple(changes), shown=False), self._addresses, self._findings)
        return Folded(
            name=stretch(changes, self._addresses),
            relation=relation,
            layer=layer,
            rows=tuple(
                Row(c, self._addresses.whole(c), relation_in_words(c, self._addresses), words(c)) for c in changes
            ),
        )


_Words = Callable[[Change], tuple[Line, ...]]


def stretch(changes: Sequence[Change], addresses: Addresses) -> str:
    """Return the first and the last name of several neighbours: `PP3–OP2(b)`, `OP5–OP9 → OP6–OP10`."""
    if len(changes) == 1:
        return addresses.whole(changes[0])
    old, new = (f"{side(changes[0])[0]}–{short(side(changes[-1])[-1])}" for side in (addresses.old, addresses.new))
    return new if old == new else f"{old}{TO}{new}"


def _whole(changes: Sequence[Change], addresses: Addresses) -> Iterator[Change | list[Change]]:
    """Changes that are shown, and runs of those that are not.

    The grouping of a report leaves an unchanged title and opening line out; a page has every word, so they are taken
    into the run that follows, or make one of their own.
    """
    position = {change.id: n for n, change in enumerate(changes)}
    done = 0
    for group in grouped(changes, addresses, Looks()):
        start = position[group.changes[0].id]
        left_out = list(changes[done:start])
        done = position[group.changes[-1].id] + 1
        if group.shown:
            yield from [left_out] if left_out else []
            yield group.changes[0]
        elif all(addresses.stays(c) for c in group.changes):
            yield [*left_out, *group.changes]
        else:
            yield from [left_out] if left_out else []
            yield list(group.changes)
    if run := list(changes[done:]):
        yield run


def _name(change: Change, addresses: Addresses) -> str:
    if change.relation == "added":
        return f"–{TO}{WITH.join(addresses.new(change))}"
    return addresses.whole(change)


def _doubt(change: Change) -> str:
    if change.step == "pin":
        return " (pinned)"
    return " (doubtful)" if change.confidence is not None and certainty(change.confidence) == "doubtful" else ""


def _why(change: Change) -> str:
    """The reason of a link and its figures."""
    said = [one_line(change.reason)] if change.reason else []
    if change.score is not None:
        said.append(f"score {change.score:.2f}")
    if change.confidence is not None:
        said.append(f"confidence {change.confidence:.2f} ({certainty(change.confidence)})")
    return "; ".join(said)


def _has_emphasis(paragraph: object) -> bool:
    return any(mark.kind != "note" for mark in getattr(paragraph, "marks", ()))
