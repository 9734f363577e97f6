"""The parts of alignment that have a textbook answer."""

from collections import Counter
from itertools import pairwise, permutations

from hypothesis import given
from hypothesis import strategies as st

from travaux.alignment.assignment import assign
from travaux.alignment.chain import Bead, heaviest
from travaux.alignment.tokens import BLOCK, differing, key, keys, stem, words, words_of_each
from travaux.text import fold

BEADS = st.lists(
    st.builds(
        lambda old, p, new, q, weight: Bead(old, old + p, new, new + q, float(weight)),
        st.integers(0, 8), st.integers(1, 2), st.integers(0, 8), st.integers(1, 2), st.integers(1, 9),
    ),
    max_size=12,
)  # fmt: skip


@given(BEADS)
def test_the_chain_is_the_heaviest(beads: list[Bead]) -> None:
    chosen = [beads[k] for k in heaviest(beads)]
    for before, after in pairwise(chosen):
        assert before.old_end <= after.old_start
        assert before.new_end <= after.new_start
    assert sum(bead.weight for bead in chosen) == _heaviest_by_table(beads)


def _heaviest_by_table(beads: list[Bead]) -> float:
    best: dict[Bead, float] = {}
    for bead in sorted(beads):
        before = (v for b, v in best.items() if b.old_end <= bead.old_start and b.new_end <= bead.new_start)
        best[bead] = max(best.get(bead, 0.0), bead.weight + max(before, default=0.0))
    return max(best.values(), default=0.0)


@given(
    st.integers(1, 4).flatmap(
        lambda n: st.lists(st.lists(st.integers(0, 20), min_size=4, max_size=4), min_size=n, max_size=n)
    )
)
def test_the_assignment_is_the_best(worth: list[list[int]]) -> None:
    found = assign(worth)
    assert len(set(found)) == len(worth)
    best = max(
        sum(row[c] for row, c in zip(worth, chosen, strict=False)) for chosen in permutations(range(4), len(worth))
    )
    assert sum(row[c] for row, c in zip(worth, found, strict=True)) == best


@given(st.text("aB’'`´“”\"–-  \t;,.é\u00ad\u00a0e\u0301…", max_size=20))
def test_the_quick_folding_folds_as_the_full_one(text: str) -> None:
    assert key(text) == fold(text).casefold().rstrip(" ;,.:")


@given(
    st.lists(st.text("aB'`;, \t\n\r\x1c\x00’é字", max_size=8) | st.sampled_from([" Ab and;", "or or"])), st.booleans()
)
def test_many_texts_are_folded_and_cut_as_each_alone(texts: list[str], more: bool) -> None:
    texts += [f"Plain  text {n}; and" if n % 3 else "plain text," for n in range(2 * BLOCK if more else 0)]
    alone = [key(text) for text in texts]
    assert list(keys(texts)) == alone
    assert list(words_of_each(alone)) == [words(text) for text in alone]


@given(*[st.lists(st.sampled_from(["the", "The", "report;", "report", "58/136", "’", "été", "a-b"]), max_size=9)] * 2)
def test_words_that_differ_are_counted_as_often_as_they_stand(old: list[str], new: list[str]) -> None:
    before, after = (
        Counter(bare for word in words(fold(" ".join(side)).casefold()) for bare in [word.strip(";")])
        for side in (old, new)
    )
    assert differing(" ".join(old), " ".join(new)) == max((before - after).total(), (after - before).total())


def test_words_keep_symbols_and_numbers_whole() -> None:
    text = key("Recalling A/RES/78/241, S/2004/276/Add.1 and resolutions 58/136, 1373 (2001) and 2.5 per cent")
    found = [stem(word) for word in words(text)]
    assert {"a/res/78/241", "s/2004/276/add.1", "58/136", "1373", "2001", "2.5"} <= set(found)


def test_scripts_without_spaces_are_cut_at_each_letter() -> None:
    assert words("请各会员国 70/1") == ["请", "各", "会", "员", "国", "70/1"]
