"""What `travaux diff` does, apart from its options: the commonest call has none, and then nobody has to know them."""

from typing import TYPE_CHECKING, Literal, NamedTuple

from travaux_cli.console.faults import DIFFERENT, DONE, UsageError
from travaux_cli.console.looking import Colour, view
from travaux_cli.console.outcome import Outcome

if TYPE_CHECKING:
    from travaux.model.comparison import Comparison, Layer, Options
    from travaux_cli.drafts import Draft


_NAMES = {"json": "JSON", "markdown": "Markdown"}


class Asked(NamedTuple):
    """What the options of `travaux diff` ask for; `travaux diff --help` explains each."""

    form: Literal["terminal", "markdown", "json"] = "terminal"
    everything: bool = False
    only: tuple[str, ...] = ()
    hidden: "frozenset[Layer]" = frozenset()
    kinds: tuple[str, ...] = ()
    pins: tuple[str, ...] = ()
    explained: bool = False
    exit_code: bool = False
    width: int | None = None
    colour: Colour = "auto"
    paged: bool = True
    revisions: Literal["accepted", "original", "refuse"] = "refuse"
    language: str | None = None
    archive: str | None = None


class Texts(NamedTuple):
    """Two texts, and how they are compared.

    Attributes:
        old: the old one.
        new: the new one.
        options: the pins given, and those with which an archive has linked the two.
        names: the names of both files as the reader gave them.
    """

    old: "Draft"
    new: "Draft"
    options: "Options"
    names: tuple[str, str]


def texts(old: str, new: str | None, asked: Asked) -> Texts:
    """Read the two texts; without a new one, both states of a Word file with tracked changes.

    Raises:
        UsageError: a state of tracked changes is chosen where both are compared.
    """
    if new is None and asked.revisions != "refuse":
        raise UsageError("with one file both states of its tracked changes are compared; leave out --revisions")
    from travaux.model.comparison import Options  # noqa: PLC0415
    from travaux_cli.drafts import both_states, drafts, recorded_pins  # noqa: PLC0415

    if new is None:
        one, other = both_states(old, asked.language)
        names = f"{old} (original)", f"{old} (accepted)"
    else:
        one, other = drafts([old, new], asked.revisions, asked.language, asked.archive)
        names = old, new
    return Texts(one, other, Options(pins=(*recorded_pins(one, other), *asked.pins)), names)


def compared(old: str, new: str | None, asked: Asked) -> Outcome:
    """Return what became of each paragraph of the old text in the new one, as it is shown.

    Without a new text, the old one is a Word file with tracked changes: its original and its accepted text are
    compared.

    Raises:
        UsageError: a width that cannot be, a paragraph that is in neither text, or a state of tracked changes
            chosen where both are compared.
    """
    looks = view(
        asked.width,
        asked.colour,
        everything=asked.everything,
        only=asked.only,
        hidden=asked.hidden,
        kinds=asked.kinds,
    )
    # What reads and compares is imported now, so that --help and wrong usage are answered at once.
    from travaux import pipeline  # noqa: PLC0415
    from travaux.renderers.text.report import Report  # noqa: PLC0415
    from travaux_cli.console.progress import waiting  # noqa: PLC0415

    with waiting("comparing"):
        read = texts(old, new, asked)
        sides = read.old.resolution, read.new.resolution
        if asked.explained:
            comparison, misses = pipeline.explain(*sides, read.options)
            from travaux_cli.console.explanations import Explanations  # noqa: PLC0415

            why = Explanations(comparison, misses).beneath
        else:
            comparison, why = pipeline.compare(*sides, read.options), None
    notices = told(read, comparison)
    report = Report(comparison, looks, read.names, len(notices), why)
    if report.unknown:
        raise UsageError(
            f"there is no paragraph {' or '.join(report.unknown)} in either text; travaux inspect shows the numbers"
        )
    if asked.form == "terminal":
        text = "".join(f"{line}\n" for line in report.lines())
    else:
        notices += _without_looks(asked)
        text = _rendered(comparison, asked, read.names)
    return Outcome(
        text,
        notices,
        DIFFERENT if asked.exit_code and report.differs else DONE,
        paged=asked.form == "terminal" and asked.paged,
    )


def told(read: Texts, comparison: "Comparison") -> tuple[str, ...]:
    """Return the notices on how both texts were read and compared, a sentence each."""
    sides = (n.message for n in (*comparison.notices, *comparison.old.notices, *comparison.new.notices))
    return tuple(dict.fromkeys((*read.old.notices, *read.new.notices, *sides)))


def _rendered(comparison: "Comparison", asked: Asked, names: tuple[str, str]) -> str:
    from travaux.pipeline.rendering import render  # noqa: PLC0415
    from travaux.renderers.markdown import MarkdownOptions  # noqa: PLC0415

    options = None
    if asked.form == "markdown":
        options = MarkdownOptions(everything=asked.everything, hide=asked.hidden, files=names)
    return render(comparison, asked.form, options).content.decode()


def _without_looks(asked: Asked) -> tuple[str, ...]:
    """What JSON or Markdown does not heed of what was asked for, as a notice."""
    given = {
        "--only": bool(asked.only),
        "--kind": bool(asked.kinds),
        "--hide": bool(asked.hidden) and asked.form == "json",
    }
    from travaux.renderers.wording.numerals import listed  # noqa: PLC0415

    looks = [name for name in given if given[name]]
    if not looks:
        return ()
    verb = "are ways" if len(looks) > 1 else "is a way"
    heeded = ", which the exit code heeds" if asked.exit_code else ""
    return (f"{listed(looks)} {verb} of looking{heeded}; {_NAMES[asked.form]} holds every change.",)
