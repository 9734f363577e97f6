"""Word files on their way into the archive: tracked changes, and formats that LibreOffice converts."""

import json
from pathlib import Path

import pytest

from travaux_cli import deliveries
from travaux_cli.entry import main
from wordfiles import word

LINES = """\
Lanterns of the northern harbours
The General Assembly,
1. Requests the {+new+}[-old-] register of lanterns to be kept;
"""
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> Path:
    """A folder with an archive and a Word file with tracked changes."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "2460000000")
    monkeypatch.setenv("TRAVAUX_ARCHIVE", str(tmp_path / "archive.git"))
    assert main(["init", str(tmp_path / "archive.git")]) == 0
    (tmp_path / "tracked.docx").write_bytes(word(LINES))
    capsys.readouterr()
    return tmp_path


def words(capsys: Capture, name: str) -> str:
    capsys.readouterr()
    assert main(["show", name]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize(("state", "said"), [("accepted", "the new register"), ("original", "the old register")])
def test_one_state_of_a_word_file_is_recorded_and_proved(folder: Path, capsys: Capture, state: str, said: str) -> None:
    file = str(folder / "tracked.docx")
    assert main(["add", file, "--dossier", "lanterns", "--revisions", state]) == 0
    assert said in words(capsys, "lanterns@1")
    assert main(["verify"]) == 0, "the source is read again in the same way"


def test_without_a_choice_it_is_refused(folder: Path, capsys: Capture) -> None:
    assert main(["add", str(folder / "tracked.docx"), "--dossier", "lanterns"]) == 3
    assert "tracked changes" in capsys.readouterr().err


def test_a_late_draft_is_read_in_the_state_that_is_asked_for(folder: Path, capsys: Capture) -> None:
    (folder / "later.txt").write_text("The General Assembly,\n\n1. Requests the register of lanterns to be kept;\n")
    assert main(["add", str(folder / "later.txt"), "--dossier", "lanterns"]) == 0
    late = ["add", str(folder / "tracked.docx"), "--dossier", "lanterns", "--before", "1", "--revisions", "original"]
    assert main(late) == 0
    assert "the old register" in words(capsys, "lanterns@2")


def test_a_list_tells_the_state_of_each_file(folder: Path, capsys: Capture) -> None:
    rows = [{"file": "tracked.docx", "dossier": "lanterns", "revisions": state} for state in ("original", "accepted")]
    (folder / "list.json").write_text(json.dumps(rows))
    assert main(["add", "--manifest", str(folder / "list.json")]) == 0
    assert "the old register" in words(capsys, "lanterns@1")
    assert "the new register" in words(capsys, "lanterns@2")


def test_a_state_that_there_is_not_is_told_with_its_row(folder: Path, capsys: Capture) -> None:
    (folder / "list.csv").write_text("file,revisions\ntracked.docx,final\n")
    assert main(["add", "--manifest", str(folder / "list.csv")]) == 4
    assert "revisions of line 2 of list.csv is 'final'" in capsys.readouterr().err
    assert main(["add", "--manifest", str(folder / "list.csv"), "--revisions", "accepted"]) == 2


def test_every_entry_knows_where_the_converter_is(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deliveries, "office", lambda: "/opt/office")
    (folder / "list.csv").write_text("file\ntracked.docx\n")
    found = [*deliveries.entries([str(folder / "tracked.docx")], deliveries.Delivery())]
    found += deliveries.listed(str(folder / "list.csv"))
    assert [entry.office for entry in found] == ["/opt/office"] * 2
