"""French: how a text refers to its own paragraphs, and by what other texts are told from it."""

from typing import Final

from travaux.contracts import ReferenceWords

_NUMBER = r"(?:\d+|[IVXLC]+|premier)(?:\s(?:bis|ter|quater))?"
_PROVISION = r"(?:[Aa]rticles?|[Aa]rts?\.|[Rr]ègles?|[Pp]rincipes?|[Oo]bjectifs?|[Dd]irectives?|[Cc]hapitres?)"
_PRESENT = r"la\s(?:présente\s(?:résolution|décision))|(?:le|du|au)\sprésent\sprojet\sde\srésolution"

REFERENCES: Final = ReferenceWords(
    stems=("aragraphe", "par.", "linéa", "ection", "artie", "nnexe", "ppendice", "joint"),
    alone=("nnex", "joint", "précédent"),
    paragraph=(r"[Pp]aragraphe|[Pp]ar\.", "[Pp]aragraphes"),
    subparagraph=("[Aa]linéa|[Ss]ous-alinéa", "[Aa]linéas|[Ss]ous-alinéas"),
    section=("[Ss]ection", "[Ss]ections"),
    part=("[Pp]artie", "[Pp]arties"),
    annex=("[Aa]nnexe|[Aa]ppendice", "[Aa]nnexes|[Aa]ppendices"),
    adjectives="(?!)",
    letter=r"\(?[a-z]{1,4}\)",
    joints="et|ou|ainsi que|et/ou",
    through="à",
    within=r"de la|de l['’]|du|des|de",
    above="ci-dessus|qui précèdent?|susmentionnés?|susvisés?",
    below="ci-dessous|ci-après|qui suit|qui suivent",
    present=_PRESENT,
    here=r"(?:la\sprésente|cette)\s(?:section|partie|annexe)|(?:le\sprésent|du\sprésent|au\sprésent)\s(?:article|paragraphe)",
    whole=rf"[Ll]['’]annexe\s(?:de|à)\s(?:{_PRESENT})|(?:joints?|jointes?|annexée?s?)\sà\s(?:{_PRESENT})",
    preceding=r"(?:le|du|au)\sparagraphe\sprécédent",
    behind=r",?\s(?:de\sla|de\sl['’]|des|du|de\sses|de\ssa|de\sson|d['’]|dudit|de\sladite|de\scette|de\scet|de\sce|à\sla|à\sl['’]|au"
    r"|dans\s(?:la|le|les|sa|son)|de\s(?=[A-Z“«\d]))",
    before=rf"{_PROVISION}\s{_NUMBER}(?:(?:,?\s(?:et|ou|à)\s|,\s){_NUMBER})*,?\s|[Ii]bid\.,?\s",
    bodies="Commissions?|Comités?|Conférences?|Conseils?|Forum|Organisations?|Programmes?|Agence|Union|Parties",
    documents=r"[Aa]rticles?|[Rr]ègles?|[Rr]apports?|[Cc]harte|[Cc]onventions?|[Pp]actes?|[Pp]rotocoles?|[Dd]éclarations?"
    r"|[Pp]rogrammes?|[Pp]lans?|[Dd]ocuments?|[Ss]tatuts?|[Aa]ccords?|[Tt]raités?|[Rr]ecommandations?|[Nn]otes?|[Ll]ettres?"
    r"|[Rr]ésolutions?|[Dd]écisions?|[Dd]irectives|[Pp]rincipes|[Cc]adre|[Ss]tratégie|[Cc]onclusions|[Cc]hapitre",
)
