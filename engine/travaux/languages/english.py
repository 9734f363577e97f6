"""English: what opening lines, lead words and frame lines look like.

Lead words and acts after the Editorial Manual's inventory and the resolutions of the principal organs. What each
pattern must match is told in `docs/how-to/add-a-language.md`.
"""

from typing import TYPE_CHECKING

from travaux.contracts import Language, Meanings, RedlineWords, StyleWords
from travaux.languages.english_lint import LINTING
from travaux.languages.english_references import REFERENCES

if TYPE_CHECKING:
    from travaux.citations import CitationWords

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DATE = rf"\d{{1,2}}(?:\s*[-–]\s*\d{{1,2}})?\s+(?:{'|'.join(_MONTHS)})\s+\d{{4}}"
_ORDINAL = r"(?:\d+\s?(?:st|nd|rd|th))"
_PRINCIPAL = "General Assembly|Security Council|Economic and Social Council|Human Rights Council"
_ORGAN = _PRINCIPAL + r"|Trusteeship Council|Commission on [A-Z][\w ]+|[A-Z]\w+ Commission|[A-Z]\w+ Committee"
_DRAFT = r"(?:draft\s+(?:resolution|decision))"
_RESOLUTION = r"R(?:esolution|ESOLUTION)"

_LEADS = """
    acclaiming acknowledging acting adopting affirming agreeing aiming alarmed anticipating anxious
    appalled applauding appreciating appreciative approving asserting aware bearing being believing calling
    celebrating cognisant cognizant commemorating commending committed committing concerned condemning confident
    confirming congratulating conscious considering continuing convinced declaring dedicated deeply demanding
    denouncing deploring desiring desirous determined determining disappointed dismayed distressed disturbed
    eager echoing emphasising emphasizing encouraged encouraging endorsing equally expecting expressing
    extending extremely fearful firmly fulfilling fully further grateful gratified gravely greatly greeting
    grieved guided hailing having heartened highlighting honoring honouring hopeful hoping horrified impressed
    indignant informed insisting inspired inviting joining keeping looking mindful moved noting observing
    outraged particularly paying perceiving persuaded pleased pledging praising presuming proclaiming profoundly
    pursuant re-emphasizing reaffirming realizing recalling recognising recognizing recommitting reconfirming
    referring regretful regretting reiterating rejecting relying remaining reminding renewing requesting
    resolved resolving responding saddened saluting satisfied seeking seized seriously shaken sharing shocked
    stressing striving strongly supporting taking thankful thanking troubled trusting underlining underscoring
    understanding urging warning welcoming wishing
"""
_ACTS = """
    accepts acknowledges adopts affirms agrees allocates also anticipates appeals applauds appoints appreciates
    appropriates approves asks asserts assures authorises authorizes bears calls censures commends commits concludes
    concurs condemns confirms congratulates considers continues declares decides demands denounces deplores
    designates determines directs draws elects emphasises emphasizes encourages endorses establishes
    expresses extends highlights instructs insists invites joins looks notes notifies observes pays pledges
    postpones proclaims promotes proposes re-emphasizes reaffirms realizes recalls recognises recognizes
    recommends recommits reconfirms records regards regrets reiterates rejects remains reminds renews
    repeats requests reserves resolves salutes shares stresses strongly suggests supports takes terminates
    thanks transmits undertakes underlines underscores urges urgently warns welcomes
"""
_DECIDING = r"\b(?:decide[sd]?|elect(?:s|ed)|appoint(?:s|ed)|take[sn]?|took|approve[sd]|endorse[sd]|adopt(?:s|ed))\b"
_NOTE_STARTS = (
    "Ibid|See|Resolutions?|Decision|Official Records|Report|Adopted|Document|United Nations|General Assembly"
    '|International|Subsequently|[A-Z]{1,5}/|[“"]'
)
_LOOSE_NOTE_STARTS = "For the|As|The|In|Also|On"
_NUMBERED = """
    nos? vols? paras? paragraphs? subparagraphs? add rev corr amend arts? articles? chaps? chapters? sects? sections?
    pp? pages? figs? figures? tables? conf decl? dec res docs? ser bull par items? rules? numbers? annex route
"""
_UNITS = "hundred thousand million billion trillion percent dollars euros francs"
_BEHIND_MARKS = "and or but as at by in on to with which who whose that both"
_COMPOUNDS = """
    ad after all anti best bi cease co counter cross de e early evidence ex extra fact far follow full gender half
    hard high ill in inter intra large law least like long low macro medium mid middle multi near neo new non north
    off on one open out peace people policy post pre private pro public quasi re second self semi short single small
    socio south state sub third trans two under up vice well wide world
"""

