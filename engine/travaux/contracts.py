"""The shapes a newcomer fills in: a reader, a language, a renderer, a kind of change."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from travaux.model.comparison import Comparison
from travaux.model.document import Source
from travaux.model.report import Report

if TYPE_CHECKING:
    from travaux.citations import CitationWords


@dataclass(frozen=True, eq=False, repr=False)  # each is one thing, and made at every start
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


@dataclass(frozen=True, eq=False, repr=False)
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


@dataclass(frozen=True, eq=False, repr=False)
class ReferenceWords:
    """The words by which a text refers to its paragraphs, as regular expressions without groups.

    A noun in a pair is one and several: `("paragraph", "paragraphs")`. What a language has no words for is left out.

    Attributes:
        stems: pieces of words, no expressions, one of which stands in all words that refer; where none does, nothing is
            looked for.
        alone: the same of the words that refer without a number, of `whole` and `preceding`.
        paragraph: the noun before a number.
        subparagraph: the noun before a letter.
        section: the noun before the number of a section.
        part: the noun before the letter of a part.
        annex: the noun before the number of an annex.
        adjectives: a word before the noun that says which paragraphs are counted: "operative".
        preamble: the one of these that means those of the preamble.
        letter: a letter or roman number of a subparagraph as it is printed: `(a)`.
        joints: what joins the members of a list, commas excepted.
        through: what joins the ends of a range.
        within: what joins a paragraph to the section or annex in which it stands: "paragraph 3 of section II".
        above: behind a number: earlier in this text.
        below: behind a number: later in this text.
        present: "the present resolution", without what joins it.
        here: the part of a text in which the words themselves stand: "this article".
        whole: words that mean the only annex of this text: "the annex to the present resolution".
        preceding: words that mean the paragraph before: "the preceding paragraph".
        behind: what stands behind a number that belongs to another text: "of", "thereof".
        before: what stands before the noun where it belongs to another text: "article 4,".
        documents: words that name another text; where one stands earlier in the sentence, a number without "above"
            or the like may belong to it.
        bodies: words in the names of organs and bodies that adopt resolutions of their own.
    """

    stems: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    paragraph: tuple[str, str] = ("(?!)", "(?!)")
    subparagraph: tuple[str, str] = ("(?!)", "(?!)")
    section: tuple[str, str] = ("(?!)", "(?!)")
    part: tuple[str, str] = ("(?!)", "(?!)")
    annex: tuple[str, str] = ("(?!)", "(?!)")
    adjectives: str = "(?!)"
    preamble: str = "(?!)"
    letter: str = r"\([a-z]{1,4}\)"
    joints: str = "(?!)"
    through: str = "(?!)"
    within: str = "(?!)"
    above: str = "(?!)"
    below: str = "(?!)"
    present: str = "(?!)"
    here: str = "(?!)"
    whole: str = "(?!)"
    preceding: str = "(?!)"
    behind: str = "(?!)"
    before: str = "(?!)"
    documents: str = "(?!)"
    bodies: str = "(?!)"


@dataclass(frozen=True, eq=False, repr=False)
class Act:
    """A verb by which an organ acts, or that says what it asks others to do.

    Strength is a convention among drafters, shown as evidence and never a verdict: there is no official ranking, and
    a verb weighs more or less with the organ and with whom it addresses.

    Attributes:
        name: its finite form, in lower case: `urges`.
        forms: all its forms in lower case, its name first: `urges`, `urging`, `urged`, `urge`.
        family: what it does: `directive` (asks somebody), `dispositive` (decides), `approving`, `disapproving`,
            `cognitive` (recalls, notes, stresses), `action` (what is asked: to ensure, to promote).
        band: how strong it is held to be within its family, 1 to 5; 0 where drafters do not rank it.
    """

    name: str
    forms: tuple[str, ...]
    family: str
    band: int


@dataclass(frozen=True, eq=False, repr=False)
class Phrases:
    """Words that mean one kind of thing.

    Attributes:
        kind: the kind of change that their coming and going is: `qualifier`, `modal`, `scope` ...; empty for words
            that look like others and mean nothing of the kind ("United States" is not "States").
        sense: what they do, by the names of `travaux.kinds.senses`: `choice`, `obligation`, `width` ...
        phrases: in lower case, without punctuation inside; `…` at the end stands for the end of the next word, as in
            `consider …ing`, which is not itself part of the phrase.
    """

    kind: str
    sense: str
    phrases: tuple[str, ...]


@dataclass(frozen=True, eq=False, repr=False)
class LintWords:
    """The words by which an editor's conventions are checked, in lower case; none where a language has no convention.

    Attributes:
        second: what the second of two paragraphs that begin with the same verb takes: "also".
        third: what the third takes: "further".
        sequence: all words that tell that a verb comes again, with the two above.
        lead: words that may follow the verb and make another lead of it: "with", "appreciation".
        passed: words of a lead that make no other of it: "its", "the".
        openings: words that may follow "further" where it is no adjective: "that", "to".
        joints: what joins a second act to the first: "and".
        todo: what begins that which somebody is asked to do, a regular expression: "to".
        session: an ordinal of a session, a regular expression with the group `ordinal`.
        ordinal: the number that an ordinal names ("sixty-first"), or None.
    """

    second: frozenset[str] = frozenset()
    third: frozenset[str] = frozenset()
    sequence: frozenset[str] = frozenset()
    lead: frozenset[str] = frozenset()
    passed: frozenset[str] = frozenset()
    openings: frozenset[str] = frozenset()
    joints: frozenset[str] = frozenset()
    todo: str = "(?!)"
    session: str = "(?!)(?P<ordinal>)"
    ordinal: Callable[[str], int | None] = lambda _: None


@dataclass(frozen=True, eq=False, repr=False)
class Meanings:
    """What the words of a language mean for one who compares two drafts.

    Attributes:
        acts: verbs by which organs act.
        adverbs: words that may stand before the verb of a lead: "also", "strongly".
        phrases: all other words with a meaning.
        patterns: regular expressions by name, without regard to case where they do not say so; what each must match
            is told in `travaux.kinds.lexicon`.
        ordinal: the number that an ordinal names ("sixty-first"), or None.
    """

    acts: tuple[Act, ...] = ()
    adverbs: frozenset[str] = frozenset()
    phrases: tuple[Phrases, ...] = ()
    patterns: Mapping[str, str] = field(default_factory=dict)
    ordinal: Callable[[str], int | None] = lambda _: None


@dataclass(frozen=True, eq=False, repr=False)
class StyleWords:
    """What an editor changes without changing what is said; all in lower case.

    Attributes:
        spellings: a spelling and the one that the Editorial Manual prefers.
        wordings: words put for others with the same meaning: `("relating to", "related to")`.
        suffixes: endings that are spelled in two ways: `("ise", "ize")`.
        governed: prepositions that may be said again before each member of a list, or left out.
        of: what may stand between a verbal noun and its object, and the noun: `("of", "training")`. Of most such nouns
            it tells the object from the one who acts: "monitoring parties", "monitoring of parties".
    """

    spellings: tuple[tuple[str, str], ...] = ()
    wordings: tuple[tuple[str, str], ...] = ()
    suffixes: tuple[tuple[str, str], ...] = ()
    governed: frozenset[str] = frozenset()
    of: tuple[str, str] = ("", "")


@dataclass(frozen=True, eq=False, repr=False)
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
        references: the words by which a text refers to its paragraphs.
        linting: the words by which an editor's conventions are checked.
        meanings: what its words mean for one who compares two drafts; made when asked for.
        style: what an editor changes without changing what is said; made when asked for.
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
    references: ReferenceWords = ReferenceWords()
    linting: LintWords = LintWords()
    meanings: Callable[[], Meanings] = Meanings
    style: Callable[[], StyleWords] = StyleWords
    direction: Literal["ltr", "rtl"] = "ltr"


@dataclass(frozen=True, eq=False, repr=False)
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


@dataclass(frozen=True, eq=False, repr=False)
class Kind:
    """One way of finding what changes mean.

    Attributes:
        name: of the module.
        finds: the kinds of findings that it can make, in the words of the taxonomy, each with what it means.
        find: what it finds in a reading of a comparison (`travaux.kinds.reading.Reading`): claims, as
            `travaux.kinds.reading.Claim` has them. It is handed what earlier ways of the table left unexplained.
    """

    name: str
    finds: Mapping[str, str]
    find: Callable[[Any], Iterable[Any]]
