"""What the documentation promises is there: links, commands, options, notices, fields, patterns."""

import ast
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
import typer.main

from travaux.languages import LANGUAGES, language
from travaux.model.checks import Lint, References
from travaux.model.comparison import Comparison
from travaux.model.document import Document, MetadatumKind
from travaux.model.evidence import Blame, Catalogue, Holding, Search, Trace, Verification
from travaux.model.history import Concordance
from travaux.model.life import Life
from travaux.model.receipts import Corrected, Imported
from travaux.model.value import Value
from travaux_cli.app import app

ROOT = Path(__file__).resolve().parents[1]
REFERENCE = ROOT / "docs" / "reference"
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("*.md")])
SCHEMAS: dict[str, type[Value]] = {
    "comparison": Comparison,
    "document": Document,
    "table": Concordance,
    "references": References,
    "lint": Lint,
    "imported": Imported,
    "corrected": Corrected,
    "catalogue": Catalogue,
    "holding": Holding,
    "blame": Blame,
    "trace": Trace,
    "search": Search,
    "verification": Verification,
    "life": Life,
}

_LINK = re.compile(r"\[[^\]]+\]\(([^)\s]+)\)")
_OUTPUT = re.compile(r"(<!-- output: (travaux .+?) -->\n\n)```\n.*?\n```", re.DOTALL)
_RUN = "import sys; from travaux_cli.entry import main; sys.exit(main())"
_FENCE = re.compile(r"^( *)(`{3,}).*?^\1\2$", re.DOTALL | re.MULTILINE)


def named(page: Path) -> set[str]:
    """Every word that a page sets in code letters outside of its examples."""
    return set(re.findall(r"`([^`\n]+)`", _FENCE.sub("", page.read_text(encoding="utf-8"))))


