"""Which characters a Word file can hold, and which it had better not."""

import re

_REPLACED = re.compile(
    "[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"  # what XML cannot hold, or does not tell from a line feed
    "|[\u202d\u202e]"  # overrides, which turn letters around
)


def printable(text: str) -> str:
    r"""Return a text as a Word file shows it in full: what it cannot hold, or would obey, is U+FFFD.

    That are characters which XML cannot hold, carriage returns, halves of pairs, and overrides of direction, which
    make a reader see other words than the file has. Marks, embeddings and isolates of direction stay: texts from right
    to left need them, and they turn no letters around.

    >>> printable("a\x00b\u202ec")
    'a\ufffdb\ufffdc'
    """
    return _REPLACED.sub("\ufffd", text)
