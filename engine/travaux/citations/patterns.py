"""The patterns by which citations are found, made from the words of a language."""

import re
from functools import cache
from typing import Final, NamedTuple

from travaux.citations.words import CitationWords

SPACE: Final = r"(?:[^\S\n]{1,3}|[^\S\n]{0,2}\n[^\S\n]{0,12})"
"""Blanks between two words of one paragraph: a line may end there, a blank line not."""
_NOTES: Final = r"(?:\[\^[0-9]{1,3}\]|[¹²³⁰-⁹]|,(?=[¹²³⁰-⁹])){0,6}"
_MEMBER: Final = (
    r"(?:[0-9]{1,3}|[IVXLC]{1,6}|[A-Z])(?![0-9A-Za-z/]|\s?\([0-9IVX])"
    r"(?:\s?\([a-z]{1,4}\)){0,2}(?:\s(?:bis|ter|quater))?"
)


class Patterns(NamedTuple):
    """The patterns of one language.

    Attributes:
        noun: "resolutions"; group `resolution` or `decision`.
        teller: what stands before the noun and tells whose it is, to the end of a window; group `own` or one
            group `o0`, `o1` ... for each entry of the organs.
        named: an organ whose "own" resolution it is, to the end of a window before `own`.
        stranger: a capitalised word in mid-sentence before the noun or a shared name: a body we do not know.
        behind: the organ named after the number; a group as in `teller`, none for a body we do not know.
        date: after a number, up to a note number glued to the year.
        glue: between the items of a list, note references included.
        joined: what joins an item to earlier ones, to the end of a window.
        through: between the ends of a range.
        place_before: a section or annex of what is cited, to the end of a window.
        place_behind: the same, after a number or date; group `place`.
    """

    noun: re.Pattern[str]
    teller: re.Pattern[str]
    named: re.Pattern[str]
    stranger: re.Pattern[str]
    behind: re.Pattern[str]
    date: re.Pattern[str]
    glue: re.Pattern[str]
    joined: re.Pattern[str]
    through: re.Pattern[str]
    place_before: re.Pattern[str]
    place_behind: re.Pattern[str]


@cache
def compiled(words: CitationWords) -> Patterns:
    """Return the patterns of a language; every repetition in them is counted, so their time is linear."""
    names = "|".join(f"(?P<o{position}>{name})".replace(" ", SPACE) for position, (name, _) in enumerate(words.organs))
    name = rf"(?<![A-Za-z-])(?:{names})(?:{words.possessive})?"
    members = rf"{_MEMBER}(?:(?:,?\s(?:{words.joints}|{words.through})\s|,\s|\s?[-‐-—]\s?){_MEMBER}){{0,12}}"
    place = rf"(?>(?:{words.places}){SPACE}{members}|(?:{words.wholes})(?![A-Za-z]))"
    date = words.date.replace("MONTH", "|".join(words.months))
    joint = rf"(?:{words.joints}){SPACE}"
    return Patterns(
        noun=re.compile(
            rf"(?<![A-Za-z])(?:(?P<resolution>{'|'.join(words.resolution[::-1])})"
            rf"|(?P<decision>{'|'.join(words.decision[::-1])}))(?![A-Za-z])",
            re.IGNORECASE,
        ),
        teller=re.compile(
            rf"(?:(?<![A-Za-z-])(?P<own>{words.own})|{name}){SPACE}(?:{words.adjectives}{SPACE}){{0,2}}\Z"
        ),
        named=re.compile(rf"{name},?{SPACE}(?:{words.by}){SPACE}\Z"),
        stranger=re.compile(r"[a-z,’')][^\S\n]{1,3}[A-Z][^\s,.;:]{0,40}[^\S\n]{1,3}\Z"),
        behind=re.compile(rf"{SPACE}(?:{words.after}){SPACE}(?:{name}|(?=[A-Z]))"),
        date=re.compile(rf"{_NOTES},?{SPACE}(?:{words.of_date}){SPACE}(?P<date>{date})(?![0-9]{{3}}|[a-z])"),
        glue=re.compile(
            rf"[0-9]{{0,2}}{_NOTES}(?:[,;](?:[0-9]{{1,2}}(?=\s)|{_NOTES}){SPACE}(?:{joint})?|{SPACE}{joint})"
        ),
        joined=re.compile(rf"(?:[,:(]|\s(?:{words.joints}|{words.notably}){SPACE})\s{{0,3}}\Z"),
        through=re.compile(rf"{SPACE}(?:{words.through}){SPACE}|\s?[-‐-—]\s?"),
        place_before=re.compile(rf"(?<![A-Za-z])(?:{place}{SPACE}(?:{words.of_place}){SPACE}){{1,3}}\Z"),
        place_behind=re.compile(
            rf",{SPACE}(?P<place>{place}(?:,{SPACE}{place}){{0,2}})(?!{SPACE}(?:{words.of_place})\s)"
        ),
    )
