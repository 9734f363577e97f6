"""A draft as the archive holds it, to be read."""

from collections.abc import Iterator
from dataclasses import replace

from travaux.model.evidence import Holding
from travaux.renderers.text.view import View
from travaux.renderers.text.wrapping import wrap_text
from travaux.renderers.wording.harmless import one_line
from travaux.renderers.wording.revisions import particulars
from travaux_cli.console.outline import resolution_outline


def held(holding: Holding, view: View) -> Iterator[str]:
    """Yield what is known of a draft, then all its words."""
    revision = holding.revision
    known = revision.record
    head = f"{known.dossier}@{known.ordinal}  {one_line(revision.name)}{particulars(revision)}"
    yield from (view.ink.paint("strong", line) for line in wrap_text(head, view.width))
    if known.sponsors:
        yield from wrap_text(f"Sponsors: {one_line(', '.join(known.sponsors))}", view.width)
    for base in known.bases:
        pins = f", pinned {one_line(', '.join(base.pins))}" if base.pins else ""
        yield from wrap_text(f"After @{base.ordinal}{pins}", view.width)
    yield from wrap_text(f"Source: {one_line(known.origin.name)}, SHA-256 {known.origin.sha256}", view.width)
    yield f"Commit: {revision.commit}"
    yield ""
    yield from resolution_outline(holding.resolution, replace(view, everything=True))
