"""Several notes in one paragraph, as an extractor leaves those at the foot of a page: "84 Ibid. 85 S/2044/276."."""

import re
from itertools import pairwise
from typing import NamedTuple

from travaux.parsing.roles import Roles

MOST = 40
"""Most notes in one paragraph. Range 10 and more: no page has so many."""

_FIRST = re.compile(r"(?P<number>[1-9]\d{0,2})\s+(?=\S)")
_NEXT = re.compile(r"(?<=[.,;”\"»)\d])\s(?P<number>[1-9]\d{0,2})\s(?=\S)")


class Counted(NamedTuple):
    """One note of a run: its number, and where its words stand in the paragraph."""

    number: str
    start: int
    end: int


def note_run(text: str, roles: Roles) -> list[Counted]:
    """Return the notes that a paragraph holds; none where it is something else.

    Their numbers rise by one, and each but the first begins as a note may.
    """
    first = _FIRST.match(text)
    if first is None or roles.act(text[first.end() :]):
        return []
    marks = [first]
    while len(marks) < MOST:
        wanted = int(marks[-1]["number"]) + 1
        rest = _NEXT.finditer(text, marks[-1].end())
        found = next((m for m in rest if int(m["number"]) == wanted and _is_body(text[m.end() :], roles)), None)
        if found is None:
            break
        marks.append(found)
    if len(marks) < 2:
        return []
    edges = [*(m.start() for m in marks), len(text)]
    return [Counted(m["number"], m.end(), end) for m, (_, end) in zip(marks, pairwise(edges), strict=True)]


def _is_body(text: str, roles: Roles) -> bool:
    return any(roles.begins(name, text) for name in ("note_body", "certain_note", "loose_note_body"))
