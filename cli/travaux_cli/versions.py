"""Two versions of a file, as `git diff` shows them."""

import os
from collections.abc import Sequence

from travaux import pipeline
from travaux.errors import LanguageError, SourceError
from travaux.renderers.text.ink import Ink
from travaux.renderers.text.report import Report
from travaux.renderers.text.view import View
from travaux.renderers.wording.harmless import one_line
from travaux_cli import blobs, linewise
from travaux_cli.console import screen
from travaux_cli.console.ink import COLOUR


def compared(arguments: Sequence[str]) -> str:
    """Return the report of what git hands over.

    Versions of a plain text that holds no resolution are shown line by line as git does; where a version cannot be
    read, one line says so.

    Raises:
        ChoiceError: these are not the arguments of a diff driver.
    """
    pair = blobs.pair(arguments)
    if pair is None:
        return f"{one_line(arguments[0])}: not merged yet\n"
    names = ("nothing" if pair.old_file == blobs.NOWHERE else f"a/{pair.old}",
             "nothing" if pair.new_file == blobs.NOWHERE else f"b/{pair.new}")  # fmt: skip
    head = f"diff --travaux {one_line(f'a/{pair.old}')} {one_line(f'b/{pair.new}')}\n"
    try:
        old, new = blobs.version(pair.old, pair.old_file), blobs.version(pair.new, pair.new_file)
        if all(one.lines or one.empty for one in (old, new)):
            return linewise.shown(pair, _ink())
        comparison = pipeline.compare(old.text, new.text)
    except (SourceError, LanguageError) as error:
        return f"{head}Not compared by travaux: {one_line(str(error))}\n"
    report = Report(comparison, View(width=screen.width(), ink=_ink()), names)
    return head + "".join(f"{line}\n" for line in report.lines()) + "\n"


def _ink() -> Ink:
    """Git sends our lines to its pager; there they have colour as on a terminal."""
    if os.environ.get("GIT_PAGER_IN_USE") == "true" and not os.environ.get("NO_COLOR"):
        return COLOUR
    return screen.ink("auto")
