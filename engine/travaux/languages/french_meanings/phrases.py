"""French: phrases that weaken, condition, limit or firm up; words of degree; modal verbs; negations; who acts."""

from typing import Final

from travaux.languages.tables import phrases

_LAW = "(législation|droit|droit interne|lois|lois et règlements|législation nationale|droit national)"

PHRASES: Final = (
    *phrases(
        "qualifier",
        {
            "choice": """
                selon qu'il (convient|conviendra|convenait); selon (que de besoin|les besoins|le cas); s'il y a lieu
                le cas échéant
                lorsqu'il y a lieu; lorsque cela est (possible|nécessaire|approprié|utile); si nécessaire; au besoin
                en tant que de besoin
                selon ce qui convient; comme il convient; comme il conviendra; lorsque c'est possible; si possible
                si besoin est
                si elles le (souhaitent|jugent utile); s'ils le (souhaitent|jugent utile); chaque fois que possible
                éventuellement
                quand il y a lieu; là où il convient; à (leur|sa) discrétion; lorsqu'il convient; s'il convient
                autant que de besoin
            """,
            "extent": """
                dans la (mesure|plus large mesure|toute la mesure) \
                    (du possible|possible|de leurs moyens|où elles le peuvent)
                dans toute la mesure (possible|du possible|voulue); autant que (possible|faire se peut)
                dans la mesure de leurs (moyens|capacités)
                dans la limite de leurs (moyens|capacités); du mieux possible; au mieux de leurs capacités
                le plus largement possible
            """,
            "condition": """
                (à|sur) (la|leur|sa) demande; sur demande; à la demande de; sous réserve (de|des|du|d'|que)
                à condition (que|de); pourvu que
                avec (le|leur|son) consentement; avec l'accord de; qui en font la demande; en mesure de le faire
                qui sont en mesure de le faire
                sauf décision contraire; si la demande en est faite; si la situation le permet
            """,
            "means": """
                dans (la limite|les limites) des ressources (existantes|disponibles|approuvées)
                dans les limites des ressources existantes
                au moyen (des|de) ressources (existantes|disponibles|extrabudgétaires)
                dans le cadre des ressources existantes
                sous réserve (de la disponibilité|des disponibilités) (de|en) (ressources|fonds) (extrabudgétaires|)
                sous réserve (de|des) ressources disponibles; au moyen de contributions volontaires
                contributions volontaires
                ressources (extrabudgétaires|existantes|supplémentaires|additionnelles); budget ordinaire
                sans coût supplémentaire
                sans incidences financières; extrabudgétaires
            """,
            "remit": """
                dans (le cadre|les limites) de (son|leur|leurs) (mandat|mandats) (respectif|respectifs|)
                dans (le|la) (cadre|limite) de ses attributions
                conformément à (son|leur|leurs) (mandat|mandats) (respectif|respectifs|)
                dans les limites de sa compétence
                dans leurs domaines de compétence; dans le cadre de leurs mandats respectifs
            """,
            "law": f"""
                (conformément|conforme) (à la|au|aux|à leur|à leurs|à sa) {_LAW}
                conformément au droit (international|interne|international applicable)
                dans le respect (du|de la) (droit international|législation nationale); dans le respect de leur {_LAW}
                compte tenu \
                    (de la situation nationale|des circonstances nationales|des priorités nationales)
                conformément à leurs obligations (internationales|); conformément aux obligations
                conformément aux priorités nationales
            """,
            "voluntary": """
                à titre (volontaire|facultatif|gracieux|exceptionnel); volontaire; volontairement
                de manière volontaire; non contraignant
                juridiquement contraignant; contraignant; facultatif; facultative; obligatoire
                arrêtées d'un commun accord; au cas par cas
            """,
            "effort": """
                envisager (de|d'|la|le|les); envisage de; envisageant de; s'efforcer (de|d'); s'efforce de
                s'efforçant de; chercher à
                s'attacher à; s'employer à; tendre à; tenter de; étudier (la possibilité|les moyens|les possibilités)
                examiner (la possibilité|les moyens|les possibilités); œuvrer (à|en faveur de)
                tout mettre en œuvre pour; prendre des mesures pour
            """,
            "graded": "progressivement; progressive; progressif; graduellement; par étapes; au fil du temps",
            "purpose": "en vue (de|d'); dans le but de; visant à; afin de; dans l'objectif de; tendant à",
            "regard": """
                compte tenu (de|du|des); tenant (compte|dûment compte) (de|du|des); en tenant compte de
                eu égard (à|au|aux)
                sans préjudice (de|du|des); nonobstant; à la lumière (de|du|des); conformément (à|au|aux)
                dans le respect (de|du|des)
                sur la base (de|du|des); en application (de|du|des); sans discrimination; sans distinction
                sur un pied d'égalité
                indépendamment de; quel que soit; en conformité avec
            """,
            "partners": """
                en (étroite|pleine|) \
                    (consultation|coopération|coordination|collaboration|concertation|partenariat|association) avec
                de concert avec; avec (l'appui|le concours|l'aide|la participation|le soutien) (de|du|des)
            """,
            "exception": """
                sauf; excepté; à l'exception (de|du|des); à moins que; hormis; à l'exclusion (de|du|des); autres que
            """,
            "firm": """
                à titre prioritaire; en priorité; en toutes circonstances; sans exception; sans condition
                sans conditions préalables
                à tout moment; de bonne foi; inconditionnellement; intégralement; intégrale et effective
            """,
        },
    ),
    *phrases(
        "intensity",
        {
            "force": """
                vivement; profondément; gravement; fermement; énergiquement; instamment; vigoureusement; pleinement
                sérieusement
                catégoriquement; résolument; sincèrement; chaleureusement; très; particulièrement; extrêmement
                hautement; fortement
                sensiblement; considérablement; effectivement; efficacement; activement; suffisamment; profonde
                profond; vive; grave
                graves; essentielle; essentiel; crucial; cruciale; important; importante; primordial; primordiale
                urgente; urgent; forte
                sérieuse; strictement; strict; stricte; véritable; plus; moins; dûment; concrètes; ambitieuses
                dans les termes les plus énergiques
            """,
            "tone": """
                avec (une vive|une profonde|une grande|beaucoup d'|un vif|grand|regret|une grave|) \
(satisfaction|intérêt|préoccupation|inquiétude|gratitude|reconnaissance|regret|appréciation)
                sa (profonde|vive|grave|sincère|) \
                    (gratitude|reconnaissance|préoccupation|satisfaction|inquiétude|solidarité)
                ses (sincères|vifs|) (remerciements|condoléances|regrets)
            """,
        },
    ),
    *phrases(
        "modal",
        {
            "obligation": """
                doit; doivent; devra; devront; (est|sont) (tenu|tenue|tenus|tenues) de
                (est|sont) (obligé|obligée|obligés|obligées) de
            """,
            "need": "il faut; il importe; il est nécessaire; (a|ont) besoin de",
            "recommendation": "devrait; devraient; il convient; il conviendrait; il y a lieu",
            "future": "sera; seront",
            "possibility": "peut; peuvent; pouvait; pouvaient; pourra; pourront",
            "permission": "(est|sont) (autorisé|autorisée|autorisés|autorisées) à; (est|sont) (libre|libres) de",
            "supposition": "pourrait; pourraient; serait; seraient",
        },
    ),
    *phrases(
        "negation",
        {
            "negation": """
                pas; ne; n; ni; jamais; aucun; aucune; non; sans; rien; nul; nulle; plus aucun
                (s'abstenir|s'abstient|s'abstiennent) (de|d')
                absence de; (manque|manquent|manquer) à
            """,
        },
    ),
    *phrases(
        "",
        {
            "": """
                non seulement; non plus; plus tard; de plus; en plus
            """
        },
    ),
    *phrases(
        "actor",
        {
            "office": """
                Secrétaire général; Secrétaire générale; Secrétaire générale adjointe; Secrétaire général adjoint
                Directeur exécutif
                Directrice exécutive; Secrétaire exécutif; Secrétaire exécutive; Directeur général
                Directrice générale; Haut-Commissaire
                Haut-Commissaire (des Nations Unies|) aux droits de l'homme
                Haut-Commissaire (des Nations Unies|) pour les réfugiés
                Administrateur; Administratrice; Haut Commissaire; Haute-Commissaire; Haut-Commissariat
                Haut-Représentant; Haut Représentant
                Président de l'Assemblée générale; Présidente de l'Assemblée générale; Président; Présidente
                Rapporteur spécial
                Rapporteuse spéciale; Représentant spécial; Représentante spéciale; Envoyé spécial; Envoyée spéciale
                Bureau; Procureur
                Coordonnateur des secours d'urgence; coordonnateurs résidents; coordonnateur résident
            """,
            "organ": """
                Assemblée générale; Conseil de sécurité; Conseil économique et social; Conseil des droits de l'homme
                Secrétariat; secrétariat
                Cour internationale de Justice; Cour pénale internationale; Première Commission; Deuxième Commission
                Troisième Commission
                Quatrième Commission; Cinquième Commission; Sixième Commission; Comité consultatif
                Commission du droit international
                Comité consultatif pour les questions administratives et budgétaires
                Comité du programme et de la coordination
                Comité des conférences; Commission de consolidation de la paix; Commission de la condition de la femme
                Commission; Comité; Conseil; Assemblée; Conférence; Office; Département; Division; Groupe de travail
                Tribunal
                commissions régionales; Comité préparatoire; Comité des commissaires aux comptes
                Corps commun d'inspection
                Bureau des services de contrôle interne; Bureau des affaires de désarmement
                Bureau des affaires juridiques
            """,
            "agency": """
                Nations Unies; Organisation des Nations Unies; système des Nations Unies; institutions spécialisées
                fonds et programmes
                fonds et programmes des Nations Unies; organismes des Nations Unies; équipes de pays des Nations Unies
                Programme des Nations Unies pour (le développement|l'environnement)
                Fonds des Nations Unies pour (l'enfance|la population)
                Office des Nations Unies contre la drogue et le crime; Programme alimentaire mondial
                Organisation mondiale de la Santé
                Organisation internationale du Travail; Agence internationale de l'énergie atomique; Banque mondiale
                Union africaine
                Fonds monétaire international; Union européenne; Organisation mondiale du commerce
                Union interparlementaire
            """,
        },
    ),
)
