"""How a report is to be looked at."""

from dataclasses import dataclass

from travaux_cli.console.ink import PLAIN, Ink


@dataclass(frozen=True)
class View:
    """What the reader asked to see.

    Attributes:
        width: columns of a line.
        ink: with colour or with marks.
        everything: unchanged paragraphs, differences of typing and long unchanged stretches too.
        explained: why each change is told as it is.
        only: addresses or ids of paragraphs; empty for all of them.
        hidden: layers that are not shown.
    """

    width: int = 80
    ink: Ink = PLAIN
    everything: bool = False
    explained: bool = False
    only: tuple[str, ...] = ()
    hidden: frozenset[str] = frozenset()