_COMMONEST = "the of and to in for its that on with by which as this from at be or"

_SMALL = """
    a an the this that these those its their his her it they them he she we us our itself themselves such same other
    of to in on at by for from with within without into onto upon as under over through throughout during between
    among against about above below after before since until towards toward across per via regarding concerning and
    or nor but both either also further than then thus therein thereof thereto where when while whether which who
    whom whose what so is are was were be been being has have had having
"""
_CLAUSES = """
    and or but nor which who whose where while including requests invites urges encourages calls decides welcomes
    recommends recognizes emphasizes stresses notes takes reaffirms expresses requesting inviting urging encouraging
    calling noting welcoming recognizing emphasizing
"""
_OPENINGS = """
    a an the its their this these that those of to in on at by for from with within without into upon under over
    through during between among against after before until as
"""
_PATTERNS = {
    "article": r"The ",
    "finite": r"[a-z][a-z-]+[^\W\dsu_]s",
    "announced": r"(?::|resolutions?|decisions?)$",
    "names_decision": r"(?i:decision)",
    "running_head": r"(?!)",
    "date": _DATE,
    "date_line": rf"{_DATE}(?:\s*[,.])?",
    "meeting": rf"(?P<meeting>{_ORDINAL}\s+(?:\(?[a-z]+\)?\s+){{0,3}}meeting\.?)(?:\s*,?\s*(?P<date>{_DATE}))?",
    "adopted": rf"Adopted\s+(?:unanimously\s+)?(?:by\s+the\s+(?:{_ORGAN})\s+)?"
    rf"at\s+(?:its|the)\s+\d[\d,]*\s*(?:st|nd|rd|th)?\b(?:.*?[\s,](?P<date>on\s+{_DATE})\.?|.*)",
    "adopted_start": r"\[?(?:Adopted\s+(?:unanimously|without a vote|by|at the)|The draft resolution was adopted)\b.*",
    "action": r"(?:Resolutions?|Decisions?)\s+adopted\s+by\s+the\s+.*",
    "provenance": r"\[(?:on|without|adopted|S/|A/|E/).*\]",
    "states": r"(?:In favour|Against|Abstaining|Abstentions?)\s*:?.*",
    "number_date": rf"(?:{_RESOLUTION}\s+)?\d+\s*\(\d{{4}}\)\.?(?:\s*Resolution)?(?:\s+of\s+{_DATE})?",
    "adopted_on": rf"on\s+{_DATE}",
    "of_date": rf"of\s+{_DATE}",
    "session": r"(?:[\w-]+\s+){1,3}session\b.*|\d{4}\s+session",
    "agenda_item": r"(?:Provisional\s+)?(?:Agenda\s+items?|Items?\s+\d).*",
    "distribution": r"(?:.*\b)?Distr\.?\s*:?.*|Original\s*:.*",
    "masthead": rf"UNITED\s+NATIONS|United\s+Nations|UNITED|NATIONS|{_PRINCIPAL}|GENERAL|ORIGINAL\s*:.*|Page\s+\d+",
    "sponsors": r".{2,}:?\*{0,3}\s*(?:revised\s+)?(?:draft\s+(?:resolution|decision)|amendments?)\b.*"
    r"|Draft\s+(?:resolution|decision)\s+(?:submitted|proposed|recommended)\b.*",
    "inline_opening": rf"[“\"]?The (?:{_PRINCIPAL}),\s+(?=[A-Z][a-z]+(?:ed|ing)\b)",
    "draft_heading": r"Draft\s+(resolution|decision)\s*([IVXLC]+|\d+)?\.?",
    "annex": r"(?:ANNEX|Annex|APPENDIX|Appendix|ENCLOSURE|Enclosure)(?:\s+(?:[IVXLC]+|\d+|[A-Z]))?\s*\*?"
    r"(?:\s*[–—:-]\s*\S.{0,200}[^.;,]|\s+[A-Z“][^.;:]{3,200}[^.;:,])?",
    "wrapper": rf"\b(?:[Rr]ecommends|[Dd]ecides to (?:recommend|transmit)|[Rr]ecommending|[Aa]pproves|[Tt]ransmits)\b"
    rf".*\b(?:following|annexed)\s+{_DRAFT}s?(?:\s+[^:]{{0,60}})?:?",
    "decision": rf"(?:At\s+its\s+.{{0,120}}?,\s+)?[Tt]he\s+({_PRINCIPAL})\b,?.*"
    rf"(?:,\s+[a-z]+(?:ing|ed)\b.*[:.]|{_DECIDING}.*)",
    "dated_decision": rf"At\s+its\s+.{{0,160}}?\bmeetings?\b.*?\b[Tt]he\s+(?:{_PRINCIPAL}|Council|Assembly)\b"
    rf".*?{_DECIDING}.*",
    "joint": r"[;,]\s+(?:and|or)$",
    "adverb": r"also|again|further|once|[a-z]+ly",
    "note_body": rf"(?:{_NOTE_STARTS})",
    "certain_note": r"(?!)",
    "loose_note_body": rf"(?:{_LOOSE_NOTE_STARTS}) ",
    "flush": r"and\s+(?:\w+ly\s+|also\s+|further\s+)?(?:[a-z]+[^su]s)\b",
    "numbered": rf"(?i:\b(?:{'|'.join(_NUMBERED.split())}))",
    "unit": rf"(?:%|(?:{'|'.join(_UNITS.split())}|per cent)\b)",
    "behind_mark": rf"(?:{'|'.join(_BEHIND_MARKS.split())}|[a-z]+ing)\b",
    "compound": rf"(?:{'|'.join(_COMPOUNDS.split())})",
}


