"""A word to a person who waits longer than a second."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from travaux_cli.console.harmless import one_line

PATIENCE = 1.0
"""Seconds before anything is said. Range: 0.5 to 3."""


@contextmanager
def waiting(doing: str) -> Iterator[None]:
    """Say on a terminal's standard error what takes longer than `PATIENCE`, and wipe it away after."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield
        return
    from threading import Timer  # only a person who may wait pays for it  # noqa: PLC0415

    said: list[str] = []

    def say() -> None:
        said.append(f"{one_line(doing)} …")
        sys.stderr.write(said[0])
        sys.stderr.flush()

    timer = Timer(PATIENCE, say)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        if said:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
