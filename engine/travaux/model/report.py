"""A comparison, or the life of a text, in the form that goes to a reader."""

from travaux.model.document import Notice
from travaux.model.value import Value


class Report(Value):
    """One file, not yet written.

    Law 7: the same values give the same bytes.
    """

    media_type: str
    """Of the content: `text/html`."""
    suffix: str
    """The usual ending of a file that holds it, with the dot."""
    content: bytes
    """The bytes of the file."""
    notices: tuple[Notice, ...] = ()
    """What the file tells more coarsely than the comparison does, and why."""
