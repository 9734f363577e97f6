"""French: when, how often, how many."""

import re
from typing import Final

from travaux.languages.delegations import ATTRIBUTION
from travaux.languages.tables import phrases

_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_UNITS = "deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente"
_TENS = "vingt|trente|quarante|cinquante|soixante|soixante-dix|quatre-vingts?|quatre-vingt-dix|cent"
_SMALL: Final = {
    "un": 1, "deux": 2, "trois": 3, "quatr": 4, "quatre": 4, "cinq": 5, "cinqu": 5, "six": 6, "sept": 7, "huit": 8,
    "neuf": 9, "neuv": 9, "dix": 10, "onze": 11, "onz": 11, "douz": 12, "douze": 12, "treiz": 13, "treize": 13,
    "quatorz": 14, "quatorze": 14, "quinz": 15, "quinze": 15, "seiz": 16, "seize": 16, "vingt": 20, "trent": 30,
    "trente": 30, "quarant": 40,
    "quarante": 40, "cinquant": 50, "cinquante": 50, "soixant": 60, "soixante": 60,
}  # fmt: skip
_FIGURES: Final = re.compile(r"(\d{1,3})\s?(?:ers?|[èe]?re|e|ème|ᵉ)")
_ORDINAL = (
    rf"(?:(?:{_TENS}|un|une|et|dix|{_UNITS})[- ])*(?:première?|premier|seconde?|(?:[a-zé]+)ième)"
    rf"|\d{{1,3}}\s?(?:ers?|[èe]?re|e|ème|ᵉ)"
)


def ordinal(text: str) -> int | None:
    """Return the number of a French ordinal, spelled out or in figures, in any case; else None.

    >>> ordinal("soixante et unième"), ordinal("quatre-vingt-dixième"), ordinal("première"), ordinal("12e")
    (61, 90, 1, 12)
    """
    words = re.sub(r"[\s‐‑–—-]+", " ", text.strip().lower())
    if figures := _FIGURES.fullmatch(words):
        return int(figures[1])
    if words in ("premier", "première"):
        return 1
    if words in ("second", "seconde"):
        return 2
    if not words.endswith("ième"):
        return None
    parts = [part for part in words.removesuffix("ième").split() if part != "et"]
    value = 0
    for at, part in enumerate(parts):
        number = 100 if part in ("cent",) else _SMALL.get(part)
        if number is None:
            return None
        if number == _SCORE and at and parts[at - 1] in ("quatre",):
            value += 4 * _SCORE - 4
        elif number == _HUNDRED and value:
            value *= _HUNDRED
        else:
            value += number
    return value or None


_SCORE, _HUNDRED = 20, 100

MEASURES: Final = (
    *phrases(
        "time",
        {
            "frequency": """
                annuel; annuelle; annuellement; biennal; biennale; biennal; semestriel; semestrielle; trimestriel
                trimestrielle; mensuel
                tous les (ans|deux ans|trois ans|quatre ans|cinq ans|mois|six mois); chaque année; régulièrement
                périodiquement
                périodique; périodiques; à intervalles réguliers; à chaque session; une fois par an; deux fois par an
                en permanence
            """,
            "deadline": """
                au plus tard; avant la fin de; d'ici à; d'ici; jusqu'à; à compter de; à partir de; au plus tôt
                avant fin; d'ici la fin de
            """,
            "urgency": """
                immédiatement; immédiat; immédiate; sans (retard|délai|tarder|plus tarder); rapidement; rapide
                dès que possible; au plus vite
                dans les meilleurs délais; dans les plus brefs délais; en temps voulu; en temps utile; promptement
                sans attendre; aussitôt que possible
                le plus tôt possible; d'urgence
            """,
            "session": """
                à sa prochaine session; sa prochaine session; prochaine session; à la session en cours
                session en cours; présente session
            """,
            "span": """
                à court terme; à long terme; à moyen terme; provisoire; provisoirement; permanent; permanente
                temporaire; temporairement
            """,
        },
    ),
    *phrases(
        "quantity",
        {
            "bound": """
                au moins; au plus; jusqu'à concurrence de; plus de; moins de; environ; au minimum; au maximum; près de
                un maximum de
            """,
            "share": """
                la moitié; un tiers; deux tiers; un quart; trois quarts; le double; deux fois; trois fois; pour cent
                la majorité
            """,
        },
    ),
)

