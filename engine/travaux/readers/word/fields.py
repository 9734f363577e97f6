"""Fields: what Word computes from an instruction. The instruction is not text, its result is."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from travaux.readers.word.names import w

FIELD_CHAR = w("fldChar")
_TYPE = w("fldCharType")


def complete_fields(root: Element, dropped: frozenset[str]) -> frozenset[Element]:
    """Return the characters of the fields of a part that begin, part and end as they should.

    A begin without an end would make an instruction of the rest of the text.

    Args:
        root: the part.
        dropped: elements whose content does not stand.
    """
    found: set[Element] = set()
    open_: list[list[Element]] = []
    for mark in _standing(root, dropped):
        match mark.get(_TYPE):
            case "begin":
                open_.append([mark])
            case "separate" if open_:
                open_[-1].append(mark)
            case "end" if open_:
                found.update([*open_.pop(), mark])
            case _:
                pass
    return frozenset(found)


class Fields:
    """Where in its fields a walk through a part stands."""

    def __init__(self, complete: frozenset[Element]) -> None:
        self._complete = complete
        self._open: list[_Open] = []
        self._instructing = 0
        """How many of the open fields have not come to their results."""

    def take(self, mark: Element) -> None:
        """Pass a `w:fldChar`; one whose beginning was not passed, since it stands in no paragraph, is nothing."""
        if mark not in self._complete:
            return
        match mark.get(_TYPE):
            case "begin":
                self._open.append(_Open())
                self._instructing += 1
            case _ if not self._open:
                pass
            case "separate":
                self._instructing -= not self._open[-1].in_result
                self._open[-1].in_result = True
            case _:
                self._instructing -= not self._open.pop().in_result

    def instruct(self, text: str) -> None:
        """Pass a piece of an instruction."""
        if self._open and not self._open[-1].in_result:
            self._open[-1].instruction += text

    @property
    def silent(self) -> bool:
        """Whether what stands here belongs to an instruction."""
        return self._instructing > 0

    @property
    def repeats_note(self) -> bool:
        """Whether what stands here is the number of a note that another place refers to first."""
        return bool(self._open) and self._open[-1].instruction.split()[:1] == ["NOTEREF"]


class _Open:
    """A field that the walk is in."""

    __slots__ = ("in_result", "instruction")

    def __init__(self) -> None:
        self.in_result = False
        self.instruction = ""


def _standing(root: Element, dropped: frozenset[str]) -> Iterator[Element]:
    for mark in root.iter(FIELD_CHAR):
        if all(ancestor.tag not in dropped for ancestor in mark.iterancestors()):
            yield mark
