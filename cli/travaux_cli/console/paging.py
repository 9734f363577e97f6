"""A long report, paged on a terminal."""

import os
import shlex
import shutil
from collections.abc import Sequence

from travaux_cli.console.screen import is_terminal

_WAYS_OF_LESS = "FRX"
"""Quit where all fits on one screen, keep colours, leave the text on the screen: as git sets it."""


def page(text: str) -> bool:
    """Show a text in the reader's pager (`PAGER`, else `less`), and return whether that was done.

    Not done where standard output is no terminal, where all fits on it, and where there is no pager.
    """
    if not is_terminal() or text.count("\n") < shutil.get_terminal_size().lines:
        return False
    command = _pager()
    if not command:
        return False
    import signal  # only who has a pager pays for it  # noqa: PLC0415
    import subprocess  # noqa: PLC0415

    environment = {"LESS": _WAYS_OF_LESS, "LESSCHARSET": "utf-8", **os.environ}
    interrupt = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        # The pager is the reader's own choice, as in git.
        subprocess.run(command, input=text.encode(), env=environment, check=False)  # noqa: S603
    except OSError:
        return False
    finally:
        signal.signal(signal.SIGINT, interrupt)
    return True


def _pager() -> Sequence[str]:
    chosen = os.environ.get("PAGER")
    if chosen is None:
        less = shutil.which("less")
        return [less] if less else []
    words = shlex.split(chosen)
    return [] if words in ([], ["cat"]) or shutil.which(words[0]) is None else words
