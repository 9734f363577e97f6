"""`travaux diff`: what became of each paragraph of the old text in the new one."""

from typing import Annotated

import typer

from travaux_cli.commands.looks import Color, Format, NoPager, Width, view
from travaux_cli.console.faults import DIFFERENT, DONE, UsageError
from travaux_cli.console.outcome import Outcome

_LAYERS = ("mechanical", "editorial")

Old = Annotated[str, typer.Argument(metavar="OLD", help="The older text: FILE, FILE#NUMBER, or - for standard input.")]
New = Annotated[str, typer.Argument(metavar="NEW", help="The newer text, in the same ways.")]
All = Annotated[bool, typer.Option("--all", help="Show unchanged paragraphs and every word of changed ones.")]
Only = Annotated[
    list[str] | None,
    typer.Option("--only", metavar="OP5", help="Show this paragraph only, old or new number. Repeatable."),
]
Hide = Annotated[
    list[str] | None,
    typer.Option("--hide", metavar="LAYERS", help="Hide mechanical or editorial changes, or mechanical,editorial."),
]
Pin = Annotated[
    list[str] | None,
    typer.Option("--pin", metavar="OP5=OP7", help="Link these; OP4=- was removed, -=OP4 added. Repeatable."),
]
Explain = Annotated[bool, typer.Option("--explain", help="Say why, how sure, and what else came near.")]
ExitCode = Annotated[
    bool, typer.Option("--exit-code", help="End with 1 where differences are shown, with 0 where none.")
]


def diff(
    old: Old,
    new: New,
    *,
    form: Format = "terminal",
    everything: All = False,
    only: Only = None,
    hide: Hide = None,
    pin: Pin = None,
    explain: Explain = False,
    exit_code: ExitCode = False,
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
      travaux diff draft.txt revised.txt --explain --pin OP5=OP7
      pandoc -t plain draft.docx | travaux diff - adopted.txt
    """  # noqa: D301 - the mark before lines that Typer leaves as they are
    looks = view(
        width, color, everything=everything, explained=explain, only=tuple(only or ()), hidden=_layers(hide or [])
    )
    # What reads and compares is imported now, so that --help and wrong usage are answered at once.
    from travaux import pipeline  # noqa: PLC0415
    from travaux.model.comparison import Options  # noqa: PLC0415
    from travaux_cli.console.harmless import escaped  # noqa: PLC0415
    from travaux_cli.console.progress import waiting  # noqa: PLC0415
    from travaux_cli.console.report import Report  # noqa: PLC0415
    from travaux_cli.drafts import drafts  # noqa: PLC0415

    with waiting("comparing"):
        old_draft, new_draft = drafts([old, new])
        texts, options = (old_draft.resolution, new_draft.resolution), Options(pins=tuple(pin or ()))
        if explain:
            comparison, misses = pipeline.explain(*texts, options)
        else:
            comparison, misses = pipeline.compare(*texts, options), ()
    told = (n.message for n in (*comparison.notices, *comparison.old.notices, *comparison.new.notices))
    notices = tuple(dict.fromkeys((*old_draft.notices, *new_draft.notices, *told)))
    report = Report(comparison, looks, (old, new), len(notices), misses)
    if report.unknown:
        raise UsageError(
            f"there is no paragraph {' or '.join(report.unknown)} in either text; travaux inspect shows the numbers"
        )
    if form == "json":
        text = escaped(comparison.model_dump_json(indent=2)) + "\n"
    else:
        text = "".join(f"{line}\n" for line in report.lines())
    return Outcome(
        text,
        notices,
        DIFFERENT if exit_code and report.differs else DONE,
        paged=form == "terminal" and not no_pager,
    )


def _layers(words: list[str]) -> frozenset[str]:
    layers = [layer.strip() for word in words for layer in word.split(",")]
    for layer in layers:
        if layer not in _LAYERS:
            raise UsageError(f"--hide takes {' and '.join(_LAYERS)}, not {layer or 'nothing'}")
    return frozenset(layers)
