"""`travaux show`: a draft as the archive holds it."""

from typing import Annotated, Literal

import typer

from travaux_cli.commands.looks import Color, NoPager, Width, view
from travaux_cli.commands.places import Archive, Draft
from travaux_cli.console.outcome import Outcome

Format = Annotated[
    Literal["text", "terminal", "json"], typer.Option("--format", help="For a person, or for another program.")
]


def show(
    draft: Draft,
    *,
    archive: Archive = None,
    form: Format = "text",
    width: Width = None,
    color: Color = "auto",
    no_pager: NoPager = False,
) -> Outcome:
    """Show a draft of the archive: what is known of it, and its words.

    \b
    Examples:
      travaux show gauges@2
      travaux show gauges@A/C.2/99/L.9 --format json
    """  # noqa: D301 - the mark before lines that Typer leaves as they are
    looks = view(width, color)
    from travaux.model.evidence import Holding  # noqa: PLC0415
    from travaux.renderers.wording.harmless import escaped  # noqa: PLC0415
    from travaux_cli import archives  # noqa: PLC0415
    from travaux_cli.console import holdings  # noqa: PLC0415

    dossier, word = archives.parted(draft)
    with archives.opened(archive) as opened:
        revision = opened.revision(dossier, word or "latest")
        found = Holding(revision=revision, resolution=opened.draft(dossier, str(revision.ordinal)))
    if form == "json":
        return Outcome(escaped(found.model_dump_json(indent=2)) + "\n")
    return Outcome("".join(f"{line}\n" for line in holdings.held(found, looks)), paged=not no_pager)
