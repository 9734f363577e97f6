"""Items of a list: brief subparagraphs that say little without the line above them."""

from collections.abc import Collection

from travaux.alignment.sides import Side

BRIEF = 12
"""Different words up to which an item is brief.

Range 0 to 12: the same on the real splits and merges, at 16 one merge less. Of three false merges of agenda items that
were found in 596 real pairs, two go at 8, all at 12.
"""


def astray(side: Side, position: int, others: Collection[int]) -> bool:
    """Whether a brief item would be joined to paragraphs among which the line above its list is not.

    `Use of buoys in the outer channel;` stands whole in every paragraph that names the matter; that is no evidence.
    """
    level = side.paragraphs[position].level
    if not level or len(side.words[position]) > BRIEF:
        return False
    above = position - 1
    while above >= 0 and side.paragraphs[above].level >= level:
        above -= 1
    return above not in others
