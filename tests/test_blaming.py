"""Who brought which words: against an oracle that composes redlines code point by code point, and by example."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossiers import Memory, Written, chain, histories
from returning import from_an_ending, texts
from travaux.archive.blaming import blame
from travaux.archive.phrases import comparable, places, stands
from travaux.archive.trees import Draft
from travaux.errors import ArchiveError
from travaux.languages import redline_words
from travaux.model.evidence import BlamedParagraph, Run, Span
from travaux.redlining import redline
from travaux.words import keys, tokens

# The oracle: slow and plain. Every draft from the first to the last, every code point with the draft that brought it.


def oracle(history: Memory) -> dict[tuple[int, str], list[int]]:
    """For each paragraph of each draft, the origin of each code point."""
    ranks = {ordinal: place for place, ordinal in enumerate(history.order)}
    found: dict[tuple[int, str], list[int]] = {}
    for ordinal in history.order:
        draft = history.draft(ordinal)
        for row, text in zip(draft.rows, draft.texts, strict=True):
            ways = [
                inherited(history, found, ordinal, number, row.id)
                for number in range(len(history.bases(ordinal)))
                if row.ancestors[number]
            ]
            assert all(len(way) == len(text) for way in ways)
            chosen = [min(each, key=ranks.__getitem__) for each in zip(*ways, strict=True)]
            found[ordinal, row.id] = chosen if ways else [ordinal] * len(text)
    return found


def inherited(
    history: Memory, found: dict[tuple[int, str], list[int]], ordinal: int, number: int, key: str
) -> list[int]:
    """The origins of a paragraph of a draft, by way of one of its bases."""
    base, draft = history.bases(ordinal)[number], history.draft(ordinal)
    mine = next(row.ancestors[number] for row in draft.rows if row.id == key)
    before = {row.id: text for row, text in zip(history.draft(base).rows, history.draft(base).texts, strict=True)}
    sisters = [
        (row.id, text) for row, text in zip(draft.rows, draft.texts, strict=True) if row.ancestors[number] == mine
    ]
    old = "\n".join(before[ancestor] for ancestor in mine)
    origins = [origin for ancestor in mine for origin in (*found[base, ancestor], 0)][:-1]
    new, made = "\n".join(text for _, text in sisters), []
    place, dropped = 0, ("", [0])
    words = redline_words(draft.record.language)
    for segment in redline(old, new, words) if old != new else ():
        size = len(segment.text)
        if segment.op == "add":
            made += added(segment.text, dropped, ordinal)
            dropped = "", [0]
            continue
        taken = origins[place : place + size]
        place += size
        dropped = ("", [0]) if segment.op == "keep" else (segment.text, taken)
        made += taken if segment.op == "keep" else []
    made = origins if old == new else made
    assert len(made) == len(new)
    start = 0
    for sister, text in sisters:
        if sister == key:
            return made[start : start + len(text)]
        start += len(text) + 1
    raise AssertionError(key)


def added(text: str, dropped: tuple[str, list[int]], ordinal: int) -> list[int]:
    old, origins = dropped
    if old and keys(tokens(old)) == keys(tokens(text)):
        out, at = [], 0
        for old_word, word in zip(tokens(old), tokens(text), strict=True):
            out += [origins[at]] * len(word)
            at += len(old_word)
        return out
    return [ordinal] * len(text)


def by_word(text: str, origins: list[int]) -> list[int]:
    """The space after a word has the origin that the word has."""
    out: list[int] = []
    for word in tokens(text):
        out += [origins[len(out)]] * len(word)
    return out


def spread(paragraph: BlamedParagraph) -> list[int]:
    return [run.since for run in paragraph.runs for _ in run.text]


@settings(derandomize=True, max_examples=300, deadline=None)
@given(histories())
def test_every_word_has_the_origin_that_the_oracle_finds(history: Memory) -> None:
    truth = oracle(history)
    for ordinal in history.order:
        for paragraph in blame(history, ordinal).paragraphs:
            words = text(history, ordinal, paragraph.id)
            assert spread(paragraph) == by_word(words, truth[ordinal, paragraph.id])


@settings(derandomize=True, max_examples=200, deadline=None)
@given(histories())
def test_runs_joined_are_the_text_and_neighbours_differ(history: Memory) -> None:
    for ordinal in history.order:
        told = blame(history, ordinal)
        assert {p.id: "".join(run.text for run in p.runs) for p in told.paragraphs} == texts(history.draft(ordinal))
        for paragraph in told.paragraphs:
            runs = paragraph.runs
            assert all((a.since, a.before) != (b.since, b.before) for a, b in pairwise(runs))
            assert all(run.text for run in runs)


@settings(derandomize=True, max_examples=200, deadline=None)
@given(histories())
def test_no_word_is_older_than_the_history_or_younger_than_its_draft(history: Memory) -> None:
    place = {ordinal: n for n, ordinal in enumerate(history.order)}
    for ordinal in history.order:
        for p in blame(history, ordinal).paragraphs:
            seen = [place[run.since] for run in p.runs]
            assert all(at <= place[ordinal] for at in seen)
            assert place[p.changed] <= place[ordinal]
            assert all(at <= place[p.changed] for at in seen)


@settings(derandomize=True, deadline=None)
@given(histories())
def test_a_first_draft_brought_all_its_words(history: Memory) -> None:
    for ordinal in history.order:
        if not history.bases(ordinal):
            assert all(run.since == ordinal for p in blame(history, ordinal).paragraphs for run in p.runs)


@settings(derandomize=True, max_examples=200, deadline=None)
@given(histories(), st.data())
def test_a_paragraph_asked_for_alone_has_the_same_answer(history: Memory, data: st.DataObject) -> None:
    told = blame(history, history.latest)
    wanted = data.draw(st.lists(st.sampled_from([p.id for p in told.paragraphs]))) if told.paragraphs else []
    alone = blame(history, history.latest, wanted)
    assert alone.paragraphs == tuple(p for p in told.paragraphs if p.id in wanted)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(histories())
def test_words_put_back_stood_there_before_and_were_taken_out(history: Memory) -> None:
    truth = oracle(history)
    place = {ordinal: n for n, ordinal in enumerate(history.order)}
    for p in blame(history, history.latest).paragraphs:
        line = ancestors(history, history.latest, p.id)
        for run in p.runs:
            if run.before is None:
                continue
            since, until = run.before.since, run.before.until
            piece = comparable(run.text).strip(" ,;.\"'")
            assert place[since] <= place[until] < place[run.since]
            here = line.get(until, set())
            stood = [texts(history.draft(until))[key] for key in here if stands(piece, said(history, until, key))]
            if not stood or any(
                stands(piece, said(history, base, key))
                for base in history.bases(run.since)
                for key in line.get(base, ())
            ):
                assert from_an_ending(history, p, run), "or in a paragraph that was taken out there"
                continue
            ways = set()
            for key in line[until]:
                words = text(history, until, key)
                ways |= {by_word(words, truth[until, key])[at] for s, e in places(piece, words) for at in range(s, e)}
            assert since in ways
            for base in history.bases(run.since):
                assert not any(stands(piece, said(history, base, key)) for key in line.get(base, ())), "it was out"


def text(history: Memory, ordinal: int, key: str) -> str:
    return texts(history.draft(ordinal))[key]


def said(history: Memory, ordinal: int, key: str) -> str:
    return comparable(text(history, ordinal, key))


def ancestors(history: Memory, ordinal: int, key: str) -> dict[int, set[str]]:
    """The paragraphs of every draft that one comes from, itself too."""
    found: dict[int, set[str]] = {ordinal: {key}}
    for draft in reversed(history.order):
        for row in history.draft(draft).rows:
            if row.id in found.get(draft, ()):
                for base, ids in zip(history.bases(draft), row.ancestors, strict=True):
                    found.setdefault(base, set()).update(ids)
    return found


# By example.

FIRST = "Requests the Secretary-General to submit a report;"
WITH = "Requests the Secretary-General to submit, subject to the availability of extrabudgetary resources, a report;"


def one(*wordings: str) -> Memory:
    """One paragraph through drafts; it is renumbered in each."""
    drafts = []
    for n, words in enumerate(wordings, 1):
        drafts.append([Written(f"op{n}", words, ((f"op{n - 1}",),) if n > 1 else ())])
    return chain(*drafts)


def runs(history: Memory, revision: int) -> list[tuple[str, int]]:
    (paragraph,) = blame(history, revision).paragraphs
    return [(run.text, run.since) for run in paragraph.runs]


def test_words_keep_their_origin_through_renumbering() -> None:
    assert runs(one(FIRST, WITH, WITH.replace("a report", "an annual report")), 3) == [
        ("Requests the Secretary-General to submit", 1),
        (", subject to the availability of extrabudgetary resources, ", 2),
        ("an annual ", 3),
        ("report;", 1),
    ]


def test_words_taken_out_and_put_back_are_told() -> None:
    (paragraph,) = blame(one(FIRST, WITH, FIRST, WITH), 4).paragraphs
    assert paragraph.runs[1] == Run(
        text=", subject to the availability of extrabudgetary resources, ", since=4, before=Span(since=2, until=2)
    )
    assert (paragraph.line, paragraph.since, paragraph.changed) == ("1:op1", 1, 4)


def test_words_put_back_among_others_are_told() -> None:
    later = WITH.replace("subject", "as appropriate, within existing resources and subject")
    (paragraph,) = blame(one(FIRST, WITH, WITH, FIRST, later), 5).paragraphs
    assert [(run.text, run.since, run.before) for run in paragraph.runs[1:3]] == [
        (", as appropriate, within existing resources and ", 5, None),
        ("subject to the availability of extrabudgetary resources", 5, Span(since=2, until=3)),
    ]


def test_words_that_moved_within_a_paragraph_were_never_out() -> None:
    history = one("Urges States, as appropriate, to report to it and to the Council;",
                  "Urges States to report to it and to the Council, as appropriate;")  # fmt: skip
    assert {run.before for p in blame(history, 2).paragraphs for run in p.runs} == {None}


def test_typing_brings_no_words() -> None:
    history = one("Welcomes the Assembly's “light”  work;", 'Welcomes the Assembly’s "light" work;')
    (paragraph,) = blame(history, 2).paragraphs
    assert [(run.text, run.since) for run in paragraph.runs] == [('Welcomes the Assembly’s "light" work;', 1)]
    assert paragraph.changed == 1


def test_words_are_followed_through_a_split_and_a_merge() -> None:
    whole = "Requests States to report, and invites the regional commissions to meet each year;"
    history = chain(
        [Written("op1", whole)],
        [
            Written("op1", "Requests States to report;", (("op1",),)),
            Written("op2", "Invites the regional commissions to meet each year;", (("op1",),)),
        ],
        [Written("op1", "Requests States to report; and invites the regional commissions to meet each year;",
                 (("op1", "op2"),))],
    )  # fmt: skip
    first, second = blame(history, 2).paragraphs
    assert first.runs[0] == Run(text="Requests States to report", since=1)
    assert second.runs[-1] == Run(text="the regional commissions to meet each year;", since=1)
    assert (first.line, second.line, second.since) == ("1:op1", "2:op2", 2)
    assert runs(history, 3)[0] == ("Requests States to report", 1)
    assert runs(history, 3)[-1] == ("the regional commissions to meet each year;", 1)


def test_a_merged_text_takes_each_word_from_the_rival_that_has_it() -> None:
    words = "Urges States to inspect the lanterns in their harbours;"
    drafts: dict[int, Sequence[Written]] = {
        1: [Written("op1", words)],
        2: [Written("op1", words.replace("inspect", "inspect, twice a year,"), (("op1",),))],
        3: [Written("op1", words.replace("lanterns", "lanterns and the buoys"), (("op1",),))],
        4: [Written("op1", "Urges States to inspect, twice a year, the lanterns and the buoys in their harbours;",
                    (("op1",), ("op1",)))],
    }  # fmt: skip
    assert runs(Memory(drafts, {1: (), 2: (1,), 3: (1,), 4: (2, 3)}), 4) == [
        ("Urges States to inspect", 1),
        (", twice a year, ", 2),
        ("the lanterns ", 1),
        ("and the buoys ", 3),
        ("in their harbours;", 1),
    ]


def test_a_paragraph_that_was_moved_whole_is_not_blamed_on_the_move() -> None:
    stay = Written("op1", "Welcomes the report;")
    history = chain(
        [stay, Written("op2", FIRST)], [Written("op1", FIRST, (("op2",),)), Written("op2", stay.text, (("op1",),))]
    )
    assert {run.since for p in blame(history, 2).paragraphs for run in p.runs} == {1}
    assert [p.changed for p in blame(history, 2).paragraphs] == [1, 1]


def test_an_ancestor_that_is_not_there_is_damage() -> None:
    broken = one(FIRST, WITH)
    row = broken.draft(2).rows[0].model_copy(update={"ancestors": (("op9",),)})
    broken.drafts[2] = Draft(broken.draft(2).record, (row,), broken.draft(2).texts)
    with pytest.raises(ArchiveError, match="lanterns@2 names an ancestor op9 that is not there"):
        blame(broken, 2)
