"""Keys by which one of several texts is named: a number, a symbol, a title, a position."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Entry(Generic[T]):
    """A text that can be named.

    Attributes:
        text: the text.
        keys: what it is called, the best key first.
        positions: what it is called where it stands; taken only where no text has such a key.
    """

    text: T
    keys: tuple[str, ...]
    positions: tuple[str, ...]


def fitting(key: str, entries: Sequence[Entry[T]]) -> list[T]:
    """Return the texts that a key names, without regard to case and spaces."""
    wanted = _folded(key)
    named = [entry.text for entry in entries if wanted in map(_folded, entry.keys)]
    place = str(int(key)) if key.strip().isdecimal() else wanted
    return named or [entry.text for entry in entries if place in map(_folded, entry.positions)]


def best_keys(entries: Sequence[Entry[T]]) -> Iterator[str]:
    """Yield for each entry its best key that names no other one, its position where there is none."""
    taken = [set(map(_folded, entry.keys)) for entry in entries]
    for entry in entries:
        own = (key for key in entry.keys if sum(_folded(key) in keys for keys in taken) == 1)
        yield next(own, entry.positions[0])


def _folded(key: str) -> str:
    return "".join(key.casefold().split())
