"""What of the two texts was not compared: sentences, and the metadata of both side by side."""

from collections.abc import Iterator, Sequence

from travaux.model.comparison import NotCompared
from travaux.renderers.text.ink import columns
from travaux.renderers.text.layout import INDENT, beside, clipped, table
from travaux.renderers.text.view import View
from travaux.renderers.text.wrapping import wrap_text
from travaux.renderers.wording import texts
from travaux.renderers.wording.numerals import listed
from travaux.renderers.wording.shortening import GONE
from travaux.renderers.wording.texts import Told
from travaux.text import fold

_NONE = "–"
_ARROW = " → "
_NEAR = 2
"""Words shown on each side of a difference. Range: 1 to 5; a date and its preposition."""
_LINES = 2
"""Lines of a text that are shown where all of it differs. Range: 1 to 4."""


def not_compared(items: Sequence[NotCompared], view: View) -> Iterator[str]:
    """Yield a sentence for each thing that was left out, then the metadata of both texts side by side."""
    for omission in texts.omissions(items):
        words = f" (“{omission.words}”)" if omission.words else ""
        why = f"; {omission.why}" if omission.why else ""
        yield from wrap_text(f"Not compared: {omission.what}{words}{why}".rstrip(".") + ".", view.width)
    yield from _metadata(texts.metadata(items), view)


def _metadata(told: Sequence[Told], view: View) -> Iterator[str]:
    alike = [row.what for row in told if row.alike]
    different = [row for row in told if not row.alike]
    room = view.width if view.everything else beside([row.what for row in different], view.width)
    if told:
        yield "Not compared, what is told about the texts:"
        yield from table([(row.what, _beside(row, room, view)) for row in different], view.width)
    if alike:
        same = wrap_text(f"the same in both: {listed(alike)}", view.width - INDENT)
        yield from (" " * INDENT + line for line in same)


def _beside(row: Told, room: int, view: View) -> str:
    """Old and new words; on two lines where both are long. What is long is cut to what differs, unless all is shown."""
    old, new = row.old, row.new
    if not old or not new:
        short = room - columns(f"{_NONE}{_ARROW}")
        old, new = (told and (told if view.everything else clipped(told, short, _LINES)) for told in (old, new))
        return f"{old or _NONE}{_ARROW}{new or _NONE}"
    if columns(f"{old}{_ARROW}{new}") > room and not view.everything:
        old, new = (clipped(told, room - columns(_ARROW), _LINES) for told in _differing(old, new))
    whole = f"{old}{_ARROW}{new}"
    return f"{old}\n{_ARROW.lstrip()}{new}" if columns(whole) > min(room, view.width // 2) else whole


def _differing(old: str, new: str) -> tuple[str, str]:
    """Two texts without the words that both begin and end with, but for those next to a difference."""
    one, other = old.split(), new.split()
    pairs = [[fold(word) for word in words] for words in (one, other)]
    start = _alike(*pairs)
    end = _alike(*(words[start:][::-1] for words in pairs))
    return _without_ends(one, start, end), _without_ends(other, start, end)


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two texts begin with alike."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _without_ends(words: Sequence[str], start: int, end: int) -> str:
    shown = list(words[start : len(words) - end])
    before = words[:start] if start <= _NEAR + 1 else [GONE, *words[start - _NEAR : start]]
    rest = words[len(words) - end :]
    after = rest if end <= _NEAR + 1 else [*rest[:_NEAR], GONE]
    return " ".join([*before, *shown, *after])
