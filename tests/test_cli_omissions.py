"""What a report tells of what was not compared."""

from typing import Literal

from casefiles import Case, cases
from travaux.model.comparison import NotCompared
from travaux.renderers.text.omissions import not_compared
from travaux.renderers.text.view import View


@cases("omissions.md", "told", "lines")
def test_what_is_told_about_two_texts(case: Case) -> None:
    sides: tuple[Literal["old", "new"], ...] = ("old", "new")
    items = [
        NotCompared(side=side, what=what, text=text, reason="metadata")
        for what, *texts in case.block("told").rows()
        for side, text in zip(sides, texts, strict=True)
        if text != "-"
    ]
    block = case.block("lines")
    view = View(width=int(block.options["width"]), everything="all" in block.options)
    heading, *lines = not_compared(items, view)
    assert heading == "Not compared, what is told about the texts:"
    assert "\n".join(line.removeprefix("  ") for line in lines) == block.text
    assert max(map(len, lines)) <= view.width
