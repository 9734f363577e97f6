"""The names of an archive: references, files of `main`, the version of the layout."""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from travaux.errors import ArchiveError
from travaux.model.record import DOSSIER
from travaux.store import Ref
from travaux.text import fold

LAYOUT: Final = 1
"""Version of the layout; `docs/reference/archive-layout.md` tells what it means."""
SCHEMA: Final = "travaux.archive/1"
DESCRIPTION: Final = "travaux archive: drafts of resolutions, every word traced"

MAIN: Final = "refs/heads/main"
ARCHIVE: Final = "archive.json"
README: Final = "README.md"

HIGHEST: Final = 999_999_999
"""The highest ordinal that a tag may have."""

LONGEST_SLUG: Final = 60
"""Characters of a dossier's name that is made from a title."""

BRANCHES: Final = "refs/heads/dossier/"
TAGS: Final = "refs/tags/"
SUPERSEDED: Final = "refs/superseded/"
NEWEST: Final = "refs/newest/"
"""Holds the draft of the highest ordinal, so that the loss of its tag is noticed, and its ordinal not given away."""

_NAME = re.compile(DOSSIER)
_ORDINAL = r"(?!0+(?:/|$))([0-9]{4}|[1-9][0-9]{4,8})"
_TAG = re.compile(rf"refs/tags/([^/]+)/{_ORDINAL}")
_OLD = re.compile(rf"refs/superseded/([^/]+)/{_ORDINAL}/([1-9][0-9]{{0,8}})")


def branch(dossier: str) -> str:
    """Return the reference of the branch of a dossier."""
    return BRANCHES + dossier


def tag(dossier: str, ordinal: int) -> str:
    """Return the reference that holds a draft: `refs/tags/gauges/0003`."""
    return f"{TAGS}{dossier}/{ordinal:04}"


def superseded(dossier: str, ordinal: int, count: int) -> str:
    """Return the reference that holds what a draft was before it was recorded again for the `count`th time."""
    return f"{SUPERSEDED}{dossier}/{ordinal:04}/{count}"


def newest(dossier: str) -> str:
    """Return the reference that holds the draft of the highest ordinal, whether the branch reaches it or not."""
    return NEWEST + dossier


@dataclass(slots=True)
class Held:
    """The references of one dossier.

    Attributes:
        branch: id of the commit at the end of the branch; None where there is no branch.
        own: the branch stands here, not only at the remote of a clone.
        tags: ordinal -> id of its commit.
        superseded: (ordinal, count) -> id of the commit.
        newest: id of the commit of the highest ordinal; None in a plain clone that nothing was added to.
    """

    branch: str | None = None
    own: bool = False
    tags: dict[int, str] = field(default_factory=dict)
    superseded: dict[tuple[int, int], str] = field(default_factory=dict)
    newest: str | None = None


def held(refs: Iterable[Ref], remote: str | None) -> dict[str, Held]:
    """Return what references hold of each dossier, by name.

    References that are not of the layout are left out: `strays` tells them.

    Args:
        refs: all references.
        remote: the remote whose branches stand for those that are not here.
    """
    found: dict[str, Held] = {}
    away = _away(remote)
    for ref in refs:
        if match := _TAG.fullmatch(ref.name):
            if is_name(match[1]):
                found.setdefault(match[1], Held()).tags[int(match[2])] = ref.id
        elif match := _OLD.fullmatch(ref.name):
            if is_name(match[1]):
                found.setdefault(match[1], Held()).superseded[int(match[2]), int(match[3])] = ref.id
        elif ref.name.startswith(NEWEST) and is_name(name := ref.name.removeprefix(NEWEST)):
            found.setdefault(name, Held()).newest = ref.id
        elif ref.name.startswith(BRANCHES) and is_name(name := ref.name.removeprefix(BRANCHES)):
            dossier = found.setdefault(name, Held())
            dossier.branch, dossier.own = ref.id, True
        elif away and ref.name.startswith(away) and is_name(name := ref.name.removeprefix(away)):
            dossier = found.setdefault(name, Held())
            dossier.branch = dossier.branch if dossier.own else ref.id
    return {name: found[name] for name in sorted(found)}


def strays(refs: Iterable[Ref]) -> Iterator[Ref]:
    """Yield the references where only dossiers belong and that are of none."""
    for ref in refs:
        if ref.name.startswith((BRANCHES, NEWEST)):
            known = is_name(ref.name.removeprefix(NEWEST).removeprefix(BRANCHES))
        elif ref.name.startswith((TAGS, SUPERSEDED)):
            match = _TAG.fullmatch(ref.name) or _OLD.fullmatch(ref.name)
            known = match is not None and is_name(match[1])
        else:
            continue
        if not known:
            yield ref


