"""The languages that drafts can be read in: a table of code -> module, imported when asked for."""

from importlib import import_module

from travaux.contracts import Language
from travaux.errors import LanguageError

LANGUAGES = {"en": "travaux.languages.english"}


def language(code: str) -> Language:
    """Return the language of an ISO 639-1 code.

    Raises:
        LanguageError: travaux does not read this language.
    """
    if code not in LANGUAGES:
        raise LanguageError(f"travaux does not read the language {code}", f"it reads {', '.join(LANGUAGES)}")
    found: Language = import_module(LANGUAGES[code]).LANGUAGE
    return found
