"""Adding drafts: which dossier, which bases, which words are new; one transaction for all of them."""

from collections.abc import Callable, Mapping, Sequence

from travaux.archive.drafting import Drafted, based, drafted, parted
from travaux.archive.entries import Entry, Prepared, negotiated, prepare
from travaux.archive.growing import Growing
from travaux.archive.messages import message
from travaux.archive.racing import until_won
from travaux.archive.shelves import Shelves
from travaux.archive.trees import Draft, resolution
from travaux.archive.writing import Recorder, Writer, writing
from travaux.errors import ArchiveError
from travaux.model.evidence import Revision
from travaux.model.receipts import Added, Ignored
from travaux.model.record import Record
from travaux.store import RefUpdate

Progress = Callable[[int, int], None]
"""Told how many drafts are done, and how many there are."""


def record(
    recorder: Recorder, entries: Sequence[Entry], *, dry: bool = False, progress: Progress | None = None
) -> tuple[Added, ...]:
    """Add drafts, all or none, in order.

    A draft is made from what its `after` names, else from the latest draft of its dossier; where that leaves out the
    end of the branch, it is a rival. The same bytes are not recorded twice in one dossier. When another process is
    faster, everything is derived anew from what it wrote.

    Args:
        recorder: where, by whom, when.
        entries: the drafts; none with `before`.
        dry: find out what would be recorded, and record nothing.
        progress: told after each draft.

    Raises:
        SourceError, ChoiceError, LanguageError: an entry cannot be read, chosen or linked; nothing is recorded.
        ArchiveError: the archive refuses; nothing is recorded.
    """
    memory: dict[int, Prepared] = {}

    def attempt() -> tuple[Added, ...] | None:
        with writing(recorder, len(entries), dry=dry) as writer:
            plan = Plan(recorder, writer, compared=len(entries) == 1)
            for number, entry in enumerate(entries):
                prepared = memory.get(number) or prepare(entry)
                if len(entries) == 1:
                    memory[number] = prepared
                plan.add(prepared)
                if progress is not None:
                    progress(number + 1, len(entries))
            ids = writer.update(plan.updates) if plan.grown else {}
        return None if ids is None else plan.receipts(ids, dry=dry)

    return until_won(attempt)


