"""The Word redline on our own template: what is marked, and that both texts come back."""

import io
import re
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafting import SEEDS, Drafter, redrafts
from travaux import compare
from travaux.errors import ChoiceError, FormatError
from travaux.model.comparison import Comparison, Options
from travaux.model.document import Mark as TextMark
from travaux.model.document import Note, NoteReference, Paragraph, Resolution
from travaux.pipeline import parse, read
from wordlines import lines
from wordrules import faults
from wordtexts import (
    ALMANAC,
    HEAD,
    KEEP,
    NOTED,
    OTHER_NOTES,
    REPORT,
    SEIZED,
    compared,
    expected,
    made,
    marked,
    operative,
    part,
)  # fmt: skip

# What is marked


def test_words_and_typed_numbers_change_as_text() -> None:
    changed = KEEP.replace("all Member", "Member")
    found = marked(compared(operative(KEEP, SEIZED), operative(changed, ALMANAC, SEIZED)))
    assert found == [
        "The General Assembly,",
        "Recalling its resolution 98/12 of 4 December 2043,",
        "1.→Urges [-all -]Member States to keep their lighthouses in good order at all times;",
        f"{{+2.→{ALMANAC};+}} ¶+",
        f"[-2.-]{{+3.+}}→{SEIZED}",
    ]


def test_a_split_is_an_inserted_end_and_a_merge_a_deleted_one() -> None:
    one = operative(f"{KEEP}, and r{REPORT[1:]}", SEIZED)
    two = operative(KEEP, REPORT, SEIZED)
    assert marked(compared(one, two))[2:4] == [
        f"1.→{KEEP}[-, and requests-]{{+;+}} ¶+",
        f"{{+2.→Requests+}}{REPORT[8:]};",
    ]
    assert marked(compared(two, one))[2:4] == [
        f"1.→{KEEP}[-;-] ¶-",
        f"[-2.→Requests-]{{+, and requests+}}{REPORT[8:]};",
    ]


def test_what_moved_is_marked_whole_at_both_ends_under_one_name() -> None:
    comparison = compared(
        operative(KEEP, REPORT, ALMANAC, SEIZED), operative(REPORT, ALMANAC, f"{KEEP}, and beacons", SEIZED)
    )
    assert marked(comparison)[2:] == [
        f"[<1.→{KEEP};<] ¶<",
        f"[-2.-]{{+1.+}}→{REPORT};",
        f"[-3.-]{{+2.+}}→{ALMANAC};",
        f"{{>3.→{KEEP}, and beacons;>}} ¶>",
        f"4.→{SEIZED}",
    ]
    document = part(made(comparison), "word/document.xml")
    names = re.findall(r'<w:move(?:From|To)RangeStart [^>]*w:name="([^"]+)"', document)
    assert len(names) == 2
    assert len(set(names)) == 1
    edited = marked(comparison, moves_as_edits=True)
    assert edited[2] == f"[-1.→{KEEP};-] ¶-"
    assert edited[5] == f"{{+3.→{KEEP}, and beacons;+}} ¶+"


def test_a_split_whose_parts_stand_apart_is_deleted_and_inserted_and_that_is_told() -> None:
    one = operative(f"{KEEP}, and r{REPORT[1:]}", ALMANAC, SEIZED)
    apart = operative(KEEP, ALMANAC, REPORT, SEIZED)
    comparison = compared(one, apart, "OP1=OP1+OP3")
    report = made(comparison)
    assert [notice.message for notice in report.notices] == [
        "OP1 is marked as deleted and inserted, since what became of it does not stand in one place."
    ]
    assert marked(comparison)[2:4] == [f"[-1.→{KEEP}, and r{REPORT[1:]};-] ¶-", f"{{+1.→{KEEP};+}} ¶+"]


