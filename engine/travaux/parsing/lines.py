"""From blocks to logical paragraphs: hard-wrapped lines joined, lines that are paragraphs of their own kept apart."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from travaux.model.document import Block
from travaux.parsing.layout import Layout, layout
from travaux.parsing.levels import follows
from travaux.parsing.pieces import Piece
from travaux.parsing.roles import QUOTES, Marker, Roles

COUNT_BACK = 8
"""How many paragraphs back the number before is looked for. Range 3-20; flat on the corpus."""

_HYPHEN_END = re.compile(r"(\w+)[-\u00ad\u2010]$")
_WORD = re.compile(r"[^\W\d_]+")
_TERMINAL = re.compile(r"[.;:,!?)\]”\"’]\W*(?:\[\^\w+\]|[⁰¹²³⁴-⁹]+|\d{1,2}/?)?\s*$")


def logical(blocks: Sequence[Block], roles: Roles) -> list[Piece]:
    """Return the paragraphs of a text, each on one line."""
    how = layout(blocks, roles)
    words = Counter(w for b in blocks for w in _WORD.findall(b.text)) if not how.flowing else Counter()
    out: list[Piece] = []
    for number, block in enumerate(blocks):
        length = 0
        for piece in _pieces(block, number):
            if (
                how.flowing
                or not out
                or out[-1].block != number
                or _begins_paragraph(out, piece.text.strip(), roles, how, short=how.short(length, piece.text))
            ):
                out.append(piece)
            else:
                out[-1] = _continued(out[-1], piece, words, roles)
            length = len(piece.text.rstrip())
    return [p for piece in out for p in _without_inline_opening(piece.squeezed(), roles) if p.text]


def _without_inline_opening(piece: Piece, roles: Roles) -> list[Piece]:
    """An opening line that runs on into the first paragraph stands apart."""
    match = roles.begins("inline_opening", piece.text)
    if match is None:
        return [piece]
    return [piece.cut(0, match.end()).squeezed(), piece.cut(match.end())]


def _pieces(block: Block, number: int) -> list[Piece]:
    whole = Piece(
        text=block.text,
        marks=block.marks,
        place=block.place,
        style=block.style,
        label=block.label,
        block=number,
    )
    if "\n" not in block.text:
        return [whole]
    out: list[Piece] = []
    at = 0
    for offset, line in enumerate(block.text.split("\n")):
        piece = whole.cut(at, at + len(line))
        first = block.place.line
        place = block.place if first is None else block.place.model_copy(update={"line": first + offset})
        out.append(replace(piece, place=place, label=block.label if not offset else None))
        at += len(line) + 1
    return out


def _counts_on(out: Sequence[Piece], marker: Marker | None, roles: Roles) -> bool:
    """Whether a number or letter comes after that of a paragraph shortly before."""
    if marker is None or marker.kind not in ("number", "sub") or not marker.certain:
        return False
    before = (roles.marker(p.text) for p in reversed(out[-COUNT_BACK:]))
    return any(m is not None and m.kind == marker.kind and follows(m.inside, marker.inside) for m in before)


def _begins_paragraph(out: Sequence[Piece], text: str, roles: Roles, how: Layout, *, short: bool) -> bool:
    """Whether a line begins a paragraph, given what stands before it in its block.

    Args:
        out: the paragraphs so far.
        text: the line.
        roles: the language's patterns.
        how: how the text is set.
        short: whether the line before had room for this line's first word.
    """
    before = out[-1].text
    ended = _TERMINAL.search(before) is not None
    if roles.begins("adopted_start", before) and not ended and not before.rstrip()[-4:].isdecimal():
        return roles.opening(text) is not None
    if not text or roles.frame(before.strip()):
        return True
    can_end = ended or _can_end_here(before, roles)
    if roles.frame(text) and (short or can_end or not how.wrapped):
        return True
    if short and not text[0].islower() and (can_end or (how.wrapped and not how.parted)):
        return True
    marker = roles.marker(text)
    if (
        marker is not None
        and marker.kind == "bullet"
        and (ended or short)
        and (how.wrapped or marker.label not in "–—-")
    ):
        return True
    if how.wrapped and how.parted:
        return short and marker is not None and marker.certain
    if marker is not None and _counts_on(out, marker, roles) and (ended or not text[marker.end :][:1].islower()):
        return True
    if not ended:
        return marker is not None and marker.kind == "number" and roles.act(text[marker.end :])
    return roles.marked(text) or _heads_or_leads(text, roles, quoting=_in_quotation(before))


def _heads_or_leads(text: str, roles: Roles, *, quoting: bool) -> bool:
    return not quoting and (roles.lead(text) or roles.act(text) or roles.section(text) or roles.letter(text))


def _in_quotation(text: str) -> bool:
    """Whether a quotation is open, such as a title; the mark that opens a wrapper's paragraph is none."""
    inside = text.lstrip(QUOTES)
    return inside.count("“") > inside.count("”")


def _can_end_here(before: str, roles: Roles) -> bool:
    """Whether a paragraph may end without a mark: it is a heading so far."""
    return roles.heading(before) and not (roles.marker(before) or roles.lead(before) or roles.act(before))


def _continued(before: Piece, line: Piece, words: Counter[str], roles: Roles) -> Piece:
    line = line.squeezed()
    match = _HYPHEN_END.search(before.text)
    follows = _WORD.match(line.text)
    if not match or not follows:
        return before.join(line, " ")
    if roles.hyphen_stays(match[1], follows[0], words):
        return before.join(line, "")
    return before.cut(0, match.end(1)).join(line, "")
