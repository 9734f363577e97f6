"""French: what opening lines, lead words and frame lines look like.

Lead words and acts after the resolutions of the principal organs, in both genders: the Assembly is feminine, a council
masculine. What each pattern must match is told in `docs/how-to/add-a-language.md`.
"""

from typing import TYPE_CHECKING

from travaux.contracts import Language, Meanings, RedlineWords, StyleWords
from travaux.languages.french_lint import LINTING
from travaux.languages.french_references import REFERENCES

if TYPE_CHECKING:
    from travaux.citations import CitationWords

_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
_MONTH = "(?:" + "|".join(f"[{name[0]}{name[0].upper()}]{name[1:]}" for name in _MONTHS) + ")"
_DAY = r"(?:1\s?er|\d{1,2})"
_DATE = rf"{_DAY}(?:\s*[-–]\s*{_DAY}|\s+au\s+{_DAY})?\s*{_MONTH}\s+\d{{4}}"
_ORDINAL = r"(?:\d+\s?(?:ers?|ère|res?|es?|ème|ᵉ))"
_PRINCIPAL = (
    r"Assemblée générale|Conseil de sécurité|Conseil économique et social|Conseil des droits de l['’]\s?homme"
    r"|Conseil de tutelle"
)
_ORGAN = _PRINCIPAL + r"|Commission [\w’' -]{3,60}|Comité [\w’' -]{3,60}"
_DRAFT = r"projets?\s+de\s+(?:résolution|décision)s?"
_BARE = str.maketrans("éèêàâîôûç", "eeeaaiouc")


def _words(text: str) -> tuple[str, ...]:
    """The words, and those whose first letter loses its accent where it is a capital: `Étant`, `Etant`."""
    return tuple(dict.fromkeys(form for word in text.split() for form in (word, word[0].translate(_BARE) + word[1:])))


_DECIDING = (
    r"\ba(?:\s+(?:\w+ment|aussi|en outre))?\s+"
    r"(?:décidé|élu|nommé|pris|approuvé|adopté|fait\s+sienne?s?|autorisé|souscrit)\b"
)
_BY = r"par\s+(?:l['’]\s?|la\s+|le\s+)"

