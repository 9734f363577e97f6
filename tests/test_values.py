"""The values: what they refuse, what they choose, and one JSON for each."""

import json
import subprocess
import sys
from dataclasses import FrozenInstanceError, fields

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from travaux.errors import ChoiceError
from travaux.model.comparison import (
    Alignment,
    Change,
    Comparison,
    Finding,
    FindingPlace,
    Link,
    NotCompared,
    Options,
    Reference,
    Relation,
    Segment,
    Summary,
)
from travaux.model.document import (
    Block,
    Document,
    Mark,
    Metadatum,
    Note,
    NoteReference,
    Notice,
    Origin,
    Paragraph,
    Place,
    Resolution,
    Source,
    SourceNote,
)
from travaux.model.value import Value

PLACE = Place(line=3, page=2)
ORIGIN = Origin(name="volume.txt", sha256="0" * 64, format="text", options={"revisions": "accepted"})
MARKS = (Mark(kind="italic", start=0, end=8), Mark(kind="note", start=9, end=9, note="n84", number="84"))
PARAGRAPH = Paragraph(
    id="op5.a",
    part="operative",
    address="OP5(a)",
    label="(a)",
    text="To light\tlanterns;",
    marks=MARKS,
    level=1,
    place=PLACE,
)
NOTE = Note(
    id="n84", number="84", text="A/99/1.", references=(NoteReference(paragraph="op5.a", offset=9),), place=PLACE
)
DRAFT = Resolution(organ="General Assembly", kind="draft resolution", paragraphs=(PARAGRAPH,), notes=(NOTE,))
RESOLUTION = Resolution(
    symbol="E/RES/2044/19",
    title="Lanterns",
    organ="Economic and Social Council",
    metadata=(Metadatum(kind="meeting", text="31st plenary meeting", place=PLACE),),
    transmits=(DRAFT,),
    origin=ORIGIN,
    notices=(Notice(code="number-gap", message="The numbers leave one out.", place=PLACE, text="x"),),
)
SEGMENTS = (Segment(op="keep", text="To "), Segment(op="drop", text="light"), Segment(op="add", text="trim"))
CHANGE = Change(
    id="c1", old=("op1",), new=("op1", "op2"), relation="split", renumbered=True, altered=True, layer="substantive",
    score=0.93, confidence=0.8, reason="the same words", redline=SEGMENTS,
)  # fmt: skip
VALUES: list[Value] = [
    PLACE,
    ORIGIN,
    PARAGRAPH,
    NOTE,
    RESOLUTION,
    *MARKS,
    Source(
        origin=ORIGIN,
        content=bytes(range(256)),
        blocks=(Block(text="a\nb", marks=MARKS[:1], label="1.", style="heading 1", place=PLACE),),
        notes=(SourceNote(number="1", text="A/99/1.", place=PLACE),),
        metadata=(Metadatum(kind="running_head", text="A/99/L.4"),),
    ),
    Document(resolutions=(RESOLUTION,), outside=(PARAGRAPH,), origin=ORIGIN),
    CHANGE,
    Alignment(links=(Link(old=("op1",), new=(), reason="nothing like it"),)),
    Comparison(
        travaux="0.1.0",
        options=Options(pins=("OP5=OP7",)),
        old=RESOLUTION,
        new=DRAFT,
        changes=(CHANGE,),
        note_changes=(CHANGE,),
        findings=(
            Finding(
                id="f1", kind="qualifier", layer="substantive", rule="r", note="n",
                places=(FindingPlace(change="c1", segments=(1, 2)),), causes=("c2",),
            ),
        ),
        references=(Reference(change="c1", text="paragraph 5 above", outcome="stale", old_target="op5"),),
        not_compared=(NotCompared(side="old", what="3 footnotes"),),
        summary=Summary(old_paragraphs=3),
    ),
]  # fmt: skip


@pytest.mark.parametrize("value", VALUES, ids=lambda v: type(v).__name__)
def test_the_json_of_a_value_is_the_value(value: Value) -> None:
    written = value.model_dump_json()
    assert type(value).model_validate_json(written) == value
    assert type(value).model_validate_json(written).model_dump_json() == written


@pytest.mark.parametrize("value", VALUES, ids=lambda v: type(v).__name__)
def test_values_are_closed_and_frozen(value: Value) -> None:
    with pytest.raises(ValidationError, match="Unexpected keyword argument"):
        type(value).model_validate_json(json.dumps({**json.loads(value.model_dump_json()), "colour": "red"}))
    field = fields(value)[0].name  # type: ignore[arg-type]
    with pytest.raises(FrozenInstanceError):
        setattr(value, field, getattr(value, field))
    with pytest.raises(TypeError, match="colour"):
        type(value)(colour="red")  # type: ignore[call-arg]


