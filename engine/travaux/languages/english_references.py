"""English: how a text refers to its own paragraphs, and by what other texts are told from it."""

from typing import Final

from travaux.contracts import ReferenceWords

_NUMBER = r"(?:\d+|[IVXLC]+)(?:\s(?:bis|ter|quater))?"
_PROVISION = (
    r"(?:[Aa]rticles?|[Aa]rts?\.|[Rr]ules?|[Rr]egulations?|[Pp]rinciples?|[Gg]oals?|[Cc]lauses?|[Gg]uidelines?"
    r"|[Cc]hapters?)"
)
_ENDS = rf"{_PROVISION}\s{_NUMBER}(?:\s?\([a-z0-9]{{1,4}}\))*(?:(?:,?\s(?:and|or|to)\s|,\s){_NUMBER})*,?\s"

REFERENCES: Final = ReferenceWords(
    stems=("aragraph", "para.", "paras.", "ection", "nnex", "ppendi", "art ", "art\u00a0", "arts ", "arts\u00a0"),
    alone=("nnex", "preceding", "foregoing", "previous"),
    paragraph=(r"[Pp]aragraph|[Pp]ara\.", r"[Pp]aragraphs|[Pp]aras\."),
    subparagraph=("[Ss]ub-?paragraph", "[Ss]ub-?paragraphs"),
    section=("[Ss]ection", "[Ss]ections"),
    part=("[Pp]art", "[Pp]arts"),
    annex=("[Aa]nnex|[Aa]ppendix", "[Aa]nnexes|[Aa]ppendices"),
    adjectives="[Oo]perative|[Pp]reambular",
    preamble="[Pp]reambular",
    letter=r"\([a-z]{1,4}\)",
    joints="and|or|as well as|and/or|including",
    through="to|through",
    within="of|to",
    above="above",
    below="below",
    present=r"(?:the present|this)\s(?:draft\s)?(?:resolution|decision)",
    here=r"(?:the present|this)\s(?:section|part|annex|appendix|article|rule|paragraph)",
    whole=r"[Tt]he\sannex\s(?:to|of)\s(?:the\spresent|this)\s(?:resolution|decision)"
    r"|annexed\s(?:hereto|to\s(?:the\spresent|this)\s(?:resolution|decision))",
    preceding=r"the\s(?:immediately\s)?(?:preceding|foregoing|previous)\s(?:operative\s)?paragraph\b",
    behind=r",?\s(?:of|in|to|from|under|contained\sin|annexed\sto)\s(?:the|an?|its|his|her|their|that|those|each|annex|article|section"
    r"|resolutions?|decisions?|document|part|chapter|General|Security|Economic|Human|Council|Assembly|Commission|Conference"
    r"|[A-Z“\"(\d])|,?\sthere(?:of|to|in)\b|,?\sibid",
    before=rf"{_ENDS}|[Ii]bid\.,?\s",
    bodies="Commissions?|Committees?|Conferences?|Boards?|Councils?|Forum|Organi[sz]ations?|Programmes?|Agency|Union"
    "|Part(?:y|ies)|Assembly for",
    documents=r"[Aa]rticles?|[Rr]ules?|[Rr]eports?|[Cc]harter|[Cc]onventions?|[Cc]ovenants?|[Pp]rotocols?|[Dd]eclarations?"
    r"|[Aa]genda|[Pp]lans?\sof\s[Aa]ction|[Pp]rogrammes?\sof\s[Aa]ction|[Oo]utcomes?|[Ss]tatutes?|[Aa]greements?|[Tt]reat(?:y|ies)"
    r"|[Rr]ecommendations?|[Nn]otes?\sby|[Ll]etters?|[Rr]esolutions?|[Dd]ecisions?|[Dd]ocuments?|[Gg]uidelines?|[Pp]rinciples"
    r"|[Pp]act|[Cc]ompact|[Ff]ramework|[Pp]latform|[Cc]onsensus|[Tt]erms\sof\sreference|[Ss]trategy|[Cc]onclusions|[Cc]hapter",
)
