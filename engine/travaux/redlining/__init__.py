"""Redlines: which words of a paragraph were kept, dropped and added, as a reader would mark them."""

from travaux.model.comparison import Segment
from travaux.redlining.boundaries import slide
from travaux.redlining.edges import ends
from travaux.redlining.hunks import Hunk, between, dissolve
from travaux.redlining.numbers import itemised
from travaux.redlining.verbatim import Part, mirrored, parts
from travaux.redlining.weights import Weigh, Weights
from travaux.sequences import common
from travaux.text import fold
from travaux.words import keys, tokens

__all__ = ["Weigh", "altered", "hint", "redline"]

REWRITTEN = 0.6
"""Above this share of changed weight (dropped and added, of both texts) a text counts as rewritten and is
shown whole, unless `SURVIVING` holds. Range 0.5 to 0.9. Of 425 real pairs of linked paragraphs 27 are; at
0.5 it would be 35, at 0.7 16. Read one by one, from about here on what they share is formulas (`in this
regard`)."""

SURVIVING = 0.5
"""Where at least this share of the lighter text is kept, the other has grown around it and nothing is
rewritten: a clause put before a paragraph leaves the paragraph in sight. Range 0.3 to 1. Without it 34 of
the pairs above would be whole; the 7 that it saves read better in detail."""

FEW = 0.35
"""Up to this share of changed tokens nothing is weighed: it is no rewriting. Range 0 to 0.4:
on the pairs above only 4 lines of four words, a meeting and its date, tell the difference."""

TOKEN = 6
"""Code points of a token with its space, by which the length of a text tells the number of its tokens.
Range 1 to 8: English has 5.9; where tokens are shorter the weighing is only done more often than needed."""


def redline(old: str, new: str, weigh: Weigh | None = None) -> tuple[Segment, ...]:
    """Return what was kept, dropped and added, in the order of the texts; the drop before the add.

    Law 2: keep and drop joined are `old`, keep and add joined are `new`, to the last code point.
    Law 3: `redline(new, old)` is `redline(old, new)` with drop and add exchanged, ties included.

    Segments begin and end at the edges of words: never inside a word, a number, a date or a symbol. None is
    empty, no two neighbours have the same op. Small words between two edits are given up rather than left
    standing alone; edits are cut at clauses where the words allow it; lists of paragraph numbers are compared
    item by item; a rewritten text is one drop and one add, and so is what `sequences.common` gives up for its
    size.

    Args:
        old: the earlier text; several paragraphs are joined by one line feed.
        new: the later text, likewise.
        weigh: how much a word tells, from 0 (nothing) to 1 (it is found nowhere else), given its key as
            `words.keys` makes it; an ordinary noun is about 0.6. Without it words are weighed by their form.

    >>> [(s.op, s.text) for s in redline("Urges all States to report;", "Urges States to report annually;")]
    [('keep', 'Urges '), ('drop', 'all '), ('keep', 'States to report'), ('add', ' annually'), ('keep', ';')]
    """
    if old == new:
        return (Segment(op="keep", text=old),) if old else ()
    weights = Weights(weigh)
    turned = (len(old), old) < (len(new), new)  # one direction is computed and the other is its mirror
    found = mirrored(_parts(new, old, weights)) if turned else _parts(old, new, weights)
    return tuple([Segment(op=op, text=text) for op, text in found])


def altered(old: str, new: str) -> bool:
    """Whether words or punctuation differ: not only spaces, paragraph edges, glyph variants or Unicode form.

    >>> altered("the Assembly’s  work", "the Assembly's work"), altered("States", "states")
    (False, True)
    """
    head, tail = ends(old, new)
    old, new = old[head : len(old) - tail], new[head : len(new) - tail]
    return fold(old) != fold(new) and keys(tokens(old)) != keys(tokens(new))


def hint(old: str, new: str) -> tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]:
    """Return, for a word that replaced another, which of its letters differ: ranges in old, ranges in new.

    For display only. Ranges are half open and count code points. Both are empty where letters say nothing:
    for numbers, dates, symbols, several words, and words with too few letters in common.

    >>> hint("relating", "related")
    (((5, 8),), ((5, 7),))
    """
    from travaux.redlining.characters import ranges  # noqa: PLC0415 - loaded only when letters are asked for

    return ranges(old, new)


def _parts(old: str, new: str, weights: Weights) -> list[Part]:
    head, tail = ends(old, new)
    old_tokens = tokens(old[head : len(old) - tail])
    new_tokens = tokens(new[head : len(new) - tail])
    old_keys, new_keys = keys(old_tokens), keys(new_tokens)
    old_items, new_items = itemised(old_keys, new_keys)
    hunks = between(common(old_items, new_items), len(old_items), len(new_items))
    hunks = slide(hunks, old_items, new_items, ("…" if head else "", "…" if tail else ""))
    hunks = dissolve(hunks, old_keys, new_keys, weights)
    around = old[:head], old[len(old) - tail :]
    changed = sum(hunk[1] - hunk[0] + hunk[3] - hunk[2] for hunk in hunks)
    few = changed * TOKEN <= FEW * (len(old) + len(new))
    if not few and _rewritten(hunks, old_keys, new_keys, around, weights):
        whole: list[Part] = [("drop", old), ("add", new)]
        return [part for part in whole if part[1]]
    return parts(hunks, old_tokens, new_tokens, around)


def _rewritten(
    hunks: list[Hunk], old_keys: list[str], new_keys: list[str], around: tuple[str, str], weights: Weights
) -> bool:
    outside = sum(weights.of(keys(tokens(text))) for text in around)
    old_weight, new_weight = outside + weights.of(old_keys), outside + weights.of(new_keys)
    dropped = sum(weights.of(old_keys[hunk[0] : hunk[1]]) for hunk in hunks)
    added = sum(weights.of(new_keys[hunk[2] : hunk[3]]) for hunk in hunks)
    kept = max(old_weight - dropped, new_weight - added)
    survives = kept >= SURVIVING * min(old_weight, new_weight)
    return dropped + added > REWRITTEN * (old_weight + new_weight) and not survives
