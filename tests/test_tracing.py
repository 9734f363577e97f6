"""The life of a paragraph, forward and back, and what died on the way."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossiers import Memory, Written, chain, histories
from travaux.archive.linking import links
from travaux.archive.tracing import trace
from travaux.errors import ArchiveError
from travaux.languages import redline_words
from travaux.model.evidence import Span, Step, Trace
from travaux.redlining import redline

FUND = "Requests the Secretary-General to establish a fund for the repair of lanterns;"
LIST = "Encourages States to keep a list of the lanterns in their harbours, and to publish it each year;"
SCHOOL = "Regrets that there is no school for keepers;"


def told(found: Trace) -> list[tuple[int, int | None, str, str, str | None]]:
    return [(s.revision, s.base, " ".join(s.old), " ".join(s.new), s.relation) for s in found.steps]


def words(step: Step, without: str) -> str:
    return "".join(segment.text for segment in step.redline if segment.op != without)


@pytest.fixture
def lanterns() -> Memory:
    """A split, a move, a removal, a merge."""
    return chain(
        [Written("op1", LIST), Written("op2", FUND), Written("op3", SCHOOL)],
        [
            Written("op1", FUND, (("op2",),)),
            Written("op2", "Encourages States to keep a list of the lanterns in their harbours;", (("op1",),)),
            Written("op3", "Also encourages States to publish it each year;", (("op1",),)),
        ],
        [
            Written("op1", FUND, (("op1",),)),
            Written("op2", LIST.replace("each", "every"), (("op2", "op3"),)),
        ],
    )


def test_a_paragraph_is_followed_back_through_a_merge_and_a_split(lanterns: Memory) -> None:
    found = trace(lanterns, "OP2")
    assert (found.asked, found.revision) == ("OP2", 3)
    assert told(found) == [
        (1, None, "", "OP1", None),
        (2, 1, "OP1", "OP2 OP3", "split"),
        (3, 2, "OP2 OP3", "OP2", "merged"),
    ]
    assert words(found.steps[2], "drop") == LIST.replace("each", "every")


def test_a_half_is_followed_back_to_the_whole_and_forward_into_the_merge(lanterns: Memory) -> None:
    assert [step[:4] for step in told(trace(lanterns, "op3", 2))] == [
        (1, None, "", "OP1"),
        (2, 1, "OP1", "OP2 OP3"),
        (3, 2, "OP2 OP3", "OP2"),
    ]


def test_a_move_is_told(lanterns: Memory) -> None:
    _, moved, last = trace(lanterns, " op 1 ").steps
    assert (moved.old, moved.new, moved.moved, moved.renumbered, moved.altered) == (
        ("OP2",),
        ("OP1",),
        True,
        True,
        False,
    )
    assert (last.relation, last.moved, last.altered) == ("kept", False, False)


def test_a_paragraph_that_died_is_found_and_its_end_told(lanterns: Memory) -> None:
    found = trace(lanterns, "OP3", 1)
    assert told(found) == [(1, None, "", "OP3", None), (2, 1, "OP3", "", "removed")]
    assert [segment.op for segment in found.steps[1].redline] == ["drop"]


def test_without_a_draft_the_last_that_has_the_number_is_taken(lanterns: Memory) -> None:
    assert trace(lanterns, "OP3").revision == 2


def test_words_added_later_begin_there() -> None:
    history = chain([Written("op1", FUND)], [Written("op1", FUND, (("op1",),)), Written("op2", SCHOOL, ((),))])
    (step,) = trace(history, "OP2").steps
    assert (step.revision, step.base, step.relation, words(step, "drop")) == (2, 1, "added", SCHOOL)


@pytest.fixture
def returning() -> Memory:
    """A paragraph that is reworded, taken out, and put back as it was at the end, in another place."""
    return chain(
        [Written("op1", LIST), Written("op2", FUND)],
        [Written("op1", LIST, (("op1",),)), Written("op2", FUND.replace("a fund", "a trust fund"), (("op2",),))],
        [Written("op1", LIST, (("op1",),))],
        [Written("op1", LIST, (("op1",),)), Written("op2", SCHOOL, ((),))],
        [
            Written("op1", FUND.replace("a fund", "a trust fund").replace(";", "."), ((),)),
            Written("op2", LIST, (("op1",),)),
            Written("op3", SCHOOL, (("op2",),)),
        ],
    )


@pytest.mark.parametrize(("name", "revision"), [("OP1", 5), ("OP2", 1), ("OP2", 2)])
def test_a_paragraph_taken_out_and_put_back_has_one_life(returning: Memory, name: str, revision: int) -> None:
    found = trace(returning, name, revision)
    assert told(found) == [
        (1, None, "", "OP2", None),
        (2, 1, "OP2", "OP2", "kept"),
        (3, 2, "OP2", "", "removed"),
        (5, 4, "", "OP1", "added"),
    ]
    assert [step.before for step in found.steps] == [None, None, None, Span(since=2, until=2)]


def test_what_was_never_taken_out_first_appears(returning: Memory) -> None:
    assert [(s.revision, s.before) for s in trace(returning, "OP2", 4).steps] == [(4, None), (5, None)]
    twice = chain([Written("op1", FUND)], [Written("op1", FUND, (("op1",),)), Written("op2", FUND, ((),))])
    assert [(s.revision, s.before) for s in trace(twice, "OP2").steps] == [(2, None)]
    pinned = chain([Written("op1", FUND)], [Written("op1", FUND, ((),))])
    assert [(s.revision, s.before) for s in trace(pinned, "OP1").steps] == [(2, None)]


def test_every_way_through_rivals_is_told() -> None:
    drafts: dict[int, Sequence[Written]] = {
        1: [Written("op1", FUND)],
        2: [Written("op1", FUND.replace("fund", "trust fund"), (("op1",),))],
        3: [],
        4: [Written("op1", FUND.replace("fund", "trust fund"), (("op1",), ()))],
    }
    found = trace(Memory(drafts, {1: (), 2: (1,), 3: (1,), 4: (2, 3)}), "OP1", 1)
    assert told(found) == [
        (1, None, "", "OP1", None),
        (2, 1, "OP1", "OP1", "kept"),
        (3, 1, "OP1", "", "removed"),
        (4, 2, "OP1", "OP1", "kept"),
    ]


@pytest.mark.parametrize(("revision", "where"), [(None, "any draft of lanterns"), (2, "lanterns@2")])
def test_an_unknown_paragraph_is_refused_with_what_there_is(lanterns: Memory, revision: int | None, where: str) -> None:
    with pytest.raises(ArchiveError) as refused:
        trace(lanterns, "OP9", revision)
    assert refused.value.message == f"there is no paragraph OP9 in {where}"
    assert refused.value.hint == f"it has OP1 to OP{2 if revision is None else 3}"


@settings(derandomize=True, max_examples=200, deadline=None)
@given(histories(), st.data())
def test_each_step_tells_a_recorded_link_and_its_words(history: Memory, data: st.DataObject) -> None:
    ordinal = data.draw(st.sampled_from(history.order))
    rows = history.draft(ordinal).rows
    if not rows:
        return
    asked = data.draw(st.sampled_from(rows))
    found = trace(history, asked.id, ordinal)
    place = {o: n for n, o in enumerate(history.order)}
    assert [place[s.revision] for s in found.steps] == sorted(place[s.revision] for s in found.steps)
    for step in found.steps:
        new = history.draft(step.revision)
        assert words(step, "drop") == "\n".join(
            t for r, t in zip(new.rows, new.texts, strict=True) if r.address in step.new
        )
        if step.base is None or not step.old:
            continue
        old = history.draft(step.base)
        pairs = {(link.old, link.new) for link in links(old, new)}
        assert (tuple(key.lower() for key in step.old), tuple(key.lower() for key in step.new)) in pairs


@settings(derandomize=True, max_examples=200, deadline=None)
@given(histories())
def test_recorded_links_hold_every_paragraph_once(history: Memory) -> None:
    for ordinal in history.order:
        for base in history.bases(ordinal):
            old, new = history.draft(base), history.draft(ordinal)
            found = links(old, new)
            assert sorted(key for link in found for key in link.old) == sorted(row.id for row in old.rows)
            assert sorted(key for link in found for key in link.new) == sorted(row.id for row in new.rows)


def test_a_step_has_the_redline_of_a_comparison() -> None:
    old = "Requests the Secretary-General to report on the state of all lanterns in the harbours of the world;"
    new = "Requests the Secretary-General to on the state registers all lanterns in the harbours of of world;"
    assert redline(old, new, redline_words("en")) != redline(old, new)
    history = chain([Written("op1", old)], [Written("op1", new, (("op1",),))])
    assert trace(history, "OP1").steps[1].redline == redline(old, new, redline_words("en"))
