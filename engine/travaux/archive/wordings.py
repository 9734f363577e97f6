"""The wordings of all paragraphs of a dossier, each once however many drafts have it, and which came from which."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from travaux.archive import trees
from travaux.archive.histories import History
from travaux.errors import ArchiveError
from travaux.model.record import Row


@dataclass(slots=True, eq=False)
class Descent:
    """How wordings of a draft came from those of one base, by one link.

    Attributes:
        base: ordinal of the base.
        old: the wordings of the base, in the order of the link.
        new: the wordings of the draft, in document order.
    """

    base: int
    old: tuple["Wording", ...]
    new: list["Wording"]


@dataclass(slots=True, eq=False)
class Wording:
    """The words of one paragraph from the draft that first has them so.

    Attributes:
        number: place among all wordings; what it came from has a lower one.
        draft: ordinal of that draft.
        row: the paragraph in that draft.
        line: its line of `text.md`.
        descents: what it came from, a link for each base that has ancestors of it.
    """

    number: int
    draft: int
    row: Row
    line: bytes
    descents: list[Descent] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words, verbatim."""
        return trees.words(self.row.part, self.line)


@dataclass(frozen=True, slots=True, eq=False)
class Ending:
    """A paragraph of a draft of which nothing became in one made from it.

    Attributes:
        wording: its words.
        key: its id in the last draft that has it.
        until: the ordinal of that draft.
        gone: the ordinal of the draft that was made from it and has no heir of the paragraph.
    """

    wording: Wording
    key: str
    until: int
    gone: int


class _Standing:
    """The wordings of one draft by the lines of their rows, and these by the ids of the paragraphs."""

    def __init__(self, by_line: dict[bytes, Wording], lines: dict[str, bytes]) -> None:
        self.by_line = by_line
        self.lines = lines

    def copy(self) -> "_Standing":
        return _Standing(self.by_line.copy(), self.lines.copy())

    def enter(self, key: str, line: bytes, wording: Wording) -> None:
        self.by_line[line] = wording
        self.lines[key] = line

    def leave(self, key: str) -> bytes:
        line = self.lines.pop(key)
        del self.by_line[line]
        return line

    def named(self, keys: Iterable[str]) -> tuple[Wording, ...]:
        """The wordings of paragraphs; KeyError for one that is not there."""
        return tuple([self.by_line[self.lines[key]] for key in keys])


