"""`travaux lint`: what an editor would ask about a text."""

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
    typer.Option("--against", metavar="OLD", help="Look also for a session or year of this older text left behind."),
]
Rule = Annotated[
    list[str] | None,
    typer.Option("--rule", metavar="NAME", help="Tell remarks of this rule only, such as sequence. Repeatable."),
]
ExitCode = Annotated[bool, typer.Option("--exit-code", help="End with 1 where there is a remark, with 0 where none.")]


def lint(
    file: File,
    *,
    against: Against = None,
    rule: Rule = None,
    form: Format = "terminal",
    exit_code: ExitCode = False,
    revisions: Revisions = "refuse",
    language: Language = None,
    archive: Archive = None,
    width: Width = None,
    color: Color = "auto",
    no_pager: NoPager = False,
) -> Outcome:
    """Say what an editor would ask about FILE. Nothing is corrected, and nothing is refused.

    Also and further, gaps in numbers, punctuation at the ends, brackets, resolutions without a date at first
    mention or with one that cannot be, references that lead nowhere; each remark with the source of its rule.

    \b
    Examples:
      travaux lint draft.txt
      travaux lint draft.txt --rule sequence --rule punctuation
      travaux lint draft.txt --against last-year.txt
      travaux lint draft.docx --format json
    """  # noqa: D301 - the mark before lines that Typer leaves as they are
    looks = view(width, color)
    # What reads and compares is imported now, so that --help and wrong usage are answered at once.
    from travaux.linting import RULES  # noqa: PLC0415
    from travaux.pipeline.linting import lint as checked  # noqa: PLC0415
    from travaux.renderers.wording.harmless import escaped  # noqa: PLC0415
    from travaux_cli.console.lints import linted  # noqa: PLC0415
    from travaux_cli.console.progress import waiting  # noqa: PLC0415
    from travaux_cli.drafts import drafts  # noqa: PLC0415

    for name in rule or ():
        if name not in RULES:
            raise UsageError(f"there is no rule {name}; there is {', '.join(RULES)}")
    words = [file] if against is None else [against, file]
    with waiting("checking"):
        read = drafts(words, revisions, language, archive)
        found = checked(read[-1].resolution, read[0].resolution if against is not None else None)
    if rule:
        kept = tuple(remark for remark in found.remarks if remark.rule in rule)
        unchecked = tuple(told for told in found.unchecked if told.partition(":")[0] in rule)
        found = found.model_copy(update={"remarks": kept, "unchecked": unchecked})
    told = [notice for draft in read for notice in draft.notices] + [n.message for n in found.notices]
    if form == "json":
        text = escaped(found.model_dump_json(indent=2)) + "\n"
    else:
        text = "".join(f"{line}\n" for line in linted(found, looks, words))
    code = DIFFERENT if exit_code and found.remarks else DONE
    return Outcome(text, tuple(dict.fromkeys(told)), code, paged=form == "terminal" and not no_pager)
