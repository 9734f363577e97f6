"""A concordance for a spreadsheet, or for a page in Markdown."""

import csv
import io
import re

from travaux.model.history import Concordance, Lineage
from travaux.renderers.wording.harmless import one_line
from travaux_cli.console.descents import Descents
from travaux_cli.console.layout import clipped

_NOT_THERE = "–"
WORDS = 60
"""Columns of the first words of a paragraph in Markdown. Range: 30 to 100."""
_FORMULA = ("=", "+", "-", "@")
"""How a cell begins that a spreadsheet would compute; an apostrophe before it keeps it a text."""
_MARKDOWN = re.compile(r"([\\`*_\[\]<>&|~#])")


def as_csv(concordance: Concordance) -> str:
    """Return a line of comma-separated values for each line of descent, below a line of headings.

    The columns: the id of the line; the whole words; for each draft the address, empty where the line is not there;
    for each but the first also what became of it since the draft before. Lines end in a line feed.
    """
    descents = Descents(concordance)
    names = [one_line(draft.name) for draft in concordance.drafts]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    headings = [h for number, name in enumerate(names) for h in ([name, f"change in {name}"] if number else [name])]
    writer.writerow([_safe(cell) for cell in ("line", "words", *headings)])
    for line in descents.lines:
        cells = [line.id, one_line(line.words)]
        for number, standing in enumerate(line.standings):
            address = one_line(standing.address) if standing else ""
            cells += [address, ", ".join(_change(descents, line, number))] if number else [address]
        writer.writerow([_safe(cell) for cell in cells])
    return out.getvalue()


def as_markdown(concordance: Concordance) -> str:
    """Return a table in Markdown: the first words, then the number in each draft and what became of it."""
    descents = Descents(concordance)
    names = [_escaped(name) for name in descents.names]
    rows = ["| paragraph | " + " | ".join(names) + " |", "|---" * (len(names) + 1) + "|"]
    for line in descents.lines:
        cells = [_escaped(clipped(one_line(line.words), WORDS)) or " "]
        for number, standing in enumerate(line.standings):
            said = [one_line(standing.address)] if standing else []
            cells.append(_escaped(", ".join([*said, *_change(descents, line, number)])) or _NOT_THERE)
        rows.append("| " + " | ".join(cells) + " |")
    return "\n".join(rows) + "\n"


def _change(descents: Descents, line: Lineage, number: int) -> list[str]:
    if target := descents.target(line, number):
        return [f"merged into {one_line(target.address)}"]
    removed = number and line.standings[number - 1] and not line.standings[number]
    return ["removed"] if removed else list(descents.words(line, number))


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)
