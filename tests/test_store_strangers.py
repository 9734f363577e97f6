"""A repository from a stranger runs nothing, writes nothing outside itself, and cannot tell lies that git believes."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from gitkit import KEEPER, WHEN, blob_of, git, surroundings
from travaux.errors import ArchiveError
from travaux.store import Ref, RefUpdate, Store

HEAD = "refs/heads/dossier/gauges"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    with Store.create(tmp_path / "archive", description="x", environment=surroundings(tmp_path)) as store:
        first = store.write_commit(store.write_tree({"text.md": b"one\n"}), [], "one", KEEPER, WHEN)
        second = store.write_commit(store.write_tree({"text.md": b"two\n"}), [first], "two", KEEPER, WHEN)
        assert store.update([RefUpdate(HEAD, second, None), RefUpdate("refs/tags/gauges/0001", first, None)])
    return tmp_path / "archive"


@pytest.fixture
def store(tmp_path: Path, archive: Path) -> Iterator[Store]:
    with Store.open(archive, environment=surroundings(tmp_path)) as opened:
        yield opened


def trap(tmp_path: Path) -> tuple[str, Path]:
    """A program that leaves a trace, and the trace."""
    program, trace = tmp_path / "trap", tmp_path / "trace"
    program.write_text(f'#!/bin/sh\necho "$0 $@" >> "{trace}"\n')
    program.chmod(0o755)
    return str(program), trace


def use(store: Store) -> None:
    """Everything that the store can do."""
    ids = [commit.id for commit in store.history([ref.id for ref in store.refs()])]
    for id_ in ids:
        store.tree(id_)
        store.signature(id_)
        list(store.read_many([id_, f"{id_}:text.md", f"{id_}:absent", "1" * 40]))
    store.identity()
    store.fsck()
    made = store.write_commit(store.write_tree({"text.md": b"three\n"}), ids[-1:], "three", KEEPER, WHEN)
    assert store.update([RefUpdate(HEAD, made, ids[-1]), RefUpdate("refs/heads/new", made, None)])
    with store.bulk() as bulk:
        mark = bulk.commit({"text.md": b"four\n"}, [made], "four", KEEPER, WHEN)
        bulk.commit({"text.md": b"five\n"}, [mark], "five", KEEPER, WHEN)
        last = bulk.finish()[-1]
        assert store.update([RefUpdate(HEAD, last, made)])


def test_no_program_of_the_repository_runs(tmp_path: Path, archive: Path) -> None:
    program, trace = trap(tmp_path)
    hooks = archive / "hooks"
    hooks.mkdir()
    for name in (
        "reference-transaction",
        "post-index-change",
        "update",
        "pre-receive",
        "post-update",
        "fsmonitor-watchman",
    ):
        shutil.copy(program, hooks / name)
    for name in (
        "core.fsmonitor", "core.sshCommand", "core.editor", "core.pager", "core.askPass", "core.gitProxy",
        "core.alternateRefsCommand", "diff.external", "gpg.program", "gpg.openpgp.program", "gpg.ssh.program",
        "gpg.x509.program", "gpg.ssh.defaultKeyCommand", "filter.x.clean", "filter.x.smudge", "filter.x.process",
        "diff.x.textconv", "diff.x.command", "uploadpack.packObjectsHook", "sequence.editor", "trailer.x.command",
        "interactive.diffFilter", "remote.origin.uploadpack",
    ):  # fmt: skip
        git(archive, "config", name, program)
    for command in ("log", "fsck", "cat-file", "update-ref"):
        git(archive, "config", f"alias.{command}", f"!{program}")
    git(archive, "config", "credential.helper", f"!{program}")
    git(archive, "config", "core.hooksPath", str(hooks))
    git(archive, "config", "commit.gpgSign", "true")
    git(archive, "config", "pager.log", program)
    (archive / "info").mkdir()
    (archive / "info" / "attributes").write_text("* filter=x diff=x\n")
    with Store.open(archive, environment=surroundings(tmp_path)) as store:
        signed = git(archive, "cat-file", "commit", HEAD).replace(
            "\n\n", "\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n\n", 1
        )
        made = git(archive, "hash-object", "-t", "commit", "-w", "--stdin", data=signed.encode())
        assert store.signature(made) == "unknown"
        use(store)
    assert not trace.exists()
    git(archive, "update-ref", "refs/heads/proof", HEAD)  # the trap works
    assert "reference-transaction" in trace.read_text()


def test_nothing_is_fetched_even_if_the_repository_asks_for_it(tmp_path: Path, archive: Path) -> None:
    program, trace = trap(tmp_path)
    for name, value in (
        ("remote.origin.url", f"ext::{program} %S"), ("remote.origin.fetch", "+refs/*:refs/*"),
        ("protocol.allow", "always"), ("protocol.ext.allow", "always"),
        ("remote.origin.vcs", "evil"), ("url.ext::x.insteadOf", "https:"),
    ):  # fmt: skip
        git(archive, "config", name, value)
    with Store.open(archive, environment=surroundings(tmp_path)) as store:
        assert store.remote is None
        use(store)
        for name, value in (
            ("core.repositoryFormatVersion", "1"), ("extensions.partialClone", "origin"),
            ("remote.origin.promisor", "true"),
        ):  # fmt: skip
            git(archive, "config", name, value)
        store.close()  # the next question starts git anew, in what has become a partial clone
        with pytest.raises(ArchiveError, match=r"lazy fetching disabled|damaged or missing"):
            list(store.read_many(["1" * 40]))
    assert not trace.exists()
    with pytest.raises(ArchiveError, match="a partial clone"):
        Store.open(archive, environment=surroundings(tmp_path))
    git(archive, "config", "--unset", "remote.origin.vcs")
    git(archive, "cat-file", "-p", "1" * 40, check=False)  # the trap works
    assert trace.exists()


def test_variables_of_the_caller_do_not_reach_git(
    tmp_path: Path, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, trace = trap(tmp_path)
    for name, value in {
        "GIT_DIR": "/nowhere", "GIT_OBJECT_DIRECTORY": "/nowhere", "GIT_COMMON_DIR": "/nowhere", "GIT_NAMESPACE": "x",
        "GIT_TRACE": str(tmp_path / "trace"), "GIT_TRACE2_EVENT": str(tmp_path / "trace"), "GIT_INDEX_FILE": "/nowhere",
        "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.hooksPath", "GIT_CONFIG_VALUE_0": str(tmp_path),
        "GIT_CONFIG_PARAMETERS": "'core.fsmonitor=x'", "GIT_EXEC_PATH": str(tmp_path), "GIT_AUTHOR_NAME": "Impostor",
        "GIT_SSH_COMMAND": program, "GIT_EXTERNAL_DIFF": program, "GIT_REPLACE_REF_BASE": "refs/heads/",
        "GIT_AUTHOR_DATE": "1990-01-01", "GIT_DEFAULT_HASH": "sha256", "GIT_TEMPLATE_DIR": str(tmp_path),
    }.items():  # fmt: skip
        monkeypatch.setenv(name, value)
    with Store.open(archive, environment=dict(os.environ) | surroundings(tmp_path)) as store:
        use(store)
        assert {c.author for c in store.history([store.resolve(HEAD) or ""])} == {"The Keeper <keeper@example.org>"}
    with Store.create(tmp_path / "second", description="x", environment=dict(os.environ)) as store:
        assert len(store.write_tree({})) == 40
        assert not (store.path / "trap").exists()
    assert not trace.exists()


@pytest.mark.parametrize(
    "name",
    [
        "HEAD", "config", "refs", "refs/heads", f"{HEAD}", "refs/heads/dossier", "objects", "objects/info",
        "objects/pack", "packed-refs", "logs", f"logs/{HEAD}", "info",
    ],
)  # fmt: skip
def test_a_part_that_is_a_symbolic_link_is_refused(tmp_path: Path, archive: Path, name: str) -> None:
    path, outside = archive / name, tmp_path / "outside"
    if path.exists():
        path.rename(outside)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        outside.touch()
    path.symlink_to(outside)
    before = sorted(p.name for p in tmp_path.iterdir())
    with pytest.raises(ArchiveError, match=r"symbolic link|is not a git repository"):
        Store.open(archive)
    assert sorted(p.name for p in tmp_path.iterdir()) == before


def test_our_own_lock_is_not_made_through_a_link(tmp_path: Path, store: Store) -> None:
    (store.path / "travaux.lock").unlink()
    (store.path / "travaux.lock").symlink_to(tmp_path / "outside")
    with pytest.raises(ArchiveError, match=r"travaux\.lock is a symbolic link") as refused:
        store.update([RefUpdate("refs/heads/x", store.resolve(HEAD), None)])
    assert "remove the link" in (refused.value.hint or "")
    assert not (tmp_path / "outside").exists()


def test_a_directory_in_the_place_of_our_own_lock(store: Store) -> None:
    (store.path / "travaux.lock").unlink()
    (store.path / "travaux.lock").mkdir()
    with pytest.raises(ArchiveError, match=r"travaux\.lock is a directory"):
        store.update([RefUpdate("refs/heads/x", store.resolve(HEAD), None)])


def test_a_pipe_in_place_of_a_file_does_not_hang(archive: Path) -> None:
    os.mkfifo(archive / "packed-refs")
    with pytest.raises(ArchiveError, match="neither a file nor a directory"):
        Store.open(archive)


def test_a_repository_that_leans_on_another_is_refused(tmp_path: Path, archive: Path) -> None:
    def refused(name: str, sentence: str) -> None:
        with pytest.raises(ArchiveError, match=sentence):
            Store.open(tmp_path / name)

    git(tmp_path, "clone", "-q", "--shared", "--bare", str(archive), "shared")
    refused("shared", "leans on another repository")
    git(tmp_path, "clone", "-q", "--bare", "--depth=1", f"file://{archive}", "--branch=dossier/gauges", "shallow")
    refused("shallow", "history .* is cut off")
    git(tmp_path, "clone", "-q", "--no-checkout", str(archive), "elsewhere", "--separate-git-dir=kept")
    refused("elsewhere", "leads to a repository elsewhere")
    git(tmp_path, "clone", "-q", "--bare", str(archive), "common")
    (tmp_path / "common" / "commondir").write_text(str(archive))
    refused("common", "leans on another repository")
    git(tmp_path, "clone", "-q", "--bare", str(archive), "including")
    git(tmp_path / "including", "config", "includeIf.gitdir:/.path", "/etc/passwd")
    refused("including", "takes in another file")


def test_a_configuration_that_git_cannot_read_is_told(archive: Path) -> None:
    (archive / "config").write_text("[core\n")
    with pytest.raises(ArchiveError, match=r"configuration of .* cannot be understood"):
        Store.open(archive)


def test_a_tree_is_told_as_it_is(tmp_path: Path, store: Store) -> None:
    blob = blob_of(store, b"secret")
    raw = b"".join(
        f"{mode} ".encode() + name + b"\0" + bytes.fromhex(blob)
        for mode, name in (
            ("100644", b".."), ("100644", b".git"), ("100644", b"/etc/x"), ("120000", b"link"),
            ("160000", b"module"), ("100755", b"run"), ("100644", b"\xff"),
        )
    )  # fmt: skip
    tree = git(store.path, "hash-object", "-t", "tree", "-w", "--literally", "--stdin", data=raw)
    found = store.tree(tree)
    assert {path: entry.mode for path, entry in found.items()} == {
        "..": "100644", ".git": "100644", "/etc/x": "100644", "link": "120000", "module": "160000", "run": "100755",
        "\udcff": "100644",
    }  # fmt: skip
    assert [path for path, entry in found.items() if not entry.regular] == ["link", "module"]
    assert found["module"].size is None
    commit = store.write_commit(tree, [], "m", KEEPER, WHEN)
    assert store.read(f"{commit}:..") == store.read(f"{commit}:\udcff") == b"secret"
    assert store.update([RefUpdate("refs/heads/odd", commit, None)])
    assert any("hasDotdot" in finding for finding in store.fsck())


def test_grafts_replacements_and_graphs_change_nothing(tmp_path: Path, archive: Path) -> None:
    second = git(archive, "rev-parse", HEAD)
    first = git(archive, "rev-parse", f"{HEAD}^")
    git(archive, "commit-graph", "write", "--reachable")
    git(archive, "replace", second, first)
    (archive / "info").mkdir(exist_ok=True)
    (archive / "info" / "grafts").write_text(f"{second}\n")
    assert git(archive, "rev-list", HEAD) == second  # git is deceived
    with Store.open(archive, environment=surroundings(tmp_path)) as store:
        assert [c.message for c in store.history([second])] == ["one\n", "two\n"]
        assert store.read(f"{HEAD}:text.md") == b"two\n"


def test_a_symbolic_reference_hands_no_change_on(store: Store) -> None:
    head = store.resolve(HEAD)
    git(store.path, "symbolic-ref", "refs/heads/dossier/alias", "refs/heads/victim")
    git(store.path, "update-ref", "refs/heads/victim", str(head))
    assert "refs/heads/dossier/alias" not in [ref.name for ref in store.refs()]
    made = store.write_commit(store.write_tree({}), [], "m", KEEPER, WHEN)
    assert store.update([RefUpdate("refs/heads/dossier/alias", made, head)])
    assert store.refs("refs/heads/victim") == (Ref("refs/heads/victim", str(head)),)


def test_a_configuration_cannot_hide_a_fault(tmp_path: Path, archive: Path) -> None:
    tree = git(archive, "rev-parse", f"{HEAD}^{{tree}}")
    raw = f"tree {tree}\nauthor A <a@b> 1 +0000\ncommitter A 1 +0000\n\nm\n"
    bad = git(archive, "hash-object", "-t", "commit", "-w", "--literally", "--stdin", data=raw.encode())
    git(archive, "update-ref", "refs/heads/bad", bad)
    git(archive, "config", "fsck.missingEmail", "ignore")
    assert "missingEmail" not in git(archive, "fsck", "--strict")
    with Store.open(archive, environment=surroundings(tmp_path)) as store:
        found = store.fsck()
        assert found[0] == "the configuration of the repository passes over faults: fsck.missingemail=ignore"
        assert any("missingEmail" in finding for finding in found[1:])
        with pytest.raises(ArchiveError, match="not a well-formed commit"):
            store.commit(bad)
    git(archive, "config", "--unset", "fsck.missingEmail")
    git(archive, "config", "fsck.skipList", str(tmp_path / "skipped"))
    (tmp_path / "skipped").write_text(bad)
    with Store.open(archive, environment=surroundings(tmp_path)) as store:
        assert "passes over faults: fsck.skiplist=" in store.fsck()[0]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a directory away")
def test_an_archive_of_another_user_is_read(tmp_path: Path, archive: Path) -> None:
    for path in (archive, *archive.rglob("*")):
        os.chown(path, 12345, 12345)
    assert git(archive, "rev-parse", HEAD, check=False) == ""  # git itself refuses
    with Store.open(archive, environment=surroundings(tmp_path)) as store:
        assert store.read(f"{HEAD}:text.md") == b"two\n"


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    """A home whose user signs with an ssh key, and trusts it."""
    if not shutil.which("ssh-keygen"):
        pytest.skip("ssh-keygen is not installed")
    home = tmp_path / "home"
    home.mkdir()
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(home / "key")], check=True)  # noqa: S607
    public = (home / "key.pub").read_text()
    (home / "signers").write_text(f"keeper@example.org {public}")
    (home / ".gitconfig").write_text(
        "[user]\nname = Keeper\nemail = keeper@example.org\nsigningKey = ~/key\n[commit]\ngpgSign\n"
        '[gpg]\nformat = ssh\n[gpg "ssh"]\nallowedSignersFile = ~/signers\n'
    )
    return home


def test_a_user_who_signs_signs_here_too(archive: Path, keys: Path) -> None:
    with Store.open(archive, environment=surroundings(keys)) as store:
        tree = store.write_tree({"a": b"1"})
        signed = store.write_commit(tree, [], "m", KEEPER, WHEN)
        assert store.signature(signed) == "good"
        assert store.commit(signed).message == "m\n"
        assert store.signature(str(store.resolve(HEAD))) == "none"
        raw = git(archive, "cat-file", "commit", signed).replace("\n\nm", "\n\nforged")
        forged = git(archive, "hash-object", "-t", "commit", "-w", "--stdin", data=f"{raw}\n".encode())
        assert store.signature(forged) == "bad"
    with Store.open(archive, environment=surroundings(keys.parent)) as store:
        assert store.signature(signed) == "unknown"
        assert store.signature(store.write_commit(tree, [], "m", KEEPER, WHEN)) == "none"
        git(archive, "config", "gpg.ssh.allowedSignersFile", str(keys / "signers"))
    with Store.open(archive, environment=surroundings(keys.parent)) as store:
        assert store.signature(signed) == "unknown"  # whom the stranger trusts is not whom the user trusts
    (keys / "key").unlink()
    (keys / "key.pub").unlink()
    with Store.open(archive, environment=surroundings(keys)) as store:
        made = store.write_tree({})
        with pytest.raises(ArchiveError, match="could not be signed"):
            store.write_commit(made, [], "m", KEEPER, WHEN)
