"""A document symbol as a value: parse, parts, keys, and back to print."""

import re
from dataclasses import dataclass
from typing import Final

from travaux.symbols.pattern import read, stem_of, symbol_pattern

SERIES: Final = frozenset(
    ("CIRC", "CRP", "DEC", "INF", "L", "MIN", "MISC", "NGO", "PV", "R", "RES", "RPM", "SR", "WP")
)  # fmt: skip
"""What stands before the dot of a document's number; other words with a dot name organs (`C.3`)."""
KINDS: Final = frozenset(
    ("AGENDA", "AI", "BUR", "CIRC", "DEC", "IC", "INF", "NGO", "PET", "PRST", "PV", "RES", "SER", "SGB", "SR")
)  # fmt: skip
"""What kind of document the next component numbers; other words are organs (`HRC`)."""

_YEARS: Final = range(1945, 2100)
_SESSION: Final = re.compile(r"E?S-[0-9IVXL]+")
_PERIOD: Final = re.compile(r"\(((?:E?S-)?[IVXLC]+|[0-9]{4})\)")
_NUMBER: Final = re.compile(r"(?:([A-Za-z]+)\.)?([0-9]+)")
_LETTER: Final = re.compile(r"[0-9)](?: |\[)([A-Z])\]?$")


@dataclass(frozen=True, slots=True)
class Symbol:
    """A document symbol.

    `Symbol.parse(str(symbol)) == symbol`; symbols with the same key differ in asterisks only.

    >>> symbol = Symbol.parse("a/c.3/59/l.23/REV.1**")
    >>> str(symbol), symbol.key, symbol.work_key
    ('A/C.3/59/L.23/Rev.1**', 'A/C.3/59/L.23/REV.1', 'A/C.3/59/L.23')
    >>> symbol.body, symbol.organs, symbol.session, symbol.kind, symbol.number, symbol.suffixes
    ('A', ('C.3',), '59', 'L', 23, ('Rev.1',))
    >>> Symbol.parse("S/RES/1373(2001)").year, Symbol.parse("A/RES/48/75 a").letter
    (2001, 'A')
    """

    components: tuple[str, ...]
    """What stands between the slashes, in the official case, with what follows in parentheses."""
    stars: int = 0
    """Asterisks, up to 3: how often the document was reissued for technical reasons."""

    @classmethod
    def parse(cls, text: str) -> "Symbol":
        """Return the symbol that a text is, in any case, with blanks and line ends inside or not.

        Raises:
            ValueError: the text is not the symbol of one document.
        """
        stripped = text.strip().rstrip(".,;: ")
        match = symbol_pattern(re.IGNORECASE).fullmatch(stripped)
        reading = read(match) if match else None
        if reading is None or len(reading.symbols) != 1 or reading.end != len(stripped):
            raise ValueError(f"{text!r} is not the symbol of one document, such as A/C.3/59/L.23/Rev.1")
        return cls(reading.symbols[0], reading.stars)

    def __str__(self) -> str:
        return "/".join(self.components) + "*" * self.stars

    @property
    def key(self) -> str:
        """The canonical key: capitals, no white space, no asterisks; revisions and addenda kept."""
        return "".join("/".join(self.components).split()).upper()

    @property
    def work_key(self) -> str:
        """The key without revisions, addenda, corrigenda: what all versions of one document share."""
        return Symbol(self.stem).key

    @property
    def stem(self) -> tuple[str, ...]:
        """The components before the suffixes."""
        return stem_of(self.components)

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Revisions, addenda, corrigenda, amendments: `("Rev.1", "Add.2 (Part II)")`."""
        return self.components[len(self.stem) :]

    @property
    def body(self) -> str:
        """The principal organ, conference or treaty body: `A`, `S`, `CEDAW`."""
        return self.components[0]

    @property
    def organs(self) -> tuple[str, ...]:
        """Subsidiary organs from the outside in: `("CN.4", "Sub.2")`, `("HRC",)`."""
        words = [c for c in self.stem[1:] if c[0].isalpha() and not _SESSION.fullmatch(c)]
        return tuple(w for w in words if w.partition(".")[0].upper() not in (SERIES if "." in w else KINDS))

    @property
    def kind(self) -> str:
        """`RES`, `PRST`, `L`, `PV` ... in capitals; empty for a plain document."""
        for component in reversed(self.stem[1:]):
            word, dot, _ = component.upper().partition(".")
            if word in (SERIES if dot else KINDS):
                return word
        return ""

    @property
    def number(self) -> int | None:
        """The number of the document in its series; None where the last component is not a number."""
        found = _NUMBER.match(self.stem[-1])
        return int(found[2]) if found and (not found[1] or found[1].upper() in SERIES) else None

    @property
    def session(self) -> str:
        """The session, in figures or roman numbers: `59`, `S-20`, `ES-10`, `XXI`; empty where none is."""
        return "" if self.year else self._period

    @property
    def year(self) -> int | None:
        """The year in the symbol; None where there is none."""
        period = self._period
        return int(period) if period.isdigit() and int(period) in _YEARS else None

    @property
    def _period(self) -> str:
        stem = self.stem
        for component in stem[1:-1]:
            if component.isdigit() or _SESSION.fullmatch(component):
                return component
        found = _PERIOD.search(stem[-1])
        return found[1] if found else ""

    @property
    def letter(self) -> str:
        """The letter of a part, `A` in `A/RES/48/75 A`; empty where there is none."""
        found = _LETTER.search(self.stem[-1])
        return found[1] if found else ""
