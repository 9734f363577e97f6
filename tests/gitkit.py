"""Plain git for the tests, and a home that holds nothing of the machine's user."""

import os
import subprocess
from pathlib import Path

from travaux.store import Identity, RefUpdate, Store

KEEPER = Identity("The Keeper", "keeper@example.org")
WHEN = 1_500_000_000
GAUGES = "refs/heads/dossier/gauges"


def surroundings(home: Path) -> dict[str, str]:
    """An environment of PATH and this home."""
    return {"PATH": os.environ.get("PATH", os.defpath), "HOME": str(home)}


def git(folder: Path, *arguments: str, data: bytes | None = None, check: bool = True) -> str:
    """Run git as a stranger would, without anybody's configuration."""
    environment = surroundings(folder) | {
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "LC_ALL": "C",
        **{f"GIT_{role}_{part}": word for role in ("AUTHOR", "COMMITTER")
           for part, word in (("NAME", "Stranger"), ("EMAIL", "stranger@example.org"), ("DATE", "@1500000000 +0000"))},
    }  # fmt: skip
    done = subprocess.run(
        ["git", *arguments],  # noqa: S607
        cwd=folder,
        env=environment,
        input=data,
        capture_output=True,
        check=False,
    )
    if check and done.returncode:
        raise AssertionError(f"git {arguments}: {done.stderr.decode()}")
    return done.stdout.decode().strip()


def blob_of(store: Store, data: bytes) -> str:
    """Keep bytes by the plumbing of git; gives their id."""
    return git(store.path, "hash-object", "-w", "--no-filters", "--stdin", data=data)


def children() -> set[int]:
    """Children of this process that are there now, finished but not waited for among them (Linux)."""
    listed = Path(f"/proc/{os.getpid()}/task")
    return {int(pid) for task in listed.iterdir() for pid in (task / "children").read_text(encoding="ascii").split()}


def draft(store: Store, text: str, *parents: str) -> str:
    """Keep a commit with one file."""
    return store.write_commit(store.write_tree({"text.md": text.encode()}), parents, text, KEEPER, WHEN)


def line(store: Store, length: int) -> list[str]:
    """Keep a branch of drafts, each made from the one before."""
    ids: list[str] = []
    for number in range(length):
        ids.append(draft(store, f"draft {number}\n", *ids[-1:]))
    assert store.update([RefUpdate(GAUGES, ids[-1], None)])
    return ids
