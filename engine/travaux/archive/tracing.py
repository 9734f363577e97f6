"""The life of a paragraph through all drafts of a dossier, forward and back."""

from collections.abc import Iterator, Mapping

from travaux.archive import trees
from travaux.archive.endings import returned
from travaux.archive.histories import History
from travaux.archive.linking import links
from travaux.archive.naming import named, unknown
from travaux.archive.wordings import Ending, reached
from travaux.languages import redline_words
from travaux.model.comparison import Link, Segment
from travaux.model.document import Paragraph
from travaux.model.evidence import Span, Step, Trace
from travaux.model.record import Row
from travaux.pipeline.changes import change


def trace(history: History, paragraph: str, revision: int | None = None) -> Trace:
    """Return what a paragraph came from and what became of it, draft by draft.

    A paragraph that comes from none, but was taken out before with all its words, is followed back into its earlier
    life, and one that was taken out forward into its later one, as `endings.Endings` tells.

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
        self._returned: dict[int, dict[tuple[int, str], Ending]] = {}

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
        gone: dict[int, dict[tuple[int, str], Step]] = {}
        steps: list[list[Step]] = []
        for draft in reversed(self._history.order):
            if draft not in traced and draft not in gone:
                continue
            here = list(gone.get(draft, {}).values())
            bases = self._history.bases(draft)
            born = set(traced.setdefault(draft, set()))
            for base in bases:
                for link in self._between(base, draft):
                    if link.old and traced[draft].intersection(link.new):
                        traced.setdefault(base, set()).update(link.old)
                        born.difference_update(link.new)
                        here.append(self._step(base, draft, link))
            for new in [key for key in self._of(draft) if key in born] if born else ():
                ending = self._ending(ordinal, draft, new) if bases else None
                here.append(self._birth(bases[0] if bases else None, draft, new, ending))
                if ending is not None:
                    traced.setdefault(ending.until, set()).add(ending.key)
                    gone.setdefault(ending.gone, {})[ending.until, ending.key] = self._end(ending)
            steps.append(here)
        for here in reversed(steps):
            yield from here

    def forward(self, ordinal: int, key: str) -> Iterator[Step]:
        """The steps after a draft, in the order of the history."""
        traced: dict[int, set[str]] = {ordinal: {key}}
        back: dict[int, dict[str, Ending]] = {}
        for draft in self._history.order:
            for new, ending in back.get(draft, {}).items():
                traced.setdefault(draft, set()).add(new)
                yield self._birth(self._history.bases(draft)[0], draft, new, ending)
            for base in self._history.bases(draft):
                if base not in traced or draft == ordinal:
                    continue
                for link in self._between(base, draft):
                    if traced[base].intersection(link.old):
                        if link.new:
                            traced.setdefault(draft, set()).update(link.new)
                        else:
                            for later, new, ending in self._later(base, draft, link.old[0]):
                                back.setdefault(later, {})[new] = ending
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

    def _ending(self, last: int, draft: int, key: str) -> Ending | None:
        """What a paragraph that comes from none was before it was taken out, as the drafts up to the last one tell."""
        if last not in self._returned:
            self._returned[last] = returned(self._history, last)
        return self._returned[last].get((draft, key))

    def _later(self, until: int, gone: int, key: str) -> Iterator[tuple[int, str, Ending]]:
        """The drafts in which a paragraph that was taken out came back, and its ids there."""
        order = self._history.order
        bases = {base for ordinal in order for base in self._history.bases(ordinal)}
        seen = set()
        for last in (ordinal for ordinal in order if ordinal not in bases and gone in reached(self._history, ordinal)):
            self._ending(last, last, "")
            for (draft, new), ending in self._returned[last].items():
                if (ending.until, ending.gone, ending.key) == (until, gone, key) and (draft, new) not in seen:
                    seen.add((draft, new))
                    yield draft, new, ending

    def _end(self, ending: Ending) -> Step:
        link = next(link for link in self._between(ending.until, ending.gone) if link.old == (ending.key,))
        return self._step(ending.until, ending.gone, link)

    def _birth(self, base: int | None, draft: int, key: str, ending: Ending | None = None) -> Step:
        """A paragraph that no base has, in a first draft or later; or one that comes back after an ending."""
        paragraph = self._of(draft)[key]
        words = (Segment(op="add", text=paragraph.text),) if paragraph.text else ()
        if base is None:
            return Step(revision=draft, new=(paragraph.address,), redline=words)
        before = None if ending is None else Span(since=ending.wording.draft, until=ending.until)
        return Step(revision=draft, base=base, new=(paragraph.address,), relation="added", redline=words, before=before)

    def _step(self, base: int, draft: int, link: Link) -> Step:
        olds, news = self._of(base), self._of(draft)
        words = redline_words(self._history.draft(base).record.language)
        made = change("step", link, olds.__getitem__, news.__getitem__, emphasis=False, words=words)
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
