"""What git complained about, in a sentence for the user."""

import errno
from pathlib import Path

from travaux.errors import ArchiveError

_KNOWN: tuple[tuple[tuple[str, ...], str, str], ...] = (
    (
        ("No space left on device", "Disk quota exceeded", "File too large", "Out of diskspace"),
        "there is no room left on the disk of {where}",
        "nothing was recorded; make room and try again",
    ),
    (("Read-only file system",), "{where} is on a read-only disk", "copy the archive to where you may write"),
    (
        ("Permission denied", "insufficient permission", "Operation not permitted"),
        "{where} may not be read or written by you",
        "ask its owner, or make your own copy with git clone --mirror",
    ),
    (("Too many open files", "Cannot allocate memory", "out of memory"), "the system has no room for git on {where}",
     "close other programs and try again"),
    (("couldn't write", "write error", "failed to write"), "{where} could not be written",
     "perhaps its disk is full; make room and try again"),
    (
        ("not a git repository", "Not a git repository"),
        "{where} is not a git repository",
        "name the directory of an archive",
    ),
    (("bad config", "bad numeric config", "bad boolean config", "unknown repository extension",
      "Expected git repo version"),
     "the configuration of {where} cannot be understood by git", "git config --list in that directory tells more"),
    (
        (
            "corrupt", "inflate", "hash mismatch", "does not match", "unable to unpack", "bad object", "is missing",
            "missing object", "is unavailable", "not found", "not a tree object", "index file", "unable to read",
            "could not read", "Could not read", "packfile", "cannot read existing", "bad tree", "invalid object",
            "nonexistent object", "not a valid object", "does not exist", "bad signature", "bad offset",
            "garbage at end", "cannot be accessed",
        ),
        "objects of {where} are damaged or missing",
        "fetch them from another copy of the archive",
    ),
)  # fmt: skip
"""Words of git (in the C locale), the sentence, the hint; the first that fits."""


def fault(where: Path, complaint: str, who: str = "git") -> ArchiveError:
    """The error for a complaint about a repository; git's own first line is kept, for who knows git."""
    line = first(complaint)
    for words, sentence, hint in _KNOWN:
        if any(word in complaint for word in words):
            told = f" ({who}: {line})" if line else ""
            return ArchiveError(sentence.format(where=where) + told, hint)
    told = f": {line}" if line else ""
    return ArchiveError(f"{who} failed on {where}{told}", "git fsck in that directory tells more")


def disk_fault(where: Path, error: OSError) -> ArchiveError:
    """The error for a refusal of the system."""
    names = {errno.EROFS: "Read-only file system", errno.ENOSPC: "No space left on device"}
    return fault(where, names.get(error.errno or 0) or error.strerror or type(error).__name__, "the system")


def no_git() -> ArchiveError:
    """The error where there is no git."""
    return ArchiveError("git is not installed, or not in PATH", "an archive needs git 2.30 or later: git-scm.com")


def first(complaint: str) -> str:
    """The most telling line of a complaint, without the word `fatal:`."""
    lines = [line.strip() for line in complaint.splitlines() if line.strip()]
    fatal = [line for line in lines if line.startswith(("fatal:", "error:"))]
    return (fatal or lines or [""])[0].removeprefix("fatal: ").removeprefix("error: ")
