"""Whose resolution a citation means: the words before it, the form of its number, and who speaks."""

from datetime import date
from typing import Final

from travaux.citations.numbers import ResolutionNumber

BODIES: Final = {
    "GA": "A", "SC": "S", "ECOSOC": "E", "TC": "T", "HRC": "A/HRC",
    "CHR": "E/CN.4", "CSW": "E/CN.6", "CND": "E/CN.7", "CCPCJ": "E/CN.15",
}  # fmt: skip
"""The beginning of the symbols of an organ's resolutions, by its code."""

UNKNOWN: Final = ""
"""Named in the text, but without a code."""
OWN: Final = "own"
"""The speaker's own: "its resolution"."""

FIRST_NUMBERED_SESSION: Final = 31
"""The Assembly writes `31/1` from its thirty-first session on (1976), before it `3363 (XXX)`."""


def cited(number: ResolutionNumber, told: str | None, speaker: str | None, day: date | None = None) -> str | None:
    """Return the code of the organ that adopted what a number names; None where the text does not tell.

    Args:
        number: of the resolution or decision.
        told: what the words say: a code, `OWN`, `UNKNOWN`, a shared name (`assembly`, `council`,
            `commission`), or None where the number stands bare.
        speaker: code of the organ whose text it is.
        day: of adoption, where the text gives it.

    The form of the number overrules an organ that does not number so: in a text of the Assembly, "the
    Council, in its resolution 2004/19" is the Economic and Social Council's. Where only the number and the
    speaker tell, a date overrules them that fits only the other of the Assembly and the Human Rights Council.

    >>> for text in ("1373 (2001)", "2004/19", "6/34"):
    ...     print(cited(ResolutionNumber.parse(text), "council", "GA"))
    SC
    ECOSOC
    HRC
    """
    if number.form == "serial":
        return "SC"
    if told in _SHARED:
        return _SHARED[told].get(number.form)
    if told == UNKNOWN or number.form == "foreign":
        return told if told not in (UNKNOWN, OWN) else None
    if told not in (OWN, None):
        return told if _adopts(told, number) else _by_form(number)
    found = speaker if speaker is not None and _adopts(speaker, number) else _by_form(number)
    if day is None or number.form != "session" or number.session is None:
        return found
    sat = (organ for organ in ("GA", "HRC") if _adopts(organ, number) and plausible(organ, number, day))
    return found if found and plausible(found, number, day) else next(sat, found)


_SHARED: Final[dict[str | None, dict[str, str]]] = {
    "assembly": {"session": "GA", "roman": "GA"},
    "council": {"session": "HRC", "year": "ECOSOC", "roman": "ECOSOC"},
    "commission": {},
}


def _adopts(organ: str, number: ResolutionNumber) -> bool:
    """Whether an organ numbers its resolutions in this form."""
    match organ:
        case "GA":
            numbered = number.session is None or number.session >= FIRST_NUMBERED_SESSION
            return number.form == "roman" or (number.form == "session" and numbered)
        case "SC":
            return False
        case "ECOSOC" | "TC":
            return number.form in ("year", "roman")
        case "HRC":
            return number.form == "session"
        case _:
            return True


def _by_form(number: ResolutionNumber) -> str | None:
    if number.form == "year":
        return "ECOSOC"
    if number.form == "roman":
        return "GA"
    session = number.session
    return "GA" if session is None or session >= FIRST_NUMBERED_SESSION else None


def key(organ: str | None, act: str, number: ResolutionNumber) -> str:
    """Return the key of a resolution or decision: `A/RES/58/136`, `S/RES/1373(2001)`, `E/DEC/2004/305`.

    For an organ with known symbols it is the `key` of the document's `Symbol`; for another it begins with the
    organ's code, and with a question mark where the organ is not known.
    """
    kind = "RES" if act == "resolution" else "DEC"
    body = "?" if organ is None else BODIES.get(organ, organ)
    return f"{body}/{kind}/{number.key}"


def plausible(organ: str | None, number: ResolutionNumber, day: date) -> bool:
    """Whether an organ can have adopted a resolution of this number on this day.

    Session n of the Assembly opens in September of 1945 + n and ends when the next opens; the Human Rights
    Council has held three regular sessions a year since 2006; numbers with a year are adopted in that year.
    Other numbers tell nothing.
    """
    if number.form in ("serial", "year"):
        return day.year == int(number.period)
    session = number.session
    if session is None or organ not in ("GA", "HRC"):
        return True
    if organ == "HRC":
        return day.year == _FIRST_YEAR_OF_HRC + (session - 1) // 3
    opens, ends = (1945 + session, 9), (1946 + session, 9)
    return ((1946, 1) if session == 1 else opens) <= (day.year, day.month) <= ends


_FIRST_YEAR_OF_HRC: Final = 2006
