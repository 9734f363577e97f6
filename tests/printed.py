"""Resolutions of chance, as structure and as print: what is parsed from the print has to be the structure."""

import textwrap
from dataclasses import dataclass, field

from hypothesis import strategies as st

SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
LEADS = ("Recalling", "Noting", "Also noting", "Welcoming", "Deeply concerned at", "Mindful of", "Bearing in mind")
ACTS = ("Requests", "Urges", "Calls upon", "Also requests", "Takes note of", "Strongly encourages", "Welcomes")
WORDS = (
    "the", "of", "and", "for", "with", "lanterns", "harbours", "ferries", "keepers", "wicks", "oil", "report",
    "Secretary-General", "counter-measures", "States", "resolution 98/14", "9 December 2043", "Organization,", "in",
    "“Light and Dark”", "paragraph 5", "programme", "which were", "including", "A/99/187", "night;", "Bogotá",
)  # fmt: skip


@dataclass
class Line:
    """One paragraph: address and label as they have to come out, words, numbers of its notes."""

    address: str
    label: str | None
    text: str
    notes: list[int] = field(default_factory=list)
    introduces: bool = False

    def printed(self) -> str:
        """The paragraph with its number, its note marks behind the last word."""
        marks = ",".join(str(n).translate(SUPERSCRIPTS) for n in self.notes)
        return f"{self.label} {self.text}{marks}" if self.label else f"{self.text}{marks}"


@dataclass
class Draft:
    """A whole resolution."""

    lines: list[Line]
    notes: dict[int, str]

    def outline(self, indent: str = "") -> list[str]:
        """What `outlines` has to show of it, without its first line."""
        out = [f"{line.address}{' ' + line.label if line.label else ''} | {self._marked(line)}" for line in self.lines]
        for number, body in self.notes.items():
            places = [line.address for line in self.lines if number in line.notes]
            out.append(f"note {number} -> {', '.join(dict.fromkeys(places))} | {body}")
        return [indent + line for line in out]

    @staticmethod
    def _marked(line: Line) -> str:
        return line.text + "".join(f"[^{n}]" for n in line.notes)

    def printed(self, width: int | None = None, *, quoted: bool = False, end: str = "\n") -> str:
        """The text: blocks parted by blank lines, hard-wrapped at a width, in the quotation marks of a wrapper."""
        blocks = ["The General Assembly,", *(line.printed() for line in self.lines)]
        if quoted:
            blocks = [f"“{block}" for block in blocks]
            blocks[-1] += "”"
        said: set[int] = set()
        out = blocks[:1]
        for line, block in zip(self.lines, blocks[1:], strict=True):
            out.append(block)
            for number in line.notes:
                if number not in said:
                    out.append(f"{str(number).translate(SUPERSCRIPTS)} {self.notes[number]}")
                said.add(number)
        if width is not None:
            out = [textwrap.fill(block, width, break_long_words=False) for block in out]
        return f"{end}{end}".join(block.replace("\n", end) for block in out) + end


def _words(least: int = 3, most: int = 30) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(WORDS), min_size=least, max_size=most).map(_sentence)


def _sentence(words: list[str]) -> str:
    """Words that end as words do, so that the mark behind them is the paragraph's."""
    return " ".join([*words, "lanterns"])


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """Draw a resolution: preambular and operative paragraphs, subparagraphs of two degrees, notes."""
    lines = [
        Line(f"PP{n}", None, f"{draw(st.sampled_from(LEADS))} {draw(_words())},")
        for n in range(1, draw(st.integers(0, 5)) + 1)
    ]
    count = draw(st.integers(1, 6))
    for number in range(1, count + 1):
        label = f"{number}." if count > 1 else None
        items = draw(st.integers(0, 4)) if count > 1 else 0
        end = ":" if items else "." if number == count else ";"
        lines.append(Line(f"OP{number}", label, f"{draw(st.sampled_from(ACTS))} {draw(_words())}{end}"))
        for letter in "abcd"[:items]:
            below = draw(st.integers(0, 3))
            address = f"OP{number}({letter})"
            last = number == count and letter == "abcd"[items - 1]
            end = ":" if below else "." if last else ";"
            lines.append(Line(address, f"({letter})", f"To light {draw(_words())}{end}"))
            for n, roman in enumerate(("i", "ii", "iii")[:below], 1):
                mark = "." if last and n == below else ";"
                lines.append(Line(f"{address}({roman})", f"({roman})", f"The {draw(_words())}{mark}"))
    return _with_notes(draw, lines)


def _with_notes(draw: st.DrawFn, lines: list[Line]) -> Draft:
    notes: dict[int, str] = {}
    first = draw(st.integers(1, 90))
    for line in lines:
        if draw(st.integers(0, 4)):
            continue
        again = draw(st.booleans()) and notes
        number = draw(st.sampled_from(sorted(notes))) if again else first + len(notes)
        notes.setdefault(number, f"A/99/{draw(st.integers(1, 400))}, annex.")
        line.notes.append(number)
    return Draft(lines, notes)
