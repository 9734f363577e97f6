"""Word files on the command line: tracked changes chosen, both states compared, LibreOffice found."""

import subprocess
import sys
from pathlib import Path

import pytest

from travaux_cli import drafts
from travaux_cli.entry import main
from wordfiles import word

LISTS = '1: decimal "%1."'
TRACKED = """Counting of lanterns
The General Assembly,
#1 Requests the Keeper to count the lanterns[-, and to paint them-];
#1 {+Also requests the Keeper to light them;+} ¶+
#1 Decides to meet again."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "draft.docx").write_bytes(word(TRACKED, lists=LISTS))
    (tmp_path / "clean.docx").write_bytes(word("Counting of lanterns\nThe General Assembly,\nDecides to meet again."))
    (tmp_path / "draft.txt").write_text("The General Assembly,\n\nDecides to meet again.\n", encoding="utf-8")
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


def test_one_file_is_compared_with_itself(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", str(folder / "draft.docx"), "--width", "100", "--exit-code"]) == 1
    told = capsys.readouterr()
    assert told.out.startswith("draft.docx (original) → draft.docx (accepted)\nCounting of lanterns\n")
    assert "[-, and to paint them-];" in told.out
    assert "{+Also requests the Keeper to light them;+}" in told.out
    assert "OP2 → OP3" in told.out
    assert told.err.count("2 tracked changes by Ana Li, 2044-03-05.") == 1


def test_one_file_and_the_words_of_its_states_as_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", str(folder / "draft.docx"), "--format", "json"]) == 0
    told = capsys.readouterr().out
    assert '"revisions": "original"' in told
    assert '"revisions": "accepted"' in told


@pytest.mark.parametrize("name", ["clean.docx", "draft.txt"])
def test_one_file_without_tracked_changes_is_not_enough(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", str(folder / name)]) == 2
    said = capsys.readouterr().err
    assert said.endswith(f"{name} is one text: it is no Word file with tracked changes; give the other text too.\n")


def test_both_states_or_one_of_them(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", str(folder / "draft.docx"), "--revisions", "accepted"]) == 2
    assert "both states of its tracked changes are compared; leave out --revisions" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["diff", "table", "inspect"])
def test_a_state_is_chosen(command: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = [str(folder / "draft.docx")] + ([str(folder / "draft.txt")] if command != "inspect" else [])
    assert main([command, *words]) == 3
    refused = capsys.readouterr()
    assert refused.out == ""
    assert "holds tracked changes (2, by 1 author); choose --revisions accepted or --revisions original." in refused.err
    texts = []
    for state in ("accepted", "original"):
        assert main([command, *words, "--revisions", state, "--format", "json"]) == 0
        texts.append(capsys.readouterr().out)
    assert ["to light them" in text for text in texts] == [True, False]
    assert ["to paint them" in text for text in texts] == [False, True]


def test_libreoffice_is_looked_for_among_the_commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert drafts.office() is None
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    assert drafts.office() == str(program)


def test_texts_are_compared_without_loading_what_reads_word_files(folder: Path) -> None:
    script = "import sys; from travaux_cli.entry import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    paths = [str(folder / "draft.txt")] * 2
    for words in (["--version"], ["diff", *paths]):
        done = subprocess.run([sys.executable, "-c", script, *words], capture_output=True, text=True, check=True)
        loaded = done.stderr.split()
        assert "travaux" in loaded
        assert [m for m in loaded if m.split(".")[0] in {"lxml", "zipfile", "docx"} or "readers.word" in m] == []
