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


def renderer_for(file: str) -> Renderer:
    """Return the renderer that the ending of a file's name chooses.

    Raises:
        FormatError: no renderer has it; the hint lists what there is.
    """
    members = [renderer(name) for name in RENDERERS]
    for member in members:
        if file.lower().endswith(member.suffixes):
            return member
    endings = [member.suffixes[0] for member in members]
    hint = f"end it in {', '.join(endings[:-1])} or {endings[-1]}, or name the format"
    raise FormatError(f"the ending of {file} names no format", hint)


def renderer(name: str) -> Renderer:
    """Return a renderer by its name.

    Raises:
        FormatError: there is no such renderer.
    """
    if name not in RENDERERS:
        raise FormatError(f"travaux has no renderer called {name}", f"it has {', '.join(RENDERERS)}")
    found: Renderer = import_module(RENDERERS[name]).RENDERER
    return found
