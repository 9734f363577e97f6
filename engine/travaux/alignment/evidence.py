"""How much speaks for two paragraphs being one, beyond the share of words that they have in common."""

import math

from travaux.alignment.sides import Pair


def evidence(pair: Pair, i: int, j: int, likeness: float) -> float:
    """Return how much speaks for an old and a new paragraph being one; in logarithms, 0 is little, 3 much.

    A paragraph cut to a third still has all its words in the longer one, and has them in the same order; two that
    share a formula and a name have neither. So three things count: the likeness, the share of the lighter
    paragraph that stands in the other, and how many pairs of neighbouring words they share.
    """
    old, new = pair.old, pair.new
    least = min(old.weights[i], new.weights[j])
    if not least or not likeness:
        return -math.inf
    inside = pair.weight_of(old.words[i] & new.words[j]) / least
    return math.log(likeness) + 1.5 * math.log(inside) + math.log1p(len(old.runs(i).intersection(new.runs_of((j,)))))
