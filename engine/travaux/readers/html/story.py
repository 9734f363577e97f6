"""The words of a page in order, block by block."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from lxml import etree
from lxml.etree import _Element as Element

from travaux.model.document import Block, Mark, Place
from travaux.readers.html.lists import BULLET, Numbers
from travaux.readers.html.names import BLOCKS, UNSHOWN, bold, is_hidden, is_passed, is_raised, italic, tag
from travaux.readers.html.notes import Notes

SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

_SPACES = re.compile(r"[ \t\n\r\f]+")
_RAISED = re.compile(r"\d{1,4}(?:\s*,\s*\d{1,4})*")
_OWN_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-z]{1,4}|[ivx]{1,6})[.)]\s", re.IGNORECASE)
_IGNORED_LIST = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
MOST_TABLES = 4
"""How deep tables within each other may hold rows; deeper ones are there for the layout. Range 2-8."""

PARAGRAPHS_IN_CELL = 3
"""From how many paragraphs on a cell is a page of its own, and its table there for the layout. Range 2-5."""


@dataclass(slots=True)
class Passage:
    """One block as it is found."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    marks: list[Mark] = field(default_factory=list)
    label: str | None = None
    style: str | None = None
    line: int | None = None
    note: Element | None = None

    def add(self, text: str) -> None:
        """Add words."""
        self.parts.append(text)
        self.length += len(text)

    def end_cell(self) -> None:
        """End a cell of a row."""
        if self.parts and self.parts[-1] == " ":
            self.parts.pop()
            self.length -= 1
        self.add("\t")

    def ends_in(self, characters: str) -> bool:
        """Whether the last character so far is one of these, or there is none."""
        last = next((part for part in reversed(self.parts) if part), "")
        return not last or last[-1] in characters

    def block(self) -> Block:
        """Return it as a block, spaces at its ends off."""
        text = "".join(self.parts)
        start = len(text) - len(text.lstrip())
        end = max(start, len(text.rstrip()))
        marks = []
        for mark in self.marks:
            first, last = (min(max(at, start), end) for at in (mark.start, mark.end))
            if mark.kind != "note":  # no space at the ends of emphasis
                last -= len(text[first:last]) - len(text[first:last].rstrip())
                first += len(text[first:last]) - len(text[first:last].lstrip())
            first, last = first - start, last - start
            if mark.kind == "note" or first < last:
                marks.append(mark.model_copy(update={"start": first, "end": last}))
        marks.sort(key=lambda mark: (mark.start, mark.end))
        return Block(
            text=text[start:end], marks=tuple(marks), label=self.label, style=self.style, place=Place(line=self.line)
        )


