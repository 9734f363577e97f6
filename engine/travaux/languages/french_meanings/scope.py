"""French: words that say how wide a paragraph reaches: how many, which ones, for example which."""

from typing import Final

from travaux.languages.tables import phrases

SCOPE: Final = phrases(
    "scope",
    {
        "width": """
            tous les; toutes les; tout; toute; tous; toutes; chaque; chacun; certains; certaines; plusieurs; quelques
            divers; diverses
            l'ensemble des; l'ensemble de; la plupart des; un certain nombre de; d'autres; autres; les deux
            la majorité des; mondial; mondiale
        """,
        "narrowing": """
            concernés; concernées; intéressés; intéressées; compétents; compétentes; pertinents; pertinentes
            respectifs; respectives
            applicables; applicable; touchés; touchées; nationales; nationaux; internationales; internationaux
            régionales; régionaux
            national; nationale; international; internationale; régional; régionale; locales; locaux; publics; privés
            principaux
            spécifiques; particuliers; vulnérables; durable; inclusive; équitable
        """,
        "group": """
            États Membres; Etats Membres; État Membre; Etat Membre; États parties; Etats parties; État partie
            Etat partie; États; Etats
            États non membres; gouvernements; Gouvernements; pays; pays en développement; pays développés
            pays les moins avancés
            petits États insulaires en développement; pays en développement sans littoral; pays à revenu intermédiaire
            donateurs
            parties prenantes; société civile; organisations non gouvernementales; secteur privé
            communauté internationale
            organisations internationales; organisations régionales; parties; femmes; filles; enfants; jeunes
            réfugiés; migrants
            pays fournisseurs de contingents; pays hôtes; partenaires; observateurs; peuples autochtones
            personnes handicapées
        """,
        "example": """
            notamment; en particulier; y compris; tels que; telles que; tel que; entre autres; par exemple; surtout
            comme; dont
            principalement; essentiellement; particulièrement
        """,
        "limit": """
            seulement; uniquement; exclusivement; seul; seule; seuls; seules; exclusif; exclusive; limité à; limitée à
        """,
        "joint": "et; ou; et/ou; ni; ainsi que; mais",
    },
)
