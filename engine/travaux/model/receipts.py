"""The values with which the archive answers when it was given something to keep."""

from typing import Literal

from travaux.model.comparison import Comparison
from travaux.model.evidence import Revision
from travaux.model.value import Value, field

NOT_RECORDED = "0" * 40
"""Stands as the commit of a revision that was not recorded: a dry run."""

Ignored = Literal["symbol", "title", "stage", "body", "date", "sponsors", "after", "before", "pins"]
"""What can be given of a draft when it is added."""


class Added(Value):
    """What came of adding one draft."""

    dossier: str
    """Name of the dossier."""
    made: bool = False
    """Whether the dossier did not exist before."""
    named: bool = False
    """Whether the name of the dossier was found from the title, not given."""
    known: bool = False
    """Whether the archive held these bytes in this dossier already; then nothing was recorded, and `revision` is
    the one that holds them."""
    ignored: tuple[Ignored, ...] = ()
    """What was given of a known draft and differs from what is recorded of it; `correct` sets it. For a draft to come
    in before another, `correct` says of that other draft that it was made from this one."""
    rival: bool = False
    """Whether its bases leave out the end of the branch: it is held by its tag, and the branch stays."""
    dry: bool = False
    """Whether nothing was recorded because that was wished."""
    revision: Revision
    """The draft as recorded; its commit is `NOT_RECORDED` after a dry run."""
    comparison: Comparison | None = None
    """With its first base; null for a first draft, for a known one, and in an import."""
    moved: tuple[int, ...] = ()
    """Ordinals of the later drafts that were recorded again because a draft came in before them."""


class Corrected(Value):
    """What came of mending a record."""

    schema_: Literal["travaux.corrected/1"] = field(default="travaux.corrected/1", key="schema")
    """Name and version of this form of JSON."""
    dossier: str
    """Name of the dossier."""
    old: Revision
    """As it was; a reference below `refs/superseded/` keeps it."""
    new: Revision
    """As it is now; the same where nothing was to be mended. Its commit is `NOT_RECORDED` after a dry run."""
    moved: tuple[int, ...] = ()
    """Ordinals of the later drafts that were recorded again because they stand on it."""
    dry: bool = False
    """Whether nothing was recorded because that was wished."""


class Imported(Value):
    """What came of an import, draft by draft in the order of the entries."""

    schema_: Literal["travaux.imported/1"] = field(default="travaux.imported/1", key="schema")
    """Name and version of this form of JSON."""
    added: tuple[Added, ...]
    """One for each entry."""

    @property
    def dossiers(self) -> tuple[str, ...]:
        """Names of the dossiers that were touched, each once."""
        return tuple(dict.fromkeys(one.dossier for one in self.added if not one.known))
