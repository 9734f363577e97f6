"""Pins as a reader writes them: `OP5=OP7`, `OP4=OP4+OP5`, `OP4=-`."""

import re
from collections.abc import Sequence
from difflib import get_close_matches

from travaux.alignment import Pin
from travaux.errors import ChoiceError
from travaux.model.document import Paragraph

NOTHING = ("-", "–", "—")
"""Stand for no paragraph: `OP4=-` was removed, `-=OP4` was added."""
NEAR = 3
"""Addresses named in a hint. Range: 2 to 6."""
_WAYS = "write OP5=OP7, OP4=OP4+OP5, OP4=- for removed or -=OP4 for added"


def pins(words: Sequence[str], old: Sequence[Paragraph], new: Sequence[Paragraph]) -> tuple[Pin, ...]:
    """Return the pins that are written, each with ids for addresses.

    A paragraph is named by its address or its id, without regard to case and spaces; where several have one
    address, an id as it is tells them apart.

    Args:
        words: one pin each: old paragraphs, `=`, new ones; several joined by `+`, none written as `-`.
        old: paragraphs that may stand before the `=`.
        new: paragraphs that may stand after it.

    Raises:
        ChoiceError: a pin is not in this form, names a paragraph that is not there or several at once, or one
            that is pinned already.
    """
    taken: dict[tuple[str, str], int] = {}
    found = []
    for number, word in enumerate(words):
        old_ids, new_ids = (
            tuple(_named(name, paragraphs, word, side) for name in names)
            for side, names, paragraphs in zip(("old", "new"), _sides(word), (old, new), strict=True)
        )
        for side, ids in (("old", old_ids), ("new", new_ids)):
            if len(set(ids)) < len(ids):
                raise ChoiceError(f"the pin {word} names a paragraph of the {side} text twice", "name it once")
            for key in ids:
                _take(taken, side, key, words, number)
        found.append(Pin(old_ids, new_ids))
    return tuple(found)


def _sides(word: str) -> tuple[list[str], list[str]]:
    """The names before and after the `=`."""
    if word.count("=") != 1:
        raise ChoiceError(f"the pin {word} is not of the form OLD=NEW", _WAYS)
    old, new = ([name.strip() for name in side.split("+")] for side in word.split("="))
    for names in (old, new):
        if "" in names:
            raise ChoiceError(f"the pin {word} lacks a paragraph", _WAYS)
    before, after = (None if names[0] in NOTHING and len(names) == 1 else names for names in (old, new))
    if before is None and after is None:
        raise ChoiceError(f"the pin {word} names no paragraph", _WAYS)
    return before or [], after or []


def _named(name: str, paragraphs: Sequence[Paragraph], word: str, side: str) -> str:
    """The id of the paragraph of this name."""
    if any(p.id == name for p in paragraphs):
        return name
    wanted = _squeezed(name)
    fitting = [p.id for p in paragraphs if wanted in (_squeezed(p.id), _squeezed(p.address))]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise ChoiceError(
            f"the pin {word} is impossible: {len(fitting)} paragraphs of the {side} text are called {name}",
            f"write {_listed(fitting, 'or')}",
        )
    near = _near(wanted, paragraphs)
    raise ChoiceError(
        f"the pin {word} is impossible: the {side} text has no paragraph {name}",
        f"near it {'is' if len(near) == 1 else 'are'} {_listed(near, 'and')}" if near else "it has no paragraphs",
    )


def _take(taken: dict[tuple[str, str], int], side: str, key: str, words: Sequence[str], number: int) -> None:
    """Note that a pin holds a paragraph."""
    before = taken.setdefault((side, key), number)
    if before != number:
        raise ChoiceError(
            f"the pins {words[before]} and {words[number]} are impossible together",
            f"both hold {key} of the {side} text",
        )


def _near(wanted: str, paragraphs: Sequence[Paragraph]) -> list[str]:
    """The addresses most like what was wanted, in the order of the text; those with its number foremost."""
    addresses = {_squeezed(p.address): p.address for p in paragraphs}
    kind = re.match(r"[^\d(]*", wanted)
    alike = [a for a in addresses if kind and a.startswith(kind[0])] or list(addresses)
    close = set(get_close_matches(wanted, alike, NEAR, cutoff=0))
    return [address for key, address in addresses.items() if key in close]


def _squeezed(name: str) -> str:
    return "".join(name.casefold().split())


def _listed(names: Sequence[str], last: str) -> str:
    return f"{', '.join(names[:-1])} {last} {names[-1]}" if len(names) > 1 else names[0]
