"""Labels: the printed numbers of paragraphs and subparagraphs, as values that sort."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import total_ordering
from itertools import product
from typing import Final, Literal, NamedTuple

from travaux.numerals import REPETITIONS, from_list_letters, from_roman, list_letters, roman
from travaux.text import fold

Kind = Literal["PP", "OP", "para", ""]
"""What negotiators write before a number; empty where only the number is printed."""
System = Literal["arabic", "letter", "roman", "capital", "capital roman"]
"""What counts: `5`, `c`, `iv`, `C`, `IV`."""
Form = Literal["plain", "parentheses", "bracket", "dot"]
"""How it is set off: `5`, `(a)`, `a)`, `a.`; the dot stands before it in the second member of `1.1`."""

LONGEST_ROMAN: Final = 99
"""The highest roman number of several digits that a marker is read as (range 30 to 3999). No list of the
United Nations has passed XXX; above 99 the words that are roman numbers begin (`mix`, `mi`, `cv`)."""
LONGEST_LETTERS: Final = 3
"""Letters of a list marker: `zzz` is the 78th item (range 2 to 4; the longest list seen ends at `qq`)."""
DEEPEST: Final = 6
"""Members of one label (range 5 to 8): a paragraph, the Editorial Manual's four degrees, one to spare."""

_SYSTEMS: Final[tuple[System, ...]] = ("arabic", "letter", "roman", "capital", "capital roman")
_FORMS: Final[tuple[Form, ...]] = ("plain", "parentheses", "bracket", "dot")
_KINDS: Final[dict[str, Kind]] = {
    "pp": "PP",
    "op": "OP",
    "p": "para",
    "para": "para",
    "paragraph": "para",
}
_KIND_ORDER: Final = ("PP", "OP", "", "para")
_WORDS: Final = ("pre", "", *REPETITIONS)
_FIRST_WORD: Final = -1


@dataclass(frozen=True, slots=True)
class Step:
    """One member of a label: the `5 bis` or the `(a)` of `OP5 bis (a)`.

    Attributes:
        system: what counts.
        value: the number, from 1.
        form: how it is set off.
        repetition: 0 for none, 1 for bis, 2 for ter ... and -1 for pre, which stands before its number.
        alternative: the number after alt, 0 for alt alone, None for no alternative.
    """

    system: System
    value: int
    form: Form = "plain"
    repetition: int = 0
    alternative: int | None = None

    @property
    def order(self) -> tuple[int, ...]:
        """A key: 5 < 5 alt < 5 alt 2 < 5 bis < 5 bis alt < 5 ter < 6; different systems stand apart."""
        alternative = -1 if self.alternative is None else self.alternative
        system, form = _SYSTEMS.index(self.system), _FORMS.index(self.form)
        return (system, self.value, self.repetition, alternative, form)

    @property
    def word(self) -> str:
        """The number without what sets it off and without bis or alt: `5`, `aa`, `iv`."""
        if self.system == "arabic":
            return str(self.value)
        word = list_letters(self.value) if self.system in ("letter", "capital") else roman(self.value).lower()
        return word.upper() if self.system.startswith("capital") else word

    def follows(self, previous: "Step") -> bool:
        """Whether this is the next after `previous` of 3, 3 bis, 3 ter, 4 ...; alternatives beside each."""
        if (self.system, self.form) != (previous.system, previous.form):
            return False
        if (self.value, self.repetition) == (previous.value, previous.repetition):
            before = previous.alternative
            return self.alternative in ((0, 1) if before is None else (1, 2) if before == 0 else (before + 1,))
        inserted = (self.value, self.repetition) == (previous.value, previous.repetition + 1)
        stepped = self.value == previous.value + 1 and self.repetition in (0, _FIRST_WORD)
        return (inserted or stepped) and self.alternative in (None, 0, 1)


