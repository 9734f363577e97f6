"""Words as Markdown that shows nothing but these words."""

import re

NOTHING = "<!-- -->"
"""Markdown that shows nothing."""
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "¶": "&para;"}
"""Older programs take no backslash before the first three; the pilcrow is our mark of a paragraph's end."""
_SPECIAL = re.compile(r"[\\`*_{}\[\]|~$&<>¶]|://|www\.|(?<!\w)[@#](?=\w)|@(?=[\w.-]*\.\w)")
_BEGINNING = re.compile(r"\A(\d{1,9}(?=[.)](?:\s|\Z))|(?=[-+=#]))")
"""What a list, a heading, or a line under one would begin with, up to its sign."""


def inline(text: str) -> str:
    r"""Return `text` so that Markdown shows it as it stands: no emphasis, element, link, table or mention.

    For words within a line; see `whole_line` for its ends.

    >>> inline("*Recalling* paragraph [5]")
    '\\*Recalling\\* paragraph \\[5\\]'
    """
    return _SPECIAL.sub(_shown, text)


def whole_line(text: str) -> str:
    r"""Return Markdown as a line of its own: it begins no list, and white space at its ends is kept, by its number.

    >>> whole_line("5. Requests"), whole_line(" and")
    ('5\\. Requests', '&#32;and')
    """
    if not (inner := text.strip()):
        return _spaces(text) or NOTHING
    start = len(text) - len(text.lstrip())
    return _spaces(text[:start]) + _BEGINNING.sub(r"\1\\", inner) + _spaces(text[start + len(inner) :])


def escaped(text: str) -> str:
    """Return `text` as a line of its own, or a cell of a table, that shows it as it stands."""
    return whole_line(inline(text)) if text else ""


def _shown(match: re.Match[str]) -> str:
    found = match[0]
    if found in _ENTITIES:
        return _ENTITIES[found]
    if found == "://":
        return ":\\//"
    if found == "www.":
        return "www\\."
    # By what stands behind these a host would call a person, write to one, or name an issue.
    return f"{found}{NOTHING}" if found in "@#" else f"\\{found}"


def _spaces(text: str) -> str:
    return "".join(f"&#{ord(space)};" for space in text)
