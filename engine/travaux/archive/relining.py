"""The drafts of a dossier that are recorded again together: new commits, the same ordinals, and what was is kept."""

from collections.abc import Callable, Mapping

from travaux.archive.descents import Ancestry, ancestors, lines, recorded, relined
from travaux.archive.drafting import linked
from travaux.archive.growing import Growing
from travaux.archive.layout import branch, newest, superseded, tag
from travaux.archive.messages import message
from travaux.archive.ordering import ordered
from travaux.archive.recording import revision
from travaux.archive.trees import DELTA, NOTES, RECORD, ROWS, TEXT, Draft, Raw, files, paragraphs, source_path
from travaux.archive.writing import Recorder, Writer
from travaux.errors import ArchiveError
from travaux.model.evidence import Revision
from travaux.model.record import Record
from travaux.store import RefUpdate, Store


class Relining:
    """Drafts of a dossier that are recorded again because some of their records change.

    Attributes:
        dossier: as it stands.
        records: every record of the dossier as it will be.
        affected: ordinals of the drafts that are recorded again, bases first.
        made: the new revisions, once written; one that was found late among them.
    """

    def __init__(
        self, dossier: Growing, revised: Mapping[int, Record], reason: str, new: Mapping[int, Draft] | None = None
    ) -> None:
        self.dossier = dossier
        self.reason = reason
        self.drafts: dict[int, Draft] = dict(new or {})
        self.records = {n: r.record for n, r in dossier.revisions.items()} | {
            n: d.record for n, d in self.drafts.items()
        }
        self.records |= revised
        self.made: dict[int, Revision] = {}
        self._lines: dict[int, Raw] = {}
        bases = {n: [b.ordinal for b in r.bases] for n, r in self.records.items()}
        touched: set[int] = set()
        for number in ordered(bases, dossier.dossier):
            if number in revised or touched & set(bases[number]):
                touched.add(number)
        self.affected = tuple(n for n in ordered(bases, dossier.dossier) if n in touched)

    def write(self, recorder: Recorder, writer: Writer) -> None:
        """Write the drafts."""
        for number in self.affected:
            old = self.dossier.revisions[number]
            draft = self.drafts[number] = self._draft(number)
            parents = [self._commit(base.ordinal) for base in draft.record.bases]
            said = message(draft.record, "", (old.commit,), self.reason)
            commit = writer.commit(self._files(recorder.store, old, draft), parents, said)
            self.made[number] = revision(commit, parents, recorder, draft.record)

    def updates(self, id_of: Callable[[str], str]) -> list[RefUpdate]:
        """Return the references to change: tags and branch go over, what was is kept."""
        name, held = self.dossier.dossier, self.dossier.held
        late = self.made.keys() - self.dossier.revisions.keys()
        found = [RefUpdate(tag(name, number), id_of(self.made[number].commit), None) for number in late]
        for number in self.affected:
            old, new = self.dossier.revisions[number].commit, id_of(self.made[number].commit)
            count = max((c for n, c in held.superseded if n == number), default=0) + 1
            found.append(RefUpdate(superseded(name, number, count), old, None))
            found.append(RefUpdate(tag(name, number), new, old))
        last = max(self.records)
        if last in self.made:
            found.append(RefUpdate(newest(name), id_of(self.made[last].commit), held.newest))
        end = self._end()
        if end in self.made:
            found.append(RefUpdate(branch(name), id_of(self.made[end].commit), held.branch if held.own else None))
        return found

    def _end(self) -> int:
        """The end of the branch: as before, unless a draft is now made from it; then the last that is."""
        end = self.dossier.latest
        for number in ordered({n: [b.ordinal for b in r.bases] for n, r in self.records.items()}, self.dossier.dossier):
            if end in (base.ordinal for base in self.records[number].bases):
                end = number
        return end

    def _draft(self, number: int) -> Draft:
        """The same words with other lines of descent; links with bases that stay are those that were recorded."""
        old, record = self.dossier.draft(number), self.records[number]
        given = []
        for base in record.bases:
            before = self.drafts.get(base.ordinal) or self.dossier.draft(base.ordinal)
            if base in old.record.bases:
                found = recorded(old.rows, old.record.bases.index(base))
            else:
                found = ancestors(linked(before, paragraphs(old.rows, old.texts), base.pins))
            given.append(Ancestry(lines(before.rows), found))
        return Draft(record, relined(number, old.rows, given), old.texts, old.note_texts)

    def _commit(self, number: int) -> str:
        return (self.made.get(number) or self.dossier.revisions[number]).commit

    def _files(self, store: Store, old: Revision, draft: Draft) -> dict[str, bytes | str]:
        """The files of the draft; those that stay are named by the ids that they have."""
        stay = {TEXT, NOTES, source_path(old.record)}
        kept = {path: entry.id for path, entry in store.tree(old.commit).items() if path in stay}
        if kept.keys() != stay:
            raise ArchiveError(f"{self.dossier.dossier}@{old.ordinal} is damaged", "travaux verify tells more")
        written = files(draft, b"")
        made: dict[str, bytes | str] = {**kept, RECORD: written[RECORD], ROWS: written[ROWS]}
        lines = Raw(self.dossier.lines(old.ordinal).texts, written[ROWS].split(b"\n")[:-1])
        if delta := self.dossier.delta(draft.record, lines, self._lines_of):
            made[DELTA], lines = delta
        self._lines[old.ordinal] = lines
        return made

    def _lines_of(self, number: int) -> Raw:
        return self._lines.get(number) or self.dossier.lines(number)
