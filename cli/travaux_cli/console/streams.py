"""Standard output and standard error, written so that nothing on them can fail loudly."""

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, TextIO, cast

from travaux.renderers.wording.harmless import one_line
from travaux_cli.console.outcome import Outcome
from travaux_cli.console.paging import page


class OutputError(Exception):
    """Standard output could not be written, for a reason other than a reader who left."""


class ReaderLeftError(Exception):
    """The reader of standard output closed it."""


def speak_utf8() -> None:
    """Make both streams write UTF-8 in any locale, and escapes for what has no UTF-8.

    Raises:
        OutputError: what waited for standard output could not be written.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            try:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
            except OSError as error:
                if stream is sys.stdout:
                    raise _fault(error) from error


def write(outcome: Outcome) -> None:
    """Write notices to standard error, then the text to standard output or to a pager.

    Raises:
        ReaderLeftError: the reader of standard output left.
        OutputError: it could not be written.
    """
    for notice in outcome.notices:
        say(f"notice: {notice}")
    if not outcome.text or sys.stdout is None or (outcome.paged and page(outcome.text)):
        return
    with watched():
        sys.stdout.write(outcome.text)
        sys.stdout.flush()


@contextmanager
def watched() -> Iterator[None]:
    """Tell faults of standard output from all others: what fails to write raises as `write` does."""
    stream = sys.stdout
    if stream is None:
        yield
        return
    sys.stdout = cast("TextIO", _Watched(stream))
    try:
        yield
    finally:
        sys.stdout = stream


class _Watched:
    """Standard output, but for its faults."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)

    def write(self, text: str) -> int:
        try:
            return self._stream.write(text)
        except OSError as error:
            raise _fault(error) from error

    def flush(self) -> None:
        try:
            self._stream.flush()
        except OSError as error:
            raise _fault(error) from error


def _fault(error: OSError) -> Exception:
    if isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == errno.EINVAL):
        return ReaderLeftError()
    return OutputError(error.strerror or str(error))


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
