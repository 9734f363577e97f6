"""The options that say how a result looks, the same for every command."""

from typing import Annotated, Literal

import typer

from travaux_cli.console.looking import Colour, view

__all__ = ["Color", "Format", "Language", "NoPager", "Revisions", "Width", "view"]

Format = Annotated[Literal["terminal", "json"], typer.Option("--format", help="For a person, or for another program.")]
Revisions = Annotated[
    Literal["accepted", "original", "refuse"],
    typer.Option("--revisions", help="Which words of a Word file with tracked changes to read; else it is refused."),
]
Language = Annotated[
    str | None,
    typer.Option(
        "--language",
        metavar="CODE",
        help="Read in this language (travaux about languages); by default the words tell it.",
    ),
]
Width = Annotated[
    int | None, typer.Option("--width", metavar="N", help="Columns of a line; by default the terminal's.")
]
Color = Annotated[Colour, typer.Option("--color", help="By default on a terminal only, and not where NO_COLOR is set.")]
NoPager = Annotated[bool, typer.Option("--no-pager", help="Write at once what is longer than the screen.")]
