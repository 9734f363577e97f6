"""Cases written in Markdown: a heading names a case, its fenced blocks are the data, prose says why.

A fence is three or more back-quotes or tildes and ends with as many. The first word after it names the
block; `word=value` pairs after that are its options, and the option `escapes` lets the block write `\\u00a0`,
`\\n` and `\\t` for characters that an editor hides. Headings nest: a case is called by all its headings but
the title of the file (the only one with a single `#`). Every block stands in a case.

    ## Shared dates

    One date serves both numbers.

    ```text speaker=GA
    its resolutions 58/136 and 58/140 of 22 December 2003
    ```

    ```found
    58/136 => A/RES/58/136
    ```
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

CASES = Path(__file__).parent / "cases"

_HEADING = re.compile(r"(#{1,6}) +(.*?)(?: +#+)?")
_FENCE = re.compile(r"(?P<fence>`{3,}|~{3,}) *(?P<info>[^`]*)")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|([nt]))")


@dataclass(frozen=True)
class Block:
    """A fenced block: its lines joined by line feeds, without a last one."""

    name: str
    text: str
    options: dict[str, str]
    line: int

    def rows(self) -> list[list[str]]:
        """The cells of each line, parted by `=>`; empty lines are left out."""
        lines = [line for line in self.text.split("\n") if line.strip()]
        return [[cell.strip() for cell in line.split("=>")] for line in lines]


@dataclass(frozen=True)
class Case:
    """What stands under one heading."""

    title: str
    line: int
    blocks: list[Block] = field(default_factory=list)

    def block(self, name: str) -> Block:
        """The only block of a name."""
        found = [block for block in self.blocks if block.name == name]
        assert len(found) == 1, f"{self.title}: {len(found)} blocks called {name}"
        return found[0]

    def __getitem__(self, name: str) -> str:
        return self.block(name).text

    def __contains__(self, name: str) -> bool:
        return any(block.name == name for block in self.blocks)


def read_cases(text: str) -> list[Case]:
    """The cases of a Markdown text, in order; an `AssertionError` names a fault of the file and its line."""
    headings: list[str] = []
    found: list[Case] = []
    lines = enumerate(text.split("\n"), 1)
    for number, line in lines:
        if heading := _HEADING.fullmatch(line.rstrip()):
            headings[len(heading[1]) - 1 :] = [""] * (len(heading[1]) - 1 - len(headings)) + [heading[2]]
            found.append(Case(" / ".join(filter(None, headings[1:])), number))
        elif fence := _FENCE.fullmatch(line.rstrip()):
            assert found, f"line {number}: a block before the first heading"
            found[-1].blocks.append(_block(fence, number, lines))
    filled = [case for case in found if case.blocks]
    titles = [case.title for case in filled]
    assert len(set(titles)) == len(titles), f"cases of one name: {sorted(t for t in titles if titles.count(t) > 1)}"
    return filled


def _block(fence: re.Match[str], number: int, lines: Iterator[tuple[int, str]]) -> Block:
    name, *words = fence["info"].split() or [""]
    options = {key: value for key, _, value in (word.partition("=") for word in words)}
    inside: list[str] = []
    for _, line in lines:
        if line.strip().startswith(fence["fence"]) and not line.strip(fence["fence"][0] + " "):
            text = "\n".join(inside)
            return Block(name, _ESCAPE.sub(_character, text) if "escapes" in options else text, options, number)
        inside.append(line)
    raise AssertionError(f"line {number}: a block without an end")


def _character(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16)) if escape[1] else {"n": "\n", "t": "\t"}[escape[2]]


def cases(file: str, *blocks: str) -> pytest.MarkDecorator:
    """Parametrize a test over the cases of `tests/cases/FILE` that have all of these blocks, as `case`."""
    found = [c for c in read_cases((CASES / file).read_text("utf-8")) if all(name in c for name in blocks)]
    assert found, f"{file} has no case with the blocks {', '.join(blocks)}"
    return pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for case in found])
