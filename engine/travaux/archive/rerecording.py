"""Recording again: a mistaken record is mended, a draft that was found late comes in; what was is kept."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from travaux.archive.drafting import Drafted, based, drafted, parted
from travaux.archive.entries import Entry, Prepared, negotiated, prepare
from travaux.archive.growing import Growing
from travaux.archive.messages import message
from travaux.archive.particulars import Particulars
from travaux.archive.recording import MOST_TRIES, added, identified, revision
from travaux.archive.relining import Again
from travaux.archive.shelves import Shelves
from travaux.archive.trees import Draft, files, resolution, source_path
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
    for _ in range(MOST_TRIES):
        dossier = _existing(Shelves(recorder.store), which[0])
        old = dossier.find(which[1])
        again = Again(dossier, {old.ordinal: _mended(dossier, old, given, mend)}, f"{old.name} was mended.")
        if again.records[old.ordinal] == old.record:
            return Corrected(dossier=dossier.dossier, old=old, new=old, dry=dry)
        with writing(recorder, len(again.affected), dry=dry) as writer:
            again.write(recorder, writer)
            ids = writer.update(again.updates)
        if ids is not None:
            new = identified(again.made[old.ordinal], ids)
            moved = tuple(n for n in again.affected if n != old.ordinal)
            return Corrected(dossier=dossier.dossier, old=old, new=new, moved=moved, dry=dry)
    raise _raced()


def insert(recorder: Recorder, entry: Entry, *, dry: bool = False) -> Added:
    """Record a draft that was found late, before the one that the entry names.

    It takes the next free ordinal. Its bases are those of the draft that it precedes, unless the entry names others;
    that draft is then made from it in the place of these, and it and all that stands on it are recorded again.

    Raises:
        As `recording.record`; ArchiveError too where the drafts would be made from each other.
    """
    prepared = prepare(entry)
    for _ in range(MOST_TRIES):
        late = _late(recorder.store, prepared)
        if late.known is not None:
            return added(entry, late.known, known=True)
        again = late.again()
        with writing(recorder, len(again.affected) + 1, dry=dry) as writer:
            found = late.write(recorder, writer)
            again.made[found.ordinal] = found
            again.write(recorder, writer)
            ids = writer.update(again.updates)
        if ids is not None:
            told = {
                "revision": identified(found, ids),
                "moved": again.affected,
                "dry": dry,
                "comparison": late.made.comparison,
            }
            return added(entry, found).model_copy(update=told)
    raise _raced()


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
    known: Revision | None = None
    bases: dict[int, Draft] = field(default_factory=dict)
    made: Drafted = field(init=False)

    def again(self) -> Again:
        number = self.made.draft.record.ordinal
        target = self.target.record
        stay = [base for base in target.bases if base.ordinal not in self.bases]
        place = next((i for i, base in enumerate(target.bases) if base.ordinal in self.bases), len(stay))
        record = target.model_copy(update={"bases": (*stay[:place], Base(ordinal=number), *stay[place:])})
        name = self.made.draft.record.symbol or f"@{number}"
        reason = f"{name} was found late and comes in before {self.target.name}."
        return Again(self.dossier, {target.ordinal: record}, reason, {number: self.made.draft})

    def write(self, recorder: Recorder, writer: Writer) -> Revision:
        draft = self.made.draft
        parents = [self.dossier.revisions[number].commit for number in self.bases]
        said = message(draft.record, self.made.counts)
        commit = writer.commit(files(draft, self.prepared.entry.content), parents, said)
        return revision(commit, parents, recorder, draft.record)


def _late(store: Store, prepared: Prepared) -> _Late:
    entry, shelves = prepared.entry, Shelves(store)
    dossier = _existing(shelves, shelves.name(entry.dossier, prepared.title))
    target = dossier.find(entry.before or "")
    late = _Late(prepared, dossier, target, dossier.holding(prepared.origin, prepared.choice))
    if late.known is None:
        numbers = [dossier.find(word).ordinal for word in entry.after] or dossier.bases(target.ordinal)
        late.bases = {number: dossier.draft(number) for number in numbers}
        nearest = next(iter(late.bases.values()), dossier.draft(target.ordinal))
        text = negotiated(prepared.whole, resolution(nearest))
        pinned = based(late.bases, parted(entry.pins, list(late.bases)))
        late.made = drafted(prepared, text, (dossier.dossier, dossier.next), pinned, compared=True)
    return late


def _mended(dossier: Growing, old: Revision, given: Particulars, mend: Mend) -> Record:
    known = old.record
    now = given.over(Particulars(known.symbol, known.title, known.stage, known.body, known.date, known.sponsors))
    bases: Sequence[int] = [base.ordinal for base in known.bases]
    pins: Mapping[int, Iterable[str]] = {base.ordinal: base.pins for base in known.bases}
    if mend.after is not None:
        bases = list(dict.fromkeys(dossier.find(word).ordinal for word in mend.after))
    if mend.pins is not None:
        pins = parted(mend.pins, bases)
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


def _existing(shelves: Shelves, name: str) -> Growing:
    dossier = shelves.dossier(name)
    if dossier.made:
        listed = ", ".join(list(shelves.holdings)[:8])
        raise ArchiveError(f"the archive has no dossier {name}", f"it has {listed}" if listed else "it is empty")
    return dossier


def _raced() -> ArchiveError:
    return ArchiveError(f"other processes changed the archive {MOST_TRIES} times during the recording", "try again")
