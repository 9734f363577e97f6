"""Paragraphs that begin with the same verb: the second takes "also", the third "further"."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from travaux.contracts import LintWords
from travaux.linting.endings import broken
from travaux.linting.text import FORMAL, Text
from travaux.model.checks import Remark
from travaux.model.document import Paragraph

LONGEST: Final = 9
"""Words of a lead that are looked at (range 6 to 12); "Also expresses its deep appreciation" has five."""
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


class _Lead(NamedTuple):
    key: tuple[str, ...]
    words: str
    again: bool
    second: bool
    third: bool


def sequence(text: Text) -> Iterator[Remark]:
    """Yield a remark for each paragraph whose "also" or "further" is missing, or has nothing before it to add to.

    An operative paragraph asks for "also" only where it speaks to the same one as the paragraph before. Not judged: the
    first paragraph under a heading; a paragraph behind one that holds a second act, since editors count those too; the
    fourth of a row and those behind it, for which there is no agreed form.
    """
    words = text.language.linting
    if text.speaker not in FORMAL or not words.second or broken(text.resolution):
        return
    acts = frozenset(text.language.acts) | frozenset(text.language.leads)
    for part in ("preambular", "operative"):
        before: tuple[Paragraph, _Lead] | None = None
        place = 0
        for paragraph in text.resolution.paragraphs:
            if paragraph.part == "heading":
                before, place = None, 0
                continue
            if paragraph.part != part or paragraph.level:
                if before and paragraph.part == part:
                    before = (before[0].model_copy(update={"text": f"{before[0].text} {paragraph.text}"}), before[1])
                continue
            if ".c" in paragraph.id:
                continue  # flush text
            lead = _lead(paragraph.text, words, act=part == "operative")
            if lead is None or acts.isdisjoint((lead.key[0], lead.key[-1])):
                before, place = None, 0
                continue
            place = _place(before[1] if before else None, place, lead)
            if before and (note := _fault(before, (paragraph, lead), place, words, acts)):
                yield text.remark("sequence", note, paragraph, (0, len(lead.words)))
            before = (paragraph, lead)


def _lead(words: str, known: LintWords, *, act: bool) -> _Lead | None:
    key: list[str] = []
    said: list[str] = []
    end = 0
    found = list(_WORD.finditer(words))[:LONGEST] if words[:1].isupper() else []
    for at, match in enumerate(found):
        word = match[0].lower()
        if word in known.sequence:
            if key and re.fullmatch(known.todo, found[at - 1][0].lower()):
                break  # "its determination to further strengthen"
            if act and key and word not in known.second and not _ends_lead(found[at + 1 :], known):
                break  # "Encourages further efforts"
            said.append(word)
        elif not key or word in known.lead or (len(key) == 1 and key[0].endswith("ly")):
            key.append(word)
        elif word in known.passed:
            continue
        else:
            break
        end = match.end()
    if not key:
        return None
    return _Lead(tuple(key), words[:end], bool(said), bool(known.second & set(said)), bool(known.third & set(said)))


def _place(before: _Lead | None, place: int, lead: _Lead) -> int:
    """The place of a lead in its row, from 0; behind "further" a new row may begin."""
    if before is None or before.key != lead.key:
        return 0
    if before.third and not lead.again:
        return 0
    return max(place + 1, 2 if before.second and lead.third else 1)


def _ends_lead(behind: list[re.Match[str]], known: LintWords) -> bool:
    """Whether what follows "further" is no noun that it would go with: "Decides further to"."""
    following = behind[0][0] if behind else ""
    return following[:1].isupper() or following.lower() in {"", *known.passed, *known.openings}


def _fault(
    before: tuple[Paragraph, _Lead],
    here: tuple[Paragraph, _Lead],
    place: int,
    words: LintWords,
    acts: frozenset[str],
) -> str | None:
    (earlier, first), (paragraph, lead) = before, here
    rest = earlier.text[len(first.words) :]
    if place == 0:
        stem = lead.key[0]
        repeats = first.key[0] == stem or stem in _WORD.findall(rest.lower())
        return (
            None
            if repeats or not (lead.second or lead.third)
            else f"“{lead.words}”, but {earlier.address} has another verb"
        )
    if lead.again or place > _LAST or _acts_again(rest, words, acts):
        return None
    if earlier.part == "operative" and _addressed(rest, words) != _addressed(paragraph.text[len(lead.words) :], words):
        return None
    word = "second" if place == 1 else "third"
    return f"“{lead.words}” as in {earlier.address}; the {word} of a row takes “{_taken(place, words)}”"


def _addressed(rest: str, words: LintWords) -> str:
    """To whom a lead speaks: the words behind it up to what they are to do."""
    return re.split(rf"\s(?:{words.todo})\s", rest, maxsplit=1)[0]


def _taken(place: int, words: LintWords) -> str:
    return sorted(words.second if place == 1 else words.third)[0]


def _acts_again(text: str, words: LintWords, acts: frozenset[str]) -> bool:
    """Whether a paragraph goes on with a second act: a verb behind a comma or "and"."""
    for match in _WORD.finditer(text):
        if match[0].lower() in acts:
            before = _JOINT.search(text, max(0, match.start() - _NEAR), match.start())
            if before and (before[1] is None or before[1].lower() in words.joints | words.sequence):
                return True
    return False


_LAST: Final = 2
"""Place of the last paragraph of a row for which there is an agreed form, from 0."""
_NEAR: Final = 24
_JOINT: Final = re.compile(r"(?:,\s|([^\W\d_]+)\s)\Z")
