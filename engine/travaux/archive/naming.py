"""Paragraphs of a draft by the names that a reader gives them: `OP5`, `op5.a`, `OP 5(a)`."""

from collections.abc import Sequence

from travaux.errors import ArchiveError
from travaux.model.record import Row


def named(name: str, rows: Sequence[Row]) -> Row | None:
    """Return the paragraph of this id or address, without regard to case and spaces; the first of several."""
    wanted = _squeezed(name)
    exact = next((row for row in rows if row.id == name), None)
    return exact or next((row for row in rows if wanted in (_squeezed(row.address), _squeezed(row.id))), None)


def below(name: str, rows: Sequence[Row]) -> list[Row]:
    """Return the paragraph of this name with its subparagraphs, in document order; empty where there is none."""
    head = named(name, rows)
    if head is None:
        return []
    begins = (f"{head.id}.", f"{head.address}(")
    return [row for row in rows if row is head or row.id.startswith(begins[0]) or row.address.startswith(begins[1])]


def unknown(name: str, where: str, rows: Sequence[Row]) -> ArchiveError:
    """Return the complaint that no paragraph has a name; the hint tells the first and the last that there are."""
    there = [row.address for row in rows if row.part not in ("title", "opening")]
    hint = f"it has {there[0]} to {there[-1]}" if there else "it has no paragraphs"
    return ArchiveError(f"there is no paragraph {name[:80] or '(nothing)'} in {where}", hint)


def _squeezed(name: str) -> str:
    return "".join(name.casefold().split())
