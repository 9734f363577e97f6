"""The house keeps its shape: who imports whom, which package belongs where, what the engine never does."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = {"travaux": ROOT / "engine", "travaux_cli": ROOT / "cli"}

FLOORS: tuple[tuple[int, str], ...] = (
    (0, "travaux.errors travaux.version travaux.collector"),
    (0, "travaux.text travaux.numerals travaux.sequences"),
    (0, "travaux.labels travaux.symbols travaux.words travaux.form"),
    (0, "travaux.citations"),
    (1, "travaux.model.value"),
    (1, "travaux.model.choosing"),
    (1, "travaux.model.document"),
    (1, "travaux.model.comparison"),
    (1, "travaux.model.history"),
    (1, "travaux.model.record"),
    (1, "travaux.model.evidence"),
    (1, "travaux.model.receipts"),
    (1, "travaux.model.life"),
    (1, "travaux.model.report"),
    (1, "travaux.model"),
    (2, "travaux.contracts"),
    (3, ("travaux.readers travaux.languages travaux.kinds travaux.renderers travaux.parsing "
         "travaux.alignment travaux.redlining travaux.references travaux.store")),
    (4, "travaux.linting"),
    (4, "travaux.pipeline"),
    (5, "travaux.archive travaux.amendments"),
    (6, "travaux"),
    (7, "travaux_cli"),
    (7, "travaux_cli.archives"),
    (7, "travaux_cli.console travaux_cli.drafts"),
    (7, "travaux_cli.deliveries travaux_cli.drivers travaux_cli.blobs travaux_cli.outputs"),
    (7, "travaux_cli.linewise"),
    (7, "travaux_cli.versions"),
    (8, "travaux_cli.commands"),
    (9, "travaux_cli.app"),
    (9, "travaux_cli.entry"),
)  # fmt: skip
"""From the ground up: the number of the floor, and its rooms. A room is a module or a folder. A module
imports from its own room and from earlier rows of this table; the rooms of one row are strangers."""

EXCEPTIONS = frozenset({("travaux.model.comparison", "travaux.renderers.html.framing")})
"""Imports that the floors forbid and that are wanted all the same: (module, what it imports). A notebook asks a value
how it looks; the renderer is imported when it does."""

OWNERS: dict[str, tuple[str, ...]] = {
    "pydantic": ("travaux.model",),
    "chardet": ("travaux.readers",),
    "markdown_it": ("travaux.readers",),
    "jinja2": ("travaux.renderers",),
    "lxml": ("travaux.readers", "travaux.renderers.word"),
    "pypdfium2": ("travaux.readers",),
    "diff_match_patch": ("travaux.redlining",),
    "git": ("travaux.store",),
    "rich": ("travaux.renderers",),
    "typer": ("travaux_cli.app", "travaux_cli.commands"),
}
"""The rooms that may import each third-party package (docs/decisions/0002-dependencies.md)."""

DISTRIBUTIONS = {
    "diff_match_patch": "diff-match-patch",
    "git": "gitpython",
    "markdown_it": "markdown-it-py",
}
"""Names on the package index that differ from the name that is imported."""

MOST_LINES = 400
FORBIDDEN_CALLS = {
    "print", "input", "breakpoint", "exit", "quit", "sys.exit", "os._exit", "os.getenv", "os.getcwd",
    "Path.cwd", "time.time", "time.localtime", "datetime.now", "datetime.today", "datetime.utcnow",
    "date.today", "locale.setlocale", "locale.getlocale",
}  # fmt: skip
FORBIDDEN_NAMES = {"os.environ", "os.environb", "sys.stdout", "sys.stderr", "sys.argv", "SystemExit"}
FORBIDDEN_MODULES = {"random", "locale"}


def modules(packages: Mapping[str, Path]) -> dict[str, Path]:
    """Every module of the packages: dotted name -> file."""
    found = {}
    for package, folder in packages.items():
        for path in sorted((folder / package).rglob("*.py")):
            parts = path.relative_to(folder).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports(name: str, path: Path, known: Mapping[str, Path]) -> set[str]:
    """What a module imports, anywhere in it: in functions and under TYPE_CHECKING too."""
    package = name.split(".") if path.name == "__init__.py" else name.split(".")[:-1]
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) + 1 - node.level] if node.level else []
            origin = ".".join([*start, *([node.module] if node.module else [])])
            for alias in node.names:
                whole = f"{origin}.{alias.name}"
                found.add(whole if whole in known else origin)
    return found


def graph(packages: Mapping[str, Path]) -> dict[str, set[str]]:
    """Every module with what it imports."""
    known = modules(packages)
    return {name: imports(name, path, known) for name, path in known.items()}


def room(name: str, floors: tuple[tuple[int, str], ...]) -> tuple[int, str] | None:
    """The row and the room of a module; None where the table has no room for it.

    The packages themselves are rooms without a folder, so a new module is never taken in silently.
    """
    rooms = {r: row for row, (_, listed) in enumerate(floors) for r in listed.split()}
    while name:
        if name in rooms:
            return rooms[name], name
        name = name.rpartition(".")[0]
        if "." not in name:
            return None
    return None


def broken_floors(
    edges: Mapping[str, set[str]],
    floors: tuple[tuple[int, str], ...],
    exceptions: frozenset[tuple[str, str]] = frozenset(),
) -> list[str]:
    """One sentence for each import that goes up or sideways, and for each module without a room."""
    faults = []
    packages = {name.split(".")[0] for name in edges}
    for name, targets in sorted(edges.items()):
        here = room(name, floors)
        if here is None:
            faults.append(f"{name} has no room in the table of floors")
            continue
        for target in sorted(t for t in targets if t.split(".")[0] in packages):
            there = room(target, floors)
            if there is None or (name, target) in exceptions or here == there:
                continue
            if there[0] >= here[0]:
                faults.append(f"{name} (floor {floors[here[0]][0]}) imports {target} (floor {floors[there[0]][0]})")
    return faults


def circles(edges: Mapping[str, set[str]]) -> list[str]:
    """One sentence for each module that imports itself by way of others."""
    return [
        f"{name} is imported by what it imports"
        for name in sorted(edges)
        if name in reachable(edges[name] & edges.keys(), edges)
    ]


def reachable(start: set[str], edges: Mapping[str, set[str]]) -> set[str]:
    """Everything that the starting modules import, directly or not, and they themselves."""
    seen: set[str] = set()
    waiting = list(start)
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting.extend(edges.get(name, ()))
    return seen


def strays(edges: Mapping[str, set[str]], owners: Mapping[str, tuple[str, ...]]) -> list[str]:
    """One sentence for each import of a third-party package by a module that does not own it."""
    ours = {name.split(".")[0] for name in edges} | sys.stdlib_module_names
    return [
        f"{name} imports {package}, which belongs to {owners.get(package, 'nobody')}"
        for name, targets in sorted(edges.items())
        for package in sorted({t.split(".")[0] for t in targets} - ours)
        if not any(name == owner or name.startswith(f"{owner}.") for owner in owners.get(package, ()))
    ]


def noises(tree: ast.AST) -> Iterator[str]:
    """What a module of the engine does that no module of the engine may: print, exit, look around."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _ends(dotted(node.func), FORBIDDEN_CALLS):
            yield f"line {node.lineno}: {dotted(node.func)}()"
        elif isinstance(node, ast.Attribute | ast.Name) and _ends(dotted(node), FORBIDDEN_NAMES):
            yield f"line {node.lineno}: {dotted(node)}"
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else [node.module or ""]
            whole = [f"{node.module}.{a.name}" for a in node.names] if isinstance(node, ast.ImportFrom) else []
            for name in (*names, *whole):
                if name in FORBIDDEN_MODULES | FORBIDDEN_CALLS | FORBIDDEN_NAMES:
                    yield f"line {node.lineno}: import of {name}"


