"""Symbols in running text, with the lists and ranges that hang on them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from travaux.symbols.pattern import AFTER, official, part_pattern, parts, read, suffix_pattern, symbol_pattern
from travaux.symbols.value import Symbol

LONGEST_RANGE: Final = 200
"""Documents that one range may name (range 50 to 1000); `SR.1-58` is a long one, more is a misreading."""

_DASH: Final = "[-‐-—]"
_GLUE: Final = re.compile(r",?\s{1,2}(?:and|et)\s{1,2}|[,;]\s{1,2}")
_RANGE: Final = re.compile(rf"{_DASH}([0-9]{{1,5}}){AFTER}")
_TWIN: Final = re.compile("[-‐‑–]")
_BARE: Final = re.compile(rf"([0-9]{{1,5}})(?:{_DASH}([0-9]{{1,5}}))?{AFTER}")
_BARE_LIST: Final = re.compile(
    rf"(?:(?:,?\s(?:and|et)\s|,\s)[0-9]{{1,5}}(?:{_DASH}[0-9]{{1,5}})?){{1,60}}(?=\s*+(?:[).,;:\]]|\Z))"
)
_NUMBERED: Final = re.compile(r"([A-Za-z]+\.)([0-9]+)")


@dataclass(frozen=True, slots=True)
class FoundSymbol:
    """Words of a text that name one document, or several in a range.

    Attributes:
        start: first code point.
        end: one past the last.
        symbols: what they name in full: A/65/L.45/Add.1 for `Add.1` after `A/65/L.45 and`.
        twin: whether the symbol before names the same document, as in `A/56/69-S/2001/459`.
    """

    start: int
    end: int
    symbols: tuple[Symbol, ...]
    twin: bool = False


def find_symbols(text: str) -> tuple[FoundSymbol, ...]:
    """Return the symbols in a text, in order; their spans do not overlap. Never raises.

    >>> text = "the reports (A/62/439 and Add.1-3 and A/56/160 and Corr.1)"
    >>> for found in find_symbols(text):
    ...     print(text[found.start : found.end], "=", ", ".join(map(str, found.symbols)))
    A/62/439 = A/62/439
    Add.1-3 = A/62/439/Add.1, A/62/439/Add.2, A/62/439/Add.3
    A/56/160 = A/56/160
    Corr.1 = A/56/160/Corr.1
    """
    found: list[FoundSymbol] = []
    position = 0
    while match := symbol_pattern().search(text, position):
        position = match.end()
        if head := _head(text, match):
            found.append(head)
            found.extend(_list_after(text, head))
            position = found[-1].end
    return tuple(found)


def expand(text: str) -> tuple[Symbol, ...]:
    """Return every symbol that a text names, in order, lists and ranges written out.

    >>> [str(symbol) for symbol in expand("A/C.3/62/SR.22-23, 39 and 43")][1:]
    ['A/C.3/62/SR.23', 'A/C.3/62/SR.39', 'A/C.3/62/SR.43']
    """
    return tuple(symbol for found in find_symbols(text) for symbol in found.symbols)


def _head(text: str, match: re.Match[str]) -> FoundSymbol | None:
    """The symbol of a match; a closing asterisk of emphasis (`*A/59/187*`) is not a reissue."""
    symbols, stars, end = read(match)
    if not symbols:
        return None
    if stars and text[match.start() - 1 : match.start()] == "*":
        stars, end = 0, match.start("stars")
    found = tuple(Symbol(components, stars) for components in symbols)
    return _ranged(text, FoundSymbol(match.start(), end, found))


def _ranged(text: str, found: FoundSymbol) -> FoundSymbol:
    """The same with the range that follows it: `SR.22-33`."""
    match = _RANGE.match(text, found.end)
    more = _through(found.symbols[-1], int(match[1])) if match else ()
    return replace(found, end=match.end(), symbols=found.symbols + more) if match and more else found


def _through(symbol: Symbol, last: int) -> tuple[Symbol, ...]:
    """The symbols after this one in its series, up to a number; none where that is no range."""
    numbered = _NUMBERED.fullmatch(symbol.components[-1])
    if not numbered or not int(numbered[2]) < last < int(numbered[2]) + LONGEST_RANGE:
        return ()
    return tuple(_renumbered(symbol, number) for number in range(int(numbered[2]) + 1, last + 1))


def _renumbered(symbol: Symbol, number: int) -> Symbol:
    series = symbol.components[-1].partition(".")[0]
    return Symbol((*symbol.components[:-1], f"{series}.{number}"))


def _list_after(text: str, head: FoundSymbol) -> Iterator[FoundSymbol]:
    """What hangs on a symbol: its twin, then addenda, parts and numbers."""
    last = head
    twin = _TWIN.match(text, head.end)
    if twin and (match := symbol_pattern().match(text, twin.end())) and (second := _head(text, match)):
        last = replace(second, twin=True)
        yield last
    while True:
        more = list(_numbers_after(text, last)) or list(_suffix_after(text, head, last))
        if not more:
            return
        yield from more
        last = more[-1]


def _suffix_after(text: str, head: FoundSymbol, last: FoundSymbol) -> Iterator[FoundSymbol]:
    glue = _GLUE.match(text, last.end)
    if not glue:
        return
    if match := suffix_pattern().match(text, glue.end()):
        *between, final = map(official, match[0].split("/"))
        named = tuple(_suffixed(head.symbols[-1], (*between, part)) for part in parts(final))
        yield _ranged(text, FoundSymbol(match.start(), match.end(), named))
    elif match := part_pattern().match(text, glue.end()):
        stem = head.symbols[-1].components
        number = stem[-1].partition("(")[0].rstrip()
        named = tuple(Symbol((*stem[:-1], part)) for part in parts(official(number + match[0])))
        yield FoundSymbol(match.start(), match.end(), named)


def _suffixed(symbol: Symbol, suffixes: tuple[str, ...]) -> Symbol:
    """`Add.2` after `.../Add.1` stands beside it, `Corr.1` belongs to it, nothing to a corrigendum."""
    last = symbol.components[-1].partition(".")[0]
    beside = last in ("Corr", suffixes[0].partition(".")[0])
    kept = symbol.components[:-1] if beside else symbol.components
    return Symbol((*kept, *suffixes))


def _numbers_after(text: str, last: FoundSymbol) -> Iterator[FoundSymbol]:
    """`, 39 and 43-46` after `SR.22-33`: rising numbers up to a mark of punctuation, so no other figures."""
    symbol, listed = last.symbols[-1], _BARE_LIST.match(text, last.end)
    numbered = _NUMBERED.fullmatch(symbol.components[-1])
    if not listed or not numbered:
        return
    highest = int(numbered[2])
    found = []
    for match in _BARE.finditer(text, listed.start(), listed.end()):
        first, end = int(match[1]), int(match[2] or match[1])
        if not highest < first <= end < first + LONGEST_RANGE:
            return
        highest = end
        symbols = tuple(_renumbered(symbol, number) for number in range(first, end + 1))
        found.append(FoundSymbol(match.start(), match.end(), symbols))
    yield from found
