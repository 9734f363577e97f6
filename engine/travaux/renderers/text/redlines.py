"""The words of a change, as many as the view asks for."""

from collections.abc import Iterable

from travaux.model.comparison import Change
from travaux.renderers.text.ink import Style
from travaux.renderers.text.view import View
from travaux.renderers.text.wrapping import Run
from travaux.renderers.wording.harmless import harmless
from travaux.renderers.wording.runs import verbatim, without_typing
from travaux.renderers.wording.shortening import opening, shortened


def runs(change: Change, view: View) -> Iterable[Run]:
    """Return the words of a change, harmless: kept, dropped and added ones, as many as the view asks for."""
    if view.everything or view.only:
        return verbatim(change.redline)
    told = list(without_typing(change.redline))
    if change.relation in ("added", "removed"):
        return verbatim(told)
    if not change.altered:
        style: Style = "moved" if change.moved or change.transferred else "keep"
        return [(style, opening(harmless("".join(s.text for s in told if s.op != "drop"))))]
    return shortened(verbatim(told))
