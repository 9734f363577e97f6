"""The one place where the stages meet: read, parse, choose, align, redline, compare."""

from travaux.pipeline.comparing import compare
from travaux.pipeline.reading import load, parse, read, read_path

__all__ = ["compare", "load", "parse", "read", "read_path"]
