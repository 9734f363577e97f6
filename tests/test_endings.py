"""Paragraphs that were taken out and put back: against an oracle that looks through every draft, and by example."""

from collections.abc import Sequence

from hypothesis import given, settings

from dossiers import Memory, Written, chain, histories
from returning import endings, texts
from travaux.archive.blaming import blame
from travaux.archive.phrases import core
from travaux.archive.tracing import trace
from travaux.model.evidence import Span


@settings(derandomize=True, max_examples=300, deadline=None)
@given(histories())
def test_a_paragraph_put_back_has_the_time_that_the_oracle_finds(history: Memory) -> None:
    for ordinal in history.order:
        now = {core(words) for base in history.bases(ordinal) for words in texts(history.draft(base)).values()}
        rows = {row.id: row for row in history.draft(ordinal).rows}
        for paragraph in blame(history, ordinal).paragraphs:
            words = core(texts(history.draft(ordinal))[paragraph.id])
            if any(rows[paragraph.id].ancestors) or not words or words in now:
                continue
            ended = [until for until, _, said in endings(history, ordinal) if core(said) == words]
            if ended:
                (run,) = paragraph.runs
                assert run.before is not None
                assert (run.since, run.before.until) == (ordinal, ended[0])
                whole = trace(history, paragraph.id, ordinal)
                assert [s.before.until for s in whole.steps if s.revision == ordinal and s.before] == [ended[0]]


FUND = "Requests the Secretary-General to establish a trust fund for the repair of lanterns in all harbours;"
KEEP = "Encourages States to keep a list of their lanterns;"


def test_a_paragraph_taken_out_and_put_back_is_told() -> None:
    history = chain(
        [Written("op1", KEEP), Written("op2", FUND)],
        [Written("op1", KEEP, (("op1",),)), Written("op2", FUND.replace("trust ", ""), (("op2",),))],
        [Written("op1", KEEP, (("op1",),))],
        [Written("op1", FUND.replace("trust ", "").replace(";", "."), ((),)), Written("op2", KEEP, (("op1",),))],
        [Written("op1", FUND.replace("trust ", "").replace(";", "."), (("op1",),)), Written("op2", KEEP, (("op2",),))],
    )
    first, second = blame(history, 5).paragraphs
    (run,) = first.runs
    assert (run.since, run.before, first.line) == (4, Span(since=1, until=2), "4:op1")
    assert [run.before for run in second.runs] == [None]


def test_words_of_a_paragraph_taken_out_come_back_in_another() -> None:
    later = KEEP.replace(";", ", and to establish a trust fund for the repair of lanterns in their ports;")
    history = chain(
        [Written("op1", KEEP), Written("op2", FUND)],
        [Written("op1", KEEP, (("op1",),))],
        [Written("op1", later, (("op1",),))],
    )
    (paragraph,) = blame(history, 3).paragraphs
    assert [(run.text, run.before) for run in paragraph.runs if run.since == 3] == [
        (", and ", None),
        ("to establish a trust fund for the repair of lanterns in ", Span(since=1, until=1)),
        ("their ports", None),
    ]


def test_words_that_stand_elsewhere_had_not_gone() -> None:
    other = FUND.replace("lanterns", "buoys")
    history = chain(
        [Written("op1", FUND), Written("op2", other), Written("op3", KEEP)],
        [Written("op1", other, (("op2",),)), Written("op2", KEEP, (("op3",),))],
        [Written("op1", other, (("op1",),)), Written("op2", KEEP, (("op2",),)), Written("op3", other, ((),))],
    )
    assert {run.before for p in blame(history, 3).paragraphs for run in p.runs} == {None}


def test_the_nearest_end_wins_and_only_ends_on_the_way_count() -> None:
    drafts: dict[int, Sequence[Written]] = {
        1: [Written("op1", FUND), Written("op2", KEEP)],
        2: [Written("op1", KEEP, (("op2",),))],
        3: [Written("op1", KEEP, (("op1",),)), Written("op2", FUND, ((),))],
        4: [Written("op1", KEEP, (("op1",),))],
        5: [Written("op1", KEEP, (("op1",),)), Written("op2", FUND, ((),))],
        6: [Written("op1", KEEP, (("op1",),)), Written("op2", FUND, ((),))],
    }
    history = Memory(drafts, {1: (), 2: (1,), 3: (2,), 4: (3,), 5: (4,), 6: (2,)})
    assert blame(history, 5).paragraphs[1].runs[0].before == Span(since=3, until=3)
    assert blame(history, 6).paragraphs[1].runs[0].before == Span(since=1, until=1)
