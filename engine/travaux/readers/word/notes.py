"""Footnotes and endnotes: their numbers as Word prints them, and which are referred to."""

from dataclasses import dataclass, replace

from lxml.etree import _Element as Element

from travaux.readers.word.names import number, value, w
from travaux.readers.word.number_formats import written

KINDS = ("footnote", "endnote")
_SECTION = w("sectPr")


@dataclass(frozen=True, slots=True)
class Way:
    """How the notes of one kind are numbered: format, first number, whether each section begins again."""

    form: str = "decimal"
    start: int = 1
    by_section: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A note that the text refers to.

    Attributes:
        kind: `footnote` or `endnote`.
        key: its id in the file.
        number: its number or sign as printed.
        signed: whether the sign is typed in the body too.
    """

    kind: str
    key: str
    number: str
    signed: bool


class NoteBook:
    """Gives notes their numbers as the text refers to them.

    Attributes:
        found: the notes referred to, in order of their first references.
    """

    def __init__(self, settings: Element | None, document: Element) -> None:
        usual = {"footnote": Way(), "endnote": Way(form="lowerRoman")}
        self._sections = [
            {kind: _way(section, kind, _way(settings, kind, usual[kind])) for kind in KINDS}
            for section in (*document.iter(_SECTION), None)
        ]
        self._section = 0
        self._counts: dict[str, int | None] = dict.fromkeys(KINDS)
        self._numbers: dict[tuple[str, str], str] = {}
        self.found: list[Reference] = []

    def section_ends(self) -> None:
        """Pass the end of a section."""
        self._section = min(self._section + 1, len(self._sections) - 1)
        for kind in KINDS:
            if self._sections[self._section][kind].by_section:
                self._counts[kind] = None

    def numbered(self, kind: str, key: str) -> str:
        """Return the number of a note that is referred to here."""
        if (kind, key) not in self._numbers:
            way = self._sections[self._section][kind]
            count = self._counts[kind]
            self._counts[kind] = way.start if count is None else count + 1
            self._keep(kind, key, written(self._counts[kind] or 0, way.form), signed=False)
        return self._numbers[kind, key]

    def signed(self, kind: str, key: str, sign: str) -> str:
        """Return the sign of a note that is referred to here by a sign of its own."""
        if (kind, key) not in self._numbers:
            self._keep(kind, key, sign, signed=True)
        return sign

    def _keep(self, kind: str, key: str, number_: str, *, signed: bool) -> None:
        self._numbers[kind, key] = number_
        self.found.append(Reference(kind, key, number_, signed))


def _way(parent: Element | None, kind: str, usual: Way) -> Way:
    told = parent.find(w(f"{kind}Pr")) if parent is not None else None
    if told is None:
        return usual
    form, start, restart = (value(told, name) for name in ("numFmt", "numStart", "numRestart"))
    way = usual
    if form is not None:
        way = replace(way, form=form)
    if start is not None:
        way = replace(way, start=number(start, 1))
    if restart is not None:
        way = replace(way, by_section=restart == "eachSect")
    return way
