"""The ways of finding what changes mean: a table of name -> module, in the order in which they are asked.

Each is handed a `Reading` of the comparison, in which the words stand that earlier ones left unexplained. Only
mechanical and editorial claims explain; what is left at the end is told as words of substance that no rule explains
(law 4).
"""

from collections.abc import Iterator
from importlib import import_module

from travaux.contracts import Kind
from travaux.errors import FormatError
from travaux.kinds.reading import Claim, Reading

KINDS: dict[str, str] = {
    "structure": "travaux.kinds.structure",
    "negotiation": "travaux.kinds.negotiation",
    "position": "travaux.kinds.position",
    "reference": "travaux.kinds.reference",
    "citing": "travaux.kinds.citing",
    "rollover": "travaux.kinds.rollover",
    "form": "travaux.kinds.form",
    "style": "travaux.kinds.style",
    "defining": "travaux.kinds.defining",
    "reordering": "travaux.kinds.reordering",
    "defects": "travaux.kinds.defects",
    "substance": "travaux.kinds.substance",
    "other": "travaux.kinds.other",
}


def kind(name: str) -> Kind:
    """Return a way of finding by its name.

    Raises:
        FormatError: there is none of this name.
    """
    if name not in KINDS:
        raise FormatError(f"travaux has no kind called {name}", f"it has {', '.join(KINDS)}")
    found: Kind = import_module(KINDS[name]).KIND
    return found


def finds() -> dict[str, str]:
    """Return all kinds of changes that can be found, in the order in which they are asked for, with what they mean."""
    found: dict[str, str] = {}
    for name in KINDS:
        for told, meaning in kind(name).finds.items():
            found.setdefault(told, meaning)
    return found


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield what all ways of finding say of a comparison, in the order of the table."""
    for name in KINDS:
        for claim in list(kind(name).find(reading)):
            reading.explain(claim)
            yield claim