def test_new_paragraphs_behind_words_put_in_at_an_end_take_that_end_along() -> None:
    comparison = compared(operative(KEEP, SEIZED), operative(f"{KEEP} and seasons", ALMANAC, SEIZED))
    assert marked(comparison)[2:5] == [
        f"1.→{KEEP}{{+ and seasons+}};",
        f"{{+2.→{ALMANAC};+}} ¶+",
        f"[-2.-]{{+3.+}}→{SEIZED}",
    ]
    ends = compared(HEAD + f"1. {KEEP}:", HEAD + f"1. {KEEP} and in all seasons:\n\n(a) {REPORT};\n\n(b) {ALMANAC}.")
    found = marked(ends)
    assert found[2].startswith(f"1.→{KEEP}")
    tail = compared(
        "Note\n\nLanterns of the north", "Note\n\nLanterns of the north and of the south\n\nBeacons of the west"
    )
    assert marked(tail)[1:] == ["Lanterns of the north{+ and of the south+} ¶+", "{+Beacons of the west+}"]


def test_notes_are_redlined_with_their_references() -> None:
    comparison = compared(NOTED, OTHER_NOTES)
    assert marked(comparison)[1:] == [
        "Recalling its resolution 98/12,[^1][- and the Declaration of Sandhavn,[^2]-]",
        "1.→Urges all Member States[^3] to keep their lighthouses;",
        "2.→Decides to remain seized{+[^4]+} of the matter.",
    ]
    assert [line.strip() for line in marked(comparison, "footnotes")] == [
        "See A/98/12, annex{+ II+}.",
        "[-Report of the Conference of Sandhavn, chap. I.-]",
        "With the exception of land-locked States.",
        "{+A/99/PV.3.+}",
    ]
    assert faults(made(comparison).content) == []


def test_notes_that_were_not_compared_are_left_out_and_told() -> None:
    without = re.sub(r"\[\^\d\](?!:)", "", NOTED.partition("\n\n[^1]:")[0])
    report = made(compared(NOTED, without))
    assert "footnoteReference" not in part(report, "word/document.xml")
    assert "Of the old text was not compared: 3 footnotes (the new file has no footnote bodies)." in part(
        report, "docProps/core.xml"
    )


def test_emphasis_is_that_of_the_new_text_or_of_the_old_one_if_the_new_one_has_none() -> None:
    plain, slanted = HEAD + f"1. {KEEP}.", HEAD + f"1. *Urges*{KEEP[5:]}."
    for old, new in ((plain, slanted), (slanted, plain)):
        comparison = compare(*(parse(read("draft.md", words.encode())).choose() for words in (old, new)))
        document = part(made(comparison), "word/document.xml")
        assert re.search(r"<w:rPr><w:i/><w:iCs/></w:rPr><w:t>Urges</w:t>", document)


# Both texts come back


@settings(max_examples=25, deadline=None)
@given(redrafts())
def test_of_a_redraft_both_texts_come_back_and_nothing_else_is_marked(
    pair: tuple[list[Paragraph], list[Paragraph]],
) -> None:
    old, new = (Resolution(paragraphs=tuple(paragraphs)) for paragraphs in pair)
    _sound(compare(old, new))


@settings(max_examples=20, deadline=None)
@given(SEEDS, SEEDS)
def test_with_notes_by_chance_both_texts_come_back(seed: int, other: int) -> None:
    drafter = Drafter(seed)
    old = drafter.resolution()
    new = drafter.redraft(old)
    _sound(compare(_noted(old, seed), _noted(new, other)))


@settings(max_examples=20, deadline=None)
@given(SEEDS)
def test_with_links_forced_across_each_other_both_texts_come_back(seed: int) -> None:
    drafter = Drafter(seed)
    old = drafter.resolution()
    new = drafter.redraft(old)
    olds, news = ([p.address for p in side if p.part == "operative"] for side in (old, new))
    pins = []
    for _ in range(2 if olds and news else 0):
        one = drafter.chance.sample(olds, min(len(olds), drafter.chance.choice((1, 2))))
        pins.append(f"{'+'.join(one)}={drafter.chance.choice(news)}")
    try:
        comparison = compare(*(Resolution(paragraphs=tuple(side)) for side in (old, new)), Options(pins=tuple(pins)))
    except ChoiceError:  # two pins want the same paragraph
        return
    _sound(comparison)


