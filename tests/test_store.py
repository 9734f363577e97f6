"""The store: how it is made, opened and judged, and that references move all or none."""

import hashlib
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from gitkit import GAUGES, KEEPER, WHEN, children, draft, git, line, surroundings
from travaux.errors import ArchiveError
from travaux.store import Identity, Ref, RefUpdate, Store
from travaux.store.faults import fault


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.create(tmp_path / "archive", description="drafts", environment=surroundings(tmp_path)) as made:
        yield made


# Making and opening


def test_a_new_repository_is_bare_with_main_and_nothing_that_runs(tmp_path: Path) -> None:
    with Store.create(tmp_path / "a", description="the drafts\nof 1989", environment=surroundings(tmp_path)) as store:
        assert (store.bare, store.remote, store.refs(), store.fsck()) == (True, None, (), [])
    assert (tmp_path / "a" / "HEAD").read_text() == "ref: refs/heads/main\n"
    assert (tmp_path / "a" / "description").read_text() == "the drafts of 1989\n"
    assert not (tmp_path / "a" / "hooks").exists()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a"]


def test_an_empty_directory_becomes_a_repository_and_stays_the_same_directory(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    before = (tmp_path / "a").stat().st_ino
    Store.create(tmp_path / "a", description="x", environment=surroundings(tmp_path)).close()
    assert (tmp_path / "a").stat().st_ino == before
    assert git(tmp_path / "a", "rev-parse", "--is-bare-repository") == "true"
    assert [p.name for p in (tmp_path / "a").iterdir() if p.name.startswith(".")] == []


def test_a_directory_with_something_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "notes").touch()
    (tmp_path / "b").touch()
    for name, sentence in (("a", "is not empty"), ("b", "is no directory"), ("c/d", "there is no directory")):
        with pytest.raises(ArchiveError, match=sentence):
            Store.create(tmp_path / name, description="x", environment=surroundings(tmp_path))
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["a", "b", "notes"]


def test_what_is_no_repository_is_told(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="is not a git repository"):
        Store.open(tmp_path)
    with pytest.raises(ArchiveError, match="there is no directory"):
        Store.open(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [(None, "git is not installed"), ("git version 2.17.1", "git 2.17 is too old"), ("hello", "git is not installed")],
)
def test_a_git_that_is_missing_or_too_old_is_told(
    tmp_path: Path, store: Store, words: str | None, sentence: str
) -> None:
    programs = tmp_path / "bin"
    programs.mkdir()
    if words:
        (programs / "git").write_text(f"#!/bin/sh\necho {words}\n")
        (programs / "git").chmod(0o755)
    for make in (
        lambda **more: Store.open(store.path, **more),
        lambda **more: Store.create(tmp_path / "x", description="", **more),
    ):
        with pytest.raises(ArchiveError, match=sentence):
            make(environment={"PATH": str(programs)})
    assert [p.name for p in tmp_path.iterdir() if "x" in p.name] == []


def test_a_clone_has_the_dossiers_below_its_remote(tmp_path: Path, store: Store) -> None:
    ids = line(store, 2)
    git(tmp_path, "clone", "-q", "--no-checkout", str(store.path), "plain")
    git(tmp_path, "clone", "-q", "--mirror", str(store.path), "mirror")
    git(tmp_path, "clone", "-q", "--no-checkout", "--origin", "geneva", str(store.path), "named")
    git(tmp_path / "plain", "worktree", "add", "-q", "-f", "../linked", "origin/dossier/gauges")
    for name, remote in (("plain", "origin"), ("mirror", None), ("named", "geneva"), ("linked", "origin")):
        with Store.open(tmp_path / name, environment=surroundings(tmp_path)) as copy:
            assert (copy.remote, copy.bare) == (remote, name == "mirror")
            wanted = f"refs/remotes/{remote}/dossier/gauges" if remote else GAUGES
            assert [ref for ref in copy.refs() if ref.name == wanted] == [Ref(wanted, ids[-1])]
            assert not [ref for ref in copy.refs() if ref.name.endswith("HEAD")]
            assert [c.id for c in copy.history([ids[-1]])] == ids
            assert copy.update([RefUpdate(f"refs/tags/{name}", ids[0], None)])


