"""References to paragraphs of the same text: which words, where they lead, what becomes of them."""

import csv
import doctest
import random
from collections.abc import Sequence
from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefiles import Case, cases
from travaux import pipeline
from travaux.errors import TravauxError
from travaux.kinds.reading import Reading
from travaux.kinds.reference import KIND as REFERENCE
from travaux.languages import language
from travaux.model.comparison import Comparison, Reference
from travaux.model.document import Resolution
from travaux.pipeline.checking import references
from travaux.references import Mention, council, find_mentions
from travaux.references.council import FIRST_YEAR, LAST_NUMBERS, possible, year_of
from travaux_cli.entry import main

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
ENGLISH = language("en")


def parsed(text: str) -> Resolution:
    return pipeline.parse(pipeline.read("text", text.encode())).choose()


@cases("references/mentions.md", "text", "named")
def test_words_that_name_paragraphs(case: Case) -> None:
    text = case["text"]
    known = language(case.block("text").options.get("language", "en"))
    told = [_told(text, mention) for mention in find_mentions(text, known.references, known.citations)]
    assert told == [" => ".join(row) for row in case.block("named").rows()]


def _told(text: str, mention: Mention) -> str:
    numbers = ", ".join(".".join(item.steps) for item in mention.items) or "-"
    within = [f"in {noun} {number}" for noun, number in mention.within]
    signs = [mention.direction, "here" * mention.here, "present" * mention.present, *within]
    standing = " ".join([mention.owner, *filter(None, signs)])
    return " => ".join((text[mention.start : mention.end], mention.noun, numbers, standing))


@cases("references/within.md", "text", "references")
def test_references_within_one_text(case: Case) -> None:
    found = references(parsed(case["text"])).references
    told = [[r.address, r.number, r.target_address or "-", r.outcome] for r in found]
    assert told == case.block("references").rows()


@cases("references/drafts.md", "old", "new", "references")
def test_references_from_draft_to_draft(case: Case) -> None:
    comparison = pipeline.compare(parsed(case["old"]), parsed(case["new"]))
    assert [_became(reference, comparison) for reference in comparison.references] == case.block("references").rows()


def _became(reference: Reference, comparison: Comparison) -> list[str]:
    changes = {change.id: change for change in comparison.changes}
    old = {p.id: p.address for p in comparison.old.paragraphs}
    new = {p.id: p.address for p in comparison.new.paragraphs}
    change = changes[reference.change]
    where = old[change.old[0]] if reference.outcome == "dropped" else new[change.new[-1]]
    heirs = next((c.new for c in comparison.changes if reference.old_target in c.old), ())
    leads = " + ".join(new[key] for key in heirs) or "-"
    return [where, reference.old_number or "-", reference.new_number or "-", reference.outcome, leads]


@cases("references/drafts.md", "old", "new", "references")
def test_what_a_reference_says_of_itself(case: Case) -> None:
    """Numbers stand where their spans say, ids are those of paragraphs, causes those of changes that explain."""
    comparison = pipeline.compare(parsed(case["old"]), parsed(case["new"]))
    changes = {change.id: change for change in comparison.changes}
    sides = {p.id: p.text for p in comparison.old.paragraphs}, {p.id: p.text for p in comparison.new.paragraphs}
    for reference in comparison.references:
        change = changes[reference.change]
        spans = (reference.old_span, reference.new_span)
        numbers = (reference.old_number, reference.new_number)
        for keys, texts, span, number in zip((change.old, change.new), sides, spans, numbers, strict=True):
            assert (span is None) == (number is None)
            if span:
                assert "\n".join(texts[key] for key in keys)[slice(*span)] == number
        if reference.outcome in ("consequential", "stale"):
            assert [reference.old_target in changes[cause].old for cause in reference.causes] == [True]
        else:
            assert reference.outcome != "unchanged" or not reference.causes


@cases("references/drafts.md", "old", "new", "references")
def test_references_against_an_older_text_tell_the_same(case: Case) -> None:
    found = references(parsed(case["new"]), parsed(case["old"]))
    expected = [row[3] for row in case.block("references").rows()]
    assert sorted(r.outcome for r in found.references) == sorted(expected)
    assert all(r.note for r in found.references if r.outcome in ("stale", "dangling", "retargeted", "dropped"))