_LEADS = """
    acclamant accordant accueillant adhérant adoptant affirmant affligé affligée agissant ajoutant alarmé alarmée
    animé animée appelant applaudissant appréciant apprenant approuvant appuyant associant assuré assurée attaché
    attachée attendant attentif attentive attirant attristé attristée ayant bouleversé bouleversée célébrant certain
    certaine cherchant choqué choquée commémorant comptant condamnant confiant confiante confirmant conformément
    confortant conscient consciente considérant constatant consternant consterné consternée convaincu convaincue
    convenant craignant croyant décernant décidant décidé décidée déclarant déçu déçue demandant demeurant dénonçant
    déplorant désapprouvant désirant désireuse désireux désolé désolée déterminé déterminée disposé disposée donnant
    ébranlé ébranlée écoutant élevant émettant ému émue encouragé encourageant encouragée engagé engageant engagée
    enhardi entendant entérinant envisageant espérant estimant étant étudiant évoquant examinant exhortant exigeant
    exprimant faisant favorable favorisant félicitant fermement fidèle fier fière fondant formant fort forte frappé
    frappée gardant guidé guidée heureuse heureux honorant horrifié horrifiée ignorant impatient impatiente
    impressionné impressionnée indignant indigné indignée inquiet inquiétant inquiète insistant inspirant inspiré
    inspirée invitant invoquant jaloux jugeant lançant louant marquant mesurant mettant montrant notant obligé
    obligée observant offrant optant ouvrant partageant peiné peinée pensant perplexe persuadé persuadée perturbé
    perturbée plaçant portant poursuivant précisant prenant préoccupant préoccupé préoccupée présent pressant priant
    proclamant profitant profondément promettant proposant prorogeant protestant rappelant réaffirmant recevant
    recherchant réclamant recommandant reconnaissant reconnaissante reconsidérant redisant redoutant référant
    regrettant réitérant rejetant réjouissant relevant remarquant remerciant rendant renouvelant renvoyant répétant
    répondant reprenant réservant résolu résolue respectant respectueuse respectueux restant révolté révoltée
    sachant saisi saisie saluant satisfait satisfaite scandalisé scandalisée sensible solidaire songeant soucieuse
    soucieux souhaitant soulagé soulageant soulagée soulignant souscrivant soutenant suggérant suivant supposant
    tablant tâchant tenant tendant tirant touché touchée traduisant travaillant troublé troublée trouvant usant
    valorisant veillant vérifiant vigilant vigilante visant vivement voulant voyant vu
"""
_ACTS = """
    accepte acclame accorde accueille adhère admet adopte adresse affirme ajourne alloue annonce annule appelle
    applaudit apporte apprécie approuve appuie arrête assure attache attend attire autorise avertit bénéficie bénit
    censure cesse charge choisit commande commémore compte conclut conçoit condamne confère confie confirme consent
    considère constate constitue convie convient convoque crée décerne décide déclare délègue demande demeure
    dénonce déplore désapprouve désigne détermine dirige dissout donne élargit élève élit émet emploie encourage
    engage enjoint enregistre entend entérine entreprend envisage espère est estime établit étend étudie évalue
    examine exhorte exige exprime fait félicite fixe fonde forme formule garde honore implore incite indique
    inquiète inscrit insiste institue interdit intime invite joint juge lance lève loue maintient marque mesure met
    modifie nomme notant note observe offre opte ordonne ouvre partage pense porte poursuit précise préconise prend
    préoccupe présente prie proclame prolonge promet prononce propose proroge rappelle rassure ratifie réaffirme
    réclame recommande reconduit reconnait reconnaît redemande redit refuse regrette réitère rejette rejoint réjouit
    relève remarque remercie rend renouvelle renvoie répète reporte reprend reproche requiert réserve résout reste
    révise révoque sait salue se signale somme souhaite soulève souligne soumet souscrit soutient substitue suggère
    supplie surseoit suspend tient transmet trouve veille veut voit vote
"""
_ADVERBS = """
    s se n ne y à aussi cependant de donc également en encore enfin ensuite là même nouveau outre par plus
    pour en outre toujours tout très bien
"""
_NOTE_STARTS = (
    r"Ibid|Ibidem|Voir|Résolutions?\b|Décisions?\b|Documents? officiels?|Document|Rapport|Adoptée?|Nations Unies"
    r"|Publication des Nations Unies|Assemblée générale|Idem|Recueil|Organisation|Question|[A-Z]{1,5}/|[“\"«]"
)
_LOOSE_NOTE_STARTS = r"Le|La|Les|L['’]|Pour|En|Dans|Au|Aux"
_NUMBERED = """
    nos? n° nᵒ num vols? par paras? paragraphes? alinéas? add rev corr amend art articles? chap chapitres? sect
    sections? p pp pages? fig figures? tableaux? tableau conf décl doc rés déc résolutions? décisions? série bull
    points? règles? numéros? annexe annexes principes? objectifs? cibles? titre tome livre phase catégorie groupe
"""
_UNITS = "cents? mille millions? milliards? billions? dollars euros francs pour"
_BEHIND_MARKS = (
    "et ou mais comme à au aux en dans sur par pour avec sans de des du qui que dont où lequel laquelle ainsi"
)
_COMPOUNDS = """
    ad anti après arrière au avant bien celui celle ceux celles ci co contre court demi dix en entre est ex extra franco
    grand haut hors inter intra là libre long lui mi mieux moins moyen multi nord non nouveau ouest outre par peut plus
    post pré presque pro quasi quatre quelques rendez sans semi sous soi socio sud sus tiers trans trois ultra vice vis
    eux elle elles mêmes vingt trente quarante cinquante soixante cent
"""

