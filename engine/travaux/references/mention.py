"""Words that name a paragraph, as a value."""

from typing import Literal, NamedTuple

Noun = Literal["paragraph", "preamble", "subparagraph", "section", "part", "annex", "preceding"]
"""What is counted; `preamble` for "preambular paragraph 5", `preceding` for "the preceding paragraph"."""
Owner = Literal["own", "bare", "foreign"]
"""Whose it is: of this text, by its words ("above", "of the present resolution"); of this text, for nothing tells
otherwise; of another text."""
Direction = Literal["", "above", "below"]


class Item(NamedTuple):
    """One number in a mention.

    Attributes:
        start: first code point of the number.
        end: one past the last.
        steps: what it names, from the paragraph inwards, as printed without what sets it off: `("5", "a")`. The
            beginning is that of the item before where it is printed once: `5 (a) and (b)`.
        own: how many of the steps are printed here.
    """

    start: int
    end: int
    steps: tuple[str, ...]
    own: int


class Mention(NamedTuple):
    """Words that name paragraphs, sections or annexes: "paragraphs 5 and 12 to 14 above".

    Attributes:
        start: first code point of the noun.
        end: one past the last number, and past "above" where it follows.
        noun: what is counted.
        items: its numbers, in order; at least one. Of a range both ends.
        within: the section, part or annex in which it stands by its own words, the outermost first.
        owner: whose it is.
        direction: where it says that its target stands.
        here: whether it says "of this article" or the like.
        present: whether it says "the present resolution".
    """

    start: int
    end: int
    noun: Noun
    items: tuple[Item, ...]
    within: tuple[tuple[Noun, str], ...] = ()
    owner: Owner = "bare"
    direction: Direction = ""
    here: bool = False
    present: bool = False
