"""Word files made from plain texts, with typed or automatic numbers, and texts redrafted by chance."""

import random
import re
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from travaux.model.document import Mark, Paragraph, Resolution
from wordfiles import word

_NUMBER = re.compile(r"(\d{1,3}\.)\s+(.*)", re.DOTALL)
_LETTER = re.compile(r"(\([a-z]{1,2}\)|\([ivx]+\))\s+(.*)", re.DOTALL)
_NOTE = re.compile(r"\[\^(\w+)\]")
_BODY = re.compile(r"\[\^(\w+)\]:?\s+(.*)", re.DOTALL)
_BLANK_LINE = re.compile(r"\n\s*\n")
_LISTS = '1: decimal "%1." | lowerLetter "(%2)"'
_NEW_WORDS = ("further", "appropriate", "timely", "voluntary", "regional", "annual", "effective")
_NEW_PARAGRAPH = "Requests the keepers of the beacons to report on the tides of the northern harbours in detail;"


def blocks(text: str) -> list[str]:
    """The paragraphs of a text, each on one line."""
    return [" ".join(block.split()) for block in _BLANK_LINE.split(text) if block.strip()]


def original(text: str, chance: random.Random, *, automatic: bool) -> bytes:
    """A Word file of a text whose notes are written `[^3]`: runs cut by chance, blank paragraphs here and there.

    Args:
        text: one paragraph a block.
        chance: where runs are cut and blank paragraphs stand.
        automatic: whether Word numbers the paragraphs; else their numbers are typed behind a tab.
    """
    found = [(block, _BODY.fullmatch(block)) for block in blocks(text)]
    bodies = {match[1]: match[2] for _, match in found if match}
    keys = {key: at for at, key in enumerate(bodies, 1)}
    lines = []
    for block, body in found:
        if body:
            continue
        lines.append(_paragraph(block, keys, chance, automatic=automatic))
        if chance.random() < 0.2:
            lines.append("<w:p/>")
    notes = "".join(
        f'<w:footnote w:id="{keys[key]}"><w:p><w:r><w:footnoteRef/></w:r>{_run(" " + body)}</w:p></w:footnote>'
        for key, body in bodies.items()
    )
    return word("\n".join(lines), lists=_LISTS, **({"footnotes": notes} if notes else {}))


def _paragraph(block: str, notes: dict[str, int], chance: random.Random, *, automatic: bool) -> str:
    number = _NUMBER.fullmatch(block)
    numbered = number or _LETTER.fullmatch(block)
    if numbered is None or (automatic and not number and re.fullmatch(r"\([ivx]+\)", numbered[1])):
        return f"<w:p>{''.join(_runs(block, notes, chance))}</w:p>"
    runs = "".join(_runs(numbered[2], notes, chance))
    if automatic:
        level = 0 if number else 1
        listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
        return f"<w:p><w:pPr>{listed}</w:pPr>{runs}</w:p>"
    return f"<w:p><w:r><w:tab/><w:t>{numbered[1]}</w:t></w:r><w:r><w:tab/></w:r>{runs}</w:p>"


def _runs(text: str, notes: dict[str, int], chance: random.Random) -> Iterator[str]:
    at = 0
    for match in [*_NOTE.finditer(text), None]:
        words = text[at : match.start() if match else len(text)]
        for part in re.split(r"(?<= )", words) if chance.random() < 0.3 else [words]:
            if part:
                yield _run(part)
        if match and match[1] in notes:
            yield f'<w:r><w:footnoteReference w:id="{notes[match[1]]}"/></w:r>'
        at = match.end() if match else at


def _run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


Draft = tuple[Paragraph, str, tuple[Mark, ...]]


def redrafted(
    old: Resolution, chance: random.Random, still: frozenset[str | None] = frozenset(), share: float = 0.15
) -> Resolution:
    """A text with some paragraphs reworded, added, removed, moved, split and merged; tables keep their cells.

    Paragraphs whose place is in `still` stay as they are, and so do those beside them.
    """
    body: list[Draft] = [(p, p.text, p.marks) for p in old.paragraphs]
    for _ in range(max(2, int(len(body) * share))):
        at, to = chance.randrange(len(body)), chance.randrange(len(body))
        near = (p.place.element for place in (at, to) for p, _, _ in body[max(0, place - 2) : place + 3])
        if still.isdisjoint(near):
            _edit(body, at, to, chance)
    paragraphs = [
        p.model_copy(update={"id": f"x{at}", "text": text, "marks": marks})
        for at, (p, text, marks) in enumerate(body)
        if text.strip()
    ]
    return old.model_copy(update={"paragraphs": tuple(paragraphs)})


def _edit(body: list[Draft], at: int, to: int, chance: random.Random) -> None:
    paragraph, text, _ = body[at]
    words = text.split(" ")
    bare = paragraph.model_copy(update={"label": None})
    match chance.choice(("change", "change", "change", "add", "remove", "move", "split", "merge", "longer")):
        case "change" if len(words) > 3:
            which = chance.randrange(1, len(words))
            words[which] = words[which] if "\t" in words[which] else chance.choice(_NEW_WORDS)
            body[at] = (paragraph, " ".join(words), ())
        case "longer":
            words.insert(chance.randrange(len(words)) + 1, chance.choice(_NEW_WORDS))
            body[at] = (paragraph, " ".join(words), ())
        case "add":
            body.insert(at, (bare, _NEW_PARAGRAPH, ()))
        case "remove" if len(body) > 3:
            del body[at]
        case "move":
            body.insert(to, body.pop(at))
        case "split" if len(words) > 12 and "\t" not in text:
            half = len(words) // 2
            body[at : at + 1] = [(paragraph, " ".join(words[:half]), ()), (bare, " ".join(words[half:]), ())]
        case "merge" if at + 1 < len(body) and "\t" not in text + body[at + 1][1]:
            body[at : at + 2] = [(paragraph, f"{text} {body[at + 1][1]}", ())]
        case _:
            pass


def printed(paragraphs: Sequence[Paragraph], notes: dict[str, str], *, numbers: bool) -> list[str]:
    """Paragraphs as the judge of `libreoffice` shows them: numbers if typed, words of notes in braces."""
    out = []
    for p in paragraphs:
        text = p.text
        for mark in sorted((m for m in p.marks if m.kind == "note"), key=lambda m: -m.start):
            if mark.note in notes:
                text = f"{text[: mark.start]}{{{notes[mark.note]}}}{text[mark.start :]}"
        out.append(" ".join((f"{p.label} {text}" if numbers and p.label else text).split()))
    return out
