"""What no rule explains: told as what it is, and never as less than substantive."""

from collections.abc import Iterator

from travaux.contracts import Kind
from travaux.kinds.edits import Part
from travaux.kinds.reading import Altered, Claim, Reading, together

_LONGEST = 80
"""Characters of a quotation; the redline has the rest."""
_FEWEST = 2


def find(reading: Reading) -> Iterator[Claim]:
    """Yield the words that are left; the same ones put for others in several places are one claim."""
    pairs: dict[tuple[str, str], list[tuple[Altered, Part]]] = {}
    for altered, part in reading.open():
        if part in altered.told or reading.attached(altered, part):
            continue
        pairs.setdefault((part.old, part.new), []).append((altered, part))
    for (old, new), places in pairs.items():
        several = len(places) >= _FEWEST and old and new
        told = (
            f"{_shown(old)} → {_shown(new)}" if old and new else f"{_shown(old or new)} {'added' if new else 'dropped'}"
        )
        if several:
            yield Claim(
                "consistent", "substantive", "replaced-throughout", f"{told} in {len(places)} places", together(places)
            )
        else:
            for place in places:
                yield Claim("other", "substantive", "words", told, together([place]))


def _shown(words: str) -> str:
    line = " ".join(words.split())
    return f"“{line if len(line) <= _LONGEST else line[:_LONGEST].rsplit(' ', 1)[0] + ' …'}”"


KIND = Kind(
    name="other",
    finds={
        "other": "words that no rule explains",
        "consistent": "one wording put for another throughout; editorial only where the tables of style say so",
    },
    find=find,
)
