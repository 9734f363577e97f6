"""Whether the descent of a draft is complete: its bases, its ancestors, its lines."""

from collections.abc import Iterator, Mapping

from travaux.archive.descents import Ancestry, lines, recorded, relined
from travaux.archive.layout import Held
from travaux.archive.trees import Draft
from travaux.archive.verifying.files import Kept
from travaux.model.evidence import Fault


def descent(one: Kept, kept: Mapping[str, Kept], held: Held) -> Iterator[Fault]:
    """Yield what is wrong with the descent of a draft."""
    if one.draft is None or one.commit is None:
        return
    numbers = [base.ordinal for base in one.draft.record.bases]
    bases = [kept.get(parent) for parent in one.commit.parents]
    found = [base.ordinal if base else None for base in bases]
    if found != numbers:
        told = ", ".join(f"@{n}" for n in numbers) or "nothing"
        yield one.fault("descent", f"was made from {told} by its record, but its commit has other parents")
        return
    if not one.old and any(base and held.tags.get(base.ordinal) != base.id for base in bases):
        yield one.fault("descent", "stands on a draft that was recorded again, but was not recorded again itself")
    drafts = [base.draft for base in bases if base is not None]
    whole = [base for base in drafts if base is not None]
    if len(whole) == len(bases):
        yield from _rows(one, one.draft, whole)


def _rows(one: Kept, draft: Draft, bases: list[Draft]) -> Iterator[Fault]:
    known = [{row.id for row in base.rows} for base in bases]
    for row in draft.rows:
        if len(row.ancestors) != len(bases):
            yield one.fault("descent", f"does not tell for each of its bases where {row.address} comes from")
            return
        for base, ids, keys in zip(bases, row.ancestors, known, strict=True):
            for key in ids:
                if key not in keys:
                    yield one.fault(
                        "descent", f"has {row.address} from {key} of @{base.record.ordinal}, which is not there"
                    )
                    return
    given = [Ancestry(lines(base.rows), recorded(draft.rows, n)) for n, base in enumerate(bases)]
    wanted = relined(draft.record.ordinal, draft.rows, given)
    for row, true in zip(draft.rows, wanted, strict=True):
        if row.line != true.line:
            yield one.fault("descent", f"has {row.address} in the line {row.line}; by its ancestors it is {true.line}")
