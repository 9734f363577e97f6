"""A concordance for a spreadsheet, or for a page in Markdown."""

from travaux.model.history import Concordance, Lineage
from travaux.renderers.markdown.escaping import inline
from travaux.renderers.text.layout import clipped
from travaux.renderers.wording.descents import Descents
from travaux.renderers.wording.harmless import one_line
from travaux.renderers.wording.sheets import separated

_NOT_THERE = "–"
WORDS = 60
"""Columns of the first words of a paragraph in Markdown. Range: 30 to 100."""


def as_csv(concordance: Concordance) -> str:
    """Return a line of comma-separated values for each line of descent, below a line of headings.

    The columns: the id of the line; the whole words; for each draft the address, empty where the line is not there;
    for each but the first also what became of it since the draft before. Lines end in a line feed.
    """
    descents = Descents(concordance)
    names = [one_line(draft.name) for draft in concordance.drafts]
    headings = [h for number, name in enumerate(names) for h in ([name, f"change in {name}"] if number else [name])]
    return separated((("line", "words", *headings), *(_cells(descents, line) for line in descents.lines)))


def as_markdown(concordance: Concordance) -> str:
    """Return a table in Markdown: the first words, then the number in each draft and what became of it."""
    descents = Descents(concordance)
    names = [inline(name) for name in descents.names]
    rows = ["| paragraph | " + " | ".join(names) + " |", "|---" * (len(names) + 1) + "|"]
    for line in descents.lines:
        cells = [inline(clipped(one_line(line.words), WORDS)) or " "]
        for number, standing in enumerate(line.standings):
            said = [one_line(standing.address)] if standing else []
            cells.append(inline(", ".join([*said, *_change(descents, line, number)])) or _NOT_THERE)
        rows.append("| " + " | ".join(cells) + " |")
    return "\n".join(rows) + "\n"


def _cells(descents: Descents, line: Lineage) -> list[str]:
    cells = [line.id, one_line(line.words)]
    for number, standing in enumerate(line.standings):
        address = one_line(standing.address) if standing else ""
        cells += [address, ", ".join(_change(descents, line, number))] if number else [address]
    return cells


def _change(descents: Descents, line: Lineage, number: int) -> list[str]:
    if target := descents.target(line, number):
        return [f"merged into {one_line(target.address)}"]
    removed = number and line.standings[number - 1] and not line.standings[number]
    return ["removed"] if removed else list(descents.words(line, number))
