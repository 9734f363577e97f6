"""`travaux git`: redlines in plain git."""

from typing import Annotated

import typer

from travaux_cli.console.outcome import Outcome

git = typer.Typer(
    name="git",
    help="Let plain git show paragraphs: as diff driver and textconv.",
    rich_markup_mode=None,
    no_args_is_help=True,
)

Patterns = Annotated[
    list[str] | None, typer.Argument(metavar="PATTERN", help="Which files; by default '*.txt' and '*.docx'.")
]
Uninstall = Annotated[bool, typer.Option("--uninstall", help="Take it away again.")]
Global = Annotated[bool, typer.Option("--global", help="For all your repositories, not for this one.")]
Versions = Annotated[list[str], typer.Argument(metavar="ARGUMENT", help="What git gives: seven words.")]
File = Annotated[str, typer.Argument(metavar="FILE", help="The file that git wants to compare.")]


@git.command()
def install(patterns: Patterns = None, *, uninstall: Uninstall = False, everywhere: Global = False) -> Outcome:
    """Make git diff show redlines of drafts, and git log -p whole paragraphs.

    Writes the configuration of this repository and its .gitattributes; no line that is there is changed, and every
    such line goes on to win.

    \b
    Examples:
      travaux git install
      travaux git install "drafts/*.txt" "*.md"
      travaux git install --uninstall
    """  # noqa: D301 - the mark before lines that Typer leaves as they are
    from travaux.renderers.wording.harmless import one_line  # noqa: PLC0415
    from travaux_cli import drivers  # noqa: PLC0415

    where = drivers.place(everywhere=everywhere)
    told = drivers.uninstall(where) if uninstall else drivers.install(where, patterns or drivers.PATTERNS)
    return Outcome("".join(f"{one_line(sentence[:1].upper() + sentence[1:])}.\n" for sentence in told))


@git.command()
def diff(versions: Versions) -> Outcome:
    """Show two versions of a file; git calls this."""
    from travaux_cli.versions import compared  # noqa: PLC0415

    return Outcome(compared(versions))


@git.command()
def text(file: File) -> Outcome:
    """Write a file a paragraph a line; git calls this."""
    from travaux_cli import blobs  # noqa: PLC0415

    return Outcome(blobs.plain(file))
