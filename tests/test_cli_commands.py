"""The commands as they are typed."""

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from test_cli_drafts import DRAFT, VOLUME
from travaux import __version__
from travaux.model.comparison import Comparison
from travaux.model.document import Document
from travaux.model.history import Concordance
from travaux_cli.app import run
from travaux_cli.commands.comparing import Asked, compared
from travaux_cli.entry import main

ROOT = Path(__file__).resolve().parents[1]
OLD, NEW, COUNCIL = (
    str(ROOT / "examples" / f"mountain-shelters-{name}.txt") for name in ("draft", "revised-draft", "council-volume")
)
Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def output(capsys: Capture, *arguments: str, code: int = 0) -> str:
    assert main(arguments) == code
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("diff", ["diff", OLD, NEW]),
        ("diff-colour", ["diff", OLD, NEW, "--color", "always"]),
        ("diff-hide", ["diff", OLD, NEW, "--hide", "mechanical,editorial"]),
        ("diff-explain", ["diff", OLD, NEW, "--explain"]),
        ("diff-explain-colour", ["diff", OLD, NEW, "--explain", "--only", "OP5", "--color", "always"]),
        ("diff-pin", ["diff", OLD, NEW, "--pin", "OP7=OP12", "--pin", "op8=-"]),
        ("table", ["table", f"{COUNCIL}#2044/12", OLD, NEW]),
        ("table-colour", ["table", f"{COUNCIL}#2044/12", OLD, NEW, "--color", "always"]),
        ("table-sheets", ["table", f"{COUNCIL}#2044/12", OLD, NEW, OLD, NEW]),
        ("table-markdown", ["table", OLD, NEW, "--format", "markdown"]),
        ("table-csv", ["table", OLD, NEW, "--format", "csv"]),
        ("council", ["diff", f"{COUNCIL}#2044/12", OLD]),
        ("inspect", ["inspect", COUNCIL]),
        ("pass", ["inspect", OLD, "--pass", "units"]),
    ],
)
def test_transcript_of_the_example(
    golden: Callable[[str, str], None], capsys: Capture, name: str, arguments: list[str]
) -> None:
    golden(f"example-{name}.txt", output(capsys, *arguments))


HELPED = (
    "", "diff", "redline", "table", "inspect", "refs", "lint", "init", "add", "correct", "log", "show", "blame",
    "trace", "search", "verify", "export", "git", "git install", "about",
)  # fmt: skip


@pytest.mark.parametrize("arguments", [command.split() for command in HELPED])
def test_help(golden: Callable[[str, str], None], capsys: Capture, arguments: list[str]) -> None:
    shown = output(capsys, *arguments, "--help")
    assert max(map(len, shown.splitlines())) <= 80
    golden(f"help-{'-'.join(arguments) or 'travaux'}.txt", shown)


def test_no_arguments_ask_for_help(capsys: Capture) -> None:
    assert output(capsys) == output(capsys, "-h")


@pytest.mark.parametrize("arguments", [["--version"], ["--version", "diff"]])
def test_version(capsys: Capture, arguments: list[str]) -> None:
    assert output(capsys, *arguments) == f"travaux {__version__}\n"


def test_the_figures_are_those_of_the_value(capsys: Capture) -> None:
    comparison = Comparison.model_validate_json(output(capsys, "diff", OLD, NEW, "--format", "json"))
    told = comparison.summary
    sentence = " ".join(output(capsys, "diff", OLD, NEW).split("\n\n")[1].split("Notes:")[0].split())
    assert sentence.startswith(f"{told.old_paragraphs} paragraphs became {told.new_paragraphs}: ")
    figures = {word: int(number) for number, word in re.findall(r"(\d+) (\w+)(?: \([^)]*\))?[,;.]", sentence)}
    words = ("unchanged", "reworded", "moved", "transferred", "split", "merged", "regrouped", "removed", "added")
    assert {word: figures.get(word, 0) for word in words} == {word: getattr(told, word) for word in words}


def test_json_is_the_value_and_nothing_else(capsys: Capture) -> None:
    plain = output(capsys, "diff", OLD, NEW, "--format", "json")
    assert json.loads(plain)["schema"] == "travaux.comparison/1"
    looks = ["--explain", "--hide", "mechanical", "--all", "--only", "OP5", "--width", "50", "--color", "always"]
    assert output(capsys, "diff", OLD, NEW, "--format", "json", *looks) == plain


