"""What `verify` proves: every fault is found, and named where it is."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from archiving import OPS, chain, draft, new_archive, open_archive
from gitkit import git, surroundings
from travaux.archive import Archive
from travaux.errors import ArchiveError
from travaux.model.evidence import Fault

Change = Callable[[bytes], bytes]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three drafts, a rival that is the last draft recorded, and one record that was mended."""
    path = tmp_path_factory.mktemp("made") / "archive.git"
    with new_archive(path) as archive:
        for number, content in enumerate(chain(13, 3), 1):
            archive.add(f"{number}.txt", content, dossier="lights")
        archive.add("4.txt", draft(*OPS, symbol="A/C.2/99/L.20"), dossier="lights", after=["1"])
        archive.correct("lights", "2", date="1946-01-24")
        assert archive.verify().faults == ()
    return path


@pytest.fixture
def archive(made: Path, tmp_path: Path) -> Iterator[Archive]:
    """A copy of it."""
    with open_archive(Path(shutil.copytree(made, tmp_path / "archive.git"))) as copy:
        yield copy


def faults(archive: Archive) -> list[Fault]:
    """What a new process would find."""
    with open_archive(archive.path) as again:
        found = again.verify()
    assert not found.clean
    return list(found.faults)


def the(found: list[Fault], kind: str, revision: int | None, words: str) -> None:
    fitting = [f for f in found if f.kind == kind and f.revision == revision and words in f.message]
    assert fitting, "\n".join(f"{f.kind} {f.revision} {f.message}" for f in found)


def forge(archive: Archive, ref: str, changes: dict[str, Change | None], *moved: str, again: bool = True) -> str:
    """Put another commit in the place of one (`again`), or after it, with files changed or taken out."""
    entries = {}
    for line in git(archive.path, "ls-tree", "-r", ref).splitlines():
        about, _, path = line.partition("\t")
        entries[path] = about
    for path, change in changes.items():
        if change is None:
            del entries[path]
            continue
        old = (git(archive.path, "cat-file", "blob", f"{ref}:{path}") + "\n").encode() if path in entries else b""
        blob = git(archive.path, "hash-object", "-w", "--stdin", data=change(old))
        entries[path] = f"100644 blob {blob}"
    listing = "".join(f"{about}\t{path.removeprefix('source/')}\n" for path, about in entries.items() if "/" in path)
    source = git(archive.path, "mktree", data=listing.encode())
    listing = "".join(f"{about}\t{path}\n" for path, about in entries.items() if "/" not in path)
    tree = git(archive.path, "mktree", data=(listing + f"040000 tree {source}\tsource\n").encode())
    parents = git(archive.path, "rev-parse", f"{ref}^@").split() if again else [git(archive.path, "rev-parse", ref)]
    message = git(archive.path, "log", "-1", "--format=%B", ref)
    options = [word for parent in parents for word in ("-p", parent)]
    commit = git(archive.path, "commit-tree", *options, "-F", "-", tree, data=message.encode())
    for name in moved:
        git(archive.path, "update-ref", name, commit)
    return commit


LAST = ("refs/tags/lights/0003", "refs/heads/dossier/lights")


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_deleted_tag(archive: Archive, number: int) -> None:
    git(archive.path, "update-ref", "-d", f"refs/tags/lights/000{number}")
    the(faults(archive), "reference", number, f"tag lights/000{number} is missing")


def test_a_deleted_tag_of_the_last_draft_does_not_give_its_ordinal_away(archive: Archive) -> None:
    git(archive.path, "update-ref", "-d", "refs/tags/lights/0004")
    with open_archive(archive.path) as again, pytest.raises(ArchiveError, match="the tag of the last draft of lights"):
        again.add("5.txt", draft(*OPS[1:]), dossier="lights")


def test_a_deleted_branch(archive: Archive) -> None:
    git(archive.path, "update-ref", "-d", "refs/heads/dossier/lights")
    the(faults(archive), "reference", None, "branch dossier/lights is missing")
    with open_archive(archive.path) as again:
        assert again.dossier("lights").latest is None
        with pytest.raises(ArchiveError, match="has no branch"):
            again.add("5.txt", draft(*OPS[1:]), dossier="lights")


def test_a_branch_that_was_set_back(archive: Archive) -> None:
    git(archive.path, "update-ref", "refs/heads/dossier/lights", "refs/tags/lights/0001")
    the(faults(archive), "reference", 2, "set back")


def test_a_branch_rewritten_from_its_root(archive: Archive) -> None:
    parent: list[str] = []
    for commit in git(archive.path, "rev-list", "--reverse", "dossier/lights").splitlines():
        words = ["-p", parent[-1]] if parent else []
        parent.append(git(archive.path, "commit-tree", *words, "-m", "x", f"{commit}^{{tree}}"))
    git(archive.path, "update-ref", "refs/heads/dossier/lights", parent[-1])
    the(faults(archive), "reference", None, "which no tag holds")


