"""French: verbs of acts and verbs of action, in bands of conventional strength.

Bands are set within the language: French verbs do not stand one for one for English ones ("engage" serves both "calls
upon" and "encourages").
"""

from typing import Final

from travaux.languages.tables import acts

_DIRECTIVE = {
    5: """
        (exige|exigeant|exigé|exiger)
    """,
    4: """
        (demande|demandant|demandé|demander) instamment
        (prie|priant|prié|prier) instamment
        (exhorte|exhortant|exhorté|exhorter)
        (somme|sommant|sommé)
        (enjoint|enjoignant|enjoindre) à
        (charge|chargeant|chargé)
        (insiste|insistant|insisté|insister) pour
    """,
    3: """
        (demande|demandant|demandé|demander)
        (prie|priant|prié|prier)
        (appelle|appelant|appelé)
        (lance|lançant|lancé|lancer) un appel
    """,
    2: """
        (recommande|recommandant|recommandé|recommander)
        (engage|engageant|engager)
    """,
    1: """
        (encourage|encourageant|encourager)
        (invite|invitant|invité|inviter)
        (suggère|suggérant|suggéré|suggérer)
        (propose|proposant|proposé|proposer)
    """,
}
_DISPOSITIVE = {
    5: """
        (décide|décidant|décidé|décider)
        (adopte|adoptant|adopté|adopter)
        (approuve|approuvant|approuvé|approuver)
        (autorise|autorisant|autorisé|autoriser)
        (crée|créant|créé|créer)
        (proroge|prorogeant|prorogé|proroger)
        (nomme|nommant|nommé|nommer)
        (élit|élisant|élu|élire)
        (ouvre|ouvrant|ouvert) un crédit
        (institue|instituant|institué|instituer)
    """,
    4: """
        (fait|faisant|fait) (sien|siens|sienne|siennes)
        (souscrit|souscrivant) à
        (entérine|entérinant|entériné|entériner)
        (proclame|proclamant|proclamé|proclamer)
        (déclare|déclarant|déclaré|déclarer)
        (convient|convenant|convenu|convenir)
    """,
    3: """
        (accepte|acceptant|accepté|accepter)
        (s'engage|s'engageant|s'engager)
    """,
    2: """
        (conclut|concluant|conclu)
        (confirme|confirmant|confirmé|confirmer)
    """,
    1: """
        (attend|attendant|attendre) avec (intérêt|impatience)
        (reste|restant|demeure|demeurant) (saisi|saisie)
    """,
}
_APPROVING = {
    4: """
        (félicite|félicitant)
        (rend|rendant|rendu|rendre) hommage
        (applaudit|applaudissant)
    """,
    3: """
        (se félicite|se félicitant|se féliciter)
        (accueille|accueillant|accueilli|accueillir) avec (satisfaction|intérêt)
        (salue|saluant|salué|saluer)
        (remercie|remerciant|remercié|remercier)
        (sait|sachant) gré
        (exprime|exprimant|exprimé|exprimer) (sa|son) (profonde|vive|) \
            (gratitude|reconnaissance|satisfaction|remerciements)
    """,
    2: """
        (appuie|appuyant|appuyé|appuyer)
        (soutient|soutenant|soutenu|soutenir)
    """,
    0: """
        (encouragé|encouragée) par
        (convaincu|convaincue)
        (confiant|confiante)
        (résolu|résolue)
        (déterminé|déterminée)
        (espère|espérant)
        (désireux|désireuse)
        (soucieux|soucieuse)
    """,
}
_DISAPPROVING = {
    4: """
        (condamne|condamnant|condamné|condamner)
        (dénonce|dénonçant|dénoncé|dénoncer)
        (rejette|rejetant|rejeté|rejeter)
    """,
    3: """
        (déplore|déplorant|déploré|déplorer)
        (consterné|consternée)
        (indigné|indignée)
    """,
    2: """
        (se déclare|se déclarant|est) (vivement|gravement|profondément|) (préoccupé|préoccupée)
        (préoccupé|préoccupée)
        (alarmé|alarmée)
        (se dit|se disant) (vivement|gravement|profondément|) (préoccupé|préoccupée)
        (exprime|exprimant|exprimé|exprimer) sa (profonde|vive|grave|) (préoccupation|inquiétude)
        (inquiet|inquiète)
        (s'inquiète|s'inquiétant)
    """,
    1: """
        (regrette|regrettant|regretté|regretter)
    """,
}
_COGNITIVE = {
    4: """
        (réaffirme|réaffirmant|réaffirmé|réaffirmer)
        (affirme|affirmant|affirmé|affirmer)
    """,
    3: """
        (réitère|réitérant|réitéré|réitérer)
        (souligne|soulignant|souligné|souligner)
        (insiste|insistant|insisté|insister) sur
        (met|mettant|mis|mettre) l'accent sur
    """,
    2: """
        (reconnaît|reconnait|reconnaissant|reconnu|reconnaître)
        (constate|constatant|constaté|constater)
        (rappelle|rappelant|rappelé|rappeler)
        (met|mettant) en (relief|évidence|avant)
    """,
    1: """
        (prend|prenant|pris|prendre) (note|acte)
        (note|notant|noté|noter)
        (considère|considérant)
        (observe|observant|observé)
        (conscient|consciente)
        (est conscient|est consciente)
    """,
    0: """
        (guidé|guidée)
        s'inspirant
        (ayant) à l'esprit
        (gardant|garde) (à l'esprit|présent à l'esprit|en mémoire)
        (estime|estimant)
        (ayant) examiné
        (ayant) entendu
        (ayant) reçu
        (ayant) étudié
        (sachant)
        (tenant compte|tient compte)
        (agissant|agit)
        (se référant|se réfère)
    """,
}
_ACTION = {
    5: """
        (garantir|garantit|garantissant|garantissent)
        (assurer|assure|assurant|assurent)
        (veiller|veille|veillant|veillent) à
        (éliminer|élimine|éliminant|éliminent)
        (interdire|interdit|interdisant|interdisent)
        (prévenir|prévient|prévenant|préviennent)
        (faire cesser|mettre fin|mettant fin) à
        (cesser|cesse|cessant|cessent)
        (se conformer|se conforme|se conformant|se conforment) à
    """,
    4: """
        (appliquer|applique|appliquant|appliquent)
        (fournir|fournit|fournissant|fournissent)
        (protéger|protège|protégeant|protègent)
        (respecter|respecte|respectant|respectent)
        (ratifier|ratifie|ratifiant|ratifient)
        (adhérer|adhère|adhérant|adhèrent) à
        (adopter|adopte|adoptant|adoptent)
        (combattre|combat|combattant|combattent)
        (réduire|réduit|réduisant|réduisent)
        (augmenter|augmente|augmentant|augmentent)
        (présenter|présente|présentant|présentent)
        (convoquer|convoque|convoquant|convoquent)
        (mettre|mettant|mettent) en œuvre
    """,
    3: """
        (renforcer|renforce|renforçant|renforcent)
        (promouvoir|promeut|promouvant|promeuvent)
        (améliorer|améliore|améliorant|améliorent)
        (accélérer|accélère|accélérant|accélèrent)
        (continuer|continue|continuant|continuent) (de|d'|à)
        (poursuivre|poursuit|poursuivant|poursuivent)
        (maintenir|maintient|maintenant|maintiennent)
        (intensifier|intensifie|intensifiant|intensifient)
        (soutenir|soutient|soutenant|soutiennent)
        (appuyer|appuie|appuyant|appuient)
        (faciliter|facilite|facilitant|facilitent)
        (favoriser|favorise|favorisant|favorisent)
        (aider|aide|aidant|aident)
    """,
    2: """
        (contribuer|contribue|contribuant|contribuent) à
        (encourager|encourageant|encouragent)
        (permettre|permet|permettant|permettent)
        (échanger|échange|échangeant|échangent)
        (suivre|suit|suivant|suivent)
        (évaluer|évalue|évaluant|évaluent)
    """,
    1: """
        (examiner|examine|examinant|examinent)
        (étudier|étudie|étudiant|étudient)
        (réfléchir|réfléchit|réfléchissant|réfléchissent) à
    """,
}

ACTS: Final = (
    *acts("directive", _DIRECTIVE),
    *acts("dispositive", _DISPOSITIVE),
    *acts("approving", _APPROVING),
    *acts("disapproving", _DISAPPROVING),
    *acts("cognitive", _COGNITIVE),
    *acts("action", _ACTION),
)

_ADVERBS = """
    vivement profondément gravement fermement énergiquement instamment sincèrement vigoureusement chaleureusement
    solennellement     également aussi encore outre en de nouveau
"""
ADVERBS: Final = frozenset(_ADVERBS.split())
