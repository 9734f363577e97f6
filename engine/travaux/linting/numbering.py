"""Numbers of paragraphs: gaps, repetitions, and a number where there is only one paragraph."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from travaux.linting.endings import QUOTES
from travaux.linting.text import Text
from travaux.model.checks import Remark
from travaux.model.document import Paragraph
from travaux.numerals import from_list_letters, from_roman

MISSING: Final = 3
"""Subparagraphs that a gap may leave out (range 1 to 5); where more seem to be missing, a list below was taken for part
of this one."""
_ODD: Final = ("number-gap", "number-twice")


def numbering(text: Text) -> Iterator[Remark]:
    """Yield a remark for each gap and repetition in the numbers of operative paragraphs and of subparagraphs."""
    paragraphs = text.resolution.paragraphs
    for notice in text.resolution.notices:
        if notice.code in _ODD:
            where = next(
                (n for n, p in enumerate(paragraphs) if p.place == notice.place and p.part == "operative"), None
            )
            if where is None or not _quoted(paragraphs[: where + 1]):
                here = paragraphs[where] if where is not None else None
                yield text.remark("numbering", notice.message.rstrip("."), here)
    below: defaultdict[str, list[Paragraph]] = defaultdict(list)
    for paragraph in paragraphs:
        if paragraph.level and paragraph.label and paragraph.part in ("preambular", "operative"):
            below[paragraph.id.rpartition(".")[0]].append(paragraph)
    for items in below.values():
        values = _values(items)
        for (_, one), (paragraph, other) in pairwise(zip(items, values, strict=True)):
            if other == one:
                yield text.remark("numbering", f"two subparagraphs are numbered {paragraph.label}", paragraph)
            elif one + 1 < other <= one + MISSING + 1 and not _turns_roman(paragraph.label):
                before = items[values.index(one)].label
                yield text.remark("numbering", f"the subparagraphs go from {before} to {paragraph.label}", paragraph)


def _quoted(before: Sequence[Paragraph]) -> bool:
    """Whether one of the last two numbered paragraphs is quoted from another instrument, with its number."""
    numbered = [p for p in before if p.part == "operative" and p.label and not p.level]
    return any(p.text.startswith(QUOTES) for p in numbered[-2:])


def _turns_roman(label: str | None) -> bool:
    """Whether a letter that seems to come too early may begin a list of roman numbers."""
    return (label or "").strip("(). ") == "i"


def _values(items: Sequence[Paragraph]) -> Sequence[int]:
    """The places that the labels name; none where they are not all letters or all roman numbers that begin a list."""
    labels = [(p.label or "").strip("(). ") for p in items]
    for count, first in ((from_list_letters, "a"), (from_roman, "i")):
        values = [count(label) for label in labels]
        if labels[0] == first and all(values):
            return [value for value in values if value]
    return range(len(items))


def single(text: Text) -> Iterator[Remark]:
    """Yield a remark where the only operative paragraph bears a number."""
    operative = [p for p in text.resolution.paragraphs if p.part == "operative" and not p.level]
    if len(operative) == 1 and operative[0].label and text.resolution.whole:
        yield text.remark(
            "single-paragraph", f"the only operative paragraph is numbered {operative[0].label}", operative[0]
        )
