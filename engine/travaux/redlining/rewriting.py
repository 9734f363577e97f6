"""Texts that are rewritten: shown whole, but for the long runs of words that both have."""

from collections.abc import Iterator, Sequence

from travaux.redlining.hunks import Hunk
from travaux.redlining.weights import Weights

REWRITTEN = 0.6
"""Above this share of changed weight (dropped and added, of both texts) a text counts as rewritten and is
shown whole, unless `SURVIVING` holds. Range 0.5 to 0.9. Of 425 real pairs of linked paragraphs 27 are; at
0.5 it would be 35, at 0.7 16. Read one by one, from about here on what they share is formulas (`in this
regard`)."""

SURVIVING = 0.5
"""Where at least this share of the lighter text is kept, the other has grown around it and nothing is
rewritten: a clause put before a paragraph leaves the paragraph in sight. Range 0.3 to 1. Without it 34 of
the pairs above would be whole; the 7 that it saves read better in detail."""

LONG = 8
"""Words in a row that stay in sight in a text that is rewritten around them. Range 6 to 12: formulas (`in its
resolution`, `and requests the Secretary-General`) have fewer, clauses more. Of 4,287 real pairs 29 redlines are other
ones at 6, 33 at 12."""


def condensed(hunks: Sequence[Hunk], old: Sequence[str], new: Sequence[str], weights: Weights) -> list[Hunk]:
    """Return the hunks, one for each stretch that is rewritten: between long runs and the edges of the text."""
    found: list[Hunk] = []
    for span, inside in _stretches(hunks, old, new):
        found += [span] if rewritten(inside, span, old, new, weights) else inside
    return found


def rewritten(hunks: Sequence[Hunk], span: Hunk, old: Sequence[str], new: Sequence[str], weights: Weights) -> bool:
    """Whether so much of a span has changed that its words in common would only be confetti."""
    old_weight, new_weight = weights.of(old[span[0] : span[1]]), weights.of(new[span[2] : span[3]])
    dropped = sum(weights.of(old[hunk[0] : hunk[1]]) for hunk in hunks)
    added = sum(weights.of(new[hunk[2] : hunk[3]]) for hunk in hunks)
    kept = max(old_weight - dropped, new_weight - added)
    survives = kept >= SURVIVING * min(old_weight, new_weight)
    return dropped + added > REWRITTEN * (old_weight + new_weight) and not survives


def _stretches(hunks: Sequence[Hunk], old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Hunk, list[Hunk]]]:
    """The spans between long runs, each with its hunks."""
    inside: list[Hunk] = []
    old_start, new_start, place = 0, 0, 0
    for hunk in hunks:
        if _long(old[place : hunk[0]]):
            if inside:
                yield (old_start, inside[-1][1], new_start, inside[-1][3]), inside
            inside = []
            old_start, new_start = hunk[0], hunk[2]
        inside.append(hunk)
        place = hunk[1]
    if inside:
        last = inside[-1]
        old_end, new_end = (last[1], last[3]) if _long(old[place:]) else (len(old), len(new))
        yield (old_start, old_end, new_start, new_end), inside


def _long(keys: Sequence[str]) -> bool:
    return len(keys) >= LONG and sum(key[0].isalnum() for key in keys) >= LONG
