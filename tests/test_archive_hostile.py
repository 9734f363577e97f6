"""An archive made by a stranger: nothing of it runs, nothing is written outside, and its oddities are told."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from archiving import OPS, draft, new_archive, open_archive
from gitkit import git
from travaux.archive import Archive
from travaux.errors import ArchiveError

MARK = "ran"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Path]:
    with new_archive(tmp_path / "archive.git") as made:
        made.add("1.txt", draft(*OPS), dossier="lights")
        yield made.path


def everything(path: Path) -> None:
    """All that a reader does with a stranger's archive, and all that a writer does."""
    with open_archive(path) as archive:
        archive.dossiers()
        archive.draft("lights", "1")
        archive.source("lights", "1")
        archive.verify()
        archive.add("2.txt", draft(*OPS[1:]), dossier="lights")
        archive.correct("lights", "1", date="1946-01-24")
        archive.verify()


def test_nothing_of_a_stranger_runs(archive: Path, tmp_path: Path) -> None:
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path / MARK}\ncat\n")
    program.chmod(0o755)
    hooks = archive / "hooks"
    hooks.mkdir(exist_ok=True)
    for hook in ("post-update", "pre-receive", "update", "reference-transaction", "post-commit", "pre-commit"):
        (hooks / hook).write_bytes(program.read_bytes())
        (hooks / hook).chmod(0o755)
    settings = {
        "core.fsmonitor": program, "core.sshCommand": program, "core.hooksPath": hooks, "core.pager": program,
        "core.editor": program, "filter.x.clean": program, "filter.x.smudge": program, "filter.x.process": program,
        "diff.x.textconv": program, "diff.external": program, "gpg.program": program, "commit.gpgsign": "true",
        "credential.helper": f"!{program}", "core.gitProxy": program, "core.askPass": program,
        "remote.origin.url": f"ext::{program}", "protocol.ext.allow": "always",
        "alias.cat-file": f"!{program}", "user.name": "Somebody Else",
    }  # fmt: skip
    for name, value in settings.items():
        git(archive, "config", name, str(value))
    (archive / "info").mkdir(exist_ok=True)
    (archive / "info" / "attributes").write_text("* filter=x diff=x\n")
    everything(archive)
    assert not (tmp_path / MARK).exists()


def test_a_tree_with_links_and_names_that_lead_out(archive: Path, tmp_path: Path) -> None:
    """Git itself refuses to make `..`; the object is written as bytes."""
    secret = tmp_path / "secret"
    secret.write_text("secret")
    record = git(archive, "rev-parse", "lights/0001:record.json")
    link = git(archive, "hash-object", "-w", "--stdin", data=str(secret).encode())
    entries = [("100644", "..", link), ("120000", "text.md", link), ("100644", "record.json", record)]
    content = b"".join(
        f"{mode} {name}\0".encode() + bytes.fromhex(id_) for mode, name, id_ in sorted(entries, key=lambda e: e[1])
    )
    tree = git(archive, "hash-object", "-t", "tree", "-w", "--literally", "--stdin", data=content)
    commit = git(archive, "commit-tree", "-m", "x", tree)
    for ref in ("refs/tags/lights/0001", "refs/heads/dossier/lights", "refs/newest/lights"):
        git(archive, "update-ref", ref, commit)
    before = sorted(tmp_path.rglob("*"))
    with open_archive(archive) as opened:
        found = opened.verify()
        assert not found.clean
        assert all("secret" not in fault.message for fault in found.faults)
        with pytest.raises(ArchiveError):
            opened.draft("lights", "1")
        with pytest.raises(ArchiveError):
            opened.correct("lights", "1", date="1946")
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    "change",
    [
        {"origin": {"name": "../../outside", "sha256": "0" * 64, "format": "../../x"}},
        {"origin": {"name": "\u0000\n\u001b[31m", "sha256": "not a hash", "format": ""}},
        {"dossier": "../x"},
        {"bases": [{"ordinal": 1}]},
        {"bases": [{"ordinal": 9}]},
        {"bases": [{"ordinal": 10**15}]},
        {"notes": [{"id": "n1", "number": "1"}]},
        {"sponsors": ["x" * 1_000_000]},
        {"choice": "9"},
        {"ordinal": -1},
    ],
)
def test_a_record_of_a_stranger_is_told_and_followed_nowhere(
    archive: Path, tmp_path: Path, change: dict[str, object]
) -> None:
    record = json.loads(git(archive, "cat-file", "blob", "lights/0001:record.json")) | change
    blob = git(archive, "hash-object", "-w", "--stdin", data=json.dumps(record).encode())
    lines = git(archive, "ls-tree", "lights/0001").splitlines()
    listing = "\n".join(f"100644 blob {blob}\trecord.json" if "record.json" in line else line for line in lines)
    tree = git(archive, "mktree", data=(listing + "\n").encode())
    commit = git(archive, "commit-tree", "-m", "x", tree)
    for ref in ("refs/tags/lights/0001", "refs/heads/dossier/lights", "refs/newest/lights"):
        git(archive, "update-ref", ref, commit)
    before = sorted(path for path in tmp_path.rglob("*") if "archive.git" not in str(path))
    with open_archive(archive) as opened:
        assert not opened.verify().clean
        for action in (
            lambda: opened.dossier("lights"),
            lambda: opened.source("lights", "1"),
            lambda: opened.draft("lights", "1"),
            lambda: opened.history("lights").order,
            lambda: opened.add("2.txt", draft(*OPS[1:]), dossier="lights"),
            lambda: opened.add("3.txt", draft(*OPS[1:])),
        ):
            _refused_or_done(action)
    assert sorted(path for path in tmp_path.rglob("*") if "archive.git" not in str(path)) == before


def test_names_of_a_stranger_that_are_no_dossiers(archive: Path) -> None:
    for ref in ("refs/heads/dossier/-x", "refs/heads/dossier/a'b", "refs/tags/$(id)/0001", "refs/tags/lights/00001"):
        git(archive, "update-ref", ref, "refs/tags/lights/0001")
    with open_archive(archive) as opened:
        assert [dossier.id for dossier in opened.dossiers()] == ["lights"]
        assert len([f for f in opened.verify().faults if f.kind == "layout"]) == 4


def test_the_thousand_millionth_draft(archive: Path) -> None:
    git(archive, "update-ref", "refs/tags/lights/999999999", "refs/tags/lights/0001")
    with open_archive(archive) as opened:
        found = opened.verify()
        assert any("lights/0002 to lights/999999998 are missing" in fault.message for fault in found.faults)
        with pytest.raises(ArchiveError):
            opened.add("2.txt", draft(*OPS[1:]), dossier="lights")


def test_the_work_tree_of_a_clone_is_left_alone(archive: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", str(archive), "clone")
    (tmp_path / "clone" / "README.md").write_text("mine")
    with open_archive(tmp_path / "clone") as opened:
        opened.add("2.txt", draft(*OPS[1:]), dossier="lights")
    assert (tmp_path / "clone" / "README.md").read_text() == "mine"
    assert sorted(p.name for p in (tmp_path / "clone").iterdir()) == [".git", "README.md", "archive.json"]


def _refused_or_done(action: object) -> None:
    try:
        action()  # type: ignore[operator]
    except ArchiveError:
        return


def test_an_archive_class_takes_no_environment_by_itself(archive: Path) -> None:
    with pytest.raises(ArchiveError, match="git"), Archive.open(archive, environment={"PATH": "/nowhere"}):
        pass