@pytest.mark.parametrize("last", [True, False])
def test_a_history_rewritten_by_a_forger_branch_and_tags_together(tmp_path: Path, last: bool) -> None:
    """As `git filter-branch --tag-name-filter cat` does it: every file and message stays, who recorded it does not."""
    with new_archive(tmp_path / "archive.git") as archive:
        for number, content in enumerate(chain(13, 3), 1):
            archive.add(f"{number}.txt", content, dossier="lights")
        if last:
            archive.correct("lights", "3", date="1946")
        new: dict[str, str] = {}
        for commit in git(archive.path, "rev-list", "--reverse", "dossier/lights").splitlines():
            olds = git(archive.path, "rev-parse", f"{commit}^@").split()
            parents = [word for old in olds for word in ("-p", new[old])]
            said = git(archive.path, "log", "-1", "--format=%B", commit).encode()
            new[commit] = git(archive.path, "commit-tree", *parents, "-F", "-", f"{commit}^{{tree}}", data=said)
        for number in (1, 2, 3):
            tag = f"refs/tags/lights/000{number}"
            git(archive.path, "update-ref", tag, new[git(archive.path, "rev-parse", tag)])
        git(archive.path, "update-ref", "refs/heads/dossier/lights", "refs/tags/lights/0003")
        the(faults(archive), "reference", 3, "refs/newest/lights and the tag lights/0003, the highest")
        with pytest.raises(ArchiveError, match="the tag of the last draft of lights is missing or was moved"):
            archive.add("4.txt", draft(*OPS), dossier="lights")


def test_a_date_of_the_last_record_changed_with_its_message(tmp_path: Path) -> None:
    with new_archive(tmp_path / "archive.git") as archive:
        for number, content in enumerate(chain(13, 3), 1):
            archive.add(f"{number}.txt", content, dossier="lights", date="1946-01-24")

        def other(content: bytes) -> bytes:
            return content.replace(b"1946-01-24", b"1947-01-24")

        commit = forge(archive, "dossier/lights", {"record.json": other})
        said = other(git(archive.path, "log", "-1", "--format=%B", commit).encode())
        commit = git(
            archive.path, "commit-tree", "-p", f"{commit}^", "-F", "-", f"{commit}^{{tree}}", data=said
        )  # fmt: skip
        for name in LAST:
            git(archive.path, "update-ref", name, commit)
        the(faults(archive), "reference", 3, "the history was rewritten")


def test_a_tag_moved_to_another_draft(archive: Archive) -> None:
    git(archive.path, "update-ref", "refs/tags/lights/0002", "refs/tags/lights/0001")
    found = faults(archive)
    the(found, "descent", 3, "other parents")


def test_a_draft_rewritten_under_its_tag(archive: Archive) -> None:
    forge(archive, "refs/tags/lights/0001", {}, "refs/tags/lights/0001")
    found = faults(archive)
    the(found, "descent", 2, "other parents")
    the(found, "reference", None, "is no recorded draft")


def test_a_source_altered_by_a_commit_of_someone_else(archive: Archive) -> None:
    forge(
        archive, "dossier/lights", {"source/original.txt": lambda c: c + b"x"}, "refs/heads/dossier/lights", again=False
    )
    found = faults(archive)
    the(found, "reference", None, "by Stranger")
    the(found, "reference", None, "which no tag holds")


def test_a_source_altered_under_its_tag(archive: Archive) -> None:
    forge(archive, "dossier/lights", {"source/original.txt": lambda c: c + b"x"}, *LAST)
    the(faults(archive), "source", 3, "another source file")


def test_a_source_that_is_missing(archive: Archive) -> None:
    forge(archive, "dossier/lights", {"source/original.txt": None, "source/other": lambda _: b"x"}, *LAST)
    found = faults(archive)
    the(found, "layout", 3, "has no source/original.txt")
    the(found, "layout", 3, "'source/other'")


def test_words_altered(archive: Archive) -> None:
    def other(content: bytes) -> bytes:
        return content.replace(b"the", b"a", 1)

    forge(archive, "dossier/lights", {"text.md": other}, *LAST)
    the(faults(archive), "text", 3, "has other words in")


def test_words_and_hash_altered_are_found_by_reading_again(archive: Archive) -> None:
    def other(content: bytes) -> bytes:
        lines = content.split(b"\n")
        row = json.loads(lines[-2]) | {"label": "99."}
        return b"\n".join([*lines[:-2], json.dumps(row).encode(), b""])

    forge(archive, "dossier/lights", {"paragraphs.jsonl": other}, *LAST)
    the(faults(archive), "reading", 3, "reads otherwise")


