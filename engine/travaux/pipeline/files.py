"""Files as people name them: `volume.txt#2004/19` as a path and a key, and the bytes that stand there."""

import errno
import os
import select
import stat
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from travaux.errors import ChoiceError, SourceError
from travaux.model.document import Document, Resolution

MOST_BYTES = 256 * 2**20
"""Bytes read of one source at most; readers have lower limits of their own. Range: any; memory grows."""

PATIENCE = 3.0
"""Seconds to wait for somebody who writes to a pipe. Range: any; a slow writer that is there is waited for."""

_ASIDE = "#"
_SHOWN = 60
"""Characters shown of a name that is too long for a file."""


@dataclass(frozen=True)
class Wanted:
    """What a word asks for: a file, and which of its resolutions; None where none is named."""

    name: str
    key: str | None = None


def understood(word: str, always: Collection[str] = ()) -> Wanted:
    """Return the file and the resolution that a word names.

    An existing path of that very name wins over `#`; with several `#`, the longest path that exists is taken.

    Args:
        word: `volume.txt`, `volume.txt#2004/19`.
        always: names that stand for something although no path has them, such as `-`.

    Raises:
        ChoiceError: nothing stands after the `#`.
    """
    if _ASIDE not in word or os.path.lexists(word):
        return Wanted(word)
    ways = cuts(word)
    for name, key in ways:
        if name in always or os.path.lexists(name):
            if not key.strip():
                raise ChoiceError(f"{word} names no resolution after the {_ASIDE}", f"say {name}#1 or the like")
            return Wanted(name, key)
    return Wanted(*ways[-1]) if ways else Wanted(word)


def cuts(word: str) -> list[tuple[str, str]]:
    """Return every way to cut a word at a `#`, the longest path first."""
    places = [at for at, character in enumerate(word) if character == _ASIDE]
    return [(word[:at], word[at + 1 :]) for at in reversed(places) if at]


def chosen(document: Document, wanted: Wanted) -> Resolution:
    """Return the resolution that a word asks for.

    Raises:
        ChoiceError: it is not in the document, or none was named where there are several; the hint repeats
            the file as it was given, so that it can be copied.
    """
    if document.origin is None:
        return document.choose(wanted.key)
    origin = document.origin.model_copy(update={"name": printable(wanted.name)})
    resolution = document.model_copy(update={"origin": origin}).choose(wanted.key)
    return resolution if resolution.origin != origin else resolution.model_copy(update={"origin": document.origin})


def content_of(name: str) -> bytes:
    """Return the bytes of a file.

    Raises:
        SourceError: no file can have this name, it is missing, a directory, not permitted, or too large.
    """
    if not name:
        raise SourceError("the name of a file is empty", "name one")

    def read(most: int) -> bytes:
        if stat.S_ISFIFO(Path(name).stat().st_mode):
            return _from_pipe(name, most)
        with Path(name).open("rb") as file:
            return file.read(most)

    try:
        return limited(read, printable(name))
    except OSError as error:
        raise _unreadable(name, error) from None
    except ValueError:  # a zero byte in the name
        raise SourceError(f"there is no file {printable(name)}", "no file can have such a name") from None


def _from_pipe(name: str, most: int) -> bytes:
    """The bytes of a pipe with a name, such as `<(pandoc draft.odt)` makes; opening one may never end."""
    descriptor = os.open(name, os.O_RDONLY | os.O_NONBLOCK)
    with os.fdopen(descriptor, "rb") as file:
        ready, _, _ = select.select([descriptor], [], [], PATIENCE)
        try:
            first = os.read(descriptor, 1)
        except BlockingIOError:  # somebody writes, but slowly
            first = b""
        else:
            if not first and not ready:
                raise SourceError(f"{printable(name)} is a pipe that nobody writes to", "name a file")
        os.set_blocking(descriptor, True)
        return first + file.read(most - len(first))


def limited(read: Callable[[int], bytes], called: str) -> bytes:
    """Return the bytes of a stream of which at most so many are read as are asked for.

    Raises:
        SourceError: there are more than travaux reads.
    """
    content = read(MOST_BYTES + 1)
    if len(content) <= MOST_BYTES:
        return content
    from travaux.readers.decoding import MAX_BYTES  # only now  # noqa: PLC0415

    kinds = f"texts of up to {MAX_BYTES // 2**20} MiB, Word files of up to {MOST_BYTES // 2**20} MiB"
    raise SourceError(f"{called} is larger than {MOST_BYTES // 2**20} MiB; travaux reads {kinds}", "split it")


def printable(name: str) -> str:
    r"""Return a file name as text, bytes that are not UTF-8 as escapes (`\xff`)."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _unreadable(name: str, error: OSError) -> SourceError:
    file = printable(name)
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return SourceError(f"there is no file {file}")
    if os.path.isdir(name):  # noqa: PTH112 - that of Path raises where a folder above may not be searched
        return SourceError(f"{file} is a directory", "name a file in it")
    if error.errno in (errno.EACCES, errno.EPERM):
        return SourceError(f"{file} may not be read", "its permissions or those of a folder above forbid it")
    if error.errno == errno.ENAMETOOLONG:
        return SourceError(f"no file can have a name of {len(name):,} characters", f"it begins with {file[:_SHOWN]}")
    return SourceError(f"{file} could not be read: {error.strerror or error}")
