"""References to paragraphs of the same text that lead nowhere or elsewhere."""

from collections.abc import Iterator
from typing import Final

from travaux.linting.text import Text
from travaux.model.checks import Remark
from travaux.references import inside

_SAID: Final = {
    "dangling": "“{}” leads nowhere",
    "misplaced": "“{}” stands on the other side of these words",
    "unordered": "the numbers of “{}” are out of order",
}


def pointers(text: Text) -> Iterator[Remark]:
    """Yield a remark for each reference that dangles, that says "above" of what is below, or that is out of order."""
    known = text.language
    for checked in inside(text.resolution, known.references, known.citations):
        if checked.state != "found":
            one = checked.named
            span = (one.item.start, one.item.end)
            yield text.remark("reference", _SAID[checked.state].format(one.words), one.paragraph, span)
