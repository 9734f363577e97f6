"""Notes that only one text has, and marks that lead to another note."""

from typing import Literal

from travaux.model.comparison import Comparison
from travaux.model.document import Mark, Note, NoteReference, Origin, Paragraph, Resolution
from travaux.pipeline import compare

GAUGES, WRECKS = "See the report of the Office on gauges.", "See the list of wrecks kept by the pilots of Lund."


def text(*notes: str, lead: int = 0, form: Literal["word", "text"] = "word") -> Resolution:
    """A text of one paragraph, whose mark leads to one of the notes; another paragraph has the marks of the others."""
    marks = [Mark(kind="note", start=8, end=8, note=f"n{n + 1}", number=str(n + 1)) for n in range(len(notes))]
    mine = tuple(marks[lead : lead + 1])
    others = tuple(m for m in marks if m not in mine)
    return Resolution(
        organ="The General Assembly",
        paragraphs=(
            Paragraph(
                id="op1", part="operative", address="OP1", label="1.", text="Requests the Office to report;", marks=mine
            ),
            Paragraph(
                id="op2", part="operative", address="OP2", label="2.", text="Thanks the pilots of Lund.", marks=others
            ),
        ),
        notes=tuple(
            Note(id=f"n{n}", number=str(n), text=told, references=(NoteReference(paragraph="op1", offset=8),))
            for n, told in enumerate(notes, 1)
        ),
        origin=Origin(name="draft", sha256="0" * 64, format=form),
    )


def relations(comparison: Comparison) -> list[str]:
    return [change.relation for change in comparison.note_changes]


def test_a_word_file_without_notes_has_none() -> None:
    made = compare(text(), text(GAUGES))
    assert (relations(made), made.not_compared) == (["added"], ())
    assert relations(compare(text(GAUGES), text())) == ["removed"]


def test_a_plain_text_without_notes_may_have_lost_them() -> None:
    made = compare(text(form="text"), text(GAUGES, form="text"))
    assert relations(made) == []
    assert [told.what for told in made.not_compared] == ["1 footnote"]


def test_a_mark_that_leads_to_another_note_is_a_change_of_substance() -> None:
    made = compare(text(GAUGES, WRECKS), text(GAUGES, WRECKS, lead=1))
    assert {(f.kind, f.layer, f.rule) for f in made.findings} == {("note", "substantive", "note-exchanged")}
    assert [c.layer for c in made.changes] == ["substantive", "substantive"]


def test_a_mark_that_leads_to_the_same_words_is_none() -> None:
    made = compare(text(GAUGES, GAUGES), text(GAUGES, GAUGES, lead=1))
    assert [f for f in made.findings if f.rule == "note-exchanged"] == []
