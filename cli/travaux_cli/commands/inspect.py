"""`travaux inspect`: what was understood of a file, stage by stage."""

from typing import Annotated, Literal

import typer

from travaux_cli.commands.looks import Color, Format, Language, NoPager, Revisions, Width, view
from travaux_cli.console.outcome import Outcome

File = Annotated[
    str,
    typer.Argument(metavar="FILE", help="FILE, FILE#NUMBER for one resolution in it, or - for standard input."),
]
Pass = Annotated[
    Literal["blocks", "lines", "notes", "healed", "units"] | None,
    typer.Option("--pass", help="Show what one pass gave, piece by piece, with lines of the source."),
]
All = Annotated[bool, typer.Option("--all", help="Show every word, not only the first ones.")]


def inspect(
    file: File,
    *,
    form: Format = "terminal",
    one: Pass = None,
    everything: All = False,
    revisions: Revisions = "refuse",
    language: Language = None,
    width: Width = None,
    color: Color = "auto",
    no_pager: NoPager = False,
) -> Outcome:
    """Tell how FILE was understood.

    First what each pass made of it, then its resolutions with their paragraphs, notes and metadata.
    If a comparison looks wrong, look here first: was each paragraph taken for what it is?

    \b
    Examples:
      travaux inspect draft.txt
      travaux inspect volume.txt#2004/19 --all
      travaux inspect draft.txt --pass healed
      travaux inspect volume.txt --format json > volume.json
    """  # noqa: D301 - the mark before lines that Typer leaves as they are
    looks = view(width, color, everything=everything)
    # What reads and parses is imported now, so that --help and wrong usage are answered at once.
    from travaux import pipeline  # noqa: PLC0415
    from travaux.languages import language as known  # noqa: PLC0415
    from travaux.parsing import stages  # noqa: PLC0415
    from travaux.renderers.wording.harmless import escaped  # noqa: PLC0415
    from travaux_cli.console.outline import outline  # noqa: PLC0415
    from travaux_cli.console.passes import one_pass, passes  # noqa: PLC0415
    from travaux_cli.console.progress import waiting  # noqa: PLC0415
    from travaux_cli.drafts import chosen, opened, understood  # noqa: PLC0415

    wanted = understood(file)
    with waiting(f"reading {wanted.name}"):
        source = opened(wanted.name, revisions, language)
        document = pipeline.parse(source)
    if wanted.key is not None:
        document = document.model_copy(update={"resolutions": (chosen(document, wanted),), "outside": ()})
    if form == "json":
        return Outcome(escaped(document.model_dump_json(indent=2)) + "\n")
    made = stages(source, known(document.language))
    if one:
        lines = list(one_pass(one, source, made, looks))
    else:
        lines = [*passes(source, made, looks), "", *outline(document, looks)]
    return Outcome("".join(f"{line}\n" for line in lines), paged=not no_pager)
