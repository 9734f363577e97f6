"""From the runs of a paragraph to its words."""

from collections.abc import Callable

from lxml.etree import _Element as Element

from travaux.readers.word.fields import FIELD_CHAR, Fields
from travaux.readers.word.glyphs import glyph, shown
from travaux.readers.word.names import ALTERNATIVES, BOX, MATH_TEXT, P_PR, R_PR, SPACE, P, R, T, chosen, w
from travaux.readers.word.notes import NoteBook
from travaux.readers.word.passages import Gathering
from travaux.readers.word.revisions import View
from travaux.readers.word.styles import Looks, Styles

_DELETED_TEXT = w("delText")
_SILENT = frozenset(
    (P_PR, R_PR, w("sdtPr"), w("sdtEndPr"), w("smartTagPr"), w("customXmlPr"), w("rubyPr"), w("rt"), w("fldData"))
)
"""Elements of a paragraph without words of its text."""

_DRAWINGS = frozenset((w("drawing"), w("pict"), w("object")))
_FIXED = {w("noBreakHyphen"): "\u2011", w("softHyphen"): "\u00ad", w("tab"): "\t", w("ptab"): "\t"}
_BREAKS = frozenset((w("br"), w("cr")))
_INSTRUCTIONS = frozenset((w("instrText"), w("delInstrText")))
_NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}
_CUSTOM, _ID, _FONT, _CHAR, _SYMBOL = w("customMarkFollows"), w("id"), w("font"), w("char"), w("sym")
_RUBY = w("ruby")
_LONGEST_SIGN = 6
"""Longest sign of a note that is not numbered, such as `***`."""


class Runs:
    """What every paragraph of a part is read with.

    Attributes:
        hidden: words that Word does not show.
        boxes: text boxes met in the paragraphs read since the list was last emptied.
    """

    def __init__(self, view: View, styles: Styles, fields: Fields, notes: NoteBook | None) -> None:
        self.view = view
        self.styles = styles
        self.fields = fields
        self.notes = notes
        self.hidden: list[str] = []
        self.boxes: list[Element] = []

    def read(self, paragraph: Element, style: str | None, into: Gathering) -> None:
        """Take the words of a paragraph in."""
        _Reading(self, style, into).children(paragraph)


class _Reading:
    """One walk through one paragraph."""

    def __init__(self, runs: Runs, style: str | None, into: Gathering) -> None:
        self.runs = runs
        self.style = style
        self.into = into
        self.looks = runs.styles.looks(style, None)
        self.signed: Callable[[str], None] | None = None
        """What to do with the sign of a note that is to follow."""

    def children(self, parent: Element) -> None:
        for child in parent:
            tag = child.tag
            if tag == R:
                self.run(child)
            elif tag in self.runs.view.dropped or tag in _SILENT or tag == P:
                continue
            elif tag == ALTERNATIVES:
                self.branch(child)
            elif tag in _DRAWINGS:
                self.drawing(child)
            elif tag == T:
                self.say(_words(child), self.looks)
            elif tag == MATH_TEXT:
                self.say(child.text or "", Looks())
            elif tag == BOX:
                self.runs.boxes.append(child)
            else:
                self.children(child)

    def run(self, run: Element) -> None:
        properties = self.runs.view.run_properties(run)
        looks = self.looks if properties is None else self.runs.styles.looks(self.style, properties)
        for child in run:
            tag = child.tag
            if tag == T or (tag == _DELETED_TEXT and self.runs.view.original):
                self.say(_words(child), looks)
            elif tag in _FIXED:
                self.say(_FIXED[str(tag)], looks)
            elif tag in _BREAKS:
                if not (looks.hidden or self.runs.fields.silent):
                    self.into.broken()
            elif tag == FIELD_CHAR:
                self.runs.fields.take(child)
            elif tag in _INSTRUCTIONS:
                self.runs.fields.instruct(child.text or "")
            elif tag == _SYMBOL:
                self.say(_sign(child), looks)
            elif tag in _NOTES:
                self.refer(child, _NOTES[str(tag)])
            elif tag in _DRAWINGS:
                self.drawing(child)
            elif tag == ALTERNATIVES:
                self.branch(child)
            elif tag == _RUBY:
                self.children(child)

    def branch(self, alternatives: Element) -> None:
        if (branch := chosen(alternatives)) is not None:
            self.children(branch)

    def drawing(self, element: Element) -> None:
        """Keep the text boxes of a drawing for after the paragraph."""
        for child in element:
            if child.tag == BOX:
                self.runs.boxes.append(child)
            elif child.tag == ALTERNATIVES:
                if (branch := chosen(child)) is not None:
                    self.drawing(branch)
            else:
                self.drawing(child)

    def refer(self, reference: Element, kind: str) -> None:
        book = self.runs.notes
        if book is None:
            return
        key = reference.get(_ID, "")
        if reference.get(_CUSTOM) in ("1", "true", "on"):
            self.signed = lambda sign: self.into.note(book.signed(kind, key, sign))
        else:
            self.into.note(book.numbered(kind, key))

    def say(self, text: str, looks: Looks) -> None:
        fields = self.runs.fields
        if fields.silent or not text:
            return
        if looks.hidden:
            self.runs.hidden.append(text)
            return
        text = shown(text, looks.font)
        if self.signed is not None and text.strip():
            sign = text.split()[0]
            if len(sign) <= _LONGEST_SIGN:
                self.signed(sign)
                text = text[text.index(sign) + len(sign) :]
            else:
                self.signed("*")
            self.signed = None
        if looks.raised and self.runs.notes is not None and fields.repeats_note and text.strip().isalnum():
            self.into.note(text.strip())
            return
        self.into.add(text, italic=looks.italic, bold=looks.bold)


def _words(element: Element) -> str:
    text = element.text or ""
    if element.get(SPACE) != "preserve" and element.getroottree().getroot().get(SPACE) != "preserve":
        text = text.strip(" \t\r\n")
    return text.translate(_LINE_ENDS) if "\n" in text or "\r" in text else text


_LINE_ENDS = str.maketrans("\n\r", "  ")


def _sign(element: Element) -> str:
    try:
        code = int(element.get(_CHAR, ""), 16)
    except ValueError:
        return ""
    return glyph(code, element.get(_FONT))
