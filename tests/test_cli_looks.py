"""What ways of looking say of themselves: looks that JSON does not heed, drafts and page breaks in `inspect`."""

import json
from pathlib import Path

import pytest

from travaux.kinds import KINDS, kind
from travaux_cli.entry import main

Capture = pytest.CaptureFixture[str]

DRAFT = "The General Assembly,\n\n1. Notes the mills;\n\n2. Decides to remain seized of the matter.\n"
WRAPPER = (
    "2044/7\n\nMills\n\nThe Economic and Social Council,\n\nRecommends to the General Assembly the adoption of the "
    "following draft resolutions:\n\nDraft resolution I\n\nThe General Assembly,\n\n1. Notes the mills on rivers.\n\n"
    "Draft resolution II\n\nThe General Assembly,\n\n1. Notes the mills on hills.\n"
)
BROKEN = (
    "The General Assembly,\n\nRecalling the programme of work on the repair of mills and the reports on\n\n\f"
    "their keepers, which were issued in all languages,\n\n1. Notes the mills.\n"
)


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    texts = {"old": DRAFT, "new": DRAFT.replace("Notes", "Welcomes"), "wrapper": WRAPPER, "broken": BROKEN}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return {name: str(tmp_path / name) for name in texts}


@pytest.mark.parametrize(
    ("looks", "code", "told"),
    [
        (["--only", "OP2"], 0, "--only is a way of looking; JSON holds every change.\n"),
        (
            ["--only", "OP2", "--hide", "editorial", "--exit-code"],
            0,
            "--only and --hide are ways of looking, which the exit code heeds; JSON holds every change.\n",
        ),
        (
            ["--only", "OP1", "--kind", "verb", "--hide", "editorial"],
            0,
            "--only, --kind and --hide are ways of looking; JSON holds every change.\n",
        ),
        (["--exit-code"], 1, ""),
    ],
)
def test_json_says_which_looks_it_does_not_heed(
    files: dict[str, str], capsys: Capture, looks: list[str], code: int, told: str
) -> None:
    assert main(["diff", files["old"], files["new"], "--format", "json", *looks]) == code
    captured = capsys.readouterr()
    assert len(json.loads(captured.out)["changes"]) == 3
    assert captured.err == (f"travaux: notice: {told}" if told else "")


def test_several_drafts_are_told_once(files: dict[str, str], capsys: Capture) -> None:
    assert main(["inspect", files["wrapper"], "--width", "200"]) == 0
    shown = capsys.readouterr().out
    assert "without a printed number; transmits 2 draft resolutions of the General Assembly.\n" in shown
    assert shown.count("transmits") == 1


def test_a_healed_page_break_is_told_with_its_line(files: dict[str, str], capsys: Capture) -> None:
    assert main(["inspect", files["broken"], "--width", "200"]) == 0
    shown = capsys.readouterr().out
    assert "3 paragraphs left, 0 running heads taken out, 1 broken paragraph joined at line 5\n" in shown


def test_kind_shows_only_changes_with_such_a_finding(files: dict[str, str], capsys: Capture) -> None:
    assert main(["diff", files["old"], files["new"], "--kind", "modal, verb", "--exit-code", "--width", "90"]) == 1
    shown = capsys.readouterr().out
    assert "[-Notes-]{+Welcomes+} the mills;" in shown
    assert "verb: “Notes” → “Welcomes”" in shown
    assert "OP2" not in shown
    assert "Shown: only changes with a finding of modal or verb. To see the rest: leave out --kind\n" in shown


def test_kind_of_which_there_is_nothing(files: dict[str, str], capsys: Capture) -> None:
    assert main(["diff", files["old"], files["new"], "--kind", "modal", "--exit-code"]) == 0
    shown = capsys.readouterr().out
    assert "Shown: nothing: there is no finding of modal. To see the rest: leave out --kind\n" in shown
    assert "OP1" not in shown


def test_numbers_that_stand_apart_are_told_apart(tmp_path: Path, capsys: Capture) -> None:
    joined = "Requests the Office to report each year on weirs and locks, and invites all States to count their gauges;"
    old = ["Notes the weirs;", "Welcomes the locks;", joined, "Decides to go on."]
    new = ["Recalls the mills of all rivers;", *old[:2], *joined.replace(", and i", ";\nI").split("\n"), old[3]]
    paths = []
    for name, items in (("old.txt", old), ("new.txt", new)):
        lines = "\n\n".join(f"{n}. {item}" for n, item in enumerate(items, 1))
        (tmp_path / name).write_text(f"The General Assembly,\n\n{lines}\n", encoding="utf-8")
        paths.append(str(tmp_path / name))
    assert main(["diff", *paths, "--kind", "renum"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[0] for line in lines if "renumbered because" in line] == ["OP1–OP2", "OP4 → OP6"]
    assert not any("invites" in line for line in lines)


def test_an_unknown_kind_is_told_with_all_there_are(files: dict[str, str], capsys: Capture) -> None:
    assert main(["diff", files["old"], files["new"], "--kind", "verb,mood"]) == 2
    told = capsys.readouterr().err
    assert "there is no kind of change called mood; there are add, del, split" in told
    assert "qualifier" in told


def test_about_kinds_tells_every_kind_that_can_be_found(capsys: Capture) -> None:
    assert main(["about", "kinds"]) == 0
    told = {line.split()[0] for line in capsys.readouterr().out.splitlines()[1:] if line[2:3] != " "}
    assert told == {name for way in KINDS for name in kind(way).finds}
