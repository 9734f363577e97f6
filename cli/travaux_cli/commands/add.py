"""`travaux add`: record drafts."""

from typing import Annotated

import typer

from travaux_cli.commands.looks import Color, Format, Revisions, Width, view
from travaux_cli.commands.places import Archive
from travaux_cli.console.faults import UsageError
from travaux_cli.console.outcome import Outcome

Files = Annotated[
    list[str] | None,
    typer.Argument(metavar="FILE", help="FILE, FILE#NUMBER, or - for standard input; several in the order given."),
]
Manifest = Annotated[
    str | None, typer.Option("--manifest", metavar="LIST", help="A list of drafts, CSV or JSON, instead of files.")
]
Dossier = Annotated[
    str | None, typer.Option("--dossier", metavar="DOSSIER", help="By default the one with a text of the same title.")
]
Symbol = Annotated[str | None, typer.Option("--symbol", help="Document symbol; by default as printed.")]
Title = Annotated[str | None, typer.Option("--title", help="Title; by default as printed.")]
Stage = Annotated[
    str | None, typer.Option("--stage", help="draft, revised draft, recommended, adopted, or any other word.")
]
Body = Annotated[str | None, typer.Option("--body", help="The body before which the draft stood.")]
Date = Annotated[str | None, typer.Option("--date", metavar="DATE", help="True date: 1946-01-24, 1946-01 or 1946.")]
Sponsor = Annotated[list[str] | None, typer.Option("--sponsor", help="A sponsor. Repeatable.")]
After = Annotated[
    list[str] | None,
    typer.Option(
        "--after", metavar="REV", help="A draft that it was made from; by default the latest. Repeatable: merged texts."
    ),
]
Before = Annotated[
    str | None, typer.Option("--before", metavar="REV", help="It was found late and comes in before this draft.")
]
Pin = Annotated[
    list[str] | None,
    typer.Option("--pin", metavar="OP5=OP7", help="Link these; with several --after as 3:OP5=OP7. Repeatable."),
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Tell what would be recorded, and record nothing.")]


def add(
    files: Files = None,
    *,
    manifest: Manifest = None,
    dossier: Dossier = None,
    symbol: Symbol = None,
    title: Title = None,
    stage: Stage = None,
    body: Body = None,
    date: Date = None,
    sponsor: Sponsor = None,
    after: After = None,
    before: Before = None,
    pin: Pin = None,
    revisions: Revisions = "refuse",
    dry_run: DryRun = False,
    archive: Archive = None,
    form: Format = "terminal",
    width: Width = None,
    color: Color = "auto",
) -> Outcome:
    """Record drafts in the archive.

    Symbol, title, date and sponsors are read from the text where it has them; what you give wins, and an empty word
    says that there is none. The same file added twice is told, not doubled.

    \b
    Examples:
      travaux add gauges-L.3.txt --dossier gauges
      travaux add gauges-L.9.txt --sponsor Lesotho --sponsor Nepal
      travaux add merged.txt --dossier gauges --after 2 --after 3
      travaux add gauges.docx --revisions accepted
      travaux add --manifest drafts.csv
    """  # noqa: D301 - the mark before lines that Typer leaves as they are
    looks = view(width, color)
    words = files or []
    single = {
        "--symbol": symbol,
        "--title": title,
        "--date": date,
        "--sponsor": sponsor,
        "--after": after,
        "--before": before,
        "--pin": pin,
    }
    if bool(words) == bool(manifest):
        raise UsageError("travaux add takes files or a --manifest" + (", not both" if words else ""))
    given = [name for name, value in single.items() if value is not None]
    if given and len(words) != 1:
        raise UsageError(f"{given[0]} is told of one file; for several write a --manifest")
    given = [
        name for name, value in {"--dossier": dossier, "--stage": stage, "--body": body}.items() if value is not None
    ] + ["--revisions"] * (revisions != "refuse")
    if given and manifest:
        raise UsageError(f"{given[0]} stands in the --manifest, as a column")
    from travaux.archive.particulars import Particulars  # noqa: PLC0415
    from travaux.renderers.wording.harmless import escaped  # noqa: PLC0415
    from travaux_cli import archives, deliveries  # noqa: PLC0415
    from travaux_cli.console import receipts  # noqa: PLC0415
    from travaux_cli.console.progress import counting  # noqa: PLC0415

    about = Particulars(symbol, title, stage, body, date, None if sponsor is None else tuple(filter(None, sponsor)))
    told = deliveries.Delivery(dossier, about, tuple(after or ()), before, tuple(pin or ()), revisions)
    with counting("recording") as progress, archives.opened(archive) as opened:
        entries = deliveries.listed(manifest) if manifest else deliveries.entries(words, told)
        found = deliveries.recorded(opened, entries, dry_run=dry_run, progress=progress)
        touched = {one.dossier for one in found.added}
        known = {one.id: one for one in opened.dossiers() if one.id in touched} if form == "terminal" else {}
    if form == "json":
        return Outcome(escaped(found.model_dump_json(indent=2)) + "\n", deliveries.notices(found))
    lines = receipts.imported(found, known, looks)
    return Outcome("".join(f"{line}\n" for line in lines), deliveries.notices(found))
