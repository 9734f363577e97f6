"""The words of hunks and of the equal runs between them, exactly as they stand in both texts."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Literal

from travaux.redlining.hunks import Hunk
from travaux.words import SPACE

Part = tuple[Literal["keep", "drop", "add"], str]


def parts(
    hunks: Sequence[Hunk], old: Sequence[str], new: Sequence[str], around: tuple[str, str] = ("", "")
) -> list[Part]:
    """Return the segments of a redline as pairs of op and text; `around` is kept before and after.

    Tokens that are equal by their keys may differ in glyphs or in the space that follows: what differs is
    dropped and added. Space at the end of both a drop and an add is kept after them.
    """
    found: list[Part] = []
    kept, dropped, added = around[0], "", ""
    old_place = new_place = 0
    for old_start, old_end, new_start, new_end in (*hunks, (len(old), len(old), len(new), len(new))):
        for same, old_text, new_text in _pieces(old[old_place:old_start], new[new_place:new_start]):
            if not same:
                dropped += old_text
                added += new_text
                continue
            if dropped or added:
                kept = _settle(found, kept, dropped, added)
                dropped = added = ""
            kept += old_text
        if old_start < old_end:
            dropped += "".join(old[old_start:old_end])
        if new_start < new_end:
            added += "".join(new[new_start:new_end])
        old_place, new_place = old_end, new_end
    kept = _settle(found, kept, dropped, added) + around[1]
    if kept:
        found.append(("keep", kept))
    return found


def mirrored(found: Sequence[Part]) -> list[Part]:
    """Return the segments with drop and add exchanged, the drop still before the add."""
    turned: list[Part] = []
    for op, text in found:
        if op == "keep":
            turned.append((op, text))
        elif op == "drop":
            turned.append(("add", text))
        else:
            turned.insert(len(turned) - 1 if turned and turned[-1][0] == "add" else len(turned), ("drop", text))
    return turned


def _pieces(old: Sequence[str], new: Sequence[str]) -> Iterable[tuple[bool, str, str]]:
    """A run of tokens with equal keys, piece by piece: whether both sides are the same there, and both texts."""
    if old == new:
        return ((True, "".join(old), ""),) if old else ()
    return chain.from_iterable(map(_variants, old, new))


def _variants(old: str, new: str) -> Iterator[tuple[bool, str, str]]:
    """One token of both texts, the word and the space after it."""
    if old == new:
        yield True, old, ""
        return
    old_core, new_core = old.rstrip(SPACE), new.rstrip(SPACE)
    if old_core != new_core:
        yield False, old_core, new_core
    elif old_core:
        yield True, old_core, ""
    yield False, old[len(old_core) :], new[len(new_core) :]


def _settle(found: list[Part], kept: str, dropped: str, added: str) -> str:
    """Write what was kept and then what differs; return the space at the end of it that both sides have."""
    end = 0
    while end < len(dropped) and end < len(added) and dropped[-1 - end] == added[-1 - end] in SPACE:
        end += 1
    space = dropped[len(dropped) - end :]
    if end:
        dropped, added = dropped[:-end], added[:-end]
    if not dropped and not added:
        return kept + space
    if kept:
        found.append(("keep", kept))
    if dropped:
        found.append(("drop", dropped))
    if added:
        found.append(("add", added))
    return space
