"""French: what an editor changes without changing what is said."""

from typing import Final

from travaux.contracts import StyleWords

_WORDINGS = """
    relatives à = concernant
    relative à = concernant
    relatifs à = concernant
    relatif à = concernant
    ayant trait à = concernant
    en ce qui concerne = concernant
    s’agissant de = concernant
    dans ce contexte = à cet égard
    à ce sujet = à cet égard
    afin de = pour
    la présente résolution = cette résolution
"""
_SPELLINGS = "événement:évènement événements:évènements clef:clé clefs:clés sous-régional:sousrégional"

STYLE: Final = StyleWords(
    spellings=tuple((old, new) for old, _, new in (word.partition(":") for word in _SPELLINGS.split())),
    wordings=tuple(
        (old, new) for old, _, new in (line.strip().partition(" = ") for line in _WORDINGS.strip().splitlines())
    ),
    governed=frozenset({"de", "à", "en", "dans", "pour", "par", "sur", "avec"}),
)
