"""A link in the making."""

from dataclasses import dataclass

from travaux.model.comparison import Step


@dataclass(slots=True)
class Tie:
    """Old and new positions that belong together, and the step that found it."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    step: Step
    trust: float = 1.0
    """The smallest probability with which one of several paragraphs was joined, 0 to 1."""
