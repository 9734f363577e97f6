"""A word to a person who waits longer than a second."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from travaux.renderers.wording.harmless import one_line

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


@contextmanager
def counting(doing: str) -> Iterator[Callable[[int, int], None] | None]:
    """Give what tells on a terminal's standard error how far a long work is, and wipe it away after.

    It takes how much is done and how much there is; nothing is said before `PATIENCE`, nor more often than that.
    """
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    said = False
    last = monotonic()

    def tell(done: int, whole: int) -> None:
        nonlocal said, last
        if monotonic() - last >= PATIENCE:
            said, last = True, monotonic()
            sys.stderr.write(f"\r{one_line(doing)} {done:,} of {whole:,} …")
            sys.stderr.flush()

    try:
        yield tell
    finally:
        if said:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
