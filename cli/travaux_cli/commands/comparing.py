"""What `travaux diff` does, apart from its options: the commonest call has none, and then nobody has to know them."""

from typing import Literal, NamedTuple

from travaux_cli.console.faults import DIFFERENT, DONE, UsageError
from travaux_cli.console.looking import Colour, view
from travaux_cli.console.outcome import Outcome


class Asked(NamedTuple):
    """What the options of `travaux diff` ask for; `travaux diff --help` explains each."""

    form: Literal["terminal", "json"] = "terminal"
    everything: bool = False
    only: tuple[str, ...] = ()
    hidden: frozenset[str] = frozenset()
    pins: tuple[str, ...] = ()
    explained: bool = False
    exit_code: bool = False
    width: int | None = None
    colour: Colour = "auto"
    paged: bool = True
    revisions: Literal["accepted", "original", "refuse"] = "refuse"
    language: str | None = None
    archive: str | None = None


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
        explained=asked.explained,
        only=asked.only,
        hidden=asked.hidden,
    )
    if new is None and asked.revisions != "refuse":
        raise UsageError("with one file both states of its tracked changes are compared; leave out --revisions")
    # What reads and compares is imported now, so that --help and wrong usage are answered at once.
    from travaux import pipeline  # noqa: PLC0415
    from travaux.model.comparison import Options  # noqa: PLC0415
    from travaux.renderers.wording.harmless import escaped  # noqa: PLC0415
    from travaux_cli.console.progress import waiting  # noqa: PLC0415
    from travaux_cli.console.report import Report  # noqa: PLC0415
    from travaux_cli.drafts import both_states, drafts, recorded_pins  # noqa: PLC0415

    with waiting("comparing"):
        old_draft, new_draft = (
            both_states(old, asked.language)
            if new is None
            else drafts([old, new], asked.revisions, asked.language, asked.archive)
        )
        texts, options = (
            (old_draft.resolution, new_draft.resolution),
            Options(pins=(*recorded_pins(old_draft, new_draft), *asked.pins)),
        )
        if asked.explained:
            comparison, misses = pipeline.explain(*texts, options)
        else:
            comparison, misses = pipeline.compare(*texts, options), ()
    told = (n.message for n in (*comparison.notices, *comparison.old.notices, *comparison.new.notices))
    notices = tuple(dict.fromkeys((*old_draft.notices, *new_draft.notices, *told)))
    names = (f"{old} (original)", f"{old} (accepted)") if new is None else (old, new)
    report = Report(comparison, looks, names, len(notices), misses)
    if report.unknown:
        raise UsageError(
            f"there is no paragraph {' or '.join(report.unknown)} in either text; travaux inspect shows the numbers"
        )
    if asked.form == "json":
        notices += _without_looks(asked)
        text = escaped(comparison.model_dump_json(indent=2)) + "\n"
    else:
        text = "".join(f"{line}\n" for line in report.lines())
    return Outcome(
        text,
        notices,
        DIFFERENT if asked.exit_code and report.differs else DONE,
        paged=asked.form == "terminal" and asked.paged,
    )


def _without_looks(asked: Asked) -> tuple[str, ...]:
    """What JSON does not heed of what was asked for, as a notice."""
    looks = [name for name, given in (("--only", asked.only), ("--hide", asked.hidden)) if given]
    if not looks:
        return ()
    verb = "are ways" if len(looks) > 1 else "is a way"
    heeded = ", which the exit code heeds" if asked.exit_code else ""
    return (f"{' and '.join(looks)} {verb} of looking{heeded}; JSON holds every change.",)
