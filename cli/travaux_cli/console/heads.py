"""The first lines of what is told of one text, alone or against an older one."""

from collections.abc import Iterator, Sequence

from travaux.model.checks import Lint, References
from travaux.renderers.text.heading import title_lines
from travaux.renderers.text.view import View
from travaux.renderers.text.wrapping import wrap_text
from travaux.renderers.wording.harmless import one_line


def headed(found: Lint | References, view: View, files: Sequence[str]) -> Iterator[str]:
    """Yield the names of the texts, the older one first, and the title; names of files where the others are alike."""
    stages = [stage.name for stage in (found.old, found.text) if stage]
    told = stages if len(set(stages)) == len(files) else files
    names = " → ".join(one_line(name) for name in told)
    yield from (view.ink.paint("strong", line) for line in wrap_text(names, view.width))
    if found.text.title:
        yield from title_lines(one_line(found.text.title), view)