@total_ordering
@dataclass(frozen=True, slots=True)
class Label:
    """A printed number of a paragraph.

    Labels are totally ordered: 5 < 5(a) < 5(b) < 5 alt 2 < 5 bis < 5 ter < 6; PP before OP before plain
    numbers. The final full stop of a figure or capital (`3.`, `IV.`) is not part of it, so `3.` and `3` are
    equal; that of a small letter is (`a.` is the third degree of the Editorial Manual, `(a)` the first).

    `Label.parse(str(label)) == label` for every label that `parse` returned, and `label in
    readings(str(label))` for every label that `readings` returned.

    >>> Label.parse("op 12 BIS alt. 2") < Label.parse("OP13")
    True
    >>> str(Label.parse("op 12 BIS alt. 2")), str(Label.parse("OP12.a")), str(Label.parse("3bis."))
    ('OP12 bis alt 2', 'OP12(a)', '3 bis')
    """

    kind: Kind
    """What the number counts as negotiators write it; empty where only a number is printed."""
    steps: tuple[Step, ...]
    """From the paragraph inwards; at least one."""

    @classmethod
    def parse(cls, text: str) -> "Label":
        """Return the label that a text is; of several readings the one of `readings` that stands first.

        Raises:
            ValueError: the text is not a label.
        """
        found = readings(text)
        if not found:
            raise ValueError(f"{text!r} is not the number of a paragraph, such as 3 bis, (a) or OP5 alt 2")
        return found[0]

    def __str__(self) -> str:
        kind = "para " if self.kind == "para" else self.kind
        printed = ""
        for previous, step in zip((None, *self.steps), self.steps, strict=False):
            apart = previous is not None and (previous.repetition or previous.alternative is not None)
            printed += (" " if apart else "") + _print(step, first=previous is None)
        return kind + printed

    def __lt__(self, other: object) -> bool:
        return self._order < other._order if isinstance(other, Label) else NotImplemented

    @property
    def _order(self) -> tuple[object, ...]:
        return (_KIND_ORDER.index(self.kind), *(step.order for step in self.steps))

    @property
    def last(self) -> Step:
        """The innermost member."""
        return self.steps[-1]

    @property
    def begins(self) -> bool:
        """Whether the innermost member can open a sequence: 1, a, i, with or without pre or alt."""
        return self.last.value == 1 and self.last.repetition in (0, _FIRST_WORD)

    @property
    def degree(self) -> int:
        """Degree of a subparagraph in the Editorial Manual: (a) 1, (i) 2, a. 3, i. 4; 0 for a paragraph."""
        in_degree = {"letter": 1, "roman": 2}.get(self.last.system, 0)
        if in_degree and self.last.form == "dot":
            return in_degree + 2 if len(self.steps) == 1 else 0
        return in_degree

    def follows(self, previous: "Label") -> bool:
        """Whether this label is the next of a sequence after `previous`, on the same level.

        >>> Label.parse("3 bis").follows(Label.parse("3")), Label.parse("(aa)").follows(Label.parse("(z)"))
        (True, True)
        """
        outer, others = (self.kind, self.steps[:-1]), (previous.kind, previous.steps[:-1])
        return outer == others and self.last.follows(previous.last)


def readings(text: str) -> tuple[Label, ...]:
    """Return every label that a text can be; none where it is no label.

    The reading of the smaller number stands first, for a list has to pass the smaller numbers to reach the
    greater; of a label with several members, the innermost changes first.

    >>> [label.last.system for label in readings("(i)")], [label.last.value for label in readings("(c)")]
    (['roman', 'letter'], [3, 100])
    >>> readings("(ab)")
    ()
    """
    members = _members(fold(text))
    if members is None:
        return ()
    kind, printed = members
    return tuple(Label(kind, steps) for steps in product(*map(_choices, printed)))


def next_reading(text: str, previous: Label | None) -> Label | None:
    """Return the reading of a marker that continues the sequence of `previous`, or None.

    With no previous marker, the reading that opens a sequence.

    >>> h, i = Label.parse("(h)"), next_reading("(i)", None)
    >>> [next_reading("(i)", h).last.system, i.last.system, next_reading("(ii)", i).last.value]
    ['letter', 'roman', 2]
    """
    found = readings(text)
    if previous is None:
        return next((label for label in found if label.begins), None)
    return next((label for label in found if label.follows(previous)), None)


