"""Memory and start-up: what travaux costs beside a bare interpreter, measured in processes of their own."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = tuple(str(ROOT / "examples" / f"mountain-shelters-{name}.txt") for name in ("draft", "revised-draft"))
_TRAVAUX = "import sys; from travaux_cli.entry import main; sys.argv[0] = 'travaux'; sys.exit(main())"

COMMANDS: dict[str, tuple[str, ...]] = {
    "bare": ("-c", "pass"),
    "pydantic": ("-c", "import pydantic; from pydantic import BaseModel, Field, ConfigDict, model_validator"),
    "version": ("-c", _TRAVAUX, "--version"),
    "diff": ("-c", _TRAVAUX, "diff", *EXAMPLE),
    "options": ("-c", _TRAVAUX, "diff", *EXAMPLE, "--width", "80"),
}
"""What is started; travaux as its console script starts it."""

_PEAK = Path("/proc/self/status")


def start_up(runs: int) -> dict[str, float]:
    """Return the least processor time of each command, in seconds; what the machine else does only adds to it.

    Modules are compiled before, as they are where a package was installed, whatever `PYTHONDONTWRITEBYTECODE` says.
    """
    least: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as compiled:
        settings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        settings["PYTHONPYCACHEPREFIX"] = compiled
        for number in range(runs + 1):
            for name, command in COMMANDS.items():
                seconds = _seconds(name, command, settings)
                if number:
                    least[name] = min(least.get(name, seconds), seconds)
    return least


def _seconds(name: str, command: Sequence[str], settings: Mapping[str, str]) -> float:
    process = subprocess.Popen([sys.executable, *command], stdout=subprocess.DEVNULL, env=settings)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{name} ended with {process.returncode}")
    return used.ru_utime + used.ru_stime


class Memory(NamedTuple):
    """Peaks of resident memory above a bare interpreter, in bytes; each holds the ones before it."""

    imported: int
    parsed: int
    compared: int


def memory(old: Path, new: Path) -> Memory | None:
    """Return the peaks of a process that reads, parses and compares two texts; None where Linux does not tell.

    The peak is `VmHWM` of /proc/self/status: `resource.getrusage` gives a child the peak of the process that
    started it where that was higher.
    """
    if not _PEAK.exists():
        return None
    (bare,) = _told([])
    imported, parsed, compared = _told([str(old), str(new)])
    return Memory(imported - bare, parsed - bare, compared - bare)


def _told(arguments: list[str]) -> list[int]:
    if not arguments:
        code = f"print(next(l.split()[1] for l in open('{_PEAK}') if l.startswith('VmHWM')))"
        command = [sys.executable, "-c", code]
    else:
        command = [sys.executable, __file__, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [int(kilobytes) * 1024 for kilobytes in done.stdout.split()]


def _peak() -> str:
    lines = _PEAK.read_text(encoding="utf-8").splitlines()
    return next(line.split()[1] for line in lines if line.startswith("VmHWM"))


def _compare(old: str, new: str) -> None:
    from travaux.pipeline import compare, load  # noqa: PLC0415 - counted as imported

    print(_peak())
    drafts = load(old), load(new)
    print(_peak())
    compared = compare(*drafts)
    print(_peak())
    del compared


if __name__ == "__main__":
    _compare(*sys.argv[1:])
