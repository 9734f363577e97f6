"""English: when, how often, how many."""

from typing import Final

from travaux.languages.delegations import ATTRIBUTION
from travaux.languages.tables import phrases

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_UNITS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|thirty|sixty|ninety"
_CAP = r"[A-ZÀ-Þ][\w’'.-]*"
_ORDINAL = (
    r"(?:(?:one )?hundred(?: and)?[ -])?(?:(?:twen|thir|for|fif|six|seven|eigh|nine)ty-)?(?:first|second"
    r"|third|fourth|fifth"
    r"|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth"
    r"|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ieth|hundredth)|\d{1,3}(?:st|nd|rd|th)"
)

MEASURES: Final = (
    *phrases(
        "time",
        {
            "frequency": """
                annual; annually; biennial; biennially; biannual; biannually; triennial; triennially; quadrennial
                quadrennially
                quarterly; monthly; weekly; daily; semi-annual; semi-annually; every year; each year; yearly
                every second year
                (on|in) (an annual|a biennial|a triennial|a quarterly|a regular|a monthly|a periodic|an ongoing) basis
                every (two|three|four|five|six|ten|other) (years|months|weeks)
                every (month|session|six months|quarter); at every session
                twice a year; twice yearly; once a year; once every two years; regularly; periodically; periodic
                regular; at regular intervals
                continuously; from time to time; each session; at each session; biennium; triennium
            """,
            "deadline": """
                (not|no) later than; (not|no) earlier than; by the end of; before the end of; until; as of
                with effect from
                at the latest; prior to; in time for; starting from; from now on; until such time as; in advance of
                pending
                well in advance; upon completion of; at the end of; by the beginning of; at the beginning of
            """,
            "urgency": """
                immediately; immediate; (without|without any) (further|undue|) delay; promptly; prompt
                as soon as (possible|practicable|feasible)
                at (the|its|their) earliest (possible|) (opportunity|date|time|convenience); at an early date
                expeditiously; forthwith
                in a timely (manner|fashion); timely; swiftly; swift; rapidly; rapid; speedily; speedy
                as early as possible; in due course
                as quickly as possible; with immediate effect; early; at the earliest; soon; quickly; expedited
                ahead of time
            """,
            "session": """
                (at|during|in) its next session; its next session
                (its|the) (following|subsequent|forthcoming|current|present|resumed) session
                next session; current session; present session; resumed session; substantive session
                forthcoming session
                the next (meeting|conference|biennium); next regular session; (the|) first part of its resumed
                main part of its
            """,
            "span": """
                short-term; long-term; medium-term; mid-term; interim; permanent; permanently; temporary; temporarily
                provisional
                provisionally; indefinitely; indefinite; for a further period; for a period; ongoing
                open-ended; one-time; in the long term
            """,
        },
    ),
    *phrases(
        "quantity",
        {
            "bound": """
                at least; at most; up to; (no|not) (less|fewer|more) than; (more|less|fewer) than; approximately
                about; a (minimum|maximum) of
                in excess of; nearly; almost; over half; roughly; a total of; minimum
                maximum
            """,
            "share": """
                half; one half; one third; two thirds; a third; a quarter; one quarter; three quarters; one fifth
                twice; double; triple; once
                doubling; tripling; halving; tenfold; a majority; two-thirds; one-third; halve; the number of
                per cent; dozens; hundreds
            """,
        },
    ),
)

