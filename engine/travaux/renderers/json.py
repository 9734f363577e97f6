"""The comparison for another program: the one JSON, as `docs/reference/json.md` explains it."""

from dataclasses import dataclass

from travaux.contracts import Renderer
from travaux.model.comparison import Comparison
from travaux.model.document import Source
from travaux.model.report import Report
from travaux.renderers.wording.harmless import escaped


@dataclass(frozen=True)
class JsonOptions:
    """There are none: JSON holds every change."""


def render(comparison: Comparison, _options: JsonOptions, _base: Source | None = None) -> Report:
    """Return the comparison as JSON, which `Comparison.model_validate_json` reads back.

    Law 5: what is read back is the same value. Law 7: the same comparison gives the same bytes. What could steer a
    terminal is written as an escape.
    """
    text = escaped(comparison.model_dump_json(indent=2)) + "\n"
    return Report(media_type="application/json", suffix=".json", content=text.encode())


RENDERER = Renderer(
    name="json",
    title="JSON, for another program",
    suffixes=(".json",),
    options=JsonOptions,
    render=render,
)
