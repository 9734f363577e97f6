"""Every error as one sentence and an exit code."""

import os
import sys
from collections.abc import Callable
from pathlib import PurePath

from travaux.errors import (
    AmendmentError,
    ArchiveError,
    ChoiceError,
    FormatError,
    LanguageError,
    SourceError,
    TravauxError,
)
from travaux.renderers.wording.harmless import harmless
from travaux_cli.console.outcome import Outcome
from travaux_cli.console.streams import OutputError, ReaderLeftError, forget_output, say, speak_utf8, write

DONE, DIFFERENT, USAGE, SOURCE, ARCHIVE, FAULT, INTERRUPTED = 0, 1, 2, 3, 4, 5, 130
OUTPUT = SOURCE
"""Exit codes; `docs/reference/exit-codes.md` tells them."""

_CODES: tuple[tuple[type[TravauxError], int], ...] = (
    (ChoiceError, USAGE),
    (LanguageError, USAGE),
    (FormatError, USAGE),
    (SourceError, SOURCE),
    (AmendmentError, SOURCE),
    (ArchiveError, ARCHIVE),
    (TravauxError, FAULT),
)


_OFF = ("", "0", "no", "off", "false")
"""Values of `TRAVAUX_DEBUG` that ask for no traceback."""


class UsageError(Exception):
    """A command was called in a way that it does not understand; its sentence says what to do."""


def guarded(work: Callable[[], Outcome]) -> int:
    """Do some work, write what it hands back, and return the exit code.

    After an error there is one sentence on standard error and nothing on standard output. A reader who closes
    standard output early ends the command quietly.
    """
    try:
        speak_utf8()
        outcome = work()
        write(outcome)
    except (BrokenPipeError, ReaderLeftError):
        forget_output()
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # the last resort: a person gets a sentence, never a traceback
        sentence, code = explained(error)
        if isinstance(error, OutputError):
            forget_output()
        if code == FAULT and os.environ.get("TRAVAUX_DEBUG", "").strip().lower() not in _OFF:
            _show_traceback(error)
        say(sentence)
        return code
    return outcome.code


def explained(error: Exception) -> tuple[str, int]:
    """Return what to tell a person about an error, and the exit code."""
    match error:
        case UsageError():
            return str(error), USAGE
        case TravauxError():
            return str(error), next(code for kind, code in _CODES if isinstance(error, kind))
        case OutputError():
            return f"standard output could not be written: {error}", OUTPUT
        case MemoryError():
            return "there is not enough memory for this", FAULT
        case _:
            told = f"{type(error).__name__}: {error}".rstrip(": ")
            sentence = (
                f"this is a fault of travaux itself ({told}; {_where(error)}); please report it with the "
                "command that you gave; TRAVAUX_DEBUG=1 in the environment shows more"
            )
            return sentence, FAULT


def _where(error: Exception) -> str:
    trace = error.__traceback__
    if trace is None:
        return "nowhere"
    while trace.tb_next is not None:
        trace = trace.tb_next
    return f"{PurePath(trace.tb_frame.f_code.co_filename).name}, line {trace.tb_lineno}"


def _show_traceback(error: Exception) -> None:
    import traceback  # only when something is wrong  # noqa: PLC0415

    if sys.stderr is not None:
        sys.stderr.write(harmless("".join(traceback.format_exception(error))))
