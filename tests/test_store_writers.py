"""Several writers at a time, and writers that are killed: what was acknowledged is there, nobody waits for the dead."""

import os
import random
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from gitkit import KEEPER, WHEN, git, surroundings
from travaux.errors import ArchiveError
from travaux.store import RefUpdate, Store, journal, locks
from travaux.store.bulk import private_ref

TESTS = Path(__file__).parent

ONE_BY_ONE = """
    for number in range(COUNT):
        text = f"{NAME} {number}\\n"
        tree = store.write_tree({"text.md": text.encode(), "source/original.txt": text.encode()})
        while True:
            old = store.resolve(BRANCH)
            made = store.write_commit(tree, [old] if old else [], text, KEEPER, WHEN)
            if store.update([RefUpdate(BRANCH, made, old), RefUpdate(f"refs/tags/{NAME}/{number}", made, None)]):
                break
        print(made, flush=True)
"""

IN_BULK = """
    for number in range(COUNT):
        while True:
            old = store.resolve(BRANCH)
            with store.bulk() as bulk:
                marks = [old] if old else []
                for part in range(120):
                    files = {"text.md": f"{NAME} {number} {part}\\n".encode()}
                    marks.append(bulk.commit(files, marks[-1:], "m", KEEPER, WHEN))
                ids = bulk.finish()
                made = ids[-1]
                tags = [RefUpdate(f"refs/tags/{NAME}/{number}-{i}", id_, None) for i, id_ in enumerate(ids)]
                if store.update([RefUpdate(BRANCH, made, old), *tags]):
                    break
        print(made, flush=True)
"""


