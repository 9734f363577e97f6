"""`travaux log`: the dossiers of an archive, the drafts of a dossier."""

from typing import Annotated

import typer

from travaux_cli.commands.looks import Color, Format, NoPager, Width, view
from travaux_cli.commands.places import Archive
from travaux_cli.console.outcome import Outcome

Name = Annotated[str | None, typer.Argument(metavar="DOSSIER", help="Whose drafts; all dossiers where left out.")]
Graph = Annotated[bool, typer.Option("--graph", help="Draw which draft was made from which.")]


def log(
    dossier: Name = None,
    *,
    graph: Graph = False,
    archive: Archive = None,
    form: Format = "terminal",
    width: Width = None,
    color: Color = "auto",
    no_pager: NoPager = False,
) -> Outcome:
    """List the dossiers of the archive, or the drafts of a dossier, the latest first.

    \b
    Examples:
      travaux log
      travaux log gauges --graph
    """  # noqa: D301 - the mark before lines that Typer leaves as they are
    looks = view(width, color)
    from travaux.model.evidence import Catalogue  # noqa: PLC0415
    from travaux.renderers.wording.harmless import escaped  # noqa: PLC0415
    from travaux_cli import archives  # noqa: PLC0415
    from travaux_cli.console import logs  # noqa: PLC0415

    with archives.opened(archive) as opened:
        found = Catalogue(dossiers=opened.dossiers() if dossier is None else (opened.dossier(dossier),))
    if form == "json":
        return Outcome(escaped(found.model_dump_json(indent=2)) + "\n")
    lines = logs.catalogue(found, looks) if dossier is None else logs.log(found.dossiers[0], looks, graph=graph)
    return Outcome("".join(f"{line}\n" for line in lines), paged=not no_pager)
