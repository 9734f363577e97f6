"""Whom and what to believe: the user's own configuration, signatures, the soundness of the objects."""

from collections.abc import Sequence
from dataclasses import dataclass

from travaux.store.faults import first
from travaux.store.running import Runner
from travaux.store.values import Identity, Signature

_VERDICTS: dict[str, Signature] = {"G": "good", "B": "bad", "R": "bad"}
"""Letters of git's `%G?`; the others mean that it cannot be judged here."""

_NO_FAULT = (
    "notice: HEAD points to an unborn branch",
    "notice: No default references",
    "dangling ",
    "unreachable ",
    "Checking ",
)


@dataclass(frozen=True, slots=True)
class UserSettings:
    """What the user's own git configuration says of who they are and how they sign."""

    identity: Identity | None
    signs: bool
    key: str | None
    """The key to sign with; None for the one of the identity."""
    signing: dict[str, str]
    """`gpg.*`, for the children that sign and judge."""


class User:
    """Who the user is: asked once, and only when somebody wants to know."""

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._settings: UserSettings | None = None

    @property
    def settings(self) -> UserSettings:
        """The user's settings."""
        if self._settings is None:
            self._settings = _asked(self._runner)
        return self._settings


def _asked(runner: Runner) -> UserSettings:
    """The user's settings. Those of the repository are left out: it may be a stranger's."""
    mine = {name: value for scope, name, value in runner.user_configuration() if scope == "global"}
    name, email = mine.get("user.name", "").strip(), mine.get("user.email", "").strip()
    return UserSettings(
        identity=Identity(name, email) if name and email else None,
        signs=mine.get("commit.gpgsign", "").lower() in {"true", "yes", "on", "1"},
        key=mine.get("user.signingkey") or None,
        signing={"gpg.format": "openpgp"} | {name: value for name, value in mine.items() if name.startswith("gpg.")},
    )


def signature(runner: Runner, user: UserSettings, id: str) -> Signature:  # noqa: A002
    """What git says of the signature of a commit that has one."""
    done = runner.run(
        "log", "-1", "--no-patch", "--no-notes", "--format=%G?", id, settings=user.signing, user=True, check=False
    )
    return _VERDICTS.get(done.out.decode("ascii", "replace").strip(), "unknown")


def findings(runner: Runner, relaxed: Sequence[str]) -> list[str]:
    """What `git fsck` finds, a sentence each.

    Args:
        runner: of the repository.
        relaxed: settings `fsck.*` of the repository: a finding each, and not obeyed but for a list of objects to
            skip, which git cannot be talked out of.
    """
    found = [f"the configuration of the repository passes over faults: {setting}" for setting in relaxed]
    strict = {setting.partition("=")[0]: "error" for setting in relaxed if not setting.startswith("fsck.skiplist=")}
    done = runner.run("fsck", "--full", "--strict", "--no-dangling", "--no-progress", settings=strict, check=False)
    lines = [*done.out.decode("utf-8", "replace").splitlines(), *done.complaint.splitlines()]
    seen = [line.strip() for line in lines if line.strip() and not line.startswith(_NO_FAULT)]
    if done.status and not seen:
        seen = [first(done.complaint) or f"git fsck ended with status {done.status}"]
    return list(dict.fromkeys([*found, *seen]))
