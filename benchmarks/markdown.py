"""How many redlines of hostile words GitHub's own reader of Markdown gives back whole: `python benchmarks/markdown.py`.

Needs cmarkgfm (`--group benchmarks`), which is that reader.
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

import cmarkgfm
from cmarkgfm.cmark import Options

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from markdownback import from_page
from travaux import compare, render
from travaux.model.document import Paragraph, Resolution
from travaux.renderers.markdown import MarkdownOptions
from travaux.renderers.wording.harmless import harmless

PAIRS = 3_000
PIECES = (
    *"ab1.)-+=#*_`~<>&[]()!|\\$@:/ \t\u00a0", "www.", "://", "http", "https", "&amp;", "<!-- -->", "</ins>",
    "un.example",
)  # fmt: skip
EVERYTHING = MarkdownOptions(everything=True)


def texts(chance: random.Random) -> Iterator[Resolution]:
    """Two texts of one to three paragraphs without sense."""
    for _ in range(2):
        words = ["".join(chance.choices(PIECES, k=chance.randint(0, 12))) for _ in range(chance.randint(1, 3))]
        paragraphs = [
            Paragraph(id=f"op{n}", part="operative", address=f"OP{n}", text=text) for n, text in enumerate(words)
        ]
        yield Resolution(paragraphs=tuple(paragraphs))


def whole(old: Resolution, new: Resolution) -> bool:
    """Whether both texts come back."""
    made = compare(old, new)
    markdown = render(made, "markdown", EVERYTHING).content.decode()
    page = cmarkgfm.github_flavored_markdown_to_html(markdown, options=Options.CMARK_OPT_UNSAFE)
    sides = [
        [harmless("".join(s.text for s in change.redline if s.op != other)) for other in ("add", "drop")]
        for change in made.changes
    ]
    try:
        return [list(found) for found in from_page(page)] == sides
    except AssertionError:  # an element that is not ours: a link, emphasis
        return False


def main() -> int:
    """Say how many came back."""
    chance = random.Random(5)  # noqa: S311 - no secret
    right = sum(whole(*texts(chance)) for _ in range(PAIRS))
    print(f"{right:,} of {PAIRS:,} pairs of hostile texts came back whole")
    return int(right < PAIRS)


if __name__ == "__main__":
    sys.exit(main())
