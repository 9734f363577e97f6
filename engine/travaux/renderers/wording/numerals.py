"""Numbers with their nouns, lists with their commas."""

from collections.abc import Sequence

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def counted(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun.

    >>> counted(1, "paragraph"), counted(1234, "paragraph"), counted(2, "has", "have")
    ('1 paragraph', '1,234 paragraphs', '2 have')
    """
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def in_words(number: int) -> str:
    """Return a small number as a word.

    >>> in_words(3), in_words(12)
    ('three', '12')
    """
    return _WORDS[number] if number < len(_WORDS) else str(number)


def listed(items: Sequence[str]) -> str:
    """Return items as a list in a sentence.

    >>> listed(["one", "two", "three"])
    'one, two and three'
    """
    return ", ".join(items[:-1]) + " and " + items[-1] if len(items) > 1 else "".join(items)
