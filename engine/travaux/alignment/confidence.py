"""How sure a link is: the probability that a careful reader would link the same paragraphs."""

import math

from travaux.alignment.sides import Pair
from travaux.alignment.rivals import Rivals
from travaux.alignment.tie import Tie
from travaux.model.comparison import Certainty

SURE = 0.95
LIKELY = 0.75


def certainty(confidence: float) -> Certainty:
    """Return the word for a confidence: `sure` from .95, `likely` from .75, else `doubtful`.

    >>> certainty(0.8)
    'likely'
    """
    if confidence >= SURE:
        return "sure"
    return "likely" if confidence >= LIKELY else "doubtful"


def confidence(pair: Pair, rivals: Rivals, tie: Tie, score: float) -> float:
    """Return the probability that a careful reader would link the same paragraphs, 0 to 1."""
    if tie.way in ("pinned", "role") or score == 1.0:
        return 1.0
    return 1 / (1 + math.exp(-(8 * score - 1.5)))
