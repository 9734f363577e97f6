"""Adding drafts: what is recorded, where, made from what; and what is told of it."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import docx
import pytest

from archiving import NOON, OPS, chain, draft, new_archive, open_archive
from gitkit import KEEPER, children, git, surroundings
from travaux.archive import Archive
from travaux.archive.entries import Entry
from travaux.errors import ArchiveError, ChoiceError, SourceError
from travaux.model.receipts import NOT_RECORDED
from travaux.pipeline import parse, read

FIRST = draft(*OPS)
SECOND = draft(OPS[0], "Deplores the darkness of the northern coast;", *OPS[1:], symbol="A/C.2/99/L.9")
THIRD = draft(*OPS[:3], symbol="A/RES/99/71")


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with new_archive(tmp_path / "archive.git") as made:
        yield made


def test_a_first_draft_makes_its_dossier_from_the_title(archive: Archive) -> None:
    added = archive.add("L.3.txt", FIRST)
    assert (added.dossier, added.made, added.named, added.known, added.rival) == (
        "keeping-of-lighthouses", True, True, False, False,
    )  # fmt: skip
    assert (added.revision.ordinal, added.revision.parents, added.comparison) == (1, (), None)
    record = added.revision.record
    assert (record.symbol, record.title, record.stage) == ("A/C.2/99/L.3", "Keeping of lighthouses", "draft")
    assert (added.revision.recorded, added.revision.recorder) == (NOON, f"{KEEPER.name} <{KEEPER.email}>")


def test_a_second_draft_follows_the_latest_of_the_same_title(archive: Archive) -> None:
    archive.add("L.3.txt", FIRST)
    added = archive.add("L.9.txt", SECOND)
    assert (added.dossier, added.made, added.revision.ordinal) == ("keeping-of-lighthouses", False, 2)
    assert added.revision.parents == (archive.revision("keeping-of-lighthouses", "1").commit,)
    assert added.comparison is not None
    assert added.comparison.summary.added == 1
    rows = archive.history("keeping-of-lighthouses").draft(2).rows
    assert {row.id: row.line for row in rows if row.part == "operative"} == {
        "op1": "1:op1", "op2": "2:op2", "op3": "1:op2", "op4": "1:op3", "op5": "1:op4",
    }  # fmt: skip


def test_the_draft_comes_back_with_all_its_words(archive: Archive) -> None:
    noted = FIRST + b"5. Also decides to wait.[^1]\n\n[^1]: See the *register* of lamps.\n"
    archive.add("L.3.txt", noted)
    wanted = parse(read("L.3.txt", noted)).choose()
    found = archive.draft("keeping-of-lighthouses", "latest")
    assert [(p.id, p.address, p.label, p.text, p.marks) for p in found.paragraphs] == [
        (p.id, p.address, p.label, p.text, p.marks) for p in wanted.paragraphs
    ]
    assert [(n.id, n.number, n.text, n.references) for n in found.notes] == [
        (n.id, n.number, n.text, n.references) for n in wanted.notes
    ]
    assert found.notes
    assert archive.source("keeping-of-lighthouses", "1") == noted


def test_the_same_bytes_are_told_and_not_doubled(archive: Archive) -> None:
    first = archive.add("L.3.txt", FIRST)
    archive.add("L.9.txt", SECOND)
    again = archive.add("another name.txt", FIRST)
    assert (again.known, again.revision) == (True, first.revision)
    assert len(archive.dossier("keeping-of-lighthouses").revisions) == 2


def test_the_same_bytes_in_two_dossiers_are_two_drafts(archive: Archive) -> None:
    archive.add("L.3.txt", FIRST, dossier="one")
    assert not archive.add("L.3.txt", FIRST, dossier="two").known
    assert [d.id for d in archive.dossiers()] == ["one", "two"]


def test_a_rival_is_held_by_its_tag_and_the_branch_stays(archive: Archive) -> None:
    archive.add("L.3.txt", FIRST)
    archive.add("L.9.txt", SECOND)
    rival = archive.add("L.10.txt", THIRD, after=["1"])
    assert (rival.rival, rival.revision.ordinal) == (True, 3)
    assert archive.dossier("keeping-of-lighthouses").latest == 2
    merged = archive.add("L.11.txt", draft(*OPS[1:], symbol="A/C.2/99/L.11"), after=["2", "A/RES/99/71"])
    assert (merged.rival, len(merged.revision.parents)) == (False, 2)
    assert archive.dossier("keeping-of-lighthouses").latest == 4
    assert all(len(row.ancestors) == 2 for row in archive.history("keeping-of-lighthouses").draft(4).rows)


def test_words_for_revisions(archive: Archive) -> None:
    for name, content in (("a", FIRST), ("b", SECOND), ("c", THIRD)):
        archive.add(name, content, dossier="lights")
    found = [
        archive.revision("lights", word).ordinal
        for word in ("2", "@2", "0002", "a/c.2/99/l.9", "latest", "latest~1", "latest~", "latest~2", "@3~1")
    ]
    assert found == [2, 2, 2, 2, 3, 2, 2, 1, 2]
    for word in ("4", "0", "latest~3", "A/1", "", "~", "²", "9" * 30):
        with pytest.raises(ArchiveError, match="has no draft"):
            archive.revision("lights", word)
    with pytest.raises(ArchiveError, match=r"it has lights"):
        archive.revision("lamps", "1")


def test_a_symbol_of_several_drafts_names_them(archive: Archive) -> None:
    archive.add("a", FIRST, dossier="lights")
    archive.add("b", SECOND, dossier="lights", symbol="A/C.2/99/L.3*")
    with pytest.raises(ArchiveError, match=r"2 drafts called A/C\.2/99/L\.3; name one: @1, @2"):
        archive.revision("lights", "A/C.2/99/L.3 ")


@pytest.mark.parametrize(
    "odd",
    [
        "a/b",
        "two words",
        "-leading",
        "[x]*?",
        "ñandú 漢字",
        "é" * 300,
        'quo"te',
        "tab\tbed",
        "..",
        "line\nfeed",
        "@{1}",
    ],
)
def test_odd_symbols_and_names_round_trip(archive: Archive, odd: str) -> None:
    added = archive.add(odd, FIRST, dossier="lights", symbol=odd, sponsors=[odd], stage=odd, title=odd)
    record = archive.revision("lights", "1").record
    squeezed = " ".join(odd.split())
    assert (record.symbol, record.stage, record.title, record.sponsors) == (squeezed, squeezed, squeezed, (squeezed,))
    assert record.origin.name == odd
    if squeezed not in ("..",):
        assert archive.revision("lights", squeezed).commit == added.revision.commit
    assert archive.verify().faults == ()


def test_names_that_are_not_unicode_are_kept_as_far_as_they_can_be(archive: Archive) -> None:
    added = archive.add("r\udce9sum\udce9.txt", FIRST, dossier="lights", symbol="A/\udcff")
    assert (added.revision.record.origin.name, added.revision.record.symbol) == ("r\ufffdsum\ufffd.txt", "A/\ufffd")
    assert archive.verify().faults == ()


def test_a_dry_run_tells_and_records_nothing(archive: Archive) -> None:
    archive.add("L.3.txt", FIRST)
    before = git(archive.path, "for-each-ref")
    told = archive.add("L.9.txt", SECOND, dry_run=True)
    assert (told.dry, told.revision.ordinal, told.revision.commit) == (True, 2, NOT_RECORDED)
    assert told.comparison is not None
    assert git(archive.path, "for-each-ref") == before
    assert archive.add("L.9.txt", SECOND).revision.ordinal == 2


def test_a_pin_is_recorded_and_followed(archive: Archive) -> None:
    archive.add("L.3.txt", FIRST, dossier="lights")
    added = archive.add("L.9.txt", SECOND, dossier="lights", pins=["OP4=OP2"])
    assert added.revision.record.bases[0].pins == ("OP4=OP2",)
    assert archive.history("lights").draft(2).rows[4].line == "1:op4"
    archive.add("L.10.txt", THIRD, dossier="lights", after=["1"])
    with pytest.raises(ChoiceError, match="does not say from which draft"):
        archive.add("x", draft(*OPS, symbol="X/1"), dossier="lights", after=["2", "3"], pins=["OP1=OP1"])
    merged = archive.add("x", draft(*OPS, symbol="X/1"), dossier="lights", after=["2", "3"], pins=["3:OP1=OP2"])
    assert [base.pins for base in merged.revision.record.bases] == [(), ("OP1=OP2",)]
    with pytest.raises(ChoiceError, match="none before it"):
        archive.add("x", FIRST, dossier="other", pins=["OP1=OP1"])


def test_a_volume_is_archived_by_the_resolution_that_is_chosen(archive: Archive, tmp_path: Path) -> None:
    volume = (Path(__file__).parents[1] / "examples" / "mountain-shelters-council-volume.txt").read_bytes()
    with pytest.raises(ChoiceError, match="2 resolutions"):
        archive.add("volume.txt", volume)
    first = archive.add("volume.txt", volume, choice="2044/13")
    second = archive.add("volume.txt", volume, choice="E/RES/2044/12")
    assert (first.revision.record.choice, second.revision.record.choice) == ("2044/13", "2044/12")
    assert archive.add("volume.txt", volume, choice="2044/12").known
    assert (second.revision.record.stage, second.revision.record.organ) == ("recommended", "General Assembly")
    assert archive.verify().faults == ()


def test_a_draft_that_a_council_transmits_follows_the_draft_of_the_assembly(archive: Archive) -> None:
    examples = Path(__file__).parents[1] / "examples"
    archive.add("draft.txt", (examples / "mountain-shelters-draft.txt").read_bytes())
    volume = (examples / "mountain-shelters-council-volume.txt").read_bytes()
    added = archive.add("volume.txt", volume, choice="2044/12")
    assert (added.made, added.revision.ordinal, added.revision.record.organ) == (False, 2, "General Assembly")
    assert archive.verify().faults == ()


def test_the_same_inputs_give_the_same_trees(tmp_path: Path) -> None:
    trees = []
    for name, when in (("one", 1_000_000_000), ("two", 2_000_000_000)):
        clock = lambda when=when: when  # noqa: E731
        with Archive.init(tmp_path / name, environment=surroundings(tmp_path), clock=clock) as archive:
            for number, content in enumerate(chain(7, 6), 1):
                archive.add(f"L.{number}.txt", content, dossier="lights")
        trees.append(git(tmp_path / name, "log", "--format=%T", "dossier/lights"))
    assert trees[0] == trees[1]


def test_source_date_epoch_is_honoured_and_a_neutral_identity_is_stated(tmp_path: Path) -> None:
    environment = {**surroundings(tmp_path), "SOURCE_DATE_EPOCH": "946684800"}
    with Archive.init(tmp_path / "a", environment=environment) as archive:
        revision = archive.add("L.3.txt", FIRST, dossier="lights").revision
    assert (revision.recorded, revision.recorder) == (946684800, "travaux <archive@travaux.invalid>")
    assert git(tmp_path / "a", "log", "-1", "--format=%ct %cn", "dossier/lights") == "946684800 travaux"
    with pytest.raises(ArchiveError, match="SOURCE_DATE_EPOCH"):
        Archive.init(tmp_path / "b", environment={**environment, "SOURCE_DATE_EPOCH": "noon"})
    with (
        Archive.open(tmp_path / "a", environment=surroundings(tmp_path)) as archive,
        pytest.raises(ArchiveError, match="only to be read"),
    ):
        archive.add("L.9.txt", SECOND, dossier="lights")


def test_plain_git_reads_it(archive: Archive, tmp_path: Path) -> None:
    for number, content in enumerate((FIRST, SECOND, THIRD), 1):
        archive.add(f"{number}.txt", content, dossier="lights", date="1946-01-24", sponsors=["Peru", "Chad"])
    git(tmp_path, "clone", "-q", "--mirror", str(archive.path), "mirror.git")
    git(tmp_path, "clone", "-q", str(archive.path), "clone")
    assert git(tmp_path / "mirror.git", "fsck", "--strict", "--full") == ""
    trailers = git(tmp_path / "mirror.git", "log", "-1", "--format=%(trailers:key=Sponsor,valueonly)", "lights/0002")
    assert trailers.split() == ["Peru", "Chad"]
    assert "lights@2: A/C.2/99/L.9 (draft)" in git(tmp_path / "clone", "log", "--format=%s", "origin/dossier/lights")
    diff = git(tmp_path / "clone", "log", "-p", "--word-diff", "-1", "lights/0002", "--", "text.md")
    assert "{+Deplores the darkness of the northern coast;+}" in diff
    blamed = git(tmp_path / "clone", "blame", "-s", "lights/0002", "--", "text.md").splitlines()
    commits = {line.split()[0].lstrip("^")[:7] for line in blamed if line.endswith((";", "."))}
    assert len(commits) == 2
    assert "archive.json" in git(tmp_path / "clone", "ls-files")


def test_a_mirror_and_a_clone_are_archives(archive: Archive, tmp_path: Path) -> None:
    archive.add("1.txt", FIRST, dossier="lights")
    archive.add("2.txt", SECOND, dossier="lights")
    git(tmp_path, "clone", "-q", "--mirror", str(archive.path), "mirror.git")
    git(tmp_path, "clone", "-q", str(archive.path), "clone")
    for name in ("mirror.git", "clone"):
        with open_archive(tmp_path / name) as copy:
            assert copy.dossier("lights") == archive.dossier("lights")
            assert copy.verify().faults == ()
            assert copy.add("3.txt", THIRD, dossier="lights").revision.ordinal == 3
            assert copy.dossier("lights").latest == 3
            assert copy.verify().faults == ()


def test_the_nearest_archive_is_found(archive: Archive, tmp_path: Path) -> None:
    deep = tmp_path / "project" / "deep"
    deep.mkdir(parents=True)
    git(tmp_path / "project", "init", "-q")
    for start in (deep, tmp_path, archive.path, archive.path / "objects"):
        with Archive.find(start, environment=surroundings(tmp_path)) as found:
            assert found.path.resolve() == archive.path.resolve()


def test_no_archive_is_found(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="there is no archive"):
        Archive.find(tmp_path, environment=surroundings(tmp_path))


def test_an_interrupted_making_is_finished(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "--bare", "a.git")
    with pytest.raises(ArchiveError, match="not a travaux archive"):
        open_archive(tmp_path / "a.git")
    with Archive.init(tmp_path / "a.git", environment=surroundings(tmp_path), clock=lambda: NOON) as archive:
        archive.add("L.3.txt", FIRST)
    with pytest.raises(ArchiveError):
        Archive.init(tmp_path / "a.git", environment=surroundings(tmp_path), clock=lambda: NOON)


@pytest.mark.parametrize(
    ("described", "said"),
    [
        ({"schema": "travaux.archive/1", "layout": 2}, "layout 2; this version of travaux knows layouts up to 1"),
        ({"layout": "one"}, "does not tell the version"),
        ([], "does not tell the version"),
    ],
)
def test_another_layout_is_refused(archive: Archive, described: object, said: str) -> None:
    blob = git(archive.path, "hash-object", "-w", "--stdin", data=json.dumps(described).encode())
    tree = git(archive.path, "mktree", data=f"100644 blob {blob}\tarchive.json\n".encode())
    commit = git(archive.path, "commit-tree", "-m", "x", tree)
    git(archive.path, "update-ref", "refs/heads/main", commit)
    with pytest.raises(ArchiveError, match=said):
        open_archive(archive.path)
    assert any(fault.kind == "layout" for fault in archive.verify().faults)


def test_a_word_file_is_kept_as_received(archive: Archive) -> None:
    document = docx.Document()
    for line in FIRST.decode().split("\n\n"):
        document.add_paragraph(line.strip())
    written = BytesIO()
    document.save(written)
    archive.add("L.3.docx", written.getvalue(), dossier="lights")
    assert archive.source("lights", "1") == written.getvalue()
    assert "source/original.docx" in git(archive.path, "ls-tree", "-r", "--name-only", "lights/0001").split()
    assert archive.draft("lights", "1").paragraphs[-1].text == OPS[-1]
    assert archive.verify().faults == ()


def test_titles_that_do_not_tell_the_dossier(archive: Archive) -> None:
    archive.add("1.txt", FIRST, dossier="one")
    archive.add("2.txt", SECOND, dossier="two")
    with pytest.raises(ArchiveError, match="2 dossiers hold a text of this title; name one: one, two"):
        archive.add("3.txt", THIRD)
    archive.add("4.txt", draft(*OPS, title="Buoys"), dossier="bells")
    with pytest.raises(ArchiveError, match="the dossier bells holds a text of another title"):
        archive.add("5.txt", draft(*OPS, title="Bells"))
    with pytest.raises(ArchiveError, match="no title"):
        archive.add("6.txt", b"Some words that are no resolution.\n")


def test_what_cannot_be_read_records_nothing(archive: Archive) -> None:
    before = git(archive.path, "for-each-ref")
    with pytest.raises(SourceError):
        archive.add("empty.txt", b"")
    with pytest.raises(ArchiveError, match="is not a date"):
        archive.add("L.3.txt", FIRST, date="soon")
    with pytest.raises(ArchiveError, match="has no draft 1; it is empty"):
        archive.add("L.3.txt", FIRST, after=["1"])
    with pytest.raises(ArchiveError, match="cannot be the name"):
        archive.add("L.3.txt", FIRST, dossier="../x")
    assert git(archive.path, "for-each-ref") == before


def test_who_signs_signs_every_commit_of_an_import_too(tmp_path: Path) -> None:
    if not shutil.which("ssh-keygen"):
        pytest.skip("ssh-keygen is not installed")
    home = tmp_path / "home"
    home.mkdir()
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(home / "key")], check=True)  # noqa: S607
    (home / "signers").write_text(f"keeper@example.org {(home / 'key.pub').read_text()}")
    (home / ".gitconfig").write_text(
        "[user]\nname = Keeper\nemail = keeper@example.org\nsigningKey = ~/key\n[commit]\ngpgSign = true\n"
        '[gpg]\nformat = ssh\n[gpg "ssh"]\nallowedSignersFile = ~/signers\n'
    )
    with Archive.init(tmp_path / "a.git", environment=surroundings(home), clock=lambda: NOON) as archive:
        archive.import_([Entry(f"{n}.txt", content, dossier="lights") for n, content in enumerate(chain(4, 5))])
        archive.correct("lights", "1", date="1946")
        for commit in git(archive.path, "rev-list", "--all").splitlines():
            assert "gpgsig" in git(archive.path, "cat-file", "commit", commit)
        assert archive.verify().faults == ()
    with open_archive(archive.path) as other:  # who has not the key cannot judge
        found = other.verify()
    assert found.clean
    assert [(f.kind, f.severity) for f in found.faults] == [("signature", "remark")]


def test_no_child_process_is_left(tmp_path: Path) -> None:
    before = children()
    with new_archive(tmp_path / "a.git") as archive:
        for number, content in enumerate(chain(3, 4), 1):
            archive.add(f"{number}.txt", content, dossier="lights")
        archive.verify()
        assert len(archive.dossiers()) == 1
    assert children() == before
