"""The page inside of another one, such as a notebook: in a frame, so that neither changes the other."""

from html import escape

from travaux.model.comparison import Comparison
from travaux.renderers.html import HtmlOptions, render

_TALL = "40em"
"""How tall the frame is before a reader pulls at its corner. Range: 20 to 60 em; what a screen shows beside a cell."""

_BASE = '<base href="about:srcdoc">'
"""Without it, a link to a place in the page would lead to the notebook."""


def framed(comparison: Comparison) -> str:
    """Return an element that holds the whole page: self-contained, without a request, cut off from what is around.

    Its script may work in it and reach nothing else; where scripts are off, all is shown.
    """
    page = render(comparison, HtmlOptions()).content.decode().replace("<head>", f"<head>{_BASE}", 1)
    return (
        f'<iframe title="What became of each paragraph" sandbox="allow-scripts" srcdoc="{escape(page)}" '
        f'style="width: 100%; height: {_TALL}; resize: vertical; overflow: auto; border: 1px solid #8888"></iframe>'
    )
