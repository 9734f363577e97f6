"""Marked words in lines of a given width; each line closes its marks and opens them again on the next."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from travaux.renderers.text.ink import PLAIN, Ink, Places, Style, columns
from travaux.renderers.wording.shortening import GONE

Run = tuple[Style, str]
"""Words of one style; a line feed in them ends the line."""

_WIDE = (
    "\u2e80-\u2fff\u3003-\u3007\u3012\u3013\u3020-\u312f\u3190-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\uff04-\uff07\uff0a\uff0b\uff0d\uff10-\uff19\uff1c-\uff1e\uff20-\uff3a\uff3c\uff3e-\uff5a\U00020000-\U0003fffd"
)
_MARKED: tuple[Style, Style] = ("drop", "add")
_OPENERS = "（「『【《〈〔［｛“‘"
_CLOSERS = "、。〉》」』】〕〗〙〛）］｝，．：；！？｠"
_FIRST_WIDE = "\u2e80"
"""Below this character there is none of a script without spaces; the pattern for those is compiled only if needed."""
_WORD = re.compile(r"\n| |[^ \n]+")
"""A line feed, a space, or a word."""


@cache
def _letters() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """One letter of a script without spaces; and a word as above or such a letter with what may not begin a line."""
    return re.compile(f"[{_WIDE}]"), re.compile(rf"\n| |[{_WIDE}][{_CLOSERS}]*|[^ \n{_WIDE}]+")


class _Atom(NamedTuple):
    style: Style
    text: str
    width: int

    @property
    def blank(self) -> bool:
        return self.text == " "


def wrap(runs: Iterable[Run], width: int, ink: Ink = PLAIN) -> list[str]:
    """Return the runs as lines of at most `width` columns, marks included.

    Only a single word may be wider. A line ends at a space that is left out; a reader who takes each line end
    for a space, and the end between two lines of the same mark (`-]` and `[-`) for a space within that mark,
    gets the same words back, up to the number of spaces. Between letters of a script without spaces a line
    ends anywhere.
    """
    lines: list[str] = []
    for atoms in _paragraphs(runs):
        lines.extend(_wrapped(atoms, width, ink))
    return lines


def wrap_text(text: str, width: int) -> list[str]:
    """Return a plain text as lines of at most `width` columns."""
    return wrap([("keep", text)], width)


def _paragraphs(runs: Iterable[Run]) -> Iterator[list[_Atom]]:
    """The atoms between two line feeds."""
    atoms: list[_Atom] = []
    for style, text in runs:
        words = _WORD if max(text, default="") < _FIRST_WIDE else _letters()[1]
        for word in words.findall(text):
            if word == "\n":
                yield atoms
                atoms = []
            else:
                atoms.append(_Atom(style, word, columns(word)))
    yield atoms


def _wrapped(atoms: list[_Atom], width: int, ink: Ink) -> Iterator[str]:
    line: list[_Atom] = []
    used = start = 0
    for stop in [*_breaks(atoms), len(atoms)]:
        piece = atoms[start:stop]
        start = stop
        before = line[-1].style if line else None
        if line and used + _width(_trimmed(piece), ink, before) > width:
            yield _painted(line, ink)
            line, used, before = [], 0, None
        used += _width(piece, ink, before)
        line.extend(piece)
    if not atoms or _trimmed(line):
        yield _painted(line, ink)


def _trimmed(atoms: list[_Atom]) -> list[_Atom]:
    """The atoms without the spaces at their end."""
    end = len(atoms)
    while end and atoms[end - 1].blank:
        end -= 1
    return atoms[:end]


def _width(atoms: list[_Atom], ink: Ink, before: Style | None) -> int:
    """The columns that atoms take after words of the style before; their marks close on this line."""
    total = 0
    for atom in atoms:
        total += atom.width + (ink.room(atom.style) if atom.style != before else 0)
        before = atom.style
    return total


def _painted(line: list[_Atom], ink: Ink) -> str:
    runs: list[tuple[Style, list[str]]] = []
    for atom in _trimmed(line):
        if not runs or runs[-1][0] != atom.style:
            runs.append((atom.style, []))
        runs[-1][1].append(atom.text)
    painted = [(style, "".join(words)) for style, words in runs]
    if ink.differing is not None:
        painted = _stressed(painted, ink, ink.differing)
    return "".join(ink.paint(style, text) for style, text in painted)


def _stressed(runs: list[Run], ink: Ink, differing: Callable[[str, str], tuple[Places, Places]]) -> list[Run]:
    """The runs, where one word replaces another with the letters that differ in both marked."""
    stressed = list(runs)
    for at, ((style, old), (following, new)) in enumerate(pairwise(runs)):
        if (style, following) == _MARKED and " " not in old + new:
            old_places, new_places = differing(old, new)
            stressed[at : at + 2] = [(style, ink.stress(old, old_places)), (following, ink.stress(new, new_places))]
    return stressed


def _breaks(atoms: list[_Atom]) -> Iterator[int]:
    """Positions before which a line may begin."""
    readable = _readable(atoms) if len({atom.style for atom in atoms}) > 1 else None
    for at in range(1, len(atoms)):
        left, right = atoms[at - 1], atoms[at]
        if right.blank or right.text == GONE:  # a line does not begin with it
            continue
        if not left.blank:
            allowed = _between_letters(left.text, right.text)
        elif readable is None:
            allowed = True
        else:
            allowed = _same_mark(atoms, at) if _marked_alike(atoms, at) else readable[at]
        if allowed:
            yield at


def _readable(atoms: list[_Atom]) -> list[bool]:
    """For each position: whether a line end there is a space, or an end, in the old text and in the new one."""
    reverse = atoms[::-1]
    sides = [
        [before or after for before, after in zip(_spaced(atoms, hidden), _spaced(reverse, hidden)[::-1], strict=True)]
        for hidden in _MARKED
    ]
    return [new and old for new, old in zip(*sides, strict=True)]


def _spaced(atoms: list[_Atom], hidden: Style) -> list[bool]:
    """For each position: whether the text without a style has a space, or nothing at all, before it."""
    told = [True]
    for atom in atoms:
        told.append(told[-1] if atom.style == hidden else atom.blank)
    return told


def _gap(atoms: list[_Atom], at: int) -> int:
    """Where the spaces before a position begin."""
    while at and atoms[at - 1].blank:
        at -= 1
    return at


def _marked_alike(atoms: list[_Atom], at: int) -> bool:
    """Whether the words before and after a gap bear the same mark: the line end would be read as theirs."""
    start = _gap(atoms, at)
    return start > 0 and atoms[start - 1].style == atoms[at].style in _MARKED


def _same_mark(atoms: list[_Atom], at: int) -> bool:
    """Whether a gap bears the mark of the words before and after it."""
    start = _gap(atoms, at)
    return _marked_alike(atoms, at) and all(a.style == atoms[at].style for a in atoms[start:at])


def _between_letters(left: str, right: str) -> bool:
    if max(left[-1], right[0]) < _FIRST_WIDE or right[0] in _CLOSERS or left[-1] in _OPENERS:
        return False
    letter, _ = _letters()
    return bool(letter.match(left) or letter.match(right))
