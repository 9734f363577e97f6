"""The forms that a comparison can take on paper or screen: a table of name -> module, imported when asked for."""

from importlib import import_module

from travaux.contracts import Renderer
from travaux.errors import FormatError

RENDERERS: dict[str, str] = {
    "html": "travaux.renderers.html",
    "word": "travaux.renderers.word",
    "markdown": "travaux.renderers.markdown",
    "text": "travaux.renderers.text",
    "json": "travaux.renderers.json",
    "csv": "travaux.renderers.csv",
}


def renderer(name: str) -> Renderer:
    """Return a renderer by its name.

    Raises:
        FormatError: there is no such renderer.
    """
    if name not in RENDERERS:
        raise FormatError(f"travaux has no renderer called {name}", f"it has {', '.join(RENDERERS)}")
    found: Renderer = import_module(RENDERERS[name]).RENDERER
    return found
