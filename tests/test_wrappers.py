"""Wrappers and transmitted drafts: which is chosen, which is compared, what is told as left out."""

import pytest

from casefiles import Case, cases
from travaux.archive.entries import Entry, prepare
from travaux.errors import ChoiceError
from travaux.model.document import Document, Resolution
from travaux.pipeline import compare, concordance, parse, read


def document(text: str) -> Document:
    return parse(read("text.txt", text.encode()))


def texts(case: Case) -> tuple[Resolution, Resolution]:
    return document(case["old"]).choose(), document(case["new"]).choose()


@cases("wrappers.md", "compared", "left")
def test_what_is_compared_and_what_is_left_out_is_told(case: Case) -> None:
    comparison = compare(*texts(case))
    sides = (("old", comparison.old), ("new", comparison.new))
    compared = [[side, text.organ or "-", str(_operative(text))] for side, text in sides]
    assert compared == case.block("compared").rows()
    left = [[n.side, n.what, n.reason] for n in comparison.not_compared if n.reason != "metadata"]
    assert left == case.block("left").rows()


def _operative(text: Resolution) -> int:
    return text.count("operative") or len(text.paragraphs)


@cases("wrappers.md", "keys")
def test_what_may_be_written_behind_the_file(case: Case) -> None:
    for key, outcome in case.block("keys").rows():
        try:
            chosen = document(case["old"]).choose(key).title
        except ChoiceError as error:
            chosen = str(error)
        assert chosen == outcome, key


@cases("wrappers.md", "refused")
def test_the_hint_can_be_written(case: Case) -> None:
    old, new = texts(case)
    with pytest.raises(ChoiceError) as caught:
        compare(old, new)
    assert str(caught.value) == case["refused"]
    for key in ("2044/7/I", "2044/7/II"):
        assert f"#{key} (" in caught.value.hint
        assert document(case["old"]).choose(key) in old.transmits


def test_two_nested_wrappers_are_compared_as_one_text_with_unique_ids() -> None:
    inner = Resolution(organ="General Assembly", kind="draft resolution", title="Mills")
    (paragraph,) = document("A mill.").choose().paragraphs
    own = {"paragraphs": (paragraph,)}
    council = Resolution(organ="Economic and Social Council", transmits=(inner.model_copy(update=own),))
    outer = Resolution(organ="Commission", transmits=(council.model_copy(update=own),))
    nested = outer.model_copy(update=own)
    comparison = compare(nested, nested)
    assert [p.id for p in comparison.old.paragraphs] == ["wrapper.p1", "draft.wrapper.p1", "draft.p1"]
    assert not any(change.altered for change in comparison.changes)
    against_the_council = compare(nested, council.model_copy(update=own))
    assert [p.id for p in against_the_council.old.paragraphs] == ["wrapper.p1", "p1"]
    assert [n.what for n in against_the_council.not_compared] == ["wrapper"]


def test_the_table_tells_a_draft_that_it_leaves_out() -> None:
    draft = Resolution(organ="General Assembly", kind="draft resolution")
    wrapper = Resolution(organ="Council", transmits=(draft,))
    table = concordance([wrapper, Resolution(organ="Council")])
    assert [n.message for n in table.notices] == ["draft 1: its transmitted draft resolution is not in the table."]


def test_the_key_of_a_draft_is_found_again() -> None:
    volume = document(
        "2044/7\n\nMills\n\nThe Economic and Social Council,\n\nRecommends to the General Assembly the adoption of the "
        "following draft resolutions:\n\nDraft resolution I\n\nThe General Assembly,\n\n1. Notes the mills.\n\n"
        "Draft resolution II\n\nThe General Assembly,\n\n1. Notes the pumps."
    )
    (wrapper,) = volume.resolutions
    assert [volume.name(text) for text in (wrapper, *wrapper.transmits)] == ["2044/7", "2044/7/I", "2044/7/II"]
    assert volume.name(Resolution()) is None


@cases("wrappers.md", "keys")
def test_an_archive_records_a_key_that_chooses_the_same_again(case: Case) -> None:
    content = case["old"].encode()
    for key, _ in case.block("keys").rows():
        try:
            prepared = prepare(Entry(name="text.txt", content=content, choice=key))
        except ChoiceError:
            continue
        assert document(case["old"]).choose(prepared.choice) == prepared.whole, key