PATTERNS: Final = {
    "counted": rf"\d|\b(?:{_ORDINAL}|{_UNITS}|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand"
    rf"|million|{_MONTHS}"
    r"|(?:hour|day|week|month|year|decade|session|meeting|anniversary)s?|[Cc]hapter|cent)\b",
    "resolution": r"\b(?:\d{1,4}/(?:\d{1,4}(?:\s[A-Z]\b)?|[-_–—.…]+|[A-Z]{2,}[\w.]*)"
    r"|\d{1,4}(?:\s[A-Z])?\s\((?:\d{4}|[IVXLC]+"
    r"|E?S-[\dIVX]+)\))"
    rf"(?:\sof\s\d{{1,2}}\s(?:{_MONTHS})\s\d{{4}})?",
    "symbol": r"\b[A-Z]{1,6}(?:\(\d+\))?(?:/[\w.()-]*[\w)])+(?:\s[A-Z](?:\.\d+)?\b)?",
    "date": rf"(?:\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}}|\s(?:to|and)\s\d{{1,2}})?\s)?(?-i:{_MONTHS})(?:\s\d{{4}})?\b",
    "year": r"\b(?:1[89]|20|21)\d{2}(?:\s?[-–/]\s?(?:(?:1[89]|20|21)\d{2}|\d{2}))?s?\b",
    "session": rf"\b(?P<ordinal>{_ORDINAL})(?:\s(?:and|to)\s(?:{_ORDINAL}))?,?\s(?:(?!to\b|and\b"
    rf"|of\b)[\w-]+\s){{0,3}}?"
    r"(?:sessions?|meetings?|anniversary|plenary)\b",
    "ordinal": rf"\b(?:{_ORDINAL})\b(?!\s(?:[Cc]ommittee|of (?:{_MONTHS})))",
    "period": rf"\b(?:every\s)?(?:\d+|(?:{_UNITS})(?:-(?:{_UNITS}))?|a|an|several)[\s-](?:further\s"
    rf"|additional\s|consecutive\s|calendar\s|working\s)?"
    r"(?:hours?|days?|weeks?|months?|years?|decades?|quarters?)\b",
    "number": rf"(?:(?:US)?\$\s?|€\s?)?\b\d+(?:[.,]\d+)*(?:\s\d{3}\b)*"
    r"(?:(?<=\d)\s?(?:%|per\scent|percent|million|billion"
    rf"|thousand|trillion|dollars|days?|members)\b"
    rf"|(?<=\d))|\b(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:{_UNITS}))?"
    rf"|(?!one\b)(?:{_UNITS})|hundred|thousand|million)\b",
    "provision": r"\b(?:Articles?|articles?|rules?|Rules?|regulations?|Regulations?|principles?|Goals?|goals?"
    r"|targets?|Targets?|Chapters?|chapters?"
    r"|Action|Actions|recommendations?|annexe?s?)\s\d+(?:\.[\da-z]+)?(?:\s?\([a-z0-9]+\))*"
    r"(?:(?:,\s|\sand\s|\sto\s|,\sand\s)\d+(?:\.[\da-z]+)?(?:\s?\([a-z0-9]+\))*)*|\bChapters?\s[IVXLC]+\b",
    "pointer": r"\b(?:sub)?paragraphs?\s(?:\d+|\()[^;:]{0,60}?(?=\s(?:above|below|of)\b)"
    r"|\b(?:sub)?paragraphs?\s\d+(?:(?:,\s|\sand\s|\sto\s)\d+)*"
    r"|\b\d+(?:(?:,\s|\sand\s|\sto\s)\d+)*(?=\s(?:of\s(?:its|the)\s(?:resolution|annex)|above|below))"
    r"|\bsections?\s[IVXLC]+\b|\bNo\.\s?\d+|\bpp?\.\s?\d+|\bnotes?\s\d+",
    "name": rf"{_CAP}(?:\s{_CAP})*(?:\s(?:of|for|on|against|de|la)(?:\sthe)?\s{_CAP}(?:\s{_CAP})*"
    rf"(?:(?:,\s{_CAP})*,?\sand\s{_CAP}(?:\s{_CAP})*)?)*",
    "body": r"\b(?:Office|Committee|Commission|Council|Assembly|Department|Division|Branch|Fund|Programme(?! of)"
    r"|Agency|Organi[sz]ation|Secretariat|Board|"
    r"Representative|Rapporteurs?|Envoy|Adviser|Coordinator|Commissioner|Director|Secretary|Union|Bank"
    r"|Institute|Authority|Mission|Force|Court|"
    r"Tribunal|Panel|Group|Bureau|Centre|University|Forum|Unit|Service|Services|Mechanism)\b",
    "verbal": r"(?:\b(?:to|and|or|shall|should|may|must|will|can|would|could|not|also|further|then|which|that"
    r"|who|it|they|by|\w+ly)"
    r"\s|[,;:(“\"]\s?|\A\W*)\Z",
    "act": r"(?:\b(?:and|or|also|further|\w+ly)\s|[,;:(“\"]\s?|\A\W*)\Z",
    "quotes": '[“"«][^”"»]*[”"»]?',
    "attribution": ATTRIBUTION,
    "status": r"[\[(]?\b(?:agreed ad ref(?:erendum)?\.?|agreed(?= ?[\])])|AGREED|ad ref(?:erendum)?\.?"
    r"|reopened|reserved)\b[\])]?",
}
