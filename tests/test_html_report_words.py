"""The words of a change on a page: emphasis and note marks stand where they stood, however texts were cut."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from travaux.model.comparison import Change, Segment
from travaux.model.document import Mark, Paragraph
from travaux.renderers.html.words import Line, lines

SEGMENTS = st.lists(
    st.builds(Segment, op=st.sampled_from(["keep", "drop", "add"]), text=st.text("ab \n", min_size=1, max_size=6)),
    max_size=8,
)


@st.composite
def sides(draw: st.DrawFn) -> tuple[Change, tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """A change with a redline by chance, and paragraphs with its words, emphasis and note marks by chance."""
    redline = tuple(draw(SEGMENTS))
    made = []
    for side, gone in (("old", "add"), ("new", "drop")):
        texts = "".join(s.text for s in redline if s.op != gone).split("\n")
        made.append(tuple(draw(paragraph(f"{side}{n}", text)) for n, text in enumerate(texts)))
    old, new = made
    ids = tuple(p.id for p in old), tuple(p.id for p in new)
    relation = {(True, True): "kept", (True, False): "split", (False, True): "merged"}
    told = relation.get((len(old) == 1, len(new) == 1), "regrouped")
    return Change(id="c1", old=ids[0], new=ids[1], relation=told, redline=redline), old, new  # type: ignore[arg-type]


@st.composite
def paragraph(draw: st.DrawFn, key: str, text: str) -> Paragraph:
    places = st.integers(0, len(text))
    spans = [sorted(draw(st.tuples(places, places))) for _ in range(draw(st.integers(0, 2)))]
    marks = [Mark(kind="italic", start=a, end=z) for a, z in spans]
    marks += [Mark(kind="note", start=at, end=at, number=f"{key}-{at}") for at in draw(st.sets(places, max_size=2))]
    return Paragraph(id=key, part="other", address=key, text=text, marks=tuple(sorted(marks, key=lambda m: m.start)))


def emphasised(paragraphs: Sequence[Paragraph]) -> str:
    """The text, emphasised characters as capitals, note marks in brackets."""
    told = []
    for each in paragraphs:
        letters = list(each.text)
        for mark in each.marks:
            if mark.kind == "italic":
                letters[mark.start : mark.end] = [c.upper() for c in letters[mark.start : mark.end]]
        for mark in reversed([m for m in each.marks if m.kind == "note"]):
            letters.insert(mark.start, f"[{mark.number}]")
        told.append("".join(letters))
    return "\n".join(told)


def shown(found: Sequence[Line], gone: str) -> str:
    """The same as the lines of a page show it."""
    told = ""
    for number, line in enumerate(found):
        for run in line.runs:
            if run.op != gone and run.what != "label":
                for part in run.parts:
                    words = part.text.upper() if "em" in part.look else part.text
                    told += f"[{part.text}]" if part.look == ("sup",) else words
        if number < len(found) - 1 and line.end != gone:
            told += "\n"
    return told


@settings(derandomize=True, deadline=None, max_examples=150)
@given(sides())
def test_emphasis_and_note_marks_stand_where_they_stood(
    drawn: tuple[Change, tuple[Paragraph, ...], tuple[Paragraph, ...]],
) -> None:
    change, old, new = drawn
    assert shown(lines(change, old, new), "drop") == emphasised(new)
    assert shown(lines(change, old, new, plain=True), "add") == emphasised(old)


@settings(derandomize=True, deadline=None, max_examples=50)
@given(sides())
def test_marks_never_hold_a_line_feed_and_words_never_are_empty(
    drawn: tuple[Change, tuple[Paragraph, ...], tuple[Paragraph, ...]],
) -> None:
    change, old, new = drawn
    for line in lines(change, old, new):
        for run in line.runs:
            assert run.parts
            assert all(part.text and "\n" not in part.text for part in run.parts)
