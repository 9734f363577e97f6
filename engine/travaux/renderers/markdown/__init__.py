"""The comparison as Markdown, for a pull request or an e-mail."""

from dataclasses import dataclass

from travaux.contracts import Renderer
from travaux.model.comparison import Comparison, Layer
from travaux.model.document import Source
from travaux.model.report import Report


@dataclass(frozen=True)
class MarkdownOptions:
    """Options of the Markdown.

    Attributes:
        everything: unchanged paragraphs too.
        hide: layers that are not shown.
        title: what stands at its head; empty for the names of both texts.
        files: the names of both files as the reader gave them; None for those that the texts tell.
    """

    everything: bool = False
    hide: frozenset[Layer] = frozenset()
    title: str = ""
    files: tuple[str, str] | None = None


def render(comparison: Comparison, options: MarkdownOptions, _base: Source | None = None) -> Report:
    """Return the comparison as Markdown of the kind that GitHub and GitLab read.

    Removed words stand in `<del>`, added ones in `<ins>`; where a paragraph ends on one side only, a pilcrow in such
    marks says so. Law 7: the same comparison and options give the same bytes. Law 9: in each change that is shown, the
    kept and removed words are its old text, the kept and added ones its new text, without numbers, note marks and
    emphasis; what could steer a reader's program is shown as what it is, and no word is taken for Markdown.
    """
    from travaux.renderers.markdown.page import Page  # noqa: PLC0415 - the table of renderers loads no page
    from travaux.renderers.wording.harmless import one_line  # noqa: PLC0415
    from travaux.renderers.wording.looks import Looks  # noqa: PLC0415

    looks = Looks(everything=options.everything, hidden=frozenset(options.hide))
    page = Page(comparison, looks, one_line(options.title), options.files)
    content = "\n\n".join(page.blocks()) + "\n"
    return Report(media_type="text/markdown; charset=utf-8", suffix=".md", content=content.encode())


RENDERER = Renderer(
    name="markdown",
    title="Markdown, for a pull request or an e-mail",
    suffixes=(".md", ".markdown"),
    options=MarkdownOptions,
    render=render,
)
