"""A concordance as a person at a terminal reads it: one row a line of descent, one column a draft."""

import re
from collections.abc import Iterator

from travaux.model.history import Concordance, Standing
from travaux.renderers.text.heading import title_lines
from travaux.renderers.text.ink import Style, columns
from travaux.renderers.text.layout import clipped
from travaux.renderers.text.view import View
from travaux.renderers.text.wrapping import wrap_text
from travaux.renderers.wording.descents import Descents, first, last
from travaux.renderers.wording.harmless import one_line
from travaux.renderers.wording.numerals import counted, listed
from travaux_cli.console.corners import Corners

GAP = 3
"""Columns between two drafts; an arrow stands in the middle."""
NARROWEST = 22
"""Fewest columns for the words of a paragraph; where drafts leave less, the table has several sheets.
Range: 12 to 30; three or four words."""
WIDEST_NAME = 14
"""Columns in one line of the name of a draft. Range: 10 to 20; `A/C.2/80/L.100` fits."""
ENOUGH = 2
"""Characters of a paragraph that are looked at for each column of its words; more would only take time.
Range: 2 to 10; one at least, for the letters that take no column of their own."""
NOT_THERE, REWORDED = "–", "✎"
_BREAK = re.compile(r"[^/._ -]*[/._ -]?")
_COUNTED = frozenset({"preambular", "operative", "other"})
Cell = tuple[Style, str]


