"""English: what its words mean for one who compares two drafts."""

from typing import Final

from travaux.contracts import Meanings
from travaux.languages.english_meanings.acts import ACTS, ADVERBS
from travaux.languages.english_meanings.bodies import BODIES
from travaux.languages.english_meanings.measures import MEASURES, PATTERNS
from travaux.languages.english_meanings.qualifiers import QUALIFIERS
from travaux.languages.english_meanings.scope import SCOPE
from travaux.languages.english_meanings.tone import TONE
from travaux.numerals import from_ordinal

MEANINGS: Final = Meanings(
    acts=ACTS,
    adverbs=ADVERBS,
    phrases=(*QUALIFIERS, *TONE, *SCOPE, *BODIES, *MEASURES),
    patterns=PATTERNS,
    ordinal=from_ordinal,
)
