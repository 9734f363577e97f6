"""Importing many drafts at once, all or none."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from archiving import OPS, chain, draft, new_archive
from gitkit import git
from travaux.archive import Archive
from travaux.archive.entries import Entry
from travaux.archive.importing import manifest
from travaux.errors import ArchiveError, ChoiceError, SourceError
from travaux.model.receipts import NOT_RECORDED

FILES = {f"L.{n}.txt": content for n, content in enumerate(chain(5, 6), 1)}


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with new_archive(tmp_path / "archive.git") as made:
        yield made


def entries() -> list[Entry]:
    return [Entry(name, content, dossier="lights") for name, content in FILES.items()]


def test_an_import_is_what_adding_one_by_one_is(archive: Archive, tmp_path: Path) -> None:
    done = archive.import_(entries())
    assert [a.revision.ordinal for a in done.added] == [1, 2, 3, 4, 5, 6]
    assert [a.revision for a in done.added] == list(archive.dossier("lights").revisions)
    assert done.dossiers == ("lights",)
    with new_archive(tmp_path / "other.git") as other:
        for name, content in FILES.items():
            other.add(name, content, dossier="lights")
        assert git(other.path, "rev-parse", "dossier/lights") == git(archive.path, "rev-parse", "dossier/lights")
    assert archive.verify().faults == ()


def test_progress_is_told(archive: Archive) -> None:
    told: list[tuple[int, int]] = []
    archive.import_(entries(), progress=lambda done, total: told.append((done, total)))
    assert told == [(n, 6) for n in range(1, 7)]


def test_known_drafts_are_told_and_the_others_recorded(archive: Archive) -> None:
    first, *_ = entries()
    archive.import_([first])
    done = archive.import_([*entries(), first])
    assert [a.known for a in done.added] == [True, *[False] * 5, True]
    assert len(archive.dossier("lights").revisions) == 6
    assert all(a.known for a in archive.import_(entries()).added)


def test_several_dossiers_and_rivals_by_the_names_of_rows(archive: Archive) -> None:
    rows = [
        {"file": "L.1.txt", "name": "first", "dossier": "lights"},
        {"file": "L.2.txt", "name": "theirs", "dossier": "lights", "after": ["first"]},
        {"file": "L.3.txt", "name": "ours", "dossier": "lights", "after": "first", "sponsors": ["Chad", "Peru"]},
        {"file": "L.4.txt", "dossier": "lights", "after": ["theirs", "ours"], "date": "1946-01-24"},
        {"file": "L.5.txt", "dossier": "buoys"},
    ]
    found = manifest("list.json", json.dumps(rows).encode(), FILES.__getitem__)
    done = archive.import_(found)
    assert [a.rival for a in done.added] == [False, False, True, False, False]
    history = archive.history("lights")
    assert [history.bases(n) for n in (1, 2, 3, 4)] == [(), (1,), (1,), (2, 3)]
    assert history.latest == 4
    assert history.revisions[3].record.sponsors == ("Chad", "Peru")
    assert archive.verify().faults == ()


def test_pins_name_bases_as_after_does(archive: Archive) -> None:
    """By the name of a row, an ordinal or a symbol; a name that looks like an ordinal wins, as in `after`."""
    content = (
        "file,name,dossier,after,pins\n"
        "L.1.txt,1,lights,,\n"
        "L.2.txt,b: theirs,lights,1,OP1=OP2\n"
        "L.3.txt,2,lights,1,1:OP1=-\n"
        "L.4.txt,,lights,2;b: theirs,2:OP1=-;b: theirs:OP2=-; A/C.2/99/L.3 :OP2=-\n"
    )
    archive.import_(manifest("list.csv", content.encode(), FILES.__getitem__))
    bases = [[(base.ordinal, base.pins) for base in r.record.bases] for r in archive.dossier("lights").revisions]
    assert bases == [
        [],
        [(1, ("OP1=OP2",))],
        [(1, ("OP1=-",))],
        [(3, ("OP1=-", "OP2=-")), (2, ("OP2=-",))],
    ]
    with pytest.raises(ChoiceError, match="c:OP1=- names a draft that this one was not made from; made from @4"):
        archive.add("5.txt", FILES["L.5.txt"], dossier="lights", pins=["c:OP1=-"])


def test_a_list_as_csv(archive: Archive) -> None:
    content = (
        "\ufefffile,name,dossier,sponsors,after,stage\r\n"
        "drafts/L.1.txt,a,lights,Peru; Trinidad and Tobago,,\r\n"
        '"drafts\\L.2.txt",b,lights,,a,"revised, again"\r\n'
    )
    found = manifest("list.csv", content.encode(), lambda path: FILES[path.replace("\\", "/").rpartition("/")[2]])
    assert [(e.name, e.key, e.given.sponsors, e.after, e.given.stage) for e in found] == [
        ("L.1.txt", "a", ("Peru", "Trinidad and Tobago"), (), None),
        ("L.2.txt", "b", None, ("a",), "revised, again"),
    ]
    archive.import_(found)
    assert archive.history("lights").bases(2) == (1,)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("l.csv", b"file,colour\nx,red\n", "has a column 'colour'"),
        ("l.csv", b"file,name\nx\n", "line 2 of l.csv has fewer cells"),
        ("l.csv", b"file\nx,y\n", "line 2 of l.csv has more cells"),
        ("l.csv", b"name\nx\n", "line 2 of l.csv names no file"),
        ("l.csv", b"file,name\nx,a\ny,a\n", "line 3 of l.csv has the name a"),
        ("l.csv", b'file\n"x\n', "is not CSV"),
        ("l.csv", b"", "names no draft"),
        ("l.csv", b"\xff", "not UTF-8"),
        ("l.json", b"{", "is not JSON"),
        ("l.json", b"[" * 100_000, "is not JSON"),
        ("l.json", b"{}", "is not a list"),
        ("l.json", b"[1]", "entry 1 of l.json is not an object"),
        ("l.json", b'[{"file": 1}]', "file of entry 1 of l.json is not a word"),
        ("l.json", b'[{"file": "x", "after": [1]}]', "after of entry 1"),
    ],
)
def test_a_list_that_is_none(name: str, content: bytes, said: str) -> None:
    with pytest.raises(ArchiveError, match=said):
        manifest(name, content, lambda _: b"")


def test_one_bad_file_and_nothing_is_recorded(archive: Archive) -> None:
    before = git(archive.path, "for-each-ref")
    with pytest.raises(SourceError, match=r"L\.9\.txt"):
        archive.import_([*entries(), Entry("L.9.txt", b"\0\0\0", dossier="lights")])
    with pytest.raises(ArchiveError, match="has no draft nowhere"):
        archive.import_([*entries(), Entry("L.9.txt", draft(*OPS), dossier="lights", after=("nowhere",))])
    assert git(archive.path, "for-each-ref") == before
    assert archive.verify().faults == ()
    archive.import_(entries())


def test_a_dry_run_records_nothing(archive: Archive) -> None:
    before = git(archive.path, "for-each-ref")
    done = archive.import_(entries(), dry_run=True)
    assert [(a.dry, a.revision.commit, a.revision.ordinal) for a in done.added] == [
        (True, NOT_RECORDED, n) for n in range(1, 7)
    ]
    assert git(archive.path, "for-each-ref") == before


def test_a_row_of_another_dossier_is_no_base(archive: Archive) -> None:
    content = json.dumps(
        [{"file": "L.1.txt", "name": "a", "dossier": "one"}, {"file": "L.2.txt", "dossier": "two", "after": "a"}]
    )
    with pytest.raises(ArchiveError, match="a belongs to the dossier one, not to two"):
        archive.import_(manifest("l.json", content.encode(), FILES.__getitem__))


def test_an_import_of_nothing(archive: Archive) -> None:
    assert archive.import_([]).added == ()
