"""Lifting footnotes: their bodies out of the run of paragraphs, their marks out of the words.

A digit glued to a word is taken for a note mark only where that is certain: a body of that number exists, or, in
texts that lost their bodies, the place (after a word, a mark or a full date) and the running count agree.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from travaux.model.document import Mark, Place, SourceNote
from travaux.parsing.pieces import Piece
from travaux.parsing.roles import Roles

COUNT_STEP = 5
"""How far a glued number may run ahead of the greatest so far, in texts without bodies. Range 2-9; flat there."""

_SUPER = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN = str.maketrans(_SUPER, "0123456789")
_BODY_SUPER = re.compile(rf"[\"“”«]?([{_SUPER}]{{1,3}}|\[\^([^\]\s]{{1,20}})\]:?)\s+(?=\S)")
_BODY_SLASH = re.compile(r"(\d{1,3}|[a-z]|\*{1,3})/\s+(?=\S)")
_BODY_PLAIN = re.compile(r"(\d{1,3}|\*{1,3})(?:\s+|(?P<point>\.)\s+(?=[A-Z]))(?=[^\s\d]|\d)")
_REF_MARKED = re.compile(rf"\[\^([^\]\s]{{1,20}})\]|([{_SUPER}]+)")
_REF_SLASH = re.compile(r"(?<=[\w.,;:)”\"])\s?(\d{1,3}|\*{1,3})/(?=[\s.,;:)]|$)")
_REF_AFTER_MARK = re.compile(r"(?<=[,;:.)”\"’\]])(\d{1,3})(?=[\s,;.:)”\"]|$)")
_REF_AFTER_WORD = re.compile(r"(?<=[^\W\d_A-Z]{3})(\d{1,3})(?=[\s,;.:)”\"]|$)")
_SPACED = r"(?<=[^\W\d_][,;.:”\"]) (\d{1,3})(?=\s|[;,.]|$)(?! (?:MONTHS)\b)"
_DATED = r"(?<=\s)(?:MONTHS) (?:19|20)\d\d(\d{1,2})(?=[\s,;.:)]|$)"
_ABBREVIATED = re.compile(
    r"(?:\b(?:No|Nos|vol|Vol|vols|paras?|Add|Rev|Corr|Amend|arts?|chap|sect|pp?|fig|[A-Z])|/\S*)\.$"
)
_UNIT = re.compile(r"\b(?:k|c|m|d)?m$")


@dataclass(frozen=True, slots=True)
class Body:
    """The body of one note: number, words, where it stands."""

    number: str
    text: str
    place: Place
    block: int


def lift(pieces: Sequence[Piece], given: Sequence[SourceNote], roles: Roles) -> tuple[list[Piece], list[Body]]:
    """Return the pieces without note bodies and note marks, and the bodies."""
    months = "|".join(roles.language.months)
    spaced, dated = (re.compile(form.replace("MONTHS", months)) for form in (_SPACED, _DATED))
    rest, bodies = _bodies(pieces, roles, spaced)
    bodies += [Body(n.number, n.text, n.place, -1) for n in given]
    known = {b.number for b in bodies}
    greatest = 0
    out: list[Piece] = []
    for piece in rest:
        spans = []
        for start, end, number, certain in _references(piece.text, spaced, dated, known):
            if not certain and not _agrees(number, known, greatest):
                continue
            if number.isdecimal():
                greatest = max(greatest, int(number))
            spans.append((start, end, Mark(kind="note", start=0, end=0, number=number)))
        out.append(piece.without(spans).squeezed() if spans else piece)
    return out, bodies


def _agrees(number: str, known: set[str], greatest: int) -> bool:
    return number in known if known else 0 < int(number) <= greatest + COUNT_STEP


def _references(
    text: str, spaced: re.Pattern[str], dated: re.Pattern[str], known: set[str]
) -> Iterator[tuple[int, int, str, bool]]:
    """Yield (start, end, number, certain) of what may be note marks, in order and apart."""
    found: list[tuple[int, int, str, bool]] = []
    if "[^" in text or any(c in text for c in _SUPER):
        for m in _REF_MARKED.finditer(text):
            if m[2] and _UNIT.search(text[: m.start()]):
                continue
            found.append((m.start(), m.end(), m[1] or m[2].translate(_PLAIN), True))
    if any(c.isdecimal() for c in text):
        found += [(m.start(), m.end(), m[1], False) for m in _REF_SLASH.finditer(text) if m[1] in known]
        found += [(m.start(1), m.end(1), m[1], False) for m in dated.finditer(text)]
        found += [(m.start(1), m.end(1), m[1], False) for m in _REF_AFTER_WORD.finditer(text)]
        found += [
            (m.start(1), m.end(1), m[1], False)
            for m in _REF_AFTER_MARK.finditer(text)
            if _follows_words(text[: m.start()])
        ]
        found += [(m.start(), m.end(), m[1], False) for m in spaced.finditer(text) if m[1] in known]
    end = 0
    for span in sorted(found):
        if span[0] >= end:
            yield span
            end = span[1]


def _follows_words(before: str) -> bool:
    """Whether the mark before a number closes words, not a figure, an abbreviation or a symbol."""
    token = before.rsplit(maxsplit=1)[-1] if before.strip() else ""
    if before.endswith(".") and (_ABBREVIATED.search(before) or "/" in token):
        return False
    inner = token.rstrip(',;:.)”"’]')
    if inner[-1:].isdigit():
        return bool(re.fullmatch(r"\W*(?:19|20)\d\d", inner)) or token[-1] in '”"’)'
    return bool(inner) and not token.endswith(("(", "["))


def _bodies(pieces: Sequence[Piece], roles: Roles, spaced: re.Pattern[str]) -> tuple[list[Piece], list[Body]]:
    rest: list[Piece] = []
    bodies: list[Body] = []
    referred = _numbers_after_marks(pieces, spaced)
    after_rule: int | None = None
    for piece in pieces:
        if roles.rule(piece.text) and "_" in piece.text:
            after_rule = piece.block
            rest.append(piece)
            continue
        if match := _BODY_SUPER.match(piece.text):
            bodies.append(_body(piece, match[2] or match[1].translate(_PLAIN), match.end()))
            continue
        if after_rule is not None:
            if match := _BODY_SLASH.match(piece.text) or _BODY_PLAIN.match(piece.text):
                bodies.append(_body(piece, match[1], match.end()))
                continue
            if bodies and piece.block in (after_rule, bodies[-1].block):
                last = bodies.pop()
                bodies.append(Body(last.number, f"{last.text} {piece.text}", last.place, last.block))
                continue
            after_rule = None
        match = _BODY_SLASH.match(piece.text) or _BODY_PLAIN.match(piece.text)
        if match and match[1] in referred and _reads_as_note(piece.text, match, roles):
            bodies.append(_body(piece, match[1], match.end()))
            continue
        rest.append(piece)
    return rest, bodies


def _body(piece: Piece, number: str, start: int) -> Body:
    return Body(number, piece.text[start:].strip(), piece.place, piece.block)


def _numbers_after_marks(pieces: Sequence[Piece], spaced: re.Pattern[str]) -> set[str]:
    """Numbers that stand in the text as note marks may: glued, spaced after a mark, or with a slash."""
    out: set[str] = set()
    for piece in pieces:
        for pattern in (spaced, _REF_AFTER_MARK, _REF_SLASH, _REF_AFTER_WORD):
            out.update(m[1] for m in pattern.finditer(piece.text))
    return out


def _reads_as_note(text: str, match: re.Match[str], roles: Roles) -> bool:
    """Whether the words behind a number are those of a note; behind a number with a point, only sure ones count."""
    words = text[match.end() :]
    pointed = match.re is _BODY_PLAIN and match["point"] is not None
    sure = roles.begins("note_body", words) is not None
    loose = not pointed and roles.begins("loose_note_body", words) is not None
    return (sure or loose) and not roles.act(words) and not roles.lead(words)
