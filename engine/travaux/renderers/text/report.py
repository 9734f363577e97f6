"""A comparison as plain text: a gutter of numbers, and the redline hung beside it."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, groupby

from travaux.model.comparison import Change, Comparison, certainty
from travaux.renderers.text.endings import endings
from travaux.renderers.text.gutters import run
from travaux.renderers.text.heading import heading
from travaux.renderers.text.ink import Style
from travaux.renderers.text.layout import GAP, HANG, MARGIN, bulleted, hang, headed, hung
from travaux.renderers.text.redlines import runs
from travaux.renderers.text.view import View
from travaux.renderers.text.wrapping import wrap, wrap_text
from travaux.renderers.wording.addresses import Addresses
from travaux.renderers.wording.findings import Findings
from travaux.renderers.wording.folding import Group, folded, grouped
from travaux.renderers.wording.relations import different, relation_in_words
from travaux.renderers.wording.summary import summary


class Report:
    """The report of one comparison, for one view.

    Promises: each line is at most `view.width` columns wide, unless a single word is wider; no character of
    the texts reaches the terminal as a control.

    Attributes of its making:
        comparison: what is told.
        view: what of it, and how.
        files: the names of both files as the reader gave them.
        notices: how many on reading are told elsewhere.
        why: what else to tell beneath a change, a line each: why it is told as it is.
    """

    def __init__(
        self,
        comparison: Comparison,
        view: View,
        files: tuple[str, str],
        notices: int = 0,
        why: Callable[[Change], Iterable[str]] | None = None,
    ) -> None:
        self._comparison, self._view, self._files, self._notices = comparison, view, files, notices
        self._addresses = Addresses(comparison)
        self._findings = Findings(comparison, self._addresses)
        self._why = why
        self._changes = [c for c in comparison.changes if self._asked_for(c)]
        self._note_changes = [c for c in comparison.note_changes if self._asked_for(c)]
        self._places = {c.id: n for n, c in enumerate((*comparison.changes, *comparison.note_changes))}

    @property
    def unknown(self) -> list[str]:
        """Which of the names that were asked for no paragraph has."""
        changes = (*self._comparison.changes, *self._comparison.note_changes)
        return [name for name in self._view.only if not any(self._has_name(c, name) for c in changes)]

    @property
    def differs(self) -> bool:
        """Whether a difference is among what was asked for, hidden layers apart."""
        asked = (*self._changes, *self._note_changes)
        return any(different(c) and c.layer not in self._view.hidden for c in asked)

    def lines(self) -> Iterator[str]:
        """Yield the lines of the report."""
        old, new, view = self._comparison.old, self._comparison.new, self._view
        yield from heading(old, new, view, self._files)
        yield ""
        yield from wrap_text(summary(self._comparison, self._addresses), view.width)
        groups = [
            group
            for changes in (*self._neighbours(self._changes), *self._neighbours(self._note_changes))
            for group in grouped(changes, self._addresses, view)
        ]
        names = [run(self._addresses, group.changes, HANG - GAP) for group in groups]
        gutter = hang(chain.from_iterable(names), view.width)
        for group, name in zip(groups, names, strict=True):
            yield ""
            yield from self._entry(group, name, gutter)
        last = list(endings(self._comparison, view, self._notices))
        yield from ["", *last] if last else []

    def _neighbours(self, changes: list[Change]) -> Iterator[list[Change]]:
        """Those that were asked for in runs: what stands between them is not told with them."""
        for _, run_of in groupby(enumerate(changes), lambda pair: self._places[pair[1].id] - pair[0]):
            yield [change for _, change in run_of]

    def _asked_for(self, change: Change) -> bool:
        if self._view.kinds and self._findings.kinds(change).isdisjoint(self._view.kinds):
            return False
        return not self._view.only or any(self._has_name(change, name) for name in self._view.only)

    def _has_name(self, change: Change, name: str) -> bool:
        """Whether a name is the address or the id of a paragraph of a change, or of a paragraph above it."""
        key = _squeezed(name)
        names = (*self._addresses.old(change), *self._addresses.new(change), *change.old, *change.new)
        return any(n == key or n.startswith((f"{key}(", f"{key}.")) for n in map(_squeezed, names))

    def _entry(self, group: Group, names: list[str], gutter: int) -> Iterator[str]:
        ink, room = self._view.ink, self._view.width - MARGIN - gutter
        if not group.shown:
            return hung(
                names, headed(*folded(group, self._addresses, self._findings), room, "faint", ink), gutter, "faint", ink
            )
        change = group.changes[0]
        words = relation_in_words(change, self._addresses, follows=self._findings.follows(change))
        if change.step == "pin":
            words += " (pinned)"
        elif change.confidence is not None and certainty(change.confidence) == "doubtful":
            words += " (doubtful)"
        layer = "" if change.layer == "none" else change.layer
        body = headed(words, layer, room, _style(change), ink)
        body += wrap(runs(change, self._view), room, ink)
        for told in self._findings.beneath(change):
            body += bulleted(told, room)
        if self._why is not None:
            for told in self._why(change):
                body += [ink.paint("faint", line) for line in bulleted(told, room)]
        return hung(names, body, gutter, "strong" if different(change) else "faint", ink)


def _squeezed(name: str) -> str:
    return "".join(name.casefold().split())


def _style(change: Change) -> Style:
    if change.moved or change.transferred:
        return "moved"
    return "keep" if different(change) else "faint"
