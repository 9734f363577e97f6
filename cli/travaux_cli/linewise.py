"""Two versions of a file that is no draft, line by line, as git itself shows them."""

import re
import shutil
import subprocess
from collections.abc import Iterator

from travaux.renderers.text.ink import Ink, Style
from travaux.renderers.wording.harmless import one_line, tabbed
from travaux_cli.blobs import NOWHERE, Pair
from travaux_cli.console.ink import COLOUR

_OPTIONS = ("--no-index", "--no-ext-diff", "--no-textconv", "--no-color", "--no-renames")
_BODY = re.compile(r"^(?:@@ |Binary files )", re.MULTILINE)
"""Where what git says of the lines begins; above it are the names of files that exist only for this."""
_STYLES: dict[str, Style] = {"+": "add", "-": "drop", "@": "faint"}


def shown(pair: Pair, ink: Ink) -> str:
    """Return the difference of two versions in the form of `git diff`, under the name of the path.

    Where git is not there to compare them, one line says so.
    """
    head = "".join(f"{line}\n" for line in _head(pair))
    git = shutil.which("git")
    if git is None:
        return f"{head}Not compared: there is no git in PATH\n"
    command = [git, "diff", *_OPTIONS, "--", pair.old_file, pair.new_file]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - the user's git, with files it named
    body = done.stdout.decode("utf-8", "replace")
    begins = _BODY.search(body)
    if begins is None:
        return head
    if body.startswith("Binary", begins.start()):
        return f"{head}Binary files {_names(pair)[0]} and {_names(pair)[1]} differ\n"
    old, new = _names(pair)
    lines = [f"--- {old}", f"+++ {new}", *body[begins.start() :].removesuffix("\n").split("\n")]
    return head + "".join(f"{_painted(tabbed(line), ink)}\n" for line in lines)


def _names(pair: Pair) -> tuple[str, str]:
    old = "/dev/null" if pair.old_file == NOWHERE else one_line(f"a/{pair.old}")
    new = "/dev/null" if pair.new_file == NOWHERE else one_line(f"b/{pair.new}")
    return old, new


def _head(pair: Pair) -> Iterator[str]:
    yield f"diff --git {one_line(f'a/{pair.old}')} {one_line(f'b/{pair.new}')}"
    if pair.old_file == NOWHERE:
        yield f"new file mode {one_line(pair.new_mode)}"
    elif pair.new_file == NOWHERE:
        yield f"deleted file mode {one_line(pair.old_mode)}"
    elif pair.old_mode != pair.new_mode:
        yield f"old mode {one_line(pair.old_mode)}"
        yield f"new mode {one_line(pair.new_mode)}"
    yield from (one_line(line) for line in pair.said.splitlines() if line.strip() and not line.startswith("index "))


def _painted(line: str, ink: Ink) -> str:
    """With colour where there is any; the marks of a redline are not for lines."""
    style = _STYLES.get(line[:1])
    return ink.paint(style, line) if style and ink is COLOUR else line
