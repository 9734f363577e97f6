"""Whether the archive as a whole is laid out as it says."""

from collections.abc import Iterator, Sequence

from travaux.archive.layout import ARCHIVE, check, mains, strays
from travaux.errors import ArchiveError
from travaux.model.evidence import Fault
from travaux.store import Ref, Store


def layout(store: Store, refs: Sequence[Ref]) -> Iterator[Fault]:
    """Yield what is wrong with `main`, and references that stand where only dossiers belong."""
    ref = next((ref for ref in mains(store.remote) if store.resolve(ref)), None)
    if ref is None:
        yield Fault(kind="layout", message="The archive has no branch main.")
    else:
        try:
            check(store.read(f"{ref}:{ARCHIVE}"), "the archive")
        except ArchiveError as fault:
            yield Fault(kind="layout", message=f"{ARCHIVE} on main: {fault.message}.")
    for stray in strays(refs):
        yield Fault(kind="layout", message=f"{stray.name} is a reference of no dossier.")
