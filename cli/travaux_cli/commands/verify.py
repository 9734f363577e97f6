"""`travaux verify`: whether the archive is what it was."""

from typing import Annotated

import typer

from travaux_cli.commands.looks import Color, Format, NoPager, Width, view
from travaux_cli.commands.places import Archive
from travaux_cli.console.faults import ARCHIVE, DONE
from travaux_cli.console.outcome import Outcome

Dossiers = Annotated[list[str] | None, typer.Argument(metavar="DOSSIER", help="Only these; all where left out.")]


def verify(
    dossiers: Dossiers = None,
    *,
    archive: Archive = None,
    form: Format = "terminal",
    width: Width = None,
    color: Color = "auto",
    no_pager: NoPager = False,
) -> Outcome:
    """Examine the archive, and end with 4 where anything is at fault.

    Git's own objects, the bytes of each source, the words, the descent of each paragraph, the records, what was
    recorded again, and whether the sources are still read in the same way.

    \b
    Examples:
      travaux verify
      travaux verify gauges --format json
    """  # noqa: D301 - the mark before lines that Typer leaves as they are
    looks = view(width, color)
    from travaux.renderers.wording.harmless import escaped  # noqa: PLC0415
    from travaux_cli import archives  # noqa: PLC0415
    from travaux_cli.console import verdicts  # noqa: PLC0415
    from travaux_cli.console.progress import waiting  # noqa: PLC0415

    with waiting("verifying"), archives.opened(archive) as opened:
        found = opened.verify(dossiers or None)
    code = DONE if found.clean else ARCHIVE
    if form == "json":
        return Outcome(escaped(found.model_dump_json(indent=2)) + "\n", code=code)
    lines = verdicts.verdict(found, looks)
    return Outcome("".join(f"{line}\n" for line in lines), code=code, paged=not no_pager)