def test_a_repository_of_sha256_is_read_and_written(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "--bare", "--object-format=sha256", "long")
    with Store.open(tmp_path / "long", environment=surroundings(tmp_path)) as store:
        ids = line(store, 3)
        assert [len(c.id) for c in store.history(ids[-1:])] == [64] * 3
        assert store.read(f"{ids[1]}:text.md") == b"draft 1\n"
        with store.bulk() as bulk:
            bulk.commit({"a": b"1"}, [ids[-1]], "m", KEEPER, WHEN)
            (fast,) = bulk.finish()
        assert store.commit(fast).parents == (ids[-1],)
        assert store.fsck() == []


# References


def test_references_move_all_or_none(store: Store) -> None:
    old, new = line(store, 1)[0], draft(store, "other")
    tag = "refs/tags/gauges/0002"
    assert not store.update([RefUpdate(tag, new, None), RefUpdate(GAUGES, new, new)])
    assert store.refs() == (Ref(GAUGES, old),)
    assert store.update([RefUpdate(tag, new, None), RefUpdate(GAUGES, new, old)])
    assert store.refs() == (Ref(GAUGES, new), Ref(tag, new))
    assert not store.update([RefUpdate(tag, new, None)])
    assert not store.update([RefUpdate("refs/tags/gone", None, new)])
    assert store.update([RefUpdate(GAUGES, None, new), RefUpdate("refs/tags/never", None, None)])
    assert store.refs("refs/tags/") == (Ref(tag, new),)
    assert store.update([])


def test_references_are_found_by_the_beginning_of_their_names(store: Store) -> None:
    commit = draft(store, "x")
    names = [
        "refs/heads/dossier/a",
        "refs/heads/dossier/ab",
        "refs/heads/dossiers",
        "refs/tags/a/0001",
        "refs/superseded/a",
    ]
    assert store.update([RefUpdate(name, commit, None) for name in names])
    assert [ref.name for ref in store.refs("refs/heads/dossier/")] == names[:2]
    assert [ref.name for ref in store.refs("refs/heads/dossier/ab")] == names[1:2]
    assert [ref.name for ref in store.refs("refs/heads/doss")] == names[:3]
    assert [ref.name for ref in store.refs()] == sorted(names)


def test_a_tag_with_words_stands_for_its_commit(store: Store) -> None:
    (commit,) = line(store, 1)
    git(store.path, "tag", "-a", "-m", "seal", "sealed", commit)
    assert store.refs("refs/tags/") == (Ref("refs/tags/sealed", commit),)
    assert store.resolve("refs/tags/sealed") == store.resolve(commit) == store.resolve(GAUGES) == commit
    for absent in ("refs/tags/open", "1" * 40, "main", "HEAD", "-x", "HEAD@{1}", f"{commit}^"):
        assert store.resolve(absent) is None


@pytest.mark.parametrize(
    "name",
    ["main", "refs/heads/a b", "refs/heads/a..b", "refs/heads/x~", "HEAD", "refs/heads/a\nb", "-d", "refs/heads/é\0"],
)
def test_a_name_that_is_none_is_refused(store: Store, name: str) -> None:
    with pytest.raises(ArchiveError, match="cannot be the name of a git reference"):
        store.update([RefUpdate(name, draft(store, "x"), None)])


def test_what_git_refuses_is_told_in_our_words(store: Store) -> None:
    (commit,) = line(store, 1)
    with pytest.raises(ArchiveError, match="cannot stand beside"):
        store.update([RefUpdate(f"{GAUGES}/more", commit, None)])
    with pytest.raises(ArchiveError, match="cannot be the name"):
        store.update([RefUpdate("refs/heads/x.lock", commit, None)])
    with pytest.raises(ArchiveError, match="damaged or missing"):
        store.update([RefUpdate("refs/heads/x", "1" * 40, None)])


def test_names_of_every_script_stand(store: Store) -> None:
    (commit,) = line(store, 1)
    names = [
        "refs/heads/dossier/développement",
        "refs/heads/dossier/発展",
        "refs/heads/dossier/-x",
        "refs/heads/dossier/" + "y" * 200,
    ]
    assert store.update([RefUpdate(name, commit, None) for name in names])
    assert {ref.name for ref in store.refs("refs/heads/dossier/")} == {*names, GAUGES}
    assert store.read(f"{names[1]}:text.md") == b"draft 0\n"


