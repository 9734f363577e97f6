"""What the library raises: one base class, one child for each thing a caller can do about it.

    TravauxError
    ├── SourceError      a file could not be read as a draft
    ├── ChoiceError      the resolution asked for is not in the file, or none was named where there are several
    ├── LanguageError    a language is not known, or two drafts differ in language
    ├── FormatError      a format for reading or writing is not known
    ├── ArchiveError     the archive refused
    └── AmendmentError   an amendment could not be understood or applied

Odd text is never an error but a `Notice` on the value that holds it.
"""


class TravauxError(Exception):
    """What went wrong, where, and what to do now.

    Attributes:
        message: one sentence without a final full stop, naming what and where.
        hint: what the reader can do about it, one sentence; empty where there is nothing to say.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}; {self.hint}" if self.hint else self.message


class SourceError(TravauxError):
    """A file could not be read as a draft: missing, empty, binary, broken, too large."""


class ChoiceError(TravauxError):
    """The resolution asked for is not in the document, or the document holds several and none was named."""


class LanguageError(TravauxError):
    """A language is not known, or the two drafts of a comparison are in different ones."""


class FormatError(TravauxError):
    """A format for reading or writing is not known."""


class ArchiveError(TravauxError):
    """The archive refused: not an archive, an unknown revision, a lost race, a fault found."""


class AmendmentError(TravauxError):
    """An amendment could not be understood, or does not fit the draft it amends."""