def _citations() -> "CitationWords":
    from travaux.citations import ENGLISH  # what only parses needs none of it  # noqa: PLC0415

    return ENGLISH


def _meanings() -> Meanings:
    from travaux.languages.english_meanings import MEANINGS  # what only parses needs none of it  # noqa: PLC0415

    return MEANINGS


def _style() -> StyleWords:
    from travaux.languages.english_style import STYLE  # noqa: PLC0415 - a comparison alone has need of it

    return STYLE


LANGUAGE = Language(
    code="en",
    name="English",
    organs={
        "The General Assembly": "GA",
        "The Security Council": "SC",
        "The Economic and Social Council": "ECOSOC",
        "The Human Rights Council": "HRC",
        "The Trusteeship Council": "TC",
        "The Commission on Human Rights": "CHR",
    },
    months=_MONTHS,
    leads=tuple(_LEADS.split()),
    acts=tuple(_ACTS.split()),
    patterns=_PATTERNS,
    commonest=tuple(_COMMONEST.split()),
    citations=_citations,
    redlining=RedlineWords(
        small=frozenset(_SMALL.split()),
        clauses=frozenset(_CLAUSES.split()),
        openings=frozenset(_OPENINGS.split()),
        joints=frozenset({"and", "or", "to"}),
    ),
    references=REFERENCES,
    linting=LINTING,
    meanings=_meanings,
    style=_style,
)
