"""Words of the command line (`PATH`, `PATH#number`, `dossier@revision`, `-`) as resolutions."""

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from travaux import pipeline
from travaux.errors import ArchiveError, ChoiceError, SourceError
from travaux.model.document import Document, Notice, Resolution, Source
from travaux.pipeline import files
from travaux.pipeline.files import Wanted, chosen, printable

if TYPE_CHECKING:
    from travaux.model.evidence import Dossier, Revision

__all__ = [
    "STANDARD_INPUT", "Draft", "Revisions", "Wanted", "archived", "both_states", "chosen", "content", "drafts",
    "expanded", "is_archived", "opened", "printable", "recorded_pins", "understood", "with_file",
]  # fmt: skip

STANDARD_INPUT = "-"
Revisions = Literal["accepted", "original", "refuse"]
"""What is done about the tracked changes of a Word file."""


@dataclass(frozen=True)
class Draft:
    """One resolution that a word names.

    Attributes:
        resolution: the resolution.
        notices: how its file and itself were read, a sentence each.
        revision: the draft of an archive that it is; None for a file.
        source: its file as it was read; None for a draft of an archive.
    """

    resolution: Resolution
    notices: tuple[str, ...]
    revision: "Revision | None" = None
    source: Source | None = None


def drafts(
    words: Sequence[str], revisions: Revisions = "refuse", language: str | None = None, archive: str | None = None
) -> list[Draft]:
    """Return the resolutions that words name, in order; a file named twice is read once.

    `dossier@revision` names a draft of the archive, unless it is an existing path.

    Args:
        words: as a user writes them.
        revisions: which words of a Word file with tracked changes count; such a file is refused otherwise.
        language: code of the language that files are read in; else their words tell it.
        archive: where the archive is; None for the one of the environment, else the nearest.

    Raises:
        LanguageError: travaux does not read this language.
        ChoiceError: standard input is named twice, or a resolution is not in its file.
        SourceError: a file could not be read.
        ArchiveError: there is no archive, or no such draft in it.
    """
    stored = archived([word for word in words if is_archived(word)], archive)
    read = iter(_read([word for word in words if word not in stored], revisions, language))
    return [stored[word] if word in stored else next(read) for word in words]


def is_archived(word: str) -> bool:
    """Whether a word names a draft of the archive: it has the form, and no path has its name, `#` apart."""
    if "@" not in word or os.path.lexists(word):
        return False
    from travaux_cli import archives  # only a word with an @ needs it  # noqa: PLC0415

    return archives.names_a_draft(word) and not any(os.path.lexists(name) for name, _ in files.cuts(word))


def with_file(draft: Draft, word: str, archive: str | None = None) -> Draft:
    """Return a draft of an archive with its file, read again, where that still gives the text that was recorded.

    Raises:
        ArchiveError: the archive cannot be read.
    """
    from travaux_cli import archives  # noqa: PLC0415

    recorded = draft.resolution
    if recorded.origin is None:
        return draft
    dossier, revision = archives.parted(word)
    with archives.opened(archive) as held:
        content = held.source(dossier, revision or "latest")
    source = pipeline.read(recorded.origin.name, content, recorded.origin.options, office=office())
    for text in _texts(pipeline.parse(source)):
        if _words(text) == _words(recorded):
            return replace(draft, resolution=text, source=source)
    return draft


def _texts(document: Document) -> Iterator[Resolution]:
    """All resolutions of a document, those that others transmit too; where there is none, the plain paragraphs."""
    waiting = list(document.resolutions) or [document.choose()]
    for text in waiting:
        yield text
        waiting.extend(text.transmits)


def _words(text: Resolution) -> list[tuple[str, str]]:
    return [(p.id, p.text) for p in text.paragraphs] + [(note.id, note.text) for note in text.notes]


def archived(words: Sequence[str], archive: str | None = None) -> dict[str, Draft]:
    """Return the drafts of the archive, at a place as `drafts` has it, that words name.

    Raises:
        ArchiveError: there is no archive, or no such draft in it.
    """
    if not words:
        return {}
    from travaux_cli import archives  # what uses no archive loads no git  # noqa: PLC0415

    found = {}
    try:
        opened = archives.opened(archive)
    except ArchiveError as error:
        raise ArchiveError(f"there is no file {words[0]}, and {error.message}", error.hint) from None
    with opened as held:
        for word in dict.fromkeys(words):
            dossier, revision = archives.parted(word)
            text = held.draft(dossier, revision or "latest")
            notices = tuple(dict.fromkeys(_sentence(notice) for notice in text.notices))
            found[word] = Draft(text, notices, held.revision(dossier, revision or "latest"))
    return found


