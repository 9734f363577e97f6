"""What became of a paragraph, in the words of the interface."""

from travaux.form import differences
from travaux.model.comparison import Change
from travaux.renderers.wording.addresses import Addresses
from travaux.renderers.wording.numerals import in_words, listed
from travaux.renderers.wording.runs import typing_differs

_PARTS = {"preambular": "preamble", "operative": "operative part", "annex": "annex", "heading": "headings"}


def different(change: Change) -> bool:
    """Whether a change is one: another relation, place, number or wording, or the same words that mean another thing.

    Differences of typing are none. The same words mean another thing where a reference in them was left behind.
    """
    told = change.altered or change.moved or change.renumbered or change.transferred
    return change.relation != "kept" or told or change.layer == "substantive"


def relation_in_words(change: Change, addresses: Addresses, *, follows: bool = False) -> str:
    """Return what became of a paragraph; `follows` where only a reference in it follows a renumbering."""
    old, new = len(change.old), len(change.new)
    match change.relation:
        case "added" | "removed":
            return change.relation
        case "split":
            said = f"split in {in_words(new)}"
        case "merged":
            said = f"merged, {in_words(old)} into one"
        case "regrouped":
            said = f"regrouped, {in_words(old)} into {in_words(new)}"
        case "kept":
            return _kept(change, addresses, follows=follows)
    return f"{'moved, ' if change.moved else ''}{said}{'' if change.altered else ', words unchanged'}"


def forms(change: Change) -> tuple[str, ...]:
    """Return what differs where only the form does: case, hyphens, punctuation; nothing where a word does."""
    if not change.altered or change.relation != "kept":
        return ()
    old, new = ("".join(s.text for s in change.redline if s.op != op) for op in ("add", "drop"))
    return differences(old, new)


def rewording(change: Change) -> str:
    """Return `reworded`; or, where the words are the same, what changed beside them: `case and punctuation changed`."""
    found = forms(change)
    return f"{listed(found)} changed" if found else "reworded"


def became(change: Change, addresses: Addresses) -> str:
    """Return a clause that tells a change as a cause: `OP4 was split into OP3 + OP4`."""
    old, new = " + ".join(addresses.old(change)), " + ".join(addresses.new(change))
    match change.relation:
        case "added":
            return f"{new} was added"
        case "removed":
            return f"{old} was removed"
        case "split":
            return f"{old} was split into {new}"
        case "merged":
            return f"{old} were merged into {new}"
        case "regrouped":
            return f"{old} were regrouped into {new}"
        case "kept":
            pass
    if change.moved or change.transferred:
        return f"{old} moved to {new}"
    return f"{old} was reworded" if addresses.stays(change) else f"{old} became {new}"


def _kept(change: Change, addresses: Addresses, *, follows: bool) -> str:
    if follows and not change.moved and not change.transferred:
        return "reference follows"
    place = _transfer(change, addresses) if change.transferred else "moved" if change.moved else ""
    if change.altered:
        how = rewording(change)
        return f"{place}, {how}" if place else how
    if place:
        return f"{place}, words unchanged"
    if change.renumbered:
        return "renumbered, words unchanged"
    if change.emphasis or typing_differs(change):
        return "only emphasis differs" if change.emphasis else "only typing differs"
    return "unchanged"


def _transfer(change: Change, addresses: Addresses) -> str:
    parts = addresses.part_moves(change)
    if parts is None or parts[0] == parts[1]:
        return "transferred"
    return f"transferred ({_PARTS.get(parts[0], 'text')} → {_PARTS.get(parts[1], 'text')})"
