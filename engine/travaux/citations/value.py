"""A citation as a value."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from travaux.citations import organs
from travaux.citations.numbers import ResolutionNumber

Act = Literal["resolution", "decision"]


@dataclass(frozen=True, slots=True)
class Citation:
    """One number that cites a resolution or decision, or several where it has letters or is a range.

    Attributes:
        start: first code point of the number.
        end: one past the last code point of the number, its letters included, its date not.
        act: what is cited.
        organ: code of the organ that adopted it (`GA`, `SC`, `ECOSOC`, `HRC` ...); None where the text does
            not tell.
        numbers: what it names, ranges written out; never empty. Of a range from one session or year to another
            only its ends, where what lies between cannot be told.
        date: of adoption, as printed here or shared with the next item of the list; None where none is.
        date_span: where that date stands.
        place: what is cited within it, as printed: `section II`, `annex`, `paragraphs 29 and 30`; else empty.
    """

    start: int
    end: int
    act: Act
    organ: str | None
    numbers: tuple[ResolutionNumber, ...]
    date: dt.date | None = None
    date_span: tuple[int, int] | None = None
    place: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """The canonical key of each: `A/RES/58/136`, `S/RES/1373(2001)`, `E/RES/2004/19`, `?/RES/4/3`."""
        return tuple(organs.key(self.organ, self.act, number) for number in self.numbers)

    @property
    def key(self) -> str:
        """The first key."""
        return self.keys[0]

    @property
    def plausible(self) -> bool:
        """Whether the organ can have adopted it on its date; true where nothing can be checked."""
        return self.date is None or all(organs.plausible(self.organ, n, self.date) for n in self.numbers)


@dataclass(frozen=True, slots=True)
class CitationRun:
    """Words that cite: from what introduces them (section, organ, noun) to the last number, date or annex.

    Attributes:
        start: first code point.
        end: one past the last.
        citations: in order; at least one.
    """

    start: int
    end: int
    citations: tuple[Citation, ...]
