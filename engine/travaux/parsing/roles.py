"""What one line looks like by itself: opening line, numbered, lettered, lead word, meeting, vote, heading."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from travaux.contracts import Language

QUOTES = '“”„‟"«»'
"""Marks that open a paragraph quoted as a whole."""

MAX_HEADING = 260
"""Longest heading, in characters; longer ones were not met. Range 120-300; flat on the corpus."""

MAX_SECTION = 450
"""Longest heading with a roman number or a letter; titles of budget sections reach 400. Range 250-600."""

_ORDS = "bis|ter|quater|quinquies|sexies|septies|octies|novies|decies"
_NUMBER = re.compile(
    rf"(?P<label>(?P<kind>(?:OP|PP|op|pp)\s?)?(?P<number>\d{{1,3}})(?:\s?[-.(]?\s?(?P<ord>{_ORDS})\)?)?"
    rf"(?:\s?alt\.?\s?\d*)?(?:\s?[.:]\u200e?|\s?-(?=\s)))(?P<gap>\s*)(?=[^\s\d.]|\d+(?:/|\s\())"
)
_BARE_NUMBER = re.compile(r"(?P<label>(?P<number>\d{1,3}))\s?(?=[A-Z])")
_MISREAD_NUMBER = re.compile(r"(?P<label>(?P<misread>[IlS])\.)\s+(?=[A-Z])")
_DOTTED = re.compile(r"(?P<label>\d{1,2}(?:\.(?:\d{1,2}|[a-z]))+\.?)\s+(?=\S)")
_SUB = re.compile(
    r"(?P<label>\((?P<inside>[a-z]{1,4}|[ivxl]{1,6}|\d{1,2})\)|(?P<half>[a-z]{1,2}|[ivx]{1,5})\))\s*(?=\S)"
)
_SUB_DOT = re.compile(r"(?P<label>(?P<inside>[a-z]|[ivx]{1,5})\.)\s+(?=\S)")
_BULLET = re.compile(r"(?P<label>(?:[•·▪●◦‣]\.?|[–—-]))\s+(?=\S)")
_ROMAN = re.compile(r"(?:Section\s+)?[IVXL]{1,6}\.?(?:\s+(?P<title>[A-Z“].{2,}))?")
_LETTER = re.compile(r"[A-Z](?:\.?|\.\s+(?P<title>[A-Z“].{2,}))")
_FRAME = ("meeting", "date_line", "number_date", "of_date", "masthead", "annex", "provenance", "draft_heading")
_RULE = re.compile(r"[_\-–—=*\s]{3,}|\* \* \*|[_]{3,}")
_TERMINAL = re.compile(r"[.;:,!?]\W*$")
_FIRST_WORDS = re.compile(r"[\w-]+")
_ENDS_SENTENCE = re.compile(r"[.;,:]\W*$")


@dataclass(frozen=True, slots=True)
class Marker:
    """A number or sign that opens a paragraph.

    Attributes:
        kind: `number`, `dotted`, `sub`, `bullet`.
        label: as printed.
        inside: the number or letters alone.
        end: where the words begin.
        certain: False for a number without its point, or misread, which only its neighbours can confirm.
    """

    kind: str
    label: str
    inside: str
    end: int
    certain: bool = True


class Roles:
    """The patterns of one language, compiled; each answer looks at one line only."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._compiled: dict[str, re.Pattern[str]] = {}
        self._leads = frozenset(language.leads)
        self._acts = frozenset(language.acts)
        self._organs: Mapping[str, str] = {_bare(name): name for name in language.organs}

    def is_(self, name: str, text: str) -> bool:
        """Whether the whole line is of the named pattern."""
        return self._pattern(name).fullmatch(text) is not None

    def begins(self, name: str, text: str) -> re.Match[str] | None:
        """Match the named pattern at the beginning of the line."""
        return self._pattern(name).match(text)

    def begins_anywhere(self, name: str, text: str) -> bool:
        """Whether the named pattern is found anywhere in the line, without regard to case of its first letter."""
        return self._pattern(name).search(text) is not None

    def _pattern(self, name: str) -> re.Pattern[str]:
        """The named pattern, compiled when first asked for: a short text needs few of them."""
        if name not in self._compiled:
            self._compiled[name] = re.compile(self.language.patterns[name])
        return self._compiled[name]

    def opening(self, text: str) -> str | None:
        """Return the organ whose opening line this is (`The General Assembly`), or None.

        Blanks within words and one misread letter are forgiven: such lines come from worn prints.
        """
        if len(text) > 80:
            return None
        words = text.lstrip(QUOTES + "[ ")
        if not words[:1].isupper():
            return None
        key = _bare(words)
        if key in self._organs:
            return self._organs[key]
        for bare, organ in self._organs.items():
            if len(bare) == len(key) and key[:3] == bare[:3] and sum(map(str.__ne__, bare, key)) <= 1:
                return organ
        return None

    def lead(self, text: str) -> bool:
        """Whether the line begins with a participle or adjective that opens a preambular paragraph."""
        words = _FIRST_WORDS.findall(text.lstrip(QUOTES + "[( ")[:60])
        if not words or not words[0][0].isupper():
            return False
        first = words[0].casefold()
        if not self.is_("adverb", first):
            return first in self._leads
        return any(w.casefold() in self._leads for w in words[1:2])

    def act(self, text: str) -> bool:
        """Whether the line begins with a finite verb that opens an operative paragraph."""
        words = _FIRST_WORDS.findall(text.lstrip(QUOTES + "[( ")[:60])
        if not words or not words[0][0].isupper():
            return False
        first = words[0].casefold()
        if first in self._acts and first not in self._leads:
            return first not in ("also", "further", "again") or _finite(words)
        return _finite(words) and first in self._leads

    def marker(self, text: str) -> Marker | None:
        """Return the number, letter or bullet that opens the line."""
        at = len(text) - len(text.lstrip(QUOTES + "["))
        if match := _DOTTED.match(text, at):
            return Marker("dotted", match["label"], match["label"].rstrip("."), match.end())
        if match := _NUMBER.match(text, at):
            certain = bool(match["gap"]) or not text[match.end() :][:1].isdigit()
            inside = match["number"] + (f" {match['ord']}" if match["ord"] else "")
            return Marker("number", match["label"], inside, match.end(), certain)
        if match := _SUB.match(text, at):
            return Marker("sub", match["label"], match["inside"] or match["half"], match.end())
        if match := _SUB_DOT.match(text, at):
            return Marker("sub", match["label"], match["inside"], match.end())
        if match := _BULLET.match(text, at):
            return Marker("bullet", match["label"], match["label"], match.end())
        if (match := _BARE_NUMBER.match(text, at)) and self.act(text[match.end() :]):
            return Marker("number", match["label"], match["number"], match.end(), certain=False)
        if (match := _MISREAD_NUMBER.match(text, at)) and self.act(text[match.end() :]):
            number = {"I": "1", "l": "1", "S": "5"}[match["misread"]]
            return Marker("number", match["label"], number, match.end(), certain=False)
        return None

    def marked(self, text: str) -> bool:
        """Whether the line opens with a certain number or with a letter in parentheses."""
        marker = self.marker(text)
        return marker is not None and marker.certain and marker.kind != "bullet"

    def frame(self, text: str) -> bool:
        """Whether the line is one of the frame: opening, meeting, date, vote, number, rule."""
        if not text or len(text) > 200:
            return False
        return bool(self.opening(text)) or self.rule(text) or any(self.is_(name, text) for name in _FRAME)

    def rule(self, text: str) -> bool:
        """Whether the line is a divider."""
        return _RULE.fullmatch(text) is not None and len(set(text) - {" "}) == 1

    def section(self, text: str) -> bool:
        """Whether the line heads a roman section, or a lettered part."""
        return self._numbered_title(_ROMAN.fullmatch(text))

    def letter(self, text: str) -> bool:
        """Whether the line is a letter alone, or a letter with a title."""
        return self._numbered_title(_LETTER.fullmatch(text))

    def _numbered_title(self, match: re.Match[str] | None) -> bool:
        if match is None or len(match[0]) > MAX_SECTION:
            return False
        title = match["title"]
        return title is None or not (_TERMINAL.search(title) or self.act(title) or self.lead(title))

    def heading(self, text: str) -> bool:
        """Whether the line can be a heading: short, beginning large, without a mark at its end."""
        start = text.lstrip(QUOTES + "(")[:1]
        return len(text) <= MAX_HEADING and (start.isupper() or start.isdigit()) and not _TERMINAL.search(text)

    def ends(self, text: str) -> bool:
        """Whether the line ends as a paragraph does."""
        return _ENDS_SENTENCE.search(text) is not None

    def hyphen_stays(self, first: str, second: str, words: Mapping[str, int]) -> bool:
        """Whether a hyphen at a line end belongs to the word (`counter-terrorism`) or only breaks it.

        Evidence in this order: a capital after it; the joined word elsewhere in the text; a first part that
        makes compounds.
        """
        if second[0].isupper() or first[-1:].isdigit():
            return True
        if words.get(first + second) or words.get((first + second).capitalize()):
            return False
        return self.is_("compound", first.casefold())


def _finite(words: list[str]) -> bool:
    """Whether one of the first three words is a verb in the present (`Strongly condemns`, `Also requests`)."""
    return any(
        w.endswith("s") and len(w) > 3 and not w.endswith(("ss", "ous", "us")) and w.islower() for w in words[1:3]
    )


def _bare(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
