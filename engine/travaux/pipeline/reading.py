"""From a file to a resolution: read, parse, choose."""

from collections.abc import Mapping
from pathlib import Path

from travaux.errors import SourceError
from travaux.languages import language
from travaux.model.document import Document, Resolution, Source
from travaux.readers import reader


def read(name: str, content: bytes, options: Mapping[str, str] | None = None) -> Source:
    """Return what the bytes of a file hold, block by block.

    Args:
        name: the file's name, for messages and reports.
        content: its bytes.
        options: reading options of the format.

    Raises:
        SourceError: the bytes are no draft that travaux reads; the message says what they are.
    """
    return reader("text").read(content, name, options or {})


def read_path(path: str | Path, options: Mapping[str, str] | None = None) -> Source:
    """Read a file; the source is named by the last part of its path.

    Raises:
        SourceError: missing, a directory, not readable, or no draft.
    """
    path = Path(path)
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise SourceError(f"there is no file {path}") from None
    except IsADirectoryError:
        raise SourceError(f"{path} is a directory", "name a file in it") from None
    except OSError as fault:
        raise SourceError(f"{path} cannot be read: {fault.strerror}") from None
    return read(path.name, content, options)


def parse(source: Source) -> Document:
    """Return the resolutions of a source. Never raises on content."""
    from travaux.parsing import parse as parse_in  # a caller that only reads needs no parser  # noqa: PLC0415

    return parse_in(source, language("en"))


def load(where: str) -> Resolution:
    """Read, parse and choose in one step: `load("volume.txt#2004/19")`.

    An existing file of that very name wins over the `#`.

    Raises:
        SourceError: the file could not be read.
        ChoiceError: the resolution is not in it, or none was named where there are several.
    """
    path, key = where, None
    if "#" in where and not Path(where).exists():
        path, _, key = where.rpartition("#")
    return parse(read_path(path)).choose(key)
