"""How a report is to be looked at."""

from dataclasses import dataclass

from travaux.renderers.text.ink import PLAIN, Ink
from travaux.renderers.wording.looks import Looks


@dataclass(frozen=True)
class View(Looks):
    """What the reader asked to see, and on what.

    Attributes:
        width: columns of a line.
        ink: with colour or with marks.
    """

    width: int = 80
    ink: Ink = PLAIN
