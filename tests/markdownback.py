"""Both texts read back from a redline in Markdown: from its source, and from what CommonMark makes of it."""

import re
from collections.abc import Iterator
from html import unescape
from itertools import pairwise

from lxml import html
from markdown_it import MarkdownIt

_TOKEN = re.compile(
    r"<!-- -->|<(?P<tag>/?(?:ins|del))>|\\(?P<letter>[!-/:-@\[-`{-~])|(?P<entity>&[#\w]+;)|(?P<words>.)", re.DOTALL
)
_END = "¶"
Piece = tuple[str, str]
"""`keep`, `del` or `ins`, and words."""


def from_source(markdown: str) -> list[tuple[str, str, str]]:
    """The heading, the old text and the new text of each change that is shown."""
    found = []
    for heading, block in pairwise(markdown.split("\n\n")):
        if not block.startswith("> "):
            continue
        lines = [list(_pieces(line.removeprefix("> "))) for line in block.split("\n") if line != ">"]
        found.append((heading, *_sides(lines)))
    return found


def from_commonmark(markdown: str) -> list[tuple[str, str]]:
    """The old text and the new text of each change that is shown, as a program that knows no travaux reads them."""
    return from_page(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown))


def from_page(content: str) -> list[tuple[str, str]]:
    """The same from a web page that was made of the Markdown; nothing but our marks may stand among the words."""
    page = html.document_fromstring(content)
    found = []
    for quote in page.xpath("//blockquote"):
        assert {element.tag for element in quote.iter() if isinstance(element.tag, str)} <= {
            "blockquote",
            "p",
            "ins",
            "del",
        }
        found.append(_sides([list(_shown(element)) for element in quote if element.tag != "blockquote"]))
    return found


def _pieces(line: str) -> Iterator[Piece]:
    op = "keep"
    for token in _TOKEN.finditer(line):
        if tag := token["tag"]:
            op = "keep" if tag.startswith("/") else tag
        elif words := token["letter"] or unescape(token["entity"] or "") or token["words"]:
            end = words == _END and token["words"]  # as an entity it is a word of the text
            yield op, "\n" if end else words


def _shown(paragraph: html.HtmlElement) -> Iterator[Piece]:
    if not isinstance(paragraph.tag, str):  # a comment stands for a paragraph without words
        return
    yield "keep", paragraph.text or ""
    for child in paragraph:
        if isinstance(child.tag, str):
            words = child.text_content()
            yield child.tag, "\n" if words == _END else words
        yield "keep", child.tail or ""


def _sides(lines: list[list[Piece]]) -> tuple[str, str]:
    sides = []
    for other in ("ins", "del"):
        text = ""
        for number, line in enumerate(lines):
            ends = [op for op, words in line if words == "\n"]
            text += "".join(words for op, words in line if op != other and words != "\n")
            if number < len(lines) - 1 and ends != [other]:
                text += "\n"
        sides.append(text)
    return sides[0], sides[1]
