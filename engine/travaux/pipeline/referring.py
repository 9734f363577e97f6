"""References: what became of them from draft to draft, and how they stand within one."""

from collections.abc import Sequence

from travaux.languages import LANGUAGES, language
from travaux.model.comparison import Change, Reference
from travaux.model.document import Resolution
from travaux.references.across import across


def followed(old: Resolution, new: Resolution, changes: Sequence[Change]) -> tuple[Reference, ...]:
    """Return what became of each number by which a paragraph of `old` refers to another, in the order of the changes.

    Nothing where travaux does not read the language of the texts.
    """
    if old.language not in LANGUAGES:
        return ()
    known = language(old.language)
    return across(old, new, changes, known.references, known.citations)
