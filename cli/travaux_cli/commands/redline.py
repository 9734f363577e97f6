"""`travaux redline`: a comparison as a file that goes to others."""

from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from travaux_cli.commands.comparing import Asked, Texts, texts, told
from travaux_cli.commands.looks import Hide, Language, Pin, Revisions, layers
from travaux_cli.commands.places import Archive
from travaux_cli.console.faults import UsageError
from travaux_cli.console.outcome import Outcome

if TYPE_CHECKING:
    from travaux.contracts import Renderer
    from travaux.model.document import Source

_WITHOUT = "make the redline without"
"""How the engine says that an old file is not fit for a copy."""

Old = Annotated[
    str, typer.Argument(metavar="OLD", help="The older text: FILE, FILE#NUMBER, DOSSIER@REV, or - for standard input.")
]
New = Annotated[
    str | None,
    typer.Argument(metavar="NEW", help="The newer text; left out, OLD is a Word file with tracked changes."),
]
Output = Annotated[
    str | None,
    typer.Option("-o", "--output", metavar="FILE", help="The file; its ending chooses the format."),
]
Format = Annotated[
    Literal["word", "html", "markdown", "text", "json", "csv"] | None,
    typer.Option("--format", help="The format; without -o, what is text goes to standard output."),
]
All = Annotated[bool, typer.Option("--all", help="In Markdown and text: show unchanged paragraphs too.")]
Author = Annotated[
    str | None, typer.Option("--author", metavar="NAME", help="In Word: who made the changes; by default OLD → NEW.")
]
Date = Annotated[
    str | None,
    typer.Option(
        "--date", metavar="YYYY-MM-DD", help="In Word: when they were made; by default the day that NEW tells."
    ),
]
MovesAsEdits = Annotated[
    bool, typer.Option("--moves-as-edits", help="In Word: delete and insert what moved, for programs without moves.")
]
Template = Annotated[
    bool, typer.Option("--template", help="In Word: on a clean page of ours, not on a copy of a Word file OLD.")
]


def redline(
    old: Old,
    new: New = None,
    *,
    output: Output = None,
    form: Format = None,
    everything: All = False,
    author: Author = None,
    date: Date = None,
    moves_as_edits: MovesAsEdits = False,
    template: Template = False,
    hide: Hide = None,
    pin: Pin = None,
    revisions: Revisions = "refuse",
    language: Language = None,
    archive: Archive = None,
) -> Outcome:
    """Write what became of OLD in NEW as a file for others.

    A Word file has tracked changes, on a copy of OLD where that is a Word file; it is read back before it is
    written. A web page can be mailed and printed. Markdown is for a pull request or an e-mail.

    \b
    Examples:
      travaux redline draft.docx revised.docx -o redline.docx
      travaux redline draft.txt revised.txt -o redline.docx --date 2044-11-03
      travaux redline draft.txt revised.txt -o redline.html
      travaux redline gauges@1 gauges@latest -o redline.md --hide mechanical
      travaux redline draft.txt revised.txt --format markdown | less
    """  # noqa: D301 - the mark before lines that Typer leaves as they are
    asked = Asked(pins=tuple(pin or ()), revisions=revisions, language=language, archive=archive)
    chosen = _chosen(output, form)
    wanted = {"author": author, "date": date, "moves_as_edits": moves_as_edits, "template": template,
              "hide": layers(hide), "everything": everything}  # fmt: skip
    _check(chosen, [name for name, value in wanted.items() if value])
    # What reads and compares is imported now, so that --help and wrong usage are answered at once.
    from travaux.errors import FormatError  # noqa: PLC0415
    from travaux.pipeline import compare  # noqa: PLC0415
    from travaux.pipeline.rendering import render  # noqa: PLC0415
    from travaux.renderers.wording.harmless import one_line  # noqa: PLC0415
    from travaux.renderers.wording.naming import shown  # noqa: PLC0415
    from travaux_cli import outputs  # noqa: PLC0415
    from travaux_cli.console.progress import waiting  # noqa: PLC0415

    if output is not None:
        outputs.check(output, [word for word in (old, new) if word is not None])
    with waiting("comparing"):
        read = texts(old, new, asked)
        if chosen.based and not template:
            read = _with_file(read, old, archive)
        comparison = compare(read.old.resolution, read.new.resolution, read.options)
        base = _base(read) if chosen.based and not template else None
        try:
            report = render(comparison, chosen.name, _options(chosen, read.names, wanted), base)
        except FormatError as error:
            if base is None or not error.hint.startswith(_WITHOUT):
                raise
            raise FormatError(error.message, "--template makes it on a clean page of ours") from None
    notices = tuple(dict.fromkeys((*told(read, comparison), *(notice.message for notice in report.notices))))
    if output is None:
        return Outcome(report.content.decode(), notices)
    outputs.write(output, report.content)
    how = f", on a copy of {shown((base.origin.name, ''))[0]}" if base is not None else ""
    return Outcome(f"{one_line(output)}: {chosen.title}{how}.\n", notices)


def _chosen(output: str | None, form: str | None) -> "Renderer":
    """The renderer that is asked for, by name or by the ending of the file."""
    from travaux.renderers import renderer, renderer_for  # noqa: PLC0415

    if output is None and form is None:
        raise UsageError(
            "where to? -o redline.docx makes a Word file, -o redline.html a page, --format markdown writes to "
            "standard output; travaux about renderers lists all formats"
        )
    found = renderer(form) if form is not None else renderer_for(output or "")
    if output is None and found.based:
        raise UsageError(f"a {found.title} is no text for standard output; give it a name, as -o redline.docx")
    return found


def _check(chosen: "Renderer", given: list[str]) -> None:
    """Refuse options that the format does not have."""
    from travaux.renderers import RENDERERS, renderer  # noqa: PLC0415
    from travaux.renderers.wording.numerals import listed  # noqa: PLC0415

    for name in given:
        if not _has(chosen, name):
            others = [other for other in RENDERERS if _has(renderer(other), name)]
            option = f"--{'all' if name == 'everything' else name.replace('_', '-')}"
            raise UsageError(f"{option} is for {listed(others)}; this is {chosen.name}")


def _options(chosen: "Renderer", names: tuple[str, str], wanted: dict[str, Any]) -> Any:
    """The options of the renderer, as far as it has them and they are given."""
    given = {name: value for name, value in wanted.items() if value and name != "template"}
    return chosen.options(**given, **({"files": names} if _has(chosen, "files") else {}))


def _has(chosen: "Renderer", option: str) -> bool:
    if option == "template":
        return chosen.based
    return option in chosen.options.__dataclass_fields__


def _with_file(read: Texts, word: str, archive: str | None) -> Texts:
    """The texts, the old one with its file where that is a Word file in the archive."""
    origin = read.old.resolution.origin
    if read.old.revision is None or origin is None or origin.format != "word":
        return read
    from travaux_cli.drafts import with_file  # noqa: PLC0415

    return read._replace(old=with_file(read.old, word, archive))


def _base(read: Texts) -> "Source | None":
    """The old file, where the redline can be made on a copy of it: what LibreOffice had to convert is not."""
    from travaux.readers import reader  # noqa: PLC0415

    source = read.old.source
    return source if source is not None and reader("word").recognises(source.content) else None