def test_pins_are_in_the_json(capsys: Capture) -> None:
    shown = output(capsys, "diff", OLD, NEW, "--format", "json", "--pin", "OP7=OP12", "--pin", "OP8=-")
    comparison = Comparison.model_validate_json(shown)
    assert comparison.options.pins == ("OP7=OP12", "OP8=-")
    assert [(c.old, c.new) for c in comparison.changes if c.reason == "pinned"] == [
        (("op8",), ()),
        (("op7",), ("op12",)),
    ]


def test_explaining_only_adds_lines(capsys: Capture) -> None:
    explained = output(capsys, "diff", OLD, NEW, "--explain").splitlines()
    rest = iter(explained)
    assert all(line in rest for line in output(capsys, "diff", OLD, NEW).splitlines())
    told = [line for line in explained if "· why: " in line]
    assert len(told) == 13  # a change each, in the text or the notes; those only renumbered have none
    assert sum("· runner-up: " in line or "· not linked: " in line for line in explained) >= 9
    alone = 4  # added and removed
    assert sum("· step: " in line for line in explained) == len(told) - alone


def test_a_table_as_json(capsys: Capture) -> None:
    shown = output(capsys, "table", OLD, NEW, "--format", "json", "--width", "50", "--color", "always")
    assert json.loads(shown)["schema"] == "travaux.table/1"
    assert [draft.symbol for draft in Concordance.model_validate_json(shown).drafts] == [
        "A/C.2/99/L.3",
        "A/C.2/99/L.3/Rev.1",
    ]


def test_a_document_as_json(capsys: Capture) -> None:
    shown = output(capsys, "inspect", COUNCIL, "--format", "json")
    assert json.loads(shown)["schema"] == "travaux.document/1"
    assert len(Document.model_validate_json(shown).resolutions) == 2
    one = Document.model_validate_json(output(capsys, "inspect", f"{COUNCIL}#2044/13", "--format", "json"))
    assert [r.title for r in one.resolutions] == ["Working Group on Mountain Shelters"]


def test_one_resolution_is_inspected(capsys: Capture) -> None:
    shown = output(capsys, "inspect", f"{COUNCIL}#2044/13")
    assert "Working Group on Mountain Shelters" in shown
    assert "International register" not in shown


@pytest.mark.parametrize("one", ["blocks", "lines", "notes", "healed", "units"])
def test_every_pass_can_be_printed(capsys: Capture, one: str) -> None:
    shown = output(capsys, "inspect", OLD, "--pass", one)
    assert shown.startswith("  line ")
    assert "guidelines" in output(capsys, "inspect", OLD, "--pass", one, "--all") or one == "notes"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [([OLD, NEW], 0), ([OLD, NEW, "--exit-code"], 1), ([OLD, OLD, "--exit-code"], 0)],
)
def test_exit_code(capsys: Capture, arguments: list[str], code: int) -> None:
    output(capsys, "diff", *arguments, code=code)