def _away(remote: str | None) -> str | None:
    return f"refs/remotes/{remote}/dossier/" if remote else None


def mains(remote: str | None) -> tuple[str, ...]:
    """Return the references that may hold `archive.json`, the likeliest first."""
    return (MAIN, f"refs/remotes/{remote}/main") if remote else (MAIN,)


def is_name(text: str) -> bool:
    """Whether a text can be the name of a dossier."""
    return len(text) <= 100 and _NAME.fullmatch(text) is not None


MOST_LISTED: Final = 8
"""Dossiers named in a hint. Range: 3 to 20."""


def no_dossier(name: str, known: Iterable[str]) -> ArchiveError:
    """Return the complaint that an archive has no dossier of a name; the hint lists those that it has."""
    there = list(known)
    listed = ", ".join(there[:MOST_LISTED]) + (" ..." if len(there) > MOST_LISTED else "")
    hint = f"it has {listed}" if there else "it is empty; add a draft"
    return ArchiveError(f"the archive has no dossier {name[:100]}", hint)


def named(text: str) -> str:
    """Return the name of a dossier as it was given.

    Raises:
        ArchiveError: it cannot be one.
    """
    if is_name(text):
        return text
    near = slug(text)
    raise ArchiveError(
        f"{text[:100]!r} cannot be the name of a dossier",
        f"use lower-case letters, digits and hyphens, such as {near}",
    )


def slug(title: str) -> str:
    """Return a name for a dossier of this title: ASCII, at most `LONGEST_SLUG` characters, whole words.

    >>> slug("Rights of the Child: follow-up to São Tomé's Declaration")
    'rights-of-the-child-follow-up-to-sao-tomes-declaration'
    """
    plain = unicodedata.normalize("NFKD", fold(title)).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    kept: list[str] = []
    for word in words:
        if len("-".join([*kept, word])) > LONGEST_SLUG:
            break
        kept.append(word)
    return "-".join(kept) or (words[0][:LONGEST_SLUG] if words else "dossier")


def main_files() -> dict[str, bytes]:
    """Return the files of the branch `main`."""
    described = json.dumps({"schema": SCHEMA, "layout": LAYOUT})
    return {README: _README.encode(), ARCHIVE: described.encode() + b"\n"}


def check(content: bytes, where: str) -> None:
    """Refuse an archive whose `archive.json` says that this version of travaux cannot read it.

    Raises:
        ArchiveError: it is no description of an archive, or a later layout.
    """
    try:
        told = json.loads(content)
    except (ValueError, RecursionError):
        told = None
    layout = told.get("layout") if isinstance(told, Mapping) else None
    if not isinstance(layout, int) or isinstance(layout, bool) or layout < 1:
        raise ArchiveError(f"{ARCHIVE} of {where} does not tell the version of the layout", "is it a travaux archive?")
    if layout > LAYOUT:
        raise ArchiveError(
            f"{where} is an archive of layout {layout}; this version of travaux knows layouts up to {LAYOUT}",
            "use a later version of travaux",
        )


_README: Final = """\
# An archive of drafts

This git repository holds drafts of resolutions, each as it was received and paragraph by paragraph, so that anyone
can see who put which words in and when. It was made by travaux, and plain git reads it.

| where | what |
|---|---|
| branch `dossier/NAME` | one negotiated text; its last commit is the latest draft |
| tag `NAME/0003` | the third draft that was recorded of it, also one that no branch reaches (a rival) |
| parents of a commit | the drafts that this one was made from |
| `refs/newest/NAME` | the draft that was recorded last, a rival or not |
| `refs/superseded/NAME/0003/1` | what stood under a tag before a mistake was mended; nothing ever disappears |

Each commit holds:

| file | what |
|---|---|
| `text.md` | the words, one paragraph a line, without numbers |
| `notes.md` | the footnotes, one a line |
| `paragraphs.jsonl` | for each paragraph its number, its place, and which earlier paragraphs it comes from |
| `delta.json` | of a draft made from one other: what it changes in the lines of `text.md` and `paragraphs.jsonl` |
| `record.json` | symbol, title, stage, body, true date, sponsors, source |
| `source/original.*` | the file as received, byte for byte |

The date of a commit is when the draft was recorded, by the clock of the one who did it. The date of the draft is in
`record.json`: git has no dates before 1970, and resolutions begin in 1946.

    git log -p --word-diff dossier/NAME -- text.md
    git blame dossier/NAME -- text.md
    git show NAME/0003:text.md
"""