_COMMONEST = "le les des du et dans pour par sur au aux une qui est ou d l ses leur ces avec à"

_SMALL = """
    le la les un une des de du au aux à en dans sur sous par pour avec sans entre parmi vers chez depuis pendant
    durant après avant contre selon lors dès jusque jusqu'à et ou ni mais donc or que qui dont où lequel laquelle
    lesquels lesquelles auquel duquel desquels desquelles ce cet cette ces ceux celle celles celui cela ci son sa
    ses leur leurs notre nos il elle ils elles se y lui eux on même mêmes tel telle tels telles autre autres aussi
    ainsi également comme afin si est sont était étaient été être a ont avait avaient ayant étant soit notamment
    concernant relatif relative relatifs relatives
"""
_CLAUSES = """
    et ou mais ni qui que dont où lequel laquelle lesquels lesquelles tandis notamment prie invite engage demande
    décide recommande reconnaît souligne note prend réaffirme exprime encourage exhorte salue accueille rappelle
    priant invitant engageant demandant notant saluant reconnaissant soulignant rappelant encourageant considérant
"""
_OPENINGS = """
    le la les un une des de du au aux à en dans sur sous par pour avec sans entre parmi vers depuis pendant après
    avant contre selon son sa ses leur leurs ce cet cette ces comme
"""
_PATTERNS = {
    "article": r"L['’]\s?|L[ea]s?\s+",
    "finite": rf"(?:{'|'.join(_words(_ACTS))})",
    "announced": r"(?::|résolutions?|décisions?|suivants?|ci-après|ci-joints?|annexés?)$",
    "names_decision": r"(?i:décision)",
    "running_head": r"(?:Résolutions|Décisions)\s+(?:et\s+décisions|adoptées|prises)\b.{0,160}",
    "date": _DATE,
    "date_line": rf"(?:[Ll]e\s+)?{_DATE}(?:\s*[,.])?",
    "meeting": rf"(?P<meeting>(?:{_ORDINAL}|\d\S{{0,6}})\s+séances?(?:\s+[^\W\d_]+)?(?:\s+\([^()]{{1,40}}\))?\.?)"
    rf"(?:\s*,?\s*(?P<date>(?:le\s+)?{_DATE}\.?))?",
    "adopted": rf"Adoptée?\s+(?:à\s+l['’]\s?unanimité\s+)?(?:{_BY}(?:{_ORGAN})\s+)?"
    r"(?:à\s+l['’]\s?unanimité\s+)?[àa]\s+(?:sa|la|ta)\s+\S{1,8}\s+séance\b"
    rf"(?:.*?[\s,](?P<date>[Ll]e\s+{_DATE})\.?|.*)",
    "adopted_start": r"\[?(?:Adoptée?s?\s+(?:[àaâùé]\b|par\b|sans\b|lors\b|au\b|d['’])"
    r"|Le projet de (?:résolution|décision)\s+(?:est|a été) adopté).*",
    "action": rf"(?:Résolutions?|Décisions?)\s+(?:adoptée?s?|prises?)\s+(?:et\s+décisions\s+prises\s+)?{_BY}.*",
    "provenance": r"\[(?:sur|sans|adoptée?|S/|A/|E/).*\]",
    "states": r"(?:Pour|Contre|Abstentions?|S['’](?:étant abstenus?|abstiennent)|Ont voté pour|Ont voté contre"
    r"|Se sont abstenus)\s?:.*",
    "number_date": rf"(?:(?i:résolution)\s+)?\d+\s*\(\d{{4}}\)\.?(?:\s*Résolution)?(?:\s+du\s+{_DATE})?\.?",
    "adopted_on": rf"[Ll]e\s+{_DATE}",
    "of_date": rf"du\s+{_DATE}",
    "session": r"(?:[\w-]+\s+){1,4}session\b.*|[Ss]ession\s+de\s+(?:fond\s+de\s+)?\d{4}",
    "agenda_item": r"Points?\s+(?:\d|(?:de\s+l['’]\s?)?ordre du jour|subsidiaire|de\s+l['’]\s?ordre).*",
    "distribution": r"(?:.*\b)?Distr\.?\s*:?.*|Original\s*:.*|Français",
    "masthead": rf"NATIONS\s+UNIES|Nations\s+Unies|(?:{_PRINCIPAL})|ORIGINAL\s*:.*|Page\s+\d+|FRANÇAIS",
    "sponsors": r".{2,}\*{0,3}\s?:\s*(?:projets?\s+(?:révisés?\s+)?de\s+(?:résolution|décision)s?(?:\s+révisés?)?"
    r"|amendements?)\b.*"
    r"|Projets?\s+de\s+(?:résolution|décision)s?\s+(?:présentés?|proposés?|déposés?|recommandés?|soumis)\b.*",
    "inline_opening": rf"[«“\"]?\s?L(?:e |a |['’]\s?)(?:{_PRINCIPAL}),\s+(?=[A-ZÀÉ][a-zéè]+(?:ant|ée?|ue?)\b)",
    "draft_heading": r"Projets?\s+de\s+(?:résolution|décision)\s*(?:[IVXLC]+|\d+)?\.?",
    "annex": r"(?:ANNEXES?|Annexes?|APPENDICE|Appendice|PIÈCE\s+JOINTE|Pièce\s+jointe)(?:\s+(?:[IVXLC]+|\d+|[A-Z]))?"
    r"\s*\*?(?:\s*[–—:-]\s*\S.{0,200}[^.;,]|\s+[A-ZÀÉ«“][^.;:]{3,200}[^.;:,])?",
    "wrapper": r"\b(?:[Rr]ecommand(?:e|ant)|[Dd]écide\s+de\s+(?:recommander|transmettre)|[Aa]pprouve|[Tt]ransmet)\b"
    rf".*\b{_DRAFT}(?:\s+(?:suivante?s?|ci-après|ci-joints?|annexés?)|[^:]{{0,60}}:)(?:\s+[^:]{{0,60}})?\s?:?",
    "decision": rf"(?:[ÀA]\s+(?:sa|la|ses)\s+.{{0,120}}?,\s+)?[Ll](?:e\s|a\s|['’]\s?)(?:{_PRINCIPAL})\b,?.*"
    rf"{_DECIDING}.*",
    "dated_decision": rf"[ÀA]\s+(?:sa|la|ses)\s+.{{0,160}}?\bséances?\b.*?\bl(?:e\s|a\s|['’]\s?)"
    rf"(?:{_PRINCIPAL}|Conseil|Assemblée)\b.*?{_DECIDING}.*",
    "joint": r"[;,]\s+(?:et|ou)$",
    "adverb": rf"{'|'.join(dict.fromkeys(_ADVERBS.split()))}|(?!conformément)[^\W\d_]+ment",
    "note_body": rf"(?:{_NOTE_STARTS})",
    "certain_note": r"[Ii]bid\b|(?:Voir\s+)?(?:aussi\s+)?(?:également\s+)?[Dd]ocuments?\s+(?:officiels\b|S/)"
    r"|(?:Voir\s+)?[SAE]/(?:PRST/|PV\.|RES/)?\d|Résolutions?\s+\d+\s?[/(A-Z]|Procès-verbaux officiels"
    r"|Nations Unies, Recueil|Question ayant fait l['’]objet"
    r"|Le Conseil (?:de sécurité )?a (?:aussi |également )?adopté",
    "loose_note_body": rf"(?:{_LOOSE_NOTE_STARTS}) ?",
    "flush": rf"et\s+(?:\w+ment\s+|aussi\s+|également\s+|en\s+outre\s+|se\s+|s['’])?(?:{'|'.join(_words(_ACTS))})\b",
    "numbered": rf"(?i:\b(?:{'|'.join(_NUMBERED.split())}))",
    "unit": rf"(?:%|(?:{'|'.join(_UNITS.split())})\b)",
    "behind_mark": rf"(?:{'|'.join(_BEHIND_MARKS.split())}|[a-zéè]+ant)\b",
    "compound": rf"(?:{'|'.join(_COMPOUNDS.split())})",
}


