"""Travaux as a diff driver of git: registered in a repository or for a user, and taken away again."""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from travaux_cli.console.faults import UsageError

NAME = "travaux"
"""Name of the driver: what `.gitattributes` calls it."""
PATTERNS = ("*.txt", "*.docx")
"""Files for which it is registered unless others are named."""
WORDS = "[^[:space:],;.]+|[,;.]"
"""What git takes for a word in `--word-diff`; plain bytes, so that it is the same in every locale."""

_MARK = f"diff={NAME}"
_OWN = f"{NAME} git "


@dataclass(frozen=True)
class Place:
    """Where the driver is registered.

    Attributes:
        attributes: the file that says for which files.
        scope: the option of `git config`.
        folder: where git is run.
    """

    attributes: Path
    scope: str
    folder: Path


def place(*, everywhere: bool) -> Place:
    """Return where to register: in the repository of the current directory, or for the user.

    Raises:
        UsageError: there is no git, or no repository.
    """
    here = Path()
    if everywhere:
        named = _git(here, "config", "--global", "--type=path", "--get", "core.attributesFile")
        home = os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")  # noqa: PTH111 - as git does
        return Place(Path(named) if named else Path(home) / "git" / "attributes", "--global", here)
    found = _git(here, "rev-parse", "--absolute-git-dir")
    if found is None:
        raise UsageError("there is no git repository here; git init makes one, --global registers for every one")
    top = _git(here, "rev-parse", "--show-toplevel")
    attributes = Path(top) / ".gitattributes" if top else Path(found) / "info" / "attributes"
    return Place(attributes, "--local", here)


def install(where: Place, patterns: Sequence[str]) -> list[str]:
    """Register the driver, and return what was done, a sentence each; what is there already stays as it is.

    Lines are put before those that the file of attributes has, so that every line of others goes on to win.

    Raises:
        UsageError: a pattern cannot be one, a line of others says how files of this pattern are compared, or git
            refuses.
    """
    lines = _lines(where.attributes)
    wanted = [f"{pattern} {_MARK}" for pattern in map(_checked, patterns)]
    for pattern in patterns:
        _refuse(pattern, lines, where.attributes)
    settings = _settings()
    for key, value in settings.items():
        known = _git(where.folder, "config", where.scope, "--get", key)
        if known not in (None, value) and _OWN not in (known or "") and known != WORDS:
            raise UsageError(f"{key} is {known!r} already; git config {where.scope} --unset {key} takes it away")
    for key, value in settings.items():
        _ordered(where.folder, "config", where.scope, key, value)
    new = [line for line in wanted if line not in lines]
    if new:
        _written(where.attributes, [*new, *lines])
    told = [f"git compares {' and '.join(patterns)} by travaux now, as {where.attributes} says"]
    if new and where.scope == "--local" and where.attributes.name == ".gitattributes":
        told.append("commit .gitattributes, if others are to see the same; each of them registers the driver too")
    return told


def uninstall(where: Place) -> list[str]:
    """Take the driver away, and return what was done; lines of others stay."""
    for key in _settings():
        if _git(where.folder, "config", where.scope, "--get", key) is not None:
            _ordered(where.folder, "config", where.scope, "--unset-all", key)
    _git(where.folder, "config", where.scope, "--remove-section", f"diff.{NAME}")
    lines = _lines(where.attributes)
    kept = [line for line in lines if line.split()[1:] != [_MARK]]
    if kept != lines and kept:
        _written(where.attributes, kept)
    elif kept != lines:
        where.attributes.unlink()
    return ["git compares by itself again"]


def _settings() -> dict[str, str]:
    """What git's configuration has to hold."""
    program = _program()
    return {
        f"diff.{NAME}.command": f"{program} git diff --",
        f"diff.{NAME}.textconv": f"{program} git text --",
        f"diff.{NAME}.wordRegex": WORDS,
    }


def _program() -> str:
    """How a shell starts this very travaux."""
    beside = Path(sys.executable).with_name(NAME)
    known = shutil.which(NAME)
    if not beside.exists() or (known and Path(known).resolve() == beside.resolve()):
        return NAME
    return shlex.quote(str(beside))


def _refuse(pattern: str, lines: Sequence[str], file: Path) -> None:
    for number, line in enumerate(lines, 1):
        words = line.split()
        if words and words[0] == pattern and words[1:] != [_MARK] and any(map(_compares, words[1:])):
            raise UsageError(
                f"line {number} of {file} says already how {pattern} is compared: {line.strip()}; change it by hand, "
                "or name other patterns"
            )


def _compares(attribute: str) -> bool:
    """Whether an attribute says how files are compared."""
    name, _, _ = attribute.lstrip("-!").partition("=")
    return name in ("diff", "binary")


def _checked(pattern: str) -> str:
    if not pattern or pattern.startswith(("#", "!", '"', "[attr]")) or any(c.isspace() or c < " " for c in pattern):
        raise UsageError(f"{pattern!r} is not a pattern for files; write one such as '*.txt' or 'drafts/**'")
    return pattern


def _lines(file: Path) -> list[str]:
    """The lines of a file of attributes; never through a symbolic link, which may lead anywhere."""
    if file.is_symlink():
        raise UsageError(f"{file} is a symbolic link, which git does not follow; make it a file")
    try:
        return file.read_text(encoding="utf-8", errors="surrogateescape").splitlines() if file.exists() else []
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}") from None


def _written(file: Path, lines: Sequence[str]) -> None:
    """Write a file whole or not at all."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=file.parent, prefix=".travaux-")
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="surrogateescape", newline="\n") as stream:
            stream.writelines(f"{line}\n" for line in lines)
        Path(name).chmod(file.stat().st_mode & 0o777 if file.exists() else 0o644)
        Path(name).replace(file)
    except OSError as error:
        raise UsageError(f"{file} cannot be written: {error.strerror}") from None


def _git(folder: Path, *arguments: str) -> str | None:
    """What git answers; None where it refuses."""
    done = _run(folder, arguments)
    return done.stdout.removesuffix("\n") if done.returncode == 0 else None


def _ordered(folder: Path, *arguments: str) -> None:
    done = _run(folder, arguments)
    if done.returncode:
        raise UsageError(f"git refused: {next(_said(done.stderr), 'it does not say why')}")


def _said(text: str) -> Iterator[str]:
    return (line.strip() for line in text.splitlines() if line.strip())


def _run(folder: Path, arguments: Sequence[str]) -> "subprocess.CompletedProcess[str]":
    git = shutil.which("git")
    if git is None:
        raise UsageError("there is no git here; install it")
    return subprocess.run(  # noqa: S603 - git of the path of the user, with words of ours and patterns as data
        [git, *arguments], cwd=folder, capture_output=True, text=True, errors="surrogateescape", check=False
    )
