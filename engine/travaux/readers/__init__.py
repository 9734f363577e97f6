"""The formats that drafts can be read from: a table of name -> module, imported when asked for."""

from importlib import import_module

from travaux.contracts import Reader
from travaux.errors import FormatError

READERS = {
    "text": "travaux.readers.text",
    "word": "travaux.readers.word",
    "pdf": "travaux.readers.pdf",
    "html": "travaux.readers.html",
}


def reader(name: str) -> Reader:
    """Return the reader of a format.

    Raises:
        FormatError: there is no such reader.
    """
    if name not in READERS:
        raise FormatError(f"travaux has no reader called {name}", f"it has {', '.join(READERS)}")
    found: Reader = import_module(READERS[name]).READER
    return found
