"""Citations in running text: which words cite, what they cite, and whose it is."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from travaux.citations import organs
from travaux.citations.numbers import (
    NumberForm,
    PrintedNumber,
    ResolutionNumber,
    number_at,
    number_pattern,
    range_at,
    read,
)
from travaux.citations.patterns import SPACE, Patterns, compiled
from travaux.citations.value import Act, Citation, CitationRun
from travaux.citations.words import ENGLISH, CitationWords

WINDOW: Final = 200
"""Characters before the noun in which the organ and the cited section are looked for (range 120 to 400): the
longest name of an organ has 50, a list of a dozen paragraphs 80."""
MOST_OPEN_LISTS: Final = 12
"""Plural nouns of a paragraph to which an item that stands apart may belong, newest first (range 3 to 50)."""


def find_citations(text: str, speaker: str | None = None, words: CitationWords = ENGLISH) -> tuple[Citation, ...]:
    """Return the citations of resolutions and decisions in a text, in order.

    Never raises; spans do not overlap.

    Args:
        text: one paragraph, or several parted by blank lines.
        speaker: code of the organ whose text it is, for "its" and for bare numbers.
        words: of the language.

    >>> text = "its resolutions 58/136 and 58/140 of 22 December 2003 and Council resolution 1373 (2001)"
    >>> for c in find_citations(text, "GA"):
    ...     print(text[c.start : c.end], c.key, c.date)
    58/136 A/RES/58/136 2003-12-22
    58/140 A/RES/58/140 2003-12-22
    1373 (2001) S/RES/1373(2001) None
    """
    return tuple(citation for run in find_runs(text, speaker, words) for citation in run.citations)


def find_runs(text: str, speaker: str | None = None, words: CitationWords = ENGLISH) -> tuple[CitationRun, ...]:
    """Return the same, grouped by what introduces them.

    An item of a list that was interrupted (`resolutions 56/1 of ..., in which it ..., and 57/27 of ...`)
    opens a run of its own.
    """
    lowered = text.lower()
    if not any(noun in lowered for noun in (*words.resolution, *words.decision)):
        return ()
    finder = _Finder(text, speaker, words)
    introduced = list(finder.introduced())
    runs = [run for _, run in introduced if run] + list(finder.interrupted(introduced))
    return tuple(sorted(runs, key=lambda run: run.start))


class _Head(NamedTuple):
    """What introduces a run; `end` is where its noun ends."""

    start: int
    end: int
    act: Act
    told: str | None
    several: bool
    place: str = ""


_Introduced = tuple[_Head, CitationRun | None]
"""A noun with the numbers behind it; None where a plural stands alone ("its relevant resolutions")."""


class _Finder:
    """One text, its speaker and the patterns of its language."""

    def __init__(self, text: str, speaker: str | None, words: CitationWords) -> None:
        self._text = text
        self._speaker = speaker
        self._words = words
        self._patterns: Patterns = compiled(words)

    def introduced(self) -> Iterator[_Introduced]:
        """The nouns that cite, in order, with the runs they introduce."""
        free = 0
        for noun in self._patterns.noun.finditer(self._text):
            behind = _BEFORE_NUMBER.match(self._text, noun.end())
            first = number_at(self._text, behind.end()) if behind else None
            if noun.start() < free or not (first or self._is_plural(noun)):
                continue
            head = self._head(noun, free)
            run = self._run(head, first) if first else None
            free = run.end if run else free
            yield head, run

    def _head(self, noun: re.Match[str], free: int) -> _Head:
        act: Act = "resolution" if noun["resolution"] else "decision"
        several = self._is_plural(noun)
        told, start = self._told_before(noun.start(), free)
        low = max(free, start - WINDOW)
        place = self._patterns.place_before.search(self._text[low:start])
        if not place:
            return _Head(start, noun.end(), act, told, several)
        printed = re.sub(rf"\s+(?:{self._words.of_place})\s+\Z", "", place[0])
        return _Head(low + place.start(), noun.end(), act, told, several, printed)

    def _is_plural(self, noun: re.Match[str]) -> bool:
        return noun[0].lower() in (self._words.resolution[1], self._words.decision[1])

    def _told_before(self, end: int, free: int) -> tuple[str | None, int]:
        """What the words before a noun tell, and where they begin."""
        low = max(free, end - WINDOW)
        window = self._text[low:end]
        teller = self._patterns.teller.search(window)
        if not teller:
            return (organs.UNKNOWN if self._patterns.stranger.search(window) else None), end
        start = low + teller.start()
        before = window[: teller.start()]
        if teller["own"]:
            named = self._patterns.named.search(before)
            return (self._code(named) if named else organs.OWN), start
        code = self._code(teller)
        shared = code.islower()
        return (organs.UNKNOWN if shared and self._patterns.stranger.search(before) else code), start

    def _code(self, match: re.Match[str]) -> str:
        groups = match.groupdict()
        return next((code for i, (_, code) in enumerate(self._words.organs) if groups[f"o{i}"]), organs.UNKNOWN)

    def _run(self, head: _Head, first: PrintedNumber) -> CitationRun:
        """The run that begins with a number."""
        items, end = [], first.start
        printed: PrintedNumber | None = first
        while printed:
            item, end = self._item(head, printed)
            items.append(item)
            printed = self._next(head, end)
        told = head.told
        if told is None and (behind := self._patterns.behind.match(self._text, end)):
            told, end = self._code(behind), behind.end()
            if items[-1].date is None and (found := self._patterns.date.match(self._text, end)):
                day = self._date(found, items[-1].numbers[0])
                items[-1], end = replace(items[-1], date=day, date_span=found.span("date")), found.end()
        cited = [replace(item, organ=self._organ(item, told)) for item in items]
        return CitationRun(head.start, end, tuple(_share_dates(cited) if head.several else cited))

    def _organ(self, item: Citation, told: str | None) -> str | None:
        return item.organ or organs.cited(item.numbers[0], told, self._speaker, item.date)

    def _item(self, head: _Head, printed: PrintedNumber) -> tuple[Citation, int]:
        """One item of a list, and where its date and place end; its organ only where a symbol tells it."""
        end, numbers = printed.end, printed.numbers
        through = self._patterns.through.match(self._text, end)
        dash = through is not None and not through[0].strip().isalpha()
        if through and (whole := range_at(numbers[0], self._text, through.end(), short=dash)):
            end, numbers = whole.end, whole.numbers
        organ = next((code for code, body in organs.BODIES.items() if body == printed.body), None)
        item = Citation(printed.start, end, head.act, organ, numbers, place=head.place)
        if found := self._patterns.date.match(self._text, end):
            item = replace(item, date=self._date(found, numbers[0]), date_span=found.span("date"))
            end = found.end()
        if place := self._patterns.place_behind.match(self._text, end):
            item = replace(item, place=", ".join(filter(None, (place["place"], head.place))))
            end = place.end()
        return item, end

    def _date(self, match: re.Match[str], number: ResolutionNumber) -> dt.date | None:
        """The day; where the year is missing, that of `201 (1965) of 19 March`."""
        year = match["year"] or (number.period if number.form in ("serial", "year") else "")
        month = self._words.months.index(match["month"]) + 1
        try:
            return dt.date(int(year), month, int(re.sub("[^0-9]", "", match["day"])))
        except ValueError:
            return None

    def _next(self, head: _Head, end: int) -> PrintedNumber | None:
        """The next number of a list; after a singular noun only one that cannot be anything else."""
        glue = self._patterns.glue.match(self._text, end)
        printed = number_at(self._text, glue.end()) if glue else None
        if not printed or head.several or self._patterns.date.match(self._text, printed.end):
            return printed
        number = printed.numbers[0]
        certain = number.form in ("serial", "roman") or (number.session or 0) >= organs.FIRST_NUMBERED_SESSION
        return printed if certain else None

    def interrupted(self, introduced: Sequence[_Introduced]) -> Iterator[CitationRun]:
        """Items of a list that other words keep apart from its noun.

        Taken where a plural noun stands earlier in the paragraph, alone or with a number of the same form,
        and the item has a date or, like `1535 (2004)` after a comma or joint, can be nothing else.
        """
        starts = [*(head.start for head, _ in introduced), len(self._text)][1:]
        lists: list[_Introduced] = []
        for (head, run), high in zip(introduced, starts, strict=True):
            if head.several:
                lists = [(head, run), *lists[: MOST_OPEN_LISTS - 1]]
            low = run.end if run else head.end
            paragraph_end = _PARAGRAPH_END.search(self._text, low, high)
            if lists:
                yield from self._stragglers(lists, low, paragraph_end.start() if paragraph_end else high)
            if paragraph_end:
                lists = []

    def _stragglers(self, lists: Sequence[_Introduced], low: int, high: int) -> Iterator[CitationRun]:
        free = low
        for match in number_pattern().finditer(self._text, low, high):
            printed = read(match) if match.start() >= free else None
            head = self._list_of(printed, lists, high) if printed and not printed.body else None
            if printed and head:
                run = self._run(head._replace(start=printed.start, place=""), printed)
                if run.end <= high:
                    free = run.end
                    yield run

    def _list_of(self, printed: PrintedNumber, lists: Sequence[_Introduced], high: int) -> _Head | None:
        """The noun to which an item that stands apart belongs, if it does."""
        form = printed.numbers[0].form
        joined = self._patterns.joined.search(self._text[max(0, printed.start - WINDOW) : printed.start])
        dated = self._patterns.date.match(self._text, printed.end, high)
        if form == "foreign" or not (dated or (joined and form == "serial")):
            return None
        for head, run in lists:
            if joined if run is None else any(_alike(form, n.form) for c in run.citations for n in c.numbers):
                return head
        return None


def _alike(form: NumberForm, other: NumberForm) -> bool:
    """Whether numbers of two forms stand in one list: those of the Assembly before and after 1976 do."""
    return form == other or {form, other} == {"session", "roman"}


def _share_dates(citations: list[Citation]) -> list[Citation]:
    """Each item without a date takes that of the next, where its organ can have adopted it then."""
    shared: list[Citation] = []
    for citation in reversed(citations):
        if citation.date is None and shared and shared[-1].date:
            dated = replace(citation, date=shared[-1].date, date_span=shared[-1].date_span)
            shared.append(dated if dated.plausible else citation)
        else:
            shared.append(citation)
    return shared[::-1]


_BEFORE_NUMBER: Final = re.compile(rf",?{SPACE}")
_PARAGRAPH_END: Final = re.compile(r"\n[^\S\n]*\n|\f")
