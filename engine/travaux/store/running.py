"""Children of git: each with a fixed environment, each ended before its caller goes on."""

import contextlib
import io
import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import IO, cast

from travaux.store import hardening
from travaux.store.faults import disk_fault, fault, no_git


@dataclass(frozen=True, slots=True)
class Done:
    """What a child left."""

    status: int
    out: bytes
    complaint: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where the repository is: what git calls GIT_DIR and GIT_COMMON_DIR, the same but for a linked work tree."""

    named: Path
    git: Path
    common: Path


@dataclass(slots=True)
class Child:
    """A child that goes on: write to `asks`, read from `answers`."""

    named: Path
    process: subprocess.Popen[bytes]
    guard: object
    """GitPython's `AutoInterrupt`: should nobody call `end`, the child ends when this is collected."""
    asks: IO[bytes]
    answers: io.BufferedReader
    complaints: IO[bytes]

    def complaint(self) -> str:
        """What it has complained about so far."""
        if not os.fstat(self.complaints.fileno()).st_size:
            return ""
        self.complaints.seek(0)  # the child's place in the file, too: a child that complains is not asked again
        return self.complaints.read(65536).decode("utf-8", "replace")

    def wait(self) -> int:
        """Wait for its end, after all asks; gives its status."""
        with contextlib.suppress(BrokenPipeError):
            self.asks.close()
        return self.process.wait()

    def wait_briefly(self) -> None:
        """Give a child that is dying the time to say why."""
        with contextlib.suppress(BrokenPipeError):
            self.asks.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(timeout=2)

    def __del__(self) -> None:
        self.complaints.close()

    def end(self) -> None:
        """End it now, if it is still there."""
        _end(self.process)
        self.complaints.close()


@dataclass(frozen=True, slots=True)
class Runner:
    """Starts git for one repository."""

    place: Place | None
    """None while there is no repository yet."""
    environment: Mapping[str, str]
    about: Path = Path()
    """What it is to be called while there is none."""

    def run(  # noqa: PLR0913 - one place where git is run to its end
        self,
        *arguments: str,
        data: bytes = b"",
        extra: Mapping[str, str] | None = None,
        settings: Mapping[str, str] | None = None,
        user: bool = False,
        check: bool = True,
        keep: Sequence[int] = (),
    ) -> Done:
        """Run a child to its end.

        Args:
            arguments: for git, after its general options.
            data: for its standard input.
            extra: more variables.
            settings: on top of those of `hardening`.
            user: whether it may find the user's keys.
            check: whether a status other than 0 is an error.
            keep: files that the child keeps open.

        Raises:
            ArchiveError: git is missing, or it failed and `check` is on.
        """
        variables = hardening.variables(self.environment, user=user) | dict(extra or {})
        command = ["git", *hardening.options(settings or {}), *arguments]
        return self._finish(command, variables, data, check=check, keep=keep)

    def user_configuration(self) -> list[tuple[str, str, str]]:
        """Scope, name and value of every setting that git finds: the user's (scope `global`) with what it includes.

        Nothing of this is run: a child of git that lists settings does nothing else.
        """
        command = ["git", "config", "--list", "--show-scope", "--includes", "-z"]
        done = self._finish(command, hardening.user_variables(self.environment), b"", check=False, keep=())
        return parted(done.out)

    def start(self, *arguments: str, asks: IO[bytes] | None = None) -> Child:
        """Start a child that goes on.

        Args:
            arguments: for git, after its general options.
            asks: a file that holds all asks, at its beginning; None for a pipe to which they are written.

        Raises:
            ArchiveError: git is missing.
        """
        command = ["git", *hardening.options({}), *arguments]
        complaints = tempfile.TemporaryFile()  # noqa: SIM115 - Child.end closes it; a pipe could fill and stop git
        variables = hardening.variables(self.environment, user=False)
        process, guard = self._popen(command, variables, complaints, keep=(), asks=asks)
        asks = asks or process.stdin
        if asks is None or process.stdout is None:
            raise AssertionError("a child without pipes")
        return Child(self.named, process, guard, asks, cast("io.BufferedReader", process.stdout), complaints)

    def _finish(
        self, command: list[str], variables: Mapping[str, str], data: bytes, *, check: bool, keep: Sequence[int]
    ) -> Done:
        process, _guard = self._popen(command, variables, subprocess.PIPE, keep)
        try:
            out, err = process.communicate(data)
        finally:
            _end(process)
        done = Done(process.returncode, out, err.decode("utf-8", "replace"))
        if done.status < 0 and not done.complaint:
            done = Done(done.status, out, f"git was stopped by the system (signal {-done.status})")
        if check and done.status:
            cause = load().exc.GitCommandError(command, done.status, err)
            raise fault(self.named, done.complaint) from cause
        return done

    @property
    def whole(self) -> Place:
        """Where the repository is, once there is one."""
        if self.place is None:
            raise AssertionError("no repository yet")
        return self.place

    @property
    def named(self) -> Path:
        """The directory as the caller named it."""
        return self.place.named if self.place else self.about

    def _popen(
        self,
        command: list[str],
        variables: Mapping[str, str],
        complaints: IO[bytes] | int,
        keep: Sequence[int],
        asks: IO[bytes] | None = None,
    ) -> tuple[subprocess.Popen[bytes], object]:
        # Not `git.Git().execute`: it hands the whole environment of the caller to the child, GIT_DIR and all.
        git = load()
        place = {}
        if self.place:
            place = {"GIT_DIR": str(self.place.git), "GIT_COMMON_DIR": str(self.place.common)}
        try:
            process = git.cmd.safer_popen(
                command,
                env={**variables, **place},
                cwd=self.place.git if self.place else None,
                stdin=asks or subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=complaints,
                **({"pass_fds": tuple(keep)} if keep else {}),
            )
        except FileNotFoundError as error:
            raise no_git() from error
        except OSError as error:
            raise disk_fault(self.named, error) from error
        return process, git.Git.AutoInterrupt(process, command)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a child and take it off the system's table."""
    if process.stdin:
        with contextlib.suppress(BrokenPipeError):
            process.stdin.close()
    if process.poll() is None:
        process.kill()
    if process.stdout:
        process.stdout.close()
    if process.stderr:
        process.stderr.close()
    process.wait()


def parted(listing: bytes) -> list[tuple[str, str, str]]:
    """The output of `git config --list --show-scope -z`: scope, name (in lower case up to its middle), value."""
    fields = listing.decode("utf-8", "surrogateescape").split("\0")[:-1]
    found = []
    for scope, setting in zip(fields[::2], fields[1::2], strict=True):
        name, has_value, value = setting.partition("\n")
        found.append((scope, name, value if has_value else "true"))
    return found


def load() -> ModuleType:
    """GitPython, loaded when it is needed: loading it looks for git.

    Raises:
        ArchiveError: there is no git.
    """
    try:
        import git  # noqa: PLC0415
    except ImportError as error:
        raise no_git() from error
    return git
