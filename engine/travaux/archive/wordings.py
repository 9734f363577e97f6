"""The wordings of all paragraphs of a dossier, each once however many drafts have it, and which came from which."""

from collections.abc import Iterable, Mapping, Sequence
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
        """Read all drafts that the last one comes from.

        Raises:
            ArchiveError: a draft cannot be read, or a paragraph names an ancestor that is not there.
        """
        self._history = history
        self._rows: dict[bytes, Row] = {}
        self._going: set[bytes] = set()
        """Lines of rows that come from other paragraphs than, alone, that of the same id in the one base."""
        self._standing: dict[int, _Standing] = {}
        self._count = 0
        wanted = reached(history, last)
        self.order = [ordinal for ordinal in history.order if ordinal in wanted]
        """The drafts that were read, bases before what is made from them."""
        for ordinal in self.order:
            self._standing[ordinal] = self._read(ordinal)

    def standing(self, ordinal: int) -> list[tuple[Row, Wording]]:
        """Return the paragraphs of a draft, in document order, each with its wording."""
        by_line = self._standing[ordinal].by_line
        return [(self._row(line), by_line[line]) for line in self._history.raw(ordinal).rows]

    def _read(self, ordinal: int) -> _Standing:
        raw = self._history.raw(ordinal)
        bases = self._history.bases(ordinal)
        olds = [self._standing[base] for base in bases]
        here = olds[0].copy() if len(olds) == 1 else _Standing({}, {})
        before = self._history.raw(bases[0]).rows if len(olds) == 1 else []
        head, tail = _ends(before, raw.rows)
        changed = set(raw.rows[head : len(raw.rows) - tail])
        for line in set(before[head : len(before) - tail]) - changed | here.by_line.keys() & self._going:
            here.leave(self._row(line).id)
        news = {line for line in changed if line not in here.by_line}
        news |= {line for line in self._going.intersection(raw.rows) if line not in here.by_line}
        shared = {key for line in news for ids in self._row(line).ancestors for key in ids}
        for key in shared & here.lines.keys():  # a paragraph that was split may go on in the words that it had
            news.add(here.leave(key))
        if news:
            texts = {line: raw.texts[at] for at, line in enumerate(raw.rows) if line in news}
            for line, wording in self._new(ordinal, bases, olds, texts).items():
                here.enter(self._row(line).id, line, wording)
        if not len(here.by_line) == len(here.lines) == len(raw.rows):
            raise _damaged(self._history, ordinal, "holds a paragraph twice")
        return here

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


def _ends(old: Sequence[bytes], new: Sequence[bytes]) -> tuple[int, int]:
    """How many items two lists have in common at their beginning and, apart from these, at their end; by halving."""
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if old[low:middle] == new[low:middle] else (low, middle - 1)
    head, low, high = low, 0, min(len(old), len(new)) - low
    while low < high:
        middle = (low + high + 1) // 2
        alike = old[len(old) - middle : len(old) - low] == new[len(new) - middle : len(new) - low]
        low, high = (middle, high) if alike else (low, middle - 1)
    return head, low


def ancestry(wanted: Iterable[Wording], known: Iterable[Wording] = ()) -> set[Wording]:
    """Return wordings and all that they come from; what is known, and what that comes from, is left out."""
    left_out = set(known)
    found: set[Wording] = set()
    waiting = [wording for wording in wanted if wording not in left_out]
    while waiting:
        wording = waiting.pop()
        if wording not in found:
            found.add(wording)
            waiting += (old for descent in wording.descents for old in descent.old if old not in left_out)
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
