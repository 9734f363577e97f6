"""The longest common subsequence: as long as the textbook's, bounded where the textbook is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from travaux import sequences
from travaux.sequences import Run, common

ITEMS = st.lists(st.integers(0, 5), max_size=40)


def longest(old: list[int], new: list[int]) -> int:
    """The length, by the plain table."""
    row = [0] * (len(new) + 1)
    for item in old:
        last = row
        row = [0]
        for place, other in enumerate(new):
            row.append(last[place] + 1 if item == other else max(last[place + 1], row[-1]))
    return row[-1]


def sound(old: list[int], new: list[int], runs: list[Run]) -> None:
    """Runs are equal on both sides, not empty, and in order."""
    old_end = new_end = 0
    for old_start, new_start, length in runs:
        assert length > 0
        assert old_end <= old_start
        assert new_end <= new_start
        old_end, new_end = old_start + length, new_start + length
        assert old[old_start:old_end] == new[new_start:new_end]


@given(ITEMS, ITEMS)
def test_as_long_as_the_table_says(old: list[int], new: list[int]) -> None:
    runs = common(old, new)
    sound(old, new, runs)
    assert sum(length for _, _, length in runs) == longest(old, new)


@given(ITEMS, ITEMS, st.integers(0, 50), st.integers(0, 30))
def test_sound_where_it_is_too_large_to_be_exact(old: list[int], new: list[int], cells: int, width: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sequences, "CELLS", cells)
        patch.setattr(sequences, "WIDTH", width)
        sound(old, new, common(old, new))


def test_any_hashable_items() -> None:
    assert common([("a", 1), None, 2.0], [None, 2.0, "x"]) == [(1, 0, 2)]
    assert common("abcde", "xbcdy") == [(1, 1, 3)]
    assert common("", "x") == []


def test_anchors_part_what_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sequences, "CELLS", 30)
    old = [1, 1, 1, 100, 2, 2, 2, 101, 3, 3, 3]
    new = [4, 1, 1, 100, 5, 2, 2, 101, 6, 3, 4]
    runs = common(old, new)
    sound(old, new, runs)
    assert sum(length for _, _, length in runs) == longest(old, new)


def test_what_has_no_single_item_is_parted_by_single_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sequences, "CELLS", 900)
    old = [i * i % 7 + i // 7 * i % 5 for i in range(500)]
    new = [item for place, item in enumerate(old) if place % 20]
    runs = common(old, new)
    sound(old, new, runs)
    assert sum(length for _, _, length in runs) >= 0.99 * len(new)


def test_what_has_no_anchor_at_all_is_parted_in_the_middle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sequences, "CELLS", 30)
    monkeypatch.setattr(sequences, "HALVED", 1)
    old, new = [7, *[1, 2] * 50, 8], [3, *[1, 2] * 50, 9]
    runs = common(old, new)
    sound(old, new, runs)
    assert sum(length for _, _, length in runs) >= 90


def test_no_table_is_larger_than_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a million items against as many, most of them alike: parted, or given up, never computed whole."""
    tables = []
    exact = sequences._exact

    def watched(old: list[int], new: list[int], span: sequences.Span) -> list[Run]:
        tables.append((span[1] - span[0]) * (span[3] - span[2]))
        return exact(old, new, span)

    monkeypatch.setattr(sequences, "_exact", watched)
    monkeypatch.setattr(sequences, "CELLS", 10_000)
    old = [i if i % 50 == 0 else i % 7 for i in range(200_000)]
    new = [i if i % 50 == 0 else i % 5 for i in range(200_000)]
    sound(old, new, common(old, new))
    assert len(tables) > 1000
    assert max(tables) <= 10_000
