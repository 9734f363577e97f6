"""Every bad input: one sentence on standard error, its exit code, nothing on standard output."""

import io
import sys
from pathlib import Path

import pytest

from casefiles import Case, cases
from test_cli_drafts import DRAFT, VOLUME
from travaux import errors, pipeline
from travaux_cli import app
from travaux_cli.console import faults, streams
from travaux_cli.console.outcome import Outcome
from travaux_cli.entry import main

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    contents = {
        "draft.txt": DRAFT.encode(),
        "volume.txt": VOLUME.encode(),
        "empty.txt": b"",
        "blank.txt": b" \n\n ",
        "binary.txt": b"\x00\x01\x02" * 100,
        "broken.docx": b"PK\x03\x04 not really",
        "evil\x1b[31m.txt": b"",
    }
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


@cases("errors.md", "errors")
def test_one_sentence(case: Case, folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    for typed, code, sentence in case.block("errors").rows():
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
        words = [w.replace("F", str(folder), 1) if w.startswith("F") else w for w in typed.split(" ")]
        assert main(words) == int(code), typed
        captured = capsys.readouterr()
        told = captured.err.replace(str(folder), "F")
        start, goes_on, _ = f"travaux: {sentence}\n".partition("…")
        assert told.startswith(start) if goes_on else told == start, typed
        assert told.count("\n") == 1, typed
        assert captured.out == "", typed


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.SourceError("a", "b"), 3),
        (errors.ChoiceError("a", "b"), 2),
        (errors.LanguageError("a", "b"), 2),
        (errors.FormatError("a", "b"), 2),
        (errors.ArchiveError("a", "b"), 4),
        (errors.AmendmentError("a", "b"), 3),
    ],
)
def test_every_error_of_the_library_has_its_code(error: errors.TravauxError, code: int) -> None:
    assert faults.explained(error) == ("a; b", code)


def test_no_error_of_the_library_is_forgotten() -> None:
    known = {kind for kind, _ in faults._CODES}
    assert {e for e in vars(errors).values() if isinstance(e, type) and issubclass(e, Exception)} == known


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(source: object) -> None:
        raise ZeroDivisionError("division\x1b by zero")

    monkeypatch.setattr(pipeline, "parse", fail)


def test_a_fault_of_our_own_is_one_sentence(folder: Path, capsys: Capture, broken: None) -> None:
    assert main(["inspect", str(folder / "draft.txt")]) == 5
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == (
        "travaux: this is a fault of travaux itself (ZeroDivisionError: division\\x1b by zero; "
        f"test_cli_errors.py, line {_line_of('raise ZeroDivisionError')}); please report it "
        "with the command that you gave; "
        "TRAVAUX_DEBUG=1 in the environment shows more.\n"
    )


def _line_of(words: str) -> int:
    lines = Path(__file__).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if words in line)


def test_the_traceback_on_demand(folder: Path, capsys: Capture, broken: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAVAUX_DEBUG", "1")
    assert main(["inspect", str(folder / "draft.txt")]) == 5
    told = capsys.readouterr().err
    assert told.startswith("Traceback (most recent call last):\n")
    assert told.splitlines()[-1].startswith("travaux: this is a fault of travaux itself")
    assert "\x1b" not in told


@pytest.mark.parametrize("value", ["0", "", "no", "False", "off"])
def test_no_traceback_where_it_is_turned_off(
    folder: Path, capsys: Capture, broken: None, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("TRAVAUX_DEBUG", value)
    assert main(["inspect", str(folder / "draft.txt")]) == 5
    assert "Traceback" not in capsys.readouterr().err


def test_an_interrupt_is_quiet(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _ending(monkeypatch, KeyboardInterrupt()) == 130
    assert capsys.readouterr() == ("", "")


def test_an_interrupt_within_a_command_is_quiet(folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(source: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "parse", interrupt)
    assert main(["inspect", str(folder / "draft.txt")]) == 130
    assert capsys.readouterr() == ("", "")


def test_too_little_memory(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _ending(monkeypatch, MemoryError()) == 5
    assert capsys.readouterr().err == "travaux: there is not enough memory for this.\n"


def _ending(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> int:
    def fail(arguments: object) -> Outcome:
        raise error

    monkeypatch.setattr(app, "run", fail)
    return main(["about"])


class Broken(io.StringIO):
    """A standard output that fails in one way."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self._error = error

    def write(self, _: str, /) -> int:
        raise self._error


def test_a_reader_who_leaves_ends_it_quietly(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Broken(BrokenPipeError()))
    assert main(["about", "readers"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("typed", ["--version", "--help", "diff --help", "about readers", "--show-completion bash"])
def test_an_output_that_cannot_be_written(capsys: Capture, monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    monkeypatch.setattr(sys, "stdout", Broken(OSError(28, "No space left on device")))
    assert main(typed.split()) == 3
    told = "travaux: standard output could not be written: No space left on device.\n"
    assert capsys.readouterr().err == told


@pytest.mark.parametrize("typed", ["--version", "--help", "about readers"])
def test_a_reader_who_leaves_early_is_never_a_fault(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    monkeypatch.setattr(sys, "stdout", Broken(BrokenPipeError(32, "Broken pipe")))
    assert main(typed.split()) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_closed_stream_is_no_fault(monkeypatch: pytest.MonkeyPatch, stream: str) -> None:
    monkeypatch.setattr(sys, stream, None)
    assert main(["about", "readers"]) == 0
    assert main(["diff", "x", "y"]) == 3


@pytest.mark.parametrize(
    ("sentence", "line"),
    [
        ("a file", "travaux: a file.\n"),
        ("is it?", "travaux: is it?\n"),
        ("two\nlines\x07", "travaux: two lines\\x07.\n"),
    ],
)
def test_a_sentence_is_one_harmless_line(capsys: Capture, sentence: str, line: str) -> None:
    streams.say(sentence)
    assert capsys.readouterr().err == line


def test_notices_go_to_standard_error(capsys: Capture) -> None:
    streams.write(Outcome("text\n", notices=("a number is missing", "so is another")))
    captured = capsys.readouterr()
    assert captured.out == "text\n"
    assert captured.err == "travaux: notice: a number is missing.\ntravaux: notice: so is another.\n"
