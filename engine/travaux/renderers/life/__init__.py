"""The life of a text as one page: its drafts, where each paragraph went, who brought which words, every step."""

from jinja2 import Environment, PackageLoader, StrictUndefined

from travaux.model.life import Life
from travaux.model.report import Report
from travaux.renderers.life.map import drawn
from travaux.renderers.life.stories import Stories
from travaux.renderers.wording.harmless import one_line
from travaux.renderers.wording.numerals import counted


def render(life: Life) -> Report:
    """Return the life of a text as one web page.

    Self-contained: no script, no request. Law 7: the same life gives the same bytes.
    """
    environment = Environment(
        loader=PackageLoader("travaux.renderers", "life"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    stories = Stories(life)
    page = environment.get_template("page.html").render(
        life=life,
        title=one_line(life.title or life.dossier),
        drafts=stories.drafts,
        map=drawn(life, stories.names, {story.key for story in (*stories.living, *stories.gone)}),
        living=stories.living,
        gone=stories.gone,
        hues={draft.number: draft.hue for draft in stories.drafts},
        counted=counted,
        explained=stories.names.whole(life.blame.revision),
    )
    return Report(media_type="text/html", suffix=".html", content=page.encode())
