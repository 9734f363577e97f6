"""`travaux about`: what this installation can read and write, and what its JSON looks like."""

from typing import Annotated, Literal

import typer

from travaux_cli.console.outcome import Outcome

Topic = Annotated[
    Literal["readers", "languages", "renderers", "kinds", "schema"] | None,
    typer.Argument(help="What to tell about; every table where left out."),
]
Value = Annotated[
    str,
    typer.Argument(
        metavar="VALUE",
        help="Whose schema: of what diff prints (comparison), inspect (document), table, add (imported), correct "
        "(corrected), log (catalogue), show (holding), blame, trace, search or verify (verification).",
    ),
]


def about(topic: Topic = None, value: Value = "comparison") -> Outcome:
    """Tell what travaux reads and writes.

    Formats and languages as tables; with schema, the JSON Schema of what a command prints.

    \b
    Examples:
      travaux about readers
      travaux about schema > comparison.schema.json
      travaux about schema document > document.schema.json
    """  # noqa: D301 - the mark before lines that Typer leaves as they are
    # The families are loaded now, so that --help and wrong usage are answered at once.
    from travaux_cli.console import families, schema  # noqa: PLC0415

    if topic == "schema":
        return Outcome(schema.published(value))
    topics = (topic,) if topic else families.TOPICS
    return Outcome("\n".join("".join(f"{line}\n" for line in families.members(name)) for name in topics))
