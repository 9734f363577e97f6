"""The proof of a Word redline: one that is not both texts is refused."""

import io
import re
import zipfile
from collections.abc import Callable

import pytest
from lxml import etree

from travaux import compare
from travaux.errors import FormatError
from travaux.model.comparison import Comparison
from travaux.model.document import Source
from travaux.model.report import Report
from travaux.pipeline import parse, read
from travaux.pipeline.proving import prove
from travaux.pipeline.rendering import render
from wordfiles import W, word
from wordtexts import ALMANAC, KEEP, NOTED, OTHER_NOTES, REPORT, SEIZED, compared, made, operative, part, text


def tampered(report: Report, change: Callable[[str], str], path: str = "word/document.xml") -> Report:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(report.content)) as archive, zipfile.ZipFile(out, "w") as copy:
        for name in archive.namelist():
            inside = archive.read(name)
            copy.writestr(name, change(inside.decode()).encode() if name == path else inside)
    assert out.getvalue() != report.content
    return report.model_copy(update={"content": out.getvalue()})


def _without_first_mark(xml: str) -> str:
    root = etree.fromstring(xml.encode())
    mark = root.find(f".//{{{W}}}pPr/{{{W}}}rPr/{{{W}}}ins")
    assert mark is not None
    parent = mark.getparent()
    assert parent is not None
    parent.remove(mark)
    return etree.tostring(root).decode()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda xml: xml.replace("harbours", "coasts", 1), "rejected.*coasts"),
        (lambda xml: xml.replace("all </w:delText>", "</w:delText>", 1), "rejected"),
        (_without_first_mark, "rejected"),
        (lambda xml: re.sub(r"<w:ins [^>]*><w:r>.*?</w:r></w:ins>", "", xml, count=1), "accepted"),
        (lambda xml: xml[: len(xml) // 2], "read back"),
    ],
)
def test_a_redline_that_is_not_both_texts_is_refused(change: Callable[[str], str], said: str) -> None:
    one = operative(f"{KEEP}, and r{REPORT[1:]}", ALMANAC.replace("all seas", "all the seas"), SEIZED)
    comparison = compared(one.replace("print the", "print all the"), operative(KEEP, REPORT, ALMANAC, SEIZED))
    report = made(comparison)
    prove(report, comparison)
    with pytest.raises(FormatError, match=said):
        prove(tampered(report, change), comparison)


def test_a_note_that_is_not_right_is_refused() -> None:
    comparison = compared(NOTED, OTHER_NOTES)
    report = made(comparison)
    with pytest.raises(FormatError, match="rejected"):
        prove(tampered(report, lambda xml: xml.replace("Sandhavn", "Nordhavn"), "word/footnotes.xml"), comparison)
    with pytest.raises(FormatError, match="rejected"):
        prove(tampered(report, lambda xml: xml.replace('w:id="3"', 'w:id="1"')), comparison)


# On a copy of the old file


def _deleted_end(xml: str) -> str:
    """The end that was put in is deleted at once: accepted, both paragraphs are one."""
    return re.sub(r"(<w:pPr><w:rPr>)(<w:ins [^>]*/>)(</w:rPr>)", r'\1\2<w:del w:id="990" w:author="x"/>\3', xml)


OLD_FILE = """Note by the keeper of the register
The General Assembly,
1. Urges all Member States to keep their lighthouses in good order, and requests the keepers to report on the beacons;
2. Requests the Secretary-General to print the almanac of tides."""
NEW_TEXT = """The General Assembly,

1. Urges all Member States to keep their lighthouses in good order;

2. Requests the keepers to report on the beacons;

3. Requests the Secretary-General to print the almanac of tides and currents."""


def on_a_copy() -> tuple[Report, Comparison, Source]:
    base = read("old.docx", word(OLD_FILE))
    comparison = compare(parse(base).choose(), text(NEW_TEXT))
    return render(comparison, "word", None, base), comparison, base


def test_a_redline_on_a_copy_is_proved_too() -> None:
    report, comparison, base = on_a_copy()
    prove(report, comparison, base)
    assert "Note by the keeper of the register" in part(report, "word/document.xml")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda xml: xml.replace("Note by", "Word by"), "rejected.*Word by"),
        (lambda xml: xml.replace("currents", "torrents"), "accepted.*is not in it"),
        (lambda xml: xml.replace("3.", "4."), "accepted"),
        (_deleted_end, "accepted"),
    ],
)
def test_on_a_copy_a_redline_that_is_not_both_texts_is_refused(change: Callable[[str], str], said: str) -> None:
    report, comparison, base = on_a_copy()
    with pytest.raises(FormatError, match=said):
        prove(tampered(report, change), comparison, base)
