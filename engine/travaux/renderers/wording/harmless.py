"""Characters that could steer a terminal or turn a line around, shown as what they are."""

import re

_STEERING = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # controls, C0 and C1
    "\u2028\u2029"  # line and paragraph separators
    "\u061c\u202a-\u202e\u2066-\u2069"  # direction: embeddings, overrides, isolates
    "\ufff9-\ufffb\U000e0000-\U000e007f"  # hidden annotations and tags
    "\ud800-\udfff]"  # halves of pairs, such as bytes of a file name that are not UTF-8
)
_CELL = " | "


def harmless(text: str) -> str:
    r"""Return `text` with nothing in it that a terminal would obey; the line feed and all letters stay.

    A tab parts the cells of a table row and is shown as a bar; the rest as Python writes it. Works character
    by character: two harmless texts joined are the harmless text of both joined.

    >>> harmless("a\x1b[2Jb\u202ec")
    'a\\x1b[2Jb\\u202ec'
    """
    return _STEERING.sub(_shown, text)


def tabbed(text: str) -> str:
    r"""Return `text` harmless with its tabs, for a text that is no draft.

    >>> tabbed("a\tb\x1b")
    'a\tb\\x1b'
    """
    return "\t".join(map(harmless, text.split("\t")))


def one_line(text: str) -> str:
    """Return `text` harmless and on one line, for a message."""
    return harmless(" ".join(text.split()))


def escaped(json: str) -> str:
    r"""Return a JSON text whose strings have the same value and no steering character.

    >>> escaped('"a\u202eb"')
    '"a\\u202eb"'
    """
    return _STEERING.sub(lambda match: match[0] if match[0] in "\n\r\t" else _escape(match[0]), json)


def _shown(match: re.Match[str]) -> str:
    character = match[0]
    if character == "\n":
        return character
    if character == "\t":
        return _CELL
    code = ord(character)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _escape(character: str) -> str:
    """The escape of JSON, which writes what is beyond the first plane as a pair."""
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))
