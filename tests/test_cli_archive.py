"""The archive as it is used from the command line: the five drafts on lighthouses."""

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from travaux.model.evidence import Blame, Catalogue, Dossier, Holding, Search, Trace, Verification
from travaux.model.receipts import Corrected, Imported
from travaux.renderers.text.view import View
from travaux_cli.console.logs import log
from travaux_cli.entry import main

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
FILES = {
    n: str(EXAMPLES / f"lighthouses-{n}-{what}.txt")
    for n, what in enumerate(("draft", "rival", "revised", "merged", "adopted"), 1)
}
RESOURCES = "subject to the availability of extrabudgetary resources"
Capture = pytest.CaptureFixture[str]


def environment(home: Path) -> dict[str, str]:
    """Nothing of the user's own git; a clock that stands still."""
    return {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "SOURCE_DATE_EPOCH": "2460000000",
        "COLUMNS": "80",
        "GIT_CONFIG_NOSYSTEM": "1",
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of the five drafts."""
    folder = tmp_path_factory.mktemp("lighthouses")
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment(folder).items():
            patch.setenv(name, value)
        place = str(folder / "archive.git")
        assert main(["init", place]) == 0
        for number, after in ((1, ()), (2, ("1",)), (3, ("1",)), (4, ("3", "2")), (5, ())):
            options = [word for base in after for word in ("--after", base)]
            assert main(["add", FILES[number], "--dossier", "lighthouses", "--archive", place, *options]) == 0
    return folder


@pytest.fixture
def archive(built: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> Path:
    """The archive, found by the environment; read only."""
    for name, value in environment(built).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("TRAVAUX_ARCHIVE", str(built / "archive.git"))
    monkeypatch.delenv("NO_COLOR", raising=False)
    capsys.readouterr()
    return built / "archive.git"


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> Path:
    """A new archive, to be written to."""
    for name, value in environment(tmp_path).items():
        monkeypatch.setenv(name, value)
    place = tmp_path / "archive.git"
    monkeypatch.setenv("TRAVAUX_ARCHIVE", str(place))
    assert main(["init", str(place)]) == 0
    capsys.readouterr()
    return place


def output(capsys: Capture, *arguments: str, code: int = 0) -> str:
    assert main(arguments) == code, capsys.readouterr().err
    return capsys.readouterr().out


def complaint(capsys: Capture, *arguments: str, code: int = 4) -> str:
    assert main(arguments) == code
    captured = capsys.readouterr()
    assert captured.out == ""
    return captured.err


def run(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run a command in a directory."""
    script = "import sys; from travaux_cli.entry import main; sys.exit(main())"
    command = [sys.executable, "-c", script, *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, encoding="utf-8")


def told(capsys: Capture, *arguments: str, code: int = 0) -> Any:
    return json.loads(output(capsys, *arguments, "--format", "json", code=code))


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("dossiers", ["log"]),
        ("log", ["log", "lighthouses"]),
        ("graph", ["log", "lighthouses", "--graph"]),
        ("show", ["show", "lighthouses@2"]),
        ("blame", ["blame", "lighthouses"]),
        ("blame-words", ["blame", "lighthouses", "--words"]),
        ("blame-one", ["blame", "lighthouses@E/2047/L.14/Rev.2", "op3", "--words"]),
        ("trace", ["trace", "lighthouses", "OP6"]),
        ("trace-split", ["trace", "lighthouses", "OP4"]),
        ("trace-died", ["trace", "lighthouses@1", "OP5"]),
        ("trace-colour", ["trace", "lighthouses", "OP2", "--all", "--color", "always"]),
        ("search", ["search", RESOURCES]),
        ("search-colour", ["search", "WITHIN their means", "--all", "--color", "always"]),
        ("search-nothing", ["search", "lanterns"]),
        ("verify", ["verify"]),
        ("table", ["table", "lighthouses"]),
        ("diff", ["diff", "lighthouses@3", "lighthouses@latest~1"]),
    ],
)
@pytest.mark.usefixtures("archive")
def test_transcript(golden: Callable[[str, str], None], capsys: Capture, name: str, arguments: list[str]) -> None:
    shown = output(capsys, *arguments)
    assert all(len(line.replace("\x1b", "")) <= 120 for line in shown.splitlines())
    golden(f"archive-{name}.txt", re.sub(r"\b[0-9a-f]{40}\b", "(id of the commit)", shown))


