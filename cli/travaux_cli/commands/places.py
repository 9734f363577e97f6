"""The options and arguments that name an archive and what is in it, the same for every command."""

from typing import Annotated

import typer

Archive = Annotated[
    str | None,
    typer.Option("--archive", metavar="DIR", help="The archive; by default TRAVAUX_ARCHIVE, else the nearest one."),
]
Draft = Annotated[
    str,
    typer.Argument(
        metavar="DOSSIER@REV", help="A draft: DOSSIER for its latest; REV is 3, a symbol, latest, latest~1."
    ),
]