def writer(archive: Path, name: str, branch: str, count: int, body: str = ONE_BY_ONE) -> subprocess.Popen[str]:
    """A process that writes, and prints the id of each commit that was acknowledged."""
    script = textwrap.dedent(f"""
        import sys
        sys.path.insert(0, {str(TESTS)!r})
        from pathlib import Path
        from gitkit import KEEPER, WHEN, surroundings
        from travaux.store import RefUpdate, Store
        NAME, BRANCH, COUNT = {name!r}, {branch!r}, {count}
        with Store.open(Path({str(archive)!r}), environment=surroundings(Path("/"))) as store:
    """) + textwrap.indent(textwrap.dedent(body), "    ")  # fmt: skip
    return subprocess.Popen(
        [sys.executable, "-c", script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    Store.create(tmp_path / "archive", description="x", environment=surroundings(tmp_path)).close()
    return tmp_path / "archive"


def opened(archive: Path) -> Store:
    return Store.open(archive, environment=surroundings(archive.parent))


def none_lost(archive: Path, writers: int, count: int, branches: int) -> None:
    names = [f"w{number}" for number in range(writers)]
    heads = [f"refs/heads/dossier/{number % branches}" for number in range(writers)]
    at_work = [writer(archive, name, head, count) for name, head in zip(names, heads, strict=True)]
    said = [process.communicate() for process in at_work]
    assert [complaint for _, complaint in said if complaint] == []
    with opened(archive) as store:
        acknowledged = {id_ for out, _ in said for id_ in out.split()}
        assert len(acknowledged) == writers * count
        histories = [store.history([str(store.resolve(head))]) for head in sorted(set(heads))]
        assert sorted(c.message for h in histories for c in h) == sorted(
            f"{n} {i}\n" for n in names for i in range(count)
        )
        assert {c.id for h in histories for c in h} == acknowledged
        assert all(len(c.parents) <= 1 for h in histories for c in h)
        assert len(store.refs("refs/tags/")) == writers * count
        assert store.fsck() == []


def test_two_writers_lose_nothing(archive: Path) -> None:
    none_lost(archive, writers=2, count=8, branches=1)


@pytest.mark.slow
@pytest.mark.parametrize(("writers", "branches"), [(2, 1), (4, 1), (4, 2)])
def test_no_acknowledged_commit_of_many_is_lost(archive: Path, writers: int, branches: int) -> None:
    none_lost(archive, writers=writers, count=150, branches=branches)


@pytest.mark.slow
@pytest.mark.parametrize(("body", "rounds"), [(ONE_BY_ONE, 75), (IN_BULK, 25)], ids=["one by one", "in bulk"])
def test_a_killed_writer_takes_nothing_with_it(archive: Path, body: str, rounds: int) -> None:
    chance = random.Random(5)  # noqa: S311
    acknowledged: list[str] = []
    head = "refs/heads/dossier/gauges"
    for number in range(rounds):
        process = writer(archive, f"w{number}", head, 10_000, body)
        assert process.stdout is not None
        assert process.stderr is not None
        acknowledged.append(process.stdout.readline().strip())  # it is at work now
        time.sleep(chance.uniform(0, 0.15))
        os.killpg(process.pid, signal.SIGKILL)  # git, too, in the middle of what it does
        acknowledged += [line.strip() for line in process.stdout if len(line) == 41]
        assert process.stderr.read() == ""
        process.stdout.close()
        process.stderr.close()
        process.wait()
        with opened(archive) as store:
            old = str(store.resolve(head))
            assert store.fsck() == []
            made = store.write_commit(store.commit(old).tree, [old], "after\n", KEEPER, WHEN)
            assert store.update([RefUpdate(head, made, old)])  # nothing blocks it
            with store.bulk():
                pass
            assert store.refs("refs/import/") == ()
            tagged = {ref.id for ref in store.refs("refs/tags/")}  # every draft has its tag, every tag its draft
            assert tagged == {c.id for c in store.history([old]) if c.message != "after\n"}
    with opened(archive) as store:
        assert set(acknowledged) <= {c.id for c in store.history([str(store.resolve(head))])}
        left = [lock.relative_to(archive).with_suffix("").as_posix() for lock in (archive / "refs").rglob("*.lock")]
        assert store.update([RefUpdate(name, store.resolve(head), store.resolve(name)) for name in left])
    assert [path for path in archive.rglob("*.lock") if path.name != "travaux.lock"] == []
    assert not (archive / "travaux.pending").exists()
    assert list(archive.glob("fast_import_crash_*")) == []


def test_what_a_killed_writer_had_begun_is_carried_out(archive: Path) -> None:
    head, tag, gone = "refs/heads/dossier/gauges", "refs/tags/gauges/0002", "refs/heads/gone"
    with opened(archive) as store:
        one, two = (store.write_commit(store.write_tree({}), [], text, KEEPER, WHEN) for text in ("one", "two"))
        assert store.update([RefUpdate(head, one, None), RefUpdate(gone, one, None)])
        plan = [RefUpdate(head, two, one), RefUpdate(tag, two, None), RefUpdate(gone, None, one)]
        journal.written(archive, plan)
        assert store.update([RefUpdate("refs/heads/other", one, None)])  # nothing of it was begun: dropped
        assert (store.resolve(head), store.resolve(tag), journal.pending(archive)) == (one, None, False)
        journal.written(archive, plan)
        git(archive, "update-ref", head, two)
    with locks.gate(archive), opened(archive) as reader:  # the writer may be at work still
        assert reader.resolve(tag) is None
    with opened(archive) as store:
        assert (store.resolve(head), store.resolve(tag), store.resolve(gone)) == (two, two, None)
        assert not journal.pending(archive)
        journal.written(archive, [RefUpdate(head, one, two), RefUpdate("refs/heads/more", one, None)])
        git(archive, "update-ref", head, store.write_commit(store.write_tree({}), [], "three", KEEPER, WHEN))
        git(archive, "update-ref", "refs/heads/more", one)  # somebody else went on from there: left alone
    with opened(archive) as store:
        assert store.commit(str(store.resolve(head))).message == "three\n"


@pytest.mark.parametrize(
    "plan", ["", "[1]", "{}", '[["HEAD~1", null, null]]', '[["refs/heads/x", "y", null]]', "\xff", "null"]
)
def test_a_plan_that_makes_no_sense_is_dropped(archive: Path, plan: str) -> None:
    (archive / "travaux.pending").write_bytes(plan.encode("latin-1"))
    with opened(archive) as store:
        assert store.refs() == ()
    assert not (archive / "travaux.pending").exists()


def test_a_plan_is_not_read_through_a_link_nor_written_through_one(tmp_path: Path, archive: Path) -> None:
    (tmp_path / "outside").write_text("mine")
    for name in ("travaux.pending", "travaux.pending.new"):
        (archive / name).symlink_to(tmp_path / "outside")
    with opened(archive) as store:
        one = store.write_commit(store.write_tree({}), [], "one", KEEPER, WHEN)
        assert store.update([RefUpdate("refs/heads/a", one, None), RefUpdate("refs/heads/b", one, None)])
    assert (tmp_path / "outside").read_text() == "mine"


def test_thousands_of_references_stand_in_one_file(archive: Path) -> None:
    names = [f"refs/tags/gauges/{number:04}" for number in range(300)]
    with opened(archive) as store:
        one = store.write_commit(store.write_tree({}), [], "one", KEEPER, WHEN)
        assert store.update([RefUpdate(name, one, None) for name in names])
        assert [ref.name for ref in store.refs()] == names
        assert not [path for path in (archive / "refs").rglob("*") if path.is_file()]
        (archive / "packed-refs.lock").touch()  # another program's: what is acknowledged is kept all the same
        assert store.update([RefUpdate(f"refs/heads/{number}", one, None) for number in range(70)])
        assert len(store.refs()) == 370


# Locks


@pytest.mark.parametrize("name", ["refs/heads/dossier/gauges.lock", "packed-refs.lock", "HEAD.lock"])
def test_a_lock_of_the_dead_is_taken_away(archive: Path, name: str) -> None:
    with opened(archive) as store:
        one = store.write_commit(store.write_tree({}), [], "one", KEEPER, WHEN)
        main, head = "refs/heads/main", "refs/heads/dossier/gauges"
        assert store.update([RefUpdate(main, one, None), RefUpdate(head, one, None)])
        git(archive, "pack-refs", "--all")
        lock = archive / name
        lock.parent.mkdir(parents=True, exist_ok=True)
        lock.touch()
        os.utime(lock, (lock.stat().st_mtime - locks.GRACE - 1,) * 2)
        assert store.update([RefUpdate(main, None, one), RefUpdate(head, None, one)])
        assert not lock.exists()
        assert store.refs() == ()


def test_a_fresh_lock_is_waited_for(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "GRACE", 1.0)
    with opened(archive) as store:
        one = store.write_commit(store.write_tree({}), [], "one", KEEPER, WHEN)
        lock = archive / "refs" / "heads" / "main.lock"
        lock.touch()
        begun = time.monotonic()
        assert store.update([RefUpdate("refs/heads/main", one, None)])
        assert time.monotonic() - begun > 0.5


def test_a_lock_that_stays_is_told(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("travaux.store.references.PATIENCE", 0.3)
    with opened(archive) as store:
        one = store.write_commit(store.write_tree({}), [], "one", KEEPER, WHEN)
        lock = archive / "refs" / "heads" / "main.lock"
        lock.touch()
        with pytest.raises(ArchiveError, match=r"locked by another program \(.*main.lock\)"):
            store.update([RefUpdate("refs/heads/main", one, None)])
        assert lock.exists()
        assert list(archive.rglob(".travaux-*")) == []


def test_a_lock_that_is_elsewhere_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    lock = tmp_path / "x.lock"
    lock.touch()
    os.utime(lock, (0, 0))
    assert not locks.break_stale(lock, inside=(tmp_path / "inside",))
    assert not locks.break_stale(tmp_path / "inside" / "config", inside=(tmp_path,))
    assert lock.exists()
    assert locks.break_stale(lock, inside=(tmp_path,))


@pytest.mark.skipif(sys.platform == "win32", reason="needs locks on open files")
def test_writers_take_turns(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locks, "TURN", 0.2)
    with opened(archive) as store:
        one = store.write_commit(store.write_tree({}), [], "one", KEEPER, WHEN)
        with locks.gate(archive), pytest.raises(ArchiveError, match="others have been writing"):
            store.update([RefUpdate("refs/heads/main", one, None)])
        assert store.update([RefUpdate("refs/heads/main", one, None)])


def test_what_a_dead_import_left_is_taken_away_and_that_of_others_is_not(archive: Path) -> None:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    folder = private_ref().rpartition("/")[0]
    dead, alive, foreign = f"{folder}/{process.pid}", f"{folder}/{os.getppid()}", f"refs/import/0/{process.pid}"
    with opened(archive) as store:
        one = store.write_commit(store.write_tree({}), [], "one", KEEPER, WHEN)
        assert store.update([RefUpdate(name, one, None) for name in (dead, alive, foreign)])
        (archive / f"fast_import_crash_{process.pid}").touch()
        (archive / f"fast_import_crash_{os.getppid()}").touch()
        with store.bulk():
            pass
        assert {ref.name for ref in store.refs()} == {alive, foreign}
    assert [path.name for path in archive.glob("fast_import_crash_*")] == [f"fast_import_crash_{os.getppid()}"]
