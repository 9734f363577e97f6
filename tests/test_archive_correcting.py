"""Recording again: mistaken records, drafts found late; nothing acknowledged disappears."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from archiving import OPS, chain, draft, new_archive
from gitkit import git
from travaux.archive import Archive
from travaux.errors import ArchiveError
from travaux.model.receipts import NOT_RECORDED

LATE = draft(*OPS, "Also decides to light a lamp on every cape;", symbol="A/C.2/99/L.5")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    """A dossier of three drafts, each made from the one before."""
    with new_archive(tmp_path / "archive.git") as made:
        for number, content in enumerate(chain(11, 3), 1):
            made.add(f"{number}.txt", content, dossier="lights")
        yield made


def commits(archive: Archive) -> list[str]:
    return [r.commit for r in archive.dossier("lights").revisions]


def lines(archive: Archive, ordinal: int) -> list[tuple[str, str]]:
    return [(row.id, row.line) for row in archive.history("lights").draft(ordinal).rows]


def test_a_mended_record_moves_all_that_stands_on_it(archive: Archive) -> None:
    before, told = commits(archive), lines(archive, 3)
    done = archive.correct("lights", "2", date="1946-01-24", sponsors=["Peru"], stage="")
    assert (done.old.commit, done.moved, done.dry) == (before[1], (3,), False)
    after = commits(archive)
    assert after[0] == before[0]
    assert after[1] == done.new.commit != before[1]
    assert after[2] != before[2]
    record = archive.revision("lights", "2").record
    assert (record.date, record.sponsors, record.stage) == ("1946-01-24", ("Peru",), None)
    assert lines(archive, 3) == told
    assert archive.dossier("lights").latest == 3
    kept = dict(line.split()[::-1] for line in git(archive.path, "show-ref").splitlines())
    assert kept["refs/superseded/lights/0002/1"] == before[1]
    assert kept["refs/superseded/lights/0003/1"] == before[2]
    trailer = "--format=%(trailers:key=Supersedes,valueonly)"
    assert git(archive.path, "log", "-1", trailer, "lights/0003") == before[2]
    assert archive.verify().faults == ()


def test_the_files_that_stay_are_the_same_objects(archive: Archive) -> None:
    archive.correct("lights", "1", symbol="A/C.2/99/L.2")
    for number in (1, 2, 3):
        now, then = (
            git(archive.path, "ls-tree", "-r", ref, "text.md", "notes.md", "source").splitlines()
            for ref in (f"refs/tags/lights/000{number}", f"refs/superseded/lights/000{number}/1")
        )
        assert now == then


def test_recorded_again_twice_all_lines_are_kept(archive: Archive) -> None:
    for year in ("1946", "1947"):
        archive.correct("lights", "1", date=year)
    refs = git(archive.path, "for-each-ref", "--format=%(refname)", "refs/superseded").splitlines()
    assert refs == [f"refs/superseded/lights/000{n}/{count}" for n in (1, 2, 3) for count in (1, 2)]
    assert archive.verify().faults == ()
    assert archive.verify().revisions == 9


def test_nothing_to_mend_records_nothing(archive: Archive) -> None:
    before = git(archive.path, "for-each-ref")
    done = archive.correct("lights", "2", symbol="A/C.2/99/L.2")
    assert done.old == done.new
    dry = archive.correct("lights", "2", symbol="A/C.2/99/L.99", dry_run=True)
    assert (dry.dry, dry.new.commit, dry.new.record.symbol) == (True, NOT_RECORDED, "A/C.2/99/L.99")
    assert git(archive.path, "for-each-ref") == before


def test_a_draft_found_late_comes_in_before_another(archive: Archive) -> None:
    before = commits(archive)
    added = archive.add("late.txt", LATE, dossier="lights", before="2")
    assert (added.revision.ordinal, added.moved, added.revision.parents) == (4, (2, 3), (before[0],))
    assert added.comparison is not None
    history = archive.history("lights")
    assert history.order == (1, 4, 2, 3)
    assert [history.bases(n) for n in (1, 4, 2, 3)] == [(), (1,), (4,), (2,)]
    assert history.latest == 3
    assert archive.revision("lights", "latest~2").ordinal == 4
    assert archive.verify().faults == ()


def test_a_draft_found_late_comes_in_before_the_first(archive: Archive) -> None:
    added = archive.add("late.txt", LATE, dossier="lights", before="1")
    assert (added.revision.parents, added.moved, added.comparison) == ((), (1, 2, 3), None)
    assert archive.history("lights").order == (4, 1, 2, 3)
    assert archive.verify().faults == ()


def test_the_same_late_draft_twice_is_told(archive: Archive) -> None:
    archive.add("late.txt", LATE, dossier="lights", before="2")
    before = git(archive.path, "for-each-ref")
    assert archive.add("late.txt", LATE, dossier="lights", before="2").known
    assert git(archive.path, "for-each-ref") == before


def test_a_dry_run_of_a_late_draft(archive: Archive) -> None:
    before = git(archive.path, "for-each-ref")
    told = archive.add("late.txt", LATE, dossier="lights", before="2", dry_run=True)
    assert (told.dry, told.revision.ordinal, told.moved) == (True, 4, (2, 3))
    assert git(archive.path, "for-each-ref") == before


def test_true_bases_are_mended_and_the_branch_follows(archive: Archive) -> None:
    archive.add("rival.txt", LATE, dossier="lights", after=["1"])
    assert archive.dossier("lights").latest == 3
    archive.correct("lights", "4", after=["3"])
    history = archive.history("lights")
    assert (history.bases(4), history.latest) == ((3,), 4)
    assert archive.verify().faults == ()


def test_a_draft_cannot_be_made_from_itself(archive: Archive) -> None:
    archive.add("4.txt", draft(*OPS, symbol="A/C.2/99/L.20"), dossier="lights")
    for after, reason in (
        ("2", "lights@2 cannot be made from itself"),
        ("3", "lights@2 cannot be made from @3, which was made from it"),
        ("4", "lights@2 cannot be made from @4, which stands on @2"),
    ):
        with pytest.raises(ArchiveError) as refused:
            archive.correct("lights", "2", after=["1", after])
        assert refused.value.message == reason
    for after, reason in (
        ("2", "a draft that comes in before lights@2 cannot be made from it"),
        ("3", "a draft that comes in before lights@2 cannot be made from @3, which was made from it"),
    ):
        with pytest.raises(ArchiveError) as refused:
            archive.add("late.txt", LATE, dossier="lights", before="2", after=[after])
        assert refused.value.message == reason
    assert archive.verify().faults == ()


def test_what_is_given_of_a_known_draft_is_told_as_ignored(archive: Archive) -> None:
    archive.add("late.txt", LATE, dossier="lights", after=["1"], date="1950", pins=["OP1=OP2"])
    before = git(archive.path, "for-each-ref")
    again = archive.add(
        "late.txt", LATE, dossier="lights", sponsors=["Chad"], date="1951", symbol=" A/C.2/99/L.5 ", stage="",
        after=["2"], pins=["OP1=-"],
    )  # fmt: skip
    assert (again.known, again.ignored) == (True, ("stage", "date", "sponsors", "after", "pins"))
    same = archive.add("late.txt", LATE, dossier="lights", date="1950", after=["1"], pins=["1:OP1=OP2"])
    assert (same.known, same.ignored) == (True, ())
    assert archive.add("late.txt", LATE, dossier="lights", before="3").ignored == ("before",)
    archive.correct("lights", "3", after=["2", "4"])
    assert archive.add("late.txt", LATE, dossier="lights", before="3").ignored == ()
    with pytest.raises(ArchiveError, match="is not a date"):
        archive.add("late.txt", LATE, dossier="lights", date="soon")
    assert git(archive.path, "for-each-ref") != before


def test_pins_are_mended_and_the_links_found_anew(archive: Archive) -> None:
    archive.correct("lights", "2", pins=["OP1=-"])
    first = archive.revision("lights", "2").record.bases[0]
    assert first.pins == ("OP1=-",)
    assert "1:op1" not in {line for _, line in lines(archive, 2)}
    assert archive.verify().faults == ()


def test_other_words(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match="no dossier lamps"):
        archive.correct("lamps", "1", date="1946")
    with pytest.raises(ArchiveError, match="no draft 9"):
        archive.correct("lights", "9", date="1946")
    with pytest.raises(ArchiveError, match="no dossier lamps"):
        archive.add("late.txt", LATE, dossier="lamps", before="1")