@cases("references/citations.md", "text", "doubts")
def test_citations_that_cannot_be_right(case: Case) -> None:
    found = references(parsed(case["text"])).citations
    assert [[c.address, c.text, c.rule] for c in found] == case.block("doubts").rows()


def test_drafts_of_a_wrapper_are_checked_with_their_number() -> None:
    draft = (
        "Draft resolution {}\n\nLights\n\nThe General Assembly,\n\n"
        "1. Decides to keep a register;\n\n2. Recalls paragraph {} above.\n\n"
    )
    wrapper = (
        "The Economic and Social Council,\n\n"
        "Recommends to the General Assembly the adoption of the following draft resolutions:\n\n"
    )
    found = references(parsed(wrapper + draft.format("I", 1) + draft.format("II", 9)))
    assert [(r.draft, r.address, r.outcome) for r in found.references] == [(1, "OP2", "found"), (2, "OP2", "dangling")]


def test_a_comparison_with_itself_changes_no_reference() -> None:
    text = parsed("The General Assembly,\n\n1. Decides to keep a register;\n\n2. Recalls paragraphs 1 and 9 above.\n")
    outcomes = [(r.new_number, r.outcome) for r in pipeline.compare(text, text).references]
    assert outcomes == [("1", "unchanged"), ("9", "dangling")]


def test_numbers_of_the_security_council() -> None:
    assert doctest.testmod(council).failed == 0
    assert list(LAST_NUMBERS) == sorted(set(LAST_NUMBERS))
    for at, last in enumerate(LAST_NUMBERS):
        assert year_of(last) == FIRST_YEAR + at
        assert possible(last, FIRST_YEAR + at)
        assert not possible(last, FIRST_YEAR + at - 2)
    assert not possible(0, 1950)
    assert not possible(12, 1945)
    assert possible(LAST_NUMBERS[-1] + 90, FIRST_YEAR + len(LAST_NUMBERS))


