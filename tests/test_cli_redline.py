"""`travaux redline`: the right format, whole files or none, never over a draft."""

import io
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from travaux import Comparison, FormatError
from travaux.renderers import RENDERERS, renderer
from travaux_cli.entry import main

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
OLD, NEW = (str(EXAMPLES / f"mountain-shelters-{name}.txt") for name in ("draft", "revised-draft"))
TRACKED = EXAMPLES / "mountain-ferries-tracked.docx"
NAMES = "A/C.2/99/L.3 → A/C.2/99/L.3/Rev.1"
Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


def run(capsys: Capture, *arguments: str, code: int = 0) -> tuple[str, str]:
    assert main(["redline", *arguments]) == code
    said = capsys.readouterr()
    return said.out, said.err


def names() -> list[str]:
    return [path.name for path in Path().iterdir()]


@pytest.mark.parametrize(
    ("file", "begins", "what"),
    [
        ("r.docx", b"PK", "Word file with tracked changes"),
        ("r.HTM", b"<!doctype html>", "web page"),
        ("r.md", f"# {NAMES}".encode(), "Markdown, for a pull request or an e-mail"),
        ("r.markdown", f"# {NAMES}".encode(), "Markdown, for a pull request or an e-mail"),
        ("r.txt", NAMES.encode(), "plain text"),
        ("r.json", b"{", "JSON, for another program"),
        ("r.csv", b"change,old,new", "table, for a spreadsheet"),
    ],
)
def test_the_ending_chooses_the_format(capsys: Capture, file: str, begins: bytes, what: str) -> None:
    assert run(capsys, OLD, NEW, "-o", file) == (f"{file}: {what}.\n", "")
    assert Path(file).read_bytes().startswith(begins)
    assert names() == [file]


def test_the_format_wins_over_the_ending_and_text_goes_to_standard_output(capsys: Capture) -> None:
    shown, _ = run(capsys, OLD, NEW, "--format", "markdown")
    run(capsys, OLD, NEW, "--format", "markdown", "-o", "redline.txt")
    assert Path("redline.txt").read_text("utf-8") == shown
    assert names() == ["redline.txt"]


def test_transcript_of_the_example(golden: Callable[[str, str], None], capsys: Capture) -> None:
    golden("example-redline.md", run(capsys, OLD, NEW, "--format", "markdown")[0])
    golden("example-redline.txt", run(capsys, OLD, NEW, "--format", "text", "--hide", "mechanical")[0])
    golden("example-redline.csv", run(capsys, OLD, NEW, "--format", "csv")[0])


def test_diff_writes_the_same_markdown_and_json(capsys: Capture) -> None:
    for form in ("markdown", "json"):
        shown, _ = run(capsys, OLD, NEW, "--format", form)
        assert main(["diff", OLD, NEW, "--format", form]) == 0
        assert capsys.readouterr().out == shown
    assert Comparison.model_validate_json(shown).old.symbol == "A/C.2/99/L.3"
    assert main(["diff", OLD, NEW, "--format", "markdown", "--only", "OP5"]) == 0
    assert "--only is a way of looking; Markdown holds every change." in capsys.readouterr().err


