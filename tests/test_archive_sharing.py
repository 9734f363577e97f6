"""Lines of drafts that are held once: what makes blame fast changes nothing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dossiers import Memory, histories
from travaux.archive.trees import Sharing, ends

LINES = st.lists(st.sampled_from([b"a", b"b"]), max_size=6)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(LINES, LINES)
def test_common_ends_are_as_long_as_can_be(old: list[bytes], new: list[bytes]) -> None:
    most = min(len(old), len(new))
    head = next((n for n in range(most) if old[n] != new[n]), most)
    rest = most - head
    assert ends(old, new) == (head, next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest))


@settings(derandomize=True, max_examples=100, deadline=None)
@given(histories())
def test_lines_are_shared_and_remain_what_they_are(history: Memory) -> None:
    shared, kept = Sharing(), None
    for ordinal in history.order:
        raw = history.raw(ordinal)
        found = shared.raw(b"\n\n".join(raw.texts) + b"\n" * bool(raw.texts), b"".join(row + b"\n" for row in raw.rows))
        assert found == raw
        if kept and kept.rows and raw.rows and kept.rows[0] == raw.rows[0]:
            assert found.rows[0] is kept.rows[0]
            assert found.texts[0] is kept.texts[0]
        kept = found
