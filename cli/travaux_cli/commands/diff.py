"""`travaux diff`: what became of each paragraph of the old text in the new one."""

from typing import Annotated, Literal

import typer

from travaux_cli.commands.comparing import Asked, compared
from travaux_cli.commands.looks import (
    Color,
    Hide,
    Kind,
    Language,
    NoPager,
    Pin,
    Revisions,
    Width,
    kinds,
    layers,
)
from travaux_cli.commands.places import Archive
from travaux_cli.console.outcome import Outcome

Old = Annotated[
    str, typer.Argument(metavar="OLD", help="The older text: FILE, FILE#NUMBER, DOSSIER@REV, or - for standard input.")
]
New = Annotated[
    str | None,
    typer.Argument(
        metavar="NEW", help="The newer text; left out, a Word file's original is compared with its accepted text."
    ),
]
All = Annotated[bool, typer.Option("--all", help="Show unchanged paragraphs and every word of changed ones.")]
Only = Annotated[
    list[str] | None,
    typer.Option("--only", metavar="OP5", help="Show this paragraph only, old or new number. Repeatable."),
]
Format = Annotated[
    Literal["terminal", "markdown", "json"],
    typer.Option("--format", help="For a person, a pull request or an e-mail, or another program."),
]
Explain = Annotated[bool, typer.Option("--explain", help="Say why, how sure, and what else came near.")]
ExitCode = Annotated[
    bool, typer.Option("--exit-code", help="End with 1 where differences are shown, with 0 where none.")
]


def diff(
    old: Old,
    new: New = None,
    *,
    form: Format = "terminal",
    everything: All = False,
    only: Only = None,
    hide: Hide = None,
    kind: Kind = None,
    pin: Pin = None,
    explain: Explain = False,
    exit_code: ExitCode = False,
    revisions: Revisions = "refuse",
    language: Language = None,
    archive: Archive = None,
    width: Width = None,
    color: Color = "auto",
    no_pager: NoPager = False,
) -> Outcome:
    """Say what became of each paragraph of OLD in NEW.

    First a summary, then the changed paragraphs with their old and new numbers; unchanged ones are folded.
    What was not compared and what is hidden is said at the end.

    \b
    Examples:
      travaux diff draft.txt revised.txt
      travaux diff volume.txt#2004/19 adopted.txt --only OP5
      travaux diff draft.txt revised.txt --hide mechanical,editorial
      travaux diff draft.txt revised.txt --kind verb,qualifier
      travaux diff draft.docx
      travaux diff draft.docx adopted.docx --revisions accepted
      travaux diff draft.txt revised.txt --explain --pin OP5=OP7
      travaux diff gauges@1 gauges@latest --archive ../archive.git
      pandoc -t plain draft.epub | travaux diff - adopted.txt
    """  # noqa: D301 - the mark before lines that Typer leaves as they are
    asked = Asked(
        form=form,
        everything=everything,
        only=tuple(only or ()),
        hidden=layers(hide),
        kinds=kinds(kind),
        pins=tuple(pin or ()),
        explained=explain,
        exit_code=exit_code,
        width=width,
        colour=color,
        paged=not no_pager,
        revisions=revisions,
        language=language,
        archive=archive,
    )
    return compared(old, new, asked)
