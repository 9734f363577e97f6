"""Files that commands write: whole or not at all."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from travaux.pipeline.files import printable
from travaux_cli.console.faults import UsageError


def check(path: str, inputs: Iterable[str]) -> None:
    """Refuse to write where nothing can be written, or over what is read.

    Raises:
        UsageError: the path is a directory or one of the inputs, or its directory is not there.
    """
    target = Path(path)
    if not path or target.is_dir():
        raise UsageError(f"-o takes the name of a file; {printable(path) or 'nothing'} is a directory")
    if not target.parent.is_dir():
        raise UsageError(f"there is no directory {printable(str(target.parent))}; make it, or name another file")
    for name in inputs:
        if _same(target, name):
            raise UsageError(f"{printable(path)} is one of the drafts and would be lost; name another file after -o")


def write(path: str, content: bytes) -> None:
    """Write a file: beside its place first, then renamed, so that nobody ever sees half of it.

    Raises:
        UsageError: it cannot be written; nothing is left behind.
    """
    target = Path(path)
    made = ""
    try:
        with NamedTemporaryFile(dir=target.parent, prefix=f".{target.name[:40]}.", delete=False) as file:
            made = file.name
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(made).chmod(_mode(target))
        Path(made).replace(target)
    except OSError as error:
        with suppress(OSError):
            Path(made).unlink()
        raise UsageError(f"{printable(path)} cannot be written: {(error.strerror or str(error)).lower()}") from None
    except BaseException:
        with suppress(OSError):
            Path(made).unlink()
        raise


def _same(target: Path, name: str) -> bool:
    """Whether a word of the command line names this file, alone or with what chooses a resolution in it."""
    try:
        return any(target.samefile(path) for path in {name, name.rpartition("#")[0]} if path and Path(path).exists())
    except OSError:
        return False


def _mode(target: Path) -> int:
    """The permissions of the file that is there, else those that a new file gets."""
    with suppress(OSError):
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
