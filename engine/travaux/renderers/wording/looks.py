"""What of a comparison a reader asked to see."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Looks:
    """A way of looking at a comparison; it changes neither the JSON nor the Word redline.

    Attributes:
        everything: unchanged paragraphs, differences of typing and long unchanged stretches too.
        only: addresses or ids of paragraphs; empty for all of them.
        hidden: layers that are not shown.
        kinds: of findings; only changes that have one of these are shown; empty for all.
    """

    everything: bool = False
    only: tuple[str, ...] = ()
    hidden: frozenset[str] = frozenset()
    kinds: tuple[str, ...] = ()