def dotted(node: ast.AST) -> str:
    """`os.environ` for the expression; empty for what is not a plain dotted name."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def _ends(name: str, forbidden: set[str]) -> bool:
    """`datetime.datetime.now` ends in `datetime.now`; a method `print` of some value does not count."""
    return name in forbidden or any("." in f and name.endswith(f".{f}") for f in forbidden)


def test_imports_go_only_down() -> None:
    assert broken_floors(graph(PACKAGES), FLOORS, EXCEPTIONS) == []


def test_every_exception_is_still_needed() -> None:
    edges = graph(PACKAGES)
    assert [pair for pair in EXCEPTIONS if pair[1] not in edges.get(pair[0], ())] == []


def test_nothing_imports_itself_by_way_of_others() -> None:
    edges = graph(PACKAGES)
    assert circles({name: {t for t in found if (name, t) not in EXCEPTIONS} for name, found in edges.items()}) == []


def test_every_third_party_package_has_one_owner() -> None:
    assert strays(graph(PACKAGES), OWNERS) == []


def test_every_owner_uses_its_package() -> None:
    edges = graph(PACKAGES)
    used = {
        (package, owner)
        for package, owners in OWNERS.items()
        for owner in owners
        for name, targets in edges.items()
        if f"{name}.".startswith(f"{owner}.") and any(t.split(".")[0] == package for t in targets)
    }
    assert {(package, owner) for package, owners in OWNERS.items() for owner in owners} - used == set()


def test_owners_and_declared_dependencies_are_the_same_packages() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[<>=!~ \[;]", line, maxsplit=1)[0] for line in project["dependencies"]}
    assert {DISTRIBUTIONS.get(package, package) for package in OWNERS} == declared


def test_the_engine_neither_speaks_nor_looks_around() -> None:
    faults = [
        f"{name}, {fault}"
        for name, path in modules({"travaux": PACKAGES["travaux"]}).items()
        for fault in noises(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert faults == []


def test_no_file_is_too_long() -> None:
    files = [p for folder in ("engine", "cli", "tests", "benchmarks") for p in (ROOT / folder).rglob("*.py")]
    lengths = {p.relative_to(ROOT).as_posix(): len(p.read_text(encoding="utf-8").splitlines()) for p in files}
    assert {name: n for name, n in lengths.items() if n > MOST_LINES} == {}


def test_the_face_loads_neither_git_nor_a_reader() -> None:
    script = "import sys, travaux; print(' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    heavy = ("git", "typer", "rich", "markdown_it", "chardet", "lxml", "pypdfium2", "diff_match_patch", "travaux_cli")
    loaded = done.stdout.split()
    assert [m for m in loaded if m.split(".")[0] in heavy or m.startswith("travaux.readers")] == []


# The rules above, tried on a made-up house in which each is broken once.

HOUSE = ((0, "house.cellar"), (1, "house.kitchen house.bath"), (2, "house.attic"), (3, "house"))


@pytest.mark.parametrize(
    ("where", "line", "fault"),
    [
        ("cellar", "import house.attic", "house.cellar (floor 0) imports house.attic (floor 2)"),
        ("cellar", "from house import attic", "house.cellar (floor 0) imports house.attic (floor 2)"),
        ("cellar", "from . import attic", "house.cellar (floor 0) imports house.attic (floor 2)"),
        ("cellar", "from .attic import X", "house.cellar (floor 0) imports house.attic (floor 2)"),
        (
            "cellar",
            "def f():\n    import house.attic",
            "house.cellar (floor 0) imports house.attic (floor 2)",
        ),
        (
            "cellar",
            "if TYPE_CHECKING:\n    from house.attic import X",
            "(floor 0) imports house.attic (floor 2)",
        ),
        ("cellar", "from house import __version__", "house.cellar (floor 0) imports house (floor 3)"),
        (
            "bath",
            "from house.kitchen.sink import X",
            "house.bath (floor 1) imports house.kitchen.sink (floor 1)",
        ),
        ("garage", "", "house.garage has no room in the table of floors"),
    ],
)
def test_a_broken_floor_is_found(tmp_path: Path, where: str, line: str, fault: str) -> None:
    (found,) = broken_floors(graph({"house": _house(tmp_path, {where: line})}), HOUSE)
    assert found.endswith(fault)


def test_a_sound_house_has_no_fault(tmp_path: Path) -> None:
    sound = {
        "attic": "import os\nimport house.kitchen.sink\nfrom .cellar import X",
        "kitchen.stove": "from . import sink",
    }
    edges = graph({"house": _house(tmp_path, sound)})
    assert (broken_floors(edges, HOUSE), circles(edges), strays(edges, {})) == ([], [], [])
    wanted = frozenset({("house.cellar", "house.attic")})
    edges["house.cellar"] = {"house.attic"}
    assert broken_floors(edges, HOUSE, wanted) == []


def test_a_circle_is_found(tmp_path: Path) -> None:
    circle = {"kitchen.sink": "from house.kitchen import stove", "kitchen.stove": "from .sink import X"}
    found = circles(graph({"house": _house(tmp_path, circle)}))
    assert found == [f"house.kitchen.{n} is imported by what it imports" for n in ("sink", "stove")]


def test_a_stray_package_is_found(tmp_path: Path) -> None:
    edges = graph({"house": _house(tmp_path, {"attic": "import soap.bar", "bath": "from soap import bar"})})
    assert strays(edges, {"soap": ("house.bath",)}) == ["house.attic imports soap, which belongs to ('house.bath',)"]
    assert len(strays(edges, {})) == 2


@pytest.mark.parametrize(
    "line",
    [
        "print('x')",
        "sys.exit(1)",
        "raise SystemExit",
        "home = os.environ['HOME']",
        "from os import environ",
        "now = datetime.datetime.now()",
        "import random",
        "sys.stdout.write('x')",
    ],
)
def test_a_noise_is_found(line: str) -> None:
    assert list(noises(ast.parse(line)))


@pytest.mark.parametrize("line", ["console.print('x')", "document.date = day", "import os.path", "'print(1)'"])
def test_silence_is_silence(line: str) -> None:
    assert list(noises(ast.parse(line))) == []


def _house(folder: Path, contents: Mapping[str, str]) -> Path:
    names = {"": "", "cellar": "", "kitchen": "", "kitchen.sink": "", "bath": "", "attic": ""} | dict(contents)
    for name, text in names.items():
        path = folder.joinpath("house", *(name.split(".") if name else []))
        is_package = name in {"", "kitchen"}
        file = path / "__init__.py" if is_package else path.with_suffix(".py")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder
