"""Paragraphs that belong together by what they are: the title and the opening line."""

from collections.abc import Iterable

from travaux.alignment.sides import OPENING, TITLE, Pair


def roles(pair: Pair, old: Iterable[int], new: Iterable[int]) -> list[tuple[int, int]]:
    """Return pairs of titles and of opening lines left over, first with first.

    A title that was changed altogether is still the title.
    """
    old, new = tuple(old), tuple(new)
    out: list[tuple[int, int]] = []
    for kind in (TITLE, OPENING):
        olds = [i for i in old if pair.old.kinds[i] == kind]
        news = [j for j in new if pair.new.kinds[j] == kind]
        out += zip(olds, news, strict=False)
    return out
