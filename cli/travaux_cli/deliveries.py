"""Files handed to the archive: from words of the command line, or from a list, to what is recorded."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from travaux.archive import Archive
from travaux.archive.entries import Entry
from travaux.archive.importing import manifest
from travaux.archive.particulars import Particulars
from travaux.model.receipts import Imported
from travaux.pipeline.files import printable
from travaux_cli.drafts import STANDARD_INPUT, Revisions, content, office, understood


@dataclass(frozen=True)
class Delivery:
    """What the options tell of files, as `Entry` has it."""

    dossier: str | None = None
    given: Particulars = field(default_factory=Particulars)
    after: tuple[str, ...] = ()
    before: str | None = None
    pins: tuple[str, ...] = ()
    revisions: Revisions = "refuse"


def entries(words: Sequence[str], told: Delivery) -> list[Entry]:
    """Return what files hold, with what is told of them; LibreOffice, where it is installed, is there for the rest.

    Raises:
        SourceError: a file cannot be opened.
        ChoiceError: a word names no resolution after its `#`.
    """
    options = {} if told.revisions == "refuse" else {"revisions": told.revisions}
    converter = office()
    return [
        Entry(
            name=_name(wanted.name),
            content=content(wanted.name),
            dossier=told.dossier,
            choice=wanted.key,
            given=told.given,
            after=told.after,
            before=told.before,
            pins=told.pins,
            options=options,
            office=converter,
        )
        for wanted in map(understood, words)
    ]


def listed(path: str) -> list[Entry]:
    """Return what a list names; its paths begin in the directory in which it stands.

    Raises:
        SourceError: the list or a file in it cannot be opened.
        ArchiveError: it is no such list.
    """
    folder = Path() if path == STANDARD_INPUT else Path(path).parent
    converter = office()
    found = manifest(_name(path), content(path), lambda name: content(str(folder / name)))
    return [replace(entry, office=converter) for entry in found]


def recorded(
    archive: Archive, found: Sequence[Entry], *, dry_run: bool, progress: Callable[[int, int], None] | None
) -> Imported:
    """Record drafts, all or none.

    Raises:
        TravauxError: a draft cannot be read, chosen, linked or recorded.
    """
    if len(found) != 1 or found[0].before is None:
        return archive.import_(found, dry_run=dry_run, progress=progress)
    (one,) = found
    told = one.given
    added = archive.add(
        one.name,
        one.content,
        dossier=one.dossier,
        choice=one.choice,
        symbol=told.symbol,
        title=told.title,
        stage=told.stage,
        body=told.body,
        date=told.date,
        sponsors=told.sponsors,
        after=one.after,
        before=one.before,
        pins=one.pins,
        options=one.options,
        office=one.office,
        dry_run=dry_run,
    )
    return Imported(added=(added,))


def notices(found: Imported) -> tuple[str, ...]:
    """Return how the sources were read, a sentence each, with the draft where there are several."""
    told = []
    for one in found.added:
        name = f"{one.dossier}@{one.revision.ordinal}: " if len(found.added) > 1 else ""
        told += [f"{name}{notice.message}" for notice in one.revision.record.notices] if not one.known else []
    return tuple(dict.fromkeys(told))


def _name(path: str) -> str:
    return path if path == STANDARD_INPUT else printable(Path(path).name)
