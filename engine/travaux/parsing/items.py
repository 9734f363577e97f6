"""One paragraph of a body and what it is."""

from dataclasses import dataclass
from typing import Literal

from travaux.model.document import MetadatumKind
from travaux.parsing.markers import Marker
from travaux.parsing.pieces import Piece

Kind = Literal["preambular", "operative", "below", "continued", "heading", "annex", "annexed", "closing", "told"]

HOSTS: frozenset[Kind] = frozenset({"preambular", "operative", "annexed"})
"""What a lettered item can stand below."""


@dataclass(frozen=True, slots=True)
class Item:
    """One paragraph of a body and what it is.

    Attributes:
        kind: `below` a lettered or bulleted item; `continued` flush text of the paragraph before; `annex` the
            heading of one, `annexed` a paragraph in it; `told` metadata.
        piece: its text, without the number.
        marker: its number, letter or bullet.
        tells: for `told`, what.
        section: for `heading`, whether it is numbered with a roman number or a letter; for `annex`, whether it
            says that it is one.
    """

    kind: Kind
    piece: Piece
    marker: Marker | None = None
    tells: MetadatumKind = "other"
    section: bool = False

    @property
    def number(self) -> int:
        """The number printed before it, without `bis`; 0 where there is none."""
        return self.marker.value if self.marker is not None else 0
