"""The comparison as plain text, as a terminal without colour shows it."""

from dataclasses import dataclass

from travaux.contracts import Renderer
from travaux.model.comparison import Comparison, Layer
from travaux.model.document import Source
from travaux.model.report import Report


@dataclass(frozen=True)
class TextOptions:
    """Options of the plain text.

    Attributes:
        width: columns of a line; a wider word stands alone.
        everything: unchanged paragraphs, differences of typing and long unchanged stretches too.
        hide: layers that are not shown.
        files: the names of both files as the reader gave them; None for those that the texts tell.
    """

    width: int = 80
    everything: bool = False
    hide: frozenset[Layer] = frozenset()
    files: tuple[str, str] | None = None


def render(comparison: Comparison, options: TextOptions, _base: Source | None = None) -> Report:
    """Return the comparison as plain text: removed words in `[-` `-]`, added ones in `{+` `+}`, as git marks them.

    Law 7: the same comparison and options give the same bytes. Law 9 with `everything`: in a paragraph, the words
    that are kept or removed are the old text, those kept or added the new one, up to line ends and spaces; what
    could steer a terminal is shown as what it is.
    """
    from travaux.renderers.text.letter import letter  # noqa: PLC0415 - the table of renderers loads no layout
    from travaux.renderers.text.view import View  # noqa: PLC0415

    view = View(everything=options.everything, hidden=frozenset(options.hide), width=options.width)
    content = "".join(f"{line}\n" for line in letter(comparison, view, options.files))
    return Report(media_type="text/plain; charset=utf-8", suffix=".txt", content=content.encode())


RENDERER = Renderer(
    name="text",
    title="plain text",
    suffixes=(".txt",),
    options=TextOptions,
    render=render,
)
