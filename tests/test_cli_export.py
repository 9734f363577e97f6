"""`travaux export`: the life of a text as one page, whole or not at all."""

import json
from pathlib import Path

import pytest

from archiving import draft, new_archive
from travaux.model.life import Life
from travaux_cli.entry import main

OPS = (
    "Requests the keepers to report each year on the state of their lamps;",
    "Decides to remain seized of the matter.",
)
Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def lamps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TRAVAUX_ARCHIVE", str(tmp_path / "archive.git"))
    with new_archive(tmp_path / "archive.git") as made:
        made.add("1.txt", draft(*OPS), dossier="lamps")
        made.add("2.txt", draft("Thanks the keepers;", *OPS), dossier="lamps")


def run(capsys: Capture, *arguments: str, code: int = 0) -> tuple[str, str]:
    assert main(["export", *arguments]) == code
    said = capsys.readouterr()
    return said.out, said.err


def test_a_page_is_written(capsys: Capture) -> None:
    assert run(capsys, "lamps", "-o", "h.html") == ("h.html: the life of lamps through 2 drafts.\n", "")
    assert Path("h.html").read_bytes().startswith(b"<!doctype html>")
    assert sorted(path.name for path in Path().iterdir()) == ["archive.git", "h.html"]


def test_without_a_file_it_goes_to_standard_output(capsys: Capture) -> None:
    run(capsys, "lamps", "-o", "h.html")
    assert run(capsys, "lamps")[0] == Path("h.html").read_text("utf-8")


def test_json_is_the_value(capsys: Capture) -> None:
    shown, _ = run(capsys, "lamps", "--format", "json")
    run(capsys, "lamps", "-o", "h.json")
    assert Path("h.json").read_text("utf-8") == shown
    assert Life.model_validate_json(shown).model_dump_json() == json.dumps(
        json.loads(shown), ensure_ascii=False, separators=(",", ":")
    )


def test_an_earlier_draft_is_told_without_later_ones(capsys: Capture) -> None:
    shown = json.loads(run(capsys, "lamps@1", "--format", "json")[0])
    assert [d["revision"]["record"]["ordinal"] for d in shown["drafts"]] == [1]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (
            ("lamps", "-o", "h.odt"),
            2,
            "the ending of h.odt names no format; end it in .html or .json, or give --format",
        ),
        (("lamps", "-o", "there/h.html"), 2, "there is no directory there; make it, or name another file"),
        (("lamps", "-o", "archive.git"), 2, "the ending of archive.git names no format"),
        (("bells", "-o", "h.html"), 4, "the archive has no dossier bells; it has lamps"),
        (("lamps@9", "-o", "h.html"), 4, "lamps has no draft 9"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_written(
    capsys: Capture, arguments: tuple[str, ...], code: int, said: str
) -> None:
    shown, error = run(capsys, *arguments, code=code)
    assert shown == ""
    assert said in error
    assert [path.name for path in Path().iterdir()] == ["archive.git"]


def test_a_file_that_is_there_keeps_its_permissions(capsys: Capture) -> None:
    Path("h.html").write_text("before", "utf-8")
    Path("h.html").chmod(0o640)
    run(capsys, "lamps", "-o", "h.html")
    assert Path("h.html").stat().st_mode & 0o777 == 0o640
