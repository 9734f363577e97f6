"""Whether what a draft changes in the lines of its base leads to its own lines."""

from collections.abc import Iterator

from travaux.archive.deltas import applied
from travaux.archive.trees import DELTA, ROWS, TEXT, raw
from travaux.archive.verifying.files import Kept
from travaux.errors import ArchiveError
from travaux.model.evidence import Fault
from travaux.store import Store


def deltas(store: Store, one: Kept) -> Iterator[Fault]:
    """Yield what is wrong with the delta of a draft; a draft that was recorded before there were any has none."""
    if one.delta is None or one.draft is None or one.commit is None:
        return
    if len(one.commit.parents) != 1:
        yield one.fault("descent", f"has a {DELTA}, but not one base")
        return
    specs = [f"{commit}:{path}" for commit in (*one.commit.parents, one.id) for path in (TEXT, ROWS)]
    try:
        base_text, base_rows, text, rows = (content or b"" for content in store.read_many(specs))
        base, own = raw(base_text, base_rows), raw(text, rows)
    except ArchiveError:  # told elsewhere
        return
    try:
        made = applied(base, one.delta)
    except ArchiveError as fault:
        yield one.fault("descent", f"is damaged: {fault.message}")
        return
    if made != own:
        yield one.fault("descent", f"has a {DELTA} that leads to something else than {TEXT} and {ROWS}")