PIECES = (
    "paragraph ", "paragraphs ", "subparagraph ", "section ", "annex ", "the annex to ", "5", "12", " (a)", " (ii)",
    ", ", " and ", " to ", "II", "A", " above", " below", " of ", "the present resolution", "resolution 58/1",
    "article 4, ", "its ", "thereof", ";", " bis", "(", ")", "–",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_mentions_stand_in_order_within_the_text(text: str) -> None:
    found = find_mentions(text, ENGLISH.references, ENGLISH.citations)
    assert all(m.start < m.end <= len(text) and m.items for m in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    for mention in found:
        assert all(mention.start <= item.start < item.end <= mention.end for item in mention.items)
        assert all(text[item.start : item.end].strip() for item in mention.items)


def test_long_texts_take_time_that_grows_with_their_length() -> None:
    """No pattern goes back over what it has read: a list of many numbers, and nouns without any."""
    for piece in ("paragraphs 1, ", "paragraph (a) ", "section II, ", "annex ", "article 4, paragraph 1, "):
        assert len(find_mentions(piece * 5_000, ENGLISH.references, ENGLISH.citations)) <= 5_000


@given(st.integers(0, 10_000))
def test_numbers_that_are_shifted_with_their_paragraphs_follow_and_others_are_stale(seed: int) -> None:
    """Paragraphs are put in before others. All numbers shifted: all follow. None shifted: stale where it matters."""
    chance = random.Random(seed)  # noqa: S311 - a draft, not a secret
    count = chance.randint(3, 8)
    bodies = [" ".join(chance.sample(_NOUNS, 9)) for _ in range(count * 2)]
    named = {n: sorted(chance.sample(range(1, n), min(n - 1, chance.randint(1, 3)))) for n in range(2, count + 1)}
    places = sorted(chance.sample(range(1, count + 1), chance.randint(1, 2)))
    shifted = {n: n + sum(place <= n for place in places) for n in range(1, count + 1)}

    def draft(numbers: dict[int, int], words: dict[int, int], added: Sequence[int] = ()) -> Resolution:
        lines = {numbers[n]: _line(bodies[n - 1], [words[m] for m in named.get(n, ())]) for n in range(1, count + 1)}
        free = (n for n in range(1, count + len(added) + 1) if n not in lines)
        lines |= {number: f"Thanks {bodies[count + at]};" for at, number in enumerate(free)}
        return parsed("The General Assembly,\n\n" + "\n\n".join(f"{n}. {lines[n]}" for n in sorted(lines)))

    same = {n: n for n in range(1, count + 1)}
    old = draft(same, same)
    follow = pipeline.compare(old, draft(shifted, shifted, places)).references
    assert {r.outcome for r in follow} <= {"unchanged", "consequential"}
    behind = pipeline.compare(old, draft(shifted, same, places)).references
    expected = ["unchanged" if shifted[m] == m else "stale" for n in sorted(named) for m in named[n]]
    told = [r.outcome for r in behind]
    assert ["stale" if outcome == "retargeted" else outcome for outcome in told] == expected


_WORDS = """
    lighthouse keeper beacon harbour estuary dredging pilotage buoy tide current silt delta ferry ballast anchor mooring
    vineyard orchard grafting cellar harvest pruning terrace cooper vintage barrel press hillside frost hail
    observatory telescope meteor almanac calendar parallax comet sundial meridian orbit lens mirror dome pendulum
"""
_NOUNS = _WORDS.split()


def _line(body: str, numbers: Sequence[int]) -> str:
    if not numbers:
        return f"Urges {body};"
    *most, last = map(str, numbers)
    listed = f"paragraphs {', '.join(most)} and {last}" if most else f"paragraph {last}"
    return f"Urges {body}, as in {listed} above;"


pairs = pytest.mark.skipif(not CORPUS.exists(), reason="needs the real texts of ../shared/corpus")


@pairs
@pytest.mark.corpus
def test_real_drafts_and_what_was_adopted_have_no_reference_left_behind() -> None:
    """Read one by one: every reference that changed follows its paragraph, the eleven numbers of one list too."""
    outcomes: dict[str, int] = {}
    for row in csv.DictReader((CORPUS / "pairs.csv").read_text("utf-8").splitlines()):
        if row["kind"] != "draft_to_adopted":
            continue
        try:
            old, new = (pipeline.load(_path(row[side])) for side in ("old", "new"))
            comparison = pipeline.compare(old, new)
        except (TravauxError, OSError):
            continue
        for reference in comparison.references:
            outcomes[reference.outcome] = outcomes.get(reference.outcome, 0) + 1
    assert set(outcomes) == {"unchanged", "consequential"}
    assert outcomes["consequential"] == 12
    assert outcomes["unchanged"] >= 50


@pairs
@pytest.mark.corpus
def test_a_reference_that_was_left_behind_in_an_adopted_text() -> None:
    """In A/RES/79/145 paragraph 229 kept "paragraph 223 above" when others were put before; A/RES/80/109 mends it."""
    years = [pipeline.load(_path(symbol)) for symbol in ("A/RES/78/68", "A/RES/79/145", "A/RES/80/109")]
    found = [
        (r.outcome, r.old_number, r.new_number, r.old_target, r.new_target)
        for old, new in pairwise(years)
        for r in pipeline.compare(old, new).references
        if r.outcome in ("stale", "retargeted", "dangling")
    ]
    assert found == [("stale", "223", "223", "op223", "op223"), ("retargeted", "223", "234", "op223", "op234")]


@pairs
@pytest.mark.corpus
@pytest.mark.slow
def test_adopted_texts_have_hardly_a_reference_that_leads_nowhere() -> None:
    states: dict[str, int] = {}
    doubtful = 0
    for path in sorted((CORPUS / "texts").glob("*.txt")):
        document = pipeline.parse(pipeline.read_path(path))
        for resolution in document.resolutions if document.language == "en" else ():
            found = references(resolution)
            doubtful += len(found.citations)
            for reference in found.references:
                states[reference.outcome] = states.get(reference.outcome, 0) + 1
    assert states["found"] >= 1_400
    assert states.get("dangling", 0) + states.get("misplaced", 0) <= 2
    assert 10 <= doubtful <= 25  # each read and found wrong in print


def _path(symbol: str) -> str:
    return str(CORPUS / "texts" / f"{symbol.replace('/', '_').replace(' ', '')}.txt")


def test_every_language_has_words_for_references() -> None:
    for code, field in product(("en", "fr"), ("paragraph", "subparagraph", "section", "annex")):
        assert getattr(language(code).references, field)[0] != "(?!)"


@cases("references/drafts.md", "old", "new", "references")
def test_what_the_kind_says_of_references(case: Case) -> None:
    """Numbers that follow are explained whole and are mechanical; those left behind are of substance."""
    reading = _reading(case["old"], case["new"])
    claims = list(REFERENCE.find(reading))
    outcomes = [row[3] for row in case.block("references").rows()]
    left = sorted(f"reference-{o}" for o in outcomes if o in ("stale", "retargeted", "dangling"))
    assert sorted(c.rule for c in claims if c.layer == "substantive") == left
    follows = [c for c in claims if c.layer == "mechanical"]
    assert all(c.rule == "reference-follows" and c.causes and c.places[0][1] for c in follows)
    if "dropped" not in outcomes:  # a number taken out of a list is no matter of form
        for claim in follows:
            reading.explain(claim)
        told = {row[0] for row in case.block("references").rows() if row[3] == "consequential"}
        explained = {claim.places[0][0] for claim in follows}
        assert len(explained) == len(told)
        assert [part for altered, part in reading.open() if altered.change.id in explained] == []


def test_a_renumbering_is_told_by_what_it_comes_from() -> None:
    old = "The General Assembly,\n\n1. Decides to keep a register;\n\n2. Urges a report on paragraph 1 above.\n"
    new = old.replace("2. Urges a report on paragraph 1", "3. Urges a report on paragraph 2").replace("1. D", "2. D")
    new = new.replace("2. D", "1. Thanks the wardens of the garden;\n\n2. D")
    reading = _reading(old, new)
    (claim,) = REFERENCE.find(reading)
    (added,) = (change.id for change in reading.changes if change.relation == "added")
    assert claim.causes == (added,)


def test_a_number_that_follows_explains_nothing_beside_it() -> None:
    old = "The General Assembly,\n\n1. Decides to keep a register;\n\n2. Urges a report on paragraph 1 above.\n"
    new = (
        "The General Assembly,\n\n1. Thanks the wardens of the garden;\n\n2. Decides to keep a register;\n\n"
        "3. Urges a full report on paragraph 2 above.\n"
    )
    reading = _reading(old, new)
    (claim,) = REFERENCE.find(reading)
    assert claim.note == "the number follows its paragraph: 1 → 2"
    reading.explain(claim)
    assert [(part.old, part.new) for _, part in reading.open()] == [("", "full")]


def test_a_reference_left_behind_in_unaltered_words_is_of_substance_and_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = (
        "Decides to keep a register of lightships;",
        "Thanks the wardens of the garden;",
        "Recalls paragraph 1 above.",
    )
    orders = ((0, 1, 2), (1, 0, 2))
    paths = [tmp_path / "old.txt", tmp_path / "new.txt"]
    for path, order in zip(paths, orders, strict=True):
        body = "\n\n".join(f"{n}. {lines[at]}" for n, at in enumerate(order, 1))
        path.write_text(f"The General Assembly,\n\n{body}\n")
    old, new = (pipeline.load(str(path)) for path in paths)
    comparison = pipeline.compare(old, new)
    (change,) = (c for c in comparison.changes if c.new == ("op3",))
    assert (change.altered, change.layer) == (False, "substantive")
    assert comparison.summary.substantive == 1
    assert main(["diff", *map(str, paths), "--hide", "mechanical,editorial", "--exit-code"]) == 1
    shown = capsys.readouterr().out
    assert "Recalls paragraph 1 above." in shown
    assert "“paragraph 1 above” kept its number" in shown


def _reading(old: str, new: str) -> Reading:
    comparison = pipeline.compare(parsed(old), parsed(new))
    parts = (comparison.changes, comparison.note_changes, comparison.references)
    return Reading(comparison.old, comparison.new, *parts, ENGLISH)
