"""One comparison as a page of Markdown, part by part."""

from collections.abc import Iterable, Iterator, Sequence

from travaux.model.comparison import Change, Comparison
from travaux.renderers.markdown.escaping import escaped
from travaux.renderers.markdown.redlines import lines
from travaux.renderers.wording import texts
from travaux.renderers.wording.addresses import WITH, Addresses, short
from travaux.renderers.wording.findings import Findings
from travaux.renderers.wording.folding import Group, folded, grouped
from travaux.renderers.wording.harmless import one_line
from travaux.renderers.wording.looks import Looks
from travaux.renderers.wording.numerals import listed
from travaux.renderers.wording.relations import relation_in_words
from travaux.renderers.wording.summary import summary
from travaux.renderers.wording.unseen import hidden_changes, hidden_nothing, typing

_NONE = "–"
_KEY = "Removed words are <del>struck out</del>, added words <ins>underlined</ins>."


class Page:
    """A comparison as blocks of Markdown, which stand apart by a blank line."""

    def __init__(self, comparison: Comparison, looks: Looks, title: str, files: tuple[str, str] | None) -> None:
        self._comparison, self._looks, self._title = comparison, looks, title
        self._addresses = Addresses(comparison)
        self._findings = Findings(comparison, self._addresses)
        self._old, self._new = texts.both(comparison, files)
        self._paragraphs, self._notes = (
            tuple(grouped(changes, self._addresses, looks)) for changes in (comparison.changes, comparison.note_changes)
        )

    def blocks(self) -> Iterator[str]:
        """Yield the blocks in order."""
        yield from self._head()
        if self._paragraphs or self._notes:
            yield "## Numbers"
            yield _table(
                ("old", "new", "what became of it", "weight"), map(self._row, (*self._paragraphs, *self._notes))
            )
        for heading, groups in (("Changes", self._paragraphs), ("Notes", self._notes)):
            shown = [group.changes[0] for group in groups if group.shown]
            if shown:
                yield f"## {heading}"
            for change in shown:
                yield from self._change(change)
        yield from self._not_compared()
        if told := [f"{escaped(where)}: {escaped(said)}" for where, said in texts.notices(self._comparison)]:
            yield "## Notices on how the texts were understood"
            yield _list(told)
        yield "---"
        yield _list(self._foot())

    def _head(self) -> Iterator[str]:
        yield f"# {escaped(self._title or f'{self._old.name} → {self._new.name}')}"
        if self._title:
            yield escaped(f"{self._old.name} → {self._new.name}")
        titles = list(dict.fromkeys(text.title for text in (self._old, self._new) if text.title))
        if titles:
            yield " → ".join(f"**{escaped(title)}**" for title in titles)
        yield escaped(summary(self._comparison, self._addresses))
        if any(group.shown for group in (*self._paragraphs, *self._notes)):
            yield _KEY

    def _row(self, group: Group) -> tuple[str, ...]:
        first, last = group.changes[0], group.changes[-1]
        old, new = (_run(names(first), names(last)) for names in (self._addresses.old, self._addresses.new))
        if group.shown:
            return old, new, self._relation(first), "" if first.layer == "none" else first.layer
        return old, new, *folded(group, self._addresses, self._findings)

    def _change(self, change: Change) -> Iterator[str]:
        said = [self._relation(change)] + ([change.layer] if change.layer != "none" else [])
        yield f"**{escaped(self._addresses.whole(change))}** · {' · '.join(map(escaped, said))}"
        yield "\n>\n".join(f"> {line}" for line in lines(change.redline))
        if told := [escaped(line) for line in self._findings.beneath(change)]:
            yield _list(told)

    def _relation(self, change: Change) -> str:
        return relation_in_words(change, self._addresses, follows=self._findings.follows(change))

    def _not_compared(self) -> Iterator[str]:
        items = self._comparison.not_compared
        told = [
            f"{escaped(said)}{f' (“{escaped(words)}”)' if words else ''}" for said, words in texts.not_compared(items)
        ]
        metadata = texts.metadata(items)
        if told or metadata:
            yield "## Not compared"
        if told:
            yield _list(told)
        if metadata:
            rows = [(t.what, t.old, "the same" if t.alike and t.old else t.new) for t in metadata]
            yield _table(("told about the texts", "old", "new"), rows)

    def _foot(self) -> Iterator[str]:
        for side, text in (("old text", self._old), ("new text", self._new)):
            hashed = f", SHA-256 `{escaped(text.sha256)}`" if text.sha256 else ""
            yield f"{side}: {escaped(texts.provenance(text) or 'not known')}{hashed}"
        looks, pins = self._looks, self._comparison.options.pins
        told = [hidden_changes(self._comparison, looks) or hidden_nothing(looks)]
        told += [typing(*(_unseen(groups) for groups in (self._paragraphs, self._notes)))]
        told += [f"Pinned: {listed([one_line(pin) for pin in pins])}"] if pins else []
        yield from (escaped(f"{sentence[0].lower()}{sentence[1:]}") for sentence in told if sentence)
        yield f"made by travaux {escaped(one_line(self._comparison.travaux))}"


def _unseen(groups: Iterable[Group]) -> list[Change]:
    return [change for group in groups if not group.shown and not group.hidden for change in group.changes]


def _run(first: Sequence[str], last: Sequence[str]) -> str:
    """The names of one change, or of a run from one to another."""
    if first == last:
        return WITH.join(first) or _NONE
    return f"{first[0]}–{short(last[-1])}"


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    cells = [[escaped(cell) or " " for cell in row] for row in rows]
    written = [headings, ["---"] * len(headings), *cells]
    return "\n".join(f"| {' | '.join(row)} |" for row in written)


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"* {item}" for item in items)
