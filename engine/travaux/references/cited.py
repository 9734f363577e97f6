"""Citations of resolutions and decisions that cannot be right: a number, a date, two dates."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from travaux.citations import Citation, CitationRun, CitationWords, find_runs
from travaux.contracts import ReferenceWords
from travaux.model.document import Paragraph
from travaux.references.council import possible, year_of
from travaux.references.finding import Citing

EARLIEST: Final = dt.date(1946, 1, 1)
"""The principal organs met first in January 1946."""

_JULY: Final = 2014
_CITES: Final = re.compile(r"\d\s?[/(]")

Rule = Literal["number", "date", "two-dates"]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A citation that cannot be right.

    Attributes:
        paragraph: in which it stands.
        citation: what is cited.
        end: where its words end, the date included.
        rule: what is wrong.
        note: one sentence for a reader.
    """

    paragraph: Paragraph
    citation: Citation
    end: int
    rule: Rule
    note: str


def doubts(
    paragraphs: Sequence[Paragraph], speaker: str | None, words: ReferenceWords, citing: Citing
) -> Iterator[Doubt]:
    """Yield the citations that cannot be right, in order, one for each.

    A date is judged where it is printed behind its own number, not where it is shared with the next of a list; and
    where the words tell the organ, or no other body stands before them in the paragraph: "its" may be that one's.

    Args:
        paragraphs: of one text.
        speaker: code of the organ whose text it is.
        words: by which a text refers; of them the names of bodies.
        citing: gives the words by which it cites.
    """
    bodies = re.compile(rf"(?<![\w-])(?:{words.bodies})(?![\w-])")
    dated: dict[str, tuple[dt.date, Paragraph]] = {}
    for paragraph in paragraphs:
        if not _CITES.search(paragraph.text):
            continue
        for run in find_runs(paragraph.text, speaker, citing()):
            sure = _sure(paragraph.text, run, citing(), bodies)
            for citation in run.citations:
                early = citation.date is not None and citation.date < EARLIEST
                if found := _number(paragraph, citation) or (_date(paragraph, citation) if sure or early else None):
                    yield found
                elif sure and citation.date and _own_date(paragraph.text, citation) and _whole(citation):
                    day, where = dated.setdefault(citation.key, (citation.date, paragraph))
                    if day != citation.date:
                        number, here = citation.numbers[0], _said(citation.date)
                        note = f"{number} is dated {here} here, {_said(day)} in {where.address}"
                        yield Doubt(paragraph, citation, _end(citation), "two-dates", note)


def _sure(text: str, run: CitationRun, citing: CitationWords, bodies: re.Pattern[str]) -> bool:
    """Whether a citation tells whose resolution it is, or nobody else's may be meant."""
    organs = "|".join(name for name, code in citing.organs if code and not code.islower())
    told = re.match(rf"(?:{organs})\b", text[run.start : run.citations[0].start])
    return told is not None or not bodies.search(text, 0, run.start)


def _number(paragraph: Paragraph, citation: Citation) -> Doubt | None:
    """What is wrong with the number of a resolution of the Security Council."""
    number = citation.numbers[0]
    if number.form != "serial" or citation.organ != "SC" or citation.act != "resolution":
        return None
    if possible(int(number.number), int(number.period)):
        return None
    year = year_of(int(number.number))
    known = f"number {number.number} is of {year}" if year else f"it had not come to {number.number} by then"
    note = f"the Security Council adopted no resolution {number}; {known}"
    return Doubt(paragraph, citation, _end(citation), "number", note)


def _date(paragraph: Paragraph, citation: Citation) -> Doubt | None:
    day = citation.date
    if day is None or not _own_date(paragraph.text, citation):
        return None
    if day >= EARLIEST and (citation.plausible or _early(citation, day)):
        return None
    note = f"{citation.numbers[0]} cannot be of {_said(day)}{_sat(citation)}"
    return Doubt(paragraph, citation, _end(citation), "date", note)


def _early(citation: Citation, day: dt.date) -> bool:
    """Whether it is of the Economic and Social Council, whose sessions begin in July of the year before since 2014."""
    number = citation.numbers[0]
    return citation.organ == "ECOSOC" and number.form == "year" and _JULY <= int(number.period) == day.year + 1


def _own_date(text: str, citation: Citation) -> bool:
    """Whether a date stands behind its number, and no other number or comma between."""
    return citation.date_span is not None and not re.search(r"[\d,]", text[citation.end : citation.date_span[0]])


def _sat(citation: Citation) -> str:
    number = citation.numbers[0]
    if number.session is not None and citation.organ == "GA":
        first = 1945 + number.session
        return f": session {number.session} of the General Assembly sat from September {first} to September {first + 1}"
    return f": it is of {number.period}" if number.form in ("serial", "year") else ""


def _whole(citation: Citation) -> bool:
    """Whether it cites one thing that was adopted on one day; parts (`57/270 B`) may be of several days."""
    return len(citation.numbers) == 1 and not citation.numbers[0].letter and citation.organ is not None


def _end(citation: Citation) -> int:
    return max(citation.end, citation.date_span[1] if citation.date_span else 0)


def _said(day: dt.date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
