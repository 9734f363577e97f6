"""The options that say how a result looks, the same for every command."""

from typing import TYPE_CHECKING, Annotated, Literal, cast

import typer

from travaux_cli.console.faults import UsageError
from travaux_cli.console.looking import Colour, view

if TYPE_CHECKING:
    from travaux.model.comparison import Layer

__all__ = [
    "Color",
    "Format",
    "Hide",
    "Kind",
    "Language",
    "NoPager",
    "Pin",
    "Revisions",
    "Width",
    "kinds",
    "layers",
    "view",
]

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
Kind = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="KINDS",
        help="Show only what has a finding of these, as verb,qualifier (travaux about kinds).",
    ),
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


def kinds(words: list[str] | None) -> tuple[str, ...]:
    """Return the kinds of changes that the words of `--kind` name.

    Raises:
        UsageError: a word is none of them.
    """
    if not words:
        return ()
    from travaux.kinds import finds  # noqa: PLC0415 - so that --help is answered at once

    known = finds()
    named = [kind.strip() for word in words for kind in word.split(",")]
    for kind in named:
        if kind not in known:
            raise UsageError(f"there is no kind of change called {kind or 'nothing'}; there are {', '.join(known)}")
    return tuple(dict.fromkeys(named))
