"""Proving an archive: objects, references, files, descent, reading, superseded lines, signatures; a module for each."""

from collections.abc import Callable, Sequence

from travaux.archive.layout import held, no_dossier
from travaux.archive.verifying.deltas import deltas
from travaux.archive.verifying.descent import descent
from travaux.archive.verifying.files import Kept, examined
from travaux.archive.verifying.layout import layout
from travaux.archive.verifying.objects import objects
from travaux.archive.verifying.reading import reading
from travaux.archive.verifying.references import references
from travaux.archive.verifying.signatures import signatures
from travaux.archive.verifying.superseded import superseded
from travaux.model.evidence import Fault, Verification
from travaux.store import Store

__all__ = ["verify"]


def verify(
    store: Store, dossiers: Sequence[str] | None = None, progress: Callable[[int, int], None] | None = None
) -> Verification:
    """Examine an archive.

    Args:
        store: holds it.
        dossiers: names of those to examine; None for all.
        progress: told how many drafts are examined, and how many there are.

    Raises:
        ArchiveError: there is no dossier of a name, or git cannot be run.
    """
    refs = store.refs()
    known = held(refs, store.remote)
    for name in dossiers or ():
        if name not in known:
            raise no_dossier(name, known)
    faults: list[Fault] = [*objects(store), *layout(store, refs)]
    chosen = {name: holding for name, holding in known.items() if dossiers is None or name in dossiers}
    total = sum(len(holding.tags) + len(holding.superseded) for holding in chosen.values())
    done = 0
    for name, holding in chosen.items():
        kept: dict[str, Kept] = {}
        found: list[Fault] = []
        for (number, count), commit in [((n, 0), c) for n, c in holding.tags.items()] + list(
            holding.superseded.items()
        ):
            if commit not in kept:
                kept[commit] = examined(store, name, number, commit, old=count)
                found += kept[commit].faults
        found += references(store, name, holding, kept)
        for one in kept.values():
            found += descent(one, kept, holding)
            found += deltas(store, one)
            found += reading(one, kept)
            done += 1
            if progress is not None:
                progress(done, total)
        found += superseded(store, name, holding, kept)
        found += signatures(store, name, holding)
        faults += sorted(dict.fromkeys(found), key=lambda fault: fault.revision or 0)
    return Verification(dossiers=len(chosen), revisions=total, faults=tuple(faults))
