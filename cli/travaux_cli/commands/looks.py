"""The options that say how a result looks, the same for every command."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from travaux_cli.console.faults import UsageError

if TYPE_CHECKING:
    from travaux_cli.console.view import View

NARROWEST, WIDEST = 40, 1000
"""Columns that `--width` takes: a gutter with some words beside it; more than any screen has."""

Colour = Literal["auto", "always", "never"]

Format = Annotated[Literal["terminal", "json"], typer.Option("--format", help="For a person, or for another program.")]
Width = Annotated[
    int | None, typer.Option("--width", metavar="N", help="Columns of a line; by default the terminal's.")
]
Color = Annotated[Colour, typer.Option("--color", help="By default on a terminal only, and not where NO_COLOR is set.")]
NoPager = Annotated[bool, typer.Option("--no-pager", help="Write at once what is longer than the screen.")]


def view(
    width: int | None,
    colour: Colour,
    *,
    everything: bool = False,
    explained: bool = False,
    only: tuple[str, ...] = (),
    hidden: frozenset[str] = frozenset(),
) -> "View":
    """Return the view that the options ask for.

    Raises:
        UsageError: a width that cannot be.
    """
    if width is not None and not NARROWEST <= width <= WIDEST:
        raise UsageError(f"--width takes {NARROWEST} to {WIDEST:,} columns, not {width:,}")
    # Only now: --help and wrong usage are answered without loading what draws.
    from travaux_cli.console import screen  # noqa: PLC0415
    from travaux_cli.console.view import View  # noqa: PLC0415

    return View(
        width=width or screen.width(),
        ink=screen.ink(colour),
        everything=everything,
        explained=explained,
        only=only,
        hidden=hidden,
    )