class _Printed(NamedTuple):
    """One member of a label before its digits or letters are read."""

    word: str
    form: Form
    repetition: int
    alternative: int | None


_WORD: Final = f"(?:{'|'.join((*REPETITIONS, 'pre'))})"
_DIGITS: Final = "[1-9][0-9]{0,4}"
_IN_PARENTHESES: Final = rf"\((?P<parentheses>{_DIGITS}|[a-z]{{1,8}}|[A-Z]{{1,6}})(?:\)|(?=[ -]{_WORD}\)))"
_KIND: Final = re.compile(r"(pp|op|paragraph|para\.?|p) ?(?=[1-9])", re.IGNORECASE)
_FIRST: Final = re.compile(
    rf"(?P<plain>{_DIGITS}(?![0-9)])|[A-Z]{{1,6}}(?![0-9A-Za-z)]))|{_IN_PARENTHESES}"
    rf"|(?P<bracket>{_DIGITS}|[a-z]{{1,8}}|[A-Z]{{1,6}})\)|(?P<dot>[a-z]{{1,8}})\."
)
_INNER: Final = re.compile(
    rf" ?{_IN_PARENTHESES}| (?P<bracket>[a-z]{{1,8}})\)| ?\.(?P<dot>{_DIGITS}|[a-z]{{1,8}}(?![A-Za-z]))"
)
_REPETITION: Final = re.compile(rf"[ .-]{{0,2}}\(?({_WORD})(?:\)|(?=alt|[^a-z]|\Z))", re.IGNORECASE)
_ALTERNATIVE: Final = re.compile(r"[ .-]{0,2}\(?alt\.? ?([1-9][0-9]?)?\)?(?![0-9a-z])", re.IGNORECASE)


def _members(text: str) -> tuple[Kind, list[_Printed]] | None:
    named = _KIND.match(text)
    kind = _KINDS[named[1].lower().rstrip(".")] if named else ""
    position, members = named.end() if named else 0, list[_Printed]()
    while match := (_INNER if members else _FIRST).match(text, position):
        position, word, alternative = match.end(), "", None
        if repeated := _REPETITION.match(text, position):
            position, word = repeated.end(), repeated[1].lower()
        if option := _ALTERNATIVE.match(text, position):
            position, alternative = option.end(), int(option[1] or 0)
        form = next(form for form in _FORMS if match.groupdict().get(form))
        printed = match[form]
        if members and (form == "bracket" or (form == "dot" and kind and printed.isalpha())):
            form = "parentheses"
        members.append(_Printed(printed, form, _WORDS.index(word) - 1, alternative))
    whole = 0 < len(members) <= DEEPEST and text[position:] in ("", ".", " .")
    return (kind, members) if whole else None


def _choices(member: _Printed) -> list[Step]:
    numbers = sorted(_numbers(member.word), key=lambda number: number[1])
    return [Step(system, value, member.form, member.repetition, member.alternative) for system, value in numbers]


def _numbers(word: str) -> Iterator[tuple[System, int]]:
    if word.isdecimal():
        yield "arabic", int(word)
        return
    capital = word.isupper()
    if len(word) <= LONGEST_LETTERS and (letter := from_list_letters(word)):
        yield ("capital" if capital else "letter"), letter
    if (value := from_roman(word)) and (len(word) == 1 or value <= LONGEST_ROMAN):
        yield ("capital roman" if capital else "roman"), value


def _print(step: Step, *, first: bool) -> str:
    """The member as it is printed: `5 bis alt 2`, `(a)`, `.1`."""
    match step.form:
        case "plain":
            printed = step.word
        case "parentheses":
            printed = f"({step.word})"
        case "bracket":
            printed = f"{step.word})"
        case "dot":
            printed = f"{step.word}." if first else f".{step.word}"
    if step.repetition:
        printed += f" {_WORDS[step.repetition + 1]}"
    if step.alternative is not None:
        printed += " alt" + (f" {step.alternative}" if step.alternative else "")
    return printed
