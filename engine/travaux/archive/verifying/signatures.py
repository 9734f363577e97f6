"""Whether the signatures of the commits, where there are any, are good."""

from collections.abc import Iterator

from travaux.archive.layout import Held
from travaux.errors import ArchiveError
from travaux.model.evidence import Fault
from travaux.store import Store


def signatures(store: Store, dossier: str, held: Held) -> Iterator[Fault]:
    """Yield what is wrong with the signatures of a dossier."""
    unknown = []
    for number, commit in held.tags.items():
        try:
            found = store.signature(commit)
        except ArchiveError:
            continue  # told already: the commit cannot be read
        if found == "bad":
            message = f"{dossier}@{number} has a signature that does not fit it."
            yield Fault(kind="signature", dossier=dossier, revision=number, message=message)
        elif found == "unknown":
            unknown.append(number)
    if unknown:
        message = (
            f"{len(unknown)} signatures of {dossier} (first @{unknown[0]}) cannot be judged with the keys at hand."
        )
        yield Fault(kind="signature", severity="remark", dossier=dossier, message=message)
