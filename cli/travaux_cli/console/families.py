"""The members of each family, as tables."""

from collections.abc import Iterator
from typing import Literal

from travaux.kinds import finds
from travaux.languages import LANGUAGES, language
from travaux.readers import READERS, reader
from travaux.renderers import RENDERERS, renderer
from travaux.renderers.text.layout import Row, table
from travaux_cli.console.screen import width

Topic = Literal["readers", "languages", "renderers", "kinds"]
TOPICS: tuple[Topic, ...] = ("readers", "languages", "renderers", "kinds")


def members(topic: Topic) -> Iterator[str]:
    """Yield the name of a family and a line for each of its members."""
    rows: list[Row]
    match topic:
        case "readers":
            found = [reader(name) for name in READERS]
            rows = [(r.name, f"{r.title} ({', '.join(r.suffixes)})") for r in found]
        case "languages":
            rows = [(code, language(code).name) for code in LANGUAGES]
        case "renderers":
            known = [renderer(name) for name in RENDERERS]
            rows = [("terminal", "for a person, with colour or with marks")]
            rows += [(member.name, f"{member.title} ({', '.join(member.suffixes)})") for member in known]
        case "kinds":
            rows = list(finds().items())
    yield topic.capitalize()
    yield from table(rows, width())