def test_adding_is_told(golden: Callable[[str, str], None], empty: Path, capsys: Capture) -> None:
    shown = [
        output(capsys, "add", FILES[1]),
        output(capsys, "add", FILES[2], "--dry-run"),
        output(capsys, "add", FILES[3]),
    ]
    shown.append(output(capsys, "add", FILES[2], "--after", "1", "--sponsor", "Peru", "--date", "2047-06"))
    shown.append(output(capsys, "add", FILES[3]))
    shown.append(
        output(capsys, "correct", "keeping-of-lighthouses-and-coastal-lights@3", "--stage", "rival", "--date", "")
    )
    golden("archive-add.txt", "".join(shown))
    assert empty.exists()


@pytest.mark.parametrize(
    ("arguments", "value"),
    [
        (["log"], Catalogue),
        (["log", "lighthouses"], Catalogue),
        (["show", "lighthouses"], Holding),
        (["blame", "lighthouses", "OP3"], Blame),
        (["trace", "lighthouses", "OP3"], Trace),
        (["search", RESOURCES], Search),
        (["verify"], Verification),
    ],
)
@pytest.mark.usefixtures("archive")
def test_json_is_the_value_and_nothing_else(capsys: Capture, arguments: list[str], value: type) -> None:
    shown = output(capsys, *arguments, "--format", "json")
    assert value.model_validate_json(shown).model_dump_json(indent=2) + "\n" == shown  # type: ignore[attr-defined]


@pytest.mark.usefixtures("empty")
def test_json_of_what_is_recorded(capsys: Capture) -> None:
    added = Imported.model_validate_json(
        output(capsys, "add", FILES[1], FILES[3], "--dossier", "x", "--format", "json")
    )
    assert [one.revision.ordinal for one in added.added] == [1, 2]
    assert told(capsys, "add", FILES[1], "--dossier", "x")["schema"] == "travaux.imported/1"
    assert told(capsys, "correct", "x@1", "--body", "Assembly", "--dry-run")["schema"] == "travaux.corrected/1"
    mended = Corrected.model_validate_json(output(capsys, "correct", "x@1", "--body", "Council", "--format", "json"))
    assert (mended.new.record.body, mended.moved) == ("Council", (2,))


@pytest.mark.usefixtures("archive")
def test_blame_names_who_brought_the_words(capsys: Capture) -> None:
    (paragraph,) = told(capsys, "blame", "lighthouses", "OP6")["paragraphs"]
    (back,) = (run for run in paragraph["runs"] if RESOURCES in run["text"])
    assert (back["since"], back["before"]) == (5, {"since": 2, "until": 2})
    (paragraph,) = told(capsys, "blame", "lighthouses", "op2")["paragraphs"]
    assert [run["since"] for run in paragraph["runs"]] == [1, 2, 1]


@pytest.mark.usefixtures("archive")
def test_the_number_of_a_paragraph_that_died_is_explained(capsys: Capture) -> None:
    assert main(["trace", "lighthouses", "OP7"]) == 4
    assert "there is no paragraph OP7 in any draft of lighthouses" in capsys.readouterr().err
    assert main(["trace", "lighthouses@1", "OP5"]) == 0


@pytest.mark.usefixtures("archive")
def test_a_file_is_compared_with_a_draft_of_the_archive(capsys: Capture) -> None:
    stored = output(capsys, "diff", "lighthouses@1", "lighthouses@2", "--format", "json")
    mixed = output(capsys, "diff", FILES[1], "lighthouses@E/2047/L.17", "--format", "json")
    assert json.loads(stored)["changes"] == json.loads(mixed)["changes"]


