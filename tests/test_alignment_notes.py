"""Notes: what became of each, by its words and by the place on which it hangs."""

import re

from hypothesis import given
from hypothesis import strategies as st

from casefiles import Case, cases
from drafting import paragraphs
from travaux.alignment import align, align_notes
from travaux.model.comparison import Link
from travaux.model.document import Note, NoteReference, Paragraph

MARK = re.compile(r"\[\^(\w+)\]")


@cases("alignment_notes.md", "old", "new", "told")
def test_notes(case: Case) -> None:
    old, new = written(case["old"]), written(case["new"])
    assert [told(link) for link in linked(old, new)] == case["told"].split("\n")


def told(link: Link) -> str:
    old, new = ("".join(ids).removeprefix("n") or "-" for ids in (link.old, link.new))
    if not link.old or not link.new:
        return f"{old} -> {new} {link.relation}"
    return f"{old} -> {new} {link.step}" + (f": {link.reason}" if link.step == "place" else "")


def written(text: str) -> tuple[list[Paragraph], list[Note]]:
    """Paragraphs and notes from lines."""
    lines = [line.strip() for line in text.splitlines()]
    found, references = [], dict[str, list[NoteReference]]()
    for paragraph in paragraphs("\n".join(line for line in lines if not line.startswith("note "))):
        words = paragraph.text
        while mark := MARK.search(words):
            words = words[: mark.start()] + words[mark.end() :]
            references.setdefault(mark[1], []).append(NoteReference(paragraph=paragraph.id, offset=mark.start()))
        found.append(paragraph.model_copy(update={"text": words}))
    notes = [line.split(" ", 2)[1:] for line in lines if line.startswith("note ")]
    return found, [
        Note(id=f"n{number}", number=number, text=words, references=tuple(references.get(number, ())))
        for number, words in notes
    ]


def linked(old: tuple[list[Paragraph], list[Note]], new: tuple[list[Paragraph], list[Note]]) -> tuple[Link, ...]:
    sides = [{p.id: p for p in paragraphs} for paragraphs, _ in (old, new)]
    carriers = [
        ([sides[0][i] for i in link.old], [sides[1][j] for j in link.new]) for link in align(old[0], new[0]).links
    ]
    return align_notes(old[1], new[1], carriers)


LINES = st.lists(
    st.tuples(
        st.sampled_from(["Urges the pilots to rest", "Urges the keepers to rest", "Thanks all wardens of the gardens"]),
        st.lists(st.sampled_from(["Ibid.", "A/90/1.", "A/90/2.", "See A/91/3, annex.", ""]), max_size=3),
    ),
    max_size=6,
)


def drawn(lines: list[tuple[str, list[str]]]) -> tuple[list[Paragraph], list[Note]]:
    out, number = [], 0
    for place, (words, notes) in enumerate(lines, 1):
        marks = [str(number := number + 1) for _ in notes]
        out.append(f"OP{place} {words}{''.join(f'[^{mark}]' for mark in marks)};")
        out += [f"note {mark} {text}." for mark, text in zip(marks, notes, strict=True)]
    return written("\n".join(out))


@given(LINES, LINES)
def test_the_laws_hold_for_notes(one: list[tuple[str, list[str]]], other: list[tuple[str, list[str]]]) -> None:
    """Laws 1 and 3: each note once, mirrored when the sides are exchanged; none altered in itself."""
    old, new = drawn(one), drawn(other)
    there, back = linked(old, new), linked(new, old)
    assert sorted(i for link in there for i in link.old) == sorted(n.id for n in old[1])
    assert sorted(j for link in there for j in link.new) == sorted(n.id for n in new[1])
    assert {(link.old, link.new) for link in there} == {(link.new, link.old) for link in back}
    for link in linked(old, old):
        assert (link.old, link.step) == (link.new, "anchor")
