"""`travaux correct`: mend what is recorded of a draft."""

from typing import Annotated

import typer

from travaux_cli.commands.add import Body, Date, DryRun, Stage
from travaux_cli.commands.looks import Color, Format, Width, view
from travaux_cli.commands.places import Archive
from travaux_cli.console.faults import UsageError
from travaux_cli.console.outcome import Outcome

Which = Annotated[str, typer.Argument(metavar="DOSSIER@REV", help="The draft: REV is 3, a symbol, latest, latest~1.")]
Symbol = Annotated[str | None, typer.Option("--symbol", help="Document symbol.")]
Title = Annotated[str | None, typer.Option("--title", help="Title.")]
Sponsor = Annotated[
    list[str] | None, typer.Option("--sponsor", help="A sponsor, instead of all that are recorded. Repeatable.")
]
After = Annotated[
    list[str] | None,
    typer.Option("--after", metavar="REV", help="A draft that it was truly made from. Repeatable."),
]
Pin = Annotated[
    list[str] | None,
    typer.Option("--pin", metavar="OP5=OP7", help="Link these, instead of the pins that are recorded. Repeatable."),
]


def correct(
    draft: Which,
    *,
    symbol: Symbol = None,
    title: Title = None,
    stage: Stage = None,
    body: Body = None,
    date: Date = None,
    sponsor: Sponsor = None,
    after: After = None,
    pin: Pin = None,
    dry_run: DryRun = False,
    archive: Archive = None,
    form: Format = "terminal",
    width: Width = None,
    color: Color = "auto",
) -> Outcome:
    """Mend a mistaken record of a draft.

    It and all that was made from it are recorded again; what stood there before is kept. What is not given stays;
    an empty word says that there is none.

    \b
    Examples:
      travaux correct gauges@2 --symbol A/C.2/99/L.9 --date 2044-11-03
      travaux correct gauges@3 --after 1 --after 2
      travaux correct gauges@3 --pin OP5=OP7
    """  # noqa: D301 - the mark before lines that Typer leaves as they are
    looks = view(width, color)
    if all(value is None for value in (symbol, title, stage, body, date, sponsor, after, pin)):
        raise UsageError("travaux correct was told nothing to mend; see travaux correct --help")
    from travaux.renderers.wording.harmless import escaped  # noqa: PLC0415
    from travaux_cli import archives  # noqa: PLC0415
    from travaux_cli.console import receipts  # noqa: PLC0415

    dossier, word = archives.parted(draft)
    if word is None:
        raise UsageError(f"say which draft: {draft}@3, {draft}@SYMBOL or {draft}@latest")
    with archives.opened(archive) as opened:
        found = opened.correct(
            dossier,
            word,
            symbol=symbol,
            title=title,
            stage=stage,
            body=body,
            date=date,
            sponsors=None if sponsor is None else [name for name in sponsor if name],
            after=after,
            pins=None if pin is None else [word for word in pin if word],
            dry_run=dry_run,
        )
    if form == "json":
        return Outcome(escaped(found.model_dump_json(indent=2)) + "\n")
    return Outcome("".join(f"{line}\n" for line in receipts.corrected(found, looks)))
