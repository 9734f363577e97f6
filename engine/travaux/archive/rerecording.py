"""Recording again: a mistaken record is mended, a draft that was found late comes in; what was is kept."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from travaux.archive.drafting import Drafted, based, drafted, parted
from travaux.archive.entries import Entry, Prepared, negotiated, prepare
from travaux.archive.growing import Growing
from travaux.archive.layout import no_dossier
from travaux.archive.messages import message
from travaux.archive.particulars import Particulars
from travaux.archive.racing import until_won
from travaux.archive.recording import added, held_already, identified, revision
from travaux.archive.relining import Relining
from travaux.archive.shelves import Shelves
from travaux.archive.trees import Draft, resolution, source_path
from travaux.archive.writing import Recorder, Writer, writing
from travaux.errors import ArchiveError
from travaux.model.evidence import Revision
from travaux.model.receipts import Added, Corrected
from travaux.model.record import Base, Record
from travaux.store import Store


@dataclass(frozen=True, slots=True)
class Mend:
    """What is to be mended of a draft; None leaves a thing as it is.

    Attributes:
        given: particulars.
        after: words for the drafts that it was truly made from.
        pins: links that are fixed, in the place of those recorded.
    """

    given: Particulars
    after: tuple[str, ...] | None = None
    pins: tuple[str, ...] | None = None


def correct(recorder: Recorder, which: tuple[str, str], mend: Mend, *, dry: bool = False) -> Corrected:
    """Mend the record of a draft; it and all that stands on it are recorded again.

    Args:
        recorder: where, by whom, when.
        which: name of the dossier, and a word for the draft.
        mend: what is to be mended.
        dry: find out what would be recorded, and record nothing.

    Raises:
        ChoiceError: a pin is impossible.
        ArchiveError: there is no such draft, it would be made from itself, or the archive refuses.
    """
    given = mend.given.checked()

    def attempt() -> Corrected | None:
        dossier = _existing(Shelves(recorder.store), which[0])
        old = dossier.find(which[1])
        relining = Relining(dossier, {old.ordinal: _mended(dossier, old, given, mend)}, f"{old.name} was mended.")
        if relining.records[old.ordinal] == old.record:
            return Corrected(dossier=dossier.dossier, old=old, new=old, dry=dry)
        with writing(recorder, len(relining.affected), dry=dry) as writer:
            relining.write(recorder, writer)
            ids = writer.update(relining.updates)
        if ids is None:
            return None
        new = identified(relining.made[old.ordinal], ids)
        moved = tuple(n for n in relining.affected if n != old.ordinal)
        return Corrected(dossier=dossier.dossier, old=old, new=new, moved=moved, dry=dry)

    return until_won(attempt)


def insert(recorder: Recorder, entry: Entry, *, dry: bool = False) -> Added:
    """Record a draft that was found late, before the one that the entry names.

    It takes the next free ordinal. Its bases are those of the draft that it precedes, unless the entry names others;
    that draft is then made from it in the place of these, and it and all that stands on it are recorded again.

    Raises:
        As `recording.record`; ArchiveError too where the drafts would be made from each other.
    """
    prepared = prepare(entry)

    def attempt() -> Added | None:
        late = _late(recorder.store, prepared)
        if late.receipt is not None:
            return late.receipt
        relining = late.relining()
        with writing(recorder, len(relining.affected) + 1, dry=dry) as writer:
            found = late.write(recorder, writer)
            relining.made[found.ordinal] = found
            relining.write(recorder, writer)
            ids = writer.update(relining.updates)
        if ids is None:
            return None
        told = {
            "revision": identified(found, ids),
            "moved": relining.affected,
            "dry": dry,
            "comparison": late.made.comparison,
        }
        return added(entry, found).model_copy(update=told)

    return until_won(attempt)


def source(store: Store, revision: Revision) -> bytes:
    """Return the bytes of a draft as they were received.

    Raises:
        ArchiveError: they are not there.
    """
    return store.read(f"{revision.commit}:{source_path(revision.record)}")


@dataclass(slots=True)
class _Late:
    """A draft that was found late, on its way."""

    prepared: Prepared
    dossier: Growing
    target: Revision
    receipt: Added | None = None
    bases: dict[int, Draft] = field(default_factory=dict)
    made: Drafted = field(init=False)

    def relining(self) -> Relining:
        number = self.made.draft.record.ordinal
        target = self.target.record
        stay = [base for base in target.bases if base.ordinal not in self.bases]
        place = next((i for i, base in enumerate(target.bases) if base.ordinal in self.bases), len(stay))
        record = target.model_copy(update={"bases": (*stay[:place], Base(ordinal=number), *stay[place:])})
        name = self.made.draft.record.symbol or f"@{number}"
        reason = f"{name} was found late and comes in before {self.target.name}."
        return Relining(self.dossier, {target.ordinal: record}, reason, {number: self.made.draft})

    def write(self, recorder: Recorder, writer: Writer) -> Revision:
        draft = self.made.draft
        parents = [self.dossier.revisions[number].commit for number in self.bases]
        said = message(draft.record, self.made.counts)
        commit = writer.commit(self.dossier.files(draft, self.prepared.entry.content), parents, said)
        return revision(commit, parents, recorder, draft.record)


def _late(store: Store, prepared: Prepared) -> _Late:
    entry, shelves = prepared.entry, Shelves(store)
    dossier = _existing(shelves, shelves.name(entry.dossier, prepared.title))
    target = dossier.find(entry.before or "")
    late = _Late(prepared, dossier, target)
    numbers = [dossier.find(word).ordinal for word in entry.after]
    known = dossier.holding(prepared.origin, prepared.choice)
    if known is not None:
        pins = parted(entry.pins, numbers or dossier.bases(known.ordinal), _finder(dossier))
        apart = known.ordinal not in dossier.bases(target.ordinal)
        late.receipt = held_already(entry, known, numbers, pins, before=apart)
        return late
    name = f"{dossier.dossier}@{target.ordinal}"
    _older(dossier, numbers, target.ordinal, f"a draft that comes in before {name} cannot be made from", "it")
    numbers = numbers or list(dossier.bases(target.ordinal))
    late.bases = {number: dossier.draft(number) for number in numbers}
    nearest = next(iter(late.bases.values()), dossier.draft(target.ordinal))
    text = negotiated(prepared.whole, resolution(nearest))
    pinned = based(late.bases, parted(entry.pins, list(late.bases), _finder(dossier)))
    late.made = drafted(prepared, text, (dossier.dossier, dossier.next), pinned, compared=True)
    return late


def _mended(dossier: Growing, old: Revision, given: Particulars, mend: Mend) -> Record:
    known = old.record
    now = given.over(Particulars(known.symbol, known.title, known.stage, known.body, known.date, known.sponsors))
    bases: Sequence[int] = [base.ordinal for base in known.bases]
    pins: Mapping[int, Iterable[str]] = {base.ordinal: base.pins for base in known.bases}
    if mend.after is not None:
        bases = list(dict.fromkeys(dossier.find(word).ordinal for word in mend.after))
        _older(dossier, bases, old.ordinal, f"{dossier.dossier}@{old.ordinal} cannot be made from", "itself")
    if mend.pins is not None:
        pins = parted(mend.pins, bases, _finder(dossier))
    return known.model_copy(
        update={
            "symbol": now.symbol,
            "title": now.title,
            "stage": now.stage,
            "body": now.body,
            "date": now.date,
            "sponsors": now.sponsors or (),
            "bases": tuple(Base(ordinal=n, pins=tuple(pins.get(n, ()))) for n in bases),
        }
    )


def _older(dossier: Growing, bases: Iterable[int], ordinal: int, sentence: str, itself: str) -> None:
    """Refuse a base that is the draft of an ordinal, or stands on it: drafts would be made from each other."""
    later = dossier.standing_on(ordinal)
    for base in bases:
        if base == ordinal:
            raise ArchiveError(f"{sentence} {itself}", "name a draft that it was made from")
        if base in later:
            told = "was made from it" if ordinal in dossier.bases(base) else f"stands on @{ordinal}"
            raise ArchiveError(f"{sentence} @{base}, which {told}", f"travaux log {dossier.dossier} --graph shows why")


def _finder(dossier: Growing) -> Callable[[str], int]:
    return lambda word: dossier.find(word).ordinal


def _existing(shelves: Shelves, name: str) -> Growing:
    dossier = shelves.dossier(name)
    if dossier.made:
        raise no_dossier(name, shelves.holdings)
    return dossier
