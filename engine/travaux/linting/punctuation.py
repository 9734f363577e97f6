"""What paragraphs end with, by their place."""

from collections.abc import Iterator, Sequence
from typing import Final

from travaux.linting.endings import QUOTES, broken, end_mark
from travaux.linting.text import Text
from travaux.model.checks import Remark
from travaux.model.document import Paragraph

SENTENCES: Final = 0.3
"""Share of operative paragraphs that end in a full stop from which a text is taken to speak in sentences, as
declarations do, and is not judged (range .2 to .6)."""
_NAMES: Final = {",": "a comma", ";": "a semicolon", ".": "a full stop", ":": "a colon"}


def punctuation(text: Text) -> Iterator[Remark]:
    """Yield a remark for each paragraph that does not end as its place asks for.

    A paragraph of the preamble ends in a comma, an operative one in a semicolon, the last in a full stop, what
    introduces subparagraphs in a colon. Not judged: the ends of sections, paragraphs with flush text behind them, what
    is quoted from another instrument, texts that speak in sentences, and texts that were broken when they were read.
    """
    body = [
        p for p in text.resolution.paragraphs if p.part in ("preambular", "operative", "heading", "closing", "annex")
    ]
    if not text.resolution.whole or _in_sentences(body) or broken(text.resolution):
        return
    judged = [p for p in body if p.part in ("preambular", "operative")]
    last = judged[-1] if judged and judged[-1].part == "operative" else None
    for at, paragraph in enumerate(body):
        if paragraph.part not in ("preambular", "operative"):
            continue
        following = body[at + 1] if at + 1 < len(body) else None
        quoted = paragraph.text.startswith(QUOTES)
        wanted = "" if quoted else _wanted(paragraph, following, last)
        end = end_mark(paragraph.text)
        if wanted and end not in wanted:
            ends = f"ends in {_NAMES[end]}" if end in _NAMES else "ends without a mark"
            place = "the last operative paragraph" if paragraph is last else f"it {ends}"
            note = f"{place} {ends}" if paragraph is last else place
            yield text.remark("punctuation", f"{note}; {_NAMES[wanted[0]]} is expected", paragraph)


def _wanted(paragraph: Paragraph, following: Paragraph | None, last: Paragraph | None) -> str:
    """The marks that may end a paragraph, the expected one first; none where it is not judged."""
    if ".c" in paragraph.id or (following and ".c" in following.id):
        return ""
    if paragraph is last:
        return "."
    if following is None or following.part in ("closing", "annex"):
        return ""
    if following.level > paragraph.level:
        return ":,;"
    if following.part == "heading":
        return ",:" if paragraph.part == "preambular" else ";.,:"
    if paragraph.part == "preambular":
        inside = paragraph.level or following.level
        return ",;:" if inside or following.part == "operative" else ",:"
    return ";,:" if paragraph.level else ";:"


def _in_sentences(body: Sequence[Paragraph]) -> bool:
    ends = [end_mark(p.text) for p in body if p.part == "operative"][:-1]
    return not ends or ends.count(".") > SENTENCES * len(ends)