@pytest.mark.usefixtures("archive")
def test_an_existing_path_wins_over_the_archive(tmp_path: Path) -> None:
    (tmp_path / "lighthouses@2").write_text("Only this.\n", encoding="utf-8")
    assert "Only this." in run(tmp_path, "diff", "lighthouses@2", "lighthouses@1", "--all").stdout


def test_diff_and_table_take_the_place_of_an_archive(
    archive: Path, capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    questions = (["diff", "lighthouses@1", "lighthouses@2"], ["table", "lighthouses"])
    answers = [output(capsys, *words) for words in questions]
    monkeypatch.delenv("TRAVAUX_ARCHIVE")
    for words, answer in zip(questions, answers, strict=True):
        assert run(tmp_path, *words).returncode in (3, 4)
        assert run(tmp_path, *words, "--archive", str(archive)).stdout == answer
        assert "/nowhere" in run(tmp_path, *words, "--archive", "/nowhere").stderr


@pytest.mark.usefixtures("empty")
def test_a_paragraph_taken_out_and_put_back_is_told(capsys: Capture, tmp_path: Path) -> None:
    blocks = Path(FILES[1]).read_text(encoding="utf-8").split("\n\n")
    (out,) = (block for block in blocks if block.startswith("3. "))
    without = [block.replace("\n4. ", "\n3. ") for block in blocks if block != out]
    for name, text in (("2.txt", "\n\n".join(without)), ("3.txt", "\n\n".join(blocks) + "\n")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    for file in (FILES[1], str(tmp_path / "2.txt"), str(tmp_path / "3.txt")):
        output(capsys, "add", file, "--dossier", "x")
    (paragraph,) = told(capsys, "blame", "x", "OP3")["paragraphs"]
    assert [(run["since"], run["before"]) for run in paragraph["runs"]] == [(3, {"since": 1, "until": 1})]
    assert "put back; stood before in" in output(capsys, "blame", "x", "OP3", "--words")
    steps = told(capsys, "trace", "x", "OP3")["steps"]
    assert [(s["revision"], s["relation"], s["before"]) for s in steps] == [
        (1, None, None), (2, "removed", None), (3, "added", {"since": 1, "until": 1}),
    ]  # fmt: skip
    assert "back; taken out after" in output(capsys, "trace", "x", "OP3")


@pytest.mark.usefixtures("empty")
def test_what_is_given_of_a_known_draft_is_told(capsys: Capture) -> None:
    output(capsys, "add", FILES[1], "--dossier", "x")
    said = output(capsys, "add", FILES[1], "--dossier", "x", "--sponsor", "Chad", "--date", "1950")
    assert "known already" in " ".join(said.split())
    assert "Ignored: date and sponsors, which differ from what is recorded." in " ".join(said.split())
    assert "travaux correct x@1 sets what you give." in " ".join(said.split())
    same = output(capsys, "add", FILES[1], "--dossier", "x", "--symbol", "E/2047/L.14")
    assert "Ignored" not in same


@pytest.mark.usefixtures("empty")
def test_a_log_keeps_to_its_width(capsys: Capture) -> None:
    name = "A/C.2/99/L.3 as orally revised at the forty-second meeting of the Committee, and circulated in English only"
    output(capsys, "add", FILES[1], "--dossier", "x", "--symbol", name, "--stage", "a stage of many more words")
    output(capsys, "add", FILES[2], "--dossier", "x")
    output(capsys, "add", FILES[3], "--dossier", "x", "--after", "1")
    for words in (["log", "x"], ["log", "x", "--graph"]):
        lines = output(capsys, *words, "--width", "60").splitlines()
        assert max(map(len, lines)) <= 60
        assert name in " ".join(" ".join(lines).replace("|", " ").split())


@pytest.mark.usefixtures("empty")
def test_recorded_pins_hold_in_diff_and_table(capsys: Capture) -> None:
    output(capsys, "add", FILES[1], "--dossier", "x")
    output(capsys, "add", FILES[3], "--dossier", "x", "--pin", "OP5=OP6", "--pin", "OP6=-")
    comparison = told(capsys, "diff", "x@1", "x@2")
    assert comparison["options"]["pins"] == ["OP5=OP6", "OP6=-"]
    assert told(capsys, "table", "x")["options"]["pins"] == ["2:OP5=OP6", "2:OP6=-"]


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["blame", "lamps"], 4, "the archive has no dossier lamps; it has lighthouses"),
        (["blame", "lighthouses@9"], 4, "lighthouses has no draft 9; it has @1 E/2047/L.14,"),
        (["blame", "lighthouses@"], 4, "lighthouses@ names no draft"),
        (["blame", "lighthouses", "OP99"], 4, "there is no paragraph OP99 in lighthouses@5; it has PP1 to OP6"),
        (["trace", "lighthouses@2", "OP6"], 4, "there is no paragraph OP6 in lighthouses@2; it has PP1 to OP5"),
        (["search", " "], 4, "the phrase ' ' has no words; name one or more words"),
        (["search", "..."], 4, "the phrase '...' has no words; name one or more words"),
        (["search", "x", "--dossier", "lamps"], 4, "the archive has no dossier lamps"),
        (["log", "lamps"], 4, "the archive has no dossier lamps"),
        (["show", "lighthouses@1", "--archive", "/nowhere"], 4, "/nowhere"),
        (["add"], 2, "travaux add takes files or a --manifest"),
        (["add", FILES[1], "--manifest", "x.csv"], 2, "not both"),
        (["add", FILES[1], FILES[2], "--symbol", "A/1"], 2, "--symbol is told of one file"),
        (["add", "--manifest", "x.csv", "--stage", "draft"], 2, "--stage stands in the --manifest"),
        (["add", "nowhere.txt"], 3, "there is no file nowhere.txt"),
        (["add", FILES[1], "--date", "June", "--dry-run"], 4, "'June' is not a date"),
        (["correct", "lighthouses@1"], 2, "told nothing to mend"),
        (["correct", "lighthouses", "--stage", "draft"], 2, "say which draft"),
        (["diff", "lighthouses@7", FILES[1]], 4, "lighthouses has no draft 7"),
        (["init", "."], 4, ""),
    ],
)
def test_refusals_say_what_where_and_what_now(capsys: Capture, arguments: list[str], code: int, said: str) -> None:
    sentence = complaint(capsys, *arguments, code=code)
    assert sentence.startswith("travaux: ")
    assert sentence.count("\n") == 1
    assert said in sentence


