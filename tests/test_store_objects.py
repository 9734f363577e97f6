"""Objects in the store: what is kept is what was given, and what is read is what is there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from gitkit import GAUGES, KEEPER, WHEN, blob_of, draft, git, line, surroundings
from travaux.errors import ArchiveError
from travaux.store import Identity, Limits, Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "archive", description="drafts", environment=surroundings(tmp_path)) as made:
        yield made


PARTS = st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1, max_size=60).filter(
    lambda part: part not in {".", ".."} and part.lower() != ".git"
)
PATHS = st.lists(PARTS, min_size=1, max_size=3).map("/".join)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(files={"\r": b"a return at the end of a name"})
@given(files=st.dictionaries(PATHS, st.binary(max_size=200), min_size=1, max_size=4))
def test_files_come_back_as_they_were_by_both_ways_of_writing(store: Store, files: dict[str, bytes]) -> None:
    if any(other.startswith(f"{path}/") for path in files for other in files):
        with pytest.raises(ArchiveError, match="a file and a directory"):
            store.write_tree(files)
        return
    slow = store.write_commit(store.write_tree(files), [], "m", KEEPER, WHEN)
    with store.bulk() as bulk:
        bulk.commit(files, [], "m", KEEPER, WHEN)
        (fast,) = bulk.finish()
    assert fast == slow
    assert {path: entry.size for path, entry in store.tree(slow).items()} == {p: len(d) for p, d in files.items()}
    assert dict(zip(files, store.read_many(f"{slow}:{path}" for path in files), strict=True)) == files
    assert store.fsck() == []


def test_names_that_git_reads_as_something_else_come_back(store: Store) -> None:
    names = [
        "-rf",
        "--output=x",
        "a b",
        "[x]*?",
        ":(glob)x",
        "é",
        "x" * 255,
        'q"u\\o',
        "two\nlines",
        ".hidden",
        "%s",
        "$(x)",
    ]
    files = {f"source/{name}": name.encode() for name in names} | dict.fromkeys(names, b"top")
    commit = store.write_commit(store.write_tree(files), [], "m", KEEPER, WHEN)
    assert [store.read(f"{commit}:{path}") for path in files] == list(files.values())
    assert store.tree(commit).keys() == files.keys()


@pytest.mark.parametrize(
    "path", ["", "/etc/x", "a//b", "a/", "../x", "a/../b", "./a", ".git/hooks/x", "a/.GIT", "a\0b"]
)
def test_a_path_that_could_lead_out_is_refused(store: Store, path: str) -> None:
    with pytest.raises(ArchiveError, match="cannot be the path"):
        store.write_tree({path: b""})
    with pytest.raises(ArchiveError, match="cannot be the path"), store.bulk() as bulk:
        bulk.commit({path: b""}, [], "m", KEEPER, WHEN)


def test_a_tree_takes_ids_of_what_is_there(store: Store) -> None:
    blob = blob_of(store, b"\r\n\0\xff")
    one, other = store.write_tree({"b": blob, "a/c": b"x"}), store.write_tree({"a/c": b"x", "b": b"\r\n\0\xff"})
    assert one == other
    assert store.read(blob) == b"\r\n\0\xff"
    with pytest.raises(ArchiveError, match="missing"):
        store.write_tree({"b": "1" * 40})


def test_a_commit_comes_back_as_it_was(store: Store) -> None:
    first = draft(store, "one")
    tree = store.write_tree({"text.md": b"two"})
    message = "Draft 2\n\nDocument-Symbol: A/C.2/L.4\n\n\n# not a comment\né\n"
    second = store.write_commit(tree, [first, first[:0] + draft(store, "rival")], message, KEEPER, 0)
    found = store.commit(second)
    assert (found.tree, found.message, found.committed) == (tree, message, 0)
    assert found.author == found.committer == "The Keeper <keeper@example.org>"
    assert found.parents[0] == first
    assert len(found.parents) == 2
    assert (
        git(store.path, "log", "-1", "--format=%ad|%an", "--date=iso", second) == "1970-01-01 00:00:00 +0000|The Keeper"
    )


def test_an_identity_cannot_write_a_line_of_its_own(store: Store) -> None:
    crafty = Identity("A <x@y> 1 +0000\nparent 123", "b>\nc")
    tree = store.write_tree({"a": b""})
    slow = store.write_commit(tree, [], "m", crafty, WHEN)
    with store.bulk() as bulk:
        bulk.commit({"a": b""}, [], "m", crafty, WHEN)
        assert bulk.finish() == [slow]
    assert store.commit(slow).author == "A x@y 1 +0000 parent 123 <b c>"
    with pytest.raises(ArchiveError, match="needs a name"):
        store.write_commit(tree, [], "m", Identity(" <>", "x"), WHEN)


@pytest.mark.parametrize(
    ("message", "when", "sentence"), [("a\0b", 1, "NUL"), ("m", -1, "cannot date"), ("m", 2**32, "cannot date")]
)
def test_what_git_cannot_hold_is_told(store: Store, message: str, when: int, sentence: str) -> None:
    with pytest.raises(ArchiveError, match=sentence):
        store.write_commit(store.write_tree({"a": b""}), [], message, KEEPER, when)


def test_a_message_in_another_encoding_is_read(store: Store) -> None:
    people = "author A <a@b> 5 +0100\ncommitter B <b@c> 6 -0230"
    raw = f"tree {store.write_tree({'a': b''})}\n{people}\nencoding ISO-8859-1\n\nr\xe9solution"
    made = git(store.path, "hash-object", "-t", "commit", "-w", "--stdin", data=raw.encode("latin-1"))
    found = store.commit(made)
    assert (found.message, found.author, found.committer, found.committed) == ("résolution", "A <a@b>", "B <b@c>", 6)


def test_history_has_parents_first_and_does_not_depend_on_the_asking(store: Store) -> None:
    root = draft(store, "root")
    rivals = [draft(store, f"rival {i}", root) for i in range(5)]
    merged = draft(store, "merged", *rivals)
    late = draft(store, "late", root)
    ids = [c.id for c in store.history([merged, late])]
    assert sorted(ids) == sorted([root, *rivals, merged, late])
    place = {id_: i for i, id_ in enumerate(ids)}
    assert all(place[parent] < place[c.id] for c in store.history([merged, late]) for parent in c.parents)
    assert [c.id for c in store.history([late, merged, late])] == ids
    assert store.history([]) == []


def test_reading_many_can_be_mixed_with_other_reading_and_left_off(store: Store) -> None:
    ids = line(store, 100)
    first, second = (store.read_many(f"{id_}:text.md" for id_ in ids) for _ in range(2))
    for number in range(100):
        assert next(first) == next(second) == f"draft {number}\n".encode()
        assert store.commit(ids[number]).message == f"draft {number}\n"
    left = store.read_many(f"{id_}:text.md" for id_ in ids)
    assert next(left) == b"draft 0\n"
    del left
    assert store.read(f"{ids[7]}:text.md") == b"draft 7\n"


def test_what_is_not_there_is_none_and_what_is_no_spec_is_refused(store: Store) -> None:
    (commit,) = line(store, 1)
    absent = [
        f"{commit}:no",
        "1" * 40,
        f"{commit}:../text.md",
        f"{commit}:./text.md",
        f"{GAUGES}2:text.md",
        f"{commit}:a\nb",
    ]
    assert list(store.read_many(absent)) == [None] * len(absent)
    assert store.read(f"{GAUGES}:text.md") == b"draft 0\n"
    for spec in ("HEAD~1", "--batch", "", f"{commit[:10]}:text.md", ":text.md", "refs/heads/x\n1", "refs/../../x"):
        with pytest.raises(ArchiveError, match="names no object"):
            store.read(spec)
    with pytest.raises(ArchiveError, match="is not in"):
        store.read(f"{commit}:no")
    with pytest.raises(ArchiveError, match="there is no commit"):
        store.commit(store.commit(commit).tree)
    with pytest.raises(ArchiveError, match="damaged or missing"):
        store.tree("1" * 40)
    with pytest.raises(ArchiveError, match="is not an id"):
        store.history(["main"])


def test_an_object_or_a_tree_beyond_the_limits_is_refused(tmp_path: Path, store: Store) -> None:
    commit = store.write_commit(store.write_tree({"big": b"x" * 1001, "small": b"y", "c": b""}), [], "m", KEEPER, WHEN)
    with Store.open(
        store.path, environment=surroundings(tmp_path), limits=Limits(object_bytes=1000, entries=2)
    ) as careful:
        with pytest.raises(ArchiveError, match="has 1,001 bytes"):
            careful.read(f"{commit}:big")
        assert careful.read(f"{commit}:small") == b"y"
        with pytest.raises(ArchiveError, match="more than 2 files"):
            careful.tree(commit)


def test_a_tree_of_trees_that_would_fill_the_world_is_stopped(tmp_path: Path, store: Store) -> None:
    blob, mode = blob_of(store, b""), "100644 blob"
    for _ in range(12):
        lines = "".join(f"{mode} {blob}\t{name}\n" for name in "abcdefghij")
        blob, mode = git(store.path, "mktree", data=lines.encode()), "040000 tree"
    with Store.open(store.path, environment=surroundings(tmp_path), limits=Limits(entries=1000)) as careful:
        assert blob_of(careful, b"") == git(store.path, "hash-object", "--stdin", data=b"")
        with pytest.raises(ArchiveError, match="more than 1,000 files"):
            careful.tree(blob)
