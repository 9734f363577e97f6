"""The command tree."""

from collections.abc import Sequence
from typing import Annotated

import typer

from travaux import __version__
from travaux_cli.commands.about import about
from travaux_cli.commands.add import add
from travaux_cli.commands.blame import blame
from travaux_cli.commands.correct import correct
from travaux_cli.commands.diff import diff
from travaux_cli.commands.export import export
from travaux_cli.commands.git import git
from travaux_cli.commands.init import init
from travaux_cli.commands.inspect import inspect
from travaux_cli.commands.lint import lint
from travaux_cli.commands.log import log
from travaux_cli.commands.redline import redline
from travaux_cli.commands.refs import refs
from travaux_cli.commands.search import search
from travaux_cli.commands.show import show
from travaux_cli.commands.table import table
from travaux_cli.commands.trace import trace
from travaux_cli.commands.verify import verify
from travaux_cli.console.faults import DONE, UsageError
from travaux_cli.console.outcome import Outcome
from travaux_cli.console.streams import watched

app = typer.Typer(
    name="travaux",
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # with it, help would load rich and be drawn in boxes
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 80},
)
app.command()(diff)
app.command()(redline)
app.command()(table)
app.command()(inspect)
app.command()(refs)
app.command()(lint)
for command in (init, add, correct, log, show, blame, trace, search, verify, export):
    app.command()(command)
app.add_typer(git)
app.command()(about)


_PHRASES = (
    (". Did you mean", "; did you mean"),
    (" (Possible options: ", " (there is: "),
    ("Value error, ", ""),
    ("extra argument(s)", "argument"),
)
"""Phrases of Typer, and what we say."""


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"travaux {__version__}")
        raise typer.Exit


@app.callback()
def travaux(
    _: Annotated[
        bool, typer.Option("--version", help="Show the version and end.", is_eager=True, callback=_version)
    ] = False,
) -> None:
    """Compare drafts of United Nations resolutions, paragraph by paragraph.

    \b
    Examples:
      travaux diff draft.txt revised.txt
      travaux redline draft.docx revised.docx -o redline.docx
      travaux table draft.txt revised.txt adopted.txt
      travaux inspect volume.txt
      travaux refs revised.txt --against draft.txt
      travaux lint draft.txt
      travaux init
      travaux add draft.txt --dossier gauges
      travaux blame gauges --words
      travaux about readers

    travaux COMMAND --help explains a command.
    """  # noqa: D301 - the mark before lines that Typer leaves as they are


def run(arguments: Sequence[str]) -> Outcome:
    """Run the command that the arguments name, and return what it hands back; no arguments ask for help.

    Raises:
        UsageError: the arguments fit no command.
    """
    try:
        with watched():  # Typer itself writes help and completion scripts
            result = app(list(arguments) or ["--help"], prog_name="travaux", standalone_mode=False)
    except typer.TyperException as error:
        raise UsageError(_sentence(error)) from None
    except SystemExit as ended:  # how Typer ends after it has written a completion script
        return Outcome(code=ended.code if isinstance(ended.code, int) else DONE)
    return result if isinstance(result, Outcome) else Outcome(code=result or DONE)


def _sentence(error: typer.TyperException) -> str:
    """The complaint of Typer in our form."""
    said = error.format_message().rstrip(".?")
    for theirs, ours in _PHRASES:
        said = said.replace(theirs, ours)
    context = getattr(error, "ctx", None)
    where = context.command_path if context is not None else "travaux"
    return f"{said[:1].lower()}{said[1:]}; see {where} --help"