class Table:
    """The table of one concordance, for one view.

    Promises: each line is at most `view.width` columns wide, unless two numbers side by side are wider; no character
    of the texts reaches the terminal as a control.
    """

    def __init__(self, concordance: Concordance, view: View) -> None:
        self._concordance, self._view = concordance, view
        self._descents = Descents(concordance)
        self._lines = self._descents.lines
        self._corners = Corners(self._lines)
        self._heads = [_head(name) for name in self._descents.names]
        self._cells = [[self._cell(row, draft) for draft in range(len(self._heads))] for row in range(len(self._lines))]
        self._widths = [
            max([columns(words) for words in head] + [columns(cells[draft][1]) for cells in self._cells])
            for draft, head in enumerate(self._heads)
        ]

    def lines(self) -> Iterator[str]:
        """Yield the lines of the table."""
        view = self._view
        names = " → ".join(one_line(draft.name) for draft in self._concordance.drafts)
        yield from (view.ink.paint("strong", line) for line in wrap_text(names, view.width))
        titles = [one_line(draft.title) for draft in self._concordance.drafts if draft.title]
        yield from title_lines(titles[-1], view) if titles else ()
        yield ""
        yield from wrap_text(self._summary(), view.width)
        for sheet in self._sheets():
            yield ""
            yield from self._sheet(sheet)
        yield ""
        yield from wrap_text(self._legend(), view.width)
        if pins := self._concordance.options.pins:
            yield from wrap_text(f"Pinned: {listed([one_line(pin) for pin in pins])}.", view.width)

    def _sheets(self) -> Iterator[range]:
        """The drafts that fit beside each other; each sheet begins with the last draft of the one before."""
        start = 0
        number = len(self._widths)
        while True:
            stop = min(start + 2, number)
            while stop < number and self._room(range(start, stop + 1)) >= NARROWEST:
                stop += 1
            yield range(start, stop)
            if stop == number:
                return
            start = stop - 1

    def _room(self, sheet: range) -> int:
        """The columns that drafts leave for words."""
        return self._view.width - sum(self._widths[draft] + GAP for draft in sheet)

    def _sheet(self, sheet: range) -> Iterator[str]:
        ink = self._view.ink
        room = max(self._room(sheet), NARROWEST)
        height = max(len(self._heads[draft]) for draft in sheet)
        heads = {draft: [""] * (height - len(self._heads[draft])) + self._heads[draft] for draft in sheet}
        for level in range(height):
            names = "".join(_padded(heads[draft][level], self._widths[draft] + GAP) for draft in sheet)
            yield " " * (room + GAP) + ink.paint("strong", names.rstrip())
        yield ink.paint("faint", "-" * (room + sum(self._widths[draft] + GAP for draft in sheet)))
        for row, line in enumerate(self._lines):
            if first(line) < sheet.stop and last(line) >= sheet.start:
                yield self._row(row, sheet, room)

    def _row(self, row: int, sheet: range, room: int) -> str:
        line = self._lines[row]
        start = "  … " if self._corners.corner(row, first(line), "split") else ""
        words = start + clipped(one_line(line.words[: ENOUGH * room]), room - len(start))
        out: list[Cell] = [("keep", _padded(words, room + GAP))]
        for draft in sheet:
            style, text = self._cells[row][draft]
            out.append((style, text))
            if draft + 1 in sheet:
                out.append(("faint", self._beside(row, draft, self._widths[draft] - columns(text) + GAP)))
        while not out[-1][1].strip() and len(out) > 1:
            out.pop()
        style, text = out.pop()
        return "".join(self._view.ink.paint(*cell) for cell in [*out, (style, text.rstrip())])

    def _cell(self, row: int, draft: int) -> Cell:
        line = self._lines[row]
        standing = line.standings[draft]
        if standing is not None:
            return self._number(row, draft, standing)
        if target := self._descents.target(line, draft):
            return "faint", self._corners.corner(row, draft, "merged") or f"into {one_line(target.address)}"
        elsewhere = line.split_from if draft < first(line) else line.merged_into
        return "faint", "" if elsewhere else NOT_THERE

    def _number(self, row: int, draft: int, standing: Standing) -> Cell:
        line = self._lines[row]
        said = [one_line(standing.address)]
        parent = self._descents.parent(line, draft)
        if parent and not self._corners.corner(row, draft, "split"):
            said.append(f"from {one_line(parent.address)}")
        if standing.relation == "added":
            said.append("new")
        if standing.altered:
            said.append(REWORDED)
        if standing.moved and not standing.transferred:
            said.append("moved")
        style: Style = "moved" if standing.moved or standing.transferred else "strong" if len(said) > 1 else "keep"
        return style, " ".join(said)

    def _beside(self, row: int, draft: int, width: int) -> str:
        """What stands between the number in a draft and that in the next one."""
        after = self._lines[row].standings[draft + 1]
        if after is None:
            return f" {'─' * (width - 1)}" if self._corners.corner(row, draft + 1, "merged") else " " * width
        if corner := self._corners.corner(row, draft + 1, "split"):
            return f"  {corner}{'─' * (width - 5)}→ "
        return " " * (width - 2) + ("→ " if after.renumbered else "  ")

    def _summary(self) -> str:
        old, new = self._counted(0), self._counted(len(self._heads) - 1)
        heirs = self._concordance.descent.heirs
        through, here = {h.old for h in heirs} & old, {h.new for h in heirs} & new
        names = self._descents.names
        lost, added = len(old - through), len(new - here)
        said = f"{counted(len(old), 'paragraph')} of {names[0]} became {len(new):,} of {names[-1]}: "
        if not lost and not added:
            return f"{said}all came through, none was added."
        came = f"{len(through):,} came through"
        said += f"{came}, {lost:,} {'was' if lost == 1 else 'were'} removed" if lost else "all came through"
        return f"{said}, {added:,} {'was' if added == 1 else 'were'} added." if added else f"{said}."

    def _counted(self, draft: int) -> set[str]:
        """The ids of the paragraphs of a draft that are counted: preambular, operative and plain ones."""
        standings = (line.standings[draft] for line in self._concordance.lines)
        return {s.id for s in standings if s and s.part in _COUNTED}

    def _legend(self) -> str:
        """The signs that stand in the table, explained."""
        texts = [text for cells in self._cells for _, text in cells]
        drawn = self._corners.ways()
        signs = [
            (any(s and s.renumbered for line in self._lines for s in line.standings), "→ renumbered"),
            (any(REWORDED in text for text in texts), f"{REWORDED} reworded"),
            ("split" in drawn, "└→ split from the one above"),
            ("merged" in drawn, "─┘ merged into the one above"),
            (NOT_THERE in texts, f"{NOT_THERE} not there"),
        ]
        return " · ".join(told for used, told in signs if used) or "No number and no word differs."


def _head(name: str) -> list[str]:
    """The name of a draft in lines, broken after a slash, a dot, a hyphen or a space."""
    lines = [""]
    for piece in _BREAK.findall(name):
        for part in (piece[at : at + WIDEST_NAME] for at in range(0, len(piece), WIDEST_NAME)):
            if lines[-1] and columns(lines[-1] + part) > WIDEST_NAME:
                lines.append("")
            lines[-1] += part
    return [line.rstrip() for line in lines]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - columns(text))
