"""LibreOffice as a converter: old and foreign formats become Word files."""

import os
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from travaux.errors import SourceError

SECONDS = 60
"""Longest conversion; a draft takes two to ten. Range: 10 and more."""


def converted(content: bytes, suffix: str, name: str, program: str, seconds: float = SECONDS) -> bytes:
    """Return a file as LibreOffice writes it as Word.

    It runs without a window, with a profile of its own that is thrown away, so that neither settings nor macros
    of the user have a part in it; the same version of LibreOffice gives the same words.

    Args:
        content: the bytes of the file.
        suffix: ending that LibreOffice knows the format by, such as `.doc`.
        name: what to call the file in messages.
        program: path of `soffice`.
        seconds: after which it is stopped.

    Raises:
        SourceError: LibreOffice does not start, is too slow, or makes nothing of the file.
    """
    with tempfile.TemporaryDirectory(prefix="travaux-", ignore_cleanup_errors=True) as folder:
        given = Path(folder) / f"draft{suffix}"
        given.write_bytes(content)
        made = Path(folder) / "made"
        _run(
            [
                program, f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}",
                "--headless", "--norestore", "--nolockcheck", "--convert-to", "docx:MS Word 2007 XML",
                "--outdir", str(made), str(given),
            ],
            name, seconds,
        )  # fmt: skip
        try:
            return (made / "draft.docx").read_bytes()
        except OSError:
            raise SourceError(
                f"LibreOffice makes nothing of {name}", "open it in a word processor and save it as .docx"
            ) from None


def _run(command: list[str], name: str, seconds: float) -> None:
    try:
        process = subprocess.Popen(  # noqa: S603 - the program is the caller's choice, the arguments are ours
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as fault:
        raise SourceError(f"LibreOffice does not start: {fault.strerror or fault}") from None
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        raise SourceError(
            f"LibreOffice did not convert {name} in {seconds:.0f} s", "save it as .docx yourself and give that"
        ) from None
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program and what it started, if it still runs."""
    if process.poll() is not None:
        return
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()
