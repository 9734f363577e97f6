"""Boundaries: where a phrase that was only dropped or only added is best cut from its neighbours."""

from collections.abc import Sequence

from travaux.contracts import RedlineWords
from travaux.redlining.hunks import Hunk

_SEMICOLONS = frozenset(";:.؛；。")
_COMMAS = frozenset(",،，、")
_BRACKETS = frozenset("([")

EDGE, CLAUSE, COMMA, CONJUNCTION, CLOSING, PHRASE, WORD, INSIDE = 7, 6, 5, 4, 3, 2, 1, 0


def quality(before: str, after: str, words: RedlineWords) -> int:
    """Return how good a cut between two tokens is; "" stands for what is outside of the text.

    From best to worst: the edge of a paragraph; after `;`; after `,`; before a conjunction, a verb that
    begins an act, or an opening bracket; before other punctuation; before an article or a preposition;
    between words; and after an article, a preposition or a conjunction, which cuts a phrase in two.
    """
    if before in ("", "\n") or after in ("", "\n"):
        return EDGE
    if before in _SEMICOLONS:
        return CLAUSE
    if before in _COMMAS:
        return COMMA
    if after in words.clauses or after in _BRACKETS:
        return CONJUNCTION
    if before in words.openings or before in words.clauses or before in _BRACKETS:
        return INSIDE
    if not after[0].isalnum():
        return CLOSING
    return PHRASE if after in words.openings else WORD


def slide(
    hunks: Sequence[Hunk], old: Sequence[str], new: Sequence[str], words: RedlineWords, edges: tuple[str, str]
) -> list[Hunk]:
    """Return the hunks, each insertion and deletion moved to the best cut that leaves both texts the same.

    Two that come to touch are one. Of equally good cuts the last is taken. `edges` are the tokens outside.
    """
    moved: list[Hunk] = []
    for index, hunk in enumerate(hunks):
        best = hunk
        if hunk[0] == hunk[1] or hunk[2] == hunk[3]:
            start = moved[-1][1] if moved else 0
            end = hunks[index + 1][0] if index + 1 < len(hunks) else len(old)
            room = hunk[0] - start, end - hunk[1]
            tokens, place = (old, hunk[:2]) if hunk[0] < hunk[1] else (new, hunk[2:])
            shift = _shift(tokens, place, room, words, edges)
            if shift:
                best = hunk[0] + shift, hunk[1] + shift, hunk[2] + shift, hunk[3] + shift
        if moved and moved[-1][1] == best[0]:
            best = (moved[-1][0], best[1], moved.pop()[2], best[3])
        moved.append(best)
    return moved


def _shift(
    tokens: Sequence[str], place: tuple[int, int], room: tuple[int, int], words: RedlineWords, edges: tuple[str, str]
) -> int:
    """How far a stretch of tokens is best moved, within the room before and after it."""
    start, end = place
    back = forth = 0
    while back < room[0] and tokens[start - back - 1] == tokens[end - back - 1]:
        back += 1
    while forth < room[1] and tokens[start + forth] == tokens[end + forth]:
        forth += 1
    if not back and not forth:
        return 0

    def score(shift: int) -> tuple[int, int]:
        cuts = start + shift, end + shift
        return sum(quality(_token(tokens, cut - 1, edges), _token(tokens, cut, edges), words) for cut in cuts), shift

    return max(range(-back, forth + 1), key=score)


def _token(tokens: Sequence[str], place: int, edges: tuple[str, str]) -> str:
    if place < 0:
        return edges[0]
    return tokens[place] if place < len(tokens) else edges[1]
