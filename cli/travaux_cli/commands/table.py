"""`travaux table`: which number stands for what in each of several drafts."""

from itertools import pairwise
from typing import Annotated, Literal

import typer

from travaux_cli.commands.looks import Color, Language, NoPager, Revisions, Width, view
from travaux_cli.commands.places import Archive
from travaux_cli.console.outcome import Outcome

Drafts = Annotated[
    list[str],
    typer.Argument(
        metavar="DRAFT",
        help="Two or more, oldest first: FILE, FILE#NUMBER, DOSSIER@REV, or - for standard input; "
        "DOSSIER for all its drafts.",
    ),
]
Format = Annotated[
    Literal["terminal", "markdown", "csv", "json"],
    typer.Option("--format", help="For a person, a page, a spreadsheet, or another program."),
]
Pin = Annotated[
    list[str] | None,
    typer.Option(
        "--pin",
        metavar="2:OP5=OP7",
        help="Link OP5 of the first draft with OP7 of the second. The number is that of the later draft. Repeatable.",
    ),
]


def table(
    drafts: Drafts,
    *,
    form: Format = "terminal",
    pin: Pin = None,
    revisions: Revisions = "refuse",
    language: Language = None,
    archive: Archive = None,
    width: Width = None,
    color: Color = "auto",
    no_pager: NoPager = False,
) -> Outcome:
    """Make the concordance of several drafts.

    One row for each line of descent: the number in each draft, and what became of the paragraph from each draft
    to the next: reworded, moved, split, merged, new, or no longer there.

    \b
    Examples:
      travaux table draft.txt revised.txt adopted.txt
      travaux table draft.txt adopted.txt --format csv > concordance.csv
      travaux table draft.txt revised.txt adopted.txt --pin 3:OP5=OP7
      travaux table gauges
      travaux table gauges --archive ../archive.git
    """  # noqa: D301 - the mark before lines that Typer leaves as they are
    looks = view(width, color)
    # What reads and compares is imported now, so that --help and wrong usage are answered at once.
    from travaux import pipeline  # noqa: PLC0415
    from travaux.model.comparison import Options  # noqa: PLC0415
    from travaux.renderers.wording.harmless import escaped  # noqa: PLC0415
    from travaux_cli.console import spreadsheets  # noqa: PLC0415
    from travaux_cli.console.concordances import Table  # noqa: PLC0415
    from travaux_cli.console.progress import waiting  # noqa: PLC0415
    from travaux_cli.drafts import drafts as read_drafts  # noqa: PLC0415
    from travaux_cli.drafts import expanded, recorded_pins  # noqa: PLC0415

    with waiting("comparing"):
        read = read_drafts(expanded(drafts, archive), revisions, language, archive)
        kept = [f"{n}:{word}" for n, pair in enumerate(pairwise(read), 2) for word in recorded_pins(*pair)]
        options = Options(pins=(*kept, *(pin or ())))
        concordance = pipeline.concordance([draft.resolution for draft in read], options)
    told = [notice for draft in read for notice in draft.notices] + [n.message for n in concordance.notices]
    match form:
        case "json":
            text = escaped(concordance.model_dump_json(indent=2)) + "\n"
        case "csv":
            text = spreadsheets.as_csv(concordance)
        case "markdown":
            text = spreadsheets.as_markdown(concordance)
        case "terminal":
            text = "".join(f"{line}\n" for line in Table(concordance, looks).lines())
    return Outcome(text, tuple(dict.fromkeys(told)), paged=form == "terminal" and not no_pager)