def expanded(words: Sequence[str], archive: str | None = None) -> list[str]:
    """Return the words; the name of a dossier stands for the drafts that lead to its latest, oldest first.

    Raises:
        ArchiveError: the archive cannot be read.
    """
    from travaux_cli import archives  # noqa: PLC0415

    if not any(archives.is_dossier(word) and not os.path.lexists(word) for word in words):
        return list(words)
    out: list[str] = []
    try:
        opened = archives.opened(archive)
    except ArchiveError:  # then it is a file that is not there, as will be told
        if archive is not None:
            raise
        return list(words)
    with opened as held:
        known = {dossier.id: dossier for dossier in held.dossiers()}
        for word in words:
            if word in known and not os.path.lexists(word):
                out += [f"{word}@{ordinal}" for ordinal in _leading(known[word])]
            else:
                out.append(word)
    return out


def recorded_pins(old: Draft, new: Draft) -> tuple[str, ...]:
    """Return the pins with which a draft of the archive was linked with an older one that it was made from."""
    if old.revision is None or new.revision is None or old.revision.record.dossier != new.revision.record.dossier:
        return ()
    bases = new.revision.record.bases
    return next((base.pins for base in bases if base.ordinal == old.revision.ordinal), ())


def _leading(dossier: "Dossier") -> list[int]:
    """The ordinals from a first draft to the latest, by the first base of each."""
    bases = {revision.ordinal: revision.record.bases for revision in dossier.revisions}
    way = []
    ordinal = dossier.latest
    while ordinal is not None:
        way.append(ordinal)
        ordinal = bases[ordinal][0].ordinal if bases[ordinal] else None
    return way[::-1]


def both_states(word: str, language: str | None = None) -> list[Draft]:
    """Return the original and the accepted text of a Word file with tracked changes.

    Raises:
        LanguageError: travaux does not read the language.
        ChoiceError: the file has no tracked changes, or a resolution is not in it.
        SourceError: the file could not be read.
    """
    wanted = understood(word)
    if wanted.name == STANDARD_INPUT or is_archived(word):
        raise _alone(word)
    original = opened(wanted.name, "original", language)
    if not any(notice.code == "tracked-changes" for notice in original.notices):
        raise _alone(word)
    states = (original, opened(wanted.name, "accepted", language))
    return [_draft(source, pipeline.parse(source), wanted) for source in states]


def _alone(word: str) -> ChoiceError:
    said = f"{printable(word)} is one text: it is no Word file with tracked changes"
    return ChoiceError(said, "give the other text too")


def _read(words: Sequence[str], revisions: Revisions, language: str | None) -> list[Draft]:
    wanted = [understood(word) for word in words]
    if sum(want.name == STANDARD_INPUT for want in wanted) > 1:
        raise ChoiceError("standard input (-) can be read only once", "give a file for the other text")
    names = dict.fromkeys(want.name for want in wanted)
    sources = {name: opened(name, revisions, language) for name in names}
    documents = {name: pipeline.parse(source) for name, source in sources.items()}
    return [_draft(sources[want.name], documents[want.name], want) for want in wanted]


def understood(word: str) -> Wanted:
    """Return the file and the resolution that a word names, as `travaux.load` understands it; `-` is a file too.

    Raises:
        ChoiceError: nothing stands after the `#`.
    """
    return files.understood(word, always=(STANDARD_INPUT,))


def opened(name: str, revisions: Revisions = "refuse", language: str | None = None) -> Source:
    """Read a file, or standard input; the source is named by the last part of its path.

    What LibreOffice can convert is converted with it, where it is installed.

    Raises:
        LanguageError: travaux does not read the language that is asked for.
        SourceError: it is missing, a directory, not permitted, too large, or not a draft.
    """
    options: dict[str, str] = {"revisions": revisions}
    if language is not None:
        options["language"] = language
    if name != STANDARD_INPUT:
        return pipeline.read_path(name, options, office=office())
    source = pipeline.read("standard input", content(name), options, office=office())
    return source.model_copy(update={"origin": source.origin.model_copy(update={"name": name})})


def content(name: str) -> bytes:
    """Return the bytes of a file, or of standard input.

    Raises:
        SourceError: as `opened`, whatever the bytes are.
    """
    if name != STANDARD_INPUT:
        return files.content_of(name)
    if sys.stdin is None:
        return b""
    try:
        return files.limited(sys.stdin.buffer.read, "standard input")
    except OSError as error:
        raise SourceError(f"standard input could not be read: {error.strerror or error}") from None


def office() -> str | None:
    """Path of LibreOffice, or None where it is not installed; what `shutil.which` does, which takes long to load."""
    names = ("soffice", "libreoffice", "soffice.com", "soffice.exe")
    ways = (os.path.join(folder, name) for folder in os.get_exec_path() for name in names)  # noqa: PTH118
    return next((way for way in ways if os.access(way, os.X_OK)), None)


def _draft(source: Source, document: Document, wanted: Wanted) -> Draft:
    resolution = chosen(document, wanted)
    notices = dict.fromkeys(_sentence(notice) for notice in (*document.notices, *resolution.notices))
    return Draft(resolution, tuple(notices), source=source)


def _sentence(notice: Notice) -> str:
    """A notice as one sentence, with its line where it is known."""
    line = notice.place.line
    return f"line {line}: {notice.message}" if line else notice.message
