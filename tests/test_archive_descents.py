"""Lines of descent, and what a draft tells of itself: pure, without git."""

import pytest
from hypothesis import given

from casefiles import Case, cases
from drafting import paragraph, redrafts
from travaux.alignment import align
from travaux.archive.descents import Ancestry, ancestors, lines, recorded, relined, rows
from travaux.archive.entries import Entry, negotiated, prepare
from travaux.archive.ordering import ordered
from travaux.archive.particulars import Particulars
from travaux.errors import ArchiveError, ChoiceError
from travaux.model.document import Paragraph
from travaux.model.record import Row


@cases("archive_descents.md", "drafts", "links", "lines")
def test_lines(case: Case) -> None:
    links = {
        (int(new), int(old)): ancestors(
            tuple(tuple(side.split()) for side in link.split(">"))  # type: ignore[misc]
            for link in found.split(";")
        )
        for new, old, found in case.block("links").rows()
    }
    known: dict[int, tuple[Row, ...]] = {}
    for number, bases, ids in case.block("drafts").rows():
        given = [Ancestry(lines(known[int(b)]), links[int(number), int(b)]) for b in bases.split()]
        known[int(number)] = rows(int(number), [_paragraph(i) for i in ids.split()], given)
        # What is recorded tells the same lines again: that is how a line is recorded anew, and verified.
        again = [Ancestry(g.lines, recorded(known[int(number)], n)) for n, g in enumerate(given)]
        assert relined(int(number), known[int(number)], again) == known[int(number)]
    for number, wanted in case.block("lines").rows():
        assert [row.line for row in known[int(number)]] == wanted.split()


@given(redrafts())
def test_no_line_is_held_twice_and_every_ancestor_is_told(pair: tuple[list[Paragraph], list[Paragraph]]) -> None:
    old, new = pair
    links = align(old, new).links
    first = rows(1, old, ())
    second = rows(2, new, [Ancestry(lines(first), ancestors((link.old, link.new) for link in links))])
    assert len({row.line for row in second}) == len(second)
    told = {row.id: row.ancestors[0] for row in second}
    assert told == {key: link.old for link in links for key in link.new}
    gone = {line for row in first for line in [row.line]} - {row.line for row in second}
    merged = {key for link in links if len(link.old) > len(link.new) for key in link.old}
    assert gone <= {f"1:{key}" for key in merged}


@cases("archive_particulars.md", "text", "told")
def test_particulars(case: Case) -> None:
    prepared = prepare(Entry("draft.txt", case["text"].encode()))
    known = prepared.particulars(negotiated(prepared.whole, None))
    shown = [
        ("symbol", known.symbol), ("title", known.title), ("stage", known.stage), ("body", known.body),
        ("date", known.date), ("sponsors", "; ".join(known.sponsors or ())),
    ]  # fmt: skip
    assert [[key, value or ""] for key, value in shown] == case.block("told").rows()


def test_what_is_given_wins_and_an_empty_word_says_that_there_is_none() -> None:
    told = Particulars("A/1", "T", "draft", "B", "2044-01-01", ("Peru",))
    assert Particulars(symbol="A/2", stage="", sponsors=()).checked().over(told) == Particulars(
        "A/2", "T", None, "B", "2044-01-01", ()
    )
    assert Particulars().over(told) == told


@pytest.mark.parametrize("date", ["1946-02-30", "1946-13", "yesterday", "46", "1946-1-2", "0000"])
def test_an_impossible_date_is_refused(date: str) -> None:
    with pytest.raises(ArchiveError, match="is not a date"):
        Particulars(date=date).checked()


@pytest.mark.parametrize("date", ["1946-01-24", "1946-01", "1946", "1944-02-29"])
def test_true_dates_before_1970(date: str) -> None:
    assert Particulars(date=date).checked().date == date


def test_several_transmitted_drafts_are_named() -> None:
    inner = "“The General Assembly,\n\n“1. Requests the keepers of {0} to report on {0};\n\n“2. Decides to go on.”"
    text = (
        "2044/12. Lights and buoys\n\nThe Economic and Social Council,\n\n"
        "Recommends to the General Assembly the adoption of the following draft resolutions:\n\n"
        "Draft resolution I\n\nKeeping of lighthouses\n\n" + inner.format("lamps") + "\n\n"
        "Draft resolution II\n\nKeeping of buoys\n\n" + inner.format("bells") + "\n"
    )
    whole = prepare(Entry("volume.txt", text.encode())).whole
    assert len(whole.transmits) == 2
    with pytest.raises(ChoiceError, match="transmits 2 drafts"):
        negotiated(whole, None)


def test_the_order_of_a_history() -> None:
    assert ordered({1: [], 2: [5], 3: [2], 4: [1], 5: [1]}, "lights") == (1, 4, 5, 2, 3)
    with pytest.raises(ArchiveError, match="made from each other"):
        ordered({1: [2], 2: [1]}, "lights")
    with pytest.raises(ArchiveError, match="@7, which is not there"):
        ordered({1: [7]}, "lights")


def _paragraph(key: str) -> Paragraph:
    return paragraph(key.upper(), f"Words of {key};")
