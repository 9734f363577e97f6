"""`travaux init`: make an archive."""

from typing import Annotated

import typer

from travaux_cli.console.outcome import Outcome

Place = Annotated[str, typer.Argument(metavar="DIR", help="Where: a directory that is not there yet, or empty.")]


def init(place: Place = "archive.git") -> Outcome:
    """Make an archive of drafts.

    It is a bare git repository that plain git reads too. As archive.git in a directory it is found from there
    and from every directory below.

    \b
    Examples:
      travaux init
      travaux init /srv/drafts/archive.git
    """  # noqa: D301 - the mark before lines that Typer leaves as they are
    from travaux.renderers.wording.harmless import one_line  # noqa: PLC0415
    from travaux_cli import archives  # what needs git is imported now, so that --help needs none  # noqa: PLC0415

    with archives.made(place) as archive:
        return Outcome(f"{one_line(str(archive.path))} is an archive now; travaux add FILE records a draft.\n")
