"""Whatever is done to an archive in whatever order: it stays sound, and nothing acknowledged disappears."""

import random
from pathlib import Path

import pytest

from archiving import new_archive, written
from drafting import Drafter
from gitkit import git
from travaux.archive import Archive
from travaux.errors import ArchiveError

STEPS = 10


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_any_order_of_adding_and_mending(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    drafter = Drafter(seed)
    text = drafter.resolution(6)
    acknowledged: set[str] = set()
    ordinals: dict[int, bytes] = {}
    with new_archive(tmp_path / "archive.git") as archive:
        for step in range(STEPS):
            content = written(drafter.redraft(text), f"A/C.2/99/L.{step}")
            _do(archive, chance, content, ordinals)
            revisions = archive.dossier("lights").revisions
            acknowledged |= {r.commit for r in revisions}
            assert [r.ordinal for r in revisions] == list(range(1, len(ordinals) + 1))
        for ordinal, content in ordinals.items():
            assert archive.source("lights", f"@{ordinal}") == content
        assert archive.verify().faults == ()
        held = set(git(archive.path, "for-each-ref", "--format=%(objectname)").splitlines())
        assert acknowledged <= held


def _do(archive: Archive, chance: random.Random, content: bytes, ordinals: dict[int, bytes]) -> None:
    """Add a draft, a rival, a merged one, one found late; or mend one. What is impossible does nothing."""
    words = [f"@{n}" for n in ordinals]
    action = chance.choice(("add", "rival", "merge", "late", "date", "after")) if len(words) > 1 else "add"
    before = git(archive.path, "for-each-ref")
    try:
        if action in ("date", "after"):
            after = None if action == "date" else chance.sample(words, chance.randint(1, 2))
            archive.correct("lights", chance.choice(words), date=str(chance.randint(1946, 2044)), after=after)
            return
        after = {"rival": 1, "merge": 2}.get(action, 0)
        added = archive.add(
            "draft.txt",
            content,
            dossier="lights",
            after=chance.sample(words, after),
            before=chance.choice(words) if action == "late" else None,
        )
    except ArchiveError as fault:
        assert "cannot be made from" in fault.message  # noqa: PT017
        assert git(archive.path, "for-each-ref") == before
        return
    if not added.known:
        ordinals[added.revision.ordinal] = content
