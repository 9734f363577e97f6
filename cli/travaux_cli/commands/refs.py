"""`travaux refs`: the cross-references of a text, alone or against an older one."""

from typing import Annotated

import typer

from travaux_cli.commands.looks import Color, Format, Language, NoPager, Revisions, Width, view
from travaux_cli.commands.places import Archive
from travaux_cli.console.faults import DIFFERENT, DONE, UsageError
from travaux_cli.console.outcome import Outcome

File = Annotated[
    str, typer.Argument(metavar="FILE", help="The text: FILE, FILE#NUMBER, DOSSIER@REV, or - for standard input.")
]
Against = Annotated[
    str | None,
    typer.Option("--against", metavar="OLD", help="Say what became of each reference since this older text."),
]
Pin = Annotated[
    list[str] | None,
    typer.Option("--pin", metavar="OP5=OP7", help="With --against: link these paragraphs. Repeatable."),
]
ExitCode = Annotated[
    bool, typer.Option("--exit-code", help="End with 1 where a reference is stale or leads nowhere, with 0 where none.")
]


def refs(
    file: File,
    *,
    against: Against = None,
    form: Format = "terminal",
    pin: Pin = None,
    exit_code: ExitCode = False,
    revisions: Revisions = "refuse",
    language: Language = None,
    archive: Archive = None,
    width: Width = None,
    color: Color = "auto",
    no_pager: NoPager = False,
) -> Outcome:
    """Check the cross-references of FILE: does "paragraph 5 above" lead where it says?

    Finds references to paragraphs, sections and annexes of the same text, and citations of resolutions with
    a number or a date that cannot be. With --against: which numbers follow their paragraph (follows), which
    were left behind (stale), which name another one now (retargeted).

    \b
    Examples:
      travaux refs draft.txt
      travaux refs revised.txt --against draft.txt
      travaux refs gauges@latest --against gauges@1 --exit-code
      travaux refs draft.txt --format json
    """  # noqa: D301 - the mark before lines that Typer leaves as they are
    looks = view(width, color)
    if pin and against is None:
        raise UsageError("--pin links two texts; give the older one with --against")
    # What reads and compares is imported now, so that --help and wrong usage are answered at once.
    from travaux.model.comparison import Options  # noqa: PLC0415
    from travaux.pipeline.checking import references  # noqa: PLC0415
    from travaux.renderers.wording.harmless import escaped  # noqa: PLC0415
    from travaux_cli.console.progress import waiting  # noqa: PLC0415
    from travaux_cli.console.references import faulty, referred  # noqa: PLC0415
    from travaux_cli.drafts import drafts, recorded_pins  # noqa: PLC0415

    words = [file] if against is None else [against, file]
    with waiting("checking"):
        read = drafts(words, revisions, language, archive)
        if against is None:
            found = references(read[0].resolution)
        else:
            options = Options(pins=(*recorded_pins(read[0], read[1]), *(pin or ())))
            found = references(read[1].resolution, read[0].resolution, options)
    told = [notice for draft in read for notice in draft.notices] + [n.message for n in found.notices]
    if form == "json":
        text = escaped(found.model_dump_json(indent=2)) + "\n"
    else:
        text = "".join(f"{line}\n" for line in referred(found, looks, words))
    code = DIFFERENT if exit_code and faulty(found) else DONE
    return Outcome(text, tuple(dict.fromkeys(told)), code, paged=form == "terminal" and not no_pager)
