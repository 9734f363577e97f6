"""The shapes a newcomer fills in: a reader, a language."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from travaux.model.document import Source


@dataclass(frozen=True)
class Reader:
    """Turns the bytes of one format into blocks; knows nothing of resolutions.

    Attributes:
        name: `text`, `word` ...; stands in `Origin.format`.
        title: for a person.
        suffixes: usual endings, with the dot; a hint only, the content decides.
        recognises: whether bytes are of this format.
        read: the blocks of the bytes, given the file's name and options; raises `SourceError` where the
            bytes are broken.
        options: names of the options that it understands; others are never handed to it.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    read: Callable[[bytes, str, Mapping[str, str]], Source]
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Language:
    """All that the parser knows of one language, as data.

    Attributes:
        code: ISO 639-1.
        name: in English.
        organs: name of an organ as its opening line has it (`The General Assembly`) -> its short code
            (`GA`), the key by which drafts of the same organ are told.
        months: names in order, January first.
        leads: first words of preambular paragraphs, lower case, longest first where one begins another.
        acts: first words of operative paragraphs, lower case.
        patterns: regular expressions by name; `docs/how-to/add-a-language.md` tells what each must match.
    """

    code: str
    name: str
    organs: Mapping[str, str]
    months: tuple[str, ...]
    leads: tuple[str, ...]
    acts: tuple[str, ...]
    patterns: Mapping[str, str]
    direction: Literal["ltr", "rtl"] = "ltr"
