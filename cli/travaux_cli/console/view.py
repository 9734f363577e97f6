"""How a report is to be looked at on a terminal."""

from dataclasses import dataclass

from travaux.renderers.wording.looks import Looks
from travaux_cli.console.ink import PLAIN, Ink


@dataclass(frozen=True)
class View(Looks):
    """What the reader asked to see, and on what.

    Attributes:
        width: columns of a line.
        ink: with colour or with marks.
        explained: why each change is told as it is.
    """

    width: int = 80
    ink: Ink = PLAIN
    explained: bool = False
