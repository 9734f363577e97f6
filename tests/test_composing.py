"""Law 6: descent composes along a chain of drafts."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafting import SEEDS, Drafter
from travaux.alignment import align
from travaux.alignment.composing import compose, descent, identity
from travaux.model.comparison import Link
from travaux.model.history import Descent, Heir


def ids(draft: int, count: int) -> list[str]:
    return [f"d{draft}.{number}" for number in range(count)]


@st.composite
def links(draw: st.DrawFn, old: Sequence[str], new: Sequence[str]) -> list[Link]:
    """Links that cover both sides once: paragraphs of one colour belong together."""
    colours = st.integers(0, 4)
    olds = [draw(colours) for _ in old]
    news = [draw(colours) for _ in new]
    found = []
    for colour in range(5):
        before = tuple(i for i, c in zip(old, olds, strict=True) if c == colour)
        after = tuple(j for j, c in zip(new, news, strict=True) if c == colour)
        if before and after and draw(st.booleans()):
            found.append(Link(old=before, new=after, reason=""))
        else:
            found += [Link(old=(i,), new=(), reason="") for i in before]
            found += [Link(old=(), new=(j,), reason="") for j in after]
    return found


@st.composite
def chains(draw: st.DrawFn) -> list[Descent]:
    drafts = [ids(number, draw(st.integers(0, 6))) for number in range(4)]
    return [descent(old, new, draw(links(old, new))) for old, new in pairwise(drafts)]


@given(chains())
def test_composing_is_associative(chain: list[Descent]) -> None:
    first, second, third = chain
    assert compose(compose(first, second), third) == compose(first, compose(second, third))


@given(chains())
def test_the_identity_changes_nothing(chain: list[Descent]) -> None:
    one = chain[0]
    assert compose(identity(one.old), one) == one == compose(one, identity(one.new))


@given(chains())
def test_added_and_removed_never_join(chain: list[Descent]) -> None:
    first, second, _ = chain
    whole = compose(first, second)
    assert {h.old for h in whole.heirs} <= {h.old for h in first.heirs}
    assert {h.new for h in whole.heirs} <= {h.new for h in second.heirs}
    kept = {h.new for h in first.heirs} & {h.old for h in second.heirs}
    for heir in whole.heirs:
        between = {h.new for h in first.heirs if h.old == heir.old} & {h.old for h in second.heirs if h.new == heir.new}
        assert between <= kept
        assert between


def test_what_was_removed_has_no_heir_however_alike_a_later_one_is() -> None:
    removed = descent(["op1"], [], [Link(old=("op1",), new=(), reason="")])
    added = descent([], ["op1"], [Link(old=(), new=("op1",), reason="")])
    assert compose(removed, added) == Descent(old=("op1",), new=("op1",), heirs=())


def test_a_part_that_is_gone_takes_nothing_with_it() -> None:
    """Two split, their second halves are merged and removed: each first half descends from its own paragraph."""
    first = descent(["a", "b"], ["a1", "a2", "b1", "b2"], _links("a=a1+a2", "b=b1+b2"))
    second = descent(["a1", "a2", "b1", "b2"], ["a1", "m", "b1"], _links("a1=a1", "a2+b2=m", "b1=b1"))
    third = descent(["a1", "m", "b1"], ["a1", "b1"], _links("a1=a1", "m=", "b1=b1"))
    heirs = (Heir(old="a", new="a1"), Heir(old="b", new="b1"))
    assert compose(compose(first, second), third).heirs == heirs
    assert compose(first, compose(second, third)).heirs == heirs


def test_a_chain_has_to_fit() -> None:
    with pytest.raises(ValueError, match="other paragraphs"):
        compose(identity(["a"]), identity(["b"]))


def test_heirs_stand_in_the_drafts() -> None:
    with pytest.raises(ValueError, match="neither"):
        Descent(old=("a",), new=("b",), heirs=(Heir(old="a", new="c"),))


@given(SEEDS)
def test_the_descent_of_an_alignment_holds_its_links(seed: int) -> None:
    drafter = Drafter(seed)
    old = drafter.resolution()
    new = drafter.redraft(old)
    found = align(old, new).links
    made = descent([p.id for p in old], [p.id for p in new], found)
    assert {(h.old, h.new) for h in made.heirs} == {(i, j) for link in found for i in link.old for j in link.new}
    assert Descent.model_validate_json(made.model_dump_json()) == made


def _links(*written: str) -> list[Link]:
    sides = [[tuple(filter(None, side.split("+"))) for side in word.split("=")] for word in written]
    return [Link(old=old, new=new, reason="") for old, new in sides]
