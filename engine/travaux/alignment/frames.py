"""What two paragraphs may share though few of their rare words: the frame around citations, or one long phrase."""

from collections import defaultdict

from travaux.alignment.sides import Pair
from travaux.numerals import from_ordinal
from travaux.sequences import common
from travaux.words import firm, keys, tokens

FRAME = 0.8
"""Share of its words that a frame must keep, in order, numbers by their kind.

Range .7 to .9: of 596 real pairs 8 are linked more than without, all rightly; each cites other resolutions or dates.
"""
PHRASE = 700
"""Weight of one phrase that both must hold, if they begin with the same word too: about four telling words (64 is one
natural unit of surprise).

Range 600 to 900: 32 to 16 links more of the same pairs; at 700 24, of which 21 are plainly of one matter.
"""

HOPELESS = 0.4
"""Share of its words under which no frame is the same; it saves time. Range 0 to .5: nothing changes."""

_CITED = "0"


def framed(pair: Pair, i: int, j: int) -> bool:
    """Whether two paragraphs say the same of other citations, dates or sessions: last year's text rolled on.

    Each citation, date and ordinal is alike to any other; the words around them must be the same but for a few, and
    the first one must be: what regrets has not come to welcome.
    """
    shared = len(pair.old.words[i] & pair.new.words[j])
    if shared < HOPELESS * max(len(pair.old.words[i]), len(pair.new.words[j])):
        return False
    old, new = (_frame(side.texts[position]) for side, position in ((pair.old, i), (pair.new, j)))
    if old[:1] != new[:1] or _CITED not in old or _CITED not in new:
        return False
    kept = sum(size for _, _, size in common(old, new))
    return 2 * kept >= FRAME * (len(old) + len(new))


def phrased(pair: Pair, i: int, j: int, likeness: float) -> bool:
    """Whether two paragraphs begin with the same word, and share a phrase so long that few others have it."""
    old, new = pair.old.sequences[i], pair.new.sequences[j]
    if old[:1] != new[:1] or likeness * pair.weight_around(i, j) < 2 * PHRASE:
        return False
    places: defaultdict[int, list[int]] = defaultdict(list)
    for place, word in enumerate(new):
        places[word].append(place)
    ending: dict[int, int] = {}
    for word in old:
        weight = pair.weight[word]
        ending = {place + 1: ending.get(place, 0) + weight for place in places.get(word, ())}
        if ending and max(ending.values()) >= PHRASE:
            return True
    return False


def _frame(text: str) -> list[str]:
    """The words in lower case, without punctuation; `0` for what is cited, dated or numbered."""
    return [_kind(key) for key in keys(tokens(text)) if key[0].isalnum()]


def _kind(key: str) -> str:
    return _CITED if firm(key) or from_ordinal(key) is not None else key.casefold()