def anchors(page: Path) -> set[str]:
    """What a link may name after `#`, by the rule of the common hosts."""
    headings = re.findall(r"^#+ (.+)$", _FENCE.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", h.lower()).replace(" ", "-") for h in headings}


def broken_links(page: Path) -> list[str]:
    faults = []
    for link in _LINK.findall(_FENCE.sub("", page.read_text(encoding="utf-8"))):
        if link.startswith(("https://", "http://")):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            faults.append(link)
    return faults


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    assert broken_links(page) == []


def test_a_broken_link_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# One two\n[a](#one-two) [b](#three) [c](page.md) [d](other.md)\n```\n[e](f)\n```\n", "utf-8")
    assert broken_links(page) == ["#three", "other.md"]


@cache
def output(command: str, folder: Path = ROOT) -> str:
    """What a command of the documentation prints, errors included, 80 columns, no colour, in a folder."""
    command, _, head = command.partition(" | head -n ")
    done = subprocess.run(
        [sys.executable, "-c", _RUN, *shlex.split(command)[1:]],
        cwd=folder,
        env=os.environ | {"COLUMNS": "80", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"} | _alone(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )
    lines = [line.rstrip() for line in done.stdout.rstrip("\n").split("\n")]
    return "\n".join(lines[: int(head)] if head else lines)


def _alone(folder: Path) -> dict[str, str]:
    """For a page that keeps an archive: nothing of the user's own git, and a clock that stands still."""
    home = str(folder)
    still = {"HOME": home, "XDG_CONFIG_HOME": home, "GIT_CONFIG_NOSYSTEM": "1", "SOURCE_DATE_EPOCH": "2460000000"}
    return {} if folder == ROOT else still


def _folder(text: str, new: Path) -> Path:
    """Where the commands of a page run: where they make an archive or a file, in a new folder that has the examples."""
    if not re.search(r"<!-- output: travaux (?:init|.* -o )", text):
        return ROOT
    shutil.copytree(ROOT / "examples", new / "examples")
    return new


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_every_output_shown_is_the_real_one(page: Path, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    """A comment `<!-- output: COMMAND -->` before a fenced block says what printed it."""
    text = page.read_text(encoding="utf-8")
    folder = _folder(text, tmp_path)
    assert len(_OUTPUT.findall(text)) == text.count("<!-- output"), "a comment is not in the form, or no block follows"
    real = _OUTPUT.sub(lambda m: f"{m[1]}```\n{output(m[2], folder)}\n```", text)
    if request.config.getoption("--accept", default=False):
        page.write_text(real, encoding="utf-8")
    assert page.read_text(encoding="utf-8") == real


def test_every_page_is_on_the_map() -> None:
    home = ROOT / "docs" / "README.md"
    linked = {(home.parent / link.partition("#")[0]).resolve() for link in _LINK.findall(home.read_text("utf-8"))}
    assert {p for p in (ROOT / "docs").rglob("*.md") if p != home} - linked == set()


def test_every_room_is_on_the_map_of_the_code() -> None:
    words = set(re.findall(r"\w+", (ROOT / "docs" / "explanation" / "architecture.md").read_text(encoding="utf-8")))
    paths = [p for folder in ("engine/travaux", "cli/travaux_cli") for p in (ROOT / folder).iterdir()]
    rooms = {p.stem for p in paths if p.suffix == ".py" or (p / "__init__.py").exists()}
    assert {room for room in rooms if not room.startswith("__")} - words == set()


def commands(command: Any, path: str = "travaux") -> Iterator[tuple[str, set[str]]]:
    """Every command with its long options; typed loosely, for Typer brings its own copy of click."""
    visible = [p for p in command.params if p.param_type_name == "option" and not p.hidden]
    yield path, {o for p in visible for o in (*p.opts, *p.secondary_opts) if o.startswith("--")}
    for name, child in getattr(command, "commands", {}).items():
        yield from commands(child, f"{path} {name}")


def test_every_command_and_option_is_in_the_reference() -> None:
    text = (REFERENCE / "commands.md").read_text(encoding="utf-8")
    sections = {s.split("`")[0].strip(): s for s in re.split(r"^## `", text, flags=re.MULTILINE)[1:]}
    missing = []
    for path, options in commands(typer.main.get_command(app)):
        section = next((s for title, s in sections.items() if re.sub(r"( [A-Z@\[\]]+)+$", "", title) == path), None)
        if section is None:
            missing.append(path)
        else:
            missing += [f"{path} {option}" for option in options if f"`{option}`" not in section]
    assert missing == []


def notice_codes() -> set[str]:
    """Every code that a `Notice(code=...)` of the engine can have."""
    found = set()
    for path in (ROOT / "engine").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.keyword) and node.arg == "code":
                found |= {
                    n.value for n in ast.walk(node.value) if isinstance(n, ast.Constant) and isinstance(n.value, str)
                }
    return {code for code in found if re.fullmatch(r"[a-z]+(?:-[a-z]+)*", code) and code not in LANGUAGES}


def test_every_notice_is_in_the_reference_and_no_other() -> None:
    listed = set(
        re.findall(r"^\| `([a-z-]+)` \|", (REFERENCE / "notices.md").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert listed == notice_codes()


def schema(name: str) -> dict[str, Any]:
    return SCHEMAS[name].model_json_schema(mode="serialization")


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_is_in_the_reference(name: str) -> None:
    words = named(REFERENCE / "json.md")
    whole = schema(name)
    values = [whole, *whole["$defs"].values()]
    fields = {field for value in values for field in value.get("properties", {})}
    literals = {c for value in values for f in value.get("properties", {}).values() for c in f.get("enum", ())}
    assert (fields | literals) - words == set()


def test_every_kind_of_metadata_is_in_the_reference() -> None:
    assert set(get_args(MetadatumKind)) - named(REFERENCE / "json.md") == set()


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_published_schema_is_the_one_of_the_values(name: str, request: pytest.FixtureRequest) -> None:
    page = REFERENCE / f"{name}.schema.json"
    text = output(f"travaux about schema {name}") + "\n"
    if request.config.getoption("--accept", default=False):
        page.write_text(text, encoding="utf-8")
    assert page.read_text(encoding="utf-8") == text


def test_every_pattern_of_a_language_is_explained_and_no_other() -> None:
    page = (ROOT / "docs" / "how-to" / "add-a-language.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"^\| `([a-z_]+)`", page[page.index("| `date` |") :], re.MULTILINE))
    assert explained == {name for code in LANGUAGES for name in language(code).patterns}


def test_the_program_of_the_readme_runs() -> None:
    (program,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "('op4',) ('op3', 'op4') split" in done.stdout


def test_the_commands_of_the_readme_are_what_the_checks_run() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    checks = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    main_job, tests = re.findall(r"^python3 -m venv .*$", readme, re.MULTILINE)
    assert "travaux diff examples/" in main_job
    assert all((ROOT / path).is_file() for path in re.findall(r"examples/\S+", main_job))
    assert tests.endswith("/pytest")
    assert "grep '^python3 -m venv ' README.md" in checks
    assert all(f'"$(readme_command {n})"' in checks for n in (1, 2))