def test_a_value_is_made_without_pydantic_and_checked_with_it() -> None:
    script = (
        "import sys; from travaux.model.comparison import Segment; Segment(op='keep', text='x'); "
        "assert 'pydantic' not in sys.modules; Segment(op='keep', text='x').model_dump_json(); "
        "assert 'pydantic' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_values_go_into_models_and_adapters_of_others() -> None:
    class Letter(BaseModel):
        place: Place

    assert Letter.model_validate({"place": {"line": 3, "page": 2}}).place == PLACE
    with pytest.raises(ValidationError, match="greater than or equal to 1"):
        Letter.model_validate({"place": {"line": 0}})
    assert TypeAdapter(Comparison).json_schema(mode="serialization") == Comparison.model_json_schema(
        mode="serialization"
    )


def test_the_schemas_name_themselves() -> None:
    assert json.loads(Document().model_dump_json())["schema"] == "travaux.document/1"
    with pytest.raises(ValidationError):
        Document.model_validate({"schema": "travaux.document/2"})


@pytest.mark.parametrize(
    ("old", "new", "relation"),
    [(1, 1, "kept"), (1, 3, "split"), (2, 1, "merged"), (2, 3, "regrouped"), (0, 1, "added"), (1, 0, "removed")],
)
def test_the_relation_of_a_link_follows_from_its_sides(old: int, new: int, relation: Relation) -> None:
    assert _link(old, new).relation == relation


@pytest.mark.parametrize(("old", "new"), [(0, 0), (0, 2), (3, 0)])
def test_a_link_has_no_other_shape(old: int, new: int) -> None:
    with pytest.raises(ValueError, match="link"):
        _link(old, new)
    sides = {"old": ["op"] * old, "new": ["op"] * new, "reason": "r"}
    with pytest.raises(ValidationError, match="link"):
        Link.model_validate(sides)


def _link(old: int, new: int) -> Link:
    return Link(old=tuple(f"op{n}" for n in range(old)), new=tuple(f"op{n}" for n in range(new)), reason="r")


@pytest.mark.parametrize("score", [-0.1, 1.1])
def test_scores_lie_between_0_and_1(score: float) -> None:
    with pytest.raises(ValidationError):
        Link.model_validate({"old": ("op1",), "new": ("op1",), "score": score, "reason": "r"})


def test_a_paragraph_is_one_line() -> None:
    with pytest.raises(ValidationError):
        Paragraph.model_validate({"id": "op1", "part": "operative", "address": "OP1", "text": "two\nlines"})


def test_finding_things_in_a_resolution() -> None:
    assert DRAFT.paragraph("op5.a") == PARAGRAPH
    with pytest.raises(KeyError):
        DRAFT.paragraph("op9")
    assert (RESOLUTION.told("meeting"), RESOLUTION.told("vote")) == ("31st plenary meeting", None)
    assert (DRAFT.count("operative"), DRAFT.count("preambular")) == (0, 0)


# Choosing a resolution of a document


def document(*resolutions: Resolution, named: bool = True) -> Document:
    return Document(resolutions=resolutions, outside=(PARAGRAPH,), origin=ORIGIN if named else None)


OTHER = Resolution(symbol="E/RES/2044/20", title="Wicks")
NAMELESS = Resolution()
FRAGMENT = Resolution(symbol="E/RES/2044/18", whole=False)


@pytest.mark.parametrize("key", ["2044/19", "E/RES/2044/19", "e/res/2044/19", "Lanterns", " LANTERNS "])
def test_a_number_a_symbol_and_a_title_choose(key: str) -> None:
    assert document(FRAGMENT, RESOLUTION, OTHER).choose(key) == RESOLUTION


def test_a_position_chooses_where_nothing_is_printed() -> None:
    found = document(RESOLUTION, NAMELESS)
    assert found.choose("2") == NAMELESS
    assert list(found.names()) == ["2044/19", "2"]


def test_the_only_one_and_the_only_whole_one_need_no_name() -> None:
    assert document(FRAGMENT).choose() == FRAGMENT
    assert document(FRAGMENT, RESOLUTION).choose() == RESOLUTION


def test_where_there_is_none_what_stands_outside_is_one_text() -> None:
    chosen = document().choose()
    assert (chosen.kind, chosen.paragraphs) == ("text", (PARAGRAPH,))
    assert [n.code for n in chosen.notices] == ["no-resolution"]


@pytest.mark.parametrize(
    ("given", "key", "message"),
    [
        (document(RESOLUTION), "2044/7", "volume.txt has no resolution 2044/7; there is volume.txt#2044/19"),
        (
            document(RESOLUTION, OTHER),
            None,
            "volume.txt has 2 resolutions; say which: volume.txt#2044/19 or #2044/20",
        ),
        (
            document(FRAGMENT, RESOLUTION, OTHER),
            "2044/7",
            "volume.txt has no resolution 2044/7; say which: volume.txt#2044/18, #2044/19 or #2044/20",
        ),
        (
            document(RESOLUTION, RESOLUTION),
            "2044/19",
            "volume.txt has more than one resolution called 2044/19; say which: volume.txt#1 or #2",
        ),
        (document(), "2044/19", "volume.txt has no resolution 2044/19; there is none in it"),
        (document(NAMELESS, NAMELESS), "3", "volume.txt has no resolution 3; say which: volume.txt#1 or #2"),
        (document(named=False), "1", "the document has no resolution 1; there is none in it"),
    ],
)
def test_what_cannot_be_chosen_is_told_with_what_there_is(given: Document, key: str | None, message: str) -> None:
    with pytest.raises(ChoiceError) as refused:
        given.choose(key)
    assert str(refused.value) == message


def test_a_paragraph_is_never_made_with_a_line_feed() -> None:
    with pytest.raises(ValueError, match="OP1 has a line feed"):
        Paragraph(id="op1", part="operative", address="OP1", text="Decides\nto act.")
