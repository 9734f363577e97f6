"""`travaux export`: the life of a text as one page."""

from typing import Annotated, Literal

import typer

from travaux_cli.commands.places import Archive
from travaux_cli.console.faults import UsageError
from travaux_cli.console.outcome import Outcome

Draft = Annotated[
    str,
    typer.Argument(
        metavar="DOSSIER", help="DOSSIER, or DOSSIER@REV for the words of that draft and what it came from."
    ),
]
Output = Annotated[
    str | None,
    typer.Option("-o", "--output", metavar="FILE", help="The file, .html or .json; left out, to the terminal."),
]
Format = Annotated[
    Literal["html", "json"] | None, typer.Option("--format", help="By default as the ending of FILE says, else html.")
]


def export(draft: Draft, *, output: Output = None, form: Format = None, archive: Archive = None) -> Outcome:
    """Write the life of a text as one page.

    A table of its drafts; a drawn map of where each paragraph went; the words of the latest draft with the draft that
    brought them; every step of every paragraph, those that were taken out too. One file that can be mailed.

    \b
    Examples:
      travaux export gauges -o history.html
      travaux export gauges@3 -o until-the-third-draft.html
      travaux export gauges --format json > life.json
    """  # noqa: D301 - the mark before lines that Typer leaves as they are
    chosen = form or _by_ending(output)
    from travaux.renderers.life import render  # noqa: PLC0415
    from travaux.renderers.wording.harmless import escaped, one_line  # noqa: PLC0415
    from travaux.renderers.wording.numerals import counted  # noqa: PLC0415
    from travaux_cli import archives, outputs  # noqa: PLC0415
    from travaux_cli.console.progress import waiting  # noqa: PLC0415

    if output is not None:
        outputs.check(output, ())
    dossier, word = archives.parted(draft)
    with waiting("following the paragraphs"), archives.opened(archive) as opened:
        life = opened.life(dossier, word)
    json = escaped(life.model_dump_json(indent=2)) + "\n" if chosen == "json" else ""
    content = json.encode() or render(life).content
    if output is None:
        return Outcome(content.decode())
    outputs.write(output, content)
    return Outcome(
        f"{one_line(output)}: the life of {one_line(dossier)} through {counted(len(life.drafts), 'draft')}.\n"
    )


def _by_ending(output: str | None) -> Literal["html", "json"]:
    if output is None or output.lower().endswith((".html", ".htm")):
        return "html"
    if output.lower().endswith(".json"):
        return "json"
    raise UsageError(f"the ending of {output} names no format; end it in .html or .json, or give --format")
