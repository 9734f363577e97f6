"""Lines of descent from the changes between one draft and the next."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from travaux.model.comparison import Change
from travaux.model.document import Paragraph
from travaux.model.history import Standing


@dataclass(eq=False)
class Line:
    """A line of descent in the making."""

    standings: list[Standing | None]
    """One for each draft read so far; a line that has ended is shorter."""
    words: str
    split_from: "Line | None" = None
    merged_into: "Line | None" = None
    born: int = 0
    """The first draft in which it stands."""

    @property
    def last(self) -> int:
        """The last draft in which it stands."""
        return len(self.standings) - 1


@dataclass
class Woven:
    """All lines of descent, and who stands where."""

    drafts: Sequence[Sequence[Paragraph]]
    lines: list[Line] = field(default_factory=list)
    holders: list[dict[str, Line]] = field(default_factory=list)
    """For each draft, the line of each paragraph by its id."""


def weave(drafts: Sequence[Sequence[Paragraph]], steps: Sequence[Sequence[Change]]) -> Woven:
    """Return the lines of descent through drafts.

    Args:
        drafts: the paragraphs of each draft, oldest first.
        steps: the changes between each draft and the next one.
    """
    first = {p.id: Line([_standing(p)], p.text) for p in drafts[0]}
    woven = Woven(drafts, list(first.values()), [first])
    for number, changes in enumerate(steps, 1):
        paragraphs = {p.id: p for p in drafts[number]}
        here: dict[str, Line] = {}
        for change in changes:
            for line, paragraph in _followed(change, woven.holders[-1], paragraphs, number):
                here[paragraph.id] = line
                if line.born == number:
                    woven.lines.append(line)
        woven.holders.append(here)
    return woven


def _followed(
    change: Change, before: Mapping[str, Line], paragraphs: Mapping[str, Paragraph], number: int
) -> Iterator[tuple[Line, Paragraph]]:
    """Yield the lines that stand in the new paragraphs of a change, which go on or begin; end the others."""
    lines = [before[key] for key in change.old]
    news = [paragraphs[key] for key in change.new]
    if not news:
        return
    through = min(len(lines), len(news)) - 1
    for line, paragraph in zip_longest(lines, news):
        if paragraph is None:
            line.merged_into = lines[through]
        elif line is None:
            unborn: list[Standing | None] = [None] * number
            parent = lines[through] if lines else None
            yield Line([*unborn, _standing(paragraph, change)], paragraph.text, parent, born=number), paragraph
        else:
            line.standings.append(_standing(paragraph, change, line.standings[-1]))
            line.words = paragraph.text
            yield line, paragraph


def _standing(paragraph: Paragraph, change: Change | None = None, before: Standing | None = None) -> Standing:
    if change is None:
        return Standing(id=paragraph.id, address=paragraph.address, part=paragraph.part)
    return Standing(
        id=paragraph.id,
        address=paragraph.address,
        part=paragraph.part,
        relation=change.relation,
        moved=change.moved,
        renumbered=before is not None and before.address != paragraph.address,
        transferred=before is not None and before.part != paragraph.part,
        altered=change.altered,
        layer=change.layer,
    )
