"""From a comparison to a report: the one place where renderers are called, and where a Word redline is proved."""

from dataclasses import replace
from typing import Any

from travaux.errors import FormatError
from travaux.model.comparison import Comparison
from travaux.model.document import Resolution, Source
from travaux.model.report import Report
from travaux.pipeline.dating import day_of
from travaux.renderers import renderer


def render(comparison: Comparison, name: str, options: Any = None, base: Source | None = None) -> Report:
    """Return a comparison in the form that goes to a reader.

    Law 7: the same comparison, options and base give the same bytes. Law 9: where the report shows a redline, all
    changes accepted give the new text, all rejected the old one; a Word file is read back and checked for it here.

    Args:
        comparison: what is told.
        name: of the renderer, one of `travaux.renderers.RENDERERS`: `html`, `word`, `markdown`, `text`, `json` or
            `csv`.
        options: of the type that the renderer names; None for its defaults. The changes in a Word file bear the date
            that is given; without one, the day of the new text, else that of the old one, if either tells it.
        base: the old file, for a renderer that makes the redline on a copy of it; None for a file of its own.

    Raises:
        FormatError: there is no such renderer, the options are another's, it takes no base or not this one; or the
            redline read back is not both texts.
    """
    chosen = renderer(name)
    given = chosen.options() if options is None else options
    if not isinstance(given, chosen.options):
        wanted, found = chosen.options.__name__, type(given).__name__
        raise FormatError(f"the renderer {name} takes {wanted}, not {found}", f"import {wanted} from its module")
    if base is not None and not chosen.based:
        raise FormatError(f"the renderer {name} makes no redline on a copy of a file", "leave out the base")
    if name == "word" and not given.date:
        given = replace(given, date=_day(comparison.new) or _day(comparison.old) or "")
    report = chosen.render(comparison, given, base)
    if name == "word":
        from travaux.pipeline.proving import prove  # noqa: PLC0415 - reads Word, which other reports have no need of

        prove(report, comparison, base)
    return report


def _day(text: Resolution) -> str | None:
    return day_of(text, adopted=not text.kind.startswith("draft"))