class Wordings:
    """The wordings of a dossier, up to one of its drafts."""

    def __init__(self, history: History, last: int) -> None:
        """Prepare to read all drafts that the last one comes from: `read` does it."""
        self._history = history
        self._rows: dict[bytes, Row] = {}
        self._going: set[bytes] = set()
        """Lines of rows that come from other paragraphs than, alone, that of the same id in the one base."""
        self._standing: dict[int, _Standing] = {}
        self._count = 0
        wanted = reached(history, last)
        self.order = [ordinal for ordinal in history.order if ordinal in wanted]
        """The drafts that are read, bases before what is made from them."""
        self.ended: list[Ending] = []
        """What was taken out in the drafts that were read, by the drafts in which it is gone."""
        self._heirs = Counter(base for ordinal in self.order for base in history.bases(ordinal))
        """How many drafts that are not read yet are made from each."""

    def read(self) -> Iterator[Iterable[Wording]]:
        """Read draft by draft; yield the wordings that each has and none before it had, what they come from is known.

        Raises:
            ArchiveError: a draft cannot be read, or a paragraph names an ancestor that is not there.
        """
        for ordinal in self.order:
            yield self._read(ordinal)

    def standing(self) -> list[tuple[Row, Wording]]:
        """Return the paragraphs of the last draft, in document order, each with its wording, once all were read."""
        last = self.order[-1]
        by_line = self._standing[last].by_line
        return [(self._row(line), by_line[line]) for line in self._history.raw(last).rows]

    def _read(self, ordinal: int) -> Iterable[Wording]:
        raw = self._history.raw(ordinal)
        bases = self._history.bases(ordinal)
        olds = [self._standing[base] for base in bases]
        here = olds[0].copy() if len(olds) == 1 else _Standing({}, {})
        before = self._history.raw(bases[0]).rows if len(olds) == 1 else []
        head, tail = trees.ends(before, raw.rows)
        changed = set(raw.rows[head : len(raw.rows) - tail])
        left = [
            self._row(line).id
            for line in set(before[head : len(before) - tail]) - changed | here.by_line.keys() & self._going
        ]
        for key in left:
            here.leave(key)
        news = {line for line in changed if line not in here.by_line}
        news |= {line for line in self._going.intersection(raw.rows) if line not in here.by_line}
        found: dict[bytes, Wording] = {}
        shared = {key for line in news for ids in self._row(line).ancestors for key in ids}
        self._end(ordinal, bases, olds, set(left) - shared if len(olds) == 1 else None)
        for key in shared & here.lines.keys():  # a paragraph that was split may go on in the words that it had
            news.add(here.leave(key))
        if news:
            places = range(head, len(raw.rows) - tail) if news <= changed else range(len(raw.rows))
            texts = {line: raw.texts[at] for at in places if (line := raw.rows[at]) in news}
            found = self._new(ordinal, bases, olds, texts)
            for line, wording in found.items():
                here.enter(self._row(line).id, line, wording)
        if not len(here.by_line) == len(here.lines) == len(raw.rows):
            raise _damaged(self._history, ordinal, "holds a paragraph twice")
        self._standing[ordinal] = here
        for base in bases:
            self._heirs[base] -= 1
            if not self._heirs[base]:
                del self._standing[base]
        return [wording for wording in found.values() if wording.draft == ordinal]

    def _end(self, ordinal: int, bases: Sequence[int], olds: Sequence[_Standing], gone: set[str] | None) -> None:
        """Note what of the bases has no heir: these paragraphs of the only base; with None they are looked for."""
        rows = self._history.raw(ordinal).rows if gone is None else ()
        for place, (base, old) in enumerate(zip(bases, olds, strict=True)):
            named = {key for line in rows for ids in self._row(line).ancestors[place : place + 1] for key in ids}
            for key in sorted(old.lines.keys() - named if gone is None else gone):
                self.ended.append(Ending(old.by_line[old.lines[key]], key, base, ordinal))

    def _new(
        self,
        ordinal: int,
        bases: Sequence[int],
        olds: Sequence[_Standing],
        texts: Mapping[bytes, bytes],
    ) -> dict[bytes, Wording]:
        """Give paragraphs a wording: the one they come from where it has the same words, else a new one."""
        links: list[dict[tuple[str, ...], list[bytes]]] = [{} for _ in bases]
        for line in texts:
            ancestors = self._row(line).ancestors
            if len(ancestors) not in (0, len(bases)):
                raise _damaged(self._history, ordinal, f"does not say what {self._row(line).id} comes from")
            for link, ids in zip(links, ancestors, strict=False):
                if ids:
                    link.setdefault(ids, []).append(line)
        descents: dict[bytes, list[Descent]] = {line: [] for line in texts}
        for base, old, link in zip(bases, olds, links, strict=True):
            for ids, lines in link.items():
                descent = Descent(base, self._named(ids, old, ordinal), [])
                for line in lines:
                    descents[line].append(descent)
        here: dict[bytes, Wording] = {}
        for line, text in texts.items():
            row = self._row(line)
            if same := self._same(row, descents[line], links, len(bases)):
                here[line] = same
                continue
            here[line] = wording = Wording(self._count, ordinal, row, text, descents[line])
            self._count += 1
            for descent in descents[line]:
                descent.new.append(wording)
        return here

    def _same(
        self,
        row: Row,
        descents: Sequence[Descent],
        links: Sequence[Mapping[tuple[str, ...], Sequence[bytes]]],
        bases: int,
    ) -> Wording | None:
        """The one wording that a paragraph has in every base, if its words are the same."""
        if not bases or len(descents) < bases:
            return None
        old = {wording for descent in descents for wording in descent.old}
        alone = all(len(link[ids]) == 1 for link, ids in zip(links, row.ancestors, strict=True))
        if alone and len(old) == 1 and (wording := old.pop()).row.hash == row.hash:
            return wording
        return None

    def _named(self, ids: Iterable[str], old: _Standing, ordinal: int) -> tuple[Wording, ...]:
        try:
            return old.named(ids)
        except KeyError as fault:
            raise _damaged(self._history, ordinal, f"names an ancestor {fault.args[0]} that is not there") from None

    def _row(self, line: bytes) -> Row:
        known = self._rows.get(line)
        if known is None:
            known = self._rows[line] = trees.row(line)
            if known.ancestors != ((known.id,),):
                self._going.add(line)
        return known


def ancestry(wanted: Iterable[Wording], known: Iterable[Wording] = ()) -> set[Wording]:
    """Return wordings and all that they come from; what is known, and what that comes from, is left out."""
    seen = set(known)
    waiting = [wording for wording in dict.fromkeys(wanted) if wording not in seen]
    found = set(waiting)
    seen |= found
    while waiting:
        for descent in waiting.pop().descents:
            for old in descent.old:
                if old not in seen:
                    seen.add(old)
                    found.add(old)
                    waiting.append(old)
    return found


def reached(history: History, last: int) -> set[int]:
    """Return the ordinals of a draft and of all that it comes from."""
    found = {last}
    waiting = [last]
    while waiting:
        for base in history.bases(waiting.pop()):
            if base not in found:
                found.add(base)
                waiting.append(base)
    return found


def _damaged(history: History, ordinal: int, what: str) -> ArchiveError:
    return ArchiveError(f"{history.dossier}@{ordinal} {what}", "travaux verify tells what is damaged")
