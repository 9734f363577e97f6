"""Which old paragraphs became which new ones."""

from travaux.alignment.aligning import align, explain
from travaux.alignment.misses import NearMiss
from travaux.alignment.notes import align_notes, as_paragraphs
from travaux.alignment.pins import Pin

__all__ = ["NearMiss", "Pin", "align", "align_notes", "as_paragraphs", "explain"]
