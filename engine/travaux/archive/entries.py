"""One draft as it is handed to the archive, read, and ready to be linked with the drafts before it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from travaux.archive.particulars import Particulars, printed, sound
from travaux.errors import ChoiceError
from travaux.model.document import Document, Origin, Resolution
from travaux.pipeline import parse, read
from travaux.pipeline.counterparts import counterparts


@dataclass(frozen=True, slots=True)
class Entry:
    """A draft that is to be added.

    Attributes:
        name: name of the file as received; never used as a path.
        content: its bytes.
        dossier: name of the dossier; None to find it from the title.
        choice: which resolution of the file, as `Document.choose` takes it.
        given: what a person knows of it; wins over what the text tells.
        after: words for the drafts it was made from; empty for the latest.
        before: a word for the draft before which it comes in; None for none.
        pins: links that a person fixes, `OP5=OP7`; with several bases each begins with a word for the base, as it
            stands in `after` (`3:OP5=OP7`).
        options: reading options of the format.
        office: path of LibreOffice, which makes Word files of foreign formats; None where it is not to be used.
        key: what other entries of the same import call it in `after`; empty for nothing.
    """

    name: str
    content: bytes = field(repr=False)
    dossier: str | None = None
    choice: str | None = None
    given: Particulars = field(default_factory=Particulars)
    after: tuple[str, ...] = ()
    before: str | None = None
    pins: tuple[str, ...] = ()
    options: Mapping[str, str] = field(default_factory=dict)
    office: str | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Prepared:
    """An entry that was read.

    Attributes:
        entry: as it was handed over.
        origin: name, hash, format and options of the source.
        whole: the resolution that was chosen.
        choice: the shortest key for it; None where the file holds one.
    """

    entry: Entry
    origin: Origin
    whole: Resolution
    choice: str | None

    @property
    def title(self) -> str | None:
        """The title by which its dossier is found."""
        single = len(self.whole.transmits) == 1
        return self.particulars(self.whole.transmits[0] if single else self.whole).title

    def particulars(self, text: Resolution) -> Particulars:
        """Return what is known of the text that is archived: what was given, else what the source tells."""
        return self.entry.given.checked().over(printed(self.whole, text))


def prepare(entry: Entry) -> Prepared:
    """Read an entry.

    Raises:
        SourceError: the bytes are no draft that travaux reads.
        ChoiceError: the resolution is not in it, or none was named where there are several.
        ArchiveError: what was given is impossible.
    """
    entry.given.checked()
    source = read(sound(entry.name), entry.content, entry.options, office=entry.office)
    document = parse(source)
    whole = document.choose(entry.choice)
    return Prepared(entry, source.origin, whole, _key(document, whole))


def _key(document: Document, chosen: Resolution) -> str | None:
    only = len(document.resolutions) == 1 and chosen is document.resolutions[0]
    return None if only else document.name(chosen)


def negotiated(whole: Resolution, base: Resolution | None) -> Resolution:
    """Return the text that is negotiated: a resolution, or the draft that it transmits to another organ.

    Args:
        whole: the resolution that was chosen.
        base: the text that it was made from; None for a first draft.

    Raises:
        ChoiceError: it transmits several drafts, and nothing tells which is meant.
    """
    if base is not None:
        return counterparts(base, whole)[1]
    if len(whole.transmits) < 2:
        return whole.transmits[0] if whole.transmits else whole
    titles = "; ".join(draft.title or "(without title)" for draft in whole.transmits)
    raise ChoiceError(
        f"{whole.symbol or whole.title or 'the resolution'} transmits {len(whole.transmits)} drafts: {titles}",
        "a dossier holds one text: begin it with an earlier draft of the one that is meant",
    )
