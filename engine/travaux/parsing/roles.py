"""What one line looks like by itself: opening line, numbered, lettered, lead word, meeting, vote, heading."""

import re
from collections.abc import Mapping

from travaux.contracts import Language
from travaux.parsing.markers import QUOTES, Marker, read_marker

MAX_HEADING = 260
"""Longest heading, in characters; longer ones repeat the title. Range 120-300; flat on the corpus."""

MAX_CLOSING = 300
"""Longest line of adoption, in characters. Range 150-500; flat on the corpus."""

MAX_SECTION = 450
"""Longest heading with a roman number or a letter; titles of budget sections reach 400. Range 250-600."""

TAIL = 40
"""How much of a line's end tells whether it is finished, in characters; more than closing marks ever take."""

_LARGE = "A-ZÀ-ÖØ-Þ"
_ROMAN = re.compile(rf"(?:Section\s+)?[IVXL]{{1,6}}\.?(?:\s+(?P<title>[{_LARGE}“«].{{2,}}))?")
_LETTER = re.compile(rf"[A-Z](?:\.?|\.\s+(?P<title>[{_LARGE}“«].{{2,}}))")
_FRAME = ("meeting", "date_line", "number_date", "of_date", "masthead", "annex", "provenance", "draft_heading")
_RULE = re.compile(r"[_\-–—=*\s]{3,}|\* \* \*|[_]{3,}")
_DECIMAL = re.compile(r"\d+[.,]\d")
_TERMINAL = re.compile(r"[.;:,!?]\W*$")
_THREE_WORDS = re.compile(r"([^\W\d_a-z][\w-]*)(?:[^\w-]+([\w-]+))?(?:[^\w-]+([\w-]+))?")
_ENDS_SENTENCE = re.compile(r"[.;,:]\W*$")


class Roles:
    """The patterns of one language, compiled; each answer looks at one line only."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._compiled: dict[str, re.Pattern[str]] = {}
        self._frame = re.compile("|".join(f"(?:{language.patterns[name]})" for name in _FRAME))
        self._leads = frozenset(language.leads)
        self._acts = frozenset(language.acts)
        self._organs: Mapping[str, str] = {_bare(name): name for name in language.organs}
        self._initials = {name[0] for name in language.organs}
        self._finite = re.compile(language.patterns["finite"]).fullmatch

    def is_(self, name: str, text: str) -> bool:
        """Whether the whole line is of the named pattern."""
        return self._pattern(name).fullmatch(text) is not None

    def begins(self, name: str, text: str) -> re.Match[str] | None:
        """Match the named pattern at the beginning of the line."""
        return self._pattern(name).match(text)

    def begins_anywhere(self, name: str, text: str) -> bool:
        """Whether the named pattern is found anywhere in the line."""
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
        if words[:1] not in self._initials:
            return None
        key = _bare(words)
        if key in self._organs:
            return self._organs[key]
        for bare, organ in self._organs.items():
            if len(bare) == len(key) and key[:3] == bare[:3] and sum(map(str.__ne__, bare, key)) <= 1:
                return organ
        return None

    def named(self, organ: str) -> str:
        """Return the name of an organ without its article: `General Assembly`."""
        article = self.begins("article", organ)
        return organ[article.end() :] if article else organ

    def lead(self, text: str) -> bool:
        """Whether the line begins with a participle or adjective that opens a preambular paragraph."""
        first, *others = _first_words(text)
        if first in self._leads and not self.is_("adverb", first):
            return True
        return bool(others) and others[0] in self._leads and self.is_("adverb", first)

    def act(self, text: str) -> bool:
        """Whether the line begins with a finite verb that opens an operative paragraph."""
        first, *others = _first_words(text)
        if first in self._acts and first not in self._leads and not self.is_("adverb", first):
            return True
        return any(map(self._finite, others)) and self.is_("adverb", first)

    def marker(self, text: str) -> Marker | None:
        """Return the number, letter or bullet that opens the line."""
        return read_marker(text, self.act)

    def marked(self, text: str) -> bool:
        """Whether the line opens with a certain number or with a letter in parentheses."""
        marker = self.marker(text)
        return marker is not None and marker.certain and marker.kind != "bullet"

    def frame(self, text: str) -> bool:
        """Whether the line is one of the frame: opening, meeting, date, vote, number, rule."""
        if not text or len(text) > 200:
            return False
        return self._frame.fullmatch(text) is not None or self.rule(text) or self.opening(text) is not None

    def adoption(self, text: str) -> bool:
        """Whether the line begins as a result of voting does: "Adopted unanimously", "[Adopted by ..."."""
        return len(text) < MAX_CLOSING and self.begins("adopted_start", text) is not None

    def closes(self, text: str) -> bool:
        """Whether the line tells meeting, date or vote of adoption."""
        return self.adoption(text) or (len(text) < MAX_CLOSING and self.is_("meeting", text))

    def announces_draft(self, text: str) -> bool:
        """Whether a paragraph ends by announcing a draft: "... adoption of the following draft resolution:"."""
        if text[-1:] in (";", ",", "."):
            return False
        end = text[-TAIL:].rstrip(QUOTES + " ")
        return self.begins_anywhere("announced", end) and self.begins_anywhere("wrapper", text)

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
        if _DECIMAL.match(text):
            return False
        return len(text) <= MAX_HEADING and (start.isupper() or start.isdigit()) and not _TERMINAL.search(text[-TAIL:])

    def ends(self, text: str) -> bool:
        """Whether the line ends as a paragraph does."""
        return _ENDS_SENTENCE.search(text[-TAIL:]) is not None

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


def _first_words(text: str) -> list[str]:
    """The first three words in small letters; where the line does not begin large, one empty word."""
    match = _THREE_WORDS.match(text.lstrip(QUOTES + "[( "))
    if match is None:
        return [""]
    first, *others = (word for word in match.groups() if word)
    return [first.casefold(), *others]


def _bare(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
