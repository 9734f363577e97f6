"""The redline made on a copy of the old Word file: only what changed is touched, with marks of tracked changes.

package    the copy: parts written anew where they changed
settling   tracked changes that the file holds already: accepted or rejected first
finding    where each old paragraph stands; atoms, its characters; matching, a text along its characters
fitting    which rows of the redline fit into the old elements
redrafting from rows to marks; editing, the runs of one paragraph; splitting; inserting, new paragraphs; writing, words
notes      footnotes: references and bodies
rendering  the whole file
"""

from collections.abc import Iterator
from typing import NamedTuple

from travaux.model.comparison import Comparison
from travaux.model.document import Notice, Source
from travaux.renderers.word.original.rendering import Copy

__all__ = ["Redlined", "redlined"]


class Redlined(NamedTuple):
    """A redline on a copy of the old file.

    Attributes:
        content: the bytes of the Word file.
        notices: what is marked more coarsely than the redline tells, and why.
    """

    content: bytes
    notices: tuple[Notice, ...]


def redlined(comparison: Comparison, base: Source, *, author: str, date: str | None, moves: bool = True) -> Redlined:
    """Return the old Word file with what became of its text as tracked changes.

    Law 9: with all changes accepted the text that was compared is the new one, with all rejected the old one, notes
    included. Law 7: the same values give the same bytes. What is outside of the text that was compared stays as it
    is, and so does each paragraph that is the same in the new text; where the redline keeps words no change touches
    them. Tracked changes that the file held are accepted or rejected as it was read. Numbers that Word itself gives
    are left to Word.

    Args:
        comparison: what became of what.
        base: the old file, as it was read for the comparison.
        author: who made the changes.
        date: when, as `2044-03-05T00:00:00Z`; None where it is not known.
        moves: whether what moved is marked as moved; else it is deleted and inserted.

    Raises:
        FormatError: the base is no Word file, or not the file that was compared.
    """
    copy = Copy(comparison, base)
    copy.redline(author, date, moves=moves)
    return Redlined(copy.written(), tuple(_notices(comparison, copy)))


def _notices(comparison: Comparison, copy: Copy) -> Iterator[Notice]:
    old = {p.id: p.address for p in comparison.old.paragraphs}
    for change in comparison.changes:
        names = " and ".join(old[key] for key in change.old)
        if change.id in copy.whole:
            said = f"{names} is marked as deleted and inserted: parts of it cannot be marked in this file."
            yield Notice(code="redlined-whole", message=said)
        elif change.id in copy.apart:
            said = f"{names} is marked as deleted and inserted, since what became of it does not stand in one place."
            yield Notice(code="redlined-apart", message=said)
