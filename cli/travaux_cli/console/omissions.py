"""What of the two texts was not compared: sentences, and the metadata of both side by side."""

from collections.abc import Iterable, Iterator, Sequence

from travaux.model.comparison import NotCompared
from travaux.text import fold
from travaux_cli.console.harmless import one_line
from travaux_cli.console.layout import INDENT, table
from travaux_cli.console.numerals import listed
from travaux_cli.console.view import View
from travaux_cli.console.wrapping import wrap_text

_METADATA = "metadata"
"""The reason that the engine gives for what is told about a text and is no part of it."""
_SIDES = {"old": "of the old text", "new": "of the new text", "both": "of both texts"}
_NONE = "–"


def not_compared(items: Sequence[NotCompared], view: View) -> Iterator[str]:
    """Yield a sentence for each thing that was left out, then the metadata of both texts side by side."""
    for what, side, reason in dict.fromkeys((i.what, i.side, i.reason) for i in items if i.reason != _METADATA):
        texts = [one_line(i.text) for i in items if (i.what, i.side, i.reason) == (what, side, reason) and i.text]
        words = f" (“{' '.join(texts)}”)" if texts else ""
        why = f"; {one_line(reason)}" if reason else ""
        yield from wrap_text(f"Not compared: {one_line(what)} {_SIDES[side]}{words}{why}".rstrip(".") + ".", view.width)
    yield from _metadata([i for i in items if i.reason == _METADATA], view)


def _metadata(items: Iterable[NotCompared], view: View) -> Iterator[str]:
    told: dict[str, dict[str, str]] = {}
    for item in items:
        for side in ("old", "new") if item.side == "both" else (item.side,):
            told.setdefault(one_line(item.what), {})[side] = one_line(item.text)
    alike = [what for what, sides in told.items() if fold(sides.get("old", "")) == fold(sides.get("new", ""))]
    rows = [(what, _beside(sides, view)) for what, sides in told.items() if what not in alike]
    if told:
        yield "Not compared, what is told about the texts:"
        yield from table(rows, view.width, clip=not view.everything)
    if alike:
        same = wrap_text(f"the same in both: {listed(alike)}", view.width - INDENT)
        yield from (" " * INDENT + line for line in same)


def _beside(sides: dict[str, str], view: View) -> str:
    """Old and new words; on two lines where both are long."""
    old, new = sides.get("old"), sides.get("new")
    whole = f"{old or _NONE} → {new or _NONE}"
    return f"{old}\n→ {new}" if old and new and len(whole) > view.width // 2 else whole
