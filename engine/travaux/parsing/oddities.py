"""What a reader should be told about a text: odd numbers, marks that were taken off, numbers that were inferred."""

import re
from collections.abc import Sequence

from travaux.model.document import Notice, Resolution
from travaux.parsing.items import Item
from travaux.parsing.sections import sections

_COUNTED = re.compile(r"(.*?/?)(\d+)$")


def number_notices(parts: Sequence[Item]) -> tuple[Notice, ...]:
    """Return a notice for each gap and each repetition in the numbers of the operative paragraphs."""
    body = [i for i in parts if i.kind != "told"]
    starts = sections(body)
    out: list[Notice] = []
    number = 0
    for at, item in enumerate(body):
        if item.kind == "annex":
            break
        if at in starts:
            number = 0
        if item.kind != "operative" or not item.number:
            continue
        if number and item.number > number + 1:
            said = f"The operative paragraphs go from {number} to {item.number}."
            out.append(Notice(code="number-gap", message=said, place=item.piece.place))
        if item.number == number and item.marker is not None and not item.marker.repeats:
            said = f"Two operative paragraphs are numbered {number}."
            out.append(Notice(code="number-twice", message=said, place=item.piece.place))
        number = item.number
    return tuple(out)


def quote_notices(stripped: int) -> tuple[Notice, ...]:
    """Return the notice that tells how many quotation marks of a wrapper went, if any did."""
    if not stripped:
        return ()
    said = f"{stripped} quotation marks around the paragraphs of a transmitted draft are not part of its words."
    return (Notice(code="wrapper-quotes", message=said),)


def with_inferred_numbers(found: Sequence[Resolution]) -> list[Resolution]:
    """Give a fragment without a number the one before that of the text behind it: 2004/18 before 2004/19."""
    out = list(found)
    for at, text in enumerate(out[:-1]):
        following = out[at + 1].symbol
        match = _COUNTED.match(following or "")
        if text.symbol is None and not text.whole and match and int(match[2]) > 1:
            symbol = f"{match[1]}{int(match[2]) - 1}"
            said = f"The number {symbol} is not printed; it is inferred from {following}, which follows."
            notices = (*text.notices, Notice(code="number-inferred", message=said))
            out[at] = text.model_copy(update={"symbol": symbol, "notices": notices})
    return out
