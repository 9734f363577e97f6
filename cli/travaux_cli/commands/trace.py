"""`travaux trace`: the life of a paragraph."""

from typing import Annotated

import typer

from travaux_cli.commands.looks import Color, Format, NoPager, Width, view
from travaux_cli.commands.places import Archive
from travaux_cli.console.outcome import Outcome

Draft = Annotated[
    str,
    typer.Argument(
        metavar="DOSSIER", help="DOSSIER, or DOSSIER@REV for the draft in which the paragraph has that name."
    ),
]
Paragraph = Annotated[str, typer.Argument(metavar="PARAGRAPH", help="Its number, such as OP5 or PP2.")]
All = Annotated[bool, typer.Option("--all", help="Every word of each step, unchanged ones too.")]


def trace(
    draft: Draft,
    paragraph: Paragraph,
    *,
    everything: All = False,
    archive: Archive = None,
    form: Format = "terminal",
    width: Width = None,
    color: Color = "auto",
    no_pager: NoPager = False,
) -> Outcome:
    """Tell the life of a paragraph through all drafts.

    What it came from and what became of it, with the words that changed at each step. Without @REV the number is
    that of the latest draft; where that has none of this name, of the last draft that has.

    \b
    Examples:
      travaux trace gauges OP5
      travaux trace gauges@1 OP7
    """  # noqa: D301 - the mark before lines that Typer leaves as they are
    looks = view(width, color, everything=everything)
    from travaux.renderers.wording.harmless import escaped  # noqa: PLC0415
    from travaux_cli import archives  # noqa: PLC0415
    from travaux_cli.console import traces  # noqa: PLC0415
    from travaux_cli.console.progress import waiting  # noqa: PLC0415

    dossier, word = archives.parted(draft)
    with waiting("following the paragraph"), archives.opened(archive) as opened:
        found = opened.trace(dossier, paragraph, word)
        known = opened.dossier(dossier)
    notices = []
    if word is None and found.revision != known.latest:
        notices.append(f"the latest draft has no paragraph {paragraph}; this is the one of @{found.revision}")
    if form == "json":
        return Outcome(escaped(found.model_dump_json(indent=2)) + "\n", tuple(notices))
    lines = traces.traced(found, known, looks)
    return Outcome("".join(f"{line}\n" for line in lines), tuple(notices), paged=not no_pager)