class Plan:
    """Drafts on their way into an archive: linked and written, but held by no reference yet."""

    def __init__(self, recorder: Recorder, writer: Writer, *, compared: bool) -> None:
        self.shelves = Shelves(recorder.store)
        self.compared = compared
        self.writer = writer
        self.recorder = recorder
        self.keys: dict[str, tuple[str, int]] = {}
        self.found: list[Added] = []

    @property
    def grown(self) -> list[Growing]:
        """The dossiers to which drafts were added."""
        return [dossier for dossier in self.shelves.open.values() if dossier.added]

    def add(self, prepared: Prepared) -> None:
        """Add a draft."""
        entry = prepared.entry
        dossier = self.shelves.dossier(self.shelves.name(entry.dossier, prepared.title))
        made_now = dossier.made and not dossier.added
        known = dossier.holding(prepared.origin, prepared.choice)
        if known is not None:
            after = [self._named(word, dossier) for word in entry.after]
            pins = parted(entry.pins, after or dossier.bases(known.ordinal), lambda word: self._named(word, dossier))
            self._key(entry, known)
            self.found.append(held_already(entry, known, after, pins))
            return
        bases = self.bases(entry, dossier)
        made = self.drafted(prepared, dossier, bases)
        rival = not dossier.extends(list(bases))
        revision = self.write(dossier, made, bases, entry.content)
        dossier.add(revision, made.draft)
        if not rival:
            self.shelves.called(dossier.dossier, made.draft.record.title)
        self._key(entry, revision)
        told = {"rival": rival, "made": made_now, "comparison": made.comparison}
        self.found.append(added(entry, revision).model_copy(update=told))

    def bases(self, entry: Entry, dossier: Growing) -> dict[int, Draft]:
        """Return the drafts that an entry was made from, by ordinal."""
        if entry.after:
            numbers = [self._named(word, dossier) for word in entry.after]
            return {number: dossier.draft(number) for number in numbers}
        return {} if dossier.made and not dossier.added else {dossier.latest: dossier.draft(dossier.latest)}

    def drafted(self, prepared: Prepared, dossier: Growing, bases: Mapping[int, Draft]) -> Drafted:
        """Link an entry with its bases."""
        first = next(iter(bases.values()), None)
        text = negotiated(prepared.whole, resolution(first) if first else None)
        pins = parted(prepared.entry.pins, list(bases), lambda word: self._named(word, dossier))
        pinned = based(bases, pins)
        return drafted(prepared, text, (dossier.dossier, dossier.next), pinned, compared=self.compared)

    def write(self, dossier: Growing, made: Drafted, bases: Mapping[int, Draft], source: bytes) -> Revision:
        """Write the commit of a draft."""
        known = made.draft.record
        parents = [dossier.revisions[number].commit for number in bases]
        commit = self.writer.commit(dossier.files(made.draft, source), parents, message(known, made.counts))
        return revision(commit, parents, self.recorder, known)

    def updates(self, id_of: Callable[[str], str]) -> list[RefUpdate]:
        """Return the references to change."""
        found = [update for dossier in self.grown for update in dossier.updates()]
        return [RefUpdate(u.name, None if u.new is None else id_of(u.new), u.old) for u in found]

    def receipts(self, ids: Mapping[str, str], *, dry: bool) -> tuple[Added, ...]:
        """Return what came of each entry, with the ids that the commits got."""
        return tuple(
            one.model_copy(update={"revision": identified(one.revision, ids), "dry": dry}) for one in self.found
        )

    def _named(self, word: str, dossier: Growing) -> int:
        """The ordinal that a word names: another entry of this import, else a draft of the dossier."""
        name, number = self.keys.get(word, (dossier.dossier, 0))
        if name != dossier.dossier:
            raise ArchiveError(
                f"{word} belongs to the dossier {name}, not to {dossier.dossier}",
                "a draft is made from drafts of its dossier",
            )
        return number or dossier.find(word).ordinal

    def _key(self, entry: Entry, revision: Revision) -> None:
        for key in {entry.key} - {""}:
            self.keys[key] = revision.record.dossier, revision.ordinal


def added(entry: Entry, revision: Revision) -> Added:
    """Return what came of an entry, as far as the revision tells."""
    return Added(dossier=revision.record.dossier, named=entry.dossier is None, revision=revision)


def held_already(
    entry: Entry, revision: Revision, after: Sequence[int], pins: Mapping[int, Sequence[str]], *, before: bool = False
) -> Added:
    """Return what came of an entry whose bytes the archive holds: nothing was recorded, and what was given is ignored.

    Args:
        entry: as it was handed over.
        revision: the draft that holds its bytes.
        after: ordinals of the drafts that it was said to be made from; empty where nothing was said.
        pins: the pins that were given, by base.
        before: it was said to come in before a draft that is not made from it.
    """
    given, record = entry.given.checked(), revision.record
    ignored: list[Ignored] = [
        name
        for name in ("symbol", "title", "stage", "body", "date", "sponsors")
        if (value := getattr(given, name)) is not None and (value or None) != (getattr(record, name) or None)
    ]
    recorded = {base.ordinal: base.pins for base in record.bases}
    if after and list(dict.fromkeys(after)) != list(recorded):
        ignored.append("after")
    if before:
        ignored.append("before")
    if any(not set(links) <= set(recorded.get(number, ())) for number, links in pins.items()):
        ignored.append("pins")
    return added(entry, revision).model_copy(update={"known": True, "ignored": tuple(ignored)})


def revision(commit: str, parents: Sequence[str], recorder: Recorder, record: Record) -> Revision:
    """Return a revision that is being written."""
    who = f"{recorder.identity.name} <{recorder.identity.email}>"
    return Revision(commit=commit, parents=tuple(parents), recorded=recorder.when, recorder=who, record=record)


def identified(found: Revision, ids: Mapping[str, str]) -> Revision:
    """Return a revision with ids in the place of what stood for them."""
    commit, *parents = (ids.get(commit, commit) for commit in (found.commit, *found.parents))
    return found.model_copy(update={"commit": commit, "parents": tuple(parents)})