def _citations() -> "CitationWords":
    from travaux.citations import CitationWords  # what only parses needs none of it  # noqa: PLC0415

    return CitationWords(
        resolution=("résolution", "résolutions"),
        decision=("décision", "décisions"),
        own="sa|ses",
        adjectives=r"[^\W\d_]{5,}",
        organs=(
            ("(?:l['’])?Assemblée générale", "GA"),
            ("(?:le )?Conseil de sécurité", "SC"),
            ("(?:le )?Conseil économique et social", "ECOSOC"),
            ("(?:le )?Conseil des droits de l['’]homme", "HRC"),
            ("(?:le )?Conseil de tutelle", "TC"),
            ("(?:la )?Commission des droits de l['’]homme", "CHR"),
            ("(?:la )?Commission des stupéfiants", "CND"),
            ("(?:la )?Commission pour la prévention du crime et la justice pénale", "CCPCJ"),
            ("(?:la )?Commission de la condition de la femme", "CSW"),
            ("(?:l['’])?Assemblée (?:des Nations Unies )?pour l['’]environnement", "UNEA"),
            ("(?:l['’])?Assemblée mondiale de la Santé", "WHA"),
            ("(?:le )?Conseil d['’]administration", ""),
            (
                "(?:la |le |l['’])?(?:Comité|Conférence|Congrès|Parties|Autorité|Agence|Organisation|Programme|Union)",
                "",
            ),
            ("(?:l['’])?Assemblée", "assembly"),
            ("(?:le )?Conseil", "council"),
            ("(?:la )?Commission", "commission"),
        ),
        possessive="(?!)",
        after="du|de",
        by="(?:dans|par|à|avec|de|et|notamment|conformément à|en application de|comme suite à)",
        joints="et|ou|ainsi que",
        notably="en particulier|notamment|y compris|dont|à savoir",
        through="à",
        of_date="du|en date du|adoptée le|de",
        date=r"(?P<day>[0-9]{1,2}(?:er)?)\s{1,3}(?P<month>MONTH)(?:\s{1,3}(?P<year>(?:19|20)[0-9]{2}))?",
        months=_MONTHS,
        wholes="annexes?|appendice",
        places=r"annexes?|appendice|sections?|parties?|chapitres?|paragraphes?|par\.|alinéas?",
        of_place="de la|des|de|du|à la|à|dans",
    )


def _meanings() -> Meanings:
    from travaux.languages.french_meanings import MEANINGS  # what only parses needs none of it  # noqa: PLC0415

    return MEANINGS


def _style() -> StyleWords:
    from travaux.languages.french_style import STYLE  # noqa: PLC0415 - a comparison alone has need of it

    return STYLE


LANGUAGE = Language(
    code="fr",
    name="French",
    organs={
        "L’Assemblée générale": "GA",
        "Le Conseil de sécurité": "SC",
        "Le Conseil économique et social": "ECOSOC",
        "Le Conseil des droits de l’homme": "HRC",
        "Le Conseil de tutelle": "TC",
        "La Commission des droits de l’homme": "CHR",
    },
    months=_MONTHS,
    leads=_words(_LEADS),
    acts=_words(_ACTS),
    patterns=_PATTERNS,
    commonest=tuple(_COMMONEST.split()),
    citations=_citations,
    redlining=RedlineWords(
        small=frozenset(_SMALL.split()),
        clauses=frozenset(_CLAUSES.split()),
        openings=frozenset(_OPENINGS.split()),
        joints=frozenset({"et", "ou", "à"}),
    ),
    references=REFERENCES,
    linting=LINTING,
    meanings=_meanings,
    style=_style,
)