PATTERNS: Final = {
    "counted": rf"\d|\b(?:{_UNITS}|{_TENS}|{_MONTHS}|premi(?:er|ère)|seconde?|[a-zé]+ième|jours?|semaines?"
    rf"|mois|ans?|années?|sessions?)\b",
    "resolution": r"\b(?:\d{1,4}/\d{1,4}(?:\s[A-Z]\b)?|\d{1,4}(?:\s[A-Z])?\s\((?:\d{4}|[IVXLC]+|E?S-[\dIVX]+)\))"
    rf"(?:\sdu\s\d{{1,2}}(?:er)?\s(?:{_MONTHS})\s\d{{4}})?",
    "symbol": r"\b[A-Z]{1,6}(?:\(\d+\))?(?:/[\w.()-]*[\w)])+",
    "pointer": r"\b(?:paragraphes?|alinéas?)\s\d+(?:(?:,\s|\set\s|\sà\s)\d+)*|\bsections?\s[IVXLC]+\b"
    r"|\b[Nn][o°]s?\s?\d+|\bp\.\s?\d+",
    "provision": r"\b(?:[Aa]rticles?|[Rr]ègles?|[Pp]rincipes?|[Oo]bjectifs?|[Cc]ibles?|[Cc]hapitres?"
    r"|[Aa]nnexes?)\s\d+(?:\.[\da-z]+)?"
    r"(?:(?:,\s|\set\s|\sà\s)\d+(?:\.[\da-z]+)?)*|\b[Cc]hapitres?\s[IVXLC]+\b",
    "date": rf"(?:\d{{1,2}}(?:er)?(?:\s?[-–]\s?\d{{1,2}}|\s(?:au|et)\s\d{{1,2}})?\s)?\b(?:{_MONTHS})\b(?:\s\d{{4}})?",
    "session": rf"\b(?P<ordinal>{_ORDINAL})\s(?:(?!à\b|et\b|de\b)[\w-]+\s){{0,2}}?(?:sessions?|séances?"
    rf"|réunions?|anniversaire|conférence)\b",
    "period": rf"\b(?:\d+|(?:{_UNITS})|une?|plusieurs)\s(?:jours?|semaines?|mois|ans?|années?|heures?|décennies?)\b",
    "year": r"\b(?:1[89]|20|21)\d{2}(?:\s?[-–/]\s?(?:(?:1[89]|20|21)\d{2}|\d{2}))?\b",
    "ordinal": rf"\b(?:{_ORDINAL})\b(?!\sCommission)",
    "number": rf"\b\d+(?:[.,]\d+)*(?:\s\d{3}\b)*"
    rf"(?:(?<=\d)\s?(?:%|pour\scent|millions?|milliards?|dollars)|(?<=\d))|\b(?:{_UNITS}"
    rf"|{_TENS})\b|\b(?:mille|millions?)\b",
    "name": r"[A-ZÀ-Þ][\w’'.-]*(?:(?:\s(?:de la|de l['’]|de|du|des|d['’]|pour|aux?|à la|à l['’]|sur"
    r"|contre))?\s?(?:(?:les?|la|l['’])\s?)?[A-ZÀ-Þ][\w’'.-]*)*",
    "body": r"\b(?:Bureau|Comité|Commission|Conseil|Assemblée|Département|Division|Fonds|Programme(?! of| d['’])|Agence"
    r"|Organisation|Secrétariat|Représentante?|"
    r"Rapporteu[rs]e?|Envoyée?|Coordonnat\w+|Commissaire|Direct\w+|Secrétaire|Union|Banque|Institut|Autorité"
    r"|Mission|Force|Cour|Tribunal|Groupe|"
    r"Centre|Université|Forum|Service|Office|Haut-Commiss\w+)\b",
    "verbal": r"(?:\b(?:et|ou|à|de|doit|doivent|devraient|devrait|peut|peuvent|qui|il|elle|ils|elles|se|ne"
    r"|aussi|en|pour|également|\w+ment)\s"
    r"|\b(?:d|s|n|l)'|[,;:(«]\s?|\A\W*)\Z",
    "act": r"(?:\b(?:et|ou|aussi|également|\w+ment)\s(?:se\s)?|[,;:(«]\s?|\A\W*)\Z",
    "quotes": "[“\"«][^”\"»]*[”\"»]?",
    "attribution": ATTRIBUTION,
    "status": r"[\[(]?\b(?:agréé ad referendum|adopté ad referendum|ad ref(?:erendum)?\.?|agreed ad ref\.?)[\])]?",
}  # fmt: skip
