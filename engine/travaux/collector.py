"""The garbage collector of Python, at rest where there is nothing for it to find."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def resting() -> Iterator[None]:
    """Keep the collector from running, as a block or around a function; after that it is as it was before.

    It looks for cycles, and comparing makes none: what is done with is freed at once all the same. Its looking, again
    and again through ever more values, is a tenth of the time at 5,000 paragraphs and a fifth at 50,000.

    >>> with resting():
    ...     gc.isenabled()
    False
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
