"""The redline as a Word file with tracked changes: on a copy of the old file, or on a template of our own.

original  on a copy of the old file
template  on a template in the manner of the United Nations
rows      the paragraphs of the redline in their order, which both ways share
marking   the marks themselves: who, when, and an id of their own
tags      names of elements; characters, what XML can hold
"""

import re
from dataclasses import dataclass
from datetime import datetime

from travaux.contracts import Renderer
from travaux.errors import FormatError
from travaux.model.comparison import Comparison
from travaux.model.document import Source
from travaux.model.report import Report
from travaux.renderers.word.characters import printable
from travaux.renderers.wording.harmless import one_line
from travaux.renderers.wording.naming import names

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_DATE = re.compile(r"(\d{4}-\d\d-\d\d)(T\d\d:\d\d:\d\d)?Z?")
_LONGEST_AUTHOR = 255
"""How many characters Word takes for the author of a change."""


@dataclass(frozen=True)
class WordOptions:
    """Options of the Word file.

    Attributes:
        author: who made the changes; empty for what the two texts are called, `A/99/L.1 → A/99/L.1/Rev.1`.
        date: when, as `2044-03-05` or `2044-03-05T00:00:00Z`; empty for changes without a date. It is never the day
            on which the file is made.
        moves_as_edits: whether what moved is deleted and inserted, not marked as moved.
        files: the names of both files as the reader gave them; None for those that the texts tell.
    """

    author: str = ""
    date: str = ""
    moves_as_edits: bool = False
    files: tuple[str, str] | None = None


def render(comparison: Comparison, options: WordOptions, base: Source | None = None) -> Report:
    """Return the comparison as a Word file with tracked changes.

    Law 7: the same values give the same bytes. Law 9: with all changes accepted its text is the new one, with all
    rejected the old one, notes that were compared included, numbers that Word itself gives left to Word.

    Args:
        comparison: what became of what.
        options: who made the changes, and when.
        base: the old file, where the redline is made on a copy of it.

    Raises:
        FormatError: the base is no Word file or not the old file of the comparison; or the date is none.
    """
    both = " → ".join(names(comparison.old, comparison.new, options.files or _files(comparison)))
    author = printable(one_line(options.author) or both)[:_LONGEST_AUTHOR]
    date, moves = _moment(options.date), not options.moves_as_edits
    if base is None:
        from travaux.renderers.word import template  # noqa: PLC0415 - lxml is loaded for Word files only

        content, notices = template.redlined(comparison, author=author, date=date, head=both, moves=moves)
    else:
        from travaux.renderers.word import original  # noqa: PLC0415

        content, notices = original.redlined(comparison, base, author=author, date=date, moves=moves)
    return Report(media_type=_WORD, suffix=".docx", content=content, notices=notices)


def _files(comparison: Comparison) -> tuple[str, str]:
    old, new = (text.origin.name if text.origin is not None else "" for text in (comparison.old, comparison.new))
    return old or "old text", new or "new text"


def _moment(told: str) -> str | None:
    if not told:
        return None
    found = _DATE.fullmatch(told)
    if found is None:
        raise FormatError(f"{told[:40]!r} is not a date", "write 2044-03-05 or 2044-03-05T00:00:00Z")
    moment = f"{found[1]}{found[2] or 'T00:00:00'}"
    try:
        datetime.fromisoformat(moment)
    except ValueError:
        raise FormatError(f"{told[:40]} is no day or hour of the calendar", "write 2044-03-05") from None
    return f"{moment}Z"


RENDERER = Renderer(
    name="word",
    title="Word file with tracked changes",
    suffixes=(".docx",),
    options=WordOptions,
    render=render,
    based=True,
)
