"""Words of the command line (`PATH`, `PATH#number`, `-`) as resolutions."""

import errno
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from travaux import pipeline
from travaux.errors import ChoiceError, SourceError
from travaux.model.document import Document, Notice, Resolution, Source

STANDARD_INPUT = "-"
_ASIDE = "#"
MOST_BYTES = 256 * 2**20
"""Bytes read of one source at most; readers have lower limits of their own. Range: any; memory grows."""


@dataclass(frozen=True)
class Draft:
    """One resolution that a word names.

    Attributes:
        resolution: the resolution.
        notices: how its file and itself were read, a sentence each.
    """

    resolution: Resolution
    notices: tuple[str, ...]


@dataclass(frozen=True)
class Wanted:
    """What a word asks for: a file (`-` for standard input), and which of its resolutions."""

    name: str
    key: str | None = None


def drafts(words: Sequence[str]) -> list[Draft]:
    """Return the resolutions that words name, in order; a file named twice is read once.

    Raises:
        ChoiceError: standard input is named twice, or a resolution is not in its file.
        SourceError: a file could not be read.
    """
    wanted = [understood(word) for word in words]
    if sum(want.name == STANDARD_INPUT for want in wanted) > 1:
        raise ChoiceError("standard input (-) can be read only once", "give a file for the other text")
    documents = {name: pipeline.parse(opened(name)) for name in dict.fromkeys(want.name for want in wanted)}
    return [_draft(documents[want.name], want) for want in wanted]


def understood(word: str) -> Wanted:
    """Return the file and the resolution that a word names.

    An existing path of that very name wins over `#`; with several `#`, the longest path that exists is taken.

    Raises:
        ChoiceError: nothing stands after the `#`.
    """
    if _ASIDE not in word or os.path.lexists(word):
        return Wanted(word)
    cuts = _cuts(word)
    for name, key in cuts:
        if name == STANDARD_INPUT or os.path.lexists(name):
            if not key.strip():
                raise ChoiceError(f"{word} names no resolution after the {_ASIDE}", f"say {name}#1 or the like")
            return Wanted(name, key)
    return Wanted(*cuts[-1]) if cuts else Wanted(word)


def opened(name: str) -> Source:
    """Read a file, or standard input; the source is named by the last part of its path.

    Raises:
        SourceError: it is missing, a directory, not permitted, too large, or not a draft.
    """
    source = pipeline.read(called(name), _content(name))
    shown = name if name == STANDARD_INPUT else printable(Path(name).name)
    return source.model_copy(update={"origin": source.origin.model_copy(update={"name": shown})})


def called(name: str) -> str:
    """Return what a file is called in a message: its name as given."""
    return "standard input" if name == STANDARD_INPUT else printable(name) or "with an empty name"


def chosen(document: Document, wanted: Wanted) -> Resolution:
    """Return the resolution that a word asks for.

    Raises:
        ChoiceError: it is not in the document, or none was named where there are several; the hint repeats
            the file as it was given, so that it can be copied.
    """
    if document.origin is None:
        return document.choose(wanted.key)
    given = wanted.name if wanted.name == STANDARD_INPUT else printable(wanted.name)
    origin = document.origin.model_copy(update={"name": given})
    resolution = document.model_copy(update={"origin": origin}).choose(wanted.key)
    return resolution if resolution.origin != origin else resolution.model_copy(update={"origin": document.origin})


def printable(name: str) -> str:
    r"""Return a file name as text, bytes that are not UTF-8 as escapes (`\xff`)."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _cuts(word: str) -> list[tuple[str, str]]:
    """Every way to cut a word at a `#`, the longest path first."""
    places = [at for at, character in enumerate(word) if character == _ASIDE]
    return [(word[:at], word[at + 1 :]) for at in reversed(places) if at]


def _content(name: str) -> bytes:
    try:
        if name == STANDARD_INPUT:
            content = sys.stdin.buffer.read(MOST_BYTES + 1) if sys.stdin is not None else b""
        else:
            with Path(name).open("rb") as file:
                content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise _unreadable(name, error) from None
    if len(content) > MOST_BYTES:
        raise SourceError(f"{called(name)} is larger than {MOST_BYTES // 2**20} MiB", "split it")
    return content


def _unreadable(name: str, error: OSError) -> SourceError:
    file = called(name)
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return SourceError(f"there is no file {file}")
    if Path(name).is_dir():
        return SourceError(f"{file} is a directory", "name a file in it")
    if error.errno in (errno.EACCES, errno.EPERM):
        return SourceError(f"{file} may not be read", "its permissions forbid it")
    return SourceError(f"{file} could not be read: {error.strerror or error}")


def _draft(document: Document, wanted: Wanted) -> Draft:
    resolution = chosen(document, wanted)
    notices = dict.fromkeys(_told(notice) for notice in (*document.notices, *resolution.notices))
    return Draft(resolution, tuple(notices))


def _told(notice: Notice) -> str:
    """A notice as one sentence, with its line where it is known."""
    line = notice.place.line
    return f"line {line}: {notice.message}" if line else notice.message
