"""Standard output and standard error, written so that nothing on them can fail loudly."""

import errno
import io
import os
import sys
from contextlib import suppress

from travaux_cli.console.harmless import one_line
from travaux_cli.console.outcome import Outcome
from travaux_cli.console.paging import page


class OutputError(Exception):
    """Standard output could not be written, for a reason other than a reader who left."""


def speak_utf8() -> None:
    """Make both streams write UTF-8 in any locale, and escapes for what has no UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def write(outcome: Outcome) -> None:
    """Write notices to standard error, then the text to standard output or to a pager.

    Raises:
        BrokenPipeError: the reader of standard output left.
        OutputError: it could not be written.
    """
    for notice in outcome.notices:
        say(f"notice: {notice}")
    if not outcome.text or sys.stdout is None or (outcome.paged and page(outcome.text)):
        return
    try:
        sys.stdout.write(outcome.text)
        sys.stdout.flush()
    except OSError as error:
        if isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL):
            raise BrokenPipeError from error
        raise OutputError(error.strerror or str(error)) from error


def say(sentence: str) -> None:
    """Write one line to standard error, harmless; who closed it does not want to hear."""
    if sys.stderr is None:
        return
    with suppress(OSError):
        line = one_line(sentence)
        sys.stderr.write(f"travaux: {line}{'' if line.endswith(('.', '?', '!')) else '.'}\n")
        sys.stderr.flush()


def forget_output() -> None:
    """Send nowhere what still waits for standard output, so that the interpreter ends without a complaint."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