def _noted(paragraphs: list[Paragraph], seed: int) -> Resolution:
    """A resolution with notes at places and in words by chance; some are referred to twice."""
    chance = Drafter(seed).chance
    notes: dict[str, list[NoteReference]] = {}
    out = []
    for paragraph in paragraphs:
        places = sorted(chance.randint(0, len(paragraph.text)) for _ in range(chance.choice((0, 0, 1, 2))))
        marks = []
        for at in places:
            key = f"n{chance.randint(1, 9)}"
            marks.append(TextMark(kind="note", start=at, end=at, note=key, number=key[1:]))
            notes.setdefault(key, []).append(NoteReference(paragraph=paragraph.id, offset=at))
        out.append(paragraph.model_copy(update={"marks": tuple(marks)}))
    bodies = tuple(
        Note(id=key, number=key[1:], text=f"See A/9{key[1:]}/{chance.randint(1, 3)}, annex.", references=tuple(places))
        for key, places in sorted(notes.items())
    )
    return Resolution(paragraphs=tuple(out), notes=bodies)


def _sound(comparison: Comparison) -> None:
    """Read back by another way than the proof takes; and whatever is kept carries no mark."""
    for moves_as_edits in (False, True):
        report = made(comparison, moves_as_edits=moves_as_edits)
        assert faults(report.content) == []
        for state, wanted in (("original", comparison.old), ("accepted", comparison.new)):
            assert _lines(report.content, state) == expected(comparison, wanted)
    _minimal(comparison)


def _lines(content: bytes, state: str) -> list[str]:
    source = read("redline.docx", content, {"revisions": state})
    notes = {note.number: note.text for note in source.notes}
    out = []
    for block in source.blocks:
        words = list(block.text)
        for mark in reversed(block.marks):
            if mark.kind == "note":
                words.insert(mark.start, f"{{{notes[mark.number or '']}}}")
        out.append(" ".join("".join(words).split()))
    return out


def _minimal(comparison: Comparison) -> None:
    """In what stays in its place, what is marked is what the redline drops and adds, and a number that changes."""
    olds, news = ({p.id: p for p in side.paragraphs} for side in (comparison.old, comparison.new))
    found = [_without_notes(line) for line in marked(comparison)]
    for change in comparison.changes:
        if change.relation == "kept" and not change.moved:
            old, new = olds[change.old[0]], news[change.new[0]]
            number = old.label if old.label == new.label else f"[-{old.label}-]{{+{new.label}+}}"
            signs = {"keep": "{}", "drop": "[-{}-]", "add": "{{+{}+}}"}
            words = "".join(signs[segment.op].format(segment.text) for segment in change.redline)
            assert (f"{number}→" if number else "") + words in found


def _without_notes(line: str) -> str:
    for sign in (r"\[\^\d+\]", r"\{\+\+\}", r"\[--\]", r"\+\}\{\+", r"-\]\[-", r" ¶\+$"):
        line = re.sub(sign, "", line)
    return line


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", "Beacons\n\nLanterns"),
        ("Beacons\n\nLanterns", "Beacons"),
        ("Beacons", "Lanterns\n\nBeacons\n\nBuoys"),
        ("Beacons\n\nLanterns", "Tides\n\nCurrents"),
    ],
)
def test_the_ends_of_a_text_may_come_and_go(old: str, new: str) -> None:
    _sound(compare(_plain(old), _plain(new)))


def _plain(words: str) -> Resolution:
    told = [line for line in words.split("\n\n") if line]
    return Resolution(
        kind="text",
        paragraphs=tuple(
            Paragraph(id=f"p{n}", part="other", address=f"P{n}", text=line) for n, line in enumerate(told, 1)
        ),
    )


