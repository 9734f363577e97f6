"""A new draft for the archive, from its text and the drafts that it was made from."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from travaux.alignment import align
from travaux.archive.descents import Ancestry, ancestors, lines, rows
from travaux.archive.entries import Prepared
from travaux.archive.trees import Draft, paragraphs, resolution
from travaux.errors import ArchiveError, ChoiceError
from travaux.model.comparison import Comparison, Options
from travaux.model.document import Paragraph, Resolution
from travaux.model.record import Base, Record, RecordedNote
from travaux.pipeline import compare
from travaux.pipeline.pinning import pins as understood
from travaux.redlining import altered
from travaux.version import __version__

Pairs = Sequence[tuple[tuple[str, ...], tuple[str, ...]]]
"""Links as ids: old ones, new ones."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft that can be written.

    Attributes:
        draft: the draft.
        counts: what became of the paragraphs since the first base, in words.
        comparison: with the first base, where that was wished and there is one.
    """

    draft: Draft
    counts: str
    comparison: Comparison | None = None


@dataclass(frozen=True, slots=True)
class Basis:
    """A draft that another is made from, and the links that a person fixed between them."""

    draft: Draft
    pins: tuple[str, ...] = ()


def based(drafts: Mapping[int, Draft], pins: Mapping[int, Sequence[str]]) -> dict[int, Basis]:
    """Return bases by ordinal, with their pins."""
    return {number: Basis(draft, tuple(pins.get(number, ()))) for number, draft in drafts.items()}


def drafted(
    prepared: Prepared, text: Resolution, place: tuple[str, int], bases: Mapping[int, Basis], *, compared: bool = False
) -> Drafted:
    """Return a new draft, linked with each of its bases.

    Args:
        prepared: the entry that it comes from.
        text: the text of it that is archived.
        place: name of the dossier, and ordinal.
        bases: by ordinal, in order.
        compared: whether the comparison with the first base is wished.

    Raises:
        ChoiceError: a pin is impossible.
    """
    comparison = None
    links: list[Pairs] = []
    for base in bases.values():
        if compared and not links:
            comparison = compare(resolution(base.draft), text, Options(pins=base.pins))
            links.append([(change.old, change.new) for change in comparison.changes])
        else:
            links.append(linked(base.draft, text.paragraphs, base.pins))
    known = prepared.particulars(text)
    record = Record(
        dossier=place[0],
        ordinal=place[1],
        symbol=known.symbol,
        title=known.title,
        stage=known.stage,
        body=known.body,
        organ=text.organ,
        date=known.date,
        language=text.language,
        sponsors=known.sponsors or (),
        bases=tuple(Base(ordinal=n, pins=base.pins) for n, base in bases.items()),
        origin=prepared.origin,
        choice=prepared.choice,
        kind=text.kind,
        whole=text.whole,
        notes=tuple(RecordedNote(id=n.id, number=n.number, references=n.references) for n in text.notes),
        metadata=text.metadata,
        notices=text.notices,
        travaux=__version__,
    )
    olds = [base.draft for base in bases.values()]
    given = [Ancestry(lines(old.rows), ancestors(found)) for old, found in zip(olds, links, strict=True)]
    draft = Draft(
        record=record,
        rows=rows(place[1], text.paragraphs, given),
        texts=tuple(p.text for p in text.paragraphs),
        note_texts=tuple(" ".join(n.text.split("\n")) for n in text.notes),
    )
    counts = counted(olds[0], draft, links[0]) if olds else counted(None, draft, ())
    return Drafted(draft, counts, comparison)


def linked(base: Draft, new: Sequence[Paragraph], pins: Sequence[str]) -> Pairs:
    """Return the links between a base and new paragraphs."""
    old = paragraphs(base.rows, base.texts)
    return [(link.old, link.new) for link in align(old, new, understood(pins, old, new)).links]


def parted(pins: Iterable[str], bases: Sequence[int], named: Callable[[str], int]) -> dict[int, tuple[str, ...]]:
    """Return the pins of each base; where there is one base, no word for it need stand before a pin.

    Args:
        pins: `OP5=OP7`, or with a word for the base and a colon before: `3:OP5=OP7`, `A/C.2/99/L.3:OP5=OP7`.
        bases: ordinals of the drafts that were linked.
        named: gives the ordinal for such a word, by the same rules as where the bases are named.

    Raises:
        ChoiceError: a pin does not say to which base it belongs, or names a draft that is none.
    """
    found: dict[int, tuple[str, ...]] = {}
    listed = " and ".join(f"@{n}" for n in bases)
    for pin in pins:
        if not bases:
            raise ChoiceError(f"the pin {pin} is impossible: the draft has none before it", "leave it out")
        word, colon, link = (part.strip() for part in pin.rpartition(":"))
        if not colon and len(bases) > 1:
            raise ChoiceError(
                f"the pin {pin} does not say from which draft it leads",
                f"write {bases[0]}:{pin}; the bases are {listed}",
            )
        base: int | None
        try:
            base = named(word) if colon else bases[0]
        except ArchiveError:
            base = None
        if base is None or base not in bases:
            raise ChoiceError(f"the pin {pin} names a draft that this one was not made from", f"made from {listed}")
        found[base] = (*found.get(base, ()), link)
    return found


_SEVERAL = {(1, 2): "split", (2, 1): "merged", (2, 2): "regrouped", (1, 0): "removed", (0, 1): "added"}


def counted(old: Draft | None, new: Draft, links: Pairs) -> str:
    """Return how many paragraphs there are and what became of them: `46 paragraphs: 45 unchanged, 1 added`."""
    count = len(new.texts)
    total = f"{count} paragraph{'s' if count != 1 else ''}"
    if old is None:
        return total
    befores = {row.id: text for row, text in zip(old.rows, old.texts, strict=True)}
    afters = {row.id: text for row, text in zip(new.rows, new.texts, strict=True)}
    numbers = dict.fromkeys(("unchanged", "reworded", "split", "merged", "regrouped", "added", "removed"), 0)
    for olds, news in links:
        if len(olds) == len(news) == 1:
            before, after = befores[olds[0]], afters[news[0]]
            same = before == after or not altered(before, after)
            numbers["unchanged" if same else "reworded"] += 1
        else:
            numbers[_SEVERAL[min(len(olds), 2), min(len(news), 2)]] += 1
    told = ", ".join(f"{number} {word}" for word, number in numbers.items() if number)
    return f"{total}: {told}" if told else total