def test_another_version_may_read_otherwise(archive: Archive) -> None:
    def other(content: bytes) -> bytes:
        lines = content.split(b"\n")
        row = json.loads(lines[-2]) | {"label": "99."}
        return b"\n".join([*lines[:-2], json.dumps(row).encode(), b""])

    def version(content: bytes) -> bytes:
        return json.dumps(json.loads(content) | {"travaux": "0.0.1"}).encode()

    forge(archive, "dossier/lights", {"paragraphs.jsonl": other, "record.json": version, "delta.json": None}, *LAST)
    found = archive.verify()
    assert found.clean
    assert [(f.kind, f.severity, f.revision) for f in found.faults] == [("reading", "remark", 3)]
    assert "it was read by travaux 0.0.1" in found.faults[0].message


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"line": "9:op9"}, "in the line 9:op9; by its ancestors it is"),
        ({"from": [["op77"]]}, "from op77 of @2, which is not there"),
        ({"from": []}, "does not tell for each of its bases"),
    ],
)
def test_descent_altered(archive: Archive, change: dict[str, object], said: str) -> None:
    def other(content: bytes) -> bytes:
        first, rest = content.split(b"\n", 1)
        return json.dumps(json.loads(first) | change).encode() + b"\n" + rest

    forge(archive, "dossier/lights", {"paragraphs.jsonl": other}, *LAST)
    the(faults(archive), "descent", 3, said)


@pytest.mark.parametrize(
    ("change", "kind", "said"),
    [
        ({"ordinal": 7}, "record", "holds the record of lights@7"),
        ({"dossier": "buoys"}, "record", "holds the record of buoys@3"),
        ({"symbol": "A/1"}, "record", "says something else than its record"),
        ({"bases": []}, "descent", "other parents"),
        ({"schema": "travaux.record/9"}, "text", "is no record"),
        ({"origin": {"name": "x", "sha256": "0" * 64, "format": "text"}}, "source", "another source file"),
    ],
)
def test_a_record_altered(archive: Archive, change: dict[str, object], kind: str, said: str) -> None:
    def other(content: bytes) -> bytes:
        return json.dumps(json.loads(content) | change).encode()

    forge(archive, "dossier/lights", {"record.json": other}, *LAST)
    the(faults(archive), kind, 3, said)


def test_superseded_lines_that_are_lost(archive: Archive) -> None:
    git(archive.path, "update-ref", "-d", "refs/superseded/lights/0002/1")
    the(faults(archive), "superseded", 2, "no longer kept")


def test_a_superseded_line_that_nothing_took_the_place_of(archive: Archive) -> None:
    git(archive.path, "update-ref", "refs/superseded/lights/0004/1", "refs/tags/lights/0004")
    the(faults(archive), "superseded", 4, "nothing took the place of")


def test_a_plain_clone_tells_that_it_has_no_superseded_lines(archive: Archive, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", str(archive.path), "clone")
    with open_archive(tmp_path / "clone") as clone:
        found = clone.verify()
    assert found.clean
    assert [(f.kind, f.severity) for f in found.faults] == [("superseded", "remark")]


@pytest.mark.parametrize("ref", ["refs/heads/dossier/x/y", "refs/tags/v1", "refs/tags/lights/3", "refs/newest/X"])
def test_references_of_no_dossier(archive: Archive, ref: str) -> None:
    git(archive.path, "update-ref", ref, "refs/tags/lights/0001")
    the(faults(archive), "layout", None, f"{ref} is a reference of no dossier")


def test_a_branch_of_someone_else_is_not_our_matter(archive: Archive) -> None:
    git(archive.path, "update-ref", "refs/heads/topic", "refs/heads/main")
    assert archive.verify().faults == ()


def test_main_lost(archive: Archive) -> None:
    git(archive.path, "update-ref", "-d", "refs/heads/main")
    assert any(f.kind == "layout" and "no branch main" in f.message for f in archive.verify().faults)
    with pytest.raises(ArchiveError, match="not a travaux archive"):
        open_archive(archive.path)


@pytest.mark.parametrize("where", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_a_flipped_byte_in_a_pack(archive: Archive, where: float) -> None:
    git(archive.path, "repack", "-adq")
    git(archive.path, "pack-refs", "--all")
    (pack,) = (archive.path / "objects" / "pack").glob("*.pack")
    content = bytearray(pack.read_bytes())
    content[12 + int((len(content) - 32) * where)] ^= 0xFF
    pack.chmod(0o644)
    pack.write_bytes(content)
    assert any(f.kind == "object" for f in faults(archive))


def test_an_object_lost(archive: Archive) -> None:
    blob = git(archive.path, "rev-parse", "lights/0002:text.md")
    (archive.path / "objects" / blob[:2] / blob[2:]).unlink()
    the(faults(archive), "object", 2, "cannot be read")


def test_only_the_dossiers_asked_for(archive: Archive) -> None:
    archive.add("x.txt", draft(*OPS), dossier="buoys")
    git(archive.path, "update-ref", "-d", "refs/tags/lights/0002")
    assert archive.verify(["buoys"]).clean
    assert not archive.verify(["lights"]).clean
    with pytest.raises(ArchiveError, match="no dossier lamps; it has buoys, lights"):
        archive.verify(["lamps"])


def test_progress_and_numbers(archive: Archive) -> None:
    told: list[tuple[int, int]] = []
    found = archive.verify(progress=lambda done, total: told.append((done, total)))
    assert (found.dossiers, found.revisions) == (1, 6)
    assert told == [(n, 6) for n in range(1, 7)]


def test_git_missing(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="git"):
        Archive.open(archive.path, environment={**surroundings(tmp_path), "PATH": str(tmp_path)})