def test_without_an_archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TRAVAUX_ARCHIVE", raising=False)
    assert "there is no archive in" in run(tmp_path, "log").stderr
    assert "there is no file gauges@2, and there is no archive" in run(tmp_path, "diff", "gauges@2", FILES[1]).stderr
    assert run(tmp_path, "table", "gauges", FILES[1]).stderr == "travaux: there is no file gauges.\n"


def test_the_nearest_archive_is_found(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TRAVAUX_ARCHIVE", raising=False)
    below = built / "letters" / "2047"
    below.mkdir(parents=True, exist_ok=True)
    assert "lighthouses" in run(below, "log").stdout


def test_a_manifest_imports_in_one_go(empty: Path, capsys: Capture, tmp_path: Path) -> None:
    rows = ["file,name,dossier,after,sponsors"]
    rows += [f"{Path(FILES[1]).name},first,lights,,Iceland;Jamaica", f"{Path(FILES[2]).name},rival,lights,first,"]
    rows += [f"{Path(FILES[3]).name},revised,lights,first,", f"{Path(FILES[4]).name},,lights,revised;rival,"]
    for number in range(1, 5):
        (tmp_path / Path(FILES[number]).name).write_bytes(Path(FILES[number]).read_bytes())
    (tmp_path / "list.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    assert output(capsys, "add", "--manifest", str(tmp_path / "list.csv")).endswith("4 drafts in 1 dossier.\n")
    (dossier,) = told(capsys, "log")["dossiers"]
    assert [[b["ordinal"] for b in r["record"]["bases"]] for r in dossier["revisions"]] == [[], [1], [1], [3, 2]]
    assert dossier["revisions"][0]["record"]["sponsors"] == ["Iceland", "Jamaica"]
    assert empty.exists()


@pytest.mark.usefixtures("empty")
def test_standard_input_is_recorded(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(Path(FILES[1]).read_bytes())))
    assert output(capsys, "add", "-", "--dossier", "x").startswith("x@1  E/2047/L.14")


def test_a_fault_ends_with_4_and_is_told(empty: Path, capsys: Capture) -> None:
    output(capsys, "add", FILES[1], "--dossier", "x")
    output(capsys, "add", FILES[3], "--dossier", "x")
    (empty / "refs" / "tags" / "x" / "0001").unlink()
    found = Verification.model_validate(told(capsys, "verify", code=4))
    assert not found.clean
    assert "fault" in output(capsys, "verify", code=4)


def test_a_late_draft_comes_in_before(empty: Path, capsys: Capture) -> None:
    output(capsys, "add", FILES[1], "--dossier", "x")
    output(capsys, "add", FILES[4], "--dossier", "x")
    assert "Recorded again" in output(capsys, "add", FILES[3], "--dossier", "x", "--before", "2")
    (dossier,) = told(capsys, "log", "x")["dossiers"]
    assert [[b["ordinal"] for b in r["record"]["bases"]] for r in dossier["revisions"]] == [[], [3], [1]]
    assert output(capsys, "verify").endswith("no fault.\n")
    assert empty.exists()


def test_a_command_on_the_archive_does_not_load_git_for_help() -> None:
    script = "import sys; from travaux_cli.entry import main; main(['blame', '--help']); print('git' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, env=dict(os.environ)
    )
    assert done.stdout.endswith("False\n")


