"""A history read in passing, from its commits alone: the same as by its records, or these are read."""

from pathlib import Path

import pytest

from archiving import OPS, chain, draft, new_archive, open_archive
from gitkit import git
from travaux.archive import Archive, histories
from travaux.archive.histories import StoredHistory
from travaux.archive.layout import held, tag
from travaux.archive.messages import names
from travaux.errors import ArchiveError

NAME = "lighthouses"


def glanced(archive: Archive) -> StoredHistory:
    store = archive._store
    return histories.glanced(store, NAME, held(store.refs(), store.remote)[NAME])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Rivals, a text merged from them, a draft that was found late, a record that was mended."""
    place = tmp_path / "archive.git"
    first, second, third, fourth, late = chain(3, 5)
    with new_archive(place) as archive:
        archive.add("1.txt", first, dossier=NAME)
        archive.add("2.txt", second, dossier=NAME)
        archive.add("3.txt", third, dossier=NAME, after=["1"])
        archive.add("4.txt", fourth, dossier=NAME, after=["3", "2"])
        archive.add("5.txt", late, dossier=NAME, before="2")
        archive.correct(NAME, "1", stage="draft")
    return place


def test_it_tells_what_the_records_tell(path: Path) -> None:
    with open_archive(path) as archive:
        quick, slow = glanced(archive), archive.history(NAME)
        assert quick._revisions is None, "nothing else was read"
        assert (quick.order, quick.latest) == (slow.order, slow.latest)
        assert [quick.bases(n) for n in quick.order] == [slow.bases(n) for n in slow.order]
        assert slow.bases(4) == (3, 2)
        words = ("latest", "@1", "4~1", "latest~2", "A/C.2/99/L.3")
        assert [quick.ordinal(word) for word in words] == [slow.ordinal(word) for word in words]
        assert quick.revisions == slow.revisions


def test_words_that_name_nothing_are_refused_alike(path: Path) -> None:
    with open_archive(path) as archive:
        for word in ("9", "1~1", "L.77"):
            with pytest.raises(ArchiveError) as quick:
                glanced(archive).ordinal(word)
            with pytest.raises(ArchiveError) as slow:
                archive.history(NAME).ordinal(word)
            assert (quick.value.message, quick.value.hint) == (slow.value.message, slow.value.hint)


def test_tags_that_changed_places_are_noticed(path: Path) -> None:
    one, two = (git(path, "rev-parse", tag(NAME, n)).strip() for n in (2, 3))
    git(path, "update-ref", tag(NAME, 2), two)
    git(path, "update-ref", tag(NAME, 3), one)
    with open_archive(path) as archive, pytest.raises(ArchiveError, match="@2 holds the record of lighthouses@3"):
        archive.blame(NAME)


def test_a_commit_of_somebody_else_is_known_by_its_record(tmp_path: Path) -> None:
    place = tmp_path / "archive.git"
    with new_archive(place) as archive:
        archive.add("1.txt", draft(*OPS), dossier=NAME)
    tree = git(place, "rev-parse", f"{tag(NAME, 1)}^{{tree}}").strip()
    commit = git(place, "commit-tree", "-m", "imported by hand", tree).strip()
    for ref in (tag(NAME, 1), f"refs/heads/dossier/{NAME}", f"refs/newest/{NAME}"):
        git(place, "update-ref", ref, commit)
    with open_archive(place) as archive:
        assert {run.since for p in archive.blame(NAME).paragraphs for run in p.runs} == {1}


@pytest.mark.parametrize(
    ("subject", "found"),
    [
        ("gauges@2: A/C.2/99/L.9 (draft)", ("gauges", 2)),
        ("gauges@2", ("gauges", 2)),
        ("gauges@²: x", None),
        ("gauges@1234567890: x", None),
        ("Merge branch 'dossier/gauges'", None),
        ("", None),
    ],
)
def test_first_lines_name_a_draft(subject: str, found: tuple[str, int] | None) -> None:
    assert names(subject) == found
