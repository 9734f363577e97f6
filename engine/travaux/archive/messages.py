"""The message of a commit: a first line, the draft in words, trailers for git's own tools."""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from travaux.model.record import Record

LONGEST_VALUE: Final = 1_000
"""Characters of one value; a longer one is cut with an ellipsis. The record holds it in full."""

LONGEST_NUMBER: Final = 9
"""Digits of an ordinal."""

SUPERSEDES: Final = "Supersedes"
"""The trailer that names the commit which a line recorded again takes the place of."""

_HARMFUL = {"Cc", "Cf", "Zl", "Zp", "Cs", "Co", "Cn"}


def message(record: Record, counts: str, supersedes: Sequence[str] = (), reason: str = "") -> str:
    """Return the message of the commit of a draft.

    Args:
        record: what is known of the draft.
        counts: what became of the paragraphs, in words; empty for none.
        supersedes: ids of the commits that this one takes the place of.
        reason: why it was recorded again, one sentence; empty for none.
    """
    named = plain(record.symbol or record.title or record.origin.name)
    stage = f" ({plain(record.stage)})" if record.stage else ""
    body = [line for line in (plain(record.title or "") if record.symbol else "", counts, plain(reason)) if line]
    trailers = [f"{key}: {text}" for key, value in _trailers(record, supersedes) if (text := plain(value))]
    first = f"{record.dossier}@{record.ordinal}: {named}{stage}"
    return "\n\n".join([first, *(["\n".join(body)] if body else []), "\n".join(trailers)]) + "\n"


def plain(text: str) -> str:
    """Return text on one line that cannot pass for anything else: no line end, no control character."""
    kept = "".join(" " if unicodedata.category(c) in _HARMFUL else c for c in text)
    squeezed = " ".join(kept.split())
    return squeezed if len(squeezed) <= LONGEST_VALUE else squeezed[: LONGEST_VALUE - 1] + "…"


def names(subject: str) -> tuple[str, int] | None:
    """Return dossier and ordinal by the first line of a message; None where it is not one that `message` makes.

    >>> names("gauges@2: A/C.2/99/L.9 (draft)")
    ('gauges', 2)
    """
    dossier, _, rest = subject.partition("@")
    ordinal = rest.partition(": ")[0]
    plain_number = ordinal.isascii() and ordinal.isdecimal() and len(ordinal) <= LONGEST_NUMBER
    return (dossier, int(ordinal)) if plain_number else None


def superseded(message: str) -> tuple[str, ...]:
    """Return the ids of the commits that a message says are superseded."""
    last = message.rstrip("\n").rpartition("\n\n")[2]
    marker = f"{SUPERSEDES}: "
    return tuple(line.removeprefix(marker) for line in last.split("\n") if line.startswith(marker))


def _trailers(record: Record, supersedes: Sequence[str]) -> Iterator[tuple[str, str]]:
    yield "Dossier", record.dossier
    yield "Ordinal", str(record.ordinal)
    for base in record.bases:
        yield "Base", f"{record.dossier}@{base.ordinal}"
    yield "Document-Symbol", record.symbol or ""
    yield "Stage", record.stage or ""
    yield "Body", record.body or ""
    yield "Date-Issued", record.date or ""
    for sponsor in record.sponsors:
        yield "Sponsor", sponsor
    yield "Language", record.language
    yield "Source-Name", record.origin.name
    yield "Source-SHA256", record.origin.sha256
    for commit in supersedes:
        yield SUPERSEDES, commit
