"""Many objects at once: read from a list by a child of their own, written path by path."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gitkit import KEEPER, WHEN, children, line, surroundings
from travaux.errors import ArchiveError
from travaux.store import Limits, Store, bulk, objects

MANY = objects.LISTED + 50


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "archive", description="drafts", environment=surroundings(tmp_path)) as made:
        yield made


def written(store: Store, count: int, size: int = 0) -> list[str]:
    """So many commits in a line, each with two files that change a little from one to the next."""
    with store.bulk() as writer:
        marks: list[str] = []
        for number in range(count):
            words = b" ".join(b"%d" % (place * 7919 % 10_007) for place in range(size))
            files = {"one": b"one %d " % number + words, "two": words + b" two %d" % number}
            marks.append(writer.commit(files, marks[-1:], f"draft {number}", KEEPER, WHEN))
        return writer.finish()


def test_a_list_is_read_as_one_by_one(store: Store) -> None:
    ids = written(store, MANY)
    specs = [f"{id_}:{path}" for id_ in ids for path in ("one", "none", "two")]
    one_by_one = list(store.read_many(iter(specs)))
    assert list(store.read_many(specs)) == one_by_one
    assert one_by_one[3:6] == [b"one 1 ", None, b" two 1"]
    assert store.commits(ids)[-1].parents == (ids[-2],)


def test_lists_can_be_mixed_and_left_off_and_leave_no_child(store: Store) -> None:
    specs = [f"{id_}:one" for id_ in written(store, MANY)]
    before = children()
    first, second = store.read_many(specs), store.read_many(specs)
    assert [next(first), next(second), store.read(specs[5]), next(first)] == [
        b"one 0 ",
        b"one 0 ",
        b"one 5 ",
        b"one 1 ",
    ]
    first.close()  # type: ignore[attr-defined]
    assert next(second) == b"one 1 "
    store.close()
    assert children() <= before
    with pytest.raises(ArchiveError, match="was closed while it was being read"):
        next(second)


def test_an_object_of_a_list_beyond_the_limits_is_refused(tmp_path: Path, store: Store) -> None:
    specs = [f"{id_}:one" for id_ in written(store, MANY)]
    with Store.open(tmp_path / "archive", environment=surroundings(tmp_path), limits=Limits(object_bytes=7)) as narrow:
        found = narrow.read_many(specs)
        assert [next(found) for _ in range(10)][-1] == b"one 9 "
        with pytest.raises(ArchiveError, match="has 8 bytes"):
            list(found)


def test_trees_parents_and_first_lines_in_passing(store: Store) -> None:
    ids = line(store, 3)
    commits = store.commits(ids)
    seen = [(commit.tree, commit.parents, commit.message.split("\n")[0]) for commit in commits]
    assert list(store.brief(ids)) == seen
    with pytest.raises(ArchiveError, match="there is no commit"):
        list(store.brief(["0" * 40]))


def test_files_held_back_make_the_same_commits(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    together = written(store, 40)
    monkeypatch.setattr(bulk, "BATCH_BYTES", 100)
    assert written(store, 40) == together
    monkeypatch.setattr(bulk, "BATCH_BYTES", 0)
    assert written(store, 40) == together
    assert store.fsck() == []


def test_a_pack_holds_what_differs(tmp_path: Path, store: Store) -> None:
    written(store, 60, size=2_000)
    whole = 60 * 2 * len(" ".join(str(place * 7919 % 10_007) for place in range(2_000)))
    packed = sum(path.stat().st_size for path in (tmp_path / "archive").rglob("*.pack"))
    assert packed < whole / 20
