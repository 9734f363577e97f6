"""An archive of drafts: one object for all that is done with it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from travaux.archive import (
    blaming,
    histories,
    living,
    naming,
    opening,
    recording,
    rerecording,
    searching,
    tracing,
    verifying,
)
from travaux.archive.entries import Entry
from travaux.archive.histories import StoredHistory
from travaux.archive.layout import Held, held, no_dossier
from travaux.archive.opening import Clock
from travaux.archive.particulars import Particulars
from travaux.archive.recording import Progress
from travaux.archive.trees import resolution
from travaux.archive.writing import Recorder
from travaux.collector import resting
from travaux.model.document import Resolution
from travaux.model.evidence import Blame, Dossier, Revision, Search, Trace, Verification
from travaux.model.life import Life
from travaux.model.receipts import Added, Corrected, Imported
from travaux.store import Identity, Store

_NOTHING: Mapping[str, str] = {}


class Archive:
    """An archive that is open; close it, or use it as a context manager, so that no child process is left.

    The engine reads no clock and no environment: whoever opens an archive gives them.

    Attributes:
        path: the repository.
    """

    def __init__(
        self,
        store: Store,
        *,
        environment: Mapping[str, str] = _NOTHING,
        identity: Identity | None = None,
        clock: Clock | None = None,
    ) -> None:
        """Hold a store that is open.

        Args:
            store: holds an archive.
            environment: git's path and the user's own git configuration are found by it, and `SOURCE_DATE_EPOCH`.
            identity: who records; None for the one that the user's git configuration names, else a neutral one.
            clock: gives the seconds since 1970; None where nothing will be recorded.
        """
        self.path = store.path
        self._store = store
        self._environment = environment
        self._identity = identity
        self._clock = clock

    @classmethod
    def init(
        cls,
        path: str | Path,
        *,
        environment: Mapping[str, str] = _NOTHING,
        identity: Identity | None = None,
        clock: Clock | None = None,
    ) -> Self:
        """Make an archive, a bare repository, and open it; arguments as in the constructor.

        Raises:
            ArchiveError: there is something at the path already, or it cannot be written.
        """
        now = opening.when(environment, clock)
        store = opening.create(Path(path), environment, identity, now)
        return cls(store, environment=environment, identity=identity, clock=clock)

    @classmethod
    def open(
        cls,
        path: str | Path,
        *,
        environment: Mapping[str, str] = _NOTHING,
        identity: Identity | None = None,
        clock: Clock | None = None,
    ) -> Self:
        """Open the archive at a path, a clone of one, or `archive.git` in it; arguments as in the constructor.

        Raises:
            ArchiveError: there is none, or its layout is later than what this version of travaux knows.
        """
        store = opening.open_(Path(path), environment)
        return cls(store, environment=environment, identity=identity, clock=clock)

    @classmethod
    def find(
        cls,
        start: str | Path,
        *,
        environment: Mapping[str, str] = _NOTHING,
        identity: Identity | None = None,
        clock: Clock | None = None,
    ) -> Self:
        """Open the nearest archive: at a directory, `archive.git` in it, or the same of a directory above.

        Raises:
            ArchiveError: there is none.
        """
        store = opening.find(Path(start), environment)
        return cls(store, environment=environment, identity=identity, clock=clock)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End every child process; may be called twice."""
        self._store.close()

    # Reading

    def dossiers(self) -> tuple[Dossier, ...]:
        """Return all dossiers, by name."""
        return tuple(history.value() for history in self._histories(self._held()).values())

    def dossier(self, name: str) -> Dossier:
        """Return a dossier.

        Raises:
            ArchiveError: there is none of this name; the hint lists what there is.
        """
        return self.history(name).value()

    def history(self, name: str) -> StoredHistory:
        """Return the history of a dossier.

        Raises:
            ArchiveError: there is none of this name; the hint lists what there is.
        """
        return self._histories({name: self._one(name)})[name]

    def revision(self, dossier: str, word: str) -> Revision:
        """Return the draft that a word names: `3`, `@3`, a symbol, `latest`, `latest~1`.

        Raises:
            ArchiveError: there is no such dossier or draft; the hint lists what there is.
        """
        return self.history(dossier).find(word)

    def draft(self, dossier: str, word: str) -> Resolution:
        """Return the text of the draft that a word names, as it was recorded: its source is not read again.

        Raises:
            ArchiveError: there is no such dossier or draft, or it is damaged.
        """
        history = self.history(dossier)
        return resolution(history.draft(history.find(word).ordinal))

    def source(self, dossier: str, word: str) -> bytes:
        """Return the bytes of the draft that a word names, as they were received.

        Raises:
            ArchiveError: there is no such dossier or draft, or it is damaged.
        """
        return rerecording.source(self._store, self.revision(dossier, word))

    # Asking

    @resting()
    def blame(self, dossier: str, word: str = "latest", paragraph: str | None = None) -> Blame:
        """Return which draft brought which words of the draft that a word names.

        Args:
            dossier: name of the dossier.
            word: a word for the draft.
            paragraph: address or id of a paragraph, which is told with its subparagraphs; None for all.

        Raises:
            ArchiveError: there is no such dossier, draft or paragraph, or a draft is damaged.
        """
        history = histories.glanced(self._store, dossier, self._one(dossier))
        ordinal = history.ordinal(word)
        if paragraph is None:
            return blaming.blame(history, ordinal)
        rows = history.draft(ordinal).rows
        wanted = naming.below(paragraph, rows)
        if not wanted:
            raise naming.unknown(paragraph, f"{dossier}@{ordinal}", rows)
        return blaming.blame(history, ordinal, [row.id for row in wanted])

    @resting()
    def trace(self, dossier: str, paragraph: str, word: str | None = None) -> Trace:
        """Return what a paragraph came from and what became of it, draft by draft.

        Args:
            dossier: name of the dossier.
            paragraph: address or id of the paragraph.
            word: a word for the draft in which it is asked for; None for the latest, else the last that has it.

        Raises:
            ArchiveError: there is no such dossier, draft or paragraph, or a draft is damaged.
        """
        history = self.history(dossier)
        return tracing.trace(history, paragraph, None if word is None else history.find(word).ordinal)

    @resting()
    def life(self, dossier: str, word: str | None = None) -> Life:
        """Return the life of a text: its drafts, what became of each paragraph between them, who brought its words.

        Args:
            dossier: name of the dossier.
            word: a word for the draft whose words are explained, with the drafts it came from; None for the latest,
                with all drafts of the dossier.

        Raises:
            ArchiveError: there is no such dossier or draft, or a draft is damaged.
        """
        history = self.history(dossier)
        return living.life(history, None if word is None else history.find(word).ordinal)

    @resting()
    def search(self, phrase: str, dossiers: Sequence[str] | None = None) -> Search:
        """Return when and where the same words stood, in all dossiers or in some.

        Raises:
            ArchiveError: there is no such dossier, the phrase has no words, or a draft is damaged.
        """
        known = self._histories(self._held()).values() if dossiers is None else map(self.history, dossiers)
        return searching.search(known, phrase)

    # Recording

    def add(  # noqa: PLR0913 - each is a thing that a person may know of a draft
        self,
        name: str,
        content: bytes,
        *,
        dossier: str | None = None,
        choice: str | None = None,
        symbol: str | None = None,
        title: str | None = None,
        stage: str | None = None,
        body: str | None = None,
        date: str | None = None,
        sponsors: Sequence[str] | None = None,
        after: Sequence[str] = (),
        before: str | None = None,
        pins: Sequence[str] = (),
        options: Mapping[str, str] = _NOTHING,
        office: str | None = None,
        dry_run: bool = False,
    ) -> Added:
        """Record a draft.

        What is given wins over what the text tells; an empty word or list says that there is none.

        Args:
            name: name of the file as received.
            content: its bytes.
            dossier: name of the dossier; None for the one that holds a text of this title, else a new one.
            choice: which resolution of the file, as `Document.choose` takes it.
            symbol: document symbol.
            title: title without number.
            stage: `draft`, `revised draft`, `recommended`, `adopted` or any other word.
            body: the body before which it stood.
            date: the true date, `1946-01-24`, `1946-01` or `1946`.
            sponsors: in order.
            after: the drafts that it was made from; none for the latest.
            before: it was found late and comes in before this draft, which is recorded again with all that stands
                on it.
            pins: links that are fixed, `OP5=OP7`; with several bases `3:OP5=OP7`.
            options: reading options of the format.
            office: path of LibreOffice, which makes Word files of foreign formats; None where it is not to be used.
            dry_run: tell what would be recorded, and record nothing.

        Raises:
            SourceError, ChoiceError, LanguageError: the file cannot be read, chosen or linked.
            ArchiveError: the archive refuses.
        """
        entry = Entry(
            name=name,
            content=content,
            dossier=dossier,
            choice=choice,
            given=Particulars(symbol, title, stage, body, date, None if sponsors is None else tuple(sponsors)),
            after=tuple(after),
            before=before,
            pins=tuple(pins),
            options=options,
            office=office,
        )
        if before is not None:
            return rerecording.insert(self._recorder(), entry, dry=dry_run)
        return recording.record(self._recorder(), [entry], dry=dry_run)[0]

    def import_(self, entries: Sequence[Entry], *, dry_run: bool = False, progress: Progress | None = None) -> Imported:
        """Record many drafts in order, all or none; `importing.manifest` reads them from a list.

        Raises:
            SourceError, ChoiceError, LanguageError: a file cannot be read, chosen or linked; nothing is recorded.
            ArchiveError: the archive refuses; nothing is recorded.
        """
        return Imported(added=recording.record(self._recorder(), entries, dry=dry_run, progress=progress))

    def correct(  # noqa: PLR0913 - the same
        self,
        dossier: str,
        revision: str,
        *,
        symbol: str | None = None,
        title: str | None = None,
        stage: str | None = None,
        body: str | None = None,
        date: str | None = None,
        sponsors: Sequence[str] | None = None,
        after: Sequence[str] | None = None,
        pins: Sequence[str] | None = None,
        dry_run: bool = False,
    ) -> Corrected:
        """Mend a record: the draft and all that stands on it are recorded again; what was is kept.

        None leaves a thing as it is; an empty word or list says that there is none.

        Args:
            dossier: name of the dossier.
            revision: a word for the draft.
            symbol: as in `add`.
            title: as in `add`.
            stage: as in `add`.
            body: as in `add`.
            date: as in `add`.
            sponsors: as in `add`.
            after: the drafts that it was truly made from; the links with them are found anew.
            pins: links that are fixed, in the place of those that were recorded; the links are found anew.
            dry_run: tell what would be recorded, and record nothing.

        Raises:
            ChoiceError: a pin is impossible.
            ArchiveError: there is no such draft, or the archive refuses.
        """
        given = Particulars(symbol, title, stage, body, date, None if sponsors is None else tuple(sponsors))
        mend = rerecording.Mend(given, None if after is None else tuple(after), None if pins is None else tuple(pins))
        return rerecording.correct(self._recorder(), (dossier, revision), mend, dry=dry_run)

    # Judging

    def verify(self, dossiers: Sequence[str] | None = None, progress: Progress | None = None) -> Verification:
        """Examine the archive, or some dossiers of it; see `docs/reference/archive-layout.md` for what is proved.

        Raises:
            ArchiveError: git cannot be run, or there is no such dossier.
        """
        return verifying.verify(self._store, dossiers, progress)

    # The way to the store

    def _held(self) -> dict[str, Held]:
        return held(self._store.refs(), self._store.remote)

    def _one(self, name: str) -> Held:
        known = self._held()
        if name not in known:
            raise no_dossier(name, known)
        return known[name]

    def _histories(self, holdings: Mapping[str, Held]) -> dict[str, StoredHistory]:
        return histories.read(self._store, holdings)

    def _recorder(self) -> Recorder:
        who = self._identity or self._store.identity() or opening.NEUTRAL
        return Recorder(self._store, who, opening.when(self._environment, self._clock))
