"""How sure a link is: the probability that a careful reader would link the same paragraphs."""

import math
from operator import mul

from travaux.alignment.rivals import Rivals
from travaux.alignment.tie import Tie

KEPT = (2.3, 2.7, 4.3, -1.5)
"""Bias, and weights of `features`, for one paragraph linked with one. Fitted by `benchmarks/fit_confidence.py`."""
JOINED = (0.7, 1.4, 0.8)
"""The same for splits and merges."""


def confidence(rivals: Rivals, tie: Tie, score: float) -> float:
    """Return the probability that a careful reader would link the same paragraphs, 0 to 1."""
    if tie.step in ("pin", "role", "anchor"):
        return 1.0
    found = features(rivals, tie, score)
    bias, *weights = KEPT if len(tie.old) == len(tie.new) == 1 else JOINED
    logit = bias + sum(map(mul, weights, found))
    by_words = round(1 / (1 + math.exp(-logit)), 4)
    return max(tie.trust, by_words) if tie.step == "place" else by_words


def features(rivals: Rivals, tie: Tie, score: float) -> tuple[float, ...]:
    """Return what the confidence of a link is told from.

    For one paragraph linked with one: its likeness (logarithm), how far it is likelier than the best rival, whether
    it stood elsewhere. For several: their likeness (logarithm), and the log-odds of the least likely part.
    """
    likeness = math.log(max(score, 0.01))
    if len(tie.old) == len(tie.new) == 1:
        return likeness, rivals.margin(tie.old[0], tie.new[0], score), float(tie.step in ("move", "remnant"))
    trust = min(tie.trust, 0.99)
    return likeness, math.log(trust / (1 - trust))
