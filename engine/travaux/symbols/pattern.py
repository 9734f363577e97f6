"""What a document symbol looks like in print, and how its components are written officially."""

import re
from functools import cache
from typing import Final, NamedTuple

from travaux.numerals import from_roman, letters_named, roman

PLAIN_BODIES: Final = frozenset(
    ("A", "CD", "CLCS", "E", "GOV", "INFCIRC", "S", "SPLOS", "ST", "T", "TD", "UNW")
)  # fmt: skip
"""Bodies whose documents may bear nothing but figures after the body: `S/12345`, `CD/1299`."""

MIXED_CASE: Final = ("Add", "Agenda", "Amend", "Corr", "Part", "Res", "Rev", "Sect", "Sub", "Summary", "Vol")
"""Words of symbols that are not written in capitals; `Res` only before a dot."""

_OFFICIAL: Final = {word.upper(): word for word in MIXED_CASE}
_DASH: Final = "[-‐-—]"
_BLANK: Final = r"[^\S\n]?"
_GAP: Final = r"[^\S\n]?\n?[^\S\n]{0,12}"
_COUNT: Final = "[IVXLC0-9]{1,6}[A-Z]?"
_PARTS: Final = (
    rf"(?:Part|Vol|Sect)s?\.?{_BLANK}{_COUNT}(?:(?:,?\s(?:and|et)\s|,\s|\sto\s|\s?{_DASH}\s?){_COUNT}){{0,9}}"
)
_QUALIFIER: Final = rf"(?:{_BLANK}|{_GAP}(?!\([IVXLC]\)))\((?:[12][0-9]{{3}}|(?:E?S-)?[IVXLC]{{1,8}}|SUPP|{_PARTS})\)"
_LETTER: Final = r"[A-Z](?![A-Za-z0-9/’']|\.[A-Z])"

MOST_PARTS: Final = 60
"""Parts of one document that a range may name (range 20 to 200): the budget has some forty sections."""
AFTER: Final = "(?![A-Za-z0-9/_])"
"""What may not follow a symbol."""


