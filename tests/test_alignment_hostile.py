"""Texts that no one drafts: the laws hold on them, and the work stays bounded."""

import random
from collections.abc import Callable, Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux.alignment import align, sides
from travaux.model.comparison import Alignment
from travaux.model.document import Paragraph

Texts = tuple[list[str], list[str]]
Make = Callable[[int], Texts]


def written(texts: Iterable[str]) -> list[Paragraph]:
    return [Paragraph(id=f"op{n}", part="operative", address=f"OP{n}", text=text) for n, text in enumerate(texts, 1)]


def picked(words: int, number: int, seed: int) -> list[str]:
    """That many words out of so many different ones."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    return [f"word{chance.randrange(words)}" for _ in range(number)]


def alike(size: int) -> Texts:
    return ["Requests a report;"] * size, ["Requests a report;"] * (size + 3)


def alike_and_edited(size: int) -> Texts:
    return ["Requests a report on the matter;"] * size, ["Requests a report on that matter;"] * (size + 3)


def empty(size: int) -> Texts:
    return [""] * size, [""] * (size + 3)


def one_long(size: int) -> Texts:
    words = picked(3000, size, 1)
    return [" ".join(words)], [" ".join([*words[:200], "new", *words[300:]])]


def one_in_pieces(size: int) -> Texts:
    words = picked(3000, size, 1)
    return [" ".join(words)], [" ".join(words[n : n + 100]) for n in range(0, size, 100)]


def one_word_each(size: int) -> Texts:
    return picked(size // 6, size, 2), picked(size // 6, size, 3)


def one_of_few_words_each(size: int) -> Texts:
    return picked(4, size, 2), picked(4, size, 3)


def turned_round(size: int) -> Texts:
    return [f"w{n}" for n in range(size)], [f"w{n}" for n in reversed(range(size))]


ALL = [alike, alike_and_edited, empty, one_long, one_in_pieces, one_word_each, one_of_few_words_each, turned_round]
LARGE = {alike: 20_000, empty: 20_000, one_long: 200_000, one_in_pieces: 200_000, one_word_each: 20_000}


def checked(texts: Texts) -> Alignment:
    """Laws 1 and 3, to the letter: whatever is equally likely is decided alike whichever side is old."""
    old, new = map(written, texts)
    there, back = align(old, new), align(new, old)
    assert sorted(i for link in there.links for i in link.old) == sorted(p.id for p in old)
    assert sorted(j for link in there.links for j in link.new) == sorted(p.id for p in new)
    assert {(link.old, link.new) for link in there.links} == {(link.new, link.old) for link in back.links}
    return there


@pytest.mark.parametrize("make", ALL, ids=lambda make: make.__name__)
def test_the_laws_hold(make: Make) -> None:
    checked(make(1200))


@pytest.mark.slow
@pytest.mark.parametrize("make", LARGE, ids=lambda make: make.__name__)
def test_the_laws_hold_on_large_texts(make: Make) -> None:
    checked(make(LARGE[make]))


@pytest.mark.parametrize("make", ALL, ids=lambda make: make.__name__)
def test_the_work_is_bounded(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each paragraph is weighed with a few others, never with all."""
    weighed: list[int] = []
    likeness = sides.Pair.likeness

    def counting(self: sides.Pair, i: int, j: int) -> float:
        weighed.append(1)
        return likeness(self, i, j)

    monkeypatch.setattr(sides.Pair, "likeness", counting)
    old, new = make(1200)
    align(written(old), written(new))
    assert len(weighed) <= 40 * (len(old) + len(new))


def test_what_is_alike_everywhere_is_linked_in_order_and_that_is_told() -> None:
    found = checked(alike_and_edited(100))
    assert [link.relation for link in found.links].count("kept") == 100
    assert [notice.code for notice in found.notices] == ["alignment-bounded"]


@pytest.mark.parametrize("spaced", [0, 1])
def test_a_space_at_the_end_does_not_tell_the_sides_apart(spaced: int) -> None:
    """Two texts of one length changed places: which of them is the anchor must not depend on the side of the space."""
    lines = ["Urges the pilots to sound the channel;", "Thanks the keepers of the six lights;;"]
    assert len(lines[0]) == len(lines[1])
    other = [f"{line} " if n == spaced else line for n, line in enumerate(lines)]
    checked((lines, other[::-1]))
    assert sum(link.relation == "kept" for link in checked((lines, other[::-1])).links) == 2


WORD = st.sampled_from([f"w{n}" for n in range(6)])
LINE = st.lists(WORD, max_size=12).map(" ".join)


@given(st.lists(LINE, max_size=16), st.randoms(use_true_random=False))
def test_the_laws_hold_where_words_repeat(old: list[str], chance: random.Random) -> None:
    """Few words, many ties: halves of paragraphs, neighbours joined, some moved, some with a space more."""
    new = list(old)
    for _ in range(chance.randrange(6) if old else 0):
        at = chance.randrange(len(new)) if new else 0
        words = new[at].split() if new else []
        edit = chance.randrange(4) if new else 0
        if edit == 0:
            new.insert(at, " ".join(chance.choices(old, k=1)))
        elif edit == 1:
            new.insert(chance.randrange(len(new)), new.pop(at))
        elif edit == 2:
            new[at : at + 1] = [" ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])]
        else:
            new[at] = f"{new[at]} "
    checked((old, new))


def test_what_is_its_own_mirror_is_linked_alike_both_ways() -> None:
    """Of each two paragraphs between the ends one is kept: which, neither words nor distances tell."""
    pilots, keepers = "Urges the pilots to rest", "Urges the keepers to rest"
    old = [pilots, pilots, pilots, keepers, pilots, pilots]
    checked((old, [pilots, pilots, keepers, pilots, keepers, pilots]))


def test_what_only_one_side_says_everywhere_tells_nothing_either() -> None:
    """The words that all new paragraphs have and no old one has do not keep them from being weighed in order."""
    found = checked((["Urges States to act;"] * 52, ["Urges all States to act now;"] * 52))
    assert [link.relation for link in found.links] == ["kept"] * 52
    assert [notice.code for notice in found.notices] == ["alignment-bounded"]