# Bulk


def test_a_bulk_gives_the_same_ids_as_one_by_one(store: Store) -> None:
    slow = line(store, 3)
    with store.bulk() as bulk:
        shared = bulk.blob(b"draft 1\n")
        one = bulk.commit({"text.md": b"draft 0\n"}, [], "draft 0\n", KEEPER, WHEN)
        two = bulk.commit({"text.md": shared}, [one], "draft 1", KEEPER, WHEN)
        bulk.commit({"text.md": b"draft 2\n"}, [two], "draft 2\n", KEEPER, WHEN)
        bulk.commit({"text.md": b"alone"}, [], "another line\n", KEEPER, WHEN)
        bulk.commit({"text.md": b"merged"}, [one, slow[2]], "merged\n", KEEPER, WHEN)
        ids = bulk.finish()
        assert [ref.id for ref in store.refs("refs/import/")] == [ids[-1]]
        assert bulk.finish() == ids
    assert ids[:3] == slow
    assert [store.commit(id_).parents for id_ in ids[3:]] == [(), (slow[0], slow[2])]
    assert store.refs() == (Ref(GAUGES, slow[2]),)
    assert store.fsck() == []


def test_a_bulk_that_fails_keeps_nothing(store: Store) -> None:
    with pytest.raises(ArchiveError, match="damaged or missing"), store.bulk() as bulk:  # noqa: PT012
        bulk.commit({"text.md": "1" * 40}, [], "m", KEEPER, WHEN)
        bulk.finish()
    with pytest.raises(ArchiveError, match="stands for nothing"), store.bulk() as bulk:
        bulk.commit({"text.md": b""}, [":9"], "m", KEEPER, WHEN)
    with pytest.raises(KeyboardInterrupt), store.bulk() as bulk:  # noqa: PT012
        bulk.commit({"text.md": b""}, [], "m", KEEPER, WHEN)
        raise KeyboardInterrupt
    assert store.refs() == ()
    assert [p.name for p in store.path.iterdir() if "crash" in p.name] == []


# Who, and whether to believe


def test_the_identity_is_the_users_and_never_the_repositorys(tmp_path: Path, store: Store) -> None:
    git(store.path, "config", "user.name", "Impostor")
    git(store.path, "config", "user.email", "impostor@example.org")
    assert store.identity() is None
    (tmp_path / ".gitconfig").write_text("[user]\n\tname = Keeper\n")
    with Store.open(store.path, environment=surroundings(tmp_path)) as again:
        assert again.identity() is None
    (tmp_path / ".gitconfig").write_text("[user]\n\tname = Keeper\n[include]\n\tpath = more\n")
    (tmp_path / "more").write_text("[user]\n\temail = keeper@example.org\n")
    with Store.open(store.path, environment=surroundings(tmp_path)) as again:
        assert again.identity() == Identity("Keeper", "keeper@example.org")
    with Store.open(store.path) as nobody:
        assert nobody.identity() is None


