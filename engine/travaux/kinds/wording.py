"""What a lookup found, in a sentence: “Urges” → “Encourages”: a weaker verb."""

from collections.abc import Sequence
from typing import Final

from travaux.kinds.lookups import Hit, Stretch
from travaux.kinds.senses import EXCHANGED, EXCHANGED_SENSES, FAMILIES, MODALS, NEUTRAL, SENSES
from travaux.kinds.terms import Term

_LONGEST: Final = 80
"""Characters of a quotation; the redline above it has the rest."""

_MOST: Final = 3
"""Exchanges told in one line. Range 2 to 5."""

_INTENT: Final = 2
"""Up to this band a dispositive verb decides nothing: "looks forward", "concludes"."""
_ANY, _ALL = "any of them is enough", "all of them are meant"
_JOINTS: Final = {("and", "or"): _ANY, ("or", "and"): _ALL, ("et", "ou"): _ANY, ("ou", "et"): _ALL}
"""What exchanging the joint of a list does."""


def note(hits: Sequence[Hit], old: str, new: str, stretch: Stretch, subject: str) -> str:
    """Return one line for a reader on what was found of one kind in one edit.

    Args:
        hits: what was found, all of one kind.
        old: the old text of the change.
        new: its new text.
        stretch: the edit.
        subject: what the paragraph is: "request", "statement".
    """
    first = next((hit for hit in hits if any(t and t.sense == "example" for t in (hit.old, hit.new))), hits[0])
    if len(hits) > 1 and (whole := _whole(hits, old, new, stretch)):
        verb, term = ("added", first.new) if first.new else ("dropped", first.old)
        return f"“{whole}” {verb}: {_alone(first.kind, term, subject, added=verb == 'added')}" if term else ""
    return "; ".join(dict.fromkeys(_one(hit, old, new, subject) for hit in hits[:_MOST]))


def _whole(hits: Sequence[Hit], old: str, new: str, stretch: Stretch) -> str:
    """The words of an edit that only added or only dropped, where they are few enough to be quoted."""
    if any(hit.old and hit.new for hit in hits):
        return ""
    pure = stretch.old_start == stretch.old_end or stretch.new_start == stretch.new_end
    text = old[stretch.old_start : stretch.old_end] + new[stretch.new_start : stretch.new_end] if pure else ""
    words = " ".join(text.split()).strip(" ,;")
    return words if len(words) <= _LONGEST else ""


def _one(hit: Hit, old: str, new: str, subject: str) -> str:
    if hit.old and hit.new:
        return f"{quoted(old, hit.old)} → {quoted(new, hit.new)}: {_exchanged(hit.kind, hit.old, hit.new)}"
    if hit.new:
        return f"{quoted(new, hit.new)} added: {_alone(hit.kind, hit.new, subject, added=True)}"
    return f"{quoted(old, hit.old)} dropped: {_alone(hit.kind, hit.old, subject, added=False)}" if hit.old else ""


def quoted(text: str, term: Term) -> str:
    """Return the words of a term in quotation marks, as they stand."""
    words = " ".join(text[term.start : term.end].split()).strip(" ,;")
    return f"“{words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(' ', 1)[0] + ' …'}”"


def _alone(kind: str, term: Term, subject: str, *, added: bool) -> str:
    if kind == "modal":
        return f"{'makes it' if added else 'it is no longer'} {MODALS[term.sense]}"
    if kind in ("verb", "secverb"):
        return f"{'another act' if added else 'one act fewer'}, {_expresses(term)}"
    return SENSES[kind][term.sense][0 if added else 1].format(subject)


def _exchanged(kind: str, old: Term, new: Term) -> str:
    if kind == "modal":
        same = old.sense == new.sense
        return f"still {MODALS[new.sense]}" if same else f"{MODALS[old.sense]} becomes {MODALS[new.sense]}"
    if kind in ("verb", "secverb"):
        return verbs(old, new)
    if kind == "scope" and (old.key, new.key) in _JOINTS:
        return _JOINTS[old.key, new.key]
    if kind in ("actor", "entity") and _one_name(old.key, new.key):
        return "named otherwise"
    if old.sense == new.sense:
        return EXCHANGED_SENSES.get((kind, old.sense), EXCHANGED[kind])
    return EXCHANGED[kind]


def _one_name(old: str, new: str) -> bool:
    """Whether all words of one name stand in the other."""
    one, other = set(old.lower().split()), set(new.lower().split())
    return one <= other or other <= one


def verbs(old: Term, new: Term) -> str:
    """Return how two verbs compare by the bands of their family, which are a convention of drafters.

    The words are the same for both directions, "weaker" and "stronger" exchanged.
    """
    one, other = old.act, new.act
    if not one or not other:
        return "another verb"
    if one.family == other.family:
        if not one.band or not other.band or one.band == other.band:
            return "another verb of like strength" if one.band and other.band else "another verb"
        return "a weaker verb" if other.band < one.band else "a stronger verb"
    return f"{_expresses(old)} becomes {_expresses(new)}"


def _expresses(term: Term) -> str:
    act = term.act
    if not act:
        return "one act"
    if act.family == "cognitive" and act.band == NEUTRAL:
        return "a neutral statement"
    if act.family == "dispositive" and act.band <= _INTENT:
        return "a statement of intent"
    return FAMILIES[act.family]
