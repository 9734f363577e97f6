"""From the bytes of a web page to a source: text in order, notes, what was left out."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from travaux.errors import SourceError
from travaux.model.document import Notice, Origin, Place, Source, SourceNote
from travaux.readers.html.notes import Notes
from travaux.readers.html.story import Passage, Story
from travaux.readers.html.tree import root_of
from travaux.text import squeeze

MAX_BLOCK = 4 * 2**20
"""Longest block, in characters; the longest paragraph known has some ten thousand. Range: any."""


def read(content: bytes, name: str, options: Mapping[str, str]) -> Source:
    """Return the blocks of a web page; what each rule of this folder promises is in its docstring.

    Raises:
        SourceError: empty, too large, too deep, binary, without words.
    """
    root, notices = root_of(content, name)
    notes = Notes(root)
    story = Story(root, notes)
    passages = list(story.passages())
    long = next((passage for passage in passages if passage.length > MAX_BLOCK), None)
    if long is not None:
        raise SourceError(f"{name} has a paragraph of more than {MAX_BLOCK:,} characters", "is it a draft?")
    blocks = tuple(passage.block() for passage in passages if passage.note is None)
    if not blocks:
        raise SourceError(f"{name} holds no text", "is it a draft?")
    return Source(
        origin=Origin(name=name, sha256=hashlib.sha256(content).hexdigest(), format="html", options=dict(options)),
        content=content,
        blocks=blocks,
        notes=tuple(_bodies(notes, passages)),
        notices=(*notices, *_left_out(story, name)),
    )


def _bodies(notes: Notes, passages: Sequence[Passage]) -> Iterator[SourceNote]:
    """Yield the notes in the order of the page."""
    inside: defaultdict[object, list[Passage]] = defaultdict(list)
    for passage in passages:
        inside[passage.note].append(passage)
    for body, number in notes.bodies.items():
        found = inside[body]
        text = squeeze(" ".join(passage.block().text.replace("\t", " ") for passage in found))
        text = re.sub(rf"\A[\[(]?{re.escape(number)}(?:[\]).:/]+\s*|\s+)", "", text)
        line = found[0].line if found else None
        yield SourceNote(number=number, text=text, place=Place(line=line))


def _left_out(story: Story, name: str) -> Iterator[Notice]:
    if words := squeeze(" ".join(story.left_out)):
        said = f"{name} has words that are hidden or belong to the site, which were left out."
        yield Notice(code="hidden-text", message=said, text=words)
    if words := squeeze(" ".join(story.struck)):
        yield Notice(
            code="struck-text", message=f"{name} has words marked as deleted, which were left out.", text=words
        )
