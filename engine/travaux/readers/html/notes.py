"""Notes of a web page: a link with a number that leads down to a body, which most often leads back."""

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from travaux.readers.html.names import BLOCKS, is_raised, tag

_SIGN = re.compile(r"[\[({]?\s*(?:note\s+)?(\d{1,4}|[a-z]{1,2}|[ivxl]{1,6}|[*†‡§]{1,4})\s*[\])}./:]?", re.IGNORECASE)
_BACK = re.compile(r"[\^↑↩⏎⤴\ufe0e\ufe0f\s]*|back|jump up|return", re.IGNORECASE)
_OF_NOTES = re.compile(r"note|(?<![a-z])(?:ftn|edn|fn)|cite", re.IGNORECASE)
"""Names of places, classes and links that speak of notes."""

CLIMB = 4
"""How many elements around the first one may be of the body of a note. Range 2-6."""

_HOMES = frozenset({"div", "li", "aside", "section", "td", "dd", "p"})


class Notes:
    """The notes of a page.

    Attributes:
        marks: links and the numbers of the notes that they refer to.
        bodies: elements that are bodies of notes, in order, with the numbers of their notes.
        backs: links from bodies back to the text.
    """

    def __init__(self, root: Element) -> None:
        self.marks: dict[Element, str] = {}
        self.bodies: dict[Element, str] = {}
        self.backs: set[Element] = set()
        order = {element: at for at, element in enumerate(root.iter())}
        places = _places(root)
        links = [(a, href[1:]) for a in root.iter("a") if (href := a.get("href", "")).startswith("#") and len(href) > 1]
        found = list(self._downward(links, places, order))
        targets = {target for _, target, _ in found}
        for link, target, number in found:
            body = _body(target, targets, {other for other, _, _ in found})
            if body is not None and (body not in self.bodies or self.bodies[body] == number):
                self.bodies[body] = number
                self.marks[link] = number
        for link, where in links:
            if link not in self.marks and where in places and self._is_back(link):
                self.backs.add(link)

    @staticmethod
    def _downward(
        links: list[tuple[Element, str]], places: dict[str, Element], order: dict[Element, int]
    ) -> Iterator[tuple[Element, Element, str]]:
        """Links with a number or sign that lead to a later place of the page, with that place."""
        for link, where in links:
            target = places.get(where)
            match = _SIGN.fullmatch(words(link))
            if target is None or match is None or order[target] <= order[link]:
                continue
            if _looks_like_mark(link, where):
                yield link, target, match[1]

    def _is_back(self, link: Element) -> bool:
        """Whether a link stands in the body of a note, and says no more than its number or an arrow."""
        text = words(link)
        if not (_SIGN.fullmatch(text) or _BACK.fullmatch(text)):
            return False
        return any(parent in self.bodies for parent in (link, *link.iterancestors()))


def words(element: Element) -> str:
    """Return the words of an element on one line."""
    return " ".join("".join(str(part) for part in element.itertext()).split())


def _places(root: Element) -> dict[str, Element]:
    found: dict[str, Element] = {}
    for element in root.iter():
        for key in (element.get("id"), element.get("name") if element.tag == "a" else None):
            if key:
                found.setdefault(key, element)
    return found


def _looks_like_mark(link: Element, where: str) -> bool:
    """Whether a link is raised, in brackets, or speaks of notes: a number alone may lead to a page or a chapter."""
    inside = [link, *link.iter("sup", "span"), *link.iterancestors("sup", "span")]
    if any(is_raised(element) for element in inside) or words(link)[:1] in "[(":
        return True
    return any(
        _OF_NOTES.search(text) for text in (where, link.get("class", ""), link.get("id", ""), link.get("name", ""))
    )


def _body(target: Element, targets: set[Element], links: set[Element]) -> Element | None:
    """The largest element around a place that holds this note only, and no mark in the text."""
    body: Element | None = target
    while body is not None and tag(body) not in BLOCKS:
        body = body.getparent()
    if body is None or tag(body) not in _HOMES or _holds_others(body, target, targets, links):
        return None
    for _ in range(CLIMB):
        parent = body.getparent()
        if parent is None or tag(parent) not in _HOMES or _holds_others(parent, target, targets, links):
            break
        named = _OF_NOTES.search(f"{parent.get('id', '')} {parent.get('class', '')}")
        if not named and words(parent) != words(body):
            break
        body = parent
    return body


def _holds_others(element: Element, target: Element, targets: set[Element], links: set[Element]) -> bool:
    return any(inside in links or (inside in targets and inside is not target) for inside in element.iter())
