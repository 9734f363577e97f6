"""How marked words look on a terminal that has colour."""

from travaux.redlining import hint
from travaux.renderers.text.ink import Ink

_END = "\x1b[0m"
COLOUR = Ink(
    {
        "drop": ("\x1b[31;9m", _END),
        "add": ("\x1b[94;4m", _END),
        "moved": ("\x1b[32m", _END),
        "faint": ("\x1b[2m", _END),
        "strong": ("\x1b[1m", _END),
    },
    seen=False,
    letters=("\x1b[1m", "\x1b[22m"),
    differing=hint,
)
"""Red and struck, bright blue and underlined, green: in grey too, removed and added are told apart. Letters that differ
in a replaced word are bold."""