@pytest.mark.usefixtures("empty")
def test_nothing_recorded_steers_a_terminal(capsys: Capture, tmp_path: Path) -> None:
    evil = "\x1b[2Jx\u202e"
    draft = Path(FILES[1]).read_text("utf-8").replace("small island", f"small {evil} island")
    path = tmp_path / f"a{evil}.txt"
    path.write_text(draft, encoding="utf-8")
    said = [output(capsys, "add", str(path), "--dossier", "x", "--symbol", evil, "--stage", evil, "--sponsor", evil)]
    said += [output(capsys, "log"), output(capsys, "log", "x", "--graph"), output(capsys, "show", "x")]
    said += [output(capsys, "blame", "x", "--words"), output(capsys, "blame", "x"), output(capsys, "trace", "x", "PP3")]
    said += [output(capsys, "search", "developing States"), output(capsys, "search", evil), output(capsys, "verify")]
    said += [output(capsys, command, *more, "--format", "json") for command, *more in (("log",), ("blame", "x"))]
    assert not {"\x1b", "\u202e"} & set("".join(said))


def test_lanes_of_rivals_and_merged_texts(golden: Callable[[str, str], None]) -> None:
    record = {
        "dossier": "x",
        "language": "en",
        "travaux": "0",
        "origin": {"name": "x", "sha256": "0", "format": "text"},
    }
    bases: dict[int, tuple[int, ...]] = {1: (), 2: (1,), 3: (1,), 4: (2, 3), 5: (1,), 6: (4, 5), 7: ()}
    revisions = [
        {
            "commit": f"{ordinal:040}",
            "recorded": 0,
            "recorder": "x",
            "record": {**record, "ordinal": ordinal, "bases": [{"ordinal": base} for base in made_from]},
        }
        for ordinal, made_from in bases.items()
    ]
    dossier = Dossier.model_validate({"id": "x", "latest": 6, "revisions": revisions})
    golden("archive-graph-rivals.txt", "".join(f"{line}\n" for line in log(dossier, View(width=80), graph=True)))
