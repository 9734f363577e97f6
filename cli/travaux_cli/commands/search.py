"""`travaux search`: in which drafts a phrase stood."""

from typing import Annotated

import typer

from travaux_cli.commands.looks import Color, Format, NoPager, Width, view
from travaux_cli.commands.places import Archive
from travaux_cli.console.outcome import Outcome

Phrase = Annotated[str, typer.Argument(metavar="PHRASE", help="Whole words, in their order; capitals do not count.")]
Dossier = Annotated[
    list[str] | None, typer.Option("--dossier", metavar="DOSSIER", help="Only in this one. Repeatable.")
]
All = Annotated[bool, typer.Option("--all", help="Every word of each paragraph.")]


def search(
    phrase: Phrase,
    *,
    dossier: Dossier = None,
    everything: All = False,
    archive: Archive = None,
    form: Format = "terminal",
    width: Width = None,
    color: Color = "auto",
    no_pager: NoPager = False,
) -> Outcome:
    """Find in which drafts a phrase appears and disappears, and where, in paragraphs and notes.

    Differences of spaces, quotation marks, hyphens and capitals do not count.

    \b
    Examples:
      travaux search "subject to the availability of extrabudgetary resources"
      travaux search "within existing resources" --dossier gauges
    """  # noqa: D301 - the mark before lines that Typer leaves as they are
    looks = view(width, color, everything=everything)
    from travaux.renderers.wording.harmless import escaped  # noqa: PLC0415
    from travaux_cli import archives  # noqa: PLC0415
    from travaux_cli.console import searches  # noqa: PLC0415
    from travaux_cli.console.progress import waiting  # noqa: PLC0415

    with waiting("searching"), archives.opened(archive) as opened:
        found = opened.search(phrase, dossier)
        known = {name: opened.dossier(name) for name in {p.dossier for p in found.presences}}
    if form == "json":
        return Outcome(escaped(found.model_dump_json(indent=2)) + "\n")
    lines = searches.searched(found, known, looks)
    return Outcome("".join(f"{line}\n" for line in lines), paged=not no_pager)
