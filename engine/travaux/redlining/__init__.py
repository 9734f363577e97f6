"""Redlines: which words of a paragraph were kept, dropped and added, as a reader would mark them."""

from travaux.contracts import RedlineWords
from travaux.model.comparison import Segment
from travaux.redlining.boundaries import slide
from travaux.redlining.edges import ends
from travaux.redlining.hunks import between, dissolve
from travaux.redlining.numbers import itemised
from travaux.redlining.reweighing import reweighed
from travaux.redlining.rewriting import condensed, rewritten
from travaux.redlining.verbatim import Part, mirrored, parts
from travaux.redlining.weights import weights_of
from travaux.sequences import common
from travaux.text import fold
from travaux.words import keys, tokens

__all__ = ["altered", "hint", "redline"]

FEW = 0.35
"""Up to this share of changed tokens nothing is weighed: it is no rewriting. Range 0 to 0.4:
on the pairs above only 4 lines of four words, a meeting and its date, tell the difference."""

_UNKNOWN = RedlineWords()

TOKEN = 6
"""Code points of a token with its space, by which the length of a text tells the number of its tokens.
Range 1 to 8: English has 5.9; where tokens are shorter the weighing is only done more often than needed."""


def redline(old: str, new: str, words: RedlineWords = _UNKNOWN) -> tuple[Segment, ...]:
    """Return what was kept, dropped and added, in the order of the texts; the drop before the add.

    Law 2: keep and drop joined are `old`, keep and add joined are `new`, to the last code point.
    Law 3: `redline(new, old)` is `redline(old, new)` with drop and add exchanged, ties included.

    Segments begin and end at the edges of words: never inside a word, a number, a date or a symbol. None is
    empty, no two neighbours have the same op. Small words between two edits are given up rather than left
    standing alone; edits are cut at clauses where the words allow it; lists of paragraph numbers are compared
    item by item; a rewritten text is one drop and one add, but for the long runs of words that it has in common.
    Of texts of tens of thousands of words more may be dropped and added than the least (`sequences.common`).

    Args:
        old: the earlier text; several paragraphs are joined by one line feed.
        new: the later text, likewise.
        words: the small words, clause words and joints of their language. Without them short words are small,
            edits are cut at punctuation, and only commas join the numbers of a list.

    >>> [(s.op, s.text) for s in redline("Urges all States to report;", "Urges States to report annually;")]
    [('keep', 'Urges '), ('drop', 'all '), ('keep', 'States to report'), ('add', ' annually'), ('keep', ';')]
    """
    if old == new:
        return (Segment(op="keep", text=old),) if old else ()
    turned = (len(old), old) < (len(new), new)  # one direction is computed and the other is its mirror
    found = mirrored(_parts(new, old, words)) if turned else _parts(old, new, words)
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


def _parts(old: str, new: str, words: RedlineWords) -> list[Part]:
    head, tail = ends(old, new)
    old_tokens = tokens(old[head : len(old) - tail])
    new_tokens = tokens(new[head : len(new) - tail])
    old_keys, new_keys = keys(old_tokens), keys(new_tokens)
    weights = weights_of(words.small)
    old_items, new_items = itemised(old_keys, new_keys, words.joints)
    hunks = between(common(old_items, new_items), len(old_items), len(new_items))
    hunks = reweighed(hunks, old_items, new_items, weights)
    hunks = slide(hunks, old_items, new_items, words, ("…" if head else "", "…" if tail else ""))
    hunks = dissolve(hunks, old_keys, new_keys, weights)
    around = old[:head], old[len(old) - tail :]
    changed = sum(hunk[1] - hunk[0] + hunk[3] - hunk[2] for hunk in hunks)
    if changed * TOKEN > FEW * (len(old) + len(new)):
        if head or tail:
            before, after = map(tokens, around)
            shift = len(before)
            old_tokens, new_tokens = [*before, *old_tokens, *after], [*before, *new_tokens, *after]
            old_keys, new_keys = keys(old_tokens), keys(new_tokens)
            hunks = [(hunk[0] + shift, hunk[1] + shift, hunk[2] + shift, hunk[3] + shift) for hunk in hunks]
            around = "", ""
        span = 0, len(old_keys), 0, len(new_keys)
        if rewritten(hunks, span, old_keys, new_keys, weights):
            hunks = condensed(hunks, old_keys, new_keys, weights)
            if hunks == [span]:
                whole: list[Part] = [("drop", old), ("add", new)]
                return [part for part in whole if part[1]]
    return parts(hunks, old_tokens, new_tokens, around)