@cache
def symbol_pattern(flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[str]:
    """Return the pattern of one symbol; its time is linear, for components and blanks are counted."""
    return re.compile(
        r"(?<![A-Za-z0-9/._])(?<![A-Za-z]-)"
        r"(?P<components>(?![IVXL]+/)(?:[AEST]|[A-Z]{2,8}(?:-[A-Z]{2,5})?)"
        rf"(?:/{_GAP}(?:"
        rf"(?:[A-Z]{{1,8}}|Add|Amend|Corr|Res|Rev|Sub)\.[^\S\n]?(?:[0-9]{{1,5}}|[IVX]{{1,6}}|[A-Z])(?:{_QUALIFIER})?"
        r"|E?S-(?:[0-9]{1,2}|[IVXL]{1,6})"
        rf"|[0-9]{{1,5}}[A-Z]?(?:{_QUALIFIER})?"
        r"|[A-Z]{1,8}(?:\([0-9]{1,3}\))?|Agenda|Summary"
        r")){1,9})"
        rf"(?:(?P<letters>[^\S\n]?{_LETTER}(?:(?:,\s(?:and\s)?|\s(?:and|et|to|à)\s|{_DASH}){_LETTER})*+)"
        r"(?:[^\S\n]?\((?P<session>(?:E?S-)?[IVXLC]{1,8})\))?)?"
        r"(?P<bracket>\[[A-Z](?:-[A-Z])?\])?(?P<stars>\*{1,3})?" + AFTER,
        flags,
    )


@cache
def suffix_pattern() -> re.Pattern[str]:
    """Return the pattern of suffixes that stand alone: `Rev.1/Add.1`, `Add.2 (Part II)`."""
    suffix = rf"(?:Rev|Add|Corr|Amend)\.[^\S\n]?[0-9]{{1,4}}(?:{_QUALIFIER})?"
    return re.compile(rf"{suffix}(?:/{suffix}){{0,3}}{AFTER}")


@cache
def part_pattern() -> re.Pattern[str]:
    """Return the pattern of parts that stand alone: `(Part II)`, `(Parts II and III)`."""
    return re.compile(rf"\({_PARTS}\){AFTER}")


class Reading(NamedTuple):
    """What a match of the pattern says."""

    symbols: tuple[tuple[str, ...], ...]
    """The components of each symbol; none where the words only look like a symbol."""
    stars: int
    end: int
    """Where the symbol ends in the text; the match may have gone too far."""


def read(match: re.Match[str]) -> Reading:
    """Return the symbols that a match names: several where it lists parts (`A and B`, `Parts I and II`)."""
    components = tuple(official(component) for component in match["components"].split("/"))
    if not _names_a_document(components):
        return Reading((), 0, match.end())
    letters, end, number = match["letters"] or "", match.end(), components[-1]
    if not {"RES", "DEC"} & set(components):
        if letters or match["bracket"]:
            letters, end = "", match.end("components")
    elif (glued := _GLUED_LETTER.fullmatch(number)) and not letters:
        number, letters = glued.groups()
    elif letters and match["session"]:
        number += f"({match['session'].upper()})"
    letters = letters.strip().upper() if len(letters.strip()) == 1 else letters
    if end == match.end():
        letters += (match["bracket"] or "").upper()
    forms = [_lettered(number, letter) for letter in letters_named(letters)] or [number]
    symbols = tuple((*components[:-1], part) for form in forms for part in parts(form))
    return Reading(symbols, len(match["stars"] or "") if end == match.end() else 0, end)


def official(component: str) -> str:
    """Return one component as it is officially written: `Rev.1`, `L.23`, `1373 (2001)`, `433 (Part II)`."""
    head, opening, inside = component.partition("(")
    head = re.sub(r"\s", "", head).upper()
    word, dot, number = head.partition(".")
    if dot or word in ("AGENDA", "SUMMARY"):
        head = _OFFICIAL.get(word, word) + dot + number
    if not opening:
        return head
    inside = " ".join(inside.rstrip().rstrip(")").split())
    if named := _PART.fullmatch(inside):
        kind = _OFFICIAL[named["kind"].upper()] + (named["plural"] or "").lower()
        which = _COUNTED.sub(lambda count: count[0].upper(), named["which"])
        return f"{head} ({kind}{'' if kind.startswith('Part') else '.'} {which})"
    return f"{head}{'' if _BARE.fullmatch(inside.upper()) else ' '}({inside.upper()})"


_PART: Final = re.compile(r"(?P<kind>Part|Vol|Sect)(?P<plural>s)?\.? ?(?P<which>.+)", re.IGNORECASE)
_COUNTED: Final = re.compile(r"\b[ivxlc0-9]+[a-z]?\b", re.IGNORECASE)
_GLUED_LETTER: Final = re.compile(r"([0-9]+)([A-Z])")
_BARE: Final = re.compile(r"(?:E?S-)?[IVXLC]+|[0-9]{1,3}")
_ROMAN_SESSION: Final = re.compile(r"\((?:E?S-)?[IVXLC]+\)$")
_ORGAN: Final = re.compile(r"(?:AC|C|CN|CONF|EA|GC|PC|PCN|SC|SER|Sub|WG)\.[0-9A-Z]+|E?S-[0-9IVXL]+|[A-Za-z]+")
_SUFFIX: Final = re.compile(r"(?:Rev|Add|Corr|Amend)\.[0-9]+(?: \(.*\))?|Summary")


def stem_of(components: tuple[str, ...]) -> tuple[str, ...]:
    """Return the components before the suffixes."""
    count = len(components)
    while count > 1 and _SUFFIX.fullmatch(components[count - 1]):
        count -= 1
    return components[:count]


def parts(number: str) -> list[str]:
    """Return what one component lists: `9 (Part I)` and `9 (Part II)` for `9 (Parts I and II)`; or itself."""
    head, _, inside = number.partition(" (")
    named = _PART.fullmatch(inside.removesuffix(")"))
    if not named or not named["plural"]:
        return [number]
    kind = named["kind"] + ("" if named["kind"] == "Part" else ".")
    return [f"{head} ({kind} {which})" for which in _counted(named["which"])]


def _names_a_document(components: tuple[str, ...]) -> bool:
    body, *stem = stem_of(components)
    if not stem or _ORGAN.fullmatch(stem[-1]):
        return False
    return body in PLAIN_BODIES or any(component[0].isalpha() for component in stem)


def _lettered(number: str, letter: str) -> str:
    """`75 A`, but `217(III)[A]` as the catalogue has it."""
    if _ROMAN_SESSION.search(number):
        return f"{number}[{letter}]"
    return f"{number} {letter}"


def _counted(text: str) -> list[str]:
    """The members of `I and II`, `I to III`, `1, 3-5`, ranges written out."""
    members: list[str] = []
    through = False
    for word in re.findall(rf"[IVXLC0-9]+[A-Z]?|to|{_DASH}", text):
        if word == "to" or not word[0].isalnum():
            through = True
            continue
        members.extend(_between(members[-1], word) if through and members else [])
        members.append(word)
        through = False
    return members


def _between(first: str, last: str) -> list[str]:
    start, end = from_roman(first), from_roman(last)
    if start and end and end - start < MOST_PARTS:
        return [roman(value) for value in range(start + 1, end)]
    if first.isdigit() and last.isdigit() and int(last) - int(first) < MOST_PARTS:
        return [str(value) for value in range(int(first) + 1, int(last))]
    return []
