"""Whether every line that was recorded again is still kept, and named by what took its place."""

from collections.abc import Iterator, Mapping

from travaux.archive.layout import Held
from travaux.archive.layout import superseded as reference
from travaux.archive.messages import superseded as named
from travaux.archive.verifying.files import Kept
from travaux.model.evidence import Fault
from travaux.store import Store


def superseded(store: Store, dossier: str, held: Held, kept: Mapping[str, Kept]) -> Iterator[Fault]:
    """Yield what is wrong with the lines that were recorded again."""
    told = {old: one for one in kept.values() if one.commit for old in named(one.commit.message)}
    holds = {commit: key for key, commit in held.superseded.items()}
    if store.remote is not None and told and not holds:
        yield Fault(
            kind="superseded",
            severity="remark",
            dossier=dossier,
            message=f"{dossier} has lines that were recorded again; this clone holds only the last, a mirror has all.",
        )
        return
    for old, one in told.items():
        if old not in holds:
            yield one.fault("superseded", f"took the place of {old[:12]}, which is no longer kept")
    for commit, (number, count) in holds.items():
        if commit not in told:
            message = f"{reference(dossier, number, count)} keeps a line that nothing took the place of."
            yield Fault(kind="superseded", dossier=dossier, revision=number, message=message)
    for number in sorted({n for n, _ in held.superseded}):
        counts = sorted(c for n, c in held.superseded if n == number)
        if counts != list(range(1, len(counts) + 1)):
            message = f"Of {dossier}@{number} a line that was recorded again is missing: there are {counts}."
            yield Fault(kind="superseded", dossier=dossier, revision=number, message=message)
