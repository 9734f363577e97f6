"""The options that say how a result looks, the same for every command."""

from typing import TYPE_CHECKING, Annotated, Literal, cast

import typer

from travaux_cli.console.faults import UsageError
from travaux_cli.console.looking import Colour, view

if TYPE_CHECKING:
    from travaux.model.comparison import Layer

__all__ = ["Color", "Format", "Hide", "Language", "NoPager", "Pin", "Revisions", "Width", "layers", "view"]

_LAYERS = ("mechanical", "editorial")

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
Hide = Annotated[
    list[str] | None,
    typer.Option("--hide", metavar="LAYERS", help="Hide mechanical or editorial changes, or mechanical,editorial."),
]
Pin = Annotated[
    list[str] | None,
    typer.Option("--pin", metavar="OP5=OP7", help="Link these; OP4=- was removed, -=OP4 added. Repeatable."),
]


def layers(words: list[str] | None) -> "frozenset[Layer]":
    """Return the layers that the words of `--hide` name.

    Raises:
        UsageError: a word is none of them.
    """
    named = [layer.strip() for word in words or () for layer in word.split(",")]
    for layer in named:
        if layer not in _LAYERS:
            raise UsageError(f"--hide takes {' and '.join(_LAYERS)}, not {layer or 'nothing'}")
    return frozenset(cast("Layer", layer) for layer in named)
