"""A link in the making."""

from dataclasses import dataclass
from typing import Literal

Way = Literal["same", "gap", "elsewhere", "role", "pinned"]
"""How a link was found: the same text, in its gap, elsewhere, by its role (a title), by the reader."""


@dataclass(slots=True)
class Tie:
    """Old and new positions that belong together, and how that was found."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    way: Way
    trust: float = 1.0
    """The smallest probability with which one of several paragraphs was joined, 0 to 1."""
