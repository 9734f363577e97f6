"""The notation in which tables of words are written: `within (its|their) mandate` is two phrases."""

import re
from itertools import product

from travaux.contracts import Act, Phrases

_CHOICE = re.compile(r"\(([^()]*)\)")


def expanded(line: str) -> tuple[str, ...]:
    """Return the phrases that a line stands for: one choice of each pair of parentheses, which may be empty.

    >>> expanded("within (its|their) (own|) means")
    ('within its own means', 'within its means', 'within their own means', 'within their means')
    """
    pieces = _CHOICE.split(line)  # outside, inside, outside ...
    options = [piece.split("|") if at % 2 else [piece] for at, piece in enumerate(pieces)]
    return tuple(" ".join("".join(chosen).split()) for chosen in product(*options))


def acts(family: str, bands: dict[int, str]) -> tuple[Act, ...]:
    """Return the verbs of a family; one verb a line, its finite form first among its forms."""
    found = []
    for band, lines in bands.items():
        for line in filter(None, map(str.strip, lines.splitlines())):
            forms = expanded(line)
            found.append(Act(forms[0], forms, family, band))
    return tuple(found)


def phrases(kind: str, senses: dict[str, str]) -> tuple[Phrases, ...]:
    """Return the phrases of a kind by their senses; semicolons and line ends part them."""
    return tuple(
        Phrases(kind, sense, tuple(dict.fromkeys(p for line in re.split("[;\n]", lines) for p in expanded(line) if p)))
        for sense, lines in senses.items()
    )
