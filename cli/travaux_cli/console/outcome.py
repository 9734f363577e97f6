"""What a command hands back: nothing is written before all of it is known."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Outcome:
    """The result of a command.

    Attributes:
        text: for standard output, whole.
        notices: for standard error, a sentence each.
        code: exit code.
        paged: whether a person may want to page through the text.
    """

    text: str = ""
    notices: tuple[str, ...] = ()
    code: int = 0
    paged: bool = False
