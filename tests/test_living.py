"""The life of a text as one value: what trace and blame tell, for all paragraphs at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from archiving import chain, draft, new_archive
from travaux.archive import Archive
from travaux.errors import ArchiveError
from travaux.model.evidence import Step
from travaux.model.life import Life, Passage

OPS = (
    "Requests the keepers to report each year on the state of their lamps;",
    "Urges all coastal States to replace lamps that have burned for more than ten years;",
    "Decides to remain seized of the matter.",
)
RIVAL = (OPS[0], "Invites the regional commissions to convene a meeting of keepers;", OPS[2])


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with new_archive(tmp_path / "archive.git") as made:
        yield made


def add(archive: Archive, number: int, content: bytes, *after: str) -> None:
    archive.add(f"{number}.txt", content, dossier="lamps", after=after)


def steps(life: Life) -> list[tuple[object, ...]]:
    """What each change tells of a step, in the form of a trace."""
    numbers = {d.revision.ordinal: {p.id: p.address for p in d.paragraphs} for d in life.drafts}
    return [
        (
            p.new,
            p.old,
            tuple(numbers[p.old][key] for key in c.old),
            tuple(numbers[p.new][key] for key in c.new),
            c.relation,
            c.moved,
            c.altered,
            c.redline,
        )
        for p in life.passages
        for c in p.changes
    ]


def told(step: Step) -> tuple[object, ...]:
    plain = all(segment.op == "keep" for segment in step.redline)
    said = (step.revision, step.base, step.old, step.new, step.relation, step.moved, step.altered)
    return (*said, () if plain else step.redline)


def covers(life: Life, passage: Passage) -> bool:
    ids = {d.revision.ordinal: sorted(p.id for p in d.paragraphs) for d in life.drafts}
    old = sorted(key for c in passage.changes for key in c.old)
    new = sorted(key for c in passage.changes for key in c.new)
    return (old, new) == (ids[passage.old], ids[passage.new])


@pytest.mark.parametrize("seed", range(3))
def test_it_tells_every_step_of_every_trace_and_the_blame_of_the_latest(archive: Archive, seed: int) -> None:
    for number, content in enumerate(chain(seed, 5), 1):
        add(archive, number, content)
    life = archive.life("lamps")
    known = steps(life)
    assert all(covers(life, passage) for passage in life.passages)
    for paragraph in life.drafts[-1].paragraphs:
        traced = archive.trace("lamps", paragraph.id).steps
        assert [s for s in map(told, traced) if s[1] is not None and s not in known] == []
    assert life.blame == archive.blame("lamps")
    assert Life.model_validate_json(life.model_dump_json()) == life


def test_rivals_stand_beside_and_a_merged_text_has_a_passage_from_each(archive: Archive) -> None:
    add(archive, 1, draft(*OPS))
    add(archive, 2, draft(*OPS[1:]), "1")
    add(archive, 3, draft(*RIVAL), "1")
    add(archive, 4, draft(*RIVAL[:2], *OPS[1:]), "2", "3")
    life = archive.life("lamps")
    assert [(p.old, p.new) for p in life.passages] == [(1, 2), (1, 3), (2, 4), (3, 4)]
    assert all(covers(life, passage) for passage in life.passages)


def test_of_an_earlier_draft_it_tells_what_that_draft_came_from(archive: Archive) -> None:
    add(archive, 1, draft(*OPS))
    add(archive, 2, draft(*OPS[1:]), "1")
    add(archive, 3, draft(*RIVAL), "1")
    life = archive.life("lamps", "3")
    assert [d.revision.ordinal for d in life.drafts] == [1, 3]
    assert (life.blame.revision, life.title) == (3, "Keeping of lighthouses")


def test_words_that_stayed_are_told_once(archive: Archive) -> None:
    add(archive, 1, draft(*OPS))
    add(archive, 2, draft(*OPS, "Also decides to paint the lighthouses."))
    (passage,) = archive.life("lamps").passages
    assert all(c.redline == () for c in passage.changes if c.relation == "kept" and not c.altered)
    assert any(c.redline for c in passage.changes)


def test_a_draft_that_is_not_there(archive: Archive) -> None:
    add(archive, 1, draft(*OPS))
    with pytest.raises(ArchiveError, match="no draft 7"):
        archive.life("lamps", "7")
