"""Why paragraphs were linked, or not, in words for a reader."""

from travaux.alignment.rivals import Rivals
from travaux.alignment.sides import Pair
from travaux.alignment.tie import Tie
from travaux.alignment.tokens import differing, same_order
from travaux.form import differences
from travaux.model.document import Paragraph
from travaux.text import fold

SAME = "same words"
FEW = 3
"""Up to so many words that differ are counted; above, the share that is common is told."""
ALIKE = 0.5
"""Likeness up to which only the share is told: not the number of words, which may be small and say little."""
TORN, SIGNS = 8, 12
"""Words that differ, and letters by which the lengths do, up to which it is looked whether only the form differs: a
word torn in two is a word more. It saves time."""
_ONE = (("spacing",), ("case",), ("punctuation",))


def reason(pair: Pair, tie: Tie, score: float) -> str:
    """Say why the paragraphs of a tie belong together."""
    if tie.step == "pin":
        return "pinned"
    if len(tie.old) == len(tie.new) == 1:
        return _kept(pair, tie, score)
    return _joined(pair, tie)


def absence(pair: Pair, rivals: Rivals, position: int, *, on_old: bool) -> str:
    """Say why a paragraph stands alone: what comes nearest to it on the other side."""
    there, other = ("new", pair.new) if on_old else ("old", pair.old)
    nearest = rivals.nearest(position, on_old=on_old)
    if nearest is None:
        return f"nothing in the {there} text is like it"
    likeness, place = nearest
    return f"nearest in the {there} text is {other.paragraphs[place].address}, which shares {_percent(likeness)}"


def shares(likeness: float) -> str:
    """Say how alike two paragraphs are."""
    return f"shares {_percent(likeness)}"


def maybe_part(paragraph: Paragraph, probability: float) -> str:
    """Say that a paragraph may be a part of a split or merge."""
    return f"{paragraph.address} may be a part, with a probability of {round(100 * probability)} %"


def _kept(pair: Pair, tie: Tie, score: float) -> str:
    i, j = tie.old[0], tie.new[0]
    before, after = pair.old.texts[i], pair.new.texts[j]
    if before == after:
        return SAME
    if tie.step == "role":
        return f"both are the {pair.old.parts[i]}"
    if score <= ALIKE:
        return shares(score)
    old, new = pair.old.words[i], pair.new.words[j]
    misfit = 0 if score == 1 else max(len(old), len(new)) - len(old & new)
    if misfit <= TORN and abs(len(before) - len(after)) <= SIGNS and (forms := differences(before, after)):
        return f"{SAME}; {_listed(list(forms))} {'differs' if forms in _ONE else 'differ'}"
    if misfit > FEW:
        return shares(score)
    # what is weighed is a set of cut words; what is told has to be true of the words that a reader sees
    different = differing(before, after)
    if different and score == 1:  # the only word that is no difference (`tokens.key`)
        return f"{SAME}; the conjunction at the end differs"
    if not different:
        other = "; signs differ" if same_order(before, after) else " in another order"
        return SAME if fold(before) == fold(after) else f"{SAME}{other}"
    return f"{SAME} but for {different}" if different <= FEW else shares(score)


def _joined(pair: Pair, tie: Tie) -> str:
    old = [pair.old.paragraphs[i].address for i in tie.old]
    new = [pair.new.paragraphs[j].address for j in tie.new]
    if len(old) > 1 and len(new) > 1:
        share = round(100 * pair.joined_likeness(tie.old, tie.new))
        return f"{_listed(old)} share {share} % of their weighted words with {_listed(new)}"
    (whole,), parts, side, positions, words = (
        (old, new, pair.new, tie.new, pair.old.words[tie.old[0]])
        if len(old) == 1
        else (new, old, pair.old, tie.old, pair.new.words[tie.new[0]])
    )
    found = [pair.weight_of(side.words[p] & words) / (side.weights[p] or 1) for p in positions]
    halves = "both halves are" if len(parts) == 2 else f"all {len(parts)} parts are"
    told = (f"{address} with {round(100 * share)} %" for address, share in zip(parts, found, strict=True))
    return f"{halves} found in {whole}: {_listed(list(told))} of the weighted words"


def _listed(items: list[str]) -> str:
    return f"{', '.join(items[:-1])} and {items[-1]}" if len(items) > 1 else items[0]


def _percent(share: float) -> str:
    return f"{round(100 * share)} % of its weighted words"
