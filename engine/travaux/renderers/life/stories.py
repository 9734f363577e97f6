"""What the page tells of each paragraph: the words with their origins, and every step that led to them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from travaux.model.comparison import Change
from travaux.model.evidence import BlamedParagraph, Revision, Run
from travaux.model.life import Drafted, Life, Numbered, Passage
from travaux.renderers.wording.addresses import Addresses
from travaux.renderers.wording.harmless import harmless, one_line
from travaux.renderers.wording.numerals import listed
from travaux.renderers.wording.relations import different, relation_in_words
from travaux.renderers.wording.revisions import Names
from travaux.renderers.wording.runs import verbatim
from travaux.renderers.wording.shortening import Run as Words

_NOTHING = "unchanged"


@dataclass(frozen=True)
class Draft:
    """A draft in the table.

    Attributes:
        number: its ordinal.
        hue: its colour, in degrees.
        name: what it is called.
        particulars: stage, body, true date, sponsors, each with its name; those that are known.
        after: the names of the drafts that it was made from.
        sha256: of its source.
        source: name of its source.
    """

    number: int
    hue: int
    name: str
    particulars: tuple[tuple[str, str], ...]
    after: tuple[str, ...]
    sha256: str
    source: str


@dataclass(frozen=True)
class Origin:
    """Words of one origin.

    Attributes:
        text: harmless, without the space behind it.
        space: that space.
        number: ordinal of the draft that brought them.
        told: for those who do not see the colour, and on pointing at them.
        back: whether they had been taken out before.
    """

    text: str
    space: str
    number: int
    told: str
    back: bool


@dataclass(frozen=True)
class Step:
    """What became of a paragraph on the way to a draft.

    Attributes:
        name: what the draft is called.
        base: what the draft before is called; empty for a first draft.
        numbers: `OP4 → OP5`.
        told: what happened, in words.
        words: the redline; empty where the words stayed the same.
        number: ordinal of the draft.
    """

    name: str
    base: str
    numbers: str
    told: str
    words: tuple[Words, ...]
    number: int


@dataclass(frozen=True)
class Story:
    """The life of a paragraph.

    Attributes:
        key: of its line of descent.
        number: the last one that it had.
        since: what the draft is called in which its line begins.
        until: what the last draft is called that has it; empty where it stands in the one that is explained.
        changed: what the draft is called that changed its words last.
        words: with their origins; of a paragraph that is gone, all of the draft that had them last.
        steps: oldest first.
    """

    key: str
    number: str
    since: str
    until: str
    changed: str
    words: tuple[Origin, ...]
    steps: tuple[Step, ...]


class Stories:
    """The lives of all paragraphs of a text.

    Attributes:
        names: what the drafts are called.
        drafts: the table of them.
        living: of the paragraphs of the draft that is explained, in order.
        gone: of those that no later draft has, in the order in which they went.
    """

    def __init__(self, life: Life) -> None:
        self._life = life
        self.names = Names([draft.revision for draft in life.drafts])
        self._drafts = {d.revision.ordinal: d for d in life.drafts}
        self._into: dict[int, list[Passage]] = defaultdict(list)
        for passage in life.passages:
            self._into[passage.new].append(passage)
        self.drafts = [self._draft(d.revision) for d in life.drafts]
        last = life.blame.revision
        self.living = [self._living(p, last) for p in life.blame.paragraphs]
        self.gone = list(self._ended())

    def _draft(self, revision: Revision) -> Draft:
        known = revision.record
        told = (
            ("Stage", known.stage),
            ("Body", known.body),
            ("Date", known.date),
            ("Sponsors", ", ".join(known.sponsors)),
        )
        return Draft(
            number=revision.ordinal,
            hue=hue(revision.ordinal),
            name=self.names.whole(revision.ordinal),
            particulars=tuple((what, one_line(word)) for what, word in told if word),
            after=tuple(self.names.whole(base.ordinal) for base in known.bases),
            sha256=known.origin.sha256,
            source=one_line(known.origin.name),
        )

    def _living(self, paragraph: BlamedParagraph, last: int) -> Story:
        return Story(
            key=paragraph.line,
            number=one_line(paragraph.address),
            since=self.names.whole(paragraph.since),
            until="",
            changed=self.names.whole(paragraph.changed) if paragraph.changed != paragraph.since else "",
            words=tuple(map(self._origin, paragraph.runs)),
            steps=tuple(_together(self._steps(last, paragraph.id))),
        )

    def _origin(self, run: Run) -> Origin:
        name = self.names.whole(run.since)
        told = f"since {name}"
        if run.before is not None:
            since, until = self.names.whole(run.before.since), self.names.whole(run.before.until)
            told += f", put back; stood before {f'in {since}' if since == until else f'from {since} to {until}'}"
        return _origin(run.text, run.since, told, back=run.before is not None)

    def _ended(self) -> Iterator[Story]:
        """The stories of paragraphs that were removed on every way that they could have gone on, a story a line."""
        went = {(p.old, key) for p in self._life.passages for c in p.changes if c.new for key in c.old}
        told = {story.key for story in self.living}
        for passage in self._life.passages:
            for change in passage.changes:
                if change.relation != "removed" or (passage.old, change.old[0]) in went:
                    continue
                numbered = next(p for p in self._drafts[passage.old].paragraphs if p.id == change.old[0])
                if numbered.line not in told:
                    told.add(numbered.line)
                    yield self._gone(passage, change, numbered)

    def _gone(self, passage: Passage, change: Change, paragraph: Numbered) -> Story:
        since = int(paragraph.line.partition(":")[0])
        steps = (*_together(self._steps(passage.old, paragraph.id)), self._step(passage, change))
        words = "".join(segment.text for segment in change.redline)
        name = self.names.whole(passage.old)
        return Story(
            key=paragraph.line,
            number=one_line(paragraph.address),
            since=self.names.whole(since),
            until=name,
            changed="",
            words=(_origin(words, passage.old, f"last in {name}"),) if words else (),
            steps=steps,
        )

    def _steps(self, ordinal: int, key: str) -> Iterator[Step]:
        """The steps that led to a paragraph, along every way, oldest first."""
        wanted: dict[int, set[str]] = {ordinal: {key}}
        found: list[list[Step]] = []
        for draft in reversed(self._life.drafts):
            number = draft.revision.ordinal
            ids = wanted.get(number)
            if not ids:
                continue
            here = []
            for passage in self._into[number]:
                for change in passage.changes:
                    if ids.intersection(change.new):
                        wanted.setdefault(passage.old, set()).update(change.old)
                        here.append(self._step(passage, change))
            if not self._into[number]:
                here.append(self._first(draft, ids))
            found.append(here)
        for steps in reversed(found):
            yield from _born_once(steps)

    def _first(self, draft: Drafted, ids: Iterable[str]) -> Step:
        numbers = " + ".join(one_line(p.address) for p in draft.paragraphs if p.id in set(ids))
        name = self.names.whole(draft.revision.ordinal)
        return Step(name, "", numbers, "first appears", (), draft.revision.ordinal)

    def _step(self, passage: Passage, change: Change) -> Step:
        addresses = Addresses.of(*(self._numbers(number) for number in (passage.old, passage.new)))
        return Step(
            name=self.names.whole(passage.new),
            base=self.names.whole(passage.old),
            numbers=addresses.whole(change),
            told="first appears" if change.relation == "added" else relation_in_words(change, addresses),
            words=tuple(verbatim(change.redline)) if different(change) else (),
            number=passage.new,
        )

    def _numbers(self, ordinal: int) -> Mapping[str, Numbered]:
        return {p.id: p for p in self._drafts[ordinal].paragraphs}


def hue(ordinal: int) -> int:
    """Return the colour of a draft, in degrees: neighbours far from one another, by the golden angle."""
    return round(ordinal * 137.508) % 360


def _born_once(steps: Sequence[Step]) -> Iterator[Step]:
    """The steps without those that tell of a first appearance that another base knows better."""
    known = any(step.told != "first appears" for step in steps)
    appeared = False
    for step in steps:
        if step.told != "first appears":
            yield step
        elif not known and not appeared:
            appeared = True
            yield replace(step, words=())


def _together(steps: Iterable[Step]) -> Iterator[Step]:
    """The steps, neighbours in which nothing happened as one."""
    for _, group in groupby(steps, key=lambda step: (step.told, step.numbers) if step.told == _NOTHING else step):
        first, *rest = group
        yield replace(first, name=listed([first.name, *(step.name for step in rest)]), base="" if rest else first.base)


def _origin(text: str, number: int, told: str, *, back: bool = False) -> Origin:
    shown = harmless(text)
    words = shown.rstrip()
    return Origin(words, shown[len(words) :], number, told, back)
