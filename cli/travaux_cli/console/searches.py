"""When and where a phrase stood, dossier by dossier."""

from collections.abc import Iterator, Mapping

from travaux.model.evidence import Dossier, Hit, Presence, Search
from travaux.renderers.text.layout import GAP
from travaux.renderers.text.view import View
from travaux.renderers.text.wrapping import wrap
from travaux.renderers.wording.harmless import harmless, one_line
from travaux.renderers.wording.revisions import Names

INDENT = 2
AROUND = 50
"""Code points shown before and after a phrase. Range: 20 to 200."""


def searched(search: Search, dossiers: Mapping[str, Dossier], view: View) -> Iterator[str]:
    """Yield, for each dossier, when the phrase stood in it and where it stood first."""
    if not search.presences:
        yield f"No draft has the words “{one_line(search.phrase)}”."
    names = {key: Names(dossier.revisions) for key, dossier in dossiers.items()}
    before = None
    for presence in search.presences:
        if presence.dossier != before:
            if before is not None:
                yield ""
            yield view.ink.paint("strong", presence.dossier)
            before = presence.dossier
        yield " " * INDENT + _when(presence, names[presence.dossier])
        for hit in presence.hits:
            yield from _where(hit, view)


def _when(presence: Presence, names: Names) -> str:
    since = f"from {names.whole(presence.since)}"
    return f"{since} on" if presence.until is None else f"{since}, gone in {names.whole(presence.until)}"


def _where(hit: Hit, view: View) -> Iterator[str]:
    """The words around a phrase; all of them if everything is asked for."""
    start = 0 if view.everything else _word_start(hit.text, max(hit.start - AROUND, 0))
    end = len(hit.text) if view.everything else _word_end(hit.text, hit.end + AROUND)
    before, after = harmless(hit.text[start : hit.start]), harmless(hit.text[hit.end : end])
    address = one_line(hit.address)
    runs = [
        ("keep", f"{'… ' if start else ''}{before}"),
        ("moved", harmless(hit.text[hit.start : hit.end])),
        ("keep", f"{after}{' …' if end < len(hit.text) else ''}"),
    ]
    gutter = INDENT * 2 + len(address) + GAP
    lines = wrap(runs, max(view.width - gutter, 20), view.ink)  # type: ignore[arg-type]
    for number, line in enumerate(lines):
        yield (" " * (INDENT * 2) + address + " " * GAP if not number else " " * gutter) + line


def _word_start(text: str, at: int) -> int:
    return text.find(" ", at) + 1 if at and text.find(" ", at) >= 0 else at


def _word_end(text: str, at: int) -> int:
    end = text.rfind(" ", 0, at) if at < len(text) else len(text)
    return end if end > 0 else len(text)
