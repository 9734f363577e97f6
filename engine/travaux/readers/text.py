"""Plain text and Markdown: blocks between blank lines, emphasis as marks, `[^1]:` notes apart."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from typing import Literal

from travaux.contracts import Reader
from travaux.errors import SourceError
from travaux.model.document import Block, Mark, Origin, Place, Source, SourceNote
from travaux.readers.decoding import decode

MAX_LINE = 4 * 2**20
"""Longest line, in characters; the longest paragraph known has some ten thousand. Range: any."""

_LINE_END = re.compile(r"\r\n|[\n\r\v\x85\u2028\u2029]")
_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
_NOTE = re.compile(r"\[\^([^\]\s]{1,20})\]:\s*")
_EMPHASIS = re.compile(r"[*_](?=[^\W_])[^*_]*(?<=\S)[*_]|[*_](?=[^\s*_])[^*\n]*[^\s*_][*_]")
_Lines = list[tuple[int, str]]


def read(content: bytes, name: str, options: Mapping[str, str]) -> Source:
    """Return the blocks of a text.

    Raises:
        SourceError: empty, too large, binary, a line of more than `MAX_LINE` characters.
    """
    text, notices = decode(content, name)
    blocks: list[Block] = []
    notes: list[SourceNote] = []
    pages = text.split("\f")
    line = 1
    for number, page in enumerate(pages, 1):
        lines = list(enumerate(_LINE_END.split(page), line))
        line = lines[-1][0]
        _refuse_long_lines(lines, name)
        for group in _groups(lines):
            place = Place(line=group[0][0], page=number if len(pages) > 1 else None)
            if match := _NOTE.match(group[0][1].lstrip()):
                notes.extend(_definitions(group, match, place))
            else:
                blocks.append(_block(group, place))
    return Source(
        origin=Origin(name=name, sha256=hashlib.sha256(content).hexdigest(), format="text", options=dict(options)),
        content=content,
        blocks=tuple(blocks),
        notes=tuple(notes),
        notices=notices,
    )


def _refuse_long_lines(lines: _Lines, name: str) -> None:
    for number, text in lines:
        if len(text) > MAX_LINE:
            raise SourceError(
                f"line {number} of {name} has {len(text):,} characters; travaux reads lines of up to {MAX_LINE:,}",
                "is it a text with line breaks?",
            )


def _groups(lines: _Lines) -> Iterator[_Lines]:
    """Lines between blank lines; a Markdown heading and a note definition stand alone."""
    group: _Lines = []
    for number, text in lines:
        if not text.strip():
            if group:
                yield group
            group = []
        elif group and (_HEADING.match(text) or _HEADING.match(group[0][1]) or _NOTE.match(text)):
            yield group
            group = [(number, text)]
        else:
            group.append((number, text))
    if group:
        yield group


def _definitions(group: _Lines, match: re.Match[str], place: Place) -> Iterator[SourceNote]:
    body = " ".join(" ".join(text for _, text in group).strip()[match.end() :].split())
    yield SourceNote(number=match[1], text=body, place=place)


def _block(group: _Lines, place: Place) -> Block:
    text = "\n".join(text.rstrip() for _, text in group)
    style = None
    if match := _HEADING.match(text):
        text, style = text[match.end() :].rstrip("# "), f"heading {len(match[1])}"
    elif all(line.startswith(">") for line in text.split("\n")):
        text = "\n".join(line[1:].removeprefix(" ") for line in text.split("\n"))
    plain, marks = _emphasis(text) if _EMPHASIS.search(text) else (text, ())
    return Block(text=plain, marks=marks, style=style, place=place)


def _emphasis(text: str) -> tuple[str, tuple[Mark, ...]]:
    """Take Markdown emphasis out of a text and tell where it stood (CommonMark's rules of flanking)."""
    from markdown_it import MarkdownIt  # loaded only for a text that has emphasis  # noqa: PLC0415

    children = MarkdownIt("zero").enable("emphasis").parseInline(text)[0].children or []
    plain: list[str] = []
    open_at: list[int] = []
    marks: list[Mark] = []
    at = 0
    for token in children:
        if token.nesting == 1:
            open_at.append(at)
        elif token.nesting == -1:
            kind: Literal["bold", "italic"] = "bold" if token.type == "strong_close" else "italic"
            marks.append(Mark(kind=kind, start=open_at.pop(), end=at))
        else:
            plain.append("\n" if token.type == "softbreak" else token.content)
            at += len(plain[-1])
    return "".join(plain), tuple(sorted(marks, key=lambda m: (m.start, m.end)))


READER = Reader(
    name="text",
    title="plain text and Markdown",
    suffixes=(".txt", ".md", ".markdown", ".text"),
    recognises=lambda _content: True,
    read=read,
)
