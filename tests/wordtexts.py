"""Texts for Word redlines on our own template, the redlines made of them, and what must stand in these."""

import io
import zipfile

from travaux import compare
from travaux.model.comparison import Comparison, Options
from travaux.model.document import Resolution
from travaux.model.report import Report
from travaux.pipeline import parse, read
from travaux.pipeline.rendering import render
from travaux.renderers.word import WordOptions
from wordlines import lines


def expected(comparison: Comparison, text: Resolution) -> list[str]:
    """The paragraphs of a text as they must come back, numbers before them, notes that were compared in braces.

    Written anew, not taken from the proof that the engine makes.
    """
    compared = {key for change in comparison.note_changes for key in (*change.old, *change.new)}
    notes = {note.id: " ".join(note.text.split()) for note in text.notes if note.id in compared}
    out = []
    for paragraph in text.paragraphs:
        words = list(paragraph.text)
        for mark in reversed(paragraph.marks):
            if mark.kind == "note" and mark.note in notes:
                words.insert(mark.start, f"{{{notes[mark.note]}}}")
        out.append(" ".join(f"{paragraph.label or ''} {''.join(words)}".split()))
    return [line for line in out if line]


def text(words: str) -> Resolution:
    return parse(read("draft.txt", words.encode())).choose()


def compared(old: str, new: str, *pins: str) -> Comparison:
    return compare(text(old), text(new), Options(pins=pins))


def made(comparison: Comparison, **options: object) -> Report:
    return render(comparison, "word", WordOptions(**options))  # type: ignore[arg-type]


def marked(comparison: Comparison, part: str = "document", **options: object) -> list[str]:
    return [line for line in lines(made(comparison, **options).content, f"word/{part}.xml") if line]


def part(report: Report, path: str) -> str:
    return zipfile.ZipFile(io.BytesIO(report.content)).read(path).decode()


HEAD = "The General Assembly,\n\nRecalling its resolution 98/12 of 4 December 2043,\n\n"
KEEP = "Urges all Member States to keep their lighthouses in good order at all times"
REPORT = "Requests the Secretary-General to report on the beacons of the northern harbours in each year"
ALMANAC = "Invites the regional commissions to print the almanac of tides and currents of all seas"
SEIZED = "Decides to remain seized of the matter."


def operative(*words: str) -> str:
    ended = [*(f"{one};" for one in words[:-1]), words[-1]]
    return HEAD + "\n\n".join(f"{number}. {one}" for number, one in enumerate(ended, 1))


NOTED = """The General Assembly,

Recalling its resolution 98/12,[^1] and the Declaration of Sandhavn,[^2]

1. Urges all Member States[^3] to keep their lighthouses;

2. Decides to remain seized of the matter.

[^1]: See A/98/12, annex.

[^2]: Report of the Conference of Sandhavn, chap. I.

[^3]: With the exception of land-locked States."""
OTHER_NOTES = """The General Assembly,

Recalling its resolution 98/12,[^1]

1. Urges all Member States[^2] to keep their lighthouses;

2. Decides to remain seized[^3] of the matter.

[^1]: See A/98/12, annex II.

[^2]: With the exception of land-locked States.

[^3]: A/99/PV.3."""
