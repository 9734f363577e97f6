"""What a draft changes in the lines of its one base: with it a long history is read without every draft whole."""

import json
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from travaux.archive.trees import DELTA, ROWS, TEXT, Raw, ends
from travaux.errors import ArchiveError

_Hunk = tuple[int, int, list[bytes]]
"""Place in the lines of the base, how many of them go, and what stands there instead."""

_LISTS: Final = (TEXT, ROWS)


def between(old: Raw, new: Raw) -> bytes:
    """Return the file that leads from the lines of the base to those of a draft, as `applied` does it.

    A JSON object, for each of the two files a list of hunks in order: place, lines that go, lines that come.
    """
    found = {
        name: [[at, out, [line.decode() for line in lines]] for at, out, lines in _hunks(before, after)]
        for name, before, after in zip(_LISTS, old, new, strict=True)
    }
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def applied(old: Raw, delta: bytes) -> Raw:
    """Return the lines of a draft from those of its base; a line that stays is the same object.

    Raises:
        ArchiveError: the file is no delta, or does not fit the base.
    """
    try:
        known = json.loads(delta.decode())
        found = [[_hunk(*hunk) for hunk in known.pop(name)] for name in _LISTS]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise _odd("it is no list of changed lines") from None
    if known:
        raise _odd("it changes more than two files")
    texts, rows = map(_patched, old, found)
    if len(texts) != len(rows):
        raise _odd(f"it makes {len(texts)} paragraphs of {TEXT} and {len(rows)} lines of {ROWS}")
    return Raw(texts, rows)


def _hunks(old: Sequence[bytes], new: Sequence[bytes]) -> Iterator[_Hunk]:
    head, tail = ends(old, new)
    before, after = old[head : len(old) - tail], new[head : len(new) - tail]
    if not before or not after or len(before) == len(after) == 1:
        if before or after:
            yield head, len(before), list(after)
        return
    for op, start, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if op != "equal":
            yield head + start, end - start, list(after[first:last])


def _hunk(at: int, out: int, lines: list[str]) -> _Hunk:
    """A hunk as it was read; ValueError or TypeError for none."""
    if type(at) is not int or type(out) is not int or type(lines) is not list:
        raise TypeError
    for line in lines:
        if "\n" in line:
            raise ValueError
    return at, out, list(map(str.encode, lines))


def _patched(old: list[bytes], hunks: Sequence[_Hunk]) -> list[bytes]:
    made = old.copy()
    done = shift = 0
    for at, out, lines in hunks:
        if not done <= at <= at + out <= len(old):
            raise _odd(f"it changes lines {at + 1} to {at + out} where the base has {len(old)}, or out of order")
        made[at + shift : at + shift + out] = lines
        done = at + out
        shift += len(lines) - out
    return made


def _odd(what: str) -> ArchiveError:
    return ArchiveError(f"{DELTA} does not lead from the base to the draft: {what}")
