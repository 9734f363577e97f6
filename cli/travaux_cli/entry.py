"""The console script."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

GARBAGE = 50_000
"""New objects before the first look for garbage. Range: 700 (Python's own) to a million. Nearly all that is made
here lives until the end, so looking earlier is a tenth of the time of a small comparison for nothing."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run travaux with these arguments and return the exit code.

    Without arguments those of the process are taken, and the process ends here: taking the interpreter apart object
    by object would be a fifth of the time of a small comparison.
    """
    if arguments is not None:
        return _run(arguments)
    gc.set_threshold(GARBAGE, 50, 50)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for plugins opens every installed package
    code = _run(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError, ValueError):
            stream.flush()
    os._exit(code)


def _run(arguments: Sequence[str]) -> int:
    """Nothing heavy is imported before it is needed: the version is told without the command tree."""
    if list(arguments) == ["--version"]:
        from travaux import __version__  # noqa: PLC0415

        return _printed(f"travaux {__version__}\n")
    try:
        from travaux_cli.console.faults import guarded  # noqa: PLC0415

        if _is_comparison(arguments):
            from travaux_cli.commands.comparing import Asked, compared  # noqa: PLC0415

            _, old, new = arguments
            return guarded(lambda: compared(old, new, Asked()))
        from travaux_cli.app import run  # noqa: PLC0415
    except KeyboardInterrupt:
        return 130
    return guarded(lambda: run(arguments))


def _printed(text: str) -> int:
    """Write a text at once; where that fails, in the way of all commands, which tells why."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except (AttributeError, OSError):
        from travaux_cli.console.faults import guarded  # noqa: PLC0415
        from travaux_cli.console.outcome import Outcome  # noqa: PLC0415

        return guarded(lambda: Outcome(text))
    return 0


def _is_comparison(arguments: Sequence[str]) -> bool:
    """Whether it is the commonest call, `diff OLD NEW`: there is no option to be understood.

    Loading the command tree would be half of the time of a small comparison.
    """
    return len(arguments) == 3 and arguments[0] == "diff" and all(a == "-" or a[:1] != "-" for a in arguments[1:])
