"""A list of drafts to import, as CSV or JSON."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from travaux.archive.entries import Entry
from travaux.archive.particulars import Particulars
from travaux.errors import ArchiveError

COLUMNS: Final = (
    "file", "name", "dossier", "choice", "symbol", "title", "stage", "body", "date", "sponsors", "after", "pins",
    "revisions",
)  # fmt: skip
"""The columns of a list; only `file` must be there.

`name` is what other rows call this one in `after` and before a pin (`name:OP5=OP7`); `sponsors`, `after` and `pins`
hold several, parted by `;` in CSV; `revisions` tells which words of a Word file with tracked changes count. An empty
cell is as if the column were not there."""

REVISIONS: Final = ("accepted", "original", "refuse")
"""What may stand in the column `revisions`."""

_SEVERAL: Final = ("sponsors", "after", "pins")
_Cells = Mapping[str, tuple[str, ...]]


def manifest(name: str, content: bytes, load: Callable[[str], bytes]) -> tuple[Entry, ...]:
    """Return the entries that a list names, in its order.

    Args:
        name: name of the list, for messages; one that ends in `.json` is JSON, any other CSV with a line of headings.
        content: its bytes.
        load: gives the bytes of a file that it names.

    Raises:
        ArchiveError: it is not such a list; the message says which row.
        SourceError: from `load`.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ArchiveError(f"{name} is not UTF-8", "save it as UTF-8") from None
    rows = _json(name, text) if name.lower().endswith(".json") else _csv(name, text)
    entries, names = [], set()
    for where, row in rows:
        entry = _entry(where, row, load)
        if entry.key in names:
            raise ArchiveError(f"{where} has the name {entry.key}, as an earlier row has", "give each its own name")
        names |= {entry.key} - {""}
        entries.append(entry)
    if not entries:
        raise ArchiveError(f"{name} names no draft", f"its columns are {', '.join(COLUMNS)}")
    return tuple(entries)


def _csv(name: str, text: str) -> Iterator[tuple[str, _Cells]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        _check_columns(name, reader.fieldnames or ())
        for row in reader:
            where = f"line {reader.line_num} of {name}"
            if None in row or None in row.values():
                raise ArchiveError(f"{where} has {'more' if None in row else 'fewer'} cells than the headings")
            yield (
                where,
                {
                    key: tuple(filter(None, map(str.strip, cell.split(";")))) if key in _SEVERAL else (cell.strip(),)
                    for key, cell in row.items()
                    if cell.strip()
                },
            )
    except csv.Error as fault:
        raise ArchiveError(f"line {reader.line_num} of {name} is not CSV: {fault}") from None


def _json(name: str, text: str) -> Iterator[tuple[str, _Cells]]:
    try:
        rows = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise ArchiveError(f"{name} is not JSON: {fault}") from None
    if not isinstance(rows, list):
        raise ArchiveError(f"{name} is not a list of drafts", 'write [{"file": "L.3.txt"}, ...]')
    for number, row in enumerate(rows, 1):
        where = f"entry {number} of {name}"
        if not isinstance(row, dict):
            raise ArchiveError(f"{where} is not an object", 'write {"file": "L.3.txt"}')
        _check_columns(where, row)
        yield where, {key: _cells(where, key, value) for key, value in row.items() if value not in (None, "", [])}


def _cells(where: str, key: str, value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value.strip(),)
    if key in _SEVERAL and isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise ArchiveError(f"{key} of {where} is not {'a list of words' if key in _SEVERAL else 'a word'}")


def _check_columns(where: str, columns: Iterable[object]) -> None:
    unknown = [str(column) for column in columns if column not in COLUMNS]
    if unknown:
        raise ArchiveError(f"{where} has a column {unknown[0]!r}", f"its columns are {', '.join(COLUMNS)}")


def _entry(where: str, row: _Cells, load: Callable[[str], bytes]) -> Entry:
    def one(key: str) -> str | None:
        return row[key][0] if key in row else None

    path = one("file")
    if path is None:
        raise ArchiveError(f"{where} names no file", "fill the column file")
    revisions = one("revisions") or "refuse"
    if revisions not in REVISIONS:
        raise ArchiveError(f"revisions of {where} is {revisions[:40]!r}", f"write one of {', '.join(REVISIONS)}")
    given = Particulars(
        symbol=one("symbol"),
        title=one("title"),
        stage=one("stage"),
        body=one("body"),
        date=one("date"),
        sponsors=row.get("sponsors"),
    )
    return Entry(
        name=path.replace("\\", "/").rpartition("/")[2],
        content=load(path),
        dossier=one("dossier"),
        choice=one("choice"),
        given=given,
        after=row.get("after", ()),
        pins=row.get("pins", ()),
        options={} if revisions == "refuse" else {"revisions": revisions},
        key=one("name") or "",
    )
