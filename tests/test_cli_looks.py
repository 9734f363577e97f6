"""What ways of looking say of themselves: looks that JSON does not heed, drafts and page breaks in `inspect`."""

import json
from pathlib import Path

import pytest

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
