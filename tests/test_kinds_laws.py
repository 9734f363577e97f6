"""Law 4: mechanical and editorial findings explain all of a change that they weigh, and never a word that matters."""

import random
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from drafting import SEEDS, Drafter, redrafts, renumbered
from travaux.model.comparison import Change, Comparison, Finding
from travaux.model.document import Origin, Paragraph, Resolution
from travaux.pipeline import compare

EDITOR = (
    ("relating to", "related to"), ("co-operation", "cooperation"), ("organisation", "organization"),
    ("percent", "per cent"), ("calls on", "calls upon"), ("Bogota", "Bogotá"), ("States Parties", "States parties"),
)  # fmt: skip
"""What an editor exchanges, in either direction."""
MATTERS = (
    "not",
    "all",
    "may",
    "only",
    "five",
    "lighthouse",
    "except",
    "no",
    "by 2044",
    "as appropriate",
    "or",
    "never",
)
"""Words that are put somewhere into a sentence, or were there."""
ORIGIN = Origin(name="draft", sha256="0" * 64, format="text")


def resolution(paragraphs: Sequence[Paragraph]) -> Resolution:
    return Resolution(organ="The General Assembly", language="en", paragraphs=tuple(paragraphs), origin=ORIGIN)


def findings(comparison: Comparison, change: Change) -> list[Finding]:
    return [f for f in comparison.findings if any(place.change == change.id for place in f.places)]


def explained(comparison: Comparison, change: Change) -> set[int]:
    """The segments of which mechanical and editorial findings tell."""
    lesser = [f for f in comparison.findings if f.layer != "substantive"]
    return {n for f in lesser for place in f.places if place.change == change.id for n in place.segments}


def hold_law_4(comparison: Comparison) -> None:
    for change in (*comparison.changes, *comparison.note_changes):
        layers = {f.layer for f in findings(comparison, change)}
        if change.layer == "substantive":
            assert not change.altered or "substantive" in layers, "a change of substance says of what"
            continue
        assert "substantive" not in layers
        assert change.relation == "kept"
        assert not change.transferred
        if change.altered:
            marked = {n for n, segment in enumerate(change.redline) if segment.op != "keep"}
            told = explained(comparison, change)
            assert all(n in told or not _letters(change, n) for n in marked)
            assert marked & told
        assert change.layer == max(layers, key=("mechanical", "editorial").index, default=change.layer)


def _letters(change: Change, number: int) -> bool:
    return any(c.isalnum() for c in change.redline[number].text)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(redrafts())
def test_random_redrafts(texts: tuple[list[Paragraph], list[Paragraph]]) -> None:
    hold_law_4(compare(resolution(texts[0]), resolution(texts[1])))


@settings(derandomize=True, deadline=None, max_examples=100)
@given(SEEDS, st.lists(st.sampled_from(EDITOR), max_size=3), st.lists(st.sampled_from(MATTERS), max_size=1))
def test_among_what_an_editor_does_a_word_that_matters_is_seen(
    seed: int, styles: list[tuple[str, str]], matters: list[str]
) -> None:
    old, new = edited(seed, styles, matters)
    made = compare(resolution(_text(old)), resolution(_text(new)))
    hold_law_4(made)
    (change,) = [c for c in made.changes if "op2" in c.old] if old != new else [made.changes[0]]
    assert (change.layer == "substantive") == bool(matters)


def edited(seed: int, styles: Sequence[tuple[str, str]], matters: Sequence[str]) -> tuple[str, str]:
    """A sentence before and after edits: some wordings that mean the same exchanged, some words added or dropped."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    words = Drafter(seed).text(("Requests", "Urges"), ";")[:-1].split()
    places = range(3, len(words), 4)  # apart, so that each is an edit of its own
    marks = chance.sample(places, len(styles) + len(matters))
    old, new = list(words), list(words)
    for at, pair in zip(sorted(marks[: len(styles)], reverse=True), styles, strict=False):
        before, after = pair if chance.random() < 0.5 else pair[::-1]
        old[at], new[at] = before, after
    for at, word in zip(marks[len(styles) :], matters, strict=False):
        side = old if chance.random() < 0.5 else new
        side[at] = f"{side[at]} {word}"
    return f"{' '.join(old)};", f"{' '.join(new)};"


def _text(words: str) -> list[Paragraph]:
    others = [Drafter(seed).text(("Welcomes", "Invites"), ";") for seed in (1, 2, 3)]
    return renumbered(
        [
            ("title", "Lamps"),
            ("opening", "The General Assembly,"),
            *(("operative", t) for t in (others[0], words, *others[1:])),
        ]
    )
