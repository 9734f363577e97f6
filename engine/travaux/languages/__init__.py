"""The languages that drafts can be read in: a table of code -> module, imported when asked for."""

from collections import Counter
from collections.abc import Sequence
from importlib import import_module

from travaux.contracts import Language, RedlineWords
from travaux.errors import LanguageError

LANGUAGES = {"en": "travaux.languages.english", "fr": "travaux.languages.french"}

SAMPLES, SAMPLE = 16, 120
"""How many paragraphs tell the language, and how many characters of each. Range 12-100, 80-400; all give the same."""

ROOM, LONG = 80, 200
"""In how many characters one of the commonest words of a text's language stands at least, and from how many it is asked
for. Range 60-150, 100-600: in English and French texts one stands in 45 at most, in others hardly any."""


def language(code: str) -> Language:
    """Return the language of an ISO 639-1 code.

    Raises:
        LanguageError: travaux does not read this language.
    """
    if code not in LANGUAGES:
        raise LanguageError(f"travaux does not read the language {code}", f"it reads {', '.join(LANGUAGES)}")
    found: Language = import_module(LANGUAGES[code]).LANGUAGE
    return found


def redline_words(code: str) -> RedlineWords:
    """Return what a redline knows of the words of a language; nothing where travaux does not read it."""
    return language(code).redlining if code in LANGUAGES else RedlineWords()


def detected(paragraphs: Sequence[str]) -> tuple[Language, bool]:
    """Return the language of a text, the one whose commonest words make up most of it; and whether it is in doubt.

    Where no word tells, the first of the table.
    """
    step = -(-len(paragraphs) // SAMPLES) or 1
    sample = " ".join(text[:SAMPLE] for text in paragraphs[::step])
    words = Counter(sample.lower().replace("’", " ").replace("'", " ").split())
    common = {code: sum(map(words.__getitem__, language(code).commonest)) for code in LANGUAGES}
    best = max(common, key=common.__getitem__)
    return language(best), len(sample) >= LONG and common[best] * ROOM < len(sample)
