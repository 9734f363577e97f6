"""The words of one language that introduce, join and date citations, as data."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class CitationWords:
    """How one language cites resolutions and decisions. Strings are regular expressions without groups.

    Attributes:
        resolution: the noun, one and several.
        decision: the noun, one and several.
        own: what makes it the speaker's own ("its").
        adjectives: one word that may stand between that, or an organ's name, and the noun ("previous").
        organs: name of an organ and its code, the same as in the contract `Language`; the first that fits
            counts. `assembly`, `council` and `commission` where the form of the number decides; empty for an
            organ without a code.
        possessive: what may end an organ's name ("'s").
        after: what joins a number to the organ named behind it ("of the").
        by: what joins an organ's name to "its resolution" ("the Council, in its resolution").
        joints: what joins the items of a list, commas excepted.
        notably: what singles an item out of a list ("in particular").
        through: what joins the ends of a range, dashes excepted.
        of_date: what joins a number to its date.
        date: a date with the groups `day`, `month` (written MONTH) and `year`, which may be missing.
        months: January first.
        wholes: places of a resolution that need no number ("annex").
        places: other places of a resolution ("section", "paragraphs").
        of_place: what joins a place to the resolution ("of", "to").
    """

    resolution: tuple[str, str]
    decision: tuple[str, str]
    own: str
    adjectives: str
    organs: tuple[tuple[str, str], ...]
    possessive: str
    after: str
    by: str
    joints: str
    notably: str
    through: str
    of_date: str
    date: str
    months: tuple[str, ...]
    wholes: str
    places: str
    of_place: str

    def __hash__(self) -> int:
        """Soon made: words of languages are looked up often, and are few."""
        return hash(self.resolution)


_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

ENGLISH: Final = CitationWords(
    resolution=("resolution", "resolutions"),
    decision=("decision", "decisions"),
    own="its",
    adjectives=r"(?:own|[a-z][a-z-]{4,})",
    organs=(
        ("(?:United Nations )?General Assembly|(?:UN)?GA", "GA"),
        ("(?:United Nations )?Security Council|(?:UN)?SC", "SC"),
        ("Economic and Social Council|ECOSOC", "ECOSOC"),
        ("(?:United Nations )?Human Rights Council|(?:UN)?HRC", "HRC"),
        ("Trusteeship Council", "TC"),
        ("Commission on Human Rights", "CHR"),
        ("Commission on Narcotic Drugs", "CND"),
        ("Commission on Crime Prevention and Criminal Justice", "CCPCJ"),
        ("Commission on the Status of Women", "CSW"),
        ("(?:United Nations )?Environment Assembly", "UNEA"),
        ("World Health Assembly|Health Assembly", "WHA"),
        ("Governing Council|Peace and Security Council", ""),
        (
            "Committee|Conference|Board|Congress|Parties|Authority|Agency|Organi[sz]ation|Programme|Union|Forum",
            "",
        ),
        ("Assembly", "assembly"),
        ("Council", "council"),
        ("Commission", "commission"),
    ),
    possessive="[’']s",
    after="(?:of|adopted by) the",
    by="(?:in|by|through|under|with|of|and|including|pursuant to|in accordance with)",
    joints="and|or|as well as|&",
    notably="in particular|including|especially|notably|namely|such as|most recently",
    through="to",
    of_date="of|dated|adopted on",
    date=r"(?P<day>[0-9]{1,2})\s{1,3}(?P<month>MONTH)(?:\s{1,3}(?P<year>(?:19|20)[0-9]{2}))?",
    months=_MONTHS,
    wholes="annex(?:es)?|appendix",
    places=r"annex(?:es)?|appendix|sections?|sects?\.|parts?|chapters?|chaps?\.|paragraphs?|paras?\.",
    of_place="of|to|in",
)
