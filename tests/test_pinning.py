"""Pins as a reader writes them, and what they do to a comparison."""

import pytest

from casefiles import Case, cases
from drafting import paragraphs
from travaux.errors import ChoiceError
from travaux.model.comparison import Comparison, Options
from travaux.model.document import Resolution
from travaux.pipeline import compare, explain
from travaux.pipeline.pinning import among, pins


@cases("pins.md", "pins")
def test_pins_are_understood(case: Case) -> None:
    old, new = paragraphs(case["old"]), paragraphs(case["new"])
    for line in case["pins"].splitlines():
        written, _, wanted = line.partition(" => ")
        (pin,) = pins([written], old, new)
        assert str(pin) == wanted, written


@cases("pins.md", "refused")
def test_impossible_pins_are_refused(case: Case) -> None:
    old, new = paragraphs(case["old"]), paragraphs(case["new"])
    alone = [([written], told) for written, told in case.block("refused").rows()]
    together = [(written.split(), told) for written, told in case.block("refused-together").rows()]
    for written, told in (*alone, *together):
        with pytest.raises(ChoiceError) as refusal:
            pins(written, old, new)
        assert str(refusal.value) == told


@cases("pins.md", "among")
def test_a_pin_says_between_which_drafts_it_stands(case: Case) -> None:
    for line, step in case.block("among").rows():
        drafts, word = line.split(" | ")
        assert among([word], int(drafts)) == [(word,) if n == int(step) else () for n in range(1, int(drafts))]
    for line, told in case.block("among-refused").rows():
        drafts, word = line.split(" | ")
        with pytest.raises(ChoiceError) as refusal:
            among([word], int(drafts))
        assert str(refusal.value) == told


def test_an_address_that_two_paragraphs_have() -> None:
    first, second = paragraphs("OP1 Urges the pilots;\nOP2 Thanks the keepers;")
    twice = [first, second.model_copy(update={"id": "op1~2", "address": "OP1"})]
    with pytest.raises(ChoiceError, match="2 paragraphs of the old text are called OP1; write op1 or op1~2"):
        pins(["OP1=OP2"], twice, [first, second])
    assert str(pins(["op1~2=OP2"], twice, [first, second])[0]) == "op1~2=op2"
    assert str(pins(["op1=OP2"], twice, [first, second])[0]) == "op1=op2"


def test_no_paragraphs_to_name() -> None:
    with pytest.raises(ChoiceError, match="the old text has no paragraph OP1; it has no paragraphs"):
        pins(["OP1=-"], [], [])


OLD = Resolution(paragraphs=tuple(paragraphs("OP1 Urges the pilots to sound the channel;\nOP2 Thanks the keepers;")))


def pinned(*words: str) -> Comparison:
    return compare(OLD, OLD, Options(pins=words))


def test_a_pin_decides_and_says_so() -> None:
    comparison = pinned("OP1=OP2", "OP2=OP1")
    assert {(c.old, c.new, c.reason) for c in comparison.changes} == {
        (("op1",), ("op2",), "pinned"),
        (("op2",), ("op1",), "pinned"),
    }
    assert comparison.options.pins == ("OP1=OP2", "OP2=OP1")


def test_a_comparison_knows_two_drafts_only() -> None:
    assert "pinned" in {change.reason for change in pinned("2:OP1=OP2").changes}
    with pytest.raises(ChoiceError, match="there is no step to draft 3"):
        pinned("3:OP1=OP2")


def test_removed_and_added_can_be_pinned() -> None:
    changes = pinned("OP1=-", "-=OP1").changes
    assert [(c.relation, c.reason) for c in changes if c.relation != "kept"] == [
        ("removed", "pinned"),
        ("added", "pinned"),
    ]


def test_a_split_and_a_merge_can_be_pinned() -> None:
    assert [c.relation for c in pinned("OP1=OP1+OP2").changes] == ["split", "removed"]
    assert [c.relation for c in pinned("OP1+OP2=OP2").changes] == ["added", "merged"]


def test_explaining_gives_the_same_comparison() -> None:
    options = Options(pins=("OP1=OP2",))
    comparison, misses = explain(OLD, OLD, options)
    assert comparison == compare(OLD, OLD, options)
    assert all(0 <= miss.worth <= 1 for miss in misses)
