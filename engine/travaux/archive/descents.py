"""Lines of descent: which paragraphs of the drafts before each paragraph of a new draft comes from."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from travaux.archive.trees import digest
from travaux.model.document import Paragraph
from travaux.model.record import Row

Ancestors = Mapping[str, tuple[str, ...]]
"""Id of a new paragraph -> ids of the old paragraphs that it comes from, in order; one that is new is left out."""


@dataclass(frozen=True, slots=True)
class Ancestry:
    """What one base gives to a new draft.

    Attributes:
        lines: id of each paragraph of the base -> its line of descent.
        ancestors: which of them each new paragraph comes from.
    """

    lines: Mapping[str, str]
    ancestors: Ancestors


def ancestors(pairs: Iterable[tuple[Sequence[str], Sequence[str]]]) -> dict[str, tuple[str, ...]]:
    """Return the ancestors that links (old ids, new ids) give."""
    return {new: tuple(olds) for olds, news in pairs if olds for new in news}


def recorded(rows: Sequence[Row], base: int) -> dict[str, tuple[str, ...]]:
    """Return the ancestors that rows tell for the base at this position."""
    return {row.id: row.ancestors[base] for row in rows if base < len(row.ancestors) and row.ancestors[base]}


def lines(rows: Sequence[Row]) -> dict[str, str]:
    """Return the line of descent of each paragraph, by id."""
    return {row.id: row.line for row in rows}


def rows(ordinal: int, paragraphs: Sequence[Paragraph], bases: Sequence[Ancestry]) -> tuple[Row, ...]:
    """Return the rows of a new draft.

    A paragraph goes on in the line of the first of its ancestors, base by base, whose line no earlier paragraph of
    this draft holds; so the first part of a split goes on and the others begin lines, and what is merged goes on in
    the line of its first ancestor. Without such an ancestor it begins a line, named after draft and id.

    Args:
        ordinal: of the new draft.
        paragraphs: of the new draft, in order.
        bases: what each base gives, in the order of the record.
    """
    taken: set[str] = set()
    found = []
    for paragraph in paragraphs:
        line = next((line for line in _ways(paragraph.id, bases) if line not in taken), f"{ordinal}:{paragraph.id}")
        taken.add(line)
        found.append(
            Row(
                id=paragraph.id,
                line=line,
                ancestors=tuple(base.ancestors.get(paragraph.id, ()) for base in bases),
                part=paragraph.part,
                address=paragraph.address,
                label=paragraph.label,
                level=paragraph.level,
                marks=paragraph.marks,
                hash=digest(paragraph.text),
            )
        )
    return tuple(found)


def relined(ordinal: int, old: Sequence[Row], bases: Sequence[Ancestry]) -> tuple[Row, ...]:
    """Return the rows of a draft whose bases were recorded again: the same paragraphs and ancestors, other lines."""
    taken: set[str] = set()
    found = []
    for row in old:
        line = next((line for line in _ways(row.id, bases) if line not in taken), f"{ordinal}:{row.id}")
        taken.add(line)
        told = tuple(base.ancestors.get(row.id, ()) for base in bases)
        found.append(row.model_copy(update={"line": line, "ancestors": told}))
    return tuple(found)


def _ways(key: str, bases: Sequence[Ancestry]) -> Iterator[str]:
    """The lines of the ancestors of a paragraph, the one that it goes on in foremost."""
    for base in bases:
        for old in base.ancestors.get(key, ()):
            yield base.lines[old]
