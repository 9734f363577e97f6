"""The proof of a Word redline: read back, it is the old text with all rejected, the new one with all accepted."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from travaux.errors import FormatError, SourceError
from travaux.model.comparison import Comparison
from travaux.model.document import Source
from travaux.model.report import Report
from travaux.pipeline.proofs import Line, holds, read_back, standing, told
from travaux.pipeline.reading import parse, read

_REJECTED: Final = "with all changes rejected"
_ACCEPTED: Final = "with all changes accepted"
_NAME: Final = "redline.docx"
_SHOWN: Final = 60
"""How many characters of a paragraph the message shows."""

_BEFORE: Final = 20
"""How many of them stand before the first that is wrong."""


def prove(report: Report, comparison: Comparison, base: Source | None = None) -> None:
    """Read a Word redline back and compare it with both texts, paragraph for paragraph and in order (law 9).

    With all changes rejected it must be the old text, with all accepted the new one: words, the notes that were
    compared, each at its place, and the numbers that are typed. A redline on a copy of the old file must be that
    whole file with all changes rejected, and hold the new text with all accepted. Spaces are folded, blank
    paragraphs do not count, and what a Word file cannot hold counts as the character that is shown for it.

    Args:
        report: the Word file.
        comparison: what it tells.
        base: the old file, where the redline was made on a copy of it.

    Raises:
        FormatError: it is not both texts, and should not be written.
    """
    noted = bool(comparison.note_changes)
    rejected = _read(report, "original", base)
    accepted = _read(report, "accepted", base)
    old, new = (told(text, noted=noted) for text in (comparison.old, comparison.new))
    if base is None:
        _same(read_back(rejected, noted=noted), old, _REJECTED, base)
        _same(read_back(accepted, noted=noted), new, _ACCEPTED, base)
        return
    before = read_back(base, noted=noted)
    _same(read_back(rejected, noted=noted), before, _REJECTED, base)
    if holds(parse(accepted), new, accepted, noted=noted):
        return
    made = standing(read_back(accepted, noted=noted), new)
    if made.missing is not None:
        raise _fault(_ACCEPTED, f"{_excerpt(made.missing)} is not in it", base)
    if made.inside > standing(before, old).inside:
        raise _fault(_ACCEPTED, "a paragraph of the new text does not begin one", base)


def _read(report: Report, revisions: str, base: Source | None) -> Source:
    try:
        return read(_NAME, report.content, {"revisions": revisions})
    except SourceError as fault:
        raise _fault("when it is read back", fault.message, base) from fault


def _same(found: Sequence[Line], wanted: Sequence[Line], said: str, base: Source | None) -> None:
    for one, other in zip_longest((line.whole for line in found), (line.whole for line in wanted)):
        if one != other:
            pairs = enumerate(zip_longest(one or "", other or ""))
            alike = next(at for at, (mine, due) in pairs if mine != due)
            raise _fault(said, f"{_excerpt(one, alike)} stands where {_excerpt(other, alike)} should stand", base)


def _excerpt(text: str | None, at: int = 0) -> str:
    """Some words of a paragraph around a place, for a message."""
    if text is None:
        return "the end of the text"
    start = max(0, at - _BEFORE)
    end = start + _SHOWN
    return f"“{'…' * (start > 0)}{text[start:end]}{'…' * (end < len(text))}”"


def _fault(state: str, what: str, base: Source | None) -> FormatError:
    instead = "choose another format" if base is None else "make the redline without the old file"
    return FormatError(f"the redline is not right {state}: {what}", instead)
