"""The archive that a command works on, and words that name what is in it: `gauges`, `gauges@latest`."""

import os
import re
import time
from pathlib import Path

from travaux.archive import Archive
from travaux.errors import ArchiveError
from travaux.model.record import DOSSIER

PLACE = "TRAVAUX_ARCHIVE"
"""The variable of the environment that names an archive where `--archive` does not."""

_AT = "@"
_NAME = re.compile(DOSSIER)


def opened(place: str | None = None) -> Archive:
    """Open the archive at a place: the one given, else that of `TRAVAUX_ARCHIVE`, else the nearest.

    The nearest is that of the current directory, or of one above it.

    Raises:
        ArchiveError: there is none.
    """
    named = place or os.environ.get(PLACE)
    if named:
        return Archive.open(Path(named), environment=os.environ, clock=_clock)
    return Archive.find(Path(), environment=os.environ, clock=_clock)


def made(place: str) -> Archive:
    """Make an archive at a place, and open it.

    Raises:
        ArchiveError: there is something already, or it cannot be written.
    """
    return Archive.init(Path(place), environment=os.environ, clock=_clock)


def parted(word: str) -> tuple[str, str | None]:
    """Return the dossier and the draft that a word names: `gauges@A/C.2/99/L.3`; None where it names no draft.

    Raises:
        ArchiveError: nothing stands on one side of the `@`.
    """
    dossier, at, revision = word.partition(_AT)
    if not dossier or (at and not revision):
        raise ArchiveError(
            f"{word} names no draft", "write DOSSIER@3, DOSSIER@SYMBOL, DOSSIER@latest or DOSSIER@latest~1"
        )
    return dossier, revision or None


def names_a_draft(word: str) -> bool:
    """Whether a word has the form `DOSSIER@REVISION`."""
    dossier, at, _ = word.partition(_AT)
    return bool(at) and is_dossier(dossier)


def is_dossier(word: str) -> bool:
    """Whether a word could be the name of a dossier."""
    return _NAME.fullmatch(word) is not None


def _clock() -> int:
    return int(time.time())