def test_only_an_unknown_paragraph(capsys: Capture) -> None:
    assert main(["diff", OLD, NEW, "--only", "OP5", "--only", "OP55"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == ("travaux: there is no paragraph OP55 in either text; travaux inspect shows the numbers.\n")


def test_width(capsys: Capture) -> None:
    assert max(map(len, output(capsys, "diff", OLD, NEW, "--width", "60").splitlines())) <= 60


@pytest.mark.parametrize("topic", ["readers", "languages", "renderers", "kinds"])
def test_about(capsys: Capture, topic: str) -> None:
    shown = output(capsys, "about", topic)
    assert shown.startswith(f"{topic.capitalize()}\n  ")
    assert shown in output(capsys, "about")


@pytest.mark.parametrize(
    ("value", "title"), [("comparison", "Comparison"), ("document", "Document"), ("table", "Concordance")]
)
def test_about_schema(capsys: Capture, value: str, title: str) -> None:
    schema = json.loads(output(capsys, "about", "schema", value))
    assert schema["title"] == title
    assert schema["properties"]["schema"]["const"].startswith(f"travaux.{value}/")
    assert output(capsys, "about", "schema") == output(capsys, "about", "schema", "comparison")


def test_odd_characters_are_shown_harmless(capsys: Capture, tmp_path: Path) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(DRAFT, encoding="utf-8")
    new.write_text(DRAFT.replace("count", "\x1b[31mcount\u202e"), encoding="utf-8")
    for look in ([], ["--all"], ["--format", "json"]):
        shown = output(capsys, "diff", str(old), str(new), *look)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
        assert "u202e" in shown


def test_notices_name_what_was_odd(capsys: Capture, tmp_path: Path) -> None:
    plain = tmp_path / "plain.txt"
    plain.write_bytes("A list of caf\xe9s.\n\nAnother list.\n".encode("latin-1"))
    assert main(["diff", str(plain), str(plain)]) == 0
    captured = capsys.readouterr()
    assert "no resolution" in captured.err
    assert "UTF-8" in captured.err
    assert all(line.startswith("travaux: notice: ") for line in captured.err.splitlines())
    assert "2 notices on how the texts were read: on standard error." in captured.out


def test_standard_input(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(VOLUME.encode())))
    shown = output(capsys, "diff", "--", "-#2046/7", OLD)
    assert shown.startswith("E/RES/2046/7 → A/C.2/99/L.3\n")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion(capsys: Capture, monkeypatch: pytest.MonkeyPatch, shell: str) -> None:
    monkeypatch.setenv("_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION", "1")
    assert "_TRAVAUX_COMPLETE" in output(capsys, "--show-completion", shell)


def test_completion_knows_commands_and_options(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_TRAVAUX_COMPLETE", "complete_bash")
    for words, number, wanted in (("travaux di", 1, "diff"), ("travaux diff --exi", 2, "--exit-code")):
        monkeypatch.setenv("COMP_WORDS", words)
        monkeypatch.setenv("COMP_CWORD", str(number))
        assert output(capsys).split() == [wanted]


RUN = [sys.executable, "-c", "import sys; from travaux_cli.entry import main; sys.exit(main())"]


def test_the_version_loads_neither_typer_nor_pydantic() -> None:
    script = "import sys; from travaux_cli.entry import main; main(['--version']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in done.stdout.split()}
    assert not loaded & {"typer", "pydantic", "rich"}


def test_a_diff_loads_nothing_that_it_does_not_need() -> None:
    script = (
        "import sys; from travaux_cli.entry import main; "
        f"main(['diff', {OLD!r}, {NEW!r}]); print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    heavy = {"typer", "pydantic", "rich.console", "markdown_it", "chardet", "diff_match_patch", "asyncio", "pygments"}
    assert not heavy & set(done.stderr.split())


def test_the_commonest_call_is_answered_as_the_command_tree_answers_it() -> None:
    assert compared(OLD, NEW, Asked()) == run(["diff", OLD, NEW])


def test_a_call_with_an_option_is_left_to_the_command_tree(capsys: Capture) -> None:
    assert "Usage: travaux diff" in output(capsys, "diff", OLD, "--help")
    assert main(["diff", OLD, "--wide"]) == 2
    assert "no such option" in capsys.readouterr().err


@pytest.mark.skipif(os.name == "nt", reason="no /dev/full there, and no C locale")
def test_a_process_in_an_odd_surrounding() -> None:
    """UTF-8 in the C locale; a reader who leaves; a full disk."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "PYTHON"))}
    c_locale = plain | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run([*RUN, "diff", OLD, NEW], capture_output=True, env=c_locale, check=True)
    assert "→" in done.stdout.decode("utf-8")
    leaving = subprocess.Popen([*RUN, "inspect", OLD, "--all"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert leaving.stdout is not None
    leaving.stdout.close()
    assert leaving.stderr is not None
    with leaving.stderr as stderr:
        assert stderr.read() == b""
    assert leaving.wait() == 0
    if Path("/dev/full").exists():
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run([*RUN, "about"], stdout=full, stderr=subprocess.PIPE, check=False)
        assert done.returncode == 3
        assert done.stderr.count(b"\n") == 1


CORPUS = ROOT.parent / "shared" / "corpus"


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.exists(), reason="the texts of ../shared are not part of the project")
def test_the_founding_case(capsys: Capture) -> None:
    council = str(CORPUS / "ecosoc-2004-18-to-20.txt")
    shown = " ".join(output(capsys, "inspect", council).split())
    assert "3 resolutions." in shown
    assert "E/RES/2004/18 fragment of a resolution: " in shown
    assert (
        "E/RES/2004/19 whole resolution of the Economic and Social Council: 1 operative paragraph, without a printed "
        "number; transmits a draft resolution of the General Assembly (13 preambular and 16 operative paragraphs, "
        "3 notes with 4 references); adopted: 47th plenary meeting, 21 July 2004"
    ) in shown
    assert "E/RES/2004/20 fragment of a resolution of the Economic and Social Council: " in shown
    shown = output(capsys, "diff", f"{council}#2004/19", str(CORPUS / "texts" / "A_RES_59_153.txt"))
    assert (
        "\n29 paragraphs kept, in order, under the same numbers: 14 unchanged, 12 with\n"
        "editorial changes, 3 of substance.\n"
    ) in shown
    assert "{+from 3 to 5 December 2002,+}" in shown
    assert "Not compared: 3 footnotes of the old text; the new file has no footnote bodies." in shown
