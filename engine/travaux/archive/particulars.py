"""What is told of a draft: by the text itself, by the one who adds it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from travaux.errors import ArchiveError
from travaux.model.document import Resolution
from travaux.model.record import TRUE_DATE
from travaux.pipeline.dating import day_of
from travaux.symbols import Symbol


@dataclass(frozen=True, slots=True)
class Particulars:
    """What is known of a draft beside its words; None where nothing is.

    Attributes:
        symbol: document symbol.
        title: title without number.
        stage: `draft`, `revised draft`, `recommended`, `adopted` or any other word.
        body: the body before which it stood.
        date: the true date: a day, a month or a year in ISO 8601.
        sponsors: in order.
    """

    symbol: str | None = None
    title: str | None = None
    stage: str | None = None
    body: str | None = None
    date: str | None = None
    sponsors: tuple[str, ...] | None = None

    def checked(self) -> "Particulars":
        """Return the same as a person gives it, spaces squeezed.

        Raises:
            ArchiveError: the date is none.
        """
        day = _line(self.date or "")
        if day and not _is_date(day):
            raise ArchiveError(f"{day[:40]!r} is not a date", "write 1946-01-24, 1946-01 or 1946")
        return Particulars(
            symbol=_squeezed(self.symbol),
            title=_squeezed(self.title),
            stage=_squeezed(self.stage),
            body=_squeezed(self.body),
            date=_squeezed(self.date),
            sponsors=None if self.sponsors is None else tuple(filter(None, map(_line, self.sponsors))),
        )

    def over(self, told: "Particulars") -> "Particulars":
        """Return what is known when this was given by a person and `told` was read: what is given wins.

        An empty word or an empty list says that there is none, whatever the text tells.
        """
        return Particulars(
            symbol=_first(self.symbol, told.symbol),
            title=_first(self.title, told.title),
            stage=_first(self.stage, told.stage),
            body=_first(self.body, told.body),
            date=_first(self.date, told.date),
            sponsors=told.sponsors if self.sponsors is None else self.sponsors,
        )


def printed(whole: Resolution, text: Resolution) -> Particulars:
    """Return what a source tells of the text that is archived.

    Args:
        whole: the resolution that was chosen.
        text: itself, or the draft that it transmits.
    """
    symbol = text.symbol or whole.symbol
    parsed = _parsed(symbol)
    if text is not whole:
        stage: str | None = "recommended"
    else:
        stage = _stage(parsed) if parsed else None
    return Particulars(
        symbol=symbol,
        title=text.title or whole.title,
        stage=stage,
        body=_body(parsed) if parsed else None,
        date=day_of(whole, adopted=stage in ("adopted", "recommended")),
        sponsors=tuple(sponsors(whole.told("sponsors") or "")),
    )


def sound(word: str) -> str:
    """Return a word that can be written as UTF-8: a file name that is not becomes one with U+FFFD."""
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in word)


def _line(word: str) -> str:
    """The word on one line, tabs too made spaces."""
    return " ".join(sound(word).split())


def _squeezed(word: str | None) -> str | None:
    return None if word is None else _line(word)


def _first(own: str | None, other: str | None) -> str | None:
    return (other if own is None else own) or None


def _parsed(symbol: str | None) -> Symbol | None:
    try:
        return Symbol.parse(symbol) if symbol else None
    except ValueError:
        return None


def _stage(symbol: Symbol) -> str | None:
    if symbol.kind in ("RES", "DEC"):
        return "adopted"
    if symbol.kind != "L" or any(suffix.startswith("Amend") for suffix in symbol.suffixes):
        return None
    return "revised draft" if any(suffix.startswith("Rev") for suffix in symbol.suffixes) else "draft"


_BODIES: Final = {"A": "General Assembly", "E": "Economic and Social Council", "S": "Security Council"}
_COMMITTEES: Final = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth")
_COMMITTEE: Final = re.compile(r"C\.([1-6])")


def _body(symbol: Symbol) -> str | None:
    """The body that the symbol itself names; no more is known for certain."""
    if not symbol.organs:
        return _BODIES.get(symbol.body)
    committee = _COMMITTEE.fullmatch(symbol.organs[0])
    if symbol.body == "A" and committee and len(symbol.organs) == 1:
        return f"{_COMMITTEES[int(committee[1]) - 1]} Committee"
    return "Human Rights Council" if symbol.body == "A" and symbol.organs == ("HRC",) else None


# Dates


def _is_date(text: str) -> bool:
    if not re.fullmatch(TRUE_DATE, text):
        return False
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text)
    except ValueError:
        return False
    return True


# Sponsors

_WITH_AND: Final = (
    "Antigua and Barbuda", "Bosnia and Herzegovina", "Saint Kitts and Nevis", "Saint Vincent and the Grenadines",
    "Sao Tome and Principe", "Serbia and Montenegro", "Trinidad and Tobago",
    "United Kingdom of Great Britain and Northern Ireland",
)  # fmt: skip
"""Names of States that hold the word which joins the last two of a list."""

_LISTED: Final = re.compile(
    r"(?P<names>.+?):?\*{0,3}:?\*{0,3}\s*(?:revised\s+)?draft\s+(?:resolution|decision)\W*", re.IGNORECASE
)
_SUBMITTED: Final = re.compile(
    r"(?:revised\s+)?draft\s+(?:resolution|decision)\s+(?:submitted|proposed)\s+by\s+(?P<name>.+?)"
    r"(?:,?\s+(?:on\s+the\s+basis\s+of|following)\b.*)?\W*",
    re.IGNORECASE,
)


def sponsors(line: str) -> Iterator[str]:
    """Yield the sponsors that a line of a masthead names, in order; none where it is in no known form.

    >>> list(sponsors("Bosnia and Herzegovina, Peru and Trinidad and Tobago:* revised draft resolution"))
    ['Bosnia and Herzegovina', 'Peru', 'Trinidad and Tobago']
    """
    text = _line(line)
    if submitted := _SUBMITTED.fullmatch(text):
        yield submitted["name"].rstrip("*: ")
    elif listed := _LISTED.fullmatch(text):
        yield from _names(listed["names"].rstrip("*: "))


def _names(text: str) -> Iterator[str]:
    for part in re.split(r",\s+", text):
        yield from _parted(part.removeprefix("and "))


def _parted(text: str) -> Iterator[str]:
    """The one or two names of a stretch without commas: `Peru and Trinidad and Tobago`."""
    places = [found.start() for found in re.finditer(r" and ", text)]
    for place in places:
        old, new = text[:place], text[place + len(" and ") :]
        if (
            (" and " not in old or old in _WITH_AND)
            and (" and " not in new or new in _WITH_AND)
            and text not in _WITH_AND
        ):
            yield old
            yield new
            return
    yield text