def test_rows_of_tables_are_paragraphs_with_tabs() -> None:
    comparison = compare(_plain("Harbour\tLanterns\n\nSandhavn\t12"), _plain("Harbour\tLanterns\n\nSandhavn\t14"))
    assert marked(comparison) == ["Harbour→Lanterns", "Sandhavn→[-12-]{+14+}"]


# Strange texts

HOSTILE = (
    "<script>alert(1)</script> ]]> & &amp; <w:p/>",
    "before\u202eturned around\u202c after",
    "nul \x00 escape \x1b[2J vertical \x0b form \x0c delete \x7f next \x85",
    "line\u2028separator paragraph\u2029separator \ufffe \uffff",
    "carriage\rreturn \x1c file separator",
    "private \uf0b7 bullet",
    "half \ud800 of a pair",
    "\U0001f5fa beyond the first plane \U000e0041 tag",
    "x" * 20_000,
)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_shown_as_text(words: str) -> None:
    for old, new in ((_plain("Beacons"), _plain(f"Beacons\n\n{words}")), (_plain(words), _plain(f"{words} and buoys"))):
        report = made(compare(old, new), author=f"{words[:40]} & <Co>")
        assert faults(report.content) == []


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_characters="\n"), min_size=1), st.text(st.characters(exclude_characters="\n")))
def test_any_text_comes_back(old: str, new: str) -> None:
    report = made(compare(_plain(f"Beacons\n\n{old}"), _plain(f"Beacons\n\n{new}")))
    assert faults(report.content) == []


def test_characters_that_xml_cannot_hold_are_replaced() -> None:
    assert marked(compare(_plain("Beacons"), _plain("Bea\x00cons")))[-1:] != []
    report = made(compare(_plain("Bea\x01cons"), _plain("Bea\x01cons")))
    assert lines(report.content) == ["Bea\ufffdcons"]


# Who and when, and nothing by chance


def test_marks_say_who_and_when() -> None:
    comparison = compared(operative(KEEP, SEIZED), operative(KEEP, ALMANAC, SEIZED))
    dated = part(made(comparison, author="Second Committee", date="2044-03-05"), "word/document.xml")
    found = re.findall(r"<w:(?:ins|del) [^>]*>", dated)
    assert found
    assert all('w:author="Second Committee" w:date="2044-03-05T00:00:00Z"' in mark for mark in found)
    plain = part(made(comparison, files=("first.txt", "second.txt")), "word/document.xml")
    assert set(re.findall(r'w:author="([^"]*)"', plain)) == {"first.txt → second.txt"}
    assert "w:date" not in plain


@pytest.mark.parametrize(
    ("old", "new", "day"),
    [
        ("", "Resolution adopted by the General Assembly on 20 December 2044\n\n", "2044-12-20"),
        ("Resolution adopted by the General Assembly on 3 November 2043\n\n", "", "2043-11-03"),
        (
            "Resolution adopted by the General Assembly on 3 November 2043\n\n",
            "Resolution adopted by the General Assembly on 31 November 2044\n\n",
            "2043-11-03",
        ),
    ],
)
def test_marks_bear_the_day_of_the_new_text_or_of_the_old_one(old: str, new: str, day: str) -> None:
    report = made(compared(old + operative(KEEP, SEIZED), new + operative(ALMANAC, SEIZED)))
    document = part(report, "word/document.xml")
    assert set(re.findall(r'w:date="([^"]*)"', document)) == {f"{day}T00:00:00Z"}


def test_a_date_that_is_none_is_refused() -> None:
    with pytest.raises(FormatError, match="'yesterday' is not a date"):
        made(compared(operative(KEEP), operative(REPORT)), date="yesterday")


def test_the_file_is_the_same_on_each_run_and_keeps_track_of_changes() -> None:
    comparison = compared(NOTED, OTHER_NOTES)
    one = made(comparison)
    assert one == made(Comparison.model_validate_json(comparison.model_dump_json()))
    assert "<w:trackRevisions/>" in part(one, "word/settings.xml")
    archive = zipfile.ZipFile(io.BytesIO(one.content))
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert archive.namelist()[0] == "[Content_Types].xml"
