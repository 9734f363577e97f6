"""Read, compare and trace drafts of resolutions.

    >>> from travaux import compare, load
    >>> changes = compare(load("draft.txt"), load("volume.txt#2004/19")).changes  # doctest: +SKIP

Names only: importing `travaux` loads no reader, no parser and no git; each name is loaded when first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from travaux.version import __version__

if TYPE_CHECKING:
    from travaux.alignment import align
    from travaux.errors import (
        AmendmentError,
        ArchiveError,
        ChoiceError,
        FormatError,
        LanguageError,
        SourceError,
        TravauxError,
    )
    from travaux.model.comparison import Alignment, Change, Comparison, Finding, Link, Options, Segment
    from travaux.model.document import Document, Note, Notice, Paragraph, Resolution, Source
    from travaux.model.history import Concordance, Lineage
    from travaux.model.report import Report
    from travaux.pipeline import compare, concordance, explain, load, parse, read
    from travaux.pipeline.rendering import render


_HOMES = {
    "travaux.alignment": ("align",),
    "travaux.errors": (
        "AmendmentError", "ArchiveError", "ChoiceError", "FormatError", "LanguageError", "SourceError", "TravauxError",
    ),
    "travaux.model.comparison": ("Alignment", "Change", "Comparison", "Finding", "Link", "Options", "Segment"),
    "travaux.model.document": ("Document", "Note", "Notice", "Paragraph", "Resolution", "Source"),
    "travaux.model.history": ("Concordance", "Lineage"),
    "travaux.model.report": ("Report",),
    "travaux.pipeline": ("compare", "concordance", "explain", "load", "parse", "read"),
    "travaux.pipeline.rendering": ("render",),
}  # fmt: skip

__all__ = [
    "Alignment",
    "AmendmentError",
    "ArchiveError",
    "Change",
    "ChoiceError",
    "Comparison",
    "Concordance",
    "Document",
    "Finding",
    "FormatError",
    "LanguageError",
    "Lineage",
    "Link",
    "Note",
    "Notice",
    "Options",
    "Paragraph",
    "Report",
    "Resolution",
    "Segment",
    "Source",
    "SourceError",
    "TravauxError",
    "__version__",
    "align",
    "compare",
    "concordance",
    "explain",
    "load",
    "parse",
    "read",
    "render",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module 'travaux' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
