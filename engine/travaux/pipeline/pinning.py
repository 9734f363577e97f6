"""Pins as a reader writes them: `OP5=OP7`, `OP4=OP4+OP5`, `OP4=-`; among several drafts `3:OP5=OP7`."""

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
_TEXTS = ("the old text", "the new text")
_DRAFT = re.compile(r"\s*(\d+)\s*:")
_WAYS = "write OP5=OP7, OP4=OP4+OP5, OP4=- for removed or -=OP4 for added"


def pins(
    words: Sequence[str],
    old: Sequence[Paragraph],
    new: Sequence[Paragraph],
    *,
    texts: tuple[str, str] = _TEXTS,
) -> tuple[Pin, ...]:
    """Return the pins that are written, each with ids for addresses.

    A paragraph is named by its address or its id, without regard to case and spaces; where several have one
    address, an id as it is tells them apart.

    Args:
        words: one pin each: old paragraphs, `=`, new ones; several joined by `+`, none written as `-`. What stands
            before a colon says between which drafts and is passed over.
        old: paragraphs that may stand before the `=`.
        new: paragraphs that may stand after it.
        texts: what a message calls the two sides.

    Raises:
        ChoiceError: a pin is not in this form, names a paragraph that is not there or several at once, or one
            that is pinned already.
    """
    taken: dict[tuple[str, str], int] = {}
    found = []
    for number, word in enumerate(words):
        old_ids, new_ids = (
            tuple(_named(name, paragraphs, word, text) for name in names)
            for text, names, paragraphs in zip(texts, _sides(word), (old, new), strict=True)
        )
        for text, ids, paragraphs in zip(texts, (old_ids, new_ids), (old, new), strict=True):
            if len(set(ids)) < len(ids):
                raise ChoiceError(f"the pin {word} names a paragraph of {text} twice", "name it once")
            for key in ids:
                _take(taken, (text, key), words, number, _address(key, paragraphs))
        found.append(Pin(old_ids, new_ids))
    return tuple(found)


def among(words: Sequence[str], drafts: int) -> list[tuple[str, ...]]:
    """Return the pins for each step from one draft to the next, as they are written.

    Args:
        words: pins; `3:OP5=OP7` stands between the second and the third draft. Where there are only two drafts, the
            number may be left out.
        drafts: how many drafts there are.

    Raises:
        ChoiceError: a pin does not say where it belongs, or names a draft that has none before it.
    """
    steps: list[tuple[str, ...]] = [()] * (drafts - 1)
    for word in words:
        named = _DRAFT.match(word)
        if named is None and drafts > 2:
            raise ChoiceError(
                f"the pin {word} does not say between which drafts it stands",
                f"put the number of the later one before it: 2:{word} is from the first draft to the second",
            )
        later = int(named[1]) if named else 2
        if not 2 <= later <= drafts:
            there = "the drafts are 1 and 2" if drafts == 2 else f"the drafts are 1 to {drafts}"
            why = "no draft stands before the first" if later == 1 else there
            raise ChoiceError(f"the pin {word} is impossible: there is no step to draft {later}", why)
        steps[later - 2] += (word,)
    return steps


def _sides(word: str) -> tuple[list[str], list[str]]:
    """The names before and after the `=`."""
    written = _DRAFT.sub("", word, count=1)
    if written.count("=") != 1:
        raise ChoiceError(f"the pin {word} is not of the form OLD=NEW", _WAYS)
    old, new = ([name.strip() for name in side.split("+")] for side in written.split("="))
    for names in (old, new):
        if "" in names:
            raise ChoiceError(f"the pin {word} lacks a paragraph", _WAYS)
    before, after = (None if names[0] in NOTHING and len(names) == 1 else names for names in (old, new))
    if before is None and after is None:
        raise ChoiceError(f"the pin {word} names no paragraph", _WAYS)
    return before or [], after or []


def _named(name: str, paragraphs: Sequence[Paragraph], word: str, text: str) -> str:
    """The id of the paragraph of this name."""
    if any(p.id == name for p in paragraphs):
        return name
    wanted = _squeezed(name)
    fitting = [p.id for p in paragraphs if wanted in (_squeezed(p.id), _squeezed(p.address))]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise ChoiceError(
            f"the pin {word} is impossible: {len(fitting)} paragraphs of {text} are called {name}",
            f"write {_listed(fitting, 'or')}",
        )
    near = _near(wanted, paragraphs)
    raise ChoiceError(
        f"the pin {word} is impossible: {text} has no paragraph {name}",
        f"near it {'is' if len(near) == 1 else 'are'} {_listed(near, 'and')}" if near else "it has no paragraphs",
    )


def _address(key: str, paragraphs: Sequence[Paragraph]) -> str:
    """The address of a paragraph for a reader; its id where several have that address."""
    address = next(p.address for p in paragraphs if p.id == key)
    return key if sum(p.address == address for p in paragraphs) > 1 else address


def _take(
    taken: dict[tuple[str, str], int], held: tuple[str, str], words: Sequence[str], number: int, address: str
) -> None:
    """Note that a pin holds a paragraph of a text."""
    before = taken.setdefault(held, number)
    if before != number:
        raise ChoiceError(
            f"the pins {words[before]} and {words[number]} are impossible together",
            f"both hold {address} of {held[0]}",
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