def test_a_sound_repository_has_no_findings_and_a_flipped_byte_is_found(store: Store) -> None:
    with store.bulk() as bulk:
        marks: list[str] = []
        for number in range(150):
            noise = b"".join(hashlib.sha256(b"%d %d" % (number, i)).digest() for i in range(5))
            marks.append(bulk.commit({"text.md": noise}, marks[-1:], "m", KEEPER, WHEN))
        ids = bulk.finish()
        assert store.update([RefUpdate(GAUGES, ids[-1], None)])
    assert store.fsck() == []
    (pack,) = (store.path / "objects" / "pack").glob("*.pack")
    pack.chmod(0o644)
    data = bytearray(pack.read_bytes())
    data[len(data) // 2] ^= 1
    pack.write_bytes(bytes(data))
    assert store.fsck()
    store.close()
    with pytest.raises(ArchiveError, match="damaged or missing"):
        list(store.read_many(f"{id_}:text.md" for id_ in ids))


def test_an_object_that_was_taken_away_is_told(store: Store) -> None:
    ids = line(store, 3)
    (store.path / "objects" / ids[1][:2] / ids[1][2:]).unlink()
    assert any(ids[1] in finding for finding in store.fsck())
    with pytest.raises(ArchiveError, match="damaged or missing"):
        store.history([ids[2]])
    assert store.refs() == (Ref(GAUGES, ids[2]),)


def test_a_damaged_loose_object_is_not_taken_for_an_absent_one(store: Store) -> None:
    ids = line(store, 2)
    path = store.path / "objects" / ids[0][:2] / ids[0][2:]
    path.chmod(0o644)
    path.write_bytes(b"nonsense")
    with pytest.raises(ArchiveError, match="damaged or missing"):
        list(store.read_many(ids))


def test_nothing_is_left_running(tmp_path: Path) -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("reads /proc")
    before = children()
    with Store.create(tmp_path / "a", description="x", environment=surroundings(tmp_path)) as store:
        ids = line(store, 40)
        left = store.read_many(ids)
        next(left)
        assert len(children() - before) == 1
        with store.bulk() as bulk:
            bulk.commit({"a": b"1"}, [], "m", KEEPER, WHEN)
    assert children() == before
    store.close()
    forgotten = Store.open(tmp_path / "a")
    forgotten.read(ids[0])
    del forgotten
    assert children() == before


@pytest.mark.parametrize(
    ("complaint", "sentence"),
    [
        ("fatal: sha1 file write error. Out of diskspace", "there is no room left on the disk of a"),
        ("error: unable to create temporary file: Read-only file system", "a is on a read-only disk"),
        ("fatal: cannot update ref 'refs/x': couldn't write 'refs/x.lock'", "a could not be written"),
        ("error: insufficient permission for adding an object", "a may not be read or written by you"),
        (
            "hint: x\nerror: packfile p.pack does not match index\nfatal: bad object",
            "objects of a are damaged or missing",
        ),
        ("fatal: unknown repository extension found", "the configuration of a cannot be understood by git"),
        ("fatal: something new", "git failed on a: something new"),
        ("", "git failed on a"),
    ],
)
def test_a_complaint_of_git_becomes_a_sentence(complaint: str, sentence: str) -> None:
    error = fault(Path("a"), complaint)
    assert error.message.startswith(sentence)
    assert error.hint
    assert "fatal:" not in str(error)


def test_a_disk_that_is_full_is_told(tmp_path: Path, store: Store) -> None:
    real = next(folder for folder in os.environ["PATH"].split(os.pathsep) if (Path(folder) / "git").exists())
    programs = tmp_path / "bin"
    programs.mkdir()
    script = (
        '#!/bin/sh\ncase " $* " in *" hash-object "*|*" fast-import "*)\n'
        '  echo "fatal: write error: No space left on device" >&2; exit 128;; esac\n'
        f'exec "{real}/git" "$@"\n'
    )
    (programs / "git").write_text(script)
    (programs / "git").chmod(0o755)
    with Store.open(store.path, environment={"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}) as full:
        with pytest.raises(ArchiveError, match="no room left") as caught:
            full.write_tree({"a": b"x"})
        assert "nothing was recorded" in caught.value.hint
        with pytest.raises(ArchiveError, match="no room left"), full.bulk() as bulk:  # noqa: PT012
            bulk.blob(b"x" * 1_000_000)
            bulk.finish()
            bulk.commit({"a": b"1"}, [], "m", KEEPER, WHEN)
            bulk.finish()


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="nothing is forbidden to this user")
def test_a_directory_that_may_not_be_written_is_told_and_can_be_read(tmp_path: Path, store: Store) -> None:
    (commit,) = line(store, 1)
    folders = [store.path, *(p for p in store.path.rglob("*") if p.is_dir())]
    for folder in folders:
        folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with Store.open(store.path, environment=surroundings(tmp_path)) as shut:
            assert shut.read(f"{commit}:text.md") == b"draft 0\n"
            for act in (lambda: shut.write_tree({"a": b"new"}), lambda: shut.update([RefUpdate(GAUGES, None, commit)])):
                with pytest.raises(ArchiveError, match="may not be read or written"):
                    act()
    finally:
        for folder in folders:
            folder.chmod(0o755)
