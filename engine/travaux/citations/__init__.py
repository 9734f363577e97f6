"""Citations of resolutions and decisions in running text: `its resolution 58/136 of 22 December 2003`."""

from travaux.citations.finding import find_citations, find_runs
from travaux.citations.numbers import ResolutionNumber
from travaux.citations.value import Citation, CitationRun
from travaux.citations.words import ENGLISH, CitationWords

__all__ = [
    "ENGLISH",
    "Citation",
    "CitationRun",
    "CitationWords",
    "ResolutionNumber",
    "find_citations",
    "find_runs",
]
