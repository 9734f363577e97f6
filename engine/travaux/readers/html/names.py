"""What elements of a web page mean: what begins a block, what is emphasis, what is never shown."""

import re

from lxml.etree import _Element as Element

_BLOCKS_NAMES = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu ol p pre section "
    "summary table tbody td tfoot th thead tr ul xmp"
)
BLOCKS = frozenset(_BLOCKS_NAMES.split())
"""Elements that begin a block and end one."""

_UNSHOWN_NAMES = (
    "applet area audio base basefont button canvas col colgroup datalist embed frame head iframe input link map "
    "meta meter noembed noframes object option optgroup param progress script select source style svg template "
    "textarea title track video"
)
UNSHOWN = frozenset(_UNSHOWN_NAMES.split())
"""Elements whose words are no text of the page."""

PASSED = frozenset({"nav"})
"""Elements that help to find one's way and are no text of the draft."""

ITALIC = frozenset({"i", "em", "cite", "var", "dfn"})
BOLD = frozenset({"b", "strong"})

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all", re.IGNORECASE)
_ITALIC = re.compile(r"font-style\s*:\s*(italic|oblique|normal)", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(bold(?:er)?|[6-9]00|normal|[1-5]00|lighter)", re.IGNORECASE)
_RAISED = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)


def tag(element: Element) -> str:
    """Return the name of an element, lower case, without a prefix; empty for what is no element."""
    name = element.tag
    return name.rpartition("}")[2].lower() if isinstance(name, str) else ""


def is_hidden(element: Element) -> bool:
    """Whether an element is not shown, by its attributes."""
    return element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")) is not None


def is_passed(element: Element) -> bool:
    """Whether an element is of the site and not of the page: its navigation, or the foot of the site."""
    if tag(element) in PASSED or element.get("role") in ("navigation", "search", "contentinfo"):
        return True
    parent = element.getparent()
    return tag(element) == "footer" and parent is not None and tag(parent) == "body"


def is_raised(element: Element) -> bool:
    """Whether the words of an element are raised."""
    return tag(element) == "sup" or _RAISED.search(element.get("style", "")) is not None


def italic(element: Element) -> bool | None:
    """Return whether an element makes its words italic; None where it says nothing."""
    told = _ITALIC.search(element.get("style", ""))
    return told[1].lower() != "normal" if told else True if tag(element) in ITALIC else None


def bold(element: Element) -> bool | None:
    """Return whether an element makes its words bold; None where it says nothing."""
    told = _BOLD.search(element.get("style", ""))
    if told:
        return told[1].lower().startswith("bold") or told[1][0] in "6789"
    return True if tag(element) in BOLD else None
