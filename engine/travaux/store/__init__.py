"""A git repository as plain values: references, commits, files. Nothing here knows what a draft is.

Reading and writing go through git's plumbing only, never through an index or a work tree, and nothing that a
repository says of itself is run (docs/decisions/0002-dependencies.md tells what GitPython does here).
"""

from travaux.store.bulk import Bulk
from travaux.store.store import Store
from travaux.store.values import Commit, Entry, Identity, Limits, Ref, RefUpdate, Signature

__all__ = ["Bulk", "Commit", "Entry", "Identity", "Limits", "Ref", "RefUpdate", "Signature", "Store"]
