"""The shapes a newcomer fills in: a reader, a language, a renderer, a kind of change."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from travaux.model.comparison import Comparison
from travaux.model.document import Source
from travaux.model.report import Report

if TYPE_CHECKING:
    from travaux.citations import CitationWords


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
class RedlineWords:
    """Words that decide where a redline cuts, as they stand inside a sentence; all in lower case.

    Attributes:
        small: words that tell little alone, kept in sight or given up with what stands around them: articles,
            pronouns, prepositions, conjunctions, auxiliaries; no modal verbs and no negations, which are never a
            small matter. Where none are known, words of up to three letters count as small.
        clauses: words that begin a clause: conjunctions, relatives, verbs of acts and lead verbs.
        openings: words that begin a phrase and are not cut from what follows: articles and prepositions.
        joints: words between the numbers of a list: `and`, `or`, `to`.
    """

    small: frozenset[str] = frozenset()
    clauses: frozenset[str] = frozenset()
    openings: frozenset[str] = frozenset()
    joints: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Language:
    """All that is known of one language, as data.

    Attributes:
        code: ISO 639-1.
        name: in English.
        organs: name of an organ as its opening line has it (`The General Assembly`) -> its short code
            (`GA`), the key by which drafts of the same organ are told.
        months: names in order, January first.
        leads: first words of preambular paragraphs, lower case, longest first where one begins another.
        acts: first words of operative paragraphs, lower case.
        patterns: regular expressions by name; `docs/how-to/add-a-language.md` tells what each must match.
        commonest: small words that make up much of any text in this language, lower case, and by which it is told
            from the others; cut where an apostrophe parts words.
        citations: the words by which resolutions are cited; made when asked for, since parsing needs none of them.
        redlining: the words that decide where a redline cuts.
    """

    code: str
    name: str
    organs: Mapping[str, str]
    months: tuple[str, ...]
    leads: tuple[str, ...]
    acts: tuple[str, ...]
    patterns: Mapping[str, str]
    commonest: tuple[str, ...]
    citations: Callable[[], "CitationWords"]
    redlining: RedlineWords = RedlineWords()
    direction: Literal["ltr", "rtl"] = "ltr"


@dataclass(frozen=True)
class Renderer:
    """Turns a comparison into a file for a reader; pure, and the same bytes for the same values (law 7).

    Attributes:
        name: `html`, `word` ...
        title: for a person.
        suffixes: usual endings, with the dot, the preferred one first; `-o` chooses a renderer by them.
        options: the type of its options, a frozen dataclass with a default for each.
        render: the report; given the options, and the source of the old text where the reader wants the redline
            made on a copy of it (None for renderers that make a file of their own).
        based: whether it can make the redline on a copy of the old source.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    options: type[Any]
    render: Callable[[Comparison, Any, Source | None], Report]
    based: bool = False
