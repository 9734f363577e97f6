"""A report that stands alone: below it what a terminal tells elsewhere, the notices and where both texts came from."""

from collections.abc import Iterator

from travaux.model.comparison import Comparison
from travaux.renderers.text.report import Report
from travaux.renderers.text.view import View
from travaux.renderers.text.wrapping import wrap_text
from travaux.renderers.wording import texts
from travaux.renderers.wording.harmless import one_line
from travaux.renderers.wording.naming import given


def letter(comparison: Comparison, view: View, files: tuple[str, str] | None) -> Iterator[str]:
    """Yield the lines of the report, and below them notices, both texts and the version of travaux."""
    yield from Report(comparison, view, given(comparison, files)).lines()
    yield ""
    for where, said in texts.notices(comparison):
        yield from wrap_text(f"Notice, {where}: {said}", view.width)
    for side, text in zip(("Old", "New"), texts.both(comparison, files), strict=True):
        yield from wrap_text(f"{side} text: {texts.provenance(text) or 'not known'}", view.width)
        yield from wrap_text(f"  SHA-256 {text.sha256}", view.width) if text.sha256 else ()
    yield from wrap_text(f"Made by travaux {one_line(comparison.travaux)}", view.width)
