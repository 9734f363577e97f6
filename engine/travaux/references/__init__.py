"""References to paragraphs of the same text: found, followed from draft to draft, and checked within one."""

from travaux.references.across import across
from travaux.references.finding import find_mentions
from travaux.references.inside import Checked, inside
from travaux.references.mention import Item, Mention
from travaux.references.naming import Named, named
from travaux.references.places import Places, Target

__all__ = [
    "Checked",
    "Item",
    "Mention",
    "Named",
    "Places",
    "Target",
    "across",
    "find_mentions",
    "inside",
    "named",
]
