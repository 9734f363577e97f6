"""What the drafts of a dossier are called: by their symbols, short where that tells them apart."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from travaux.model.evidence import Revision
from travaux.renderers.wording.harmless import one_line

_HEAD = re.compile(r"^[A-Z]+/(?:[A-Z0-9.\-]+/)*?(?=(?:L\.|RES/|DEC/)\d)")
"""What goes before the number of a draft (`A/C.2/99/`) or of a resolution (`A/`)."""


class Names:
    """The names of the drafts of a dossier, harmless."""

    def __init__(self, revisions: Sequence[Revision]) -> None:
        self._whole = _apart({r.ordinal: r.name for r in revisions})
        short = {ordinal: _HEAD.sub("", name) for ordinal, name in self._whole.items()}
        self._short = short if len(set(short.values())) == len(short) else self._whole

    def whole(self, ordinal: int) -> str:
        """Symbol, else ordinal; both where several drafts have the same symbol."""
        return self._whole.get(ordinal, f"@{ordinal}")

    def short(self, ordinal: int) -> str:
        """The same without what goes before the number, where that tells the drafts apart."""
        return self._short.get(ordinal, f"@{ordinal}")


def particulars(revision: Revision) -> str:
    """Return stage, body and true date in brackets, as far as they are known; else nothing."""
    known = revision.record
    told = [one_line(word) for word in (known.stage, known.body, known.date) if word]
    return f" ({', '.join(told)})" if told else ""


def _apart(names: Mapping[int, str]) -> dict[int, str]:
    counts = Counter(names.values())
    return {ordinal: one_line(name if counts[name] == 1 else f"{name} @{ordinal}") for ordinal, name in names.items()}
