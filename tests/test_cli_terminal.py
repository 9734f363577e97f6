"""What a terminal is told: colour, width, pages, progress."""

import io
import os
import shlex
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from travaux.renderers.text.ink import PLAIN, Ink
from travaux_cli.console import paging, progress, screen
from travaux_cli.console.ink import COLOUR
from travaux_cli.console.outcome import Outcome
from travaux_cli.console.streams import write

LONG = "".join(f"line {number}\n" for number in range(200))


class Terminal(io.StringIO):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    for name in ("NO_COLOR", "PAGER", "LESS", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    return Terminal()


@pytest.fixture
def look(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Makes the terminal standard output; to be called in a test, since pytest sets its own after the fixtures."""
    return lambda: monkeypatch.setattr(sys, "stdout", terminal)


@pytest.mark.parametrize(
    ("wanted", "environment", "ink"),
    [
        ("auto", {}, COLOUR),
        ("auto", {"NO_COLOR": "1"}, PLAIN),
        ("auto", {"NO_COLOR": ""}, COLOUR),
        ("auto", {"TERM": "dumb"}, PLAIN),
        ("always", {"NO_COLOR": "1"}, COLOUR),
        ("never", {}, PLAIN),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="colour is told otherwise there")
def test_colour(
    look: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
    wanted: screen.Colour,
    environment: dict[str, str],
    ink: Ink,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    look()
    assert screen.ink(wanted) is ink


def test_no_colour_in_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert screen.ink("auto") is PLAIN
    assert screen.ink("always") is COLOUR


@pytest.mark.parametrize(("told", "width"), [("64", 64), ("500", 100), ("7", 40)])
def test_width(monkeypatch: pytest.MonkeyPatch, told: str, width: int) -> None:
    monkeypatch.setenv("COLUMNS", told)
    assert screen.width() == width


@pytest.fixture
def pager(terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file into which the reader's pager writes what it is given."""
    script = "import os, sys; open(sys.argv[1], 'w').write(os.environ['LESS'] + sys.stdin.read())"
    pages = tmp_path / "pages"
    monkeypatch.setenv("PAGER", shlex.join([sys.executable, "-c", script, str(pages)]))
    return pages


def test_a_long_report_is_paged(look: Callable[[], None], terminal: Terminal, pager: Path) -> None:
    look()
    write(Outcome(LONG, paged=True))
    assert pager.read_text() == f"FRX{LONG}"
    assert terminal.getvalue() == ""


@pytest.mark.parametrize(("text", "paged"), [("short\n", True), (LONG, False)])
def test_what_is_short_or_not_to_be_paged_is_written(
    look: Callable[[], None], terminal: Terminal, pager: Path, text: str, paged: bool
) -> None:
    look()
    write(Outcome(text, paged=paged))
    assert terminal.getvalue() == text
    assert not pager.exists()


@pytest.mark.parametrize("command", ["", "cat", "no-such-pager-anywhere"])
def test_without_a_pager_it_is_written(
    look: Callable[[], None], terminal: Terminal, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    look()
    monkeypatch.setenv("PAGER", command)
    write(Outcome(LONG, paged=True))
    assert terminal.getvalue() == LONG


def test_no_pager_in_a_pipe(pager: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert not paging.page(LONG)


def test_a_long_wait_is_told_and_wiped_away(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    monkeypatch.setattr(progress, "PATIENCE", 0)
    with progress.waiting("reading a\x1bb"):
        while not shown.getvalue():
            time.sleep(0.001)
    assert shown.getvalue() == "reading a\\x1bb …\r\x1b[K"


def test_a_short_wait_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    with progress.waiting("reading"):
        pass
    assert shown.getvalue() == ""


def test_nothing_is_told_in_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = io.StringIO()
    monkeypatch.setattr(sys, "stderr", shown)
    monkeypatch.setattr(progress, "PATIENCE", 0)
    with progress.waiting("reading"):
        pass
    assert shown.getvalue() == ""
