"""`travaux blame`: who brought which words."""

from typing import Annotated

import typer

from travaux_cli.commands.looks import Color, Format, NoPager, Width, view
from travaux_cli.commands.places import Archive, Draft
from travaux_cli.console.outcome import Outcome

Paragraph = Annotated[
    str | None, typer.Argument(metavar="PARAGRAPH", help="OP5, with its subparagraphs; all where left out.")
]
Words = Annotated[bool, typer.Option("--words", help="Word by word, not paragraph by paragraph.")]
All = Annotated[bool, typer.Option("--all", help="The title and the opening line too.")]


def blame(
    draft: Draft,
    paragraph: Paragraph = None,
    *,
    words: Words = False,
    everything: All = False,
    archive: Archive = None,
    form: Format = "terminal",
    width: Width = None,
    color: Color = "auto",
    no_pager: NoPager = False,
) -> Outcome:
    """Say which draft brought each paragraph, or each word, of a draft.

    Words are followed through renumbering, moves, splits and merges. Words that were taken out and put back are
    told.

    \b
    Examples:
      travaux blame gauges
      travaux blame gauges OP15 --words
      travaux blame gauges@2 --words --format json
    """  # noqa: D301 - the mark before lines that Typer leaves as they are
    looks = view(width, color, everything=everything)
    from travaux.renderers.wording.harmless import escaped  # noqa: PLC0415
    from travaux_cli import archives  # noqa: PLC0415
    from travaux_cli.console import blames  # noqa: PLC0415
    from travaux_cli.console.progress import waiting  # noqa: PLC0415

    dossier, word = archives.parted(draft)
    with waiting("following words"), archives.opened(archive) as opened:
        found = opened.blame(dossier, word or "latest", paragraph)
        known = opened.dossier(dossier)
    if form == "json":
        return Outcome(escaped(found.model_dump_json(indent=2)) + "\n")
    lines = blames.blamed(found, known, looks, words=words)
    return Outcome("".join(f"{line}\n" for line in lines), paged=not no_pager)
