"""A comparison as the ways of finding read it: every change with its texts, its edits, and what is explained so far."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from travaux.contracts import Language
from travaux.kinds.edits import SIGNS, Edit, Part, edits, parts
from travaux.model.comparison import Change, Reference
from travaux.model.document import Note, Paragraph, Resolution

Lesser = Literal["mechanical", "editorial"]
_ALONE = ("added", "removed")


class Claim(NamedTuple):
    """What a way of finding says of one or several changes.

    Attributes:
        kind: in the words of the taxonomy (domain.md 5.4): its last part, in lower case.
        layer: how much it weighs.
        rule: name of the rule.
        note: one line for a reader.
        places: for each place the id of the change, and the parts that it is about; no parts for the whole change.
        causes: ids of the changes by which it came about.
    """

    kind: str
    layer: Literal["mechanical", "editorial", "substantive"]
    rule: str
    note: str
    places: tuple[tuple[str, tuple[Part, ...]], ...]
    causes: tuple[str, ...] = ()


@dataclass(eq=False, repr=False)
class Altered:
    """A change whose words differ.

    Attributes:
        change: the change.
        old: its old text.
        new: its new text.
        preambular: whether its new paragraph, else its old one, stands in the preamble.
        note: whether it is one of a note.
        explained: the parts that mechanical and editorial claims explain, with the layer of the claim.
        told: the parts of which claims of substance tell.
    """

    change: Change
    old: str
    new: str
    preambular: bool
    note: bool
    explained: dict[Part, Lesser] = field(default_factory=dict)
    told: set[Part] = field(default_factory=set)
    _left: list[Part] | None = None

    @cached_property
    def edits(self) -> list[Edit]:
        """The places where words differ."""
        return edits(self.change.redline)

    @cached_property
    def parts(self) -> list[Part]:
        """The same, as small as they are; none where only typing differs."""
        return [part for n, edit in enumerate(self.edits) for part in parts(n, edit, self.old, self.new)]

    @property
    def left(self) -> list[Part]:
        """The parts that nothing has explained, and of which no claim of substance tells."""
        if self._left is None:
            self._left = [part for part in self.parts if part not in self.explained and part not in self.told]
        return self._left

    def explain(self, claimed: Iterable[Part], layer: Literal["mechanical", "editorial", "substantive"]) -> None:
        """Note what a claim of a layer explains or, where it is one of substance, of what it tells."""
        self._left = None
        if layer == "substantive":
            self.told.update(claimed)
        else:
            self.explained.update(dict.fromkeys(claimed, layer))

    def before(self, part: Part) -> tuple[str, str]:
        """The old and the new text up to a part."""
        return self.old[: part.stretch.old_start], self.new[: part.stretch.new_start]

    def behind(self, part: Part) -> tuple[str, str]:
        """The old and the new text from the end of a part."""
        return self.old[part.stretch.old_end :], self.new[part.stretch.new_end :]


class Reading:
    """Two texts, what became of their paragraphs, and what has been explained of it.

    Attributes:
        old: the old text.
        new: the new text.
        changes: of paragraphs, in order.
        note_changes: of notes.
        references: what became of cross-references.
        language: of both texts.
        altered: the changes whose words differ, those of notes last.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - what a comparison holds, before it is one
        self,
        old: Resolution,
        new: Resolution,
        changes: Sequence[Change],
        note_changes: Sequence[Change],
        references: Sequence[Reference],
        language: Language,
    ) -> None:
        self.old, self.new, self.language = old, new, language
        self.changes, self.note_changes, self.references = changes, note_changes, references
        self._old = {p.id: p for p in old.paragraphs}
        self._new = {p.id: p for p in new.paragraphs}
        notes = {n.id: n for n in old.notes}, {n.id: n for n in new.notes}
        self.altered = [
            Altered(c, _text(c.old, self._old), _text(c.new, self._new), self._in_preamble(c), note=False)
            for c in changes
            if c.altered and c.relation not in _ALONE
        ] + [
            Altered(c, _text(c.old, notes[0]), _text(c.new, notes[1]), preambular=False, note=True)
            for c in note_changes
            if c.altered and c.relation not in _ALONE
        ]

    def olds(self, change: Change) -> list[Paragraph]:
        """The old paragraphs of a change of paragraphs."""
        return [self._old[key] for key in change.old]

    def news(self, change: Change) -> list[Paragraph]:
        """The new paragraphs of a change of paragraphs."""
        return [self._new[key] for key in change.new]

    def part(self, change: Change) -> str:
        """The part in which the first new paragraph of a change of paragraphs stands, else the first old one."""
        return (self._new[change.new[0]] if change.new else self._old[change.old[0]]).part

    def explain(self, claim: Claim) -> None:
        """Note what a claim explains or, where it is one of substance, of what it tells."""
        for key, claimed in claim.places:
            altered = self._by_id.get(key)
            if altered is None:
                continue
            signs = [sign for sign in altered.left if any(self._carries(part, sign) for part in claimed)]
            altered.explain((*claimed, *signs), claim.layer)

    def attached(self, altered: Altered, part: Part) -> bool:
        """Whether a part came about by words beside it, so that it says nothing of its own.

        Such are the signs of ", as appropriate,", the sign that stands for an "and", and the letter that became large
        where the words before it went.
        """
        return any(self._carries(other, part) for other in altered.parts)

    def _carries(self, part: Part, small: Part) -> bool:
        if part is small or part.edit != small.edit or part.alike:
            return False
        words = part.old + part.new
        if SIGNS.issuperset(words):
            return False
        if small.alike:
            begins = small.stretch.old_start == 0, small.stretch.new_start == 0
            return begins[0] != begins[1] and small.old.lower() == small.new.lower()
        if not SIGNS.issuperset(small.old + small.new) or (part.old and part.new):
            return False
        joint = words.lower() in self.language.redlining.joints
        same = bool(part.old) == bool(small.old) and bool(part.new) == bool(small.new)
        return same != joint

    def open(self) -> Iterator[tuple[Altered, Part]]:
        """Yield every part that nothing has explained, with its change."""
        for altered in self.altered:
            for part in altered.left:
                yield altered, part

    @cached_property
    def speakers(self) -> tuple[str | None, str | None]:
        """The codes of the organs that speak in the old and in the new text, as the language has them."""
        organs = self.language.organs.items()
        old, new = (next((c for n, c in organs if t.organ and n.endswith(t.organ)), None) for t in (self.old, self.new))
        return old, new

    @cached_property
    def _by_id(self) -> Mapping[str, Altered]:
        return {altered.change.id: altered for altered in self.altered}

    @property
    def kept_text(self) -> str:
        """The new text as one string, a line for each paragraph; made anew each time, for it is large."""
        return "\n".join(p.text for p in self.new.paragraphs)

    @property
    def old_text(self) -> str:
        """The old text as one string, likewise."""
        return "\n".join(p.text for p in self.old.paragraphs)

    def _in_preamble(self, change: Change) -> bool:
        return all(p.part == "preambular" for p in self.news(change) or self.olds(change))


def together(found: Iterable[tuple[Altered, Part]]) -> tuple[tuple[str, tuple[Part, ...]], ...]:
    """Return places for a claim: the parts of each change, changes in their order."""
    places: dict[str, list[Part]] = {}
    for altered, part in found:
        places.setdefault(altered.change.id, []).append(part)
    return tuple((key, tuple(held)) for key, held in places.items())


def _text(ids: Sequence[str], held: Mapping[str, Paragraph] | Mapping[str, Note]) -> str:
    return "\n".join(held[key].text for key in ids)
