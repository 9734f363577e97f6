"""French: what its words mean for one who compares two drafts."""

from typing import Final

from travaux.contracts import Meanings
from travaux.languages.french_meanings.acts import ACTS, ADVERBS
from travaux.languages.french_meanings.measures import MEASURES, PATTERNS, ordinal
from travaux.languages.french_meanings.phrases import PHRASES
from travaux.languages.french_meanings.scope import SCOPE

MEANINGS: Final = Meanings(
    acts=ACTS,
    adverbs=ADVERBS,
    phrases=(*PHRASES, *SCOPE, *MEASURES),
    patterns=PATTERNS,
    ordinal=ordinal,
)