class Story:
    """One walk through a page, without recursion.

    Attributes:
        left_out: words of what is hidden or helps to find one's way.
    """

    def __init__(self, root: Element, notes: Notes) -> None:
        self.root = root
        self.notes = notes
        self.numbers = Numbers()
        self.left_out: list[str] = []
        self.struck: list[str] = []
        self._now = Passage()
        self._label: str | None = None
        self._note: Element | None = None
        self._rows: list[bool] = []
        self._open: dict[str, tuple[Passage, int]] = {}
        self._looks: list[tuple[bool, bool]] = [(False, False)]
        self._kept = 0
        self._raised = 0
        self._line: int | None = None

    def passages(self) -> Iterator[Passage]:
        """Yield the blocks of the page, those of notes too."""
        walk = etree.iterwalk(self.root, events=("start", "end"))
        for event, element in walk:
            name = tag(element)
            if event == "start":
                if not name or self._skips(element, name):
                    walk.skip_subtree()
                    continue
                yield from self._start(element, name)
                self._say(element.text)
            else:
                if name and not self._skips(element, name, again=True):
                    yield from self._end(element, name)
                self._say(element.tail)
        yield from self._flush()

    def _skips(self, element: Element, name: str, *, again: bool = False) -> bool:
        """Whether an element is left out; what is not shown by its nature says nothing."""
        if element in self.notes.backs or name in UNSHOWN:
            return True
        if element in self.notes.marks:
            if not again:
                self._refer(self.notes.marks[element])
            return True
        style = element.get("style")
        if style and _IGNORED_LIST.search(style):
            if not again:
                self._label = _label_of(element)
            return True
        hidden = is_hidden(element) or is_passed(element)
        if (hidden or name == "del") and not again:
            (self.left_out if hidden else self.struck).append("".join(str(part) for part in element.itertext()))
        return hidden or name == "del"

    def _start(self, element: Element, name: str) -> Iterator[Passage]:
        self._line = element.sourceline or None
        if element in self.notes.bodies:
            yield from self._flush()
            self._note = element
        if name in ("td", "th") and self._rows and self._rows[-1]:
            if any(sibling.tag in ("td", "th") for sibling in element.itersiblings(preceding=True)):
                self._now.end_cell()
        elif name == "tr":
            yield from self._flush()
            self._rows.append(len(self._rows) < MOST_TABLES and _is_row(element))
        elif name in BLOCKS and not self._in_row():
            yield from self._flush()
        elif name in BLOCKS:
            self._space()
        if name == "li":
            yield from self._item(element)
        elif name == "br":
            self._now.add(" " if self._in_row() else "\n")
        elif name[:1] == "h" and name[1:].isdigit():
            self._now.style = f"heading {name[1:]}"
        self._kept += name in ("pre", "listing", "xmp")
        self._raised += is_raised(element)
        slanted, heavy = italic(element), bold(element)
        before = self._looks[-1]
        self._looks.append((before[0] if slanted is None else slanted, before[1] if heavy is None else heavy))
        self._emphasize()

    def _item(self, element: Element) -> Iterator[Passage]:
        """Begin an item of a list; the number of an item around it that has no words so far stands alone."""
        if self._label is not None and self._label != BULLET:
            yield Passage(parts=[self._label], length=len(self._label), line=self._line, note=self._note)
        self._label = self.numbers.label(element)
        if self._label is not None and self._in_row():
            self._now.add(f"{self._label} ")
            self._label = None

    def _end(self, element: Element, name: str) -> Iterator[Passage]:
        self._looks.pop()
        self._kept -= name in ("pre", "listing", "xmp")
        self._raised -= is_raised(element)
        if name == "tr":
            yield from self._flush()
            self._rows.pop()
        elif name in BLOCKS and not self._in_row():
            yield from self._flush()
        elif name in BLOCKS and name not in ("td", "th"):
            self._space()
        if name == "li":
            self._label = None
        if element is self._note:
            yield from self._flush()
            self._note = None
        self._emphasize()

    def _in_row(self) -> bool:
        return bool(self._rows) and self._rows[-1]

    def _space(self) -> None:
        if not self._now.ends_in(" \t\n"):
            self._now.add(" ")

    def _say(self, text: str | None) -> None:
        if not text:
            return
        now = self._now
        words = text if self._kept else _SPACES.sub(" ", text)
        if self._raised and _RAISED.fullmatch(words.strip()):
            words = words.strip().translate(SUPERSCRIPTS) + (" " if now.ends_in("\n") else "")
        if not self._kept and now.ends_in(" \t\n"):
            words = words.lstrip(" ")
        if words.strip() and now.line is None:
            now.line = self._line
        now.add(words)

    def _refer(self, number: str) -> None:
        self._now.marks.append(Mark(kind="note", start=self._now.length, end=self._now.length, number=number))

    def _emphasize(self) -> None:
        """Open and close marks where the look of the words changes."""
        for kind, wanted in zip(("italic", "bold"), self._looks[-1], strict=True):
            if wanted and kind not in self._open:
                self._open[kind] = self._now, self._now.length
            elif not wanted and kind in self._open:
                self._close(kind)

    def _close(self, kind: str) -> None:
        passage, start = self._open.pop(kind)
        if passage is self._now and start < passage.length:
            passage.marks.append(Mark(kind=kind, start=start, end=passage.length))  # type: ignore[arg-type]

    def _flush(self) -> Iterator[Passage]:
        """Yield the block that ends here, if it has words."""
        for kind in list(self._open):
            self._close(kind)
        now, self._now = self._now, Passage()
        if "".join(now.parts).strip():
            now.note = self._note
            text = "".join(now.parts).lstrip()
            if self._label is not None:
                if self._label != BULLET or not _OWN_NUMBER.match(text):
                    now.label = self._label
                self._label = None
            yield now
        elif now.marks and any(mark.kind == "note" for mark in now.marks):
            self._now.marks = [m.model_copy(update={"start": 0, "end": 0}) for m in now.marks if m.kind == "note"]
        self._emphasize()


def _is_row(row: Element) -> bool:
    """Whether a row of a table is one: two cells with words and more, none of which holds a page of its own."""
    cells = [cell for cell in row if tag(cell) in ("td", "th")]
    full = [cell for cell in cells if any(str(part).strip() for part in cell.itertext())]
    if len(full) < 2:
        return False
    for cell in full:
        inside = (child for child in cell.iter() if tag(child) in ("p", "li", "h1", "h2", "h3", "h4", "tr"))
        if len(list(islice(inside, PARAGRAPHS_IN_CELL))) == PARAGRAPHS_IN_CELL:
            return False
    return True


def _label_of(element: Element) -> str:
    """The number that a word processor has written before an item, its bullets of symbol fonts as one."""
    text = " ".join("".join(str(part) for part in element.itertext()).split())
    return BULLET if text in "·§o\uf0b7" else text
