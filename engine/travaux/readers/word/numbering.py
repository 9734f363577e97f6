"""Automatic numbers, rendered as Word shows them (ISO 29500-1, 17.9)."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from lxml.etree import _Element as Element

from travaux.readers.word.glyphs import shown
from travaux.readers.word.names import ALTERNATIVES, CHOICE, VAL, number, switched, value, w
from travaux.readers.word.number_formats import written
from travaux.readers.word.styles import Styles

LEVELS = 9
"""Levels of a list."""

_PLACEHOLDER = re.compile("%([1-9])")
_ORIGINAL = re.compile(r"%(\d):(\d+):(\d+):")
_OLD_FORMATS = ("decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal", "cardinalText")
"""Formats by the codes that `w:numberingChange` uses."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list.

    Attributes:
        start: its first number.
        form: `w:numFmt`.
        width: digits that a number is filled up to with zeros.
        text: what is printed, with `%1` ... for the numbers of the levels.
        restart: 0 where it never begins again; n where only a paragraph of the first n levels makes it begin
            again; None where a paragraph of any higher level does.
        legal: whether the numbers of all levels are in figures here.
        style: the paragraph style tied to it.
        font: the font of its number.
    """

    start: int = 1
    form: str = "decimal"
    width: int = 0
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str | None = None
    font: str | None = None


@dataclass(frozen=True, slots=True)
class _List:
    """A `w:num`: which counters it shares, its levels, and where it begins again."""

    counters: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


class Numbering:
    """The lists of a file, and how far each has counted."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        abstracts = root.iterfind(w("abstractNum")) if root is not None else ()
        self._abstracts = {a.get(w("abstractNumId"), ""): a for a in abstracts}
        numbers = root.iterfind(w("num")) if root is not None else ()
        self._numbers = {number(n.get(w("numId")), 0): n for n in numbers}
        self._lists: dict[int, _List | None] = {}
        self._counts: defaultdict[str, list[int | None]] = defaultdict(lambda: [None] * LEVELS)
        self._begun: set[int] = set()
        """Lists that began again where they say so: each does it once, with its first paragraph of such a level."""

    def label(self, properties: Element | None, style: str | None, *, original: bool) -> str | None:
        """Count a paragraph, and return the number that Word prints before it, or None.

        Args:
            properties: the paragraph's own, in the wanted state of its tracked changes.
            style: id of its style.
            original: whether the number before a tracked change of numbering is wanted.
        """
        own = properties.find(w("numPr")) if properties is not None else None
        listed, level = self._placed(own, style, original=original)
        found = self._list(listed) if listed else None
        if found is None or level not in found.levels:
            return None
        printed = self._count(listed, level, found)
        if original and own is not None and (change := own.find(w("numberingChange"))) is not None:
            return _as_it_was(change.get(w("original"), "")) or printed
        return printed

    def _placed(self, own: Element | None, style: str | None, *, original: bool) -> tuple[int, int]:
        """The list and the level of a paragraph: its own, else its style's."""
        listed, level = self._styles.numbering(style)
        if own is not None and not (original and own.find(w("ins")) is not None):
            if (given := value(own, "numId")) is not None:
                listed = number(given, 0)
            if (given := value(own, "ilvl")) is not None:
                return listed or 0, number(given, 0)
        if listed and (found := self._list(listed)):
            tied = [at for at, there in found.levels.items() if there.style == style and style is not None]
            level = tied[0] if tied else level
        return listed or 0, level or 0

    def _list(self, key: int) -> _List | None:
        if key not in self._lists:
            self._lists[key] = self._defined(key)
        return self._lists[key]

    def _defined(self, key: int) -> _List | None:
        number_ = self._numbers.get(key)
        if number_ is None:
            return None
        counters = value(number_, "abstractNumId") or ""
        abstract = self._abstracts.get(counters)
        seen = {counters}
        while abstract is not None and (link := value(abstract, "numStyleLink")) is not None:
            linked = self._numbers.get(self._styles.linked_list(link) or 0)
            counters = (value(linked, "abstractNumId") if linked is not None else None) or ""
            if counters in seen:
                break
            seen.add(counters)
            abstract = self._abstracts.get(counters)
        if abstract is None:
            return None
        levels = {number(e.get(w("ilvl")), 0): _level(e) for e in abstract.iterfind(w("lvl"))}
        starts: dict[int, int] = {}
        for override in number_.iterfind(w("lvlOverride")):
            at = number(override.get(w("ilvl")), 0)
            if (own := override.find(w("lvl"))) is not None:
                levels[at] = _level(own)
            if (start := value(override, "startOverride")) is not None:
                starts[at] = number(start, 1)
        return _List(counters, {at: there for at, there in levels.items() if 0 <= at < LEVELS}, starts)

    def _count(self, key: int, level: int, listed: _List) -> str | None:
        counts = self._counts[listed.counters]
        count = counts[level]
        fresh = level in listed.starts and key not in self._begun
        if fresh:
            self._begun.add(key)
        for above in range(level):  # a higher level without a paragraph counts as if it had one
            if counts[above] is None and above in listed.levels:
                counts[above] = listed.levels[above].start
        start = listed.starts.get(level, listed.levels[level].start)
        counts[level] = start if fresh or count is None else count + 1
        for below in range(level + 1, LEVELS):
            restart = listed.levels[below].restart if below in listed.levels else None
            if restart is None or level < restart:
                counts[below] = None
        return _printed(listed, level, counts)


def _printed(listed: _List, level: int, counts: list[int | None]) -> str | None:
    here = listed.levels[level]
    if here.form == "bullet":
        return shown(here.text, here.font).strip() or "•"

    def one(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        there = listed.levels.get(at)
        if there is None or at > level:
            return ""
        count = counts[at]
        form = "decimal" if here.legal and there.form not in ("decimalZero", "none") else there.form
        return written(there.start if count is None else count, form).zfill(there.width)

    return _PLACEHOLDER.sub(one, shown(here.text, here.font)).strip() or None


def _level(element: Element) -> Level:
    form, width = value(element, "numFmt"), 0
    if form is None and (custom := element.find(f"{ALTERNATIVES}/{CHOICE}/{w('numFmt')}")) is not None:
        form, width = "decimal", len(custom.get(w("format"), "").split(",")[0].strip())
    restart = value(element, "lvlRestart")
    fonts = element.find(f"{w('rPr')}/{w('rFonts')}")
    text = element.find(w("lvlText"))
    return Level(
        start=number(value(element, "start"), 0),
        form=form or "decimal",
        width=min(width, 9),
        text="" if text is None else text.get(VAL, ""),
        restart=None if restart is None else number(restart, 0),
        legal=bool(switched(element.find(w("isLgl")))),
        style=value(element, "pStyle"),
        font=None if fonts is None else fonts.get(w("ascii")) or fonts.get(w("hAnsi")),
    )


def _as_it_was(original: str) -> str:
    """The number that `w:numberingChange` remembers: `%1:3:0:.` is `3.`; anything else stands for itself."""
    if not _ORIGINAL.search(original):
        return original.strip()

    def one(match: re.Match[str]) -> str:
        code = int(match[3])
        return written(int(match[2]), _OLD_FORMATS[code] if code < len(_OLD_FORMATS) else "decimal")

    return _ORIGINAL.sub(one, original).strip()
