"""The life of a text as one value: its drafts, the passages between them, the origin of its words."""

from collections.abc import Iterator, Sequence

from travaux.archive import trees
from travaux.archive.blaming import blame
from travaux.archive.histories import StoredHistory
from travaux.archive.linking import links
from travaux.archive.wordings import reached
from travaux.languages import redline_words
from travaux.model.comparison import Change
from travaux.model.life import Drafted, Life, Numbered, Passage
from travaux.pipeline.changes import change
from travaux.version import __version__


def life(history: StoredHistory, revision: int | None = None) -> Life:
    """Return the life of a text.

    Args:
        history: the dossier.
        revision: ordinal of the draft whose words are explained; then the drafts are those that it came from, and
            itself. None for the latest, with all drafts of the dossier, rivals too.

    Raises:
        ArchiveError: a draft is damaged.
    """
    last = history.latest if revision is None else revision
    among = set(history.order) if revision is None else reached(history, revision)
    order = [ordinal for ordinal in history.order if ordinal in among]
    record = history.draft(last).record
    return Life(
        travaux=__version__,
        dossier=history.dossier,
        title=record.title,
        language=record.language,
        drafts=tuple(_drafted(history, ordinal) for ordinal in order),
        passages=tuple(_passages(history, order)),
        blame=blame(history, last),
    )


def _drafted(history: StoredHistory, ordinal: int) -> Drafted:
    rows = history.draft(ordinal).rows
    return Drafted(
        revision=history.revisions[ordinal],
        paragraphs=tuple(Numbered(id=r.id, address=r.address, part=r.part, line=r.line) for r in rows),
    )


def _passages(history: StoredHistory, order: Sequence[int]) -> Iterator[Passage]:
    for ordinal in order:
        new = history.draft(ordinal)
        for base in history.bases(ordinal):
            old = history.draft(base)
            words = redline_words(old.record.language)
            olds, news = ({p.id: p for p in trees.paragraphs(d.rows, d.texts)} for d in (old, new))
            changes = (
                change(f"c{n}", link, olds.__getitem__, news.__getitem__, emphasis=False, words=words)
                for n, link in enumerate(links(old, new), 1)
            )
            yield Passage(old=base, new=ordinal, changes=tuple(map(_told, changes)))


def _told(change: Change) -> Change:
    """The change, without its redline where nothing was dropped or added."""
    same = all(segment.op == "keep" for segment in change.redline)
    return change.model_copy(update={"redline": ()}) if same else change
