"""What standard output can show: how wide it is, whether it is a terminal, whether it has colour."""

import os
import shutil
import sys
from typing import Literal

from travaux.renderers.text.ink import PLAIN, Ink
from travaux_cli.console.ink import COLOUR

Colour = Literal["auto", "always", "never"]

WIDEST = 100
"""Most columns taken of a wide terminal unasked; longer lines are hard to read. Range: 80 to 120."""
NARROWEST = 40
"""Fewest columns for a gutter and words beside it. Range: 36 to 60."""
_DUMB = ("", "dumb")


def is_terminal() -> bool:
    """Whether a person sees standard output directly."""
    return sys.stdout is not None and sys.stdout.isatty()


def width() -> int:
    """Return the columns of the terminal, 80 where there is none; `COLUMNS` is honoured."""
    return min(max(shutil.get_terminal_size((80, 24)).columns, NARROWEST), WIDEST)


def ink(colour: Colour) -> Ink:
    """Return colour or marks: as asked for, else colour on a terminal that has it, unless `NO_COLOR`."""
    if colour == "auto":
        return COLOUR if _has_colour() else PLAIN
    return COLOUR if colour == "always" else PLAIN


def _has_colour() -> bool:
    if os.environ.get("NO_COLOR") or not is_terminal():
        return False
    if os.name == "nt":
        return "WT_SESSION" in os.environ or os.environ.get("TERM", "") not in _DUMB
    return os.environ.get("TERM", "") not in _DUMB
