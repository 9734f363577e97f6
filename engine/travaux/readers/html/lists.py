"""The numbers of lists, as a browser shows them."""

import re

from lxml.etree import _Element as Element

from travaux.numerals import roman
from travaux.readers.html.names import tag

BULLET = "•"

_STYLE = re.compile(
    r"list-style(?:-type)?\s*:\s*[^;]*?\b(none|[a-z]+-[a-z]+(?:-[a-z]+)?|decimal|disc|circle|square)", re.IGNORECASE
)
_TYPES = {
    "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman", "1": "decimal",
    "disc": "disc", "circle": "circle", "square": "square",
}  # fmt: skip
_WHOLE = re.compile(r"\s*(-?\d{1,9})")


class Numbers:
    """Counts the items of lists in the order of the page."""

    def __init__(self) -> None:
        self._next: dict[Element, int] = {}

    def label(self, item: Element) -> str | None:
        """Return the number or bullet of an item; None where it has none."""
        parent = item.getparent()
        if parent is None or tag(parent) not in ("ol", "ul", "menu", "dir"):
            return None
        ordered = tag(parent) == "ol"
        form = _form(item) or _form(parent) or ("decimal" if ordered else "disc")
        number = self._number(item, parent) if ordered else 0
        return _written(number, form)

    def _number(self, item: Element, parent: Element) -> int:
        step = -1 if parent.get("reversed") is not None else 1
        if parent not in self._next:
            items = sum(tag(child) == "li" for child in parent) if step < 0 else 1
            self._next[parent] = _whole(parent.get("start"), items)
        number = _whole(item.get("value"), self._next[parent])
        self._next[parent] = number + step
        return number


def _whole(text: str | None, usual: int) -> int:
    match = _WHOLE.match(text or "")
    return int(match[1]) if match else usual


def _form(element: Element) -> str | None:
    told = _STYLE.search(element.get("style", ""))
    return told[1].lower() if told else _TYPES.get(element.get("type", ""))


def _written(number: int, form: str) -> str | None:
    if form == "none":
        return None
    if form in ("disc", "circle", "square"):
        return BULLET
    if number > 0 and form.endswith(("-alpha", "-latin")):
        letters = _letters(number)
        return f"{letters if form.startswith('lower') else letters.upper()}."
    if 0 < number < 4000 and form.endswith("-roman"):
        figures = roman(number)
        return f"{figures.lower() if form.startswith('lower') else figures}."
    return f"{number:02d}." if form == "decimal-leading-zero" else f"{number}."


def _letters(number: int) -> str:
    """Letters as browsers count: z, aa, ab."""
    found = ""
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(ord("a") + rest) + found
    return found