def test_folders_of_the_writer_are_nobody_elses_matter(capsys: Capture) -> None:
    for form in ("markdown", "text", "html"):
        assert str(EXAMPLES) not in run(capsys, OLD, NEW, "--format", form)[0]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([OLD, NEW], "where to? -o redline.docx makes a Word file"),
        ([OLD, NEW, "--format", "word"], "is no text for standard output; give it a name, as -o redline.docx."),
        ([OLD, NEW, "-o", "r.pdf"], "the ending of r.pdf names no format; end it in .html, .docx, .md, .txt, .json or"),
        ([OLD, NEW, "-o", "nowhere/r.md"], "there is no directory nowhere; make it, or name another file."),
        ([OLD, NEW, "-o", "r.md", "--author", "A"], "--author is for word; this is markdown."),
        ([OLD, NEW, "-o", "r.html", "--template"], "--template is for word; this is html."),
        ([OLD, NEW, "-o", "r.html", "--all"], "--all is for markdown and text; this is html."),
        ([OLD, NEW, "-o", "r.docx", "--hide", "editorial"], "--hide is for html, markdown and text; this is word."),
        ([OLD, NEW, "-o", "r.docx", "--date", "soon"], "'soon' is not a date; write 2044-03-05"),
        ([OLD, NEW, "-o", "r.md", "--pin", "OP1=OP99"], "OP99"),
        ([OLD, NEW, "-o", "r.md", "--hide", "all"], "--hide takes mechanical and editorial, not all"),
        ([OLD, "-o", "r.md"], "is one text: it is no Word file with tracked changes; give the other text too."),
        ([OLD, "-o", "r.md", "--revisions", "accepted"], "leave out --revisions"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(capsys: Capture, arguments: list[str], told: str) -> None:
    Path("r.md").write_text("before", "utf-8")
    out, err = run(capsys, *arguments, code=2)
    assert out == ""
    assert told in err
    assert err.count("\n") == 1
    assert names() == ["r.md"]
    assert Path("r.md").read_text("utf-8") == "before"


def test_a_draft_is_never_written_over(capsys: Capture) -> None:
    for name, source in (("old.md", OLD), ("new.md", NEW)):
        shutil.copy(source, name)
    Path("link.md").symlink_to("new.md")
    for name in ("old.md", "new.md", "link.md", "./new.md"):
        _, err = run(capsys, "old.md", "new.md", "-o", name, code=2)
        assert f"{name} is one of the drafts and would be lost" in err
    assert Path("new.md").read_bytes() == Path(NEW).read_bytes()


def test_an_older_redline_is_replaced(capsys: Capture) -> None:
    Path("r.md").write_text("before", "utf-8")
    Path("r.md").chmod(0o640)
    run(capsys, OLD, NEW, "-o", "r.md")
    assert Path("r.md").read_text("utf-8").startswith(f"# {NAMES}")
    assert Path("r.md").stat().st_mode & 0o777 == 0o640


def test_a_word_file_is_redlined_on_a_copy_of_it(capsys: Capture) -> None:
    shutil.copy(TRACKED, "old.docx")
    out, err = run(capsys, "old.docx", "-o", "r.docx", "--author", "Second Committee", "--date", "2044-11-03")
    assert out == "r.docx: Word file with tracked changes, on a copy of old.docx.\n"
    assert "tracked changes by Delegation of Bhutan" in err
    with zipfile.ZipFile("r.docx") as made, zipfile.ZipFile("old.docx") as old:
        assert made.namelist() == old.namelist()
        words = made.read("word/document.xml").decode()
    assert 'w:author="Second Committee"' in words
    assert 'w:date="2044-11-03T00:00:00Z"' in words
    assert "Bhutan" not in words
    out, _ = run(capsys, "old.docx", "-o", "clean.docx", "--template")
    assert out == "clean.docx: Word file with tracked changes.\n"
    with zipfile.ZipFile("clean.docx") as made:
        assert "word/styles.xml" in made.namelist()


def test_an_old_file_that_is_not_fit_is_named_with_the_way_out(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unfit(*_: object, **__: object) -> None:
        raise FormatError("old.docx does not hold OP3 where it was read", "make the redline without the old file")

    monkeypatch.setattr("travaux.renderers.word.original.redlined", unfit)
    shutil.copy(TRACKED, "old.docx")
    _, err = run(capsys, "old.docx", "-o", "r.docx", code=2)
    told = "old.docx does not hold OP3 where it was read; --template makes it on a clean page of ours."
    assert err == f"travaux: {told}\n"
    assert names() == ["old.docx"]


def test_one_word_file_gives_its_own_redline_in_every_format(capsys: Capture) -> None:
    shown, _ = run(capsys, str(TRACKED), "--format", "markdown")
    assert shown.startswith(f"# {TRACKED.name} (original) → {TRACKED.name} (accepted)\n")


@pytest.fixture
def archive(capsys: Capture) -> str:
    main(["init"])
    for state in ("original", "accepted"):
        main(["add", str(TRACKED), "--dossier", "ferries", "--revisions", state])
    capsys.readouterr()
    return "archive.git"


def test_drafts_of_an_archive_are_redlined_on_the_file_that_it_keeps(capsys: Capture, archive: str) -> None:
    out, _ = run(capsys, "ferries@1", "ferries@latest", "-o", "r.docx", "--archive", archive)
    assert out == f"r.docx: Word file with tracked changes, on a copy of {TRACKED.name}.\n"
    out, _ = run(capsys, "ferries@1", "ferries@2", "-o", "clean.docx", "--template")
    assert out == "clean.docx: Word file with tracked changes.\n"
    shown, _ = run(capsys, "ferries@1", "ferries@2", "--format", "markdown")
    assert shown.startswith("# ferries@1 → ferries@2\n")


def test_all_and_hide_reach_the_report(capsys: Capture) -> None:
    short, _ = run(capsys, OLD, NEW, "--format", "markdown", "--hide", "mechanical")
    assert "**OP3 → OP8**" not in short
    long, _ = run(capsys, OLD, NEW, "--format", "markdown", "--all")
    assert "**PP1** · unchanged" in long


def test_a_pin_reaches_the_comparison(capsys: Capture) -> None:
    shown, _ = run(capsys, OLD, NEW, "--format", "markdown", "--pin", "OP7=OP12")
    assert "**OP7 → OP12**" in shown
    assert "* pinned: OP7=OP12" in shown


def test_about_tells_every_format_with_its_endings(capsys: Capture) -> None:
    assert main(["about", "renderers"]) == 0
    lines = capsys.readouterr().out.splitlines()
    for name in RENDERERS:
        member = renderer(name)
        assert f"  {name:<8}  {member.title} ({', '.join(member.suffixes)})" in lines


def test_a_disk_that_is_full_leaves_the_older_redline_and_nothing_else(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("r.md").write_text("before", "utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    _, err = run(capsys, OLD, NEW, "-o", "r.md", code=2)
    assert err == "travaux: r.md cannot be written: no space left on device.\n"
    assert names() == ["r.md"]
    assert Path("r.md").read_text("utf-8") == "before"


def test_a_draft_may_come_from_standard_input(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TRACKED.read_bytes())))
    out, _ = run(capsys, "-", str(TRACKED), "--revisions", "original", "-o", "r.docx")
    assert out == "r.docx: Word file with tracked changes, on a copy of standard input.\n"
