"""The life of a paragraph through all drafts of a dossier, forward and back."""

from collections.abc import Iterator, Mapping

from travaux.archive import trees
from travaux.archive.histories import History
from travaux.archive.linking import links
from travaux.archive.naming import named, unknown
from travaux.model.comparison import Link, Segment
from travaux.model.document import Paragraph
from travaux.model.evidence import Step, Trace
from travaux.model.record import Row
from travaux.pipeline.changes import change


def trace(history: History, paragraph: str, revision: int | None = None) -> Trace:
    """Return what a paragraph came from and what became of it, draft by draft.

    Back through all its ancestors, forward through all its heirs, along every way through the drafts. A step tells
    the whole link: where the paragraph was split from another, its sister stands in the step too, but is not followed.

    Args:
        history: the dossier.
        paragraph: address or id, without regard to case and spaces.
        revision: ordinal of the draft in which it is asked for; with None the latest, else the last draft that has
            a paragraph of this name.

    Raises:
        ArchiveError: there is no such paragraph; the hint tells what there is.
    """
    lives = _Lives(history)
    asked, row = lives.asked(paragraph, revision)
    steps = (*lives.back(asked, row.id), *lives.forward(asked, row.id))
    return Trace(dossier=history.dossier, asked=row.address, revision=asked, steps=steps)


class _Lives:
    """The links of a dossier, read when they are needed."""

    def __init__(self, history: History) -> None:
        self._history = history
        self._paragraphs: dict[int, Mapping[str, Paragraph]] = {}
        self._links: dict[tuple[int, int], list[Link]] = {}

    def asked(self, name: str, revision: int | None) -> tuple[int, Row]:
        """The draft and the paragraph of this name."""
        latest = self._history.latest if revision is None else revision
        later = [o for o in reversed(self._history.order) if o != latest] if revision is None else []
        for ordinal in (latest, *later):
            if found := named(name, self._history.draft(ordinal).rows):
                return ordinal, found
        where = f"any draft of {self._history.dossier}" if later else f"{self._history.dossier}@{latest}"
        raise unknown(name, where, self._history.draft(latest).rows)

    def back(self, ordinal: int, key: str) -> Iterator[Step]:
        """The steps up to and into a draft, in the order of the history."""
        traced: dict[int, set[str]] = {ordinal: {key}}
        steps: list[list[Step]] = []
        for draft in reversed(self._history.order):
            if draft not in traced:
                continue
            here: list[Step] = []
            bases = self._history.bases(draft)
            born = set(traced[draft])
            for base in bases:
                for link in self._between(base, draft):
                    if link.old and traced[draft].intersection(link.new):
                        traced.setdefault(base, set()).update(link.old)
                        born.difference_update(link.new)
                        here.append(self._step(base, draft, link))
            here += [self._birth(bases[0] if bases else None, draft, new) for new in self._of(draft) if new in born]
            steps.append(here)
        for here in reversed(steps):
            yield from here

    def forward(self, ordinal: int, key: str) -> Iterator[Step]:
        """The steps after a draft, in the order of the history."""
        traced: dict[int, set[str]] = {ordinal: {key}}
        for draft in self._history.order:
            for base in self._history.bases(draft):
                if base not in traced or draft == ordinal:
                    continue
                for link in self._between(base, draft):
                    if traced[base].intersection(link.old):
                        if link.new:
                            traced.setdefault(draft, set()).update(link.new)
                        yield self._step(base, draft, link)

    def _of(self, ordinal: int) -> Mapping[str, Paragraph]:
        if ordinal not in self._paragraphs:
            draft = self._history.draft(ordinal)
            self._paragraphs[ordinal] = {p.id: p for p in trees.paragraphs(draft.rows, draft.texts)}
        return self._paragraphs[ordinal]

    def _between(self, base: int, draft: int) -> list[Link]:
        if (base, draft) not in self._links:
            self._links[base, draft] = links(self._history.draft(base), self._history.draft(draft))
        return self._links[base, draft]

    def _birth(self, base: int | None, draft: int, key: str) -> Step:
        """A paragraph that no base has, in a first draft or later."""
        paragraph = self._of(draft)[key]
        words = (Segment(op="add", text=paragraph.text),) if paragraph.text else ()
        if base is None:
            return Step(revision=draft, new=(paragraph.address,), redline=words)
        return Step(revision=draft, base=base, new=(paragraph.address,), relation="added", redline=words)

    def _step(self, base: int, draft: int, link: Link) -> Step:
        olds, news = self._of(base), self._of(draft)
        made = change("step", link, olds.__getitem__, news.__getitem__, emphasis=False)
        return Step(
            revision=draft,
            base=base,
            old=tuple(olds[key].address for key in link.old),
            new=tuple(news[key].address for key in link.new),
            relation=made.relation,
            moved=made.moved,
            renumbered=made.renumbered,
            transferred=made.transferred,
            altered=made.altered,
            redline=made.redline,
        )
