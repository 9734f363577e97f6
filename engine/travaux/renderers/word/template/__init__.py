"""The redline on a template of our own, in the manner of the United Nations.

paragraphs  from rows to paragraphs, with marks of tracked changes
runs        words as runs, with their emphasis
footnotes   references to notes, and the notes behind them
properties  what the file tells about itself
rendering   the whole file; parts/ holds the pieces of it that are the same in every file
"""

from travaux.renderers.word.template.rendering import redlined

__all__ = ["redlined"]
