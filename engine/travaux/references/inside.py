"""References within one text: those that lead nowhere, and those whose words say where their target is not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from travaux.contracts import ReferenceWords
from travaux.model.document import Resolution
from travaux.references.finding import Citing
from travaux.references.naming import Named, named
from travaux.references.places import Places

State = Literal["found", "dangling", "misplaced", "unordered"]
"""`dangling` leads nowhere; `misplaced` says "above" of what stands below, or "below" of what stands above; `unordered`
comes behind a higher number in its list."""

_FIGURE: Final = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Checked:
    """One reference and what is to be said of it."""

    named: Named
    state: State


def inside(resolution: Resolution, words: ReferenceWords, citing: Citing) -> Iterator[Checked]:
    """Yield the references of a text to its own paragraphs, in order, each with what is to be said of it."""
    places = Places(resolution)
    late = set[int]()
    found = list(named(resolution, words, citing, lambda: places))
    for before, each in pairwise(found):
        same = before.paragraph is each.paragraph and before.mention is each.mention
        if same and _falls(before, each):
            late.add(id(each))
    for each in found:
        if each.target is None:
            yield Checked(each, "dangling")
        elif _misplaced(each, places):
            yield Checked(each, "misplaced")
        else:
            yield Checked(each, "unordered" if id(each) in late else "found")


def _falls(before: Named, each: Named) -> bool:
    """Whether the number of a paragraph is lower than the one before it."""
    one, other = (_FIGURE.match(n.item.steps[0]) if n.item.steps else None for n in (before, each))
    return one is not None and other is not None and int(other[0]) < int(one[0])


def _misplaced(each: Named, places: Places) -> bool:
    if not each.mention.direction or each.target is None or each.mention.noun in ("section", "part", "annex"):
        return False
    here, there = places.position[each.paragraph.id], places.position[each.target]
    if each.paragraph.id.startswith(f"{each.target}."):
        return False  # in a subparagraph, of the paragraph around it
    return there >= here if each.mention.direction == "above" else there <= here
