"""The redline as one web page that can be mailed, read with scripts off, and printed."""

from dataclasses import dataclass

from travaux.contracts import Renderer
from travaux.model.comparison import Comparison, Layer
from travaux.model.document import Source
from travaux.model.report import Report


@dataclass(frozen=True)
class HtmlOptions:
    """Options of the page.

    Attributes:
        hide: layers that are folded away when the page opens; its buttons show them. With scripts off all is shown.
        title: what stands at its head; empty for the title of the resolution.
        files: the names of both files as the reader gave them; None for those that the texts tell.
    """

    hide: frozenset[Layer] = frozenset()
    title: str = ""
    files: tuple[str, str] | None = None


def render(comparison: Comparison, options: HtmlOptions, _base: Source | None = None) -> Report:
    """Return the comparison as one self-contained web page.

    Law 7: the same comparison and options give the same bytes. Law 9: without numbers and note marks, the kept and
    removed words of a change are its old text, the kept and added ones its new text, with what could steer a reader's
    program shown as what it is.
    """
    from travaux.renderers.html.page import page  # noqa: PLC0415  # Jinja2 is loaded for pages only

    content = page(comparison, sorted(options.hide), options.title, options.files)
    return Report(media_type="text/html", suffix=".html", content=content.encode())


RENDERER = Renderer(
    name="html",
    title="web page",
    suffixes=(".html", ".htm"),
    options=HtmlOptions,
    render=render,
)
