"""Paragraph and character styles: their names, and what a style inherits from the one it is based on."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element as Element

from travaux.readers.word.names import P_PR, R_PR, VAL, number, switched, value, w

_TOGGLES = ("i", "b", "vanish")


@dataclass(frozen=True, slots=True)
class Looks:
    """How a run is set.

    Attributes:
        italic: whether in italics.
        bold: whether in bold.
        hidden: whether not shown.
        raised: whether set as a superscript.
        font: name of its font where the run itself gives one.
    """

    italic: bool = False
    bold: bool = False
    hidden: bool = False
    raised: bool = False
    font: str | None = None


class Styles:
    """The styles of a file."""

    def __init__(self, root: Element | None) -> None:
        found = root.iterfind(w("style")) if root is not None else ()
        self._styles = {s.get(w("styleId"), ""): s for s in found}
        self._default = next(
            (
                key
                for key, s in self._styles.items()
                if s.get(w("type")) == "paragraph" and s.get(w("default")) in ("1", "true", "on")
            ),
            None,
        )
        usual = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{R_PR}") if root is not None else None
        self._usual = tuple(bool(switched(usual.find(w(t)))) if usual is not None else False for t in _TOGGLES)
        self._toggled: dict[str | None, tuple[bool, ...]] = {None: (False,) * len(_TOGGLES)}
        self._plain: dict[tuple[str | None, str | None], Looks] = {}

    def of(self, properties: Element | None) -> str | None:
        """Return the id of the style that paragraph properties name, else of the default style."""
        named = value(properties, "pStyle")
        return named if named in self._styles else self._default

    def name(self, key: str | None) -> str:
        """Return the name of a style as a user knows it; `Normal` where the file has no styles."""
        style = self._styles.get(key or "")
        return (value(style, "name") if style is not None else None) or key or "Normal"

    def numbering(self, key: str | None) -> tuple[int | None, int | None]:
        """Return the list and the level that a paragraph style puts its paragraphs in, None for what it leaves open."""
        listed = level = None
        for style in self._chain(key):
            found = style.find(f"{P_PR}/{w('numPr')}")
            if found is None:
                continue
            listed = number(value(found, "numId"), 0) if listed is None and value(found, "numId") else listed
            level = number(value(found, "ilvl"), 0) if level is None and value(found, "ilvl") else level
        return listed, level

    def linked_list(self, key: str | None) -> int | None:
        """Return the list that a numbering style stands for, or None."""
        found = value(self._styles.get(key or ""), "pPr", "numPr", "numId")
        return None if found is None else number(found, 0)

    def looks(self, paragraph: str | None, run: Element | None) -> Looks:
        """Return how a run is set in a paragraph of a style, given the properties of the run."""
        character = value(run, "rStyle") if run is not None else None
        key = (paragraph, character)
        if key not in self._plain:
            self._plain[key] = self._styled(paragraph, character)
        plain = self._plain[key]
        if run is None or not len(run):
            return plain
        italic, bold, hidden = (switched(run.find(w(t))) for t in _TOGGLES)
        fonts = run.find(w("rFonts"))
        return Looks(
            plain.italic if italic is None else italic,
            plain.bold if bold is None else bold,
            plain.hidden if hidden is None else hidden,
            value(run, "vertAlign") == "superscript" or plain.raised,
            None if fonts is None else fonts.get(w("ascii")) or fonts.get(w("hAnsi")) or fonts.get(w("cs")),
        )

    def _styled(self, paragraph: str | None, character: str | None) -> Looks:
        """Toggles of the paragraph's and the run's style cancel each other (ISO 29500-1, 17.7.3)."""
        pairs = zip(self._usual, self._toggles(paragraph), self._toggles(character), strict=True)
        italic, bold, hidden = (usual or one != other for usual, one, other in pairs)
        raised = any(value(s, "rPr", "vertAlign") == "superscript" for s in self._chain(character))
        return Looks(italic, bold, hidden, raised)

    def _toggles(self, key: str | None) -> tuple[bool, ...]:
        if key not in self._toggled:
            chain = [s.find(R_PR) for s in self._chain(key)]
            told = [[switched(p.find(w(t))) for p in chain if p is not None] for t in _TOGGLES]
            self._toggled[key] = tuple(bool(next((on for on in ons if on is not None), False)) for ons in told)
        return self._toggled[key]

    def _chain(self, key: str | None) -> Iterator[Element]:
        """Yield a style, the one it is based on, and so on; a circle ends the walk."""
        seen: set[str] = set()
        while key in self._styles and key not in seen:
            seen.add(key)
            style = self._styles[key]
            yield style
            based = style.find(w("basedOn"))
            key = None if based is None else based.get(VAL)
