"""From what was asked on the command line to how a result is looked at."""

from typing import TYPE_CHECKING, Literal

from travaux_cli.console.faults import UsageError

if TYPE_CHECKING:
    from travaux.renderers.text.view import View

NARROWEST, WIDEST = 40, 1000
"""Columns that `--width` takes: a gutter with some words beside it; more than any screen has."""

Colour = Literal["auto", "always", "never"]


def view(
    width: int | None,
    colour: Colour,
    *,
    everything: bool = False,
    only: tuple[str, ...] = (),
    hidden: frozenset[str] = frozenset(),
    kinds: tuple[str, ...] = (),
) -> "View":
    """Return the view that the options ask for.

    Raises:
        UsageError: a width that cannot be.
    """
    if width is not None and not NARROWEST <= width <= WIDEST:
        raise UsageError(f"--width takes {NARROWEST} to {WIDEST:,} columns, not {width:,}")
    # Only now: --help and wrong usage are answered without loading what draws.
    from travaux.renderers.text.view import View  # noqa: PLC0415
    from travaux_cli.console import screen  # noqa: PLC0415

    return View(
        width=width or screen.width(),
        ink=screen.ink(colour),
        everything=everything,
        only=only,
        hidden=hidden,
        kinds=kinds,
    )
