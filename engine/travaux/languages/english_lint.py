"""English: words by which an editor's conventions are checked."""

from typing import Final

from travaux.contracts import LintWords
from travaux.numerals import from_ordinal

_ORDINAL = (
    r"\b(?:[Oo]ne hundred (?:and )?)?(?:(?:[Tt]went|[Tt]hirt|[Ff]ort|[Ff]ift|[Ss]ixt|[Ss]event|[Ee]ight|[Nn]inet)"
    r"(?:y[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|ieth)"
    r"|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]eventh|[Ee]ighth|[Nn]inth|[Tt]enth|[Ee]leventh|[Tt]welfth"
    r"|[A-Za-z]+teenth|hundredth)"
)

_SEQUENCE = "also further again once more likewise furthermore moreover additionally equally"
_LEAD = """
    with of upon on for into to particular appreciation satisfaction concern regret interest gratitude support
    solidarity alarm outrage condolences thanks hope intention readiness commitment conviction belief
    determination disappointment dismay willingness deep deepest grave great serious strong sincere full
    profound continued continuing utmost warm heartfelt note tribute attention account forward seized mind
    welcome consideration concerned alarmed disturbed mindful aware conscious convinced noted deeply gravely
    seriously profoundly strongly considered examined heard received reviewed studied adopted regard firmly
    fully particularly extremely highly warmly urgently
"""
_PASSED = "its their in this regard context connection respect"
_OPENINGS = "that the a an all in by at from this these those such as any other and her his"

LINTING: Final = LintWords(
    second=frozenset({"also"}),
    third=frozenset({"further"}),
    sequence=frozenset(_SEQUENCE.split()),
    lead=frozenset(_LEAD.split()),
    passed=frozenset(_PASSED.split()),
    openings=frozenset(_OPENINGS.split()),
    todo="to",
    joints=frozenset({"and", "while"}),
    session=rf"(?P<ordinal>{_ORDINAL})[ -]+(?:(?:regular|annual|substantive|special) )?session",
    ordinal=from_ordinal,
)
